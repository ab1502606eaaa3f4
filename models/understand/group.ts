import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { classifyPage, type PageClass } from './classify.ts'
import { inClauseOrder, inPrintedOrder } from './order.ts'
import { pairedInOrder, type Shown } from './pairs.ts'
import { sidesOn } from './sides.ts'
import { splitPage } from './split.ts'

/** Pages that belong to one document. */
export interface PageGroup {
  type: DocumentType | null
  confidence: number
  pages: PageReading[]
  sides: string[]
  /** Sides that belong to this card only by the order of the pages. */
  guessed: string[]
}

interface Seen extends Shown {
  page: PageReading
  seen: PageClass
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
  if (seen.foreign) return false
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
 * documents on one page are taken apart; pages with printed numbers, and sheets whose clauses go on, are put in their order.
 */
export function groupPages(pages: readonly PageReading[], types: readonly DocumentType[]): PageGroup[] {
  const groups: PageGroup[] = []
  const shown = inPrintedOrder(pages)
    .flatMap((whole) => splitPage(whole, types))
    .map((page) => {
      const seen = classifyPage(page, types)
      return { page, seen, type: seen.type, sides: seen.type ? sidesOn(seen.type, page) : [] }
    })
  for (const { page, seen, type, sides, guessed } of pairedInOrder<Seen>(inClauseOrder(shown))) {
    const group = groups.at(-1)
    if (group && !empty(page) && continues(group, page, seen)) {
      group.pages.push(page)
      group.sides.push(...sides)
      if (guessed) group.guessed.push(...sides)
    } else {
      groups.push({ type, confidence: seen.confidence, pages: [page], sides: [...sides], guessed: [] })
    }
  }
  return groups.map(sorted)
}
