import type { Line } from '../../facts/reading.ts'
import type { Decoded } from './ctc.ts'
import type { Found } from './detect.ts'
import { fromCorners, grow, type Point, type Rect } from './geometry.ts'
import { comparable, type Difference, differences } from './same-print.ts'

/** How a line's print is read: the usual way first, then closer ones. */
export type Looks = readonly ((rect: Rect) => Promise<Decoded>)[]

/** The picture is sure of a character that it read with this. */
const SURE = 0.85
/** Confidence of a character of which the text layer and the picture say different things. */
const DISPUTED = 0.3
/** A layer with more of its lines unlike the picture than this is of another page, or its fonts tell nothing. */
const WRONG = 0.5
/** So many lost characters in a row are covered, not overlooked. */
const COVERED = 2

/**
 * A text layer compared with the picture line by line: a line whose print says something else is taken from the picture where that is
 * sure, else kept and doubted; what differs is never sure. `disputed` counts those lines but for such as differ, unsurely, by one
 * character. Null when the whole layer is not the page's. `knows` tells the characters that the recogniser can read at all.
 */
export async function agreedLines(
  layer: readonly Line[],
  looks: Looks,
  knows: (character: string) => boolean,
): Promise<{ lines: Line[]; disputed: number } | null> {
  const agreed: Line[] = []
  let [compared, wrong, disputed] = [0, 0, 0]
  for (const line of layer) {
    const { seen, differing } = await compare(line, looks, knows)
    const length = Math.max(comparable(line.text).length, comparable(seen.text).length)
    compared += length
    if (2 * weight(differing) > length) wrong += length
    if (differing.length === 0) {
      agreed.push(line)
      continue
    }
    const sure = differing.every((one) => one.sure)
    if (sure || weight(differing) > 1) disputed += 1
    agreed.push(sure ? fromPicture(line, seen, differing) : doubted(line, differing))
  }
  return wrong > WRONG * compared ? null : { lines: once(agreed, layer), disputed }
}

/** Without the lines that turned out to be another one, painted over them. */
const once = (agreed: readonly Line[], layer: readonly Line[]): Line[] =>
  agreed.filter(
    (line, i) =>
      line.text === layer[i]?.text ||
      !agreed.some(
        (other, k) => k !== i && (k < i || other.text === layer[k]?.text) && overlap(other, line) && same(other, line),
      ),
  )

const same = (one: Line, other: Line) => differences(one.text, other.text, () => true).length === 0

const weight = (differing: readonly Difference[]) =>
  differing.reduce((sum, { layer, seen }) => sum + Math.max(layer.length, seen.length), 0)

/** Reads a line until a look says what the layer says; what no look confirms differs. */
async function compare(line: Line, looks: Looks, knows: (character: string) => boolean) {
  const rect = rectOf(line)
  let best: { seen: Decoded; differing: Difference[] } | null = null
  for (const look of looks) {
    const seen = await look(grow(rect, rect.height * 0.1, rect.height * 0.1))
    const differing = isSignAlone(line, seen) ? [] : differences(line.text, seen.text, knows)
    if (!best || weight(differing) < weight(best.differing)) best = { seen, differing }
    if (best.differing.length === 0) break
  }
  const { seen, differing } = best ?? { seen: NOTHING, differing: [] }
  return { seen, differing: differing.map((one) => ({ ...one, sure: sureOf(one, seen) })) }
}

/** A sign alone (—, ①, ☑) may be read as any character of its shape. */
const isSignAlone = ({ text }: Line, seen: Decoded) => comparable(text).length === 0 && comparable(seen.text).length < 2

const NOTHING: Decoded = { text: '', confidence: 0, characters: [], xs: [], alternatives: [] }

type Judged = Difference & { sure: boolean }

function sureOf({ layer, seen: units }: Difference, seen: Decoded): boolean {
  if (units.length === 0) return layer.length >= COVERED && seen.confidence >= SURE
  return units.every((unit) => (seen.characters[unit] ?? 0) >= SURE)
}

function fromPicture(line: Line, { text, confidence, characters, xs }: Decoded, differing: readonly Judged[]): Line {
  const disputed = new Set(differing.flatMap(({ seen, beside }) => (seen.length > 0 ? seen : beside)))
  return {
    ...line,
    text,
    confidence,
    characters: characters.map((value, unit) => (disputed.has(unit) ? Math.min(DISPUTED, value) : value)),
    xs,
    rivals: differing.flatMap(({ layer, seen }) =>
      layer.length === seen.length
        ? seen.map((at, i) => ({ at, text: line.text[layer[i] ?? 0] ?? '', probability: DISPUTED }))
        : [],
    ),
  }
}

function doubted(line: Line, differing: readonly Judged[]): Line {
  const units = new Set(differing.flatMap(({ layer, around }) => (layer.length > 0 ? layer : around)))
  const characters = [...line.text].flatMap((c) => Array.from({ length: c.length }, () => 1))
  return {
    ...line,
    confidence: DISPUTED,
    characters: characters.map((_, unit) => (units.has(unit) ? DISPUTED : (line.characters?.[unit] ?? 1))),
  }
}

/** Whether a page is a picture with some text painted over it: more print is seen outside of its text layer than within. */
export function isMostlyPicture(layer: readonly Line[], outside: readonly Found[]): boolean {
  const within = layer.reduce((sum, line) => sum + area(rectOf(line)), 0)
  return outside.reduce((sum, { rect }) => sum + area(rect), 0) > within
}

const area = ({ width, height }: Rect) => width * height

/** Regions where text is seen and the layer has none, such as a photograph placed in a document. */
export function uncovered(layer: Line[], found: Found[]): Found[] {
  const boxes = layer.map(boundsOf)
  return found.filter(({ rect }) => {
    const [a, b, , d] = rect.corners
    let inside = 0
    for (let i = 1; i <= 9; i++) {
      const x = a[0] + ((b[0] - a[0]) * i) / 10 + (d[0] - a[0]) / 2
      const y = a[1] + ((b[1] - a[1]) * i) / 10 + (d[1] - a[1]) / 2
      if (boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) inside++
    }
    return inside < 3
  })
}

const boundsOf = ({ box }: Line) => ({
  left: Math.min(box[0], box[2], box[4], box[6]),
  right: Math.max(box[0], box[2], box[4], box[6]),
  top: Math.min(box[1], box[3], box[5], box[7]),
  bottom: Math.max(box[1], box[3], box[5], box[7]),
})

/** Whether two lines stand in one place. */
function overlap(one: Line, other: Line): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)]
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0.5 * (b.right - b.left) && height > 0.5 * (b.bottom - b.top)
}

function rectOf({ box }: Line) {
  const corners: Point[] = [0, 2, 4, 6].map((i) => [box[i] ?? 0, box[i + 1] ?? 0])
  return fromCorners(corners)
}
