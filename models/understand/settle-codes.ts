import type { DocumentField } from '../../facts/document-type.ts'
import type { Line, ReadField } from '../../facts/reading.ts'
import type { Closer, CloserReader, PageReading } from '../page.ts'
import { printConfidence } from './confidence.ts'
import type { Extracted } from './extract.ts'
import { fold } from './frame.ts'
import { readTyped, type Typed } from './typed.ts'

/** Boxes looked at for one code, most likely first: each costs as much as a few lines. */
const MOST_PLACES = 3
/** A code seen right in so many closer readings is as good as clear, but not confident: somebody should look. */
const AGREE = 2
const AGREED = 0.85
const ONCE = 0.7
const CHOSEN = 0.6
/** A character chosen among doubtful ones must be so much likelier than the next that also makes a right code. */
const CLEARLY = 4

/** Characters that no 统一社会信用代码 holds, and those they are mistaken for (GB 32100). */
const NEVER: Record<string, readonly string[]> = { O: ['0'], I: ['1'], S: ['5', '8'], Z: ['2'] }

interface Found {
  typed: Typed
  text: string
  confidence: number
  note: string
}

const isCode = ({ type }: DocumentField) => type === 'uscc' || type === 'cnid'

/** Reads codes again whose check digit is wrong or that were not found, close up; what comes of it is flagged, never confident. Changes them in place. */
export async function settleCodes(
  fields: readonly Extracted[],
  pages: readonly PageReading[],
  closer: CloserReader,
): Promise<void> {
  for (const extracted of fields) {
    const { field, read, typed } = extracted
    // What decides is looked for even where nothing was read; of the others, what was read wrong is looked at again.
    if (!isCode(field) || typed.settled || (!field.deciding && extracted.pieces.length === 0)) continue
    for (const line of placesOf(extracted, pages, fields).slice(0, MOST_PLACES)) {
      const right = (seen: Closer[]) => seen.some(({ text }) => readTyped(field, text).settled)
      const seen = await closer(line.page, line.box, right)
      if (standsClear(extracted, seen[0])) break
      // A whole number read before gives way only to one seen more than once.
      const found = agreed(field, seen, extracted.pieces.length > 0 ? AGREE : 1) ?? chosen(field, seen)
      if (!found) continue
      const { confidence, text, note } = found
      Object.assign(read, { value: found.typed.value, raw: text, state: 'ok', confidence, note })
      delete read.rivals
      if (!read.box) Object.assign(read, { page: line.page, box: line.box })
      extracted.typed = found.typed
      break
    }
  }
}

/** Print as clear as this in two looks stands, even where its check digit says that the number itself is wrong. */
const CLEAR_PRINT = 0.95

/** Whether a whole number of the right form was read clearly twice alike, and nothing else was seen at any of its places. */
function standsClear({ field, pieces, typed }: Extracted, seen: Closer | undefined): boolean {
  const value = typeof typed.value === 'string' ? typed.value : ''
  if (!seen || seen.confidence < CLEAR_PRINT || printConfidence(pieces).least < CLEAR_PRINT) return false
  if (field.type === 'uscc' && /[OISZ]/u.test(value)) return false
  const at = seen.text.indexOf(value)
  if (value.length < 15 || at < 0 || pieces.some(({ glyphs }) => glyphs.some(({ rivals }) => rivals))) return false
  const others = seen.alternatives.slice(at, at + value.length).flat()
  return others.every(({ probability }) => probability <= 1 - CLEAR_PRINT)
}

/** Whether a line holds the middle of a box on its page. */
function isAt({ page, box: [x0, y0, x1, y1, x2, y2, x3, y3] }: Line, read: ReadField): boolean {
  if (!read.box || read.page !== page) return false
  const [x, y] = [(read.box[0] + read.box[4]) / 2, (read.box[1] + read.box[5]) / 2]
  const inside = (at: number, ends: number[]) => at >= Math.min(...ends) && at <= Math.max(...ends)
  return inside(x, [x0, x1, x2, x3]) && inside(y, [y0, y1, y2, y3])
}

/** Lines that may hold the code: where it was read, else where its label or fragments of a number stand, unless another field's code stands there. */
function placesOf(
  { field, pieces, read }: Extracted,
  pages: readonly PageReading[],
  all: readonly Extracted[],
): Line[] {
  const own = [...new Set(pieces.map((piece) => piece.line))]
  if (own.length > 0) return own
  const taken = new Set(all.filter((one) => isCode(one.field)).flatMap((one) => one.pieces.map(({ line }) => line)))
  const lines = pages.flatMap((page) => page.lines).filter((line) => !taken.has(line))
  // Of several fields with one label (the buyer's and the seller's) each has its own place.
  if (field.hints?.nth !== undefined) return lines.filter((line) => isAt(line, read))
  const begins = field.labels.map((label) => fold(label).slice(0, 4)).filter((begin) => begin.length >= 3)
  const labelled = lines.filter((line) => begins.some((begin) => fold(line.text).includes(begin)))
  const fragments = lines.filter((line) => line.confidence < 0.8 && /[0-9A-Z]{4}/u.test(fold(line.text)))
  return [...new Set([...labelled, ...fragments])]
}

/** The code that most closer readings, `least` or more, show with a right check digit. */
function agreed(field: DocumentField, seen: readonly Closer[], least: number): Found | null {
  const votes = new Map<string, { typed: Typed; text: string; n: number }>()
  for (const { text } of seen) {
    const typed = readTyped(field, text)
    if (!typed.settled) continue
    const key = String(typed.value)
    votes.set(key, { typed, text, n: (votes.get(key)?.n ?? 0) + 1 })
  }
  const [best, next] = [...votes.values()].sort((a, b) => b.n - a.n)
  if (!best || best.n < least || best.n === next?.n) return null
  return {
    typed: best.typed,
    text: best.text,
    confidence: best.n >= AGREE && !next ? AGREED : ONCE,
    note: '初读不清，放大复读后校验位相符，请核对',
  }
}

/** The readings of a code with the letters that none holds taken for what they look like: one, or two where S may be 5 or 8. */
const withoutForeign = (run: string): string[] => [
  ...new Set(
    [0, 1].map((choice) =>
      run.replace(/[OISZ]/gu, (letter) => NEVER[letter]?.[choice] ?? NEVER[letter]?.[0] ?? letter),
    ),
  ),
]

/** The code that one other character, which the reader also saw, makes right. */
function chosen(field: DocumentField, seen: readonly Closer[]): Found | null {
  const options = new Map<string, { typed: Typed; text: string; probability: number }>()
  const offer = (text: string, probability: number) => {
    const typed = readTyped(field, text)
    const key = String(typed.value)
    if (typed.settled && probability > (options.get(key)?.probability ?? 0))
      options.set(key, { typed, text, probability })
  }
  for (const { text, alternatives } of seen) {
    for (const { index, 0: run } of text.matchAll(/[0-9A-Z]{18}|[0-9]{15}/gu)) {
      for (const plain of field.type === 'uscc' ? withoutForeign(run) : [run]) {
        offer(plain, 1)
        for (let i = 0; i < run.length; i += 1) {
          for (const other of alternatives[index + i] ?? []) {
            if (/^[0-9A-Z]$/u.test(other.text))
              offer(plain.slice(0, i) + other.text + plain.slice(i + 1), other.probability)
          }
        }
      }
    }
  }
  const [best, next] = [...options.values()].sort((a, b) => b.probability - a.probability)
  if (!best || best.probability < CLEARLY * (next?.probability ?? 0)) return null
  return { ...best, confidence: CHOSEN, note: '有一位字符辨认不清，按校验位取用，请核对' }
}
