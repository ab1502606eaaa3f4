import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import type { ReadField } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { confidenceOf } from './confidence.ts'
import { flowOf, patternCandidates } from './flow.ts'
import { around, boxOf, cut, median, type Piece, rawOf } from './frame.ts'
import { aloneCandidates, type Candidate, columnCandidates } from './grid.ts'
import type { Hit } from './labels.ts'
import { likeness, likeOf } from './likeness.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { readTyped, type Typed } from './typed.ts'

/** A field with the print it was read from, as needed to read it again or to doubt it. */
export interface Extracted {
  field: DocumentField
  read: ReadField
  pieces: Piece[]
  typed: Typed
}

interface Judged extends Candidate {
  typed: Typed
  score: number
}

function judge(candidate: Candidate): Judged {
  const { field, pieces, strength } = candidate
  const typed = readTyped(field, rawOf(pieces))
  const text = pieces.map((piece) => piece.text).join('')
  const score = (typed.valid ? 1 : 0) + (typed.settled ? 0.6 : 0) + 0.6 * strength + 0.5 * likeness(field, text)
  return { ...candidate, typed, score }
}

/** Print of this field can be told without its label. */
const canStandAlone = (field: DocumentField) =>
  (field.type !== 'text' || likeOf(field) !== null) && field.hints?.under === undefined

/** Rows beside a label column whose own label was missed: given to a missing field they alone look like. */
function orphanCandidates(type: DocumentType, rows: Piece[][], known: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = []
  const open = new Set(type.fields.filter((field) => !known.has(field.name) && canStandAlone(field)))
  for (const pieces of rows) {
    const text = pieces.map((piece) => piece.text).join('')
    const like = [...open].filter((field) => likeness(field, text) === 1)
    const [first] = like.filter((field) => field.type !== 'name').concat(like)
    if (!first) continue
    found.push({ field: first, pieces, hit: null, strength: 0.35 })
    open.delete(first)
  }
  return found
}

/** Codes whose check digit is right need no label. */
function checkedCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  const found: Candidate[] = []
  const codes = type.fields.filter(
    (field) => (field.type === 'uscc' || field.type === 'cnid') && field.labels.length > 0,
  )
  const only = (kind: string) => codes.filter((field) => field.type === kind).length === 1
  for (const field of codes.filter((field) => only(field.type))) {
    for (const sheet of sheets) {
      for (const piece of sheet.pieces) {
        for (const match of piece.text.matchAll(/[0-9A-Z]{15,}/gu)) {
          const number =
            piece.text.length === piece.glyphs.length ? cut(piece, match.index, match.index + match[0].length) : null
          if (number && readTyped(field, number.text).settled)
            found.push({ field, pieces: [number], hit: null, strength: 0.5 })
        }
      }
    }
  }
  return found
}

/** Print standing below a label, e.g. the unlabelled date under 登记机关 (`hints.under`). */
function underCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  const found: Candidate[] = []
  for (const field of type.fields) {
    const under = Array.isArray(field.hints?.under) ? field.hints.under.map(String) : []
    for (const sheet of sheets) {
      const label = sheet.hits.find((hit) => under.includes(hit.spec.printed))?.label
      if (!label) continue
      const h = label.height
      const pieces = sheet.pieces.filter(
        (p) =>
          p.y - label.y > 0.5 * h && p.y - label.y < 6 * h && p.x0 > label.x0 - 4 * h && /[年月日\d]/u.test(p.text),
      )
      const level = median(pieces.map((piece) => piece.y))
      const row = pieces.filter((piece) => Math.abs(piece.y - level) < 1.2 * h).sort((a, b) => a.x0 - b.x0)
      if (row.length > 0) found.push({ field, pieces: row, hit: null, strength: 0.5 })
    }
  }
  return found
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

function toField(best: Judged): ReadField {
  const { pieces, typed, hit } = best
  const [first] = pieces
  const page = first?.line.page ?? 1
  if (typed.blank) return { ...notRead('absent', page, 0.9, hit, '此处未填写'), raw: rawOf(pieces) }
  const { confidence, note } = confidenceOf(best)
  return {
    value: typed.value,
    raw: rawOf(pieces),
    label: labelOf(hit),
    confidence,
    state: typed.value === null ? 'unreadable' : 'ok',
    page,
    box: around(pieces.map(boxOf)),
    ...(note ? { note } : {}),
  }
}

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
    const alone = aloneCandidates(
      sheet,
      sheet.hits.filter((hit) => !inColumns.has(hit)),
    )
    const sure = alone.map(judge).filter((candidate) => candidate.typed.valid && candidate.strength >= 0.7)
    const taken = new Set(sure.flatMap((candidate) => candidate.pieces))
    const seen = new Set(sheet.hits.map((hit) => hit.spec.field))
    const open = type.fields.filter((field) => !seen.has(field) && canStandAlone(field))
    const { found, left } = columnCandidates(sheet, taken, open)
    const empty = [...inColumns].filter((hit) => !found.some((candidate) => candidate.hit === hit))
    candidates.push(
      ...alone,
      ...found,
      ...aloneCandidates(sheet, empty).map((c) => ({ ...c, strength: 0.8 * c.strength })),
    )
    orphans.push(...left.map((rows) => rows.flatMap((row) => row.pieces)))
  }
  const flow = flowOf(sheets)
  candidates.push(
    ...patternCandidates(type, flow),
    ...checkedCandidates(type, sheets),
    ...underCandidates(type, sheets),
  )
  const known = new Set(candidates.map((candidate) => candidate.field.name))
  candidates.push(...orphanCandidates(type, orphans, known))

  const judged = candidates.map(judge)
  const fields = type.fields.map((field): Extracted => {
    const ranked = judged.filter((candidate) => candidate.field === field).sort((a, b) => b.score - a.score)
    const [best] = ranked
    const hit = sheets.flatMap((sheet) => sheet.hits).find((h) => h.spec.field === field)
    const otherwise = type.fields.find((other) => other.name === field.hints?.otherwise)
    if (!best && otherwise) {
      const [instead] = judged.filter((c) => c.field === otherwise).sort((a, b) => b.score - a.score)
      if (instead) return { field, read: toField(instead), pieces: instead.pieces, typed: instead.typed }
    }
    if (!best)
      return { field, read: missing(field, hit, pages[0]?.page ?? 1), pieces: [], typed: { value: null, valid: false } }
    return { field, read: toField(best), pieces: best.pieces, typed: best.typed }
  })
  return { fields, sheets }
}
