import type { Box } from '../../facts/fact.ts'
import type { Line, Rival } from '../../facts/reading.ts'

/** One character of a line: NFKC-folded, with the stretch of the line it stands on (0–1) and its confidence. */
export interface Glyph {
  text: string
  from: number
  to: number
  confidence: number
  /** As printed, before folding. */
  raw: string
  /** What else the reader saw here. */
  rivals?: readonly Rival[]
}

/** A stretch of one text line in page coordinates turned so that text runs level. Whitespace is not text. */
export interface Piece {
  line: Line
  glyphs: Glyph[]
  text: string
  x0: number
  x1: number
  y: number
  height: number
}

/** Turns page points so that the page's text runs level. */
export interface Frame {
  angle: number
  turn(x: number, y: number): [number, number]
}

const angleOf = ({ box }: Line) =>
  Math.atan2((box[3] + box[5] - box[1] - box[7]) / 2, (box[2] + box[4] - box[0] - box[6]) / 2)

const widthOf = ({ box }: Line) => Math.hypot(box[2] - box[0], box[3] - box[1])

const heightOf = ({ box }: Line) => Math.hypot(box[6] - box[0], box[7] - box[1])

/** The level frame of a page: the median angle (radians) of its wide lines. */
export function levelFrame(lines: readonly Line[]): Frame {
  const wide = lines.filter((line) => widthOf(line) > 4 * heightOf(line))
  const angles = wide.map(angleOf).sort((a, b) => a - b)
  const angle = angles[Math.floor(angles.length / 2)] ?? 0
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { angle, turn: (x, y) => [x * cos + y * sin, y * cos - x * sin] }
}

/** Half-width characters take about half the room of Han. */
const room = (character: string) => (/[ -~｡-ﾟ]/.test(character) ? 0.55 : 1)

/** Where each UTF-16 unit of a line stands (0–1): as the reader saw it, else by the room characters take. */
function places({ text, xs, box }: Line): { from: number; to: number }[] {
  const units = [...text].flatMap((character) => Array.from(character, () => character))
  const total = units.reduce((sum, character) => sum + room(character), 0)
  if (!xs || xs.length !== text.length) {
    let at = 0
    return units.map((character) => {
      const from = at / total
      at += room(character)
      return { from, to: at / total }
    })
  }
  const half = Math.min(
    0.5,
    (0.5 * Math.hypot(box[6] - box[0], box[7] - box[1])) / Math.max(1, Math.hypot(box[2] - box[0], box[3] - box[1])),
  )
  return units.map((character, index) => {
    const x = xs[index] ?? 0
    const reach = half * room(character)
    const before = index > 0 ? (x - (xs[index - 1] ?? 0)) / 2 : x
    const after = index < xs.length - 1 ? ((xs[index + 1] ?? 1) - x) / 2 : 1 - x
    return { from: x - Math.min(reach, Math.max(0, before)), to: x + Math.min(reach, Math.max(0, after)) }
  })
}

/** A whole line as a piece; null when it holds no text. */
export function pieceOf(line: Line, frame: Frame): Piece | null {
  const at = places(line)
  const glyphs: Glyph[] = []
  let unit = 0
  for (const raw of line.text) {
    const { from, to } = at[unit] ?? { from: 0, to: 1 }
    const confidence = line.characters?.[unit] ?? line.confidence
    const seen = line.rivals?.filter(({ at: place }) => place === unit)
    for (const text of raw.normalize('NFKC').replace(/\s/gu, ''))
      glyphs.push({ text, from, to, confidence, raw, ...(seen && seen.length > 0 && { rivals: seen }) })
    unit += raw.length
  }
  return glyphs.length === 0 ? null : place(line, glyphs, frame)
}

const placed = new WeakMap<Piece, Frame>()

function place(line: Line, glyphs: Glyph[], frame: Frame): Piece {
  const { box } = line
  const from = glyphs[0]?.from ?? 0
  const to = glyphs.at(-1)?.to ?? 1
  const left = frame.turn((box[0] + box[6]) / 2, (box[1] + box[7]) / 2)
  const right = frame.turn((box[2] + box[4]) / 2, (box[3] + box[5]) / 2)
  const along = (share: number) => left[0] + (right[0] - left[0]) * share
  const piece: Piece = {
    line,
    glyphs,
    text: glyphs.map((glyph) => glyph.text).join(''),
    x0: along(from),
    x1: along(to),
    y: left[1] + (right[1] - left[1]) * ((from + to) / 2),
    height: heightOf(line),
  }
  placed.set(piece, frame)
  return piece
}

/** Characters `start` to `end` of a piece as a piece of their own; null when empty. */
export function cut(piece: Piece, start: number, end: number = piece.glyphs.length): Piece | null {
  const glyphs = piece.glyphs.slice(start, end)
  if (glyphs.length === 0) return null
  return place(piece.line, glyphs, placed.get(piece) ?? levelFrame([piece.line]))
}

/** The piece's four corners in pixels of the upright page. */
export function boxOf(piece: Piece): Box {
  const b = piece.line.box
  const from = piece.glyphs[0]?.from ?? 0
  const to = piece.glyphs.at(-1)?.to ?? 1
  const mix = (a: number, z: number, share: number) => Math.round((a + (z - a) * share) * 10) / 10
  return [
    mix(b[0], b[2], from),
    mix(b[1], b[3], from),
    mix(b[0], b[2], to),
    mix(b[1], b[3], to),
    mix(b[6], b[4], to),
    mix(b[7], b[5], to),
    mix(b[6], b[4], from),
    mix(b[7], b[5], from),
  ]
}

/** The upright rectangle around several boxes; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  if (boxes.length === 1) return boxes[0] ?? null
  const xs = boxes.flatMap((box) => [box[0], box[2], box[4], box[6]])
  const ys = boxes.flatMap((box) => [box[1], box[3], box[5], box[7]])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return [x0, y0, x1, y0, x1, y1, x0, y1]
}

/** The glyphs of pieces in order, those that one printed character folds to once. */
export const printed = (pieces: readonly Piece[]): Glyph[] =>
  pieces.flatMap(({ glyphs }) =>
    glyphs.filter((g, i) => g.raw !== glyphs[i - 1]?.raw || g.from !== glyphs[i - 1]?.from),
  )

/** Text as printed (before folding) of pieces in order. */
export const rawOf = (pieces: readonly Piece[]): string =>
  printed(pieces)
    .map(({ raw }) => raw)
    .join('')

/** What else the reader saw at the characters of `rawOf`. */
export function rivalsOf(pieces: readonly Piece[]): Rival[] {
  let unit = 0
  return printed(pieces).flatMap(({ raw, rivals = [] }) => {
    const at = unit
    unit += raw.length
    return rivals.map((rival) => ({ ...rival, at }))
  })
}

/** Folds text the way pieces are folded: NFKC without whitespace. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')

/** The middle of a list of numbers; `otherwise` when empty. */
export function median(values: readonly number[], otherwise = 0): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise
}
