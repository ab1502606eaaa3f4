import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { classifyPage, type PageClass } from './classify.ts'
import { inPrintedOrder } from './order.ts'
import { sidesOn } from './sides.ts'
import { splitPage } from './split.ts'

/** Pages that belong to one document. */
export interface PageGroup {
  type: DocumentType | null
  confidence: number
  pages: PageReading[]
  sides: string[]
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

/** A card's pages with its first side first. */
function sorted(group: PageGroup): PageGroup {
  const { type, pages } = group
  if (!type || type.sides.length === 0 || pages.length < 2) return group
  const order = type.sides.map((side) => side.name)
  const place = (page: PageReading) => Math.min(...sidesOn(type, page).map((side) => order.indexOf(side)))
  return {
    ...group,
    pages: pages.toSorted((a, b) => place(a) - place(b)),
    sides: group.sides.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  }
}

/**
 * Groups a file's pages into documents: both sides of a card, the pages of a contract, everything else page by page. Several
 * documents on one page are taken apart; pages with printed numbers are put in their order.
 */
export function groupPages(pages: readonly PageReading[], types: readonly DocumentType[]): PageGroup[] {
  const groups: PageGroup[] = []
  for (const page of inPrintedOrder(pages).flatMap((whole) => splitPage(whole, types))) {
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
  return groups.map(sorted)
}
