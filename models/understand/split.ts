import type { DocumentType } from '../../facts/document-type.ts'
import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { classifyPage, type PageClass } from './classify.ts'
import { fold, median } from './frame.ts'

/** Evidence a part of a page must have of its own to be a document of its own. */
const SURE = 3
/** White bands tried on a page, widest first. */
const TRIED = 4

type Edge = 'x' | 'y'

/** A line's extent along an edge of the page. */
function extent({ box }: Line, edge: Edge): [number, number] {
  const at = edge === 'x' ? [box[0], box[2], box[4], box[6]] : [box[1], box[3], box[5], box[7]]
  return [Math.min(...at), Math.max(...at)]
}

/** Where no line crosses a page, widest band first. */
function bands(lines: readonly Line[], edge: Edge): { at: number; width: number }[] {
  const h = median(
    lines.map((line) => Math.hypot(line.box[6] - line.box[0], line.box[7] - line.box[1])),
    1,
  )
  const found: { at: number; width: number }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const [from, to] of lines.map((line) => extent(line, edge)).sort((a, b) => a[0] - b[0])) {
    if (Number.isFinite(end) && from - end > 0.8 * h) found.push({ at: (from + end) / 2, width: from - end })
    end = Math.max(end, to)
  }
  return found.sort((a, b) => b.width - a.width).slice(0, TRIED)
}

function part(page: PageReading, edge: Edge, keep: (middle: number) => boolean): PageReading {
  const middle = (box: Line['box']) => {
    const [from, to] = extent({ page: page.page, box, text: '', confidence: 1 }, edge)
    return (from + to) / 2
  }
  return {
    ...page,
    lines: page.lines.filter((line) => keep(middle(line.box))),
    marks: page.marks.filter((mark) => mark.box === null || keep(middle(mark.box))),
  }
}

/** The phrases of a side that a page shows. */
const cuesOn = (cues: readonly string[], page: PageReading): string[] => {
  const text = page.lines.map((line) => fold(line.text)).join('\n')
  return cues.filter((cue) => text.includes(fold(cue)))
}

/** Lines below its heading that a document has at least: a heading alone is none (出生医学证明 stands again in the label of its number). */
const BELOW_HEADING = 2

/** A part of a page that is a document whatever stands beside it: it has a heading of its own and something below it, or shows a side of a card. */
const isWhole = ({ type, score, titled }: PageClass, page: PageReading): boolean =>
  type !== null &&
  score >= SURE &&
  ((titled && page.lines.length > BELOW_HEADING) ||
    type.sides.some((side) => cuesOn(side.cues, page).length >= Math.max(2, side.cues.length / 2)))

/** The cut goes through a side of a card: phrases of it that this part lacks stand on the other. */
const torn = (type: DocumentType, part: PageReading, other: PageReading): boolean =>
  type.sides.some(({ cues }) => {
    const here = cuesOn(cues, part)
    return here.length > 0 && cuesOn(cues, other).some((cue) => !here.includes(cue))
  })

/** Headings of two papers side by side are set about as large; a label of the paper (医师资格证书 · 编码) is much smaller than its heading. */
const AS_LARGE = 0.75

/** Whether both parts have a heading of about the same size. */
function titledAlike(type: DocumentType, one: PageReading, other: PageReading): boolean {
  const titles = [...type.titles, ...type.variants.flatMap(({ titles }) => titles)].map(fold)
  const [a = 0, b = 0] = [one, other].map(({ lines }) => {
    const headings = lines.filter(({ text }) => titles.some((title) => fold(text).includes(title)))
    return Math.max(0, ...headings.map(({ box }) => Math.hypot(box[6] - box[0], box[7] - box[1])))
  })
  return Math.min(a, b) >= AS_LARGE * Math.max(a, b)
}

/** Two parts are two documents when their types differ, or both show the same phrases of a side, or a heading each. */
function apart(a: PageClass, b: PageClass, one: PageReading, other: PageReading): boolean {
  if (!isWhole(a, one) || !isWhole(b, other) || !a.type || !b.type) return false
  if (torn(a.type, one, other) || torn(b.type, other, one)) return false
  if (a.type !== b.type) return true
  if (a.type.sides.length === 0) return a.titled && b.titled && titledAlike(a.type, one, other)
  return a.type.sides.some(({ cues }) => cuesOn(cuesOn(cues, one), other).length >= Math.max(2, cues.length / 2))
}

/** A page worth trying: two headings stand on it, or a card's print twice, or a card beside a heading. */
function mayHoldSeveral(page: PageReading, types: readonly DocumentType[]): boolean {
  const texts = page.lines.map((line) => fold(line.text))
  const headings = new Set(types.flatMap((type) => type.titles.map(fold)))
  const titled = texts.filter((text) => headings.has(text)).length
  const cards = types
    .flatMap((type) => type.sides)
    .flatMap((side) => {
      const seen = side.cues.map((cue) => texts.filter((text) => text.startsWith(fold(cue))).length)
      return seen.filter((n) => n > 0).length >= Math.max(2, side.cues.length / 2) ? [Math.max(...seen)] : []
    })
  return titled >= 2 || cards.some((n) => n >= 2) || (titled === 1 && cards.length > 0)
}

/** The documents photographed or scanned side by side on one page, as pages of their own; a page that holds one stays whole. */
export function splitPage(page: PageReading, types: readonly DocumentType[]): PageReading[] {
  if (!mayHoldSeveral(page, types)) return [page]
  for (const edge of ['y', 'x'] as const) {
    for (const { at } of bands(page.lines, edge)) {
      const [one, other] = [part(page, edge, (m) => m < at), part(page, edge, (m) => m >= at)]
      if (apart(classifyPage(one, types), classifyPage(other, types), one, other))
        return [one, other].flatMap((half) => splitPage(half, types))
    }
  }
  return [page]
}
