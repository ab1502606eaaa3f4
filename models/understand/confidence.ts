import { isLikelyName } from '../../facts/values/likely-name.ts'
import type { Piece } from './frame.ts'
import type { Candidate } from './grid.ts'
import { hasForm, likeness } from './likeness.ts'
import { mayLackDigit } from './lost-digits.ts'
import type { Typed } from './typed.ts'

/** Brackets are compared as one, of whatever kind (沪消〔2025〕11号): which of them stands there need not be sure. */
const OPENING = /[(〔[【]/gu
const CLOSING = /[)〕\]】]/gu
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

/** A character read with less may be another. */
const CLEAR = 0.75

/** What is as likely as not another value is not used. */
const UNSURE = 0.55

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
  if (field.type === 'name' && typeof typed.value === 'string' && !isLikelyName(typed.value))
    return { confidence: Math.min(UNSURE, confidence), note: '这样的姓名少见，可能认错了字' }
  if (pieces.some(mayLackDigit))
    return { confidence: Math.min(UNSURE, confidence), note: '一串相同的数字里有一处空得太开，可能少读了一位' }
  if (!typed.valid) return { confidence: Math.min(0.4, 0.4 * confidence), ...note }
  return { confidence: Math.min(0.98, confidence), ...note }
}
