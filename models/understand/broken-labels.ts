import { cut, type Piece } from './frame.ts'
import { type Hit, type LabelSpec, numbering, restAfter } from './labels.ts'

/** A label printed character by character (注 册 资 本) that was read as several lines on one level. */
export function brokenHit(
  piece: Piece,
  pieces: readonly Piece[],
  specs: readonly LabelSpec[],
): { hit: Hit; parts: Piece[] } | null {
  const skip = numbering.exec(piece.text)?.[0].length ?? 0
  const start = skip > 0 ? cut(piece, skip) : piece
  if (!start || start.text.length > 4) return null
  const level = pieces
    .filter((other) => other.x0 >= piece.x1 - 0.5 * piece.height && Math.abs(other.y - piece.y) < 0.5 * piece.height)
    .sort((a, b) => a.x0 - b.x0)
  for (const missed of [0, 1]) {
    for (const spec of specs) {
      // The first character of a longer label is often missed altogether (业类 · 型).
      const text = spec.text.slice(missed)
      if (!text.startsWith(start.text) || (missed > 0 && text.length < 3)) continue
      const hit = chain({ ...spec, text }, [start], level)
      if (hit)
        return { parts: [piece, ...hit.parts], hit: { ...hit.hit, spec, strength: hit.hit.strength - 0.1 * missed } }
    }
  }
  return null
}

/** Follows a label from part to part along its level; the last part may carry the value. */
function chain(spec: LabelSpec, parts: Piece[], level: readonly Piece[]): { hit: Hit; parts: Piece[] } | null {
  const [first] = parts
  const last = parts.at(-1)
  const tail = spec.text.slice(parts.map((part) => part.text).join('').length)
  const next = level.find((other) => last && other !== last && other.x0 >= last.x1 - 0.5 * last.height)
  if (!first || !last || !next || tail === '' || next.x0 - last.x1 > 6 * last.height) return null
  if (next.text.length < tail.length) {
    return tail.startsWith(next.text) ? chain(spec, [...parts, next], level) : null
  }
  const end = cut(next, 0, tail.length)
  if (!next.text.startsWith(tail) || !end) return null
  const rest = restAfter(next, tail.length)
  const label = { ...first, x1: end.x1, text: spec.text }
  return {
    hit: { spec, label, rest, kind: 'exact', strength: rest ? 0.7 : 0.95, first: true },
    parts: [...parts, next],
  }
}
