import { parseAddress } from './address.ts'
import type { Checked } from './checked.ts'
import { readCnid } from './cnid.ts'
import { findDates, isBlankDate, parseDate } from './date.ts'
import { readDateRange } from './date-range.ts'
import { readFoodLicenceNumber } from './food-licence-number.ts'
import { readLicenceId } from './licence-id.ts'
import { readList } from './list.ts'
import { readMoney } from './money.ts'
import { readNumber } from './number.ts'
import { readOrgName } from './org-name.ts'
import { readPersonName } from './person-name.ts'
import { readPhone } from './phone.ts'
import { readRealEstateNumber } from './real-estate-number.ts'
import { compact, foldText, hiddenCharacters } from './text.ts'
import { readUscc } from './uscc.ts'
import type { Row, Value, ValueType } from './value.ts'

export interface NormaliseOptions {
  /** Allowed values of an enum. */
  values?: readonly string[]
}

const BLANK = /^[\s_*/\\—\-–:：.。·]*$/u
const TRUE = /^(?:是|有|通过|需要|要|愿意|已|对|√|✓|✔|☑|true|yes|y|1)$/iu
const FALSE = /^(?:否|无|没有|不|不是|不需要|不要|未|错|×|✗|☐|□|false|no|n|0)$/iu

function coded(read: { number: string; valid: boolean; note: string | null }): Checked<string> {
  return { value: read.number, valid: read.valid, ...(read.note ? { note: read.note } : {}) }
}

function readDate(raw: string): Checked<string> {
  const iso = parseDate(raw)
  if (iso) return { value: iso, valid: true }
  if (isBlankDate(raw)) return { value: null, valid: false, blank: true, note: '日期未填写' }
  const dates = findDates(raw)
  const bad = dates.find((d) => d.iso === null)
  if (bad) return { value: null, valid: false, note: `日期不存在：${bad.text}` }
  const [only] = dates
  if (only?.iso && dates.length === 1) return { value: only.iso, valid: false, note: '日期旁有其他文字' }
  return { value: null, valid: false, note: dates.length > 1 ? '有多个日期' : '没有读出日期' }
}

/** Numbers told by their own shape are checked; any other is kept as printed. */
function readCode(raw: string): Checked<string> {
  const text = compact(raw).toUpperCase()
  if (/^(?:JY|YB)\d/u.test(text)) return coded(readFoodLicenceNumber(raw))
  if (text.startsWith('1.2.156.3005.2.')) return coded(readLicenceId(raw))
  if (/不动产权|^\p{Script=Han}房地/u.test(text) || /^\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}$/u.test(text))
    return coded(readRealEstateNumber(raw))
  return { value: text, valid: true }
}

function readEnum(raw: string, values: readonly string[]): Checked<string> {
  const text = foldText(raw)
  const exact = values.find((v) => foldText(v) === text)
  if (exact !== undefined) return { value: exact, valid: true }
  const named = values.filter((v) => text.includes(foldText(v)))
  const longest = named.filter((v) => !named.some((w) => w !== v && w.includes(v)))
  const [only] = longest
  if (only !== undefined && longest.length === 1) return { value: only, valid: true }
  return { value: values.length === 0 ? text : null, valid: values.length === 0, note: '不在可选值之内' }
}

function readBoolean(raw: string): Checked<boolean> {
  const text = compact(raw)
  if (TRUE.test(text)) return { value: true, valid: true }
  if (FALSE.test(text)) return { value: false, valid: true }
  return { value: null, valid: false, note: '应为是或否' }
}

function readAddress(raw: string): Checked<string> {
  const value = foldText(raw)
  const { province, city, district, town, road, number, rest } = parseAddress(raw)
  // A village or an industrial estate may have no road: a region and a name within it is an address.
  const region = province ?? city ?? district ?? town
  if (road !== null || number !== null || (region !== null && rest.length > 1)) return { value, valid: true }
  return { value, valid: false, note: '没有认出地区、路名或门牌号' }
}

function readTable(raw: string): Checked<Row[]> {
  try {
    const rows: unknown = JSON.parse(raw)
    if (Array.isArray(rows) && rows.every((r) => r !== null && typeof r === 'object' && !Array.isArray(r)))
      return { value: rows as Row[], valid: true }
  } catch {
    // Not JSON: a table is never guessed from running text.
  }
  return { value: null, valid: false, note: '表格应为行的列表' }
}

function readText(raw: string): Checked<string> {
  const hidden = hiddenCharacters(raw)
  const value = foldText(raw)
  return hidden.length > 0
    ? { value, valid: false, note: `含有不可见字符 ${hidden.join(' ')}` }
    : { value, valid: true }
}

/**
 * The one entry for text read from a page or typed into a form: `raw` to the typed value of its declared type.
 * Never repairs: a code whose check digit fails comes back as printed with `valid: false`. Empty places are `blank`.
 */
export function normalise(type: ValueType, raw: string, options: NormaliseOptions = {}): Checked<Value> {
  if (BLANK.test(raw)) return { value: null, valid: false, blank: true, note: '未填写' }
  switch (type) {
    case 'text':
      return readText(raw)
    case 'name':
      return readPersonName(raw)
    case 'org-name':
      return readOrgName(raw)
    case 'cnid':
      return coded(readCnid(raw))
    case 'uscc':
      return coded(readUscc(raw))
    case 'code':
      return readCode(raw)
    case 'phone':
      return coded(readPhone(raw))
    case 'date':
      return readDate(raw)
    case 'date-range':
      return readDateRange(raw)
    case 'money':
      return readMoney(raw)
    case 'number':
      return readNumber(raw)
    case 'integer':
      return readNumber(raw, true)
    case 'boolean':
      return readBoolean(raw)
    case 'address':
      return readAddress(raw)
    case 'enum':
      return readEnum(raw, options.values ?? [])
    case 'list': {
      const items = readList(raw)
      return items.length > 0 ? { value: items, valid: true } : { value: null, valid: false, note: '没有读出条目' }
    }
    case 'table':
      return readTable(raw)
  }
}
