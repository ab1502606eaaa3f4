import type { DocumentField } from '../../facts/document-type.ts'
import { CHINESE_NUMERAL, parseChineseNumber } from '../../facts/values/chinese-number.ts'
import { readCnid } from '../../facts/values/cnid.ts'
import { findDates, isBlankDate, toIso } from '../../facts/values/date.ts'
import { readDateRange } from '../../facts/values/date-range.ts'
import { readList } from '../../facts/values/list.ts'
import { readMoney } from '../../facts/values/money.ts'
import { readNumber } from '../../facts/values/number.ts'
import { readOrgName } from '../../facts/values/org-name.ts'
import { readPersonName } from '../../facts/values/person-name.ts'
import { readPhone } from '../../facts/values/phone.ts'
import { PROVINCES } from '../../facts/values/region.ts'
import { foldText } from '../../facts/values/text.ts'
import { readUscc } from '../../facts/values/uscc.ts'
import type { Value } from '../../facts/values/value.ts'
import { fold } from './frame.ts'
import { likeOf } from './likeness.ts'
import { boxesFirst } from './ticks.ts'

/** A printed text as a value of its field's type. `settled`: a check digit confirms it. */
export interface Typed {
  value: Value | null
  valid: boolean
  settled?: boolean
  blank?: boolean
  note?: string
}

const LONGEST_NUMBER = /[0-9A-Za-z]{8,}/gu

const fromNumber = (read: { number: string; valid: boolean; note: string | null }, settled: boolean): Typed => ({
  value: read.number || null,
  valid: read.valid,
  settled: settled && read.valid,
  ...(read.note ? { note: read.note } : {}),
})

/** The stretch of a text that holds a number: OCR may have put a copy's number (1-1) or a seal's words against it. */
function numberIn(text: string, lengths: readonly number[], valid: (number: string) => boolean): string {
  const folded = fold(text)
  // 450108600144249 1-1: the number of the copy stands close behind.
  const copies = [folded, folded.replace(/\d[-—]\d{1,2}\)?$/u, '')]
  const runs = [...new Set(copies.flatMap((copy) => copy.match(LONGEST_NUMBER) ?? []))]
  const right = runs.find((run) => lengths.includes(run.length) && valid(run))
  if (right) return right
  for (const run of runs) {
    for (const part of [run.slice(0, 18), run.slice(-18)]) {
      if (run.length > 18 && run.length <= 21 && valid(part)) return part
    }
  }
  return runs.find((run) => lengths.includes(run.length)) ?? (runs.length === 1 ? (runs[0] ?? text) : text)
}

const MONTH = /([12]\d{3}|[一二〇○零三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\d)/u

/** A month printed without a day (二〇一二年七月): its first day, or for the end of a term its last; the note says so. */
function readMonth(text: string, until: boolean): Typed {
  const [, year, month] = MONTH.exec(fold(text)) ?? []
  const [y, m] = [parseChineseNumber(year ?? ''), parseChineseNumber(month ?? '')]
  if (!y || !m || m > 12) return { value: null, valid: false, note: '没有读出日期' }
  const day = until ? new Date(Date.UTC(y, m, 0)).getUTCDate() : 1
  const value = `${y}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { value, valid: true, note: `只印年月，按当月${until ? '最后' : '第'}一日记` }
}

/** A range of days; a year alone (2023年度) is all of it. */
function readRange(text: string): Typed {
  const [, year] = /^(\d{4})年度?$/u.exec(fold(text)) ?? []
  return year ? { value: { from: `${year}-01-01`, to: `${year}-12-31` }, valid: true } : readDateRange(text)
}

/** A month behind which a day was printed: beside a stain (7月：20日) it is read, otherwise the date is not known. */
function dayLost(text: string): Typed | null {
  const [, rest = ''] = /年\d{1,2}月(.*)$/u.exec(fold(text)) ?? []
  if (!/[\d日]/u.test(rest)) return null
  const [clean] = findDates(fold(text).replace(/(?<=年\d{1,2})月[^\d日]{0,2}(?=\d{1,2}(?:日|$))/u, '月'))
  return clean?.iso ? { value: clean.iso, valid: true } : { value: null, valid: false, note: '日期里的日没有读清' }
}

/** A date under a seal: of 年 and the first 日 something else or nothing is left, yet both numbers beside 月 are whole (2023中05月29). */
const UNDER_SEAL = /^(\d{4})年?[\p{Script=Han}A-Z]?(\d{2})月\p{Script=Han}?(\d{2})(?!\d)/u

/** A date whose numbers all stand there, whatever lies over the characters between them. */
function underSeal(text: string): Typed | null {
  const [, year, month, day] = UNDER_SEAL.exec(fold(text)) ?? []
  const iso = year && month && day ? toIso(year, month, day) : null
  return iso ? { value: iso, valid: true } : null
}

function readDate(text: string, until: boolean): Typed {
  if (isBlankDate(text)) return { value: null, valid: false, blank: true }
  const dates = findDates(text)
  const first = (until ? dates.at(-1) : dates.find((date) => date.iso !== null)) ?? dates[0]
  if (!first) return underSeal(text) ?? dayLost(text) ?? readMonth(text, until)
  if (first.iso === null) return { value: null, valid: false, note: `日期不存在：${first.text}` }
  const others = new Set(dates.map((date) => date.iso))
  return others.size > 1
    ? { value: first.iso, valid: false, note: '此处印有多个日期' }
    : { value: first.iso, valid: true }
}

/** A number with its unit (872m3 is no 8723), also where ㎡ was read as m, or with words before it when it is the only number. */
function readMeasure(field: DocumentField, text: string): Typed {
  const plain = fold(text).replace(/(?<=\d)m[23²³]?(?!m)/giu, '')
  // 877.lm: a digit behind the point was read as a letter.
  if (/\d\.[Il|]/u.test(plain)) return { value: null, valid: false, note: '小数点后的数字没有读清' }
  const whole = readNumber(plain, field.type === 'integer')
  const numbers = plain.match(/\d[\d,]*(?:\.\d+)?/gu) ?? []
  if (whole.value !== null || numbers.length !== 1 || !field.unit) return whole
  return readNumber(numbers[0] ?? '', field.type === 'integer')
}

const TICKED = '[☑☒√✓✔■●⊙]'
const OPEN = '[□☐○◯口]'

/** Of words behind boxes to tick, the ticked ones; null when the text has no such boxes. */
function tickedOf(text: string): Typed | null {
  const options = [...foldText(text).matchAll(/([□☐☑☒√✓✔■])\s*([^□☐☑☒√✓✔■]+)/gu)]
  if (!options.some(([, box]) => /[□☐☑☒]/u.test(box ?? ''))) return null
  const chosen = options.filter(([, box]) => !/[□☐]/u.test(box ?? '')).map(([, , words]) => trimmed(words ?? ''))
  if (chosen.length === 0) return { value: null, valid: false, blank: true }
  return { value: chosen.map((words) => words.replace(/[;、,]$/u, '')).join('、'), valid: true }
}

function readEnum(field: DocumentField, text: string): Typed {
  const options = field.values ?? []
  const ticked = options.filter((option) => new RegExp(`${TICKED}\\s*${option}`, 'u').test(text))
  if (ticked.length === 1) return { value: ticked[0] ?? null, valid: true }
  // 口 is a box read as a character, unless it belongs to an option (口腔).
  const between = options
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, option) => rest.replaceAll(option, ' '), text)
  const boxes = new RegExp(`${TICKED}|${OPEN}`, 'u').test(between)
  const means = Object.entries(field.hints?.means ?? {})
  const said = (option: string) =>
    means.some(([value, other]) => value === option && new RegExp(other, 'u').test(fold(text)))
  const present = options.filter((option) => text.includes(option) || said(option))
  const outermost = present.filter((option) => !present.some((other) => other !== option && other.includes(option)))
  if (outermost.length === 1 && !boxes) return { value: outermost[0] ?? null, valid: true }
  if (outermost.length > 1) return { value: null, valid: false, note: '未能辨认勾选了哪一项' }
  return { value: null, valid: false, note: '不在可选项之中' }
}

/** A name that stops before its last character, or has another in its place (…有限公 · 部 under a seal), and one of which only the end is left. */
const TORN_NAME = /有限公[^司(]?$|^(?:有?限)?公司$/u

/** An amount printed below a name (…有限公司 · 800000元) is none of it. */
const AMOUNT_BEHIND = /(?<=[\p{Script=Han})])[¥￥]?\d[\d,.]*万?元$/u

function readFirm(text: string): Typed {
  const read = readOrgName(trimmed(text).replace(AMOUNT_BEHIND, ''))
  return TORN_NAME.test(fold(text)) ? { ...read, valid: false, note: '名称没有读全' } : read
}

const PROVINCE = Object.values(PROVINCES).join('|')
/** A single character before the province is the edge of the label or a frame: 住址口 · 四川省…, 住址上 · 上海市…. */
const EDGE_BEFORE = new RegExp(`^[\\p{Script=Han}](?=(?:${PROVINCE}))`, 'u')
/** The authority of the row below is no part of an address: …219室上海市公安局…. */
const OFFICE_BEHIND = new RegExp(
  `(?<=[号室楼层幢])(?:${PROVINCE})[\\p{Script=Han}]{0,8}(?:公安|监督|管理|民政)[\\p{Script=Han}]{0,12}[局会所队]$`,
  'u',
)

/** Text without the stars and rules that fill the rest of a printed line. */
const trimmed = (text: string) =>
  foldText(text)
    // *餐饮服务*餐费: invoices print the kind of goods between stars.
    .replace(/^(?:[\s:_.、,;]|\*(?![^*]{2,12}\*))+|[\s_*■]+$/gu, '')

/** Reads printed text as a value of a field's type; never throws, never repairs. */
export function readTyped(field: DocumentField, raw: string): Typed {
  const typed = readByType(field, raw)
  const like = likeOf(field)
  const unlike = field.hints?.unlike && new RegExp(field.hints.unlike, 'u').test(fold(raw))
  if (unlike) return { value: null, valid: false, note: '内容不像此项应有的内容' }
  if (!like || like.test(fold(raw)) || (!typed.valid && !field.hints?.strict)) return typed
  return { ...typed, ...(field.hints?.strict ? { value: null } : {}), valid: false, note: '内容不像此项应有的内容' }
}

/** The items of a list that each begin alike (第一条…、第二条…); what stands before the first is none, print without any is a plain list. */
function itemsBegunBy(begins: string, text: string): string[] {
  const items = fold(text).split(new RegExp(`(?<!根据|依照|按照|本章程)(?=${begins})`, 'u'))
  const begun = items.filter((item) => new RegExp(`^(?:${begins})`, 'u').test(item))
  return begun.length > 0 ? begun.map((item) => item.replace(/[、,;。.]+$/u, '')) : readList(text)
}

/** The next clause of a contract (2-1 乙方承诺…, 第二条 …) below a heading that reads like a label. */
const CLAUSE = /^(?:第[一二三四五六七八九十]{1,3}条|\d{1,2}[-.]\d{1,2}(?=\p{Script=Han})(?![室层幢号楼栋单座排轴年]))/u
/** What is left of a place to sign (发证单位（章）) is nobody's value. */
const SIGNING_PART = /^\(?[签盖公]?章\)$/u
/** A Han character that stands in no amount in words. */
const NO_AMOUNT = new RegExp(`(?![${CHINESE_NUMERAL}參陸弐元圆圓角分整正])\\p{Script=Han}`, 'u')

function readByType(field: DocumentField, raw: string): Typed {
  const text = boxesFirst(raw.trim())
  switch (field.type) {
    case 'uscc':
      return fromNumber(readUscc(numberIn(text, [18, 15], (number) => readUscc(number).valid)), true)
    case 'cnid':
      return fromNumber(readCnid(numberIn(text, [18], (number) => readCnid(number).valid)), true)
    case 'phone':
      return fromNumber(readPhone(text), false)
    case 'date':
      return readDate(text, field.hints?.until ?? false)
    case 'date-range':
      return readRange(text.replace(/\*+/gu, ''))
    case 'money':
      return readMoney(text)
    case 'number':
    case 'integer':
      return readMeasure(field, text)
    case 'name':
      return readPersonName(trimmed(text))
    case 'org-name':
      return readFirm(text)
    case 'address': {
      const value = trimmed(text).replace(EDGE_BEFORE, '').replace(OFFICE_BEHIND, '')
      return { value: value || null, valid: value !== '' }
    }
    case 'list': {
      const items = field.hints?.begins ? itemsBegunBy(field.hints.begins, text) : readList(text)
      return { value: items.length > 0 ? items : null, valid: items.length > 0 }
    }
    case 'enum':
      return readEnum(field, text.normalize('NFKC'))
    case 'code':
      return {
        value: trimmed(text).replace(/\s/gu, '') || null,
        valid: likeOf(field)?.test(fold(text)) ?? /\d{3,}/u.test(text),
      }
    case 'boolean':
      return /^(?:是|有|√|☑)/u.test(text)
        ? { value: true, valid: true }
        : { value: false, valid: /^(?:否|无)/u.test(text) }
    default: {
      const ticked = tickedOf(text)
      if (ticked) return ticked
      if (SIGNING_PART.test(fold(text))) return { value: null, valid: false, note: '只读到签章处' }
      if (!field.multiline && CLAUSE.test(fold(text))) return { value: null, valid: false, note: '此处是下一条约定' }
      // What follows the last item of an enumeration (展览服务、第四条) was cut off.
      const value = trimmed(text)
        .replace(/、+$/u, '')
        // Small print's ring is read as a point: between Han there is none.
        .replace(/(?<=\p{Script=Han}\)?)\.(?=\(?\p{Script=Han})/gu, '。')
      const misread = /大写$/u.test(field.name) && NO_AMOUNT.test(value.replace('人民币', ''))
      return misread
        ? { value, valid: false, note: '大写金额里有不是数字的字' }
        : { value: value || null, valid: value !== '' }
    }
  }
}
