import type { ValueType } from '../../facts/values/value.ts'
import { clash, declared, type FeelType, type Inferred, insideOf, TYPE_NAMES } from '../engine/inferred.ts'
import type { PathType, Vocabulary } from '../engine/vocabulary.ts'

/** What takes a value: a form field, a parameter, a column of a source. */
interface Taker {
  name: string
  type: ValueType
  values?: readonly string[] | undefined
  unit?: string | undefined
}

/** Texts of a form of their own: one of them is never another. Other texts may hold any of them. */
const OF_OWN_FORM: Partial<Record<ValueType, string>> = {
  name: '名称',
  'org-name': '名称',
  cnid: '证件号码',
  uscc: '证件号码',
  code: '证件号码',
  phone: '电话',
  address: '地址',
}

/** Why a value never fits where it is to go, in words of a clerk; null where it may. */
export function misfit(said: Inferred, taker: Taker): string | null {
  const { name, type, unit, values = [] } = taker
  const wanted = declared(type, unit === undefined ? {} : { unit })
  for (const one of said.oneOf ?? []) {
    const told = misfit(one, taker)
    if (told !== null) return told
  }
  if (said.type !== 'any' && said.type !== wanted.type) return differ(name, wanted.type, said.type)
  const unknown = said.literals?.find((text) => values.length > 0 && text !== '' && !values.includes(text))
  if (unknown !== undefined) return `${name}没有“${unknown}”这一项`
  const clashing = clash(wanted, said)
  if (clashing !== null) return `${name}：${clashing}相换`
  const item = wanted.type === 'list' ? (said.items?.type ?? 'any') : 'any'
  if (item === 'any' || (type === 'list') === (item === 'string')) return null
  return `${name}要${type === 'table' ? '一行一行的表' : '文字的列表'}，给的是${TYPE_NAMES[item]}的列表`
}

const differ = (name: string, wanted: FeelType, given: FeelType) =>
  `${name}要${TYPE_NAMES[wanted]}，给的是${TYPE_NAMES[given]}`

/**
 * Why the fact at a path never fits: as `misfit`, and a telephone number is no address. `isEach`: one row or paper at a
 * time. Null for an unknown path.
 */
export function misfitPath(vocabulary: Vocabulary, path: string, taker: Taker, isEach = false): string | null {
  const found = vocabulary.resolve(path.split('.'))
  if (found?.kind === 'constant') return misfit({ type: 'date' }, taker)
  if (!found || found.kind === 'head') return null
  const { type, rest } = found
  const said: Inferred = type ? insideOf(type, rest) : { type: 'list' }
  const whole: Inferred = found.kind === 'list' ? { type: 'list', items: said } : said
  const told = misfit(isEach ? (said.items ?? said) : whole, taker)
  if (told !== null || !type) return told
  const options = rest.length === 0 ? (type.values ?? []) : []
  if (options.length > 0 && taker.values?.length && !options.some((one) => taker.values?.includes(one)))
    return `${taker.name}的选项里没有${path}的任何一项`
  const [wanted, given] = [OF_OWN_FORM[taker.type], OF_OWN_FORM[typeInside(type, rest)]]
  if (wanted === undefined || given === undefined || wanted === given) return null
  return `${taker.name}要${wanted}，给的是${given}`
}

function typeInside({ type, columns }: PathType, [first]: readonly string[]): ValueType {
  return first === undefined ? type : (columns?.get(first) ?? 'text')
}
