import { distance } from '../../facts/values/edit-distance.ts'
import { cut, median, type Piece } from './frame.ts'
import { type Hit, type LabelSpec, restAfter } from './labels.ts'

/** Labels standing under each other, as on every licence: justified to one right edge, flush left, or centred. */
export interface Column {
  hits: Hit[]
}

const height = (hits: readonly Hit[]) =>
  median(
    hits.map((hit) => hit.label.height),
    1,
  )

/** A column's left or right edge at height `y`, between the labels around it (photographs are not square). */
export function edge(column: Column, side: 'x0' | 'x1', y: number): number {
  const sorted = [...column.hits].sort((a, b) => a.label.y - b.label.y)
  const below = sorted.find((hit) => hit.label.y >= y) ?? sorted.at(-1)
  const above = [...sorted].reverse().find((hit) => hit.label.y <= y) ?? sorted[0]
  if (!below || !above) return 0
  const span = below.label.y - above.label.y
  if (span <= 0) return above.label[side]
  const share = (y - above.label.y) / span
  return above.label[side] + (below.label[side] - above.label[side]) * share
}

/** Labels at the beginning of their lines, gathered into columns from top to bottom. */
export function columnsOf(hits: readonly Hit[]): Column[] {
  const columns: Column[] = []
  const h = height(hits)
  for (const hit of [...hits].sort((a, b) => a.label.y - b.label.y)) {
    if (!hit.first) continue
    let best: Column | null = null
    let nearest = 1.2 * h
    for (const column of columns) {
      const last = column.hits.at(-1)
      const down = last ? hit.label.y - last.label.y : 0
      if (!last || down < 0.6 * h || down > 12 * h) continue
      const [left, right] = [last.label.x0 - hit.label.x0, last.label.x1 - hit.label.x1]
      // Flush left, flush right, or set in the middle of the cells of a table.
      const off = Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2)
      if (off < nearest) {
        nearest = off
        best = column
      }
    }
    if (best) best.hits.push(hit)
    else columns.push({ hits: [hit] })
  }
  return columns
}

/** Where a column may end at height `y`: where its labels there end, or where its widest does (merged ones are estimates). */
const rights = (column: Column, y: number): number[] => [
  edge(column, 'x1', y),
  Math.max(...column.hits.map((hit) => hit.label.x1)),
]

/** The label column a piece touches, when it begins inside one. */
function columnUnder(piece: Piece, columns: readonly Column[]): Column | null {
  for (const column of columns) {
    const h = height(column.hits)
    const [x0, x1] = [edge(column, 'x0', piece.y), Math.max(...rights(column, piece.y))]
    const pitch =
      (Math.max(...column.hits.map((hit) => hit.label.y)) - Math.min(...column.hits.map((hit) => hit.label.y))) /
      Math.max(1, column.hits.length - 1)
    const near = column.hits.some((hit) => Math.abs(hit.label.y - piece.y) < Math.max(3 * pitch, 6 * h))
    if (column.hits.length > 1 && near && piece.height < 1.9 * h && piece.x0 > x0 - 1.2 * h && piece.x0 < x1 - 0.3 * h)
      return column
  }
  return null
}

/** What stands on a piece's level from it to the column's right edge and beyond: a label may be read in parts. */
function levelWith(piece: Piece, pieces: readonly Piece[], right: number): Piece[] {
  const level = pieces
    .filter((other) => other.x0 > piece.x0 && Math.abs(other.y - piece.y) < 0.5 * Math.max(piece.height, other.height))
    .sort((a, b) => a.x0 - b.x0)
  return [piece, ...level.filter((other) => other.x0 < right - 0.4 * other.height)]
}

/** The print that stands for a label ending at `right`: how many glyphs of the parts, and how well they match. */
function matchLabel(
  parts: readonly Piece[],
  spec: LabelSpec,
  right: number,
  h: number,
): { length: number; strength: number } | null {
  const glyphs = parts.flatMap((part) =>
    part.glyphs.map((glyph) => ({
      text: glyph.text,
      middle: part.x0 + ((part.x1 - part.x0) * (glyph.from + glyph.to)) / 2,
    })),
  )
  const inside = glyphs.filter((glyph) => glyph.middle < right - 0.1 * h).length
  let best: { length: number; strength: number } | null = null
  for (let length = Math.max(1, inside - 1); length <= Math.min(glyphs.length, inside + 2); length += 1) {
    const text = glyphs
      .slice(0, length)
      .map((glyph) => glyph.text)
      .join('')
      // Background letters run through labels (类DG型); no label holds any.
      .replace(/[A-Za-z]|[:_]+$/gu, '')
    const edits = distance(text, spec.text)
    const matched = Math.max(text.length, spec.text.length) - edits
    const share = matched / spec.text.length
    const strength =
      0.3 + 0.55 * share - 0.08 * Math.abs(length - inside) - 0.08 * Math.max(0, text.length - spec.text.length)
    const sure = strength + (text.at(-1) === spec.text.at(-1) ? 0.05 : 0)
    if (
      text.length > spec.text.length + 1 ||
      share < (spec.text.length > 3 ? 0.6 : 0.5) ||
      matched < 1 ||
      sure <= (best?.strength ?? 0)
    )
      continue
    best = { length, strength: sure }
  }
  return best
}

/** The first `length` glyphs of some parts as a label, what follows them as its value. */
function hitOf(parts: readonly Piece[], spec: LabelSpec, length: number, strength: number, right: number): Hit | null {
  let left = length
  for (const part of parts) {
    if (left > part.glyphs.length) {
      left -= part.glyphs.length
      continue
    }
    const end = cut(part, 0, left)
    const first = parts[0] && cut(parts[0], 0, Math.min(length, parts[0].glyphs.length))
    const rest = restAfter(part, left)
    if (!end || !first) return null
    return {
      spec,
      label: { ...first, x1: rest ? Math.max(right, first.x0) : end.x1 },
      rest,
      kind: 'part',
      strength,
      first: true,
    }
  }
  return null
}

/** Labels of which a part was read, told by where they stand: the first character is often missed, the last merged with the value. */
export function partHits(
  pieces: readonly Piece[],
  specs: readonly LabelSpec[],
  columns: readonly Column[],
  taken: readonly Hit[],
): { hits: Hit[]; parts: Piece[] } {
  const hits: Hit[] = []
  const used = new Set<Piece>()
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const column = used.has(piece) ? null : columnUnder(piece, columns)
    if (!column) continue
    const h = height(column.hits)
    const free = pieces.filter((other) => !used.has(other))
    const known = new Set([...taken, ...hits].map((hit) => hit.spec.field?.name))
    // A label that stands here whole is not printed a second time: 主出入口南侧 below 出入口 is its value.
    const whole = new Set(
      taken.flatMap(({ kind, strength, spec: { field } }) => {
        const once = field && field.hints?.nth === undefined && !field.hints?.block
        return once && kind === 'exact' && strength >= 0.95 ? [field.name] : []
      }),
    )
    let best: { spec: LabelSpec; length: number; strength: number; parts: Piece[]; right: number } | null = null
    for (const right of rights(column, piece.y)) {
      const parts = levelWith(piece, free, right)
      for (const spec of specs) {
        const match = spec.field && !whole.has(spec.field.name) ? matchLabel(parts, spec, right, h) : null
        if (!match) continue
        if (known.has(spec.field?.name)) match.strength -= 0.25
        if (!best || match.strength > best.strength) best = { spec, ...match, parts, right }
      }
    }
    const hit =
      best && best.strength >= 0.4 ? hitOf(best.parts, best.spec, best.length, best.strength, best.right) : null
    if (!hit) continue
    hits.push(hit)
    column.hits.push(hit)
    let covered = best?.length ?? 0
    for (const part of best?.parts ?? []) {
      if (covered > 0) used.add(part)
      covered -= part.glyphs.length
    }
  }
  return { hits, parts: [...used] }
}
