import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import { classifyPage, type PageClass } from './classify.ts'
import { inSheetOrder } from './order.ts'
import { inPrintedOrder } from './page-numbers.ts'
import { paired, type Shown } from './pairs.ts'
import { withSharedSides } from './shared-sides.ts'
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
  /** Several pages whose order nobody could settle: one of them may be another paper's. */
  unsettled: boolean
}

interface Seen extends Shown {
  seen: PageClass
}

const empty = (page: PageReading) => page.lines.reduce((sum, line) => sum + line.text.length, 0) < 5

/** Whether a page goes on with the document before it. */
function continues(group: PageGroup, page: PageReading, seen: PageClass): boolean {
  const { type } = group
  if (!type) return false
  if (type.sides.length > 0) {
    if (seen.type !== type) return false
    const sides = sidesOn(type, page)
    // Whose a shared side is, more than the order of the pages tells.
    if (type.sides.some(({ shared }) => shared)) return sides.length === 0
    return sides.every((side) => !group.sides.includes(side))
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

const listed = (pages: readonly number[]) => `第 ${pages.join('、')} 页`

/** What of a file's order nobody can settle but a person, in Chinese. */
function doubtsOf(
  unsettled: readonly { pages: number[] }[],
  shown: readonly Seen[],
  unshared: readonly PageGroup[],
): string[] {
  const loose = new Map<DocumentType, number[]>()
  for (const { type, apart, page } of shown) if (type && apart) loose.set(type, [...(loose.get(type) ?? []), page.page])
  return [
    ...unsettled.map(
      ({ pages }) =>
        `${listed(pages)}看起来放乱了，编号接不上，前后顺序分不清，没有重排。请核对有没有缺页、是不是同一份材料，按顺序排好后重新上传。`,
    ),
    ...[...loose].map(
      ([type, pages]) =>
        `${listed([...new Set(pages)])}是几张${type.name}的正反面，两面张数不一样，分不清哪一面是谁的，没有配对。请补齐缺的一面，每张正面后面紧跟它的反面重新上传。`,
    ),
    ...unshared.map(({ type, pages, sides }) => {
      const shared = type?.sides.find((side) => side.shared)?.name
      return `${listed(pages.map(({ page }) => page))}是${type?.name}的${sides.join('、')}，分不清跟哪一张${shared}是一起的，没有配上。请把每张${shared}放在它的${sides.join('、')}前面重新上传。`
    }),
  ]
}

/** Papers that a file's pages belong to, and what a person has to settle. */
export interface Grouped {
  groups: PageGroup[]
  doubts: string[]
}

/**
 * Groups a file's pages into documents: both sides of a card, the pages of a contract, everything else page by page. Several
 * documents on one page are taken apart; pages with printed numbers, and sheets whose clauses go on, are put in their order.
 */
export function groupPages(pages: readonly PageReading[], types: readonly DocumentType[]): Grouped {
  const groups: PageGroup[] = []
  const shown = inPrintedOrder(pages)
    .flatMap((whole) => splitPage(whole, types))
    .map((page) => {
      const seen = classifyPage(page, types)
      return { page, seen, type: seen.type, sides: seen.type ? sidesOn(seen.type, page) : [] }
    })
  const { pages: ordered, unsettled } = inSheetOrder<Seen>(shown)
  const cards = paired(ordered)
  for (const { page, seen, type, sides, guessed, apart } of cards) {
    const group = groups.at(-1)
    if (group && !apart && !empty(page) && continues(group, page, seen)) {
      group.pages.push(page)
      group.sides.push(...sides)
      if (guessed) group.guessed.push(...sides)
    } else {
      groups.push({
        type,
        confidence: seen.confidence,
        pages: [page],
        sides: [...sides],
        guessed: guessed ? [...sides] : [],
        unsettled: false,
      })
    }
  }
  const { cards: whole, apart: unshared } = withSharedSides(groups)
  const loose = new Set(unsettled.flatMap(({ pages: numbers }) => numbers))
  for (const group of whole) group.unsettled = group.pages.length > 1 && group.pages.some(({ page }) => loose.has(page))
  return { groups: whole.map(sorted), doubts: doubtsOf(unsettled, cards, unshared) }
}
