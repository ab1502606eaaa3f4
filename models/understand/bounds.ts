import type { DocumentField } from '../../facts/document-type.ts'
import { cut, fold, type Piece } from './frame.ts'
import { lengthOfValue } from './value-tail.ts'

/** Folded text of pieces in order. */
export const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('')

/** The first `length` characters of pieces in order. */
function first(pieces: readonly Piece[], length: number): Piece[] {
  let room = length
  return pieces.flatMap((piece) => {
    const part = cut(piece, 0, Math.max(0, room))
    room -= piece.text.length
    return part ? [part] : []
  })
}

/** How many characters may stand behind the phrase that ends a value: a seal's words, not another sentence. */
const STRAY = 16

/** Print that goes on no name, no address and no sentence: a long code, a date, an area, a phone number. */
const OTHER_FORM =
  /^[0-9A-Z]{10,}$|^:?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月|[\d.]+(?:m2|平方米|㎡)|^[\d,.]+元/u

/** Words of several lines end before a line that holds a value of another form. */
function wordsOf(pieces: Piece[]): Piece[] {
  if (!/^\p{Script=Han}/u.test(pieces[0]?.text ?? '')) return pieces
  const end = pieces.findIndex(
    (piece, at) =>
      piece.line !== pieces[0]?.line && OTHER_FORM.test(piece.text) && !/[自至到起]$/u.test(pieces[at - 1]?.text ?? ''),
  )
  return end < 0 ? pieces : pieces.slice(0, end)
}

/** Brackets of a text that have no fellow. */
const unpaired = (text: string) => (text.match(/\(/gu)?.length ?? 0) - (text.match(/\)/gu)?.length ?? 0)

/** A value without the bracket that closes behind it and opened before its label: (合同编号:2024-001). */
function withoutClosing(pieces: Piece[]): Piece[] {
  const [only, text] = [pieces.length === 1 ? pieces[0] : undefined, textOf(pieces)]
  const encloses = only && text.endsWith(')') && unpaired(text) < 0 && unpaired(fold(only.line.text)) === 0
  return encloses ? first(pieces, text.length - 1) : pieces
}

/** The part of some print that is the value: between the phrases that end it or follow it, without what is said about it and the brackets around it. */
export function withinBounds(field: DocumentField, given: Piece[]): Piece[] {
  const pieces = withinPhrases(field, given)
  const text = textOf(pieces)
  const length = lengthOfValue(field, text)
  return withoutClosing(length < text.length ? first(pieces, length) : pieces)
}

/** Up to the phrase that ends a value, before the phrase that follows it. */
function withinPhrases(field: DocumentField, given: Piece[]): Piece[] {
  const pieces = ['address', 'text', 'list', 'org-name'].includes(field.type) ? wordsOf(given) : given
  const { end, stop } = field.hints ?? {}
  const text = textOf(pieces)
  if (end) {
    const last = [...text.matchAll(new RegExp(end, 'gu'))].at(-1)
    const length = last ? last.index + last[0].length : text.length
    // （…方可开展经营活动）一般项目：… — the other half of a scope follows.
    const goesOn = text.length - length > STRAY || /^\p{Script=Han}{2}项目:/u.test(text.slice(length))
    return goesOn ? pieces : first(pieces, length)
  }
  const next = stop ? new RegExp(stop, 'u').exec(text) : null
  return next && next.index > 0 ? first(pieces, next.index) : pieces
}
