import type { Paper } from '../../plan.ts'

/** Edits the one paper with this key; throws when the case has none. */
export const change = (key: string, edit: (paper: Paper) => void) => (papers: Paper[]) => {
  const paper = papers.find((p) => p.key === key)
  if (!paper) throw new Error(`no paper ${key}`)
  edit(paper)
  return papers
}
