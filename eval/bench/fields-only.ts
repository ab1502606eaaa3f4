import type { ReadField, Reading } from '../../facts/reading.ts'
import { proportion, type Tally } from './interval.ts'

/** A field that a reading of the fields alone gives otherwise than the whole reading of the same file. */
interface Difference {
  file: string
  field: string
  whole: string
  alone: string
}

/** The fields of whole readings that a reading of the fields alone gives the same in every part: value, confidence, place, note. */
export interface FieldsAlone {
  same: Tally
  differences: Difference[]
}

const told = (field: ReadField | string | undefined): string =>
  field === undefined
    ? '—'
    : typeof field === 'string'
      ? field
      : `${JSON.stringify(field.value)}（${field.confidence}，${field.state}${field.note ? `，${field.note}` : ''}）`

/** What the documents of a reading say, by document and field; the document's type counts as a field. */
function saidIn({ documents }: Reading): Map<string, ReadField | string> {
  return new Map(
    documents.flatMap(({ documentType, variant, fields }, i): [string, ReadField | string][] => [
      [`${i + 1} 文书`, variant ? `${documentType}（${variant}）` : documentType],
      ...Object.entries(fields).map(([name, field]): [string, ReadField] => [`${i + 1} ${name}`, field]),
    ]),
  )
}

/** Compares readings of the same files, whole and of the fields alone; a file that only one of them read differs in all its fields. */
export function compareFields(whole: readonly Reading[], alone: readonly Reading[]): FieldsAlone {
  const others = new Map(alone.map((reading) => [reading.file, saidIn(reading)]))
  const compared: FieldsAlone = { same: { right: 0, n: 0 }, differences: [] }
  for (const reading of whole) {
    const [said, other] = [saidIn(reading), others.get(reading.file)]
    for (const field of new Set([...said.keys(), ...(other?.keys() ?? [])])) {
      const [a, b] = [said.get(field), other?.get(field)]
      compared.same.n += 1
      if (JSON.stringify(a) === JSON.stringify(b)) compared.same.right += 1
      else compared.differences.push({ file: reading.file, field, whole: told(a), alone: told(b) })
    }
  }
  return compared
}

/** What reading the fields alone costs beside reading everything (CPU seconds per page), and what it says otherwise. */
export function fieldsAloneReport(whole: number, alone: number, { same, differences }: FieldsAlone): string {
  return [
    `只读字段比全流程：CPU ${alone.toFixed(2)} 比 ${whole.toFixed(2)} 秒/页，之比 ${(alone / whole).toFixed(3)} · 字段（值、把握、位置、说明）相同 ${proportion(same)}`,
    ...differences.map((one) => `  ${one.file} ${one.field}：${one.whole} → ${one.alone}`),
  ].join('\n')
}
