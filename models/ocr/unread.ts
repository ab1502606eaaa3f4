import type { Decoded } from './ctc.ts'
import type { Rect } from './geometry.ts'
import { type InkMap, inkMap } from './ink-map.ts'
import type { Picture } from './picture.ts'

/** Confidence of characters beside one that was not read. */
const DOUBTED = 0.2
/** So much wider than usual is the step from one character to the next when one between them was not read. */
const [WIDE, TOO_WIDE] = [1.65, 2.5]

const HAN = /\p{Script=Han}/u
/** What stands before a character that was passed over: another, or the mark behind the last part. */
const BEFORE = /[\p{Script=Han}，、；。,;]/u

/** Whether a character's worth of print stands between two places (columns). */
function holdsCharacter({ columns, cells }: InkMap, from: number, to: number): boolean {
  const between = columns.slice(Math.max(0, Math.round(from)), Math.round(to) + 1)
  // Letters set apart leave white on both sides of the one passed over.
  const [first, last] = [between, between.toReversed()].map((some) => some.findIndex((column) => column.includes(1)))
  const inside = first === undefined || first < 0 ? [] : between.slice(first, between.length - (last ?? 0))
  const filled = inside.filter((column) => column.includes(1)).length
  const rows = new Set(inside.flatMap((column) => [...column.keys()].filter((row) => column[row] === 1)))
  const ink =
    inside.reduce((sum, column) => sum + column.reduce((a, b) => a + b, 0), 0) / Math.max(1, inside.length * cells)
  return (
    inside.length >= 0.3 * cells &&
    filled >= 0.75 * inside.length &&
    rows.size >= 0.45 * cells &&
    ink > 0.1 &&
    ink < 0.6
  )
}

/**
 * Doubts the neighbours of print that gave no character: the network passes over characters it does not know (燊, 翀) without a
 * word, and what it read of the name around them looks sure.
 */
export function doubtUnread(picture: Picture, rect: Rect, decoded: Decoded): Decoded {
  const characters = [...decoded.text]
  const han = characters.filter((one) => HAN.test(one)).length
  if (han < 1 || characters.length !== decoded.text.length || rect.height > rect.width) return decoded
  const place = (index: number) => (decoded.xs[index] ?? 0) * (rect.width / rect.height)
  const steps = characters.slice(1).flatMap((one, i) => {
    const pair = HAN.test(one) && HAN.test(characters[i] ?? '')
    return pair ? [place(i + 1) - place(i)] : []
  })
  // Han stand about three quarters of the line's height apart, as the detector draws it.
  const usual = steps.length >= 3 ? (steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 3)] ?? 0.75) : 0.75
  const wide = (step: number) => step > WIDE * usual && step < TOO_WIDE * usual
  const gaps = characters.slice(1).flatMap((_, i) => {
    const both = BEFORE.test(characters[i] ?? '') && HAN.test(characters[i + 1] ?? '')
    return both && wide(place(i + 1) - place(i))
      ? [{ from: place(i) + 0.6 * usual, to: place(i + 1) - 0.6 * usual, beside: [i, i + 1] }]
      : []
  })
  const last = characters.length - 1
  const end = rect.width / rect.height
  if (HAN.test(characters[last] ?? '') && end - place(last) > 1.45 * usual)
    gaps.push({ from: place(last) + 0.6 * usual, to: end - 0.2, beside: [last] })
  if (HAN.test(characters[0] ?? '') && place(0) > 1.45 * usual)
    gaps.push({ from: 0.2, to: place(0) - 0.6 * usual, beside: [0] })
  if (gaps.length === 0) return decoded
  const map = inkMap(picture, rect, 0)
  if (!map) return decoded
  const doubted = new Set(
    gaps
      .filter(({ from, to }) => holdsCharacter(map, from * map.cells, to * map.cells))
      .flatMap(({ beside }) => beside),
  )
  if (doubted.size === 0) return decoded
  return {
    ...decoded,
    characters: decoded.characters.map((confidence, i) =>
      doubted.has(i) ? Math.min(DOUBTED, confidence) : confidence,
    ),
  }
}
