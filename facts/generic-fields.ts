import type { DocumentType } from './document-type.ts'
import type { DateRange, Value, ValueType } from './values/value.ts'

/** What every kind of licence has under a name of its own, by the name that shared rules use. */
const GENERIC: Readonly<Record<string, ValueType>> = {
  持证人: 'org-name',
  证号: 'code',
  统一社会信用代码: 'uscc',
  有效期至: 'date',
  法定代表人: 'name',
  住所: 'address',
  经营场所: 'address',
  发证机关: 'org-name',
  发证日期: 'date',
}

/** Where a generic name is printed on this type: its field, and which end of a range. */
export interface GenericField {
  field: string
  end: 'from' | 'to' | null
}

/** The type's own field behind a generic name; null when this kind of licence does not carry it. 有效期至 is the end of its validity. */
export function genericField(type: DocumentType, name: string): GenericField | null {
  const target = type.generic[name] ?? (name === '有效期至' ? type.validity?.to : undefined)
  if (target === undefined) return null
  const [field = '', end] = target.split('.')
  return { field, end: end === 'from' || end === 'to' ? end : null }
}

/** Generic names that rules may read of a type, beside its own fields; none for papers that are no licences. */
export function genericTypes(type: DocumentType): [string, ValueType][] {
  if (Object.keys(type.generic).length === 0) return []
  const own = new Set(type.fields.map(({ name }) => name))
  const names = new Set([...Object.keys(GENERIC), ...Object.keys(type.generic)])
  return [...names].filter((name) => !own.has(name)).map((name) => [name, typeOf(type, name)])
}

function typeOf(type: DocumentType, name: string): ValueType {
  const found = genericField(type, name)
  const declared = type.fields.find((field) => field.name === found?.field)?.type
  if (found?.end && declared === 'date-range') return 'date'
  return declared ?? GENERIC[name] ?? 'text'
}

/** The value of a generic name, taken from the value of the field behind it. */
export function genericValue({ end }: GenericField, value: Value | null): Value | null {
  if (end === null || value === null) return value
  const range = value as DateRange
  return typeof value === 'object' && 'from' in value ? range[end] : null
}
