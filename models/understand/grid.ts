import type { DocumentField } from '../../facts/document-type.ts'
import { textOf } from './bounds.ts'
import { type Column, edge } from './columns.ts'
import { cut, median, type Piece } from './frame.ts'
import { type Hit, numbering, restAfter } from './labels.ts'
import { likeness } from './likeness.ts'
import { assignRows, type Row, rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'

/** A stretch of print that may be a field's value. */
export interface Candidate {
  field: DocumentField
  pieces: Piece[]
  hit: Hit | null
  /** 0–1: how sure it is that this print belongs to the field. */
  strength: number
  /** Of a list: every piece is an item of its own. */
  apart?: true
  /** Other print stands before it in its row: it may lack its beginning, or a part. */
  inside?: true
}

const span = (column: Column) => {
  const ys = column.hits.map((hit) => hit.label.y)
  return {
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    h: median(
      column.hits.map((hit) => hit.label.height),
      1,
    ),
  }
}

/** Values of this field may take any number of lines. */
const runsOn = (field: DocumentField): boolean => field.multiline || field.type === 'list'

/** Whether a column's labels govern height `y`: a last label with a long value reaches further down. */
function governs(column: Column, y: number): boolean {
  const { top, bottom, h } = span(column)
  const last = [...column.hits].sort((a, b) => b.label.y - a.label.y)[0]
  return y > top - (column.hits.length > 2 ? 10 : 2.5) * h && y < bottom + (last?.spec.field?.multiline ? 60 : 2.2) * h
}

/** The column whose label is the nearest print left of a piece on its level: a value set in the middle of a wide cell. */
function besideLabel(piece: Piece, columns: readonly Column[], sheet: Sheet): Column | null {
  const level = (other: Piece) => Math.abs(other.y - piece.y) < 0.6 * Math.max(other.height, piece.height)
  const labels = sheet.hits.filter(({ label, rest }) => rest === null && level(label) && label.x1 < piece.x0)
  const hit = labels.reduce<Hit | null>((a, b) => (a === null || b.label.x1 > a.label.x1 ? b : a), null)
  if (!hit) return null
  const between = (other: Piece) => other !== piece && level(other) && other.x0 >= hit.label.x1 && other.x0 < piece.x0
  if (sheet.free.some(between) || sheet.hits.some(({ rest }) => rest !== null && between(rest))) return null
  return columns.find((column) => column.hits.includes(hit)) ?? null
}

/** The column whose labels a piece stands beside: the nearest to its left; null within a label column. */
function ownerOf(piece: Piece, columns: readonly Column[]): Column | null {
  let owner: Column | null = null
  let start = Number.NEGATIVE_INFINITY
  for (const column of columns) {
    const left = edge(column, 'x0', piece.y)
    if (!governs(column, piece.y) || left < start || piece.x0 < left - 0.5 * span(column).h) continue
    // What begins above a column's labels, not right of them, stands in the values of another.
    const { top, h } = span(column)
    if (piece.y < top - 0.5 * h && piece.x0 < edge(column, 'x1', piece.y) - h) continue
    start = left
    owner = column
  }
  if (!owner) return null
  const right = edge(owner, 'x1', piece.y)
  if (piece.x1 < right + 0.2 * piece.height) return null
  // A label on the piece's own level, level with the owner's too, says more than the owner's reach.
  const beside = columns.find(
    (column) =>
      column !== owner &&
      column.hits.some(
        ({ label }) =>
          Math.abs(label.y - piece.y) < 0.5 * label.height &&
          label.x1 < piece.x0 + 0.5 * piece.height &&
          Math.abs(label.x1 - right) < 5 * label.height &&
          !owner?.hits.some((hit) => Math.abs(hit.label.y - label.y) < 0.5 * label.height),
      ),
  )
  if (beside) return beside
  return piece.x0 > right - 0.9 * Math.max(piece.height, span(owner).h) ? owner : null
}

/** Places where a column's labels were missed altogether: the labels around leave room for another. */
function ghosts(hits: readonly Hit[]): Hit[] {
  const gaps = hits.slice(1).map((hit, i) => hit.label.y - (hits[i]?.label.y ?? 0))
  const pitch = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0
  const [top] = hits
  if (!top || pitch <= 0) return []
  const ghost = (near: Hit, y: number): Hit => ({
    ...near,
    spec: { text: '', printed: '', field: null },
    label: { ...near.label, y },
    rest: null,
    kind: 'part',
    strength: 0.35,
  })
  const found = [4, 3, 2, 1].map((k) => ghost(top, top.label.y - k * pitch))
  hits.forEach((hit, i) => {
    const next = hits[i + 1]
    const room = next ? Math.round((next.label.y - hit.label.y) / pitch) : 0
    for (let k = 1; next && k < room; k += 1) {
      found.push(hit, ghost(hit, hit.label.y + ((next.label.y - hit.label.y) * k) / room))
    }
  })
  return found.filter((hit) => hit.spec.text === '')
}

/** The end of a label that was read as the beginning of its value (营业期 · 限2013年…, 经营范 · 国生产…) is not part of the value. */
function withoutLabelTail(hit: Hit, pieces: readonly Piece[], right: number): Piece[] {
  const [first, ...others] = pieces
  const { text } = hit.spec
  const missing = text.length - hit.label.text.length
  // A last character found twice by the detector stands half within the label.
  if (first?.text === text.slice(-1) && others.length > 0 && first.x0 < right + 0.3 * first.height) return others
  if (!first || missing <= 0 || hit.label.text.endsWith(text.slice(-1))) return [...pieces]
  const width = first.x1 - first.x0
  const inside = first.glyphs.filter((g) => first.x0 + (width * (g.from + g.to)) / 2 < right).length
  for (let length = Math.min(3, missing); length >= 1; length -= 1) {
    if (!first.text.startsWith(text.slice(-length)) && !(length <= inside && /^\p{Script=Han}/u.test(first.text)))
      continue
    const rest = restAfter(first, length)
    return rest ? [rest, ...others] : [...others]
  }
  return [...pieces]
}

/** A row's pieces, and its first pieces alone: a watermark may stand behind the value. */
function readings(field: DocumentField, hit: Hit, rows: readonly Row[], right: number): Piece[][] {
  const all = withoutLabelTail(
    hit,
    rows.flatMap((row) => row.pieces),
    right,
  )
  if (rows.length > 1 || field.multiline) return [all]
  const short = all.findIndex(
    (_, index) =>
      likeness(
        field,
        all
          .slice(0, index + 1)
          .map((p) => p.text)
          .join(''),
      ) === 1,
  )
  return short < 0 || short === all.length - 1 ? [all] : [all.slice(0, short + 1), all]
}

/** Print that begins with some label of its own (受理编号：…). */
const LABELLED = /^\p{Script=Han}[\p{Script=Han}()]{1,9}:/u

/** A value column's print without that of the facing page: with a label of its own, far right of where the column's values begin. */
function withoutFacing(pool: readonly Piece[], column: Column): Piece[] {
  const start = median(rowsOf(pool).map(({ pieces }) => pieces[0]?.x0 ?? 0))
  return pool.filter((piece) => !LABELLED.test(piece.text) || piece.x0 - start < 10 * span(column).h)
}

/** Values of labels that stand in columns, and the rows beside them that belong to none. */
export function columnCandidates(
  sheet: Sheet,
  taken: ReadonlySet<Piece>,
  open: readonly DocumentField[],
): { found: Candidate[]; left: Row[][] } {
  const columns = sheet.columns.filter((column) => column.hits.length > 1)
  const pools = new Map<Column, Piece[]>(columns.map((column) => [column, []]))
  for (const piece of sheet.free) {
    if (taken.has(piece)) continue
    const owner = besideLabel(piece, columns, sheet) ?? ownerOf(piece, columns)
    if (owner) pools.get(owner)?.push(piece)
  }
  const found: Candidate[] = []
  const left: Row[][] = []
  for (const [column, pool] of pools) {
    const known = [...column.hits].sort((a, b) => a.label.y - b.label.y)
    const hits = [...known, ...ghosts(known)].sort((a, b) => a.label.y - b.label.y)
    const rests = new Map(hits.flatMap((hit) => (hit.rest ? [[hit.rest, hit] as const] : [])))
    const rows = rowsOf([...withoutFacing(pool, column), ...rests.keys()])
    const tied = (row: Row) => {
      const rest = row.pieces.find((piece) => rests.has(piece))
      return rest && rests.get(rest)
    }
    const shared = assignRows(hits, rows, tied, open)
    for (const [hit, given] of shared.given) {
      const { field, text } = hit.spec
      if (given.length > 0 && text === '') left.push(given)
      if (!field || given.length === 0) continue
      const [only] = given.length === 1 ? given : []
      const end = only?.pieces.at(-1)
      // Set right behind its label like running text, a value goes on at the label's own margin.
      const running = only && (only.pieces[0]?.x0 ?? 0) - hit.label.x1 < 2 * hit.label.height
      const more =
        !end || (hit.rest !== null && end !== hit.rest)
          ? []
          : hit.rest || running
            ? continued(end, hit, sheet).filter((piece) => end === hit.rest || atMargin(piece, hit))
            : []
      readings(field, hit, given, edge(column, 'x1', hit.label.y)).forEach((pieces, index) => {
        found.push({ field, pieces: [...pieces, ...more], hit, strength: hit.strength - 0.05 * index })
      })
    }
    left.push(...shared.left.map((row) => [row]))
  }
  return { found, left: left.sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0)) }
}

/** The first label that stands within a line, not at its beginning. */
const innerLabel = (piece: Piece, { hits }: Sheet): Hit | undefined => {
  const own = hits.filter(({ label }) => label.line === piece.line)
  return own.some(({ first }) => first) ? undefined : own.toSorted((a, b) => a.label.x0 - b.label.x0)[0]
}

/** What stands in a line before its first label. */
function beforeLabel(piece: Piece, sheet: Sheet): Piece | null {
  const [first] = innerLabel(piece, sheet)?.label.glyphs ?? []
  const end = first ? piece.glyphs.indexOf(first) : -1
  // 7.签发机关： the number is the label's own.
  return end > (numbering.exec(piece.text)?.[0].length ?? 0) ? cut(piece, 0, end) : null
}

const atMargin = (piece: Piece, { label }: Hit) => Math.abs(piece.x0 - label.x0) < 1.2 * label.height

/** So much of the way to the right margin a line goes whose sentence may have been broken off. */
const LONG = 0.75

/** A line that ends at the right margin; or nearly, without an end to its sentence, where the line below begins at the label's margin. */
function isFull(line: Piece, below: readonly Piece[], hit: Hit, right: number): boolean {
  if (line.x1 > right - 2.5 * line.height) return true
  const long = line.x1 - hit.label.x0 > LONG * (right - hit.label.x0)
  return long && !/[。;.:]$/u.test(line.text) && below.some((piece) => atMargin(piece, hit))
}

/** What stands on the row of the next label of the column, right of it, is that label's. */
const ofNextLabel = (piece: Piece, { label }: Hit, sheet: Sheet) =>
  sheet.hits.some(
    ({ first, label: other }) =>
      first &&
      other !== label &&
      Math.abs(other.y - piece.y) < 0.6 * label.height &&
      other.x0 > label.x0 - 2.5 * label.height &&
      other.x1 < piece.x0 + 0.5 * label.height,
  )

/** Lines that go on below a value which fills its line. */
function continued(first: Piece, hit: Hit, sheet: Sheet): Piece[] {
  const field = hit.spec.field
  const right = Math.max(...sheet.pieces.map((piece) => piece.x1))
  const lines: Piece[] = []
  if (!field || (!runsOn(field) && field.type !== 'address' && field.type !== 'org-name')) return lines
  let last = first
  while (lines.length < (runsOn(field) ? 20 : 1)) {
    const above = last
    const below = sheet.pieces.filter(
      (piece) =>
        piece.y - above.y > 0.6 * above.height &&
        piece.y - above.y < 2.6 * above.height &&
        piece.x0 < hit.label.x1 + 2 * above.height &&
        // Where the label begins its line, what stands far left of it is another column's.
        (!hit.first || piece.x0 > hit.label.x0 - 2.5 * above.height),
    )
    const free = below.filter((piece) => sheet.free.includes(piece) && !ofNextLabel(piece, hit, sheet))
    if (!isFull(last, runsOn(field) ? free : [], hit, right)) break
    const [next] = free
    const between = below.find(
      (piece) => piece !== next && (!next || next.y - piece.y > 0.5 * last.height) && innerLabel(piece, sheet),
    )
    if (between) {
      // The next label stands within the line that goes on with the value.
      const rest = beforeLabel(between, sheet)
      if (rest) lines.push(rest)
      break
    }
    if (!next) break
    lines.push(next)
    last = next
  }
  return lines
}

/** A line and, where values may run on, the lines set tightly below it from the same left edge. */
function paragraph(top: Piece, field: DocumentField, sheet: Sheet, lead = 0): Piece[] {
  const lines = [top]
  // Lines set as far apart as the label and the first of them go on, too.
  const reach = Math.max(1.7 * top.height, Math.min(2.6 * top.height, 1.15 * lead))
  for (let last: Piece | undefined = top; last && runsOn(field) && lines.length < 30; ) {
    const above: Piece = last
    last = sheet.free.find(
      (piece) =>
        piece.y - above.y > 0.5 * above.height &&
        piece.y - above.y < reach &&
        Math.abs(piece.x0 - top.x0) < 1.5 * top.height,
    )
    if (last) lines.push(last)
  }
  return lines
}

/** Print set flush below another party's place to sign is that party's name. */
const isBelowOther = (piece: Piece, hit: Hit, { hits }: Sheet) =>
  hits.some(
    ({ label, signing, rest }) =>
      signing &&
      rest === null &&
      label !== hit.label &&
      Math.abs(label.x0 - piece.x0) < 1.5 * label.height &&
      piece.y - label.y > 0.5 * label.height &&
      piece.y - label.y < 3.5 * label.height,
  )

/** Values of labels that stand alone: after them, right of them, or below them. */
export function aloneCandidates(sheet: Sheet, hits: readonly Hit[]): Candidate[] {
  const found: Candidate[] = []
  for (const hit of hits) {
    const { label, spec } = hit
    const field = spec.field
    if (!field) continue
    if (hit.rest) {
      found.push({ field, pieces: [hit.rest, ...continued(hit.rest, hit, sheet)], hit, strength: hit.strength })
      continue
    }
    const h = label.height
    const stop = Math.min(
      ...sheet.hits
        .filter((o) => o !== hit && Math.abs(o.label.y - label.y) < 0.7 * h && o.label.x0 > label.x1)
        .map((o) => o.label.x0),
      Number.POSITIVE_INFINITY,
    )
    const right = rowsOf(
      sheet.free.filter(
        (p) =>
          Math.abs(p.y - label.y) < 0.7 * Math.max(h, p.height) &&
          p.x0 > label.x1 - 0.5 * h &&
          p.x0 < Math.min(stop, label.x1 + 14 * h) &&
          !(hit.signing && isBelowOther(p, hit, sheet)),
      ),
    )
    const below = sheet.free
      .filter(
        (p) =>
          p.y - label.y > 0.6 * h &&
          p.y - label.y < 3.2 * h &&
          p.x0 < label.x1 + h &&
          p.x1 > label.x0 - h &&
          Math.abs(p.x0 - label.x0) < 8 * h,
      )
      .sort((a, b) => a.y - b.y)
    const options = [
      ...right.map((row) => ({ pieces: row.pieces, strength: hit.strength })),
      ...below
        .slice(0, 2)
        .map((piece) => ({ pieces: paragraph(piece, field, sheet, piece.y - label.y), strength: 0.8 * hit.strength })),
    ]
    for (const option of options) {
      const text = textOf(option.pieces)
      if (hit.signing && likeness(field, text) < 1) continue
      found.push({ field, pieces: option.pieces, hit, strength: option.strength * (0.4 + 0.6 * likeness(field, text)) })
    }
  }
  return found
}
