import type { Reading } from '../../facts/reading.ts'

/** A reading of one page without documents. */
export const blankReading = (file: string): Reading => ({
  file,
  documents: [],
  lines: [],
  pages: [{ page: 1, width: 400, height: 300 }],
})

/** A reading of one page that is one document with these fields, all certain. */
export function documentReading(file: string, documentType: string, fields: Record<string, string>): Reading {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    {
      value,
      raw: value,
      label: name,
      confidence: 0.99,
      state: 'ok' as const,
      page: 1,
      box: [1, 1, 9, 1, 9, 9, 1, 9] as const,
    },
  ])
  const quality = { score: 1, issues: [], advice: [] }
  return {
    ...blankReading(file),
    documents: [
      { documentType, confidence: 0.99, pages: [1], fields: Object.fromEntries(entries), marks: [], quality },
    ],
  }
}
