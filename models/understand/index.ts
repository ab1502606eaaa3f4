import type { Line, ReadDocument } from '../../facts/reading.ts'
import type { Page, PageReading, SecondReader } from '../page.ts'

/** What one page gives without its pixels. */
export async function inspectPage(page: Page, lines: Line[]): Promise<PageReading> {
  const { width, height } = page
  return { page: page.page, width, height, lines, quality: { score: 1, issues: [], advice: [] }, marks: [] }
}

/** The documents that the pages of one file hold. */
export async function understand(_pages: PageReading[], _second: SecondReader): Promise<ReadDocument[]> {
  return []
}
