import type { CaseValue, RegistryRecord } from '../case-format.ts'
import { get, isSole, paper, param } from './ask.ts'
import { blank, endOf, list, sameAddress, sameCode, sameName, text } from './compare.ts'
import type { TrueCase, TrueDocument } from './true-case.ts'

/** A permit, filing or certificate as a paper shows it or an authority holds it. */
export interface Licence {
  number: CaseValue
  holder: CaseValue
  uscc: CaseValue
  head: CaseValue
  home: CaseValue
  place: CaseValue
  items: CaseValue
  /** ISO date or 长期; null when it has no end. */
  until: string | null
  issuer: CaseValue
  state: CaseValue
}

const NAMES: Readonly<Record<keyof Licence, string>> = {
  number: '许可证编号 证号 编号 备案编号 登记号 许可证号 许可文号 批准文号 处置证号 护士执业证书编号 公民身份号码',
  holder: '经营者名称 单位名称 企业名称 名称 机构名称 排水户名称 业户名称 申请单位 经营机构名称 施工单位 姓名',
  uscc: '统一社会信用代码',
  head: '法定代表人 经营机构负责人姓名',
  home: '住所',
  place: '经营场所 经营场所地址 注册地址 详细地址 地址 居住地住址 居住地址 道路名称',
  items: '经营项目 许可项目 经营范围 许可经营的高危险性体育项目 许可经营事项 诊疗科目 经营种类',
  until: '有效期至 有效期限 有效期 许可期限 批准期限 批准期间 签注到期日 注册有效期至',
  issuer: '发证机关 核发机关 备案机关 备案部门 发证部门 签发机关',
  state: '状态',
}

function licence(of: (field: string) => CaseValue): Licence {
  const first = (key: keyof Licence) =>
    NAMES[key]
      .split(' ')
      .map(of)
      .find((value) => !blank(value)) ?? null
  const [number, holder, uscc, head, home] = [
    first('number'),
    first('holder'),
    first('uscc'),
    first('head'),
    first('home'),
  ]
  const until = endOf(first('until'))
  const [place, items, issuer, state] = [first('place'), first('items'), first('issuer'), first('state')]
  return { number, holder, uscc, head, home, place, items, until, issuer, state }
}

/** A permit as its paper shows it. */
export function shown(given: TrueDocument): Licence {
  return licence((field) => given.fields[field] ?? null)
}

/** A permit as the authority holds it. */
export function kept(record: RegistryRecord): Licence {
  return licence((field) => get(record, field))
}

const SOURCES = ['许可证库', '清洗备案库', '占路许可库', '夜间施工许可库', '居住证库']

/** The number of the permit that the form means (延续, 补证, 注销), else as on the permit handed in. */
export function meant(c: TrueCase): CaseValue {
  const given = paper(c, '原许可证')
  const keys = ['rn_no', 'lost_no', 'cn_no'].map((key) => c.form(key))
  return keys.find((value) => !blank(value)) ?? (given ? shown(given).number : null)
}

/** Permits of this kind that the authority holds for the applicant. */
export function holdings(c: TrueCase): Licence[] {
  const kind = text(param(c, '证照名称'))
  const key = text(param(c, '申请人证件')) || (c.applicant.uscc ?? c.applicant.idNumber ?? '')
  const records = key === '' ? [] : SOURCES.flatMap((source) => c.about(source, key))
  return records.filter((r) => kind === '' || blank(get(r, '证照名称')) || text(get(r, '证照名称')) === kind).map(kept)
}

/** The permit that the application is about, as the authority holds it: by its number, else by holder and place. */
export function held(c: TrueCase): Licence | undefined {
  const number = meant(c)
  const all = SOURCES.flatMap((source) => c.records(source)).map(kept)
  const named = all.find((one) => sameCode(one.number, number))
  if (named) return named
  const own = holdings(c)
  return own.find((one) => sameAddress(one.place, c.form('prem_addr'))) ?? own[0]
}

/** The same permit as its paper shows it. */
export function original(c: TrueCase): Licence | undefined {
  const given = paper(c, '原许可证')
  return given && !(given.exempt && blank(shown(given).number)) ? shown(given) : undefined
}

/** Why a permit cannot be worked on: withdrawn or run out by the day asked about; null when it is in force. */
export function lapsed(one: Licence, at: string): string | null {
  const state = text(one.state)
  if (/吊销|撤销|注销|取消|终止/u.test(state)) return `原证${state}`
  if (state === '过期' || (one.until !== null && one.until !== '长期' && one.until < at)) return '原证有效期已过'
  return null
}

/** Whether the applicant holds the permit (an individual business may hold it in its operator's name). */
export function holds(c: TrueCase, one: Licence): boolean {
  const names = list(param(c, '申请人名称')).concat(
    text(c.form('subj_name')),
    isSole(c) ? text(c.form('lrep_name')) : '',
  )
  return sameCode(one.uscc, c.form('uscc')) || names.some((name) => sameName(name, one.holder))
}
