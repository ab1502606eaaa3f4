import type { DocumentField, DocumentType } from '../../../facts/document-type.ts'
import type { Row, Value } from '../../../facts/values/value.ts'
import type { Content } from '../pages/content.ts'
import type { Random } from '../random.ts'
import { cnid, mobile, uscc } from '../world/codes.ts'
import { addDays, addYears } from '../world/dates.ts'
import { tradeName } from '../world/names.ts'
import { type Person, person } from '../world/people.ts'
import { address, DISTRICT, premises } from '../world/premises.ts'
import { CELLS, LISTS, OFFICES, WORDS } from './words.ts'

const AT = '2026-06-01'
const TRADES = ['餐饮管理', '商贸', '文化传播', '建筑工程', '医疗器械', '信息科技', '物流']
const AGENCIES = ['市场监督管理局', '卫生健康委员会', '行政审批局', '文化和旅游局', '民政局']
const FIRST = /^(?:出生|成立|首次|签订|立项|入院|注册日期|发证时间)/u

/** Who and what one document speaks of: names, numbers and dates that agree with each other. */
interface Story {
  random: Random
  people: Person[]
  firms: { name: string; code: string }[]
  addresses: string[]
  /** Earlier, middle and later day. */
  days: [string, string, string]
}

/** Five persons, of both sexes. */
function people(random: Random): Person[] {
  const nth = (i: number) => person(random.fork(`person-${i}`), AT)
  const first = [0, 1, 2, 3, 4].map(nth)
  if (new Set(first.map(({ sex }) => sex)).size > 1) return first
  for (let i = 5; i < 40; i += 1) {
    const other = nth(i)
    if (other.sex !== first[0]?.sex) return [...first.slice(0, 4), other]
  }
  return first
}

function story(random: Random): Story {
  const start = addDays(AT, -random.int(200, 1500))
  return {
    random,
    people: people(random),
    firms: Array.from({ length: 4 }, () => ({
      name: `上海${tradeName(random)}${random.pick(TRADES)}有限公司`,
      code: uscc(random, DISTRICT.code, '91'),
    })),
    addresses: Array.from({ length: 3 }, (_, i) => address(premises(random.fork(`place-${i}`), false))),
    days: [start, addDays(start, random.int(5, 90)), addYears(start, random.int(3, 6))],
  }
}

/**
 * Plausible values for every field and mark of a document type, consistent with each other; optional fields are left
 * out now and then, marks now and then missing. The same seed gives the same content.
 */
export function sampleContent(type: DocumentType, random: Random): Content {
  const told = story(random)
  const used = { person: 0, firm: 0, address: 0 }
  const fields: Record<string, Value> = {}
  const variant = type.variants.length > 0 ? random.pick(type.variants) : null
  for (const field of type.fields) {
    if (field.variants && (!variant || !field.variants.includes(variant.name))) continue
    if (field.optional && random.chance(0.3)) continue
    const value = fieldValue(field, told, used)
    if (value !== null) fields[field.name] = value
  }
  const office = `上海市${DISTRICT.name}示例${random.pick(AGENCIES)}`
  const marks = Object.fromEntries(
    type.marks.map(({ name, kind }) => {
      const missing = random.chance(kind === 'seal' || kind === 'signature' ? 0.25 : 0.1)
      const signer = told.people[0]?.name ?? ''
      const words = kind === 'signature' ? signer : kind === 'seal' ? ring(fields, office) : name
      return [name, missing ? (false as const) : words]
    }),
  )
  return { fields, marks, ...(variant ? { variant: variant.name } : {}) }
}

/** An office seals its own name, a firm its own. */
function ring(fields: Record<string, Value>, office: string): string {
  for (const name of [
    '发证机关',
    '登记机关',
    '发证单位',
    '单位名称',
    '企业名称',
    '声明主体',
    '委托人',
    '施工单位',
    '收款单位',
  ]) {
    const value = fields[name]
    if (typeof value === 'string' && value.length > 3) return value
  }
  return office
}

function fieldValue(
  field: DocumentField,
  told: Story,
  used: { person: number; firm: number; address: number },
): Value | null {
  const { random, days } = told
  const { name, type } = field
  const sex = /^([男女])方/u.exec(name)?.[1]
  // Husband and wife: name, number and sex of the one and of the other belong together.
  const spouse = sex && told.people.find((one) => one.sex === sex)
  if (spouse && type === 'name') return spouse.name
  if (spouse && type === 'cnid') return spouse.number
  if (sex && field.values?.includes(sex)) return sex
  switch (type) {
    case 'name':
      return told.people[used.person++ % told.people.length]?.name ?? ''
    case 'cnid':
      return told.people[Math.max(0, used.person - 1) % told.people.length]?.number ?? ''
    case 'uscc':
      return told.firms[Math.max(0, used.firm - 1) % told.firms.length]?.code ?? ''
    case 'org-name':
      if (OFFICES[name]) return random.pick(OFFICES[name])
      if (/机关|委员会|公证处/u.test(name)) return `上海市${DISTRICT.name}示例${random.pick(AGENCIES)}`
      return told.firms[used.firm++ % told.firms.length]?.name ?? ''
    case 'address':
      return told.addresses[used.address++ % told.addresses.length] ?? ''
    case 'phone':
      return mobile(random)
    case 'date':
      if (/出生/u.test(name)) return told.people[0]?.birth ?? days[0]
      return FIRST.test(name) ? days[0] : /至$|限$/u.test(name) ? days[2] : days[1]
    case 'date-range':
      return {
        from: days[1],
        to: /有效期限|营业期限/u.test(name) && random.chance(0.15) ? '长期' : addDays(days[2], -1),
      }
    case 'money':
      return { fen: random.int(12, 90000) * (/资本|金额$|费用|收入/u.test(name) ? 10000 : 100), currency: 'CNY' }
    case 'number':
      return random.int(120, 18000) / 10
    case 'integer':
      return random.int(2, 60)
    case 'boolean':
      return random.chance(0.5)
    case 'enum':
      return random.pick(field.values ?? ['—'])
    case 'list':
      return random.sample(LISTS[name] ?? ['第一项', '第二项', '第三项'], random.int(2, 4))
    case 'table':
      return tableRows(field, told)
    case 'code':
      return codeValue(name, told, used.person)
    default:
      return random.pick(WORDS[name] ?? WORDS[name.replace(/^[男女]方/u, '')] ?? [fallback(name, told)])
  }
}

function fallback(name: string, told: Story): string {
  if (/机关|部门|机构|单位|局|委/u.test(name)) return `上海市${DISTRICT.name}示例${told.random.pick(AGENCIES)}`
  if (/号|码/u.test(name)) return codeValue(name, told, 0)
  if (/人$/u.test(name)) return told.people[0]?.name ?? ''
  if (/名称/u.test(name)) return told.firms[0]?.name ?? ''
  if (/大写/u.test(name)) return '壹仟贰佰叁拾元整'
  return '示例内容'
}

/** Numbers in the manner of each paper; 证件号码 are valid 公民身份号码. */
function codeValue(name: string, told: Story, person: number): string {
  const { random } = told
  if (/证件号|社会保障号码/u.test(name))
    return told.people[person % told.people.length]?.number ?? cnid(random, '310107', '1990-01-01', '男')
  // 医师资格证书编码 ends with the holder's number, 执业证书编码 has 15 digits.
  if (name === '资格证书编码') return `${told.days[0].slice(0, 4)}31110${told.people[0]?.number ?? ''}`
  if (name === '执业证书编码') return `1${random.digits(14)}`
  if (/不动产权证号/u.test(name)) return `沪（${told.days[0].slice(0, 4)}）普字不动产权第${random.digits(6)}号`
  if (/不动产单元号/u.test(name)) return `310107${random.digits(6)}GB${random.digits(5)}F${random.digits(8)}`
  if (/许可证编号/u.test(name)) return `沪${random.pick(['AA', 'CB', 'DA'])}${random.digits(8)}`
  if (/号牌/u.test(name)) return `沪${random.pick(['A', 'B', 'D'])}${random.digits(5)}`
  if (/车辆识别/u.test(name)) return `LZZ${random.digits(2)}CL${random.pick(['A', 'B', 'C'])}${random.digits(9)}`
  if (/文号|文书编号|报告文号/u.test(name))
    return `沪普${random.pick(['审', '科', '消'])}〔${told.days[1].slice(0, 4)}〕${random.int(1, 400)}号`
  if (/字号|公证书/u.test(name)) return `J310107-${told.days[1].slice(0, 4)}-${random.digits(6)}`
  if (/账号|卡号/u.test(name)) return `6222${random.digits(12)}`
  if (/编码|编号|证号|登记号/u.test(name))
    return `${random.pick(['PT', 'SH', '沪普'])}${told.days[1].slice(0, 4)}${random.digits(6)}`
  return random.digits(random.int(8, 12))
}

function tableRows(field: DocumentField, told: Story): Row[] {
  const { random } = told
  return Array.from({ length: random.int(2, 5) }, (_, i) =>
    Object.fromEntries(
      (field.columns ?? []).map(({ name, type }): [string, Value] => {
        const one = told.people[i % told.people.length]
        if (type === 'name') return [name, one?.name ?? '']
        if (type === 'cnid' || /证件号/u.test(name)) return [name, one?.number ?? '']
        if (type === 'phone') return [name, mobile(random)]
        if (type === 'integer') return [name, random.int(1, 40)]
        if (type === 'number') return [name, random.int(20, 900) / 10]
        if (type === 'money') return [name, { fen: random.int(5, 9000) * 100, currency: 'CNY' }]
        if (type === 'date') return [name, told.days[1]]
        const words = CELLS[name]
        return [name, words ? (words[(i + told.people.length) % words.length] ?? '') : codeValue(name, told, i)]
      }),
    ),
  )
}
