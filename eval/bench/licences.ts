import type { ReadDocument, ReadField, Reading } from '../../facts/reading.ts'
import { distance } from '../../facts/values/edit-distance.ts'
import type { Tally } from './interval.ts'
import { CODE, folded, labelled, letters, SCOPE, sameValue } from './licence-labels.ts'

/** labels.json of the real licences: what stands printed on each photograph. */
export type LicenceLabels = Record<string, { fields: Record<string, string> }>
/** corrections.json: labels that a person found wrong by eye, per file and field. */
export type LicenceCorrections = Record<string, Record<string, string>>

export interface LicenceMiss {
  file: string
  field: string
  label: string
  raw: string
  confidence: number
  /** Right by the corrected label. */
  corrected: boolean
}

/** Right fields against one set of labels. */
export interface FieldScore {
  micro: Tally
  fields: Record<string, Tally>
  /** 经营范围 with all punctuation left out, told beside its exact figure. */
  scopeLetters: Tally
}

/** Edits over characters printed. */
export interface CharacterErrors {
  errors: number
  characters: number
}

export interface LicenceScore {
  /** Against labels.json alone. */
  strict: FieldScore
  /** Against the corrected label alone, where a person corrected one. */
  corrected: FieldScore
  /** Wrong codes given with confidence ≥ .9. */
  confidentWrongCodes: string[]
  /** Of the right fields (corrected labels), those with confidence ≥ .9. */
  confidentOfRight: Tally
  /** Of the fields with confidence ≥ .9, those that are right (corrected labels). */
  rightOfConfident: Tally
  /** Character errors of 经营范围, punctuation counted (corrected labels). */
  scope: CharacterErrors
  /** The same without punctuation. */
  scopeLetters: CharacterErrors
  documentType: Tally
  misses: LicenceMiss[]
}

/** Labels of these codes are wrong by eye (real/README.md): left out of the code figure. */
const WRONG_CODE_LABELS = new Set(['002', '037', '055', '120', '158'].map((id) => `${id}.jpg`))
const base = (file: string) => file.split(/[/\\]/u).at(-1) ?? file

const licenceOf = (reading: Reading | undefined): ReadDocument | undefined =>
  reading?.documents.find((document) => document.documentType === '营业执照') ?? reading?.documents[0]

const tally = (): Tally => ({ right: 0, n: 0 })

function count(into: Tally, right: boolean): void {
  into.n += 1
  if (right) into.right += 1
}

const fieldScore = (): FieldScore => ({ micro: tally(), fields: {}, scopeLetters: tally() })

/** Counts one labelled field; returns whether it was read right. */
function countField(into: FieldScore, name: string, label: string, read: ReadField | undefined): boolean {
  const right = sameValue(name, label, read)
  count(into.micro, right)
  into.fields[name] ??= tally()
  count(into.fields[name], right)
  if (name === SCOPE) count(into.scopeLetters, letters(String(read?.value ?? '')) === letters(label))
  return right
}

function countCharacters(into: CharacterErrors, want: string, read: string): void {
  into.characters += want.length
  into.errors += distance(read, want)
}

/**
 * Scores readings of real licences against their labels, strictly and with corrections: per field exact match after
 * typed normalisation (never fuzzy), micro average, confident wrong codes, CER of 经营范围, document type.
 */
export function scoreLicences(
  readings: readonly Reading[],
  labels: LicenceLabels,
  corrections: LicenceCorrections = {},
): LicenceScore {
  const score: LicenceScore = {
    strict: fieldScore(),
    corrected: fieldScore(),
    confidentWrongCodes: [],
    confidentOfRight: tally(),
    rightOfConfident: tally(),
    scope: { errors: 0, characters: 0 },
    scopeLetters: { errors: 0, characters: 0 },
    documentType: tally(),
    misses: [],
  }
  for (const [file, { fields: printed }] of Object.entries(labels)) {
    const reading = readings.find((one) => base(one.file) === file)
    const document = licenceOf(reading)
    const fields = document?.fields ?? {}
    count(score.documentType, reading?.documents.length === 1 && document?.documentType === '营业执照')
    const strict = labelled(printed)
    const better = labelled({ ...printed, ...corrections[file] })
    for (const name of new Set([...strict.keys(), ...better.keys()])) {
      if (name === CODE && WRONG_CODE_LABELS.has(file)) continue
      const read = fields[name]
      const label = strict.get(name)
      const mended = better.get(name)
      const wrong = label !== undefined && !countField(score.strict, name, label, read)
      const right = mended !== undefined && countField(score.corrected, name, mended, read)
      if (wrong || (mended !== undefined && !right)) {
        score.misses.push({
          file,
          field: name,
          label: mended ?? label ?? '',
          raw: read?.raw ?? '',
          confidence: read?.confidence ?? 0,
          corrected: right,
        })
      }
      if (mended === undefined) continue
      const confident = read !== undefined && read.value !== null && read.confidence >= 0.9
      if (right) count(score.confidentOfRight, confident)
      if (confident) count(score.rightOfConfident, right)
      if (name === CODE && confident && !right) score.confidentWrongCodes.push(`${file} ${read.raw}`)
      if (name === SCOPE) {
        const value = String(read?.value ?? '')
        countCharacters(score.scope, folded(mended), folded(value))
        countCharacters(score.scopeLetters, letters(mended), letters(value))
      }
    }
  }
  return score
}
