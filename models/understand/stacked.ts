import type { Piece } from './frame.ts'
import type { Hit, LabelSpec } from './labels.ts'

/**
 * Labels printed on two lines of a narrow cell (户主或与 above 户主关系): the lower line is the rest of a longer label and
 * stands close below its beginning, flush or centred. The label then stands between the two.
 */
export function stackedHits(pieces: readonly Piece[], specs: readonly LabelSpec[]): { hits: Hit[]; parts: Piece[] } {
  const hits: Hit[] = []
  const parts = new Set<Piece>()
  for (const top of pieces) {
    if (parts.has(top) || top.text.length < 2) continue
    for (const spec of specs) {
      const tail = spec.text.slice(top.text.length)
      if (tail.length < 2 || !spec.text.startsWith(top.text)) continue
      const low = pieces.find((other) => {
        const down = other.y - top.y
        const [left, middle] = [other.x0 - top.x0, (other.x0 + other.x1 - top.x0 - top.x1) / 2]
        const under = Math.min(Math.abs(left), Math.abs(middle)) < 1.2 * top.height
        return other.text.replace(/:$/u, '') === tail && down > 0.6 * top.height && down < 1.9 * top.height && under
      })
      if (!low || parts.has(low)) continue
      const label = {
        ...top,
        text: spec.text,
        x0: Math.min(top.x0, low.x0),
        x1: Math.max(top.x1, low.x1),
        y: (top.y + low.y) / 2,
      }
      hits.push({ spec, label, rest: null, kind: 'exact', strength: 0.95, first: true })
      parts.add(top).add(low)
      break
    }
  }
  return { hits, parts: [...parts] }
}
