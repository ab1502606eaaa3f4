import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import type { ReadField } from '../../facts/reading.ts'
import type { DateRange } from '../../facts/values/value.ts'
import type { PageReading } from '../page.ts'
import { textOf, withinBounds } from './bounds.ts'
import {
  canStandAlone,
  checkedCandidates,
  closingCandidates,
  optionCandidates,
  orphanCandidates,
  titledCandidates,
  underCandidates,
} from './candidates.ts'
import { confidenceOf } from './confidence.ts'
import type { EmptyCell } from './empty-cells.ts'
import { flowOf, patternCandidates } from './flow.ts'
import { around, boxOf, type Piece, rawOf, rivalsOf } from './frame.ts'
import { aloneCandidates, type Candidate, columnCandidates } from './grid.ts'
import type { Hit } from './labels.ts'
import { likeness } from './likeness.ts'
import { type Mended, mendWords } from './mend-words.ts'
import { doubtSealed } from './sealed.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { readItems, readTable } from './tables.ts'
import { readTyped, type Typed } from './typed.ts'
import { ownCandidates } from './whose.ts'

/** A field with the print it was read from, as needed to read it again or to doubt it. */
export interface Extracted {
  field: DocumentField
  read: ReadField
  pieces: Piece[]
  typed: Typed
  /** Of a table: cells of numbers in which nothing (clear) was read. */
  empty?: EmptyCell[]
}

interface Judged extends Candidate {
  typed: Typed
  score: number
  /** Characters were put right by the words they stand in. */
  mended: boolean
}

/** 就诊日期：2024年3月5日 — a label that asks for one day makes a range of that day. */
function ofDay(typed: Typed, label: string): Typed {
  const { value } = typed
  const from = value !== null && typeof value === 'object' && 'from' in value ? value.from : null
  if (!/(?<!起止)日期$/u.test(label) || typeof from !== 'string' || (value as DateRange).to !== null) return typed
  return { value: { from, to: from }, valid: true }
}

/** White space between two items set side by side, as a share of their height. */
const BESIDE = 0.8

/** The words of a list, put right; items that stand apart or side by side without any sign between them are told apart. */
function mendItems({ field, pieces, apart }: Candidate): Mended {
  const parts: Piece[][] = []
  for (const piece of pieces) {
    const before = parts.at(-1)?.at(-1)
    const beside =
      before && Math.abs(before.y - piece.y) < 0.5 * piece.height && piece.x0 - before.x1 > BESIDE * piece.height
    const signed = before && /\p{P}$/u.test(before.text)
    if (before && !apart && (!beside || signed)) parts.at(-1)?.push(piece)
    else parts.push([piece])
  }
  const mended = parts.map((part) => mendWords(field, part))
  return {
    raw: mended.map(({ raw }) => raw).join('、'),
    changed: mended.reduce((sum, { changed }) => sum + changed, 0),
  }
}

function judge(given: Candidate): Judged {
  const candidate = { ...given, pieces: withinBounds(given.field, given.pieces) }
  const { field, pieces, strength } = candidate
  // 有效期至：2028年3月31日 — the label says which end of a range stands behind it.
  const label = field.type === 'date-range' ? (candidate.hit?.spec.text ?? '') : ''
  const { raw, changed } = field.type === 'list' ? mendItems(candidate) : mendWords(field, pieces)
  const typed = ofDay(readTyped(field, (/[至到]$/u.test(label) ? '至' : '') + raw), label)
  const text = textOf(pieces)
  const score = (typed.valid ? 1 : 0) + (typed.settled ? 0.6 : 0) + 0.6 * strength + 0.5 * likeness(field, text)
  // A printed label tells more than the sentence or the form alone; a place to sign (批准机关（盖章）) tells less.
  const less = candidate.hit ? (candidate.hit.signing ? 0.4 : 0) : 0.25
  return { ...candidate, typed, score: score - less, mended: changed > 0 }
}

const labelOf = (hit: Hit | null) => hit?.spec.printed ?? ''

const notRead = (
  state: 'absent' | 'unreadable',
  page: number,
  confidence: number,
  hit: Hit | null,
  note: string,
): ReadField => ({
  value: null,
  raw: '',
  label: labelOf(hit),
  confidence,
  state,
  page,
  box: hit ? boxOf(hit.label) : null,
  note,
})

function missing(field: DocumentField, hit: Hit | undefined, page: number): ReadField {
  if (hit) return notRead('unreadable', hit.label.line.page, 0.5, hit, `见到“${hit.spec.printed}”，未能读出内容`)
  return field.optional
    ? notRead('absent', page, 0.7, null, '此件未印此项')
    : notRead('unreadable', page, 0.3, null, '未找到此项')
}

/** What was put right by words was chosen, not read: somebody has to look. */
const CHOSEN = 0.55

function toField(best: Judged): ReadField {
  const { pieces, typed, hit, mended } = best
  const [first] = pieces
  const page = first?.line.page ?? 1
  if (typed.blank) return { ...notRead('absent', page, 0.9, hit, '此处未填写'), raw: rawOf(pieces) }
  const read = confidenceOf(best)
  const confidence = mended ? Math.min(CHOSEN, read.confidence) : read.confidence
  const note = mended ? `有的字辨认不清（初读为“${rawOf(pieces)}”），按词语取用，请核对` : read.note
  const rivals = rivalsOf(pieces)
  return {
    value: typed.value,
    raw: rawOf(pieces),
    label: labelOf(hit),
    confidence,
    state: typed.value === null ? 'unreadable' : 'ok',
    page,
    box: around(pieces.map(boxOf)),
    ...(note ? { note } : {}),
    ...(rivals.length > 0 ? { rivals } : {}),
  }
}

/** Print that has nothing of the form of the field's values is not its value (a title beside a code's label). */
const tells = ({ field, pieces, typed }: Judged): boolean =>
  typed.valid || typed.blank === true || field.type === 'text' || likeness(field, textOf(pieces)) >= 0.3

const byScore = (a: Judged, b: Judged) => b.score - a.score

/** Of about equally good candidates the one further on; of those in one line the better. */
function latest(a: Judged, b: Judged): number {
  if (Math.abs(a.score - b.score) > 0.5) return byScore(a, b)
  const [p, q] = [a.pieces[0], b.pieces[0]]
  const pages = (q?.line.page ?? 0) - (p?.line.page ?? 0)
  if (pages !== 0) return pages
  const down = (q?.y ?? 0) - (p?.y ?? 0)
  return Math.abs(down) < 0.5 * (p?.height ?? 0) ? byScore(a, b) : down
}

/** Of several values that nothing tells apart none is sure. */
const ANYBODYS = 0.6

/** Whether print of a field gives more than one value. */
const differ = (candidates: readonly Judged[]): boolean =>
  new Set(candidates.flatMap(({ typed }) => (typed.valid ? [JSON.stringify(typed.value)] : []))).size > 1

/** Every declared field of a document of `type` standing on these pages. */
export function extractFields(
  type: DocumentType,
  pages: readonly PageReading[],
): { fields: Extracted[]; sheets: Sheet[] } {
  const sheets = pages.map((page) => readSheet(type, page))
  const candidates: Candidate[] = []
  const orphans: Piece[][] = []
  for (const sheet of sheets) {
    const inColumns = new Set(sheet.columns.filter((column) => column.hits.length > 1).flatMap((column) => column.hits))
    const inCells = new Set(sheet.cells.map(({ hit }) => hit))
    const alone = aloneCandidates(
      sheet,
      sheet.hits.filter((hit) => !inColumns.has(hit) && !inCells.has(hit)),
    )
    const sure = alone.map(judge).filter((candidate) => candidate.typed.valid && candidate.strength >= 0.7)
    const taken = new Set(sure.flatMap((candidate) => candidate.pieces))
    const seen = new Set(sheet.hits.map((hit) => hit.spec.field))
    const open = type.fields.filter((field) => !seen.has(field) && canStandAlone(field))
    const { found: beside, left } = columnCandidates(sheet, taken, open)
    const found = beside.filter(({ hit }) => !hit || !inCells.has(hit))
    const empty = [...inColumns].filter((hit) => !inCells.has(hit) && !found.some((candidate) => candidate.hit === hit))
    candidates.push(
      ...alone,
      ...found,
      ...aloneCandidates(sheet, empty).map((c) => ({ ...c, strength: 0.8 * c.strength })),
    )
    orphans.push(...left.map((rows) => rows.flatMap((row) => row.pieces)))
  }
  for (const { hit, lines, apart } of sheets.flatMap((sheet) => sheet.cells)) {
    const { field } = hit.spec
    if (field) candidates.push({ field, pieces: lines, hit, strength: hit.strength, ...(apart && { apart }) })
  }
  const flow = flowOf(sheets)
  candidates.push(
    ...patternCandidates(type, flow),
    ...checkedCandidates(type, sheets),
    ...underCandidates(type, sheets),
    ...closingCandidates(type, sheets),
    ...titledCandidates(type, sheets),
    ...optionCandidates(type, sheets),
  )
  const labelled = sheets.flatMap((sheet) => sheet.hits.map((hit) => hit.spec.field?.name))
  const known = new Set([
    ...candidates.map((candidate) => candidate.field.name),
    ...labelled.filter((name) => name !== undefined),
  ])
  candidates.push(...orphanCandidates(type, orphans, known))

  const judged = candidates.map(judge).filter(tells)
  const fields = type.fields.map((field): Extracted => {
    const table = field.type === 'table' ? readTable(field, sheets) : null
    if (table) return { field, ...table, pieces: [], typed: { value: table.read.value, valid: true } }
    const items =
      field.type === 'list' && !judged.some((c) => c.field === field && c.typed.valid) ? readItems(field, sheets) : null
    if (items) return { field, read: items, pieces: [], typed: { value: items.value, valid: true } }
    const possible = judged.filter((candidate) => candidate.field === field)
    const own = ownCandidates(field, possible, sheets)
    const ranked = own.toSorted(field.hints?.last ? latest : byScore)
    const [best] = ranked
    const hit =
      own.length < possible.length
        ? undefined
        : sheets.flatMap((sheet) => sheet.hits).find((h) => h.spec.field === field)
    const otherwise = type.fields.find((other) => other.name === field.hints?.otherwise)
    if (!best && otherwise) {
      const [instead] = judged.filter((c) => c.field === otherwise).sort((a, b) => b.score - a.score)
      if (instead) {
        const own = judge({ ...instead, field })
        return { field, read: toField(own), pieces: own.pieces, typed: own.typed }
      }
    }
    if (!best)
      return { field, read: missing(field, hit, pages[0]?.page ?? 1), pieces: [], typed: { value: null, valid: false } }
    const last = best.pieces.at(-1)
    const read = doubtSealed(toField(best), field.type, pages, last ? boxOf(last) : null)
    if (field.hints?.whose && differ(own)) {
      read.confidence = Math.min(ANYBODYS, read.confidence)
      read.note = '此处有几个号码，未能确定是谁的，请核对'
    }
    return { field, read, pieces: best.pieces, typed: best.typed }
  })
  return { fields, sheets }
}
