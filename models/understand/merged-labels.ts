import { cut, type Piece } from './frame.ts'
import { gapBefore, type Hit, inlineHits, type LabelSpec, restAfter } from './labels.ts'
import { likeness, likeOf } from './likeness.ts'
import { readTyped } from './typed.ts'

/** Short labels merged with their value (姓名张三): believed when the value fits or another label stands flush with them. */
export function tentativeHits(pieces: readonly Piece[], specs: readonly LabelSpec[], sure: readonly Hit[]): Hit[] {
  const maybe: Hit[] = []
  for (const piece of pieces) {
    const spec = specs.find(
      ({ text }) => text.length < 4 && piece.text.startsWith(text) && piece.text.length > text.length,
    )
    const label = spec && cut(piece, 0, spec.text.length)
    if (spec && label) {
      maybe.push({ spec, label, rest: restAfter(piece, spec.text.length), kind: 'part', strength: 0.6, first: true })
    }
  }
  return maybe.filter((hit) => {
    const flush = [...sure, ...maybe].filter(
      (other) =>
        other !== hit &&
        other.first &&
        other.spec.field?.name !== hit.spec.field?.name &&
        Math.abs(other.label.x0 - hit.label.x0) < 0.9 * hit.label.height &&
        Math.abs(other.label.y - hit.label.y) < 12 * hit.label.height,
    ).length
    const field = hit.spec.field
    const telling = field && (field.type !== 'text' || likeOf(field))
    const typed = telling ? likeness(field, hit.rest?.text ?? '') : 0
    const mate = [...sure, ...maybe].some(
      (other) => other !== hit && Math.abs(other.label.y - hit.label.y) < 0.5 * hit.label.height,
    )
    if (field && ['uscc', 'cnid'].includes(field.type) && typed >= 0.7) return true
    if (field && typed === 1 && mate && (field.values || likeOf(field))) return true
    return (flush >= 2 && (!telling || typed >= 0.6)) || (flush === 1 && typed >= 0.9)
  })
}

/** Words behind a label that tell of its change. */
const TELLS_CHANGE = /^(?:由|从|(?:变更|修改|调整|改)为)/u

/** A label found again in words of its own value (用途：土地用途：住宅/房屋用途：居住), no white space before it. */
export const isOwn = ({ field }: LabelSpec, found: Hit, value: Piece): boolean =>
  field !== null && field.type === 'text' && found.spec.field === field && !gapBefore(value, startOf(found, value))

/** Labels within what follows another label in the same line: with a colon, or after a complete value (性别男民族汉). */
export function furtherHits(hit: Hit, specs: readonly LabelSpec[]): Hit[] {
  const { rest } = hit
  if (!rest) return []
  const inline = inlineHits(rest, specs).filter((found) => !isOwn(hit.spec, found, rest))
  const [next] = inline
  if (next) {
    hit.rest = cutBefore(rest, next)
    return inline.map((found, index) => ({ ...found, rest: trimTo(found, inline[index + 1]), first: false }))
  }
  for (const spec of specs) {
    const at = rest.text.indexOf(spec.text, 1)
    if (at < 1 || !hit.spec.field || spec.field?.name === hit.spec.field.name) continue
    const before = rest.text.slice(0, at)
    const after = rest.text.slice(at + spec.text.length)
    // 同意公司住所由甲处变更为乙处 tells of a change and holds no address by itself.
    if (spec.field && spec.field.type !== 'text' && TELLS_CHANGE.test(after)) continue
    const complete = gapBefore(rest, at)
      ? true
      : hit.spec.field.type === 'text'
        ? // Within a sentence (第二条住所修改为新址) no value of the other field follows.
          before.length <= 4 && spec.field !== null && spec.field.type !== 'text' && likeness(spec.field, after) >= 0.8
        : readTyped(hit.spec.field, before).valid && likeness(hit.spec.field, before) >= 0.9
    const label = complete ? cut(rest, at, at + spec.text.length) : null
    if (!label) continue
    const found: Hit = {
      spec,
      label,
      rest: restAfter(rest, at + spec.text.length),
      kind: 'part',
      strength: 0.6,
      first: false,
    }
    hit.rest = cut(rest, 0, at)
    return [found, ...furtherHits(found, specs)]
  }
  return []
}

function startOf(hit: Hit, piece: Piece): number {
  const [first] = hit.label.glyphs
  return first ? piece.glyphs.indexOf(first) : -1
}

function cutBefore(piece: Piece, next: Hit): Piece | null {
  const end = startOf(next, piece)
  return end > 0 ? cut(piece, 0, end) : null
}

export function trimTo(hit: Hit, next: Hit | undefined): Piece | null {
  if (!hit.rest || !next) return hit.rest
  return cutBefore(hit.rest, next)
}
