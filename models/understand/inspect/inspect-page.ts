import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark, MarkKind } from '../../../facts/reading.ts'
import type { Page, PageReading } from '../../page.ts'
import { fold, median } from '../frame.ts'
import { fromTypes } from '../known-types.ts'
import { isColourless } from './colour.ts'
import { darkSeals } from './dark-seals.ts'
import { datesAt } from './dates.ts'
import { isHeadingPrint } from './heading-print.ts'
import { signaturesAt } from './ink.ts'
import { hasLooseWriting } from './loose-writing.ts'
import { outlinedSeals } from './outlined-seals.ts'
import { type Small, shrink } from './pixels.ts'
import { hasFewWords, isPortrait, portraitsOn } from './portrait.ts'
import { qualityOf, qualityOfPortrait } from './quality.ts'
import { redSeals } from './seals.ts'
import { strokesOn } from './strokes.ts'
import { tickBoxesOn } from './tick-boxes.ts'
import { tickedLines } from './ticked-lines.ts'
import { typedBoxes } from './typed-boxes.ts'

/** Long side of the small picture on which colour and light are judged. */
const LONG_SIDE = 800

/** Rings are looked for on a smaller picture still. */
const RING_SIDE = 560

/** Printed words of all document types beside which a mark of a kind stands. */
const placesOf = fromTypes((types) => {
  const places = new Map<MarkKind, Set<string>>()
  for (const { kind, near } of types.flatMap(({ marks }) => marks)) {
    places.set(kind, new Set([...(places.get(kind) ?? []), ...near.map(fold)]))
  }
  return places
})

const placesFor = (kind: MarkKind): string[] => [...(placesOf().get(kind) ?? [])]

/** Words that stand beside boxes: the values of all enumerations, and the two answers to a question. */
const ANSWERS = ['是', '否', '有', '无', '同意', '不同意']
const offeredWords = fromTypes(
  (types): ReadonlySet<string> =>
    new Set([
      ...ANSWERS,
      ...types.flatMap(({ fields }) =>
        fields.flatMap((field) => [field, ...(field.columns ?? [])].flatMap(({ values }) => values ?? [])),
      ),
    ]),
)

/** Red seals, and rings of any colour beside them: a copy is sealed black, and red again by who vouches for it. */
function sealsOn(page: Page, lines: readonly Line[], small: Small): Mark[] {
  const heights = lines.map(({ box }) => Math.hypot(box[6] - box[0], box[7] - box[1]))
  const print = heights.length === 0 ? null : median(heights)
  const isSeal = (mark: Mark) => !isHeadingPrint(mark, lines)
  const red = redSeals(small, page.page, print).filter(isSeal)
  const dark = darkSeals(shrink(page, RING_SIDE), page.page).filter(isSeal)
  const seen = [...red, ...dark.filter((ring) => !red.some((seal) => isOver(ring, seal)))]
  const outlined = outlinedSeals(small, page.page, lines)
  return [...seen, ...outlined.filter((one) => !seen.some((seal) => isOver(one, seal)))]
}

/** Whether a ring's middle lies within another seal, or that one's within the ring: it is the same one. */
function isOver({ box: ring }: Mark, { box: seal }: Mark): boolean {
  if (!ring || !seal) return false
  const middle = (box: Box) => [(box[0] + box[4]) / 2, (box[1] + box[5]) / 2] as const
  const holds = (box: Box, [x, y]: readonly [number, number]) => x > box[0] && x < box[4] && y > box[1] && y < box[5]
  return holds(seal, middle(ring)) || holds(ring, middle(seal))
}

/**
 * Looks at a page's pixels once, before they are dropped (`unread`: where print gave no text): photo quality, colour, seals, portraits,
 * ink where somebody should sign. For fields only what a value may depend on: the seals over print, the boxes ticked, the strokes and the quality.
 */
export async function inspectPage(
  page: Page,
  lines: Line[],
  unread: Line['box'][] = [],
  only?: 'fields',
): Promise<PageReading> {
  const small = shrink(page, LONG_SIDE)
  // Beside the print of a digital page stands what was drawn or pasted there.
  const drawn = page.wordless ? { ...page, rgb: page.wordless } : page
  const boxes = page.wordless
    ? [...tickBoxesOn(drawn, lines, offeredWords(), { wordless: true }), ...typedBoxes(lines, drawn)]
    : tickBoxesOn(page, lines, offeredWords())
  const ticks = tickedLines(lines, boxes, offeredWords())
  const seals = sealsOn(page, lines, small)
  const seen = {
    page: page.page,
    width: page.width,
    height: page.height,
    lines: ticks.lines,
    strokes: strokesOn(page, ticks.lines),
    digital: page.textLayer !== null,
  }
  // What has hardly a word may be a portrait, which is told by all that stands on it.
  if (only === 'fields' && !hasFewWords(lines))
    return { ...seen, quality: qualityOf(page, lines, small, unread), marks: seals }
  const photos = portraitsOn(small, page.page)
  const signatures = signaturesAt(drawn, lines, placesFor('signature'))
  const dates = datesAt(drawn, lines, [...placesFor('seal'), ...placesFor('signature')], seals)
  const marks = [...seals, ...signatures, ...dates, ...ticks.marks, ...photos]
  const portrait = isPortrait(marks, lines, unread)
  // Black print of a page that no camera or copier made says nothing about an original in colour.
  const colourless = page.textLayer || page.drawn ? null : isColourless(small, lines, seals, photos)
  return {
    ...seen,
    quality: portrait ? qualityOfPortrait(page, small) : qualityOf(page, lines, small, unread),
    marks,
    ...(portrait && { portrait }),
    colourless,
    // Only of what may be a copy anybody asks.
    looseWriting: !page.textLayer && colourless !== false && hasLooseWriting(small, lines, marks),
  }
}
