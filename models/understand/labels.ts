import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import { distance } from '../../facts/values/edit-distance.ts'
import { cut, fold, type Piece } from './frame.ts'

/** One printed label of a document type; `field` is null for labels that only end the value before them. */
export interface LabelSpec {
  text: string
  printed: string
  field: DocumentField | null
}

export type HitKind = 'exact' | 'inline' | 'fuzzy' | 'part'

/** A printed label found on the page. `rest` is what follows it in the same line. */
export interface Hit {
  spec: LabelSpec
  label: Piece
  rest: Piece | null
  kind: HitKind
  /** 0–1: how sure it is that this label stands here. */
  strength: number
  /** The label begins its line. */
  first: boolean
  /** A place to sign, as 甲方（盖章）: what stands near it but not behind it is not its value. */
  signing?: boolean
}

/** Every printed label of a type, longest first. */
export function labelSpecs(type: DocumentType): LabelSpec[] {
  const specs: LabelSpec[] = []
  for (const field of type.fields) {
    for (const printed of field.labels) specs.push({ text: fold(printed), printed, field })
  }
  // Headings of a table hold no field either.
  const headings = type.fields.flatMap((field) => (field.columns ?? []).flatMap((column) => column.labels))
  for (const printed of [...type.otherLabels, ...headings]) specs.push({ text: fold(printed), printed, field: null })
  return specs.sort((a, b) => b.text.length - a.text.length)
}

const WORDS =
  'Name|Sex|Gender|Dateof|Date|Birth|ID|Nos?|Number|Type|Occupation|Skills?|Level|Certificate|Institution|Issued?|Issuing|by|Valid|Until|Validity|Nationality|Ethnicity|Address|Major|School|Place|Code|Registration|Registered|Register|Category|Grade|Profession|Organization|Authority|Unit|Legal|Representative|Licen[cs]e|Term|Expiry|Expiration|Period|Scope|Company|Enterprise|Plate|Vehicle|Owner|Use|Character|Model|VIN|Engine|of|the|and|Full'
/** English words printed behind or below a Chinese label. */
const subLabel = new RegExp(`^[(/]?(?:(?:${WORDS})[./]?)+\\)?`, 'u')
const onlySubLabel = new RegExp(`^[(/]?(?:(?:${WORDS})[./]?)+\\)?:?$`, 'iu')

/** A line that only repeats a label in English (Plate No.). */
export const isSubLabel = (text: string): boolean => onlySubLabel.test(text)

/** Between a label and its value: (盖章), (签名), a unit or what else stands in brackets before the colon, colon, rule. */
const lead =
  /^(?:\([签盖公章][^()]{0,8}\)|[签盖][章字名])?(?:\([^()]{1,10}\)(?=:)|\((?:m[23]?|平方米|平米|万?元|kg|台|人|份)\))?[:;.,、_\-—]*/u
const signing = /^(?:\([签盖公章][^()]{0,8}\)|[签盖][章字名])/u
const punctuation = /[:,;.。、()[\]【】《》"“”'‘’_\-—□☑√✓\d]/u

/** What follows a label, without the colon and rules before it. */
export function restAfter(piece: Piece, end: number): Piece | null {
  const behind = piece.text.slice(textIndex(piece, end))
  const english = subLabel.exec(behind)?.[0].length ?? 0
  const skip = lead.exec(behind.slice(english))?.[0].length ?? 0
  const rest = cut(piece, end + english + skip)
  // The bracket that opens before the label closes behind the value: (告知内容版本：第2版).
  const [head, value] = [piece.text.slice(0, piece.text.length - behind.length), rest?.text ?? '']
  const enclosed = head.lastIndexOf('(') > head.lastIndexOf(')') && value.indexOf(')') === value.length - 1
  return rest && enclosed && !value.includes('(') ? cut(rest, 0, rest.glyphs.length - 1) : rest
}

/** Glyphs may hold characters of two code units: index of glyph `n` in the text. */
function textIndex(piece: Piece, n: number): number {
  let index = 0
  for (let i = 0; i < n; i += 1) index += piece.glyphs[i]?.text.length ?? 0
  return index
}

/** Edits allowed when a label is read with errors: none below three characters. */
const allowed = (length: number) => (length < 3 ? 0 : length < 6 ? 1 : 2)

const make = (
  spec: LabelSpec,
  piece: Piece,
  start: number,
  end: number,
  kind: HitKind,
  strength: number,
): Hit | null => {
  const label = cut(piece, start, end)
  if (!label) return null
  const place = signing.test(piece.text.slice(textIndex(piece, end))) || /签[字名章]|盖/u.test(spec.text)
  return {
    spec,
    label,
    rest: restAfter(piece, end),
    kind,
    strength,
    first: start === 0,
    ...(place ? { signing: true } : {}),
  }
}

/** Numbering before a label at the start of a line: 一、 1. (1) *. */
export const numbering = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|第[一二三四五六七八九十]+条|[*·•●■])/u

/** The label a line begins with, letter by letter. */
export function leadingHit(piece: Piece, specs: readonly LabelSpec[]): Hit | null {
  const skip = numbering.exec(piece.text)?.[0].length ?? 0
  const text = piece.text.slice(skip)
  const bare = text.replace(/[:_]+$/u, '')
  const exact = specs.find(
    (spec) => bare === spec.text || (bare.startsWith(spec.text) && isSubLabel(bare.slice(spec.text.length))),
  )
  if (exact) return make(exact, piece, skip, skip + exact.text.length, 'exact', 1)
  for (const spec of specs) {
    if (!text.startsWith(spec.text)) continue
    const next = text[spec.text.length] ?? ''
    const behind = text.slice(spec.text.length)
    // 法定代表人、委托代理人 is a list of words, not a label and its value.
    if (next === '、' && !behind.includes(':')) continue
    // A colon read with a tail (申请人；上海…) still ends a label.
    const strength =
      /^[:;]/u.test(next) || signing.test(behind) || subLabel.test(behind) ? 1 : spec.text.length >= 4 ? 0.9 : 0
    if (strength > 0) return make(spec, piece, skip, skip + spec.text.length, 'exact', strength)
  }
  return null
}

/** The label a line begins with when some of its characters were misread or missed. */
export function roughHit(piece: Piece, specs: readonly LabelSpec[]): Hit | null {
  const skip = numbering.exec(piece.text)?.[0].length ?? 0
  const text = piece.text.slice(skip)
  const bare = text.replace(/[:_]+$/u, '')
  for (const spec of specs) {
    if (Math.abs(bare.length - spec.text.length) > 1) continue
    if (distance(bare, spec.text) <= allowed(spec.text.length))
      return make(spec, piece, skip, skip + bare.length, 'fuzzy', 0.75)
  }
  for (const spec of specs) {
    if (spec.text.length < 5) continue
    for (const length of [spec.text.length, spec.text.length - 1, spec.text.length - 2, spec.text.length + 1]) {
      const begin = text.slice(0, length)
      if (text[length] === '、' && !text.slice(length).includes(':')) continue
      if (begin.at(-1) === spec.text.at(-1) && distance(begin, spec.text) <= allowed(spec.text.length)) {
        return make(spec, piece, skip, skip + length, 'fuzzy', 0.7)
      }
    }
  }
  return null
}

/** White space stands before glyph `index`, as between the entries of one line. */
export function gapBefore(piece: Piece, index: number): boolean {
  const [before, glyph] = [piece.glyphs[index - 1], piece.glyphs[index]]
  const [first, last] = [piece.glyphs[0], piece.glyphs.at(-1)]
  if (!before || !glyph || !first || !last || last.to <= first.from) return false
  return ((glyph.from - before.to) * (piece.x1 - piece.x0)) / (last.to - first.from) > 0.45 * piece.height
}

/** Labels followed by a colon anywhere in a piece (签订日期：…), outermost first, not overlapping. */
export function inlineHits(piece: Piece, specs: readonly LabelSpec[], from = 0): Hit[] {
  const hits: Hit[] = []
  let at = from
  while (at < piece.text.length) {
    const colon = piece.text.indexOf(':', at)
    if (colon < 0) break
    const spec = specs.find(
      ({ text }) => colon - text.length >= from && piece.text.slice(colon - text.length, colon) === text,
    )
    const start = spec ? colon - spec.text.length : -1
    const before = piece.text[start - 1] ?? ''
    const apart = start === 0 || start === from || punctuation.test(before) || gapBefore(piece, start)
    if (spec && (spec.text.length > 2 || apart)) {
      const hit = make(spec, piece, start, colon, 'inline', 0.85)
      if (hit) hits.push(hit)
    }
    at = colon + 1
  }
  return hits
}
