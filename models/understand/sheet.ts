import type { DocumentType } from '../../facts/document-type.ts'
import type { Box } from '../../facts/fact.ts'
import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { type ClauseCell, clauseCells } from './clauses.ts'
import { type Column, columnsOf, edge, partHits } from './columns.ts'
import { withoutDoubles } from './doubles.ts'
import { cut, fold, levelFrame, median, type Piece, pieceOf } from './frame.ts'
import {
  gapBefore,
  type Hit,
  inlineHits,
  isSubLabel,
  type LabelSpec,
  labelSpecs,
  leadingHit,
  numbering,
  restAfter,
  roughHit,
} from './labels.ts'
import { likeness, likeOf } from './likeness.ts'
import { settleRepeats } from './repeats.ts'
import { stackedHits } from './stacked.ts'
import { readTyped } from './typed.ts'

/** One page looked at as one type of document: its labels, their columns, and the pieces that are no label. */
export interface Sheet {
  page: number
  pieces: Piece[]
  hits: Hit[]
  columns: Column[]
  /** Pieces that hold no label at all. */
  free: Piece[]
  /** Cells that hold a list whose items begin alike, with the lines in them. */
  cells: ClauseCell[]
  /** Where seals lie, in pixels of the page. */
  seals: Box[]
  height: number
}

/** A label printed character by character (注 册 资 本) that was read as several lines on one level. */
function brokenHit(
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

/** Short labels merged with their value (姓名张三): believed when the value fits or another label stands flush with them. */
function tentativeHits(pieces: readonly Piece[], specs: readonly LabelSpec[], sure: readonly Hit[]): Hit[] {
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
const isOwn = ({ field }: LabelSpec, found: Hit, value: Piece): boolean =>
  field !== null && field.type === 'text' && found.spec.field === field && !gapBefore(value, startOf(found, value))

/** Labels within what follows another label in the same line: with a colon, or after a complete value (性别男民族汉). */
function furtherHits(hit: Hit, specs: readonly LabelSpec[]): Hit[] {
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

function trimTo(hit: Hit, next: Hit | undefined): Piece | null {
  if (!hit.rest || !next) return hit.rest
  return cutBefore(hit.rest, next)
}

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
function insideValues(hit: Hit, hits: readonly Hit[], columns: readonly Column[], pieces: readonly Piece[]): boolean {
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
const besideLabel = (piece: Piece, pieces: readonly Piece[], specs: readonly LabelSpec[]): boolean =>
  pieces.some(
    (other) =>
      other.x1 < piece.x0 + piece.height &&
      Math.abs(other.y - piece.y) < 0.5 * piece.height &&
      specs.some(({ field, text }) => field !== null && other.text.replace(/:$/u, '') === text),
  )

/** The label that stands bare right before this print on its level. */
function bareLabel(piece: Piece, pieces: readonly Piece[], specs: readonly LabelSpec[]): LabelSpec | undefined {
  const before = pieces.filter(
    ({ x1, y }) => x1 < piece.x0 + piece.height && Math.abs(y - piece.y) < 0.5 * piece.height,
  )
  const nearest = before.reduce<Piece | null>((a, b) => (a === null || b.x1 > a.x1 ? b : a), null)
  const text = nearest?.text.replace(/:$/u, '')
  return specs.find((spec) => spec.text === text)
}

/** Words of a text that stands beside its bare label: that label again, or what is printed within long texts (房屋状况：…). */
function inText(hit: Hit, piece: Piece, beside: LabelSpec | undefined): boolean {
  if (!beside) return false
  const long = beside.field?.type === 'text' && beside.field.multiline && hit.spec.field === null && hit.rest !== null
  return long || isOwn(beside, hit, piece)
}

/** A label that stands among the headings of a table is likely one of them (排水量 of each outlet, not of the whole). */
function isHeading(hit: Hit, type: DocumentType, pieces: readonly Piece[]): boolean {
  if (!hit.spec.field || hit.rest) return false
  return type.fields.some(({ columns = [] }) => {
    const names = columns.map((column) => column.labels.map(fold))
    if (!names.some((labels) => labels.includes(hit.spec.text))) return false
    const level = pieces.filter((piece) => Math.abs(piece.y - hit.label.y) < 1.1 * hit.label.height)
    return names.filter((labels) => level.some((piece) => labels.includes(piece.text))).length >= 3
  })
}

/** Letters of a table's headings (单 above 位, 数 above 量) stand beside a heading: they are nobody's value. */
function lettersOfHeads(heads: readonly Hit[], type: DocumentType, pieces: readonly Piece[]): Piece[] {
  const words = type.fields.flatMap(({ columns = [] }) => columns.flatMap(({ labels }) => labels.map(fold)))
  return pieces.filter(
    (piece) =>
      heads.some(({ label }) => Math.abs(piece.y - label.y) < 1.5 * label.height) &&
      words.some((word) => word.includes(piece.text)),
  )
}

/** A single figure or letter that was hardly read is an edge or a stain: 6 beyond the end of an address. */
const isSpeck = ({ text, confidence }: Line): boolean => /^[\x21-\x7e]$/u.test(text.trim()) && confidence < 0.5

/** Looks at a page as a document of `type`. */
export function readSheet(type: DocumentType, reading: PageReading): Sheet {
  const frame = levelFrame(reading.lines)
  const noise = type.noise.map((pattern) => new RegExp(pattern, 'u'))
  const lines = reading.lines
    .filter((line) => !isSpeck(line))
    .map((line) => pieceOf(line, frame))
    .filter((piece) => piece !== null)
  const pieces = withoutDoubles(lines).filter(
    (piece) => !isSubLabel(piece.text) && !noise.some((pattern) => pattern.test(piece.text)),
  )
  const specs = labelSpecs(type)
  const used = new Set<Piece>()
  const titles = new Set([...type.titles, ...type.variants.flatMap((variant) => variant.titles)].map(fold))
  // 疾病诊断证明书 does not say that the diagnosis is 证明书.
  const heads = new Set(pieces.filter((piece) => titles.has(piece.text) && !besideLabel(piece, pieces, specs)))
  for (const piece of heads) used.add(piece)
  const stacked = stackedHits(pieces, specs)
  let hits: Hit[] = stacked.hits
  for (const part of stacked.parts) used.add(part)
  for (const piece of pieces) {
    const hit = used.has(piece) ? null : leadingHit(piece, specs)
    if (!hit || inText(hit, piece, bareLabel(piece, pieces, specs))) continue
    hits.push(hit)
    used.add(piece)
  }
  for (const piece of pieces) {
    const broken = used.has(piece)
      ? null
      : brokenHit(
          piece,
          pieces.filter((other) => !used.has(other)),
          specs,
        )
    if (!broken) continue
    hits.push(broken.hit)
    for (const part of broken.parts) used.add(part)
  }
  for (const piece of pieces) {
    const hit = used.has(piece) ? null : roughHit(piece, specs)
    if (!hit) continue
    hits.push(hit)
    used.add(piece)
  }
  const tentative = tentativeHits(
    pieces.filter((piece) => !used.has(piece)),
    specs,
    hits,
  )
  hits.push(...tentative)
  let columns = columnsOf(hits)
  const wrong = hits.filter((hit) => insideValues(hit, hits, columns, pieces))
  if (wrong.length > 0) {
    hits = hits.filter((hit) => !wrong.includes(hit))
    for (const piece of pieces) if (wrong.some((hit) => hit.label.line === piece.line)) used.delete(piece)
    columns = columnsOf(hits)
  }
  const cells = clauseCells(hits, pieces)
  const clauses = new Set(cells.flatMap(({ lines }) => lines))
  const lists = new Set(cells.map(({ hit }) => hit))
  const inClause = ({ label: { line } }: Hit) => [...clauses].some((piece) => piece.line === line)
  hits = hits.filter((hit) => lists.has(hit) || !inClause(hit))
  columns = columnsOf(hits)
  for (const piece of clauses) used.delete(piece)
  const ofHit = (piece: Piece) =>
    used.has(piece) || hits.some((hit) => hit.label.line === piece.line || hit.rest?.line === piece.line)
  const partial = partHits(
    // What was found to stand among the values is no part of a label either.
    pieces.filter(
      (piece) => !ofHit(piece) && !clauses.has(piece) && !wrong.some((hit) => hit.label.line === piece.line),
    ),
    specs,
    columns,
    hits,
  )
  hits.push(...partial.hits)
  for (const part of partial.parts) used.add(part)
  for (const piece of pieces.filter((p) => !ofHit(p) && !clauses.has(p))) {
    const beside = bareLabel(piece, pieces, specs)
    const inline = inlineHits(piece, specs).filter((hit) => !inText(hit, piece, beside))
    for (const [index, hit] of inline.entries())
      hits.push({ ...hit, rest: trimTo(hit, inline[index + 1]), first: false })
  }
  hits.push(...hits.flatMap((hit) => (hit.kind === 'inline' || lists.has(hit) ? [] : furtherHits(hit, specs))))
  const headings = hits.filter((hit) => isHeading(hit, type, pieces))
  for (const hit of headings) hit.strength *= 0.6
  for (const piece of lettersOfHeads(headings, type, pieces)) used.add(piece)
  settleRepeats(type, hits, pieces)
  const free = pieces.filter((piece) => !ofHit(piece) && !heads.has(piece) && !clauses.has(piece))
  return {
    page: reading.page,
    pieces,
    hits,
    columns,
    free,
    cells,
    seals: reading.marks.flatMap((mark) => (mark.kind === 'seal' && mark.present && mark.box ? [mark.box] : [])),
    height: median(
      pieces.map((p) => p.height),
      1,
    ),
  }
}
