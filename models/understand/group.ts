import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { classifyPage, type PageClass } from './classify.ts'
import { fold } from './frame.ts'

/** Pages that belong to one document. */
export interface PageGroup {
  type: DocumentType | null
  confidence: number
  pages: PageReading[]
  sides: string[]
}

/** The sides of a two-sided card that show on a page: at least half of a side's phrases. */
export function sidesOn(type: DocumentType, page: PageReading): string[] {
  const text = page.lines.map((line) => fold(line.text)).join('\n')
  const seen = type.sides.map((side) => ({
    name: side.name,
    share: side.cues.filter((cue) => text.includes(fold(cue))).length / Math.max(1, side.cues.length),
  }))
  const sure = seen.filter((side) => side.share >= 0.5)
  if (sure.length > 0) return sure.map((side) => side.name)
  const best = seen.reduce<{ name: string; share: number } | null>((a, b) => (b.share > (a?.share ?? 0) ? b : a), null)
  return best ? [best.name] : []
}

const empty = (page: PageReading) => page.lines.reduce((sum, line) => sum + line.text.length, 0) < 5

/** Whether a page goes on with the document before it. */
function continues(group: PageGroup, page: PageReading, seen: PageClass): boolean {
  const { type } = group
  if (!type) return false
  if (type.sides.length > 0) {
    return seen.type === type && sidesOn(type, page).every((side) => !group.sides.includes(side))
  }
  if (!type.multipage) return false
  if (seen.type === type) return !seen.titled
  return seen.type === null || (!seen.titled && seen.score < 4)
}

/** Groups a file's pages into documents: both sides of a card, the pages of a contract, everything else page by page. */
export function groupPages(pages: readonly PageReading[], types: readonly DocumentType[]): PageGroup[] {
  const groups: PageGroup[] = []
  for (const page of pages) {
    const seen = classifyPage(page, types)
    const group = groups.at(-1)
    const sides = seen.type ? sidesOn(seen.type, page) : []
    if (group && !empty(page) && continues(group, page, seen)) {
      group.pages.push(page)
      group.sides.push(...sides)
    } else {
      groups.push({ type: seen.type, confidence: seen.confidence, pages: [page], sides })
    }
  }
  return groups
}
