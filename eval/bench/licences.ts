import type { ReadDocument, ReadField, Reading } from '../../facts/reading.ts'
import { findDates } from '../../facts/values/date.ts'
import { readDateRange } from '../../facts/values/date-range.ts'
import { readMoney } from '../../facts/values/money.ts'
import type { DateRange, Money } from '../../facts/values/value.ts'

/** labels.json of the real licences: what stands printed on each photograph. */
export type LicenceLabels = Record<string, { fields: Record<string, string> }>
/** corrections.json: labels that a person found wrong by eye, per file and field. */
export type LicenceCorrections = Record<string, Record<string, string>>

export interface Tally {
  right: number
  n: number
}

export interface LicenceMiss {
  file: string
  field: string
  label: string
  raw: string
  confidence: number
  corrected: boolean
}

export interface LicenceScore {
  strict: { micro: Tally; fields: Record<string, Tally> }
  corrected: { micro: Tally; fields: Record<string, Tally> }
  /** Wrong codes given with confidence ≥ .9. */
  confidentWrongCodes: string[]
  /** Of the right fields (corrected labels), those with confidence ≥ .9. */
  confidentOfRight: Tally
  /** Of the fields with confidence ≥ .9, those that are right (corrected labels). */
  rightOfConfident: Tally
  /** Character errors of 经营范围 over characters printed (corrected labels). */
  scope: { errors: number; characters: number }
  documentType: Tally
  misses: LicenceMiss[]
}

/** Labels of these codes are wrong by eye (real/README.md): left out of the code figure. */
const WRONG_CODE_LABELS = new Set(['002', '037', '055', '120', '158'].map((id) => `${id}.jpg`))
const CODE = '统一社会信用代码'

/** NFKC without spaces, brackets of one kind, without the stars that fill a line. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*]/gu, '')
    .replace(/[【〔[{]/gu, '(')
    .replace(/[】〕\]}]/gu, ')')

/** The same without punctuation: OCR does not tell a semicolon from a colon in 8-pixel print. */
const letters = (text: string): string => folded(text).replace(/[\p{P}\p{S}]/gu, '')

const rangeText = (range: DateRange) => `${range.from ?? ''}/${range.to ?? ''}`
const moneyText = (money: Money) => `${money.fen} ${money.currency}`

/** Labels of old licences run 注册资本 and 实收资本 together: the first amount is the field. */
function labelledMoney(label: string): string {
  const first = /^.*?[元圆万](?:整|人民币|\(人民币\)|（人民币）)?(?![元圆万])/u.exec(label)?.[0] ?? label
  const { value } = readMoney(first)
  return value ? moneyText(value) : folded(label)
}

function sameValue(name: string, label: string, fields: Record<string, ReadField>): boolean {
  const read = fields[name]
  const value = read?.value ?? null
  if (name === '类型') {
    const [type, form] = [fields.类型?.value, fields.组成形式?.value].map((v) => folded(String(v ?? '')))
    return [type, form, `${type}${form}`, `${form}${type}`].includes(folded(label))
  }
  if (value === null) return false
  if (name === '成立日期') return value === (findDates(label)[0]?.iso ?? label)
  if (name === '营业期限') {
    const want = readDateRange(label.replace(/[*]/gu, '')).value
    return want !== null && rangeText(value as DateRange) === rangeText(want)
  }
  if (name === '注册资本') return moneyText(value as Money) === labelledMoney(label)
  if (name === '经营范围') return letters(String(value)) === letters(label.replace(/^经营范围/u, ''))
  return folded(String(value)) === folded(label)
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

const base = (file: string) => file.split(/[/\\]/u).at(-1) ?? file

const licenceOf = (reading: Reading | undefined): ReadDocument | undefined =>
  reading?.documents.find((document) => document.documentType === '营业执照') ?? reading?.documents[0]

/** Labelled fields under the names a reading uses: the old 注册号 stands in the code's field. */
function labelled(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields).map(([name, label]) => [name === '注册号' ? CODE : name, label])
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
  const tally = (): Tally => ({ right: 0, n: 0 })
  const count = (into: Tally, right: boolean) => {
    into.n += 1
    if (right) into.right += 1
  }
  const score: LicenceScore = {
    strict: { micro: tally(), fields: {} },
    corrected: { micro: tally(), fields: {} },
    confidentWrongCodes: [],
    confidentOfRight: tally(),
    rightOfConfident: tally(),
    scope: { errors: 0, characters: 0 },
    documentType: tally(),
    misses: [],
  }
  for (const [file, { fields: printed }] of Object.entries(labels)) {
    const reading = readings.find((one) => base(one.file) === file)
    const document = licenceOf(reading)
    const fields = document?.fields ?? {}
    count(score.documentType, reading?.documents.length === 1 && document?.documentType === '营业执照')
    for (const [name, label] of labelled(printed)) {
      if (name === CODE && WRONG_CODE_LABELS.has(file)) continue
      const better = corrections[file]?.[name]
      const read = fields[name]
      const strict = sameValue(name, label, fields)
      const right = strict || (better !== undefined && sameValue(name, better, fields))
      for (const [kind, ok] of [
        ['strict', strict],
        ['corrected', right],
      ] as const) {
        count(score[kind].micro, ok)
        score[kind].fields[name] ??= tally()
        count(score[kind].fields[name], ok)
      }
      const confident = (read?.confidence ?? 0) >= 0.9 && read?.value !== null
      if (right) count(score.confidentOfRight, confident)
      if (confident) count(score.rightOfConfident, right)
      if (name === CODE && confident && !right) score.confidentWrongCodes.push(`${file} ${read?.raw}`)
      if (name === '经营范围') {
        const want = letters((better ?? label).replace(/^经营范围/u, ''))
        score.scope.characters += want.length
        score.scope.errors += edits(letters(String(read?.value ?? '')), want)
      }
      if (!strict) {
        score.misses.push({
          file,
          field: name,
          label: better ?? label,
          raw: read?.raw ?? '',
          confidence: read?.confidence ?? 0,
          corrected: right,
        })
      }
    }
  }
  return score
}

const percent = ({ right, n }: Tally) => `${right}/${n} ${n === 0 ? '—' : `${((100 * right) / n).toFixed(1)}%`}`

/** The score as lines for a person: one table, then what was confidently wrong. */
export function formatLicences(score: LicenceScore): string {
  const rows = Object.keys(score.strict.fields).map(
    (name) =>
      `  ${name.padEnd(9, '　')} ${percent(score.strict.fields[name] ?? { right: 0, n: 0 }).padEnd(14)} ${percent(score.corrected.fields[name] ?? { right: 0, n: 0 })}`,
  )
  return [
    '  字段　　　　　　　 strict         corrected',
    ...rows,
    `  ${'micro'.padEnd(18)} ${percent(score.strict.micro).padEnd(14)} ${percent(score.corrected.micro)}`,
    `  文书类型 ${percent(score.documentType)} · 经营范围 CER ${((100 * score.scope.errors) / Math.max(1, score.scope.characters)).toFixed(2)}%`,
    `  正确字段中置信≥.9 ${percent(score.confidentOfRight)} · 置信≥.9 中正确 ${percent(score.rightOfConfident)}`,
    `  高置信错码 ${score.confidentWrongCodes.length === 0 ? '无' : score.confidentWrongCodes.join('; ')}`,
  ].join('\n')
}

/** Misses as lines, to learn general causes from. */
export const formatMisses = (score: LicenceScore): string =>
  score.misses
    .map(
      (m) =>
        `${m.file} ${m.field}${m.corrected ? '（标注有误，读对）' : ''} ${m.confidence.toFixed(2)}\n  label ${m.label}\n  raw   ${m.raw}`,
    )
    .join('\n')
