import type { Line, Rival } from '../../facts/reading.ts'
import type { CloserReader, Page } from '../page.ts'
import { timed } from '../stopwatch.ts'
import { readCloser } from './closer.ts'
import type { Decoded } from './ctc.ts'
import { DETECT_DEFAULTS, type DetectOptions, type Found } from './detect.ts'
import { detectPage } from './detect-page.ts'
import { withLoneStrokes } from './ends.ts'
import type { Rect } from './geometry.ts'
import { standingFigure } from './lone-character.ts'
import { inReadingOrder } from './order.ts'
import { orientation } from './orientation.ts'
import { type Picture, type Turn, turn } from './picture.ts'
import { readOn } from './read-on.ts'
import { type Recogniser, readKeys, recogniser } from './recognise.ts'
import { remembering } from './remembering.ts'
import { type RingName, readRing } from './ring.ts'
import { secondLook } from './second-look.ts'
import { loadNetwork } from './session.ts'
import { withoutSharedEnds } from './shared-ends.ts'
import { isColumn, looksStacked, splitStack } from './stack.ts'
import { withoutStraySigns } from './stray-signs.ts'
import { agreedLines, isMostlyPicture, type Looks, uncovered } from './text-layer.ts'
import { underSeal } from './under-seal.ts'
import { doubtUnread } from './unread.ts'
import { fillsColumn, setClose } from './upright-columns.ts'
import { withoutWatermark, withoutWatermarkWords } from './watermark.ts'
import { defaultWeights, type Weights } from './weights.ts'
import { keepCellsTogether } from './wrapped-cells.ts'

/** What a page says: the page as it was read (turned upright by `turned`, clockwise) and its lines in reading order. */
export interface PageLines {
  page: Page
  turned: Turn
  lines: Line[]
  /** Where print was seen that could not be read. */
  unread?: Line['box'][]
  /** Lines of the text layer that the picture contradicts. */
  disputed?: number
  /** Places that were looked at once only. */
  glanced?: number
}

/** Which places of a page are worth more than a first look, told by the lines that one shows. */
export type Interest = (page: Page, lines: Line[]) => (box: Line['box']) => boolean

/** Reads the lines of one page; with an `interest` print that it leaves out is not looked at again where the first look was not clear. */
export type LineReader = (page: Page, interest?: Interest) => Promise<PageLines>

/** Text below this confidence is noise. */
const LEGIBLE = 0.3
/** A single character without neighbours must be read better. */
const SURE = 0.7

/** Reads whole pages, and where a reader has the means, some print again more closely. */
export interface PageReader {
  lines: LineReader
  closer: ((page: Page, ...rest: Tail<Parameters<CloserReader>>) => ReturnType<CloserReader>) | null
  /** Reads the straightened name of a seal. */
  ring?: (strip: Picture) => Promise<RingName | null>
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never

/** Loads the PP-OCR networks (about 0.3 s) and returns the reader of whole pages. */
export async function createPageReader(
  weights: Weights = defaultWeights(),
  options: DetectOptions = DETECT_DEFAULTS,
): Promise<PageReader> {
  const detection = await loadNetwork(weights.detection, { ownMemory: true })
  const keys = await readKeys(weights.dictionary)
  const known = new Set(keys)
  const recognise = recogniser(await loadNetwork(weights.recognition), keys)
  const closer: PageReader['closer'] = (page, box, enough) => readCloser(recognise, page, box, enough)
  const lines: LineReader = async (opened, interest) => {
    const read = remembering(recognise)
    const readCleared = async (page: Page, found: Found[]) => {
      const clear = withoutWatermark(page, found)
      const regions = clear
        ? await readRegions(clear, await detectPage(detection, clear, options), read, interest)
        : await readRegions(page, found, read, interest)
      return { ...regions, lines: withoutWatermarkWords(regions.lines) }
    }
    const found = await detectPage(detection, opened, options)
    const layer = await believedLayer(opened, found, read, (character) => known.has(character))
    if (layer) {
      const rest = await readRegions(opened, uncovered(layer.lines, found), read)
      const lines = keepCellsTogether(inReadingOrder([...layer.lines, ...rest.lines]))
      return { page: opened, turned: 0, lines, disputed: layer.disputed }
    }
    const page = asPicture(opened)
    const turned = await orientation(page, found, read)
    if (turned === 0) return { page, turned, ...ordered(await readCleared(page, found)) }
    const upright = { ...page, ...(await turn(page, turned)) }
    const foundAgain = await detectPage(detection, upright, options)
    return { page: upright, turned, ...ordered(await readCleared(upright, foundAgain)) }
  }
  return { lines, closer, ring: (strip) => readRing(recognise, strip) }
}

/** A page without its text layer. */
const asPicture = ({ page, width, height, rgb, drawn }: Page): Page => ({
  page,
  width,
  height,
  rgb,
  textLayer: null,
  ...(drawn && { drawn }),
})

/** What the picture lets stand of a page's text layer; null when the page is a picture, with or without a layer. */
async function believedLayer(
  page: Page,
  found: Found[],
  read: Recogniser,
  knows: (character: string) => boolean,
): Promise<{ lines: Line[]; disputed: number } | null> {
  const { textLayer, drawnFromText } = page
  if (!textLayer) return null
  if (drawnFromText) return { lines: textLayer, disputed: 0 }
  if (isMostlyPicture(textLayer, uncovered(textLayer, found))) return null
  const unsealed = underSeal(read, page)
  const looks: Looks = [
    (rect) => read(page, rect),
    async (rect) => unsealed(rect, await read(page, rect, false, 1)),
    (rect) => read(page, rect, false, 1.25),
  ]
  return agreedLines(textLayer, looks, knows)
}

type Regions = Required<Pick<PageLines, 'lines' | 'unread'>> & Pick<PageLines, 'glanced'>

const ordered = ({ lines, ...rest }: Regions): Regions => ({ ...rest, lines: inReadingOrder(lines) })

/** Characters read one by one as one line. */
function joined(parts: Decoded[]): Decoded {
  const count = Math.max(1, parts.length)
  return {
    text: parts.map(({ text }) => text).join(''),
    confidence: parts.reduce((sum, { confidence }) => sum + confidence, 0) / count,
    characters: parts.flatMap(({ characters }) => characters),
    xs: parts.flatMap(({ xs }, i) => xs.map((x) => (i + x) / count)),
    alternatives: parts.flatMap(({ alternatives }) => alternatives),
  }
}

/** So likely at least is what is told beside a line's characters. */
const TOLD = 0.005

const rivalsAmong = (alternatives: Decoded['alternatives']): Rival[] =>
  alternatives.flatMap((others, at) =>
    others.flatMap(({ text, probability }) =>
      probability < TOLD ? [] : [{ at, text, probability: Math.round(probability * 1000) / 1000 }],
    ),
  )

const boxOf = ({ corners: [a, b, c, d] }: Rect): Line['box'] => [...a, ...b, ...c, ...d]

/** A rectangle's line; null where too little was read. */
function lineOf(
  page: number,
  rect: Rect,
  { text, confidence, characters, xs, alternatives }: Decoded,
  least = LEGIBLE,
): Line | null {
  if (text.trim() === '' || confidence < least) return null
  return { page, box: boxOf(rect), text, confidence, characters, xs, rivals: rivalsAmong(alternatives) }
}

async function readRegions(page: Page, found: Found[], read: Recogniser, interest?: Interest): Promise<Regions> {
  const lines: Line[] = []
  const unread: Line['box'][] = []
  const keep = (rect: Rect, decoded: Decoded, least = LEGIBLE) => {
    const line = lineOf(page.page, rect, decoded, least)
    if (line) lines.push(line)
    else unread.push(boxOf(rect))
  }
  const again = secondLook(read, page)
  const unsealed = underSeal(read, page)
  const regions = found.map(({ rect: seen }) => ({
    rect: withLoneStrokes(page, seen),
    others: found.flatMap((other) => (other.rect === seen ? [] : other.rect)),
  }))
  const glances = new Map<Rect, Decoded>()
  if (interest)
    for (const { rect, others } of regions)
      glances.set(rect, withoutStraySigns(page, rect, doubtUnread(page, rect, await read(page, rect)), others))
  const seen = [...glances].flatMap(([rect, decoded]) => lineOf(page.page, rect, decoded) ?? [])
  const matters = interest && (await timed('understand', () => interest(page, seen)))
  let glanced = 0
  for (const { rect, others } of regions) {
    const glance = glances.get(rect)
    if (glance && !matters?.(boxOf(rect))) {
      keep(rect, glance)
      glanced += 1
      continue
    }
    const whole = doubtUnread(
      page,
      rect,
      await again(rect, await unsealed(rect, await standingFigure(read, page, rect, await read(page, rect)))),
    )
    if (looksStacked(rect) && whole.confidence < SURE) {
      const cells = splitStack(page, rect)
      const down = cells.length < 2 || setClose(cells) ? await read(page, rect, true) : null
      if (down && fillsColumn(rect, down)) {
        keep(rect, down, SURE)
        continue
      }
      const characters: { cell: Rect; decoded: Decoded }[] = []
      for (const cell of cells) characters.push({ cell, decoded: await read(page, cell) })
      if (cells.length > 1 && isColumn(cells)) keep(rect, joined(characters.map(({ decoded }) => decoded)), SURE)
      else for (const { cell, decoded } of characters) keep(cell, decoded, SURE)
      if (cells.length > 0) continue
    }
    const { rect: long, decoded } = await readOn(read, page, { rect, decoded: whole }, others)
    keep(long, withoutStraySigns(page, long, decoded, others))
  }
  return { lines: withoutSharedEnds(lines), unread, ...(interest && { glanced }) }
}
