import type { DocumentType } from '../../facts/document-type.ts'
import { type Column, edge } from './columns.ts'
import { fold, type Piece } from './frame.ts'
import type { Hit, LabelSpec } from './labels.ts'
import { likeOf } from './likeness.ts'
import { isOwn } from './merged-labels.ts'
import { readTyped } from './typed.ts'

/** The last line of a value that reads like a label (公示 · 投诉电话): flush below the line it goes on with, while the label itself stands in a label column. */
function isEndOfValue(hit: Hit, hits: readonly Hit[], columns: readonly Column[], pieces: readonly Piece[]): boolean {
  const { label, rest, spec } = hit
  if (
    rest ||
    !columns.some(
      (one) => one.hits.length > 2 && !one.hits.includes(hit) && one.hits.some((other) => other.spec === spec),
    )
  )
    return false
  return pieces.some(
    (piece) =>
      label.y - piece.y > 0.6 * label.height &&
      label.y - piece.y < 1.8 * label.height &&
      Math.abs(piece.x0 - label.x0) < 0.6 * label.height &&
      piece.x1 - piece.x0 > 3 * (label.x1 - label.x0) &&
      !hits.some((other) => other.label.line === piece.line),
  )
}

/** A paragraph that happens to begin with a label's words stands where values stand, right of a label column. */
export function insideValues(
  hit: Hit,
  hits: readonly Hit[],
  columns: readonly Column[],
  pieces: readonly Piece[],
): boolean {
  if (isEndOfValue(hit, hits, columns, pieces)) return true
  if (hit.strength >= 1 || !hit.rest) return false
  // A short value of a closed form (民族汉) stands beside another label's value of its own right.
  const field = hit.spec.field
  if (field && (field.values || likeOf(field)) && hit.rest.text.length <= 6 && readTyped(field, hit.rest.text).valid)
    return false
  return columns.some((column) => {
    if (column.hits.length < 3 || column.hits.includes(hit)) return false
    const ys = column.hits.map((other) => other.label.y)
    const right = edge(column, 'x1', hit.label.y)
    const last = column.hits.reduce((a, b) => (b.label.y > a.label.y ? b : a))
    // Far below a last label whose value takes one line stands no value of the column (the back of a card below its front).
    const field = last.spec.field
    const long = field === null || field.multiline || field.type === 'text' || field.type === 'list'
    if (!long && hit.label.y > last.label.y + 4 * last.label.height) return false
    return (
      hit.label.x0 > right - hit.label.height &&
      hit.label.x0 < right + 6 * hit.label.height &&
      hit.label.y > Math.min(...ys)
    )
  })
}

/** A label stands right before this print (图名：平面布局图): it is a value, though headings read the same. */
export const besideLabel = (piece: Piece, pieces: readonly Piece[], specs: readonly LabelSpec[]): boolean =>
  pieces.some(
    (other) =>
      other.x1 < piece.x0 + piece.height &&
      Math.abs(other.y - piece.y) < 0.5 * piece.height &&
      specs.some(({ field, text }) => field !== null && other.text.replace(/:$/u, '') === text),
  )

/** The label that stands bare right before this print on its level. */
export function bareLabel(piece: Piece, pieces: readonly Piece[], specs: readonly LabelSpec[]): LabelSpec | undefined {
  const before = pieces.filter(
    ({ x1, y }) => x1 < piece.x0 + piece.height && Math.abs(y - piece.y) < 0.5 * piece.height,
  )
  const nearest = before.reduce<Piece | null>((a, b) => (a === null || b.x1 > a.x1 ? b : a), null)
  const text = nearest?.text.replace(/:$/u, '')
  return specs.find((spec) => spec.text === text)
}

/** Words of a text that stands beside its bare label: that label again, or what is printed within long texts (房屋状况：…). */
export function inText(hit: Hit, piece: Piece, beside: LabelSpec | undefined): boolean {
  if (!beside) return false
  const long = beside.field?.type === 'text' && beside.field.multiline && hit.spec.field === null && hit.rest !== null
  return long || isOwn(beside, hit, piece)
}

/** A label that stands among the headings of a table is likely one of them (排水量 of each outlet, not of the whole). */
export function isHeading(hit: Hit, type: DocumentType, pieces: readonly Piece[]): boolean {
  if (!hit.spec.field || hit.rest) return false
  return type.fields.some(({ columns = [] }) => {
    const names = columns.map((column) => column.labels.map(fold))
    if (!names.some((labels) => labels.includes(hit.spec.text))) return false
    const level = pieces.filter((piece) => Math.abs(piece.y - hit.label.y) < 1.1 * hit.label.height)
    return names.filter((labels) => level.some((piece) => labels.includes(piece.text))).length >= 3
  })
}

/** Letters of a table's headings (单 above 位, 数 above 量) stand beside a heading: they are nobody's value. */
export function lettersOfHeads(heads: readonly Hit[], type: DocumentType, pieces: readonly Piece[]): Piece[] {
  const words = type.fields.flatMap(({ columns = [] }) => columns.flatMap(({ labels }) => labels.map(fold)))
  return pieces.filter(
    (piece) =>
      heads.some(({ label }) => Math.abs(piece.y - label.y) < 1.5 * label.height) &&
      words.some((word) => word.includes(piece.text)),
  )
}
