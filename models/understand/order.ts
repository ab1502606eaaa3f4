import type { DocumentType } from '../../facts/document-type.ts'
import type { PageReading } from '../page.ts'
import type { PageClass } from './classify.ts'
import type { Extracted } from './extract.ts'
import { beginsCount, type Flow, type Sheet, sheetOf, stepOn } from './page-flow.ts'

interface Seen {
  page: PageReading
  seen: PageClass
}

interface Placed<T> {
  one: T
  sheet: Sheet
}

/** Evidence for a type of its own that a page shows which follows no other paper. */
const OWN = 4

/** Whether a page may be a further sheet of a paper: it has no heading of its own, and is no paper of another kind. */
const mayBeSheet = ({ one: { page, seen }, sheet }: Placed<Seen>, type: DocumentType): boolean =>
  !seen.titled &&
  !seen.foreign &&
  !sheet.headed &&
  page.lines.length > 0 &&
  (seen.type === null || seen.type === type || (seen.type.sides.length === 0 && seen.score < OWN))

const isHead = ({ seen }: Seen) => seen.titled && seen.type?.multipage === true

/** The first page is the head of a paper and none after it speaks against following those before it. */
function isInOrder<T extends Seen>(pages: readonly Placed<T>[]): boolean {
  let flow: Flow | null = null
  for (const { one, sheet } of pages) {
    if (!flow && !isHead(one)) return false
    const step = stepOn(!flow || isHead(one) ? new Map() : flow, sheet)
    if (step.fits === 'never') return false
    flow = step.after
  }
  return true
}

/** Takes out of `rest` what goes on with a paper exactly, page by page, each time the only page that does. */
function chain<T>(head: Placed<T>, rest: Placed<T>[]): Placed<T>[] {
  const taken = [head]
  let flow = stepOn(new Map(), head.sheet).after
  for (;;) {
    const steps = rest
      .map((page) => ({ page, step: stepOn(flow, page.sheet) }))
      .filter(({ step }) => step.fits === 'exactly')
    const deepest = Math.max(...steps.map(({ step }) => step.level))
    const [next, other] = steps.filter(({ step }) => step.level === deepest)
    if (!next || other) return taken
    taken.push(next.page)
    rest.splice(rest.indexOf(next.page), 1)
    flow = next.step.after
  }
}

/** The sheets of one paper behind its head: what goes on, one page that closes it, annexes; null when a page's place is not sure. */
function behind<T>(head: Placed<T>, others: readonly Placed<T>[]): Placed<T>[] | null {
  const rest = [...others]
  const annexes = rest
    .filter(({ sheet }) => sheet.annex !== null)
    .sort((a, b) => (a.sheet.annex ?? 0) - (b.sheet.annex ?? 0))
  const body = rest.filter(({ sheet }) => sheet.annex === null)
  const taken = chain(head, body)
  const [last, more] = body
  if (more) return null
  if (last) {
    const { closes, continued, goesOn } = last.sheet
    // A paper is signed once: what was signed already needs no other page to close it.
    const ends =
      continued ||
      (closes && !taken.some(({ sheet }) => sheet.closes)) ||
      (goesOn && taken.at(-1)?.sheet.breaksOff === true)
    if (!ends) return null
    taken.push(last)
  }
  return [...taken, ...annexes]
}

/** An order of pages that follow each other which all of them say; null when none is sure. */
function sureOrder<T extends Seen>(pages: readonly Placed<T>[]): Placed<T>[] | null {
  const heads = pages.filter(({ one }) => isHead(one))
  const others = pages.filter(({ one }) => !isHead(one))
  const [head, second] = heads
  if (!head) return null
  if (second) {
    const rest = [...others]
    const papers = heads.map((one) => chain(one, rest))
    return rest.length === 0 ? papers.flat() : null
  }
  const found = behind(head, others)
  if (found) return found
  // A whole stack fed in from its last page: it begins with what closes the paper and ends with its title.
  const upended = pages.at(-1) === head && pages.length > 2 && pages[0]?.sheet.closes
  return upended ? pages.toReversed() : null
}

/** Pages that lie together and may be sheets of the papers whose heads are among them. */
function stacks<T extends Seen>(pages: readonly Placed<T>[]): Placed<T>[][] {
  const found: Placed<T>[][] = []
  let types: DocumentType[] = []
  for (const [at, page] of pages.entries()) {
    const stack = found.at(-1)
    const next = pages.slice(at).find(({ one }) => isHead(one))?.one.seen.type
    const own = isHead(page.one) ? page.one.seen.type : null
    const fits = own ?? [...types, ...(next ? [next] : [])].find((type) => mayBeSheet(page, type))
    if (fits && stack && types.length > 0) stack.push(page)
    else found.push([page])
    types = fits ? [...types, fits] : []
  }
  return found
}

/** What of the order of some pages could not be settled, by page number. */
export interface Unsettled {
  pages: number[]
}

/**
 * Sheets that lie the wrong way round are put in the order of their clauses, rows and closing, where all of them say so; else
 * they stay as they lie, and those that cannot be in order are told.
 */
export function inSheetOrder<T extends Seen>(pages: readonly T[]): { pages: T[]; unsettled: Unsettled[] } {
  const unsettled: Unsettled[] = []
  const placed = pages.map((one) => ({ one, sheet: sheetOf(one.page) }))
  const ordered = stacks(placed).flatMap((stack) => {
    if (stack.length < 2 || !stack.some(({ one }) => isHead(one)) || isInOrder(stack)) return stack
    const sure = sureOrder(stack)
    if (sure && isInOrder(sure)) return sure
    if (stack.some(({ one, sheet }) => !isHead(one) && speaksOfPlace(sheet)))
      unsettled.push({ pages: stack.map(({ one }) => one.page.page) })
    return stack
  })
  return { pages: ordered.map(({ one }) => one), unsettled }
}

/** A page that says that others come before it. */
const speaksOfPlace = (sheet: Sheet) =>
  sheet.continued || (sheet.markers.length > 0 && !beginsCount(sheet)) || sheet.closes

/** What stands on pages that may be several papers' is never sure. */
const UNSETTLED = 0.6

/** Doubts everything read from pages whose order could not be settled. Changes the fields in place. */
export function doubtUnsettled(fields: readonly Pick<Extracted, 'read'>[]): void {
  for (const { read } of fields) {
    if (read.state !== 'ok') continue
    read.confidence = Math.min(UNSETTLED, read.confidence)
    read.note ??= '这几页放乱了，可能混有另一份材料的页，请核对是否属于同一份'
  }
}
