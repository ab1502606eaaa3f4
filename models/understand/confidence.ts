import type { DocumentField } from '../../facts/document-type.ts'
import { hasIllCharacter, isLikelyName } from '../../facts/values/likely-name.ts'
import type { Piece } from './frame.ts'
import type { Candidate } from './grid.ts'
import { hasForm, likeness, likeOf } from './likeness.ts'
import { isUneven, mayLackDigit, mayLackFigure } from './lost-digits.ts'
import { seenAsWell } from './seen-as-well.ts'
import type { Typed } from './typed.ts'

/** Brackets are compared as one, of whatever kind (沪消〔2025〕11号): which of them stands there need not be sure. */
const OPENING = /[(〔[【]/gu
const CLOSING = /[)〕\]】]/gu
const OPENS = /[(〔[【]/u
const CLOSES = /[)〕\]】]/u
const BRACKET = /^[()〔〕[\]【】]$/u

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The mean and the least confidence of the characters of some print; a bracket without its fellow may be something else. */
export function printConfidence(pieces: readonly Piece[]): { mean: number; least: number } {
  const text = pieces.map((piece) => piece.text).join('')
  const paired = count(text, OPENING) === count(text, CLOSING)
  const glyphs = pieces.flatMap((piece) => piece.glyphs)
  const all = glyphs.filter((glyph) => !paired || !BRACKET.test(glyph.text)).map((glyph) => glyph.confidence)
  const mean = all.reduce((sum, c) => sum + c, 0) / Math.max(1, all.length)
  return { mean, least: Math.min(...all, 1) }
}

/** Values in words or numbers of offices whose brackets are closed when they are whole. */
const WHOLE = ['text', 'org-name', 'address', 'code']

/** Whether a bracket has no fellow: a line or a character is missing. Items may be numbered 1) 2). */
function breaksOff(text: string): boolean {
  let open = 0
  for (const [i, character] of [...text].entries()) {
    if (OPENS.test(character)) open += 1
    else if (CLOSES.test(character) && open > 0) open -= 1
    else if (CLOSES.test(character) && !/(?<!\d)\d{1,2}$/u.test([...text].slice(0, i).join(''))) return true
  }
  return open > 0
}

/** A day from which a term runs, and behind 起 another without 止, 至 or any other end. */
const OPEN_TERM = /\d日起(?:\d{4}年[^止至]*)?$/u

/** What tells that a text is a part of one: a single character, or a term that begins and does not end, or ends and does not begin. */
function isRemnant(field: DocumentField, text: string): string | null {
  if (field.type !== 'text') return null
  if ([...text].length === 1 && !field.unit && !likeOf(field)) return '只读到一个字，可能没有读全'
  const days = text.match(/\d{4}年\d{1,2}月\d{1,2}日/gu)?.length ?? 0
  const term = /期限|期间/u.test(field.name) && days === 1 && !/长期|永久|无固定|\d年$/u.test(text)
  return term || OPEN_TERM.test(text) || (days > 0 && /^[起至止]/u.test(text)) ? '期限的起止没有读全，请核对' : null
}

/** A character read with less may be another. */
const CLEAR = 0.75

/** What is as likely as not another value is not used. */
const UNSURE = 0.55

/** What is used and never sure. */
const BARE = 0.9

/** A name that no usual surname begins is one that few bear when every character was read so surely, and nothing else was seen at its beginning. */
const SURE_NAME = 0.97

/** Whether a name may be misread: it begins with no usual surname (many peoples' names do not) and its print leaves a doubt, or it has a character that nobody is named with. */
export function mayBeMisread(name: string, pieces: readonly Piece[]): boolean {
  if (isLikelyName(name)) return false
  const [first] = pieces.flatMap((piece) => piece.glyphs)
  return hasIllCharacter(name) || printConfidence(pieces).least < SURE_NAME || first?.rivals !== undefined
}

/** What was seen nearly as well at one place leaves a value open. */
const OPEN = 0.85

const DATES = ['date', 'date-range']

/** Print of one row as far apart (in heights of its lines) may have characters between that were not read (上海市 · 区示例…局 under a seal). */
const APART = 1.6

/** Whether Chinese characters of one row stand far apart, one piece from the next. */
function standsApart(piece: Piece, at: number, all: readonly Piece[]): boolean {
  const before = all[at - 1]
  if (!before || !/\p{Script=Han}$/u.test(before.text) || !/^\p{Script=Han}/u.test(piece.text)) return false
  const height = Math.min(before.height, piece.height)
  return Math.abs(piece.y - before.y) < 0.5 * height && piece.x0 - before.x1 > APART * height
}

/** Letters and digits that look alike in many prints. */
const ALIKE = ['0OoD', '1lI', '2Zz', '5Ss', '8B']

/** The characters of a code in which letters and digits go by turns whose look-alike would stand there as well; null when none would. */
function looksAlike(field: DocumentField, pieces: readonly Piece[]): string | null {
  const text = pieces.map((piece) => piece.text).join('')
  const like = likeOf(field)
  for (const { 0: run, index } of text.matchAll(/[0-9A-Za-z]+/gu)) {
    const turns = run.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d/gu)?.length ?? 0
    if (turns < 2) continue
    for (let i = index; i < index + run.length; i += 1) {
      const own = text.charAt(i)
      const others = [...(ALIKE.find((set) => set.includes(own)) ?? '')].filter((other) => other !== own)
      const other = others.find((one) => like?.test(text.slice(0, i) + one + text.slice(i + 1)) ?? true)
      if (other) return `${own}、${other}`
    }
  }
  return null
}

/** An address of several lines whose last ones name no road, house or room may have taken the rows below it. */
function runsOn({ field, pieces }: Candidate): boolean {
  const lines = new Set(pieces.map((piece) => piece.line))
  if (field.type !== 'address' || lines.size < 2) return false
  const text = pieces.map((piece) => piece.text).join('')
  const tail = text
    .replace(/\([^()]*\)?/gu, '')
    .split(/[省市区县旗镇乡村街路道弄号幢栋楼室层座组巷园院厦场]/u)
    .at(-1)
  return (tail ?? '').length > 10
}

/**
 * Probability that a value is right: how surely its characters were read, how surely the print belongs to the field, and
 * whether it has the form such values have. A right check digit settles it; a wrong one is said and never confident.
 */
export function confidenceOf(candidate: Candidate & { typed: Typed }): { confidence: number; note?: string } {
  const { field, pieces, typed, strength } = candidate
  const { mean, least } = printConfidence(pieces)
  const note = typed.note ? { note: typed.note } : {}
  if (typed.settled) return { confidence: 0.99, ...note }
  const text = pieces.map((piece) => piece.text).join('')
  // Free text has no form to miss, and none that would show a misread character.
  const form = !hasForm(field) && least >= CLEAR ? 1 : likeness(field, text)
  const print = 0.75 * mean + 0.25 * least
  const place = 0.7 + 0.3 * Math.min(1, strength / 0.7)
  const shape = 0.8 + 0.2 * form
  const confidence = print * place * shape * (runsOn(candidate) ? 0.55 : 1)
  if (field.type === 'name' && typeof typed.value === 'string' && mayBeMisread(typed.value, pieces))
    return { confidence: Math.min(UNSURE, confidence), note: '这样的姓名少见，可能认错了字' }
  // The surname of a name that begins with no usual one may not have been seen at all (宋英娟 as 英娟).
  if (field.type === 'name' && typeof typed.value === 'string' && !isLikelyName(typed.value))
    return { confidence: Math.min(BARE, confidence), ...note }
  if (pieces.some(mayLackDigit))
    return { confidence: Math.min(UNSURE, confidence), note: '一串相同的数字里有一处空得太开，可能少读了一位' }
  if (DATES.includes(field.type) && (isUneven(text) || pieces.some(mayLackFigure)))
    return { confidence: Math.min(OPEN, confidence), note: '月或日可能少读了一位，请核对' }
  if (WHOLE.includes(field.type) && pieces.some(standsApart))
    return { confidence: Math.min(OPEN, confidence), note: '中间空得太开，可能有字没有读出' }
  if (!typed.valid) return { confidence: Math.min(0.4, 0.4 * confidence), ...note }
  if (WHOLE.includes(field.type) && breaksOff(text))
    return { confidence: Math.min(UNSURE, confidence), note: '括号不成对，可能没有读全' }
  if (candidate.inside)
    return { confidence: Math.min(OPEN, confidence), note: '这一行前面还有文字，名称可能没有读全，请核对' }
  const remnant = isRemnant(field, text)
  if (remnant) return { confidence: Math.min(UNSURE, confidence), note: remnant }
  const other = seenAsWell(field, pieces)
  if (other) return { confidence: Math.min(OPEN, confidence), note: `有一处也可能是“${other}”，请核对` }
  const alike = field.type === 'code' ? looksAlike(field, pieces) : null
  if (alike) return { confidence: Math.min(OPEN, confidence), note: `字母和数字相间，“${alike}”形状相近，请核对` }
  return { confidence: Math.min(0.98, confidence), ...note }
}
