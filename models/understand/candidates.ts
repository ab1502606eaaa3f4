import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import { textOf } from './bounds.ts'
import { cut, fold, median, type Piece } from './frame.ts'
import type { Candidate } from './grid.ts'
import { columnBelow, titledHeadings } from './heading-rows.ts'
import { likeness, likeOf } from './likeness.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { readTyped } from './typed.ts'

/** Print of this field can be told without its label. */
export const canStandAlone = (field: DocumentField): boolean =>
  (!['text', 'list', 'table', 'code'].includes(field.type) || likeOf(field) !== null) &&
  field.hints?.under === undefined

/** Rows beside a label column whose own label was missed: given to a missing field they alone look like. */
export function orphanCandidates(type: DocumentType, rows: Piece[][], known: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = []
  const open = new Set(type.fields.filter((field) => !known.has(field.name) && canStandAlone(field)))
  for (const pieces of rows) {
    const like = [...open].filter((field) => likeness(field, textOf(pieces)) === 1)
    const [first] = like.filter((field) => field.type !== 'name').concat(like)
    if (!first) continue
    found.push({ field: first, pieces, hit: null, strength: 0.35 })
    open.delete(first)
  }
  return found
}

/** Codes whose check digit is right need no label, when only one field can hold them. */
export function checkedCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  const found: Candidate[] = []
  for (const kind of ['uscc', 'cnid']) {
    const fields = type.fields.filter((field) => field.type === kind)
    const [field] = fields
    if (!field || fields.length > 1) continue
    for (const piece of sheets.flatMap((sheet) => sheet.pieces)) {
      if (piece.text.length !== piece.glyphs.length) continue
      for (const match of piece.text.matchAll(/[0-9A-Z]{15,}/gu)) {
        const number = cut(piece, match.index, match.index + match[0].length)
        if (number && readTyped(field, number.text).settled)
          found.push({ field, pieces: [number], hit: null, strength: 0.5 })
      }
    }
  }
  return found
}

/** The first entry of a column of the table below a title (`hints.column`): the 姓名 below 食品安全管理人员; a name may be set in two lines. */
export function titledCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  return sheets.flatMap((sheet) =>
    titledHeadings(type, sheet.pieces).flatMap((heading) =>
      type.fields.flatMap((field): Candidate[] => {
        const { under = [], labels = [] } = field.hints?.column ?? {}
        const head = heading.cells.find(({ text }) => labels.map(fold).includes(text))
        if (!under.includes(heading.title) || !head) return []
        const [first, ...others] = columnBelow(heading, head)
        if (!first) return []
        const [next] = others
        const goesOn = next && next.y - first.y < 1.3 * first.height && /^\p{Script=Han}+$/u.test(next.text)
        return [{ field, pieces: goesOn ? [first, next] : [first], hit: null, strength: 0.75 }]
      }),
    ),
  )
}

/** The options of a question that is asked on the page, with boxes before them, in whatever cells they stand: told by their own words. */
export function optionCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  return sheets.flatMap(({ hits, pieces }) =>
    type.fields.flatMap((field): Candidate[] => {
      const hit = field.type === 'enum' ? hits.find(({ spec }) => spec.field === field) : undefined
      const options = pieces.filter(({ text }) => /^[□☑]/u.test(text) && field.values?.includes(text.slice(1)))
      return hit && options.length > 1 ? [{ field, pieces: options, hit, strength: hit.strength }] : []
    }),
  )
}

/** Parts of a date, or a whole one with a few characters of a seal in it. */
const DATE_PRINT = /^(?:[年月日\d\s.〇零一二三四五六七八九十]+|\d{4}年[年月日\d]{1,8}\p{Script=Han}{0,2})$/u

/** Print standing below a label, e.g. the unlabelled date under 登记机关 (`hints.under`). */
export function underCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  const found: Candidate[] = []
  for (const field of type.fields) {
    const under = field.hints?.under ?? []
    for (const sheet of sheets) {
      const label = sheet.hits.find((hit) => under.includes(hit.spec.printed))?.label
      if (!label) continue
      const h = label.height
      const pieces = sheet.pieces.filter(
        (p) => p.y - label.y > 0.5 * h && p.y - label.y < 9 * h && p.x0 > label.x0 - 4 * h && DATE_PRINT.test(p.text),
      )
      const level = median(pieces.map((piece) => piece.y))
      const row = pieces.filter((piece) => Math.abs(piece.y - level) < 1.2 * h).sort((a, b) => a.x0 - b.x0)
      if (row.length > 0) found.push({ field, pieces: row, hit: null, strength: 0.5 })
    }
  }
  return found
}

const DATE_ALONE =
  /^(?:[日期时间签署填写发]{0,4}:)?[^\d自从至到于起年月日]?(?:[\d〇零一二三四五六七八九十]{4})?年(?:[\d一二三四五六七八九十]{1,3})?月(?:[\d一二三四五六七八九十]{1,3})?日$/u

const FIRM_ALONE =
  /^[\p{Script=Han}()A-Za-z]{3,40}(?:公司|店|厂|社|酒家|餐厅|饭店|食堂|中心|馆|坊|部)(?:\((?:盖章|公章|签章)\))?$/u

const OFFICE_ALONE = /^[\p{Script=Han}()]{4,40}$/u

/** A name of an office or a firm that has its beginning. */
const BEGINS = /^(?:\p{Script=Han}{2,3}[省市区县]|上海|北京|天津|重庆|国家|中华|中国|全国)/u

/** So near (in heights) to the print before it a piece is no beginning. */
const NEAR = 2

/** What of a piece stands behind a label in it; null when nothing does. */
function behindLabel(piece: Piece, { hits }: Sheet): Piece | null {
  const colon = piece.glyphs.findLastIndex(({ text }) => text === ':')
  const ends = hits.flatMap(({ label }) => (label.line === piece.line ? [label.glyphs.at(-1)?.to ?? 0] : []))
  const start = piece.glyphs.findIndex(({ from }, at) => at > colon && ends.every((end) => from >= end - 0.001))
  return start < 0 ? null : cut(piece, start)
}

/** A name that ends in piece `at` of a row, with the pieces close before it that may be its beginning (上海市 · 生和计 · 委员会 under a seal). */
function wholeName(row: readonly Piece[], at: number, sheet: Sheet, fits: (text: string) => boolean): Piece[] {
  const [last] = row.slice(at)
  if (!last) return []
  const run = [last]
  for (const before of row.slice(0, at).toReversed()) {
    const [next] = run
    if (!next || next.x0 - before.x1 > NEAR * last.height || !/\p{Script=Han}$/u.test(before.text)) break
    if (fits(before.text)) break
    const rest = behindLabel(before, sheet)
    if (rest) run.unshift(rest)
    if (rest?.text !== before.text) break
  }
  return run.slice(
    Math.max(
      0,
      run.findIndex(({ text }) => BEGINS.test(text)),
    ),
  )
}

/** A date or a firm standing alone among the last page's later lines: where papers are signed (`hints.closing`). */
export function closingCandidates(type: DocumentType, sheets: readonly Sheet[]): Candidate[] {
  const sheet = sheets.at(-1)
  const fields = type.fields.filter((field) => field.hints?.closing)
  if (!sheet || fields.length === 0) return []
  const rows = rowsOf(sheet.pieces)
  const low = rows.slice(Math.floor(rows.length / 2))
  return fields.flatMap((field) => {
    const like = likeOf(field)
    const named = field.type === 'org-name'
    const form = !named ? DATE_ALONE : like ? OFFICE_ALONE : FIRM_ALONE
    const fits = (text: string) => form.test(text) && (!named || !like || like.test(text))
    return low.flatMap((row): Candidate[] => {
      const alone = row.pieces.filter((piece) => fits(piece.text))
      if (alone.length === 0 && !fits(row.text)) return []
      // Beside the date of one party the other's place may still be open (年 月 日).
      const filled = alone.filter((piece) => /[\d一二三四五六七八九十]/u.test(piece.text))
      const last = (filled.length > 0 ? filled : alone).at(-1)
      const pieces = !last ? row.pieces : named ? wholeName(row.pieces, row.pieces.indexOf(last), sheet, fits) : [last]
      const inside = named && (pieces.length > 1 || (like !== null && row.pieces[0] !== (last ?? row.pieces[0])))
      return [{ field, pieces, hit: null, strength: 0.55, ...(inside && { inside: true as const }) }]
    })
  })
}
