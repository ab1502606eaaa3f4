import type { ValueType } from '../../facts/values/value.ts'
import type { SecondReader } from '../page.ts'
import type { Extracted } from './extract.ts'
import { boxOf } from './frame.ts'
import { readTyped } from './typed.ts'

const KIND: { [type in ValueType]?: 'digits' | 'code' | 'chinese' } = {
  uscc: 'code',
  code: 'code',
  cnid: 'code',
  phone: 'digits',
  number: 'digits',
  integer: 'digits',
}

/** Below this a deciding field is read again; above it the first reading stands. */
const CLEAR = 0.9
/** Below this the print is fragments: reading them again tells nothing. */
const HOPELESS = 0.5
/** Readings per document: each costs about as much as ten lines. */
const MOST = 4

/** So sure at most is what both readers see, and what they see where something speaks against it: blurred print looks alike to both. */
const [AGREED, NOTED] = [0.97, 0.85]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One field after a second look at its print: agreement raises confidence, disagreement lowers it and is said. */
async function readAgain(extracted: Extracted, second: SecondReader): Promise<void> {
  const { field, read, pieces } = extracted
  const seen = await Promise.all(pieces.map((piece) => second(read.page, boxOf(piece), KIND[field.type] ?? 'chinese')))
  const text = seen.map((one) => one.text).join('')
  if (text.trim() === '') return
  const typed = readTyped(field, text)
  if (typed.value !== null && same(typed.value, read.value)) {
    const most = Math.max(read.confidence, read.note === undefined ? AGREED : NOTED)
    if (extracted.typed.valid) read.confidence = Math.min(most, read.confidence + 0.6 * (1 - read.confidence))
    return
  }
  if (typed.settled && !extracted.typed.settled) {
    read.note = `初读为“${read.raw}”，复读为“${text}”且校验位相符，请核对`
    read.value = typed.value
    read.state = 'ok'
    read.confidence = 0.7
    return
  }
  const sure = seen.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, seen.length)
  if (sure < 0.6 || !typed.valid) return
  read.confidence *= 0.8
  read.note ??= `两次识读不一致，复读为“${text}”`
}

/** Worth a second look: a value of the right form that was not clearly read, or a whole number whose check digit fails. */
function isDoubtful({ field, read, typed, pieces }: Extracted): boolean {
  if (!field.deciding || pieces.length === 0 || pieces.length > 3 || typed.settled) return false
  if (typed.valid) return read.confidence < CLEAR && read.confidence >= HOPELESS
  return (field.type === 'uscc' || field.type === 'cnid') && /[0-9A-Z]{15,18}/iu.test(read.raw)
}

/** Reads deciding fields again that no check digit settles and that were not clearly read. Changes them in place. */
export async function readDoubtful(fields: readonly Extracted[], second: SecondReader): Promise<void> {
  const doubtful = fields
    .filter(isDoubtful)
    .sort((a, b) => b.read.confidence - a.read.confidence)
    .slice(0, MOST)
  for (const extracted of doubtful) await readAgain(extracted, second)
}
