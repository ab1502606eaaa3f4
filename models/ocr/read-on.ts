import type { Decoded } from './ctc.ts'
import { axes, type Point, type Rect } from './geometry.ts'
import { type InkMap, inkMap } from './ink-map.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** How far beyond an end is looked, in line heights: a character and the paper behind it. */
const BEYOND = 1.25
/** What is read on must be read so surely. */
const SURE = 0.8
/** Within so many line heights print must begin and end. */
const NEXT = 0.6
const CELL = 1
/** So many line heights of an end are read again with what stands behind it. */
const END = 6
/** Columns of print that make a character at least, and columns of a rule or another line that may stand in it at most. */
const [FEW, MANY] = [2, 2]

/** Signs as thin as a rule or a stain, and the corners of frames. */
const THIN = /^(?:[^\p{L}\p{N}]|[1Il丨])+$/u

type Side = 'left' | 'right'

/** A line as it was read. */
interface Read {
  rect: Rect
  decoded: Decoded
}

/** How far one may look beyond an end before another line begins, in pixels. */
function roomBeyond(rect: Rect, side: Side, others: readonly Rect[]): number {
  const { ux, uy, vx, vy } = axes(rect)
  const [x0, y0] = rect.corners[0]
  let room = BEYOND * rect.height
  for (const { corners } of others) {
    const along = corners.map(([x, y]) => (x - x0) * ux + (y - y0) * uy)
    const across = corners.map(([x, y]) => (x - x0) * vx + (y - y0) * vy)
    if (Math.min(Math.max(...across), rect.height) - Math.max(Math.min(...across), 0) < 0.3 * rect.height) continue
    const gap = side === 'right' ? Math.min(...along) - rect.width : -Math.max(...along)
    const beyond = side === 'right' ? Math.max(...along) > rect.width : Math.min(...along) < 0
    if (beyond) room = Math.min(room, Math.max(0, gap))
  }
  return room
}

/** Whether something like a character stands behind an end, with paper behind it. */
function printBeyond({ columns, cells, from, to }: InkMap, side: Side, room: number): boolean {
  const count = Math.min(Math.round(room), CELL * cells)
  const kinds = Array.from({ length: count }, (_, away) => {
    const column = columns[side === 'right' ? to + 1 + away : from - 1 - away]
    const rows = column ? [...column.keys()].filter((row) => column[row] === 1) : []
    const through = (rows[0] ?? cells) <= 1 && (rows.at(-1) ?? 0) >= cells - 2
    return rows.length === 0 ? 'blank' : through ? 'through' : 'print'
  })
  const of = (kind: (typeof kinds)[number]) => kinds.filter((one) => one === kind).length
  const begins = kinds.findIndex((kind) => kind !== 'blank')
  return of('print') >= FEW && of('through') <= MANY && begins < NEXT * cells && kinds.lastIndexOf('blank') > begins
}

/** A rectangle between two places along its text, in pixels from its beginning. */
function between(rect: Rect, from: number, to: number): Rect {
  const { ux, uy } = axes(rect)
  const [tl, tr, br, bl] = rect.corners
  const move = ([x, y]: Point, step: number): Point => [x + step * ux, y + step * uy]
  const [start, end] = [from, to - rect.width]
  return { ...rect, corners: [move(tl, start), move(tr, end), move(br, end), move(bl, start)], width: to - from }
}

/** The end of a line, the same with room beyond it, and what of its characters stands wholly in that part. */
function endOf({ rect, decoded }: Read, side: Side, room: number) {
  const { width, height } = rect
  const inside = Math.min(width, END * height)
  const [from, to] = side === 'right' ? [width - inside, width + room] : [-room, inside]
  const whole = [...decoded.text].map((_, i) => {
    const x = (decoded.xs[i] ?? 0) * width
    return inside === width || (side === 'right' ? x > from + height : x < to - height)
  })
  const known = [...decoded.text].filter((_, i) => whole[i]).join('')
  return { from, to, known, long: side === 'right' ? between(rect, 0, to) : between(rect, from, width) }
}

/** Places of characters gained behind what is known of an end: the known part must be read again as it was, after at most two that were cut. */
function gainedAt(more: Decoded, known: string, side: Side): { start: number; end: number } | null {
  const at = side === 'right' ? more.text.indexOf(known) : more.text.lastIndexOf(known)
  if (known === '' || at < 0) return null
  const [start, end] = side === 'right' ? [at + known.length, more.text.length] : [0, at]
  const cut = more.text.length - known.length - (end - start)
  const sure = more.characters.slice(start, end).every((confidence) => confidence >= SURE)
  return end > start && cut <= 2 && sure ? { start, end } : null
}

/** Of thin signs only a 1 that goes on a number is believed, and a mark behind words. */
function isBelieved(gained: string, text: string, side: Side): boolean {
  if (!THIN.test(gained)) return true
  const number = side === 'right' ? /\d$/u : /^\d/u
  return (/^1+$/u.test(gained) && number.test(text)) || (side === 'right' && /^[,，、。;；]$/u.test(gained))
}

/** A line and what was gained at one of its ends, as one. */
function joined({ rect, decoded }: Read, gained: Decoded, side: Side, long: Rect): Read {
  const shift = side === 'right' ? 0 : long.width - rect.width
  const own = { ...decoded, xs: decoded.xs.map((x) => (x * rect.width + shift) / long.width) }
  const [a, b] = side === 'right' ? [own, gained] : [gained, own]
  const characters = [...a.characters, ...b.characters]
  const all: Decoded = {
    text: a.text + b.text,
    characters,
    confidence: characters.reduce((sum, one) => sum + one, 0) / characters.length,
    xs: [...a.xs, ...b.xs],
    alternatives: [...a.alternatives, ...b.alternatives],
  }
  return { rect: long, decoded: all }
}

/**
 * A line with the characters that the detector left out at its ends (over a watermark, an ornament, in a shadow): where something
 * like a character stands behind an end and no other line does, that end is read once more with room for it.
 */
export async function readOn(read: Recogniser, picture: Picture, given: Read, others: readonly Rect[]): Promise<Read> {
  const { rect, decoded } = given
  if (rect.height > rect.width || decoded.text.trim().length < 2 || decoded.confidence < SURE) return given
  const map = inkMap(picture, rect, BEYOND)
  if (!map) return given
  let line = given
  for (const side of ['left', 'right'] as const) {
    const room = roomBeyond(rect, side, others)
    if (!printBeyond(map, side, (room / rect.height) * map.cells)) continue
    const { from, to, known, long } = endOf(line, side, room)
    const more = await read(picture, between(line.rect, from, to))
    const place = gainedAt(more, known, side)
    if (!place) continue
    const { start, end } = place
    const gained: Decoded = {
      ...more,
      text: more.text.slice(start, end),
      characters: more.characters.slice(start, end),
      xs: more.xs.slice(start, end).map((x) => (x * (to - from) + Math.max(0, from)) / long.width),
      alternatives: more.alternatives.slice(start, end),
    }
    if (isBelieved(gained.text, line.decoded.text, side)) line = joined(line, gained, side, long)
  }
  return line
}
