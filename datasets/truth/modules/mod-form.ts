import { districtOf } from '../../../facts/values/address.ts'
import { isValidCnid } from '../../../facts/values/cnid.ts'
import { isRealDate } from '../../../facts/values/date.ts'
import { readPersonName } from '../../../facts/values/person-name.ts'
import { readPhone } from '../../../facts/values/phone.ts'
import { isValidUscc } from '../../../facts/values/uscc.ts'
import type { CaseValue } from '../../case-format.ts'
import { applicant, by, charter, chartered, firm, get, has, isSole, paper, param, sealedBy } from '../ask.ts'
import {
  blank,
  dateOf,
  fen,
  list,
  num,
  rangeOf,
  rows,
  sameAddress,
  sameCode,
  sameName,
  samePlace,
  text,
} from '../compare.ts'
import { CHOICES, DATES, FIGURES, IDENTITY, NAMES, PHONES, RANGES } from '../form-types.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held, holdings, lapsed, original } from '../licence.ts'
import type { TrueCase } from '../true-case.ts'

const IDENTITY_COLUMN = new Set('st_list gt_family hr_staff fm_list ct_workers db_job mf2_board'.split(' '))

/** What is wrong with the way a form field is written; null when nothing is. */
function malformed(c: TrueCase, key: string, value: CaseValue): string | null {
  const said = text(value)
  const wrong = (yes: boolean, why: string) => (yes ? why : null)
  if (key === 'uscc') return wrong(!isValidUscc(said), '统一社会信用代码不合法')
  if (IDENTITY.has(key)) return wrong(!isValidCnid(said), '证件号码不合法')
  if (key === 'lrep_idno')
    return wrong(text(c.form('lrep_idtype')) === '居民身份证' && !isValidCnid(said), '证件号码不合法')
  if (PHONES.has(key)) {
    const { kind, valid } = readPhone(said)
    return wrong(!valid || (['p_tel', 'ag_tel'].includes(key) && kind !== '手机'), '电话号码不合法')
  }
  if (DATES.has(key)) {
    const birth = dateOf(c.form('p_birth'))
    return wrong(!isRealDate(said) || (birth !== null && said < birth), '日期不合法')
  }
  if (RANGES.has(key)) {
    const range = rangeOf(value)
    const ends = [range?.from ?? null, range?.to === '长期' ? null : (range?.to ?? null)]
    return wrong(
      !range || ends.some((day) => day !== null && !isRealDate(day)) || (ends[0] ?? '') > (ends[1] ?? '9'),
      '起止日期不合法',
    )
  }
  if (FIGURES.has(key)) return wrong((num(value) ?? fen(value) ?? -1) < 0, '数字或金额不合法')
  if (NAMES.has(key)) return wrong(!readPersonName(said).valid, '姓名不合法')
  const choices = CHOICES[key]?.split('|')
  if (choices)
    return wrong(!(Array.isArray(value) ? list(value) : [said]).every((one) => choices.includes(one)), '不在可选值之内')
  if (IDENTITY_COLUMN.has(key))
    return wrong(
      rows(value).some((row) => !blank(row.证件号码) && !isValidCnid(text(row.证件号码))),
      '名单中证件号码不合法',
    )
  return null
}

type Pair = [
  string,
  CaseValue | undefined,
  CaseValue | undefined,
  (a: CaseValue | undefined, b: CaseValue | undefined) => boolean,
]

/** What the form and the paper application say, beside what licences and cards say. */
function beside(c: TrueCase): Pair[] {
  const licence = charter(c)?.fields
  const [head, self] = ['法定代表人身份证', '申请人身份证'].map((slot) => paper(c, slot)?.fields ?? {})
  const [agent, book, permit] = ['受托人身份证', '户口簿', '居住证'].map((slot) => paper(c, slot)?.fields ?? {})
  const page = paper(c, '申请书')?.fields ?? {}
  const firmed = c.applicant.kind === 'organisation'
  // Settled with the generator: an application that changes the registered head names the one to come.
  const succeeds =
    param(c, '登记事项') === true &&
    list(c.form('chg_item')).includes(text(param(c, '负责人变更项'))) &&
    text(c.form('chg_new')).includes(text(page.法定代表人))
  const pairs: Pair[] = [
    ['名称', c.form('subj_name'), licence?.名称, sameName],
    ['统一社会信用代码', c.form('uscc'), licence?.统一社会信用代码, sameCode],
    ['住所', c.form('subj_addr'), licence?.住所, sameAddress],
    ['法定代表人', c.form('lrep_name'), licence?.法定代表人, sameName],
    ['法定代表人姓名', c.form('lrep_name'), head?.姓名, sameName],
    ['法定代表人证件号码', c.form('lrep_idno'), head?.公民身份号码, sameCode],
    ['姓名', c.form('p_name'), self?.姓名, sameName],
    ['公民身份号码', c.form('p_idno'), self?.公民身份号码, sameCode],
    ['户籍地址', c.form('p_huji'), book?.住址 ?? self?.住址, samePlace],
    // Settled with the generator: who moved holds a permit of the old address.
    ['居住地址', c.asked.situation === '变更' ? null : c.form('p_live'), permit?.居住地住址, samePlace],
    ['经办人姓名', c.form('ag_name'), agent?.姓名, sameName],
    ['经办人证件号码', c.form('ag_idno'), agent?.公民身份号码, sameCode],
    ['申请书统一社会信用代码', page.统一社会信用代码, licence?.统一社会信用代码, sameCode],
    ['申请书法定代表人', succeeds ? null : page.法定代表人, licence?.法定代表人, sameName],
    ['申请书法定代表人证件号码', succeeds ? null : page.法定代表人证件号码, head?.公民身份号码, sameCode],
    ['申请书住所', page.住所, licence?.住所, sameAddress],
    ['申请书申请人', page.申请人, firmed ? licence?.名称 : self?.姓名, sameName],
  ]
  return pairs.filter(([, a, b]) => !blank(a) && !blank(b))
}

const DATED =
  '日期 立项日期 审批日期 签署日期 填报日期 报告日期 签发日期 登记日期 签订日期 发证日期 声明日期 出具日期 绘制日期 开票日期 证明日期 签章日期'

/** The latest day on which a paper handed in was made. */
function lastMade(c: TrueCase): string {
  const days = c
    .handedIn()
    .filter(({ slot, exempt }) => slot !== '申请书' && !exempt)
    .flatMap(({ fields }) => DATED.split(' ').map((name) => dateOf(fields[name])))
  return days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '')
}

/** The situation chosen against the permits that the applicant holds; null when it fits. */
function misfit(c: TrueCase): string | null {
  const { situation } = c.asked
  if (param(c, '登记事项') === true) return null
  if (situation === '新办' || situation === '备案') {
    if (blank(param(c, '证照名称'))) return null
    const here = holdings(c).filter(
      (one) => param(c, '一址一证') !== true || sameAddress(one.place, c.form('prem_addr')),
    )
    return here.some((one) => lapsed(one, c.at) === null) ? '已有有效的许可证，应办变更或延续' : null
  }
  const one = held(c) ?? original(c)
  if (!one) return null
  // Settled with the generator: only 延续 needs a permit that still runs (typical defect); for 变更 that is CHANGE-P05's question.
  const ended = one.until !== null && one.until !== '长期' && one.until < c.at
  return situation === '延续' && ended ? '原证有效期已过' : null
}

function district(c: TrueCase, value: CaseValue): string | null {
  const [place] = c.about('地理信息库', text(value))
  return districtOf(text(value)) ?? (text(get(place, '区')) || null)
}

export const CHECKS: Checks = {
  'FORM-P01': (c) => {
    const empty = c.asked.fields.find(({ key, required }) => required === 'required' && blank(c.form(key)))
    return holds(!empty, `漏填${empty?.name ?? ''}`)
  },
  'FORM-P02': (c) => {
    for (const { key, name } of c.asked.fields) {
      const why = blank(c.form(key)) ? null : malformed(c, key, c.form(key))
      if (why) return fail(`${name}：${why}`)
    }
    return pass
  },
  'FORM-P03': (c) =>
    by(c, '申请书', (page) => {
      if (c.applicant.kind === 'person') return holds(has(page, '签名'), '申请书没有本人签字')
      const names = [applicant(c), text(c.form('subj_name')), text(chartered(c, '名称')), text(get(firm(c), '名称'))]
      const sealed = sealedBy(page, '盖章', ...names)
      if (isSole(c)) return holds(sealed || has(page, '签名'), '申请书没有经营者签字或盖章')
      return holds(sealed && has(page, '签名'), '申请书没有盖公章或法定代表人签字')
    }),
  'FORM-P04': (c) =>
    by(c, '申请书', ({ fields }) => {
      const day = dateOf(fields.申请日期)
      if (day === null) return fail('申请书没有落款日期')
      if (day > c.at) return fail('落款日期晚于提交日')
      return holds(day >= lastMade(c), '落款日期早于材料日期')
    }),
  'FORM-P05': (c) => {
    const pairs = beside(c)
    // Settled with the generator: shared data spared every licence, and nothing contradicts the form.
    if (pairs.length === 0) return pass
    const [name] = pairs.find(([, a, b, same]) => !same(a, b)) ?? []
    return holds(name === undefined, `${name ?? ''}与证照不一致`)
  },
  // Settled with the generator: no register keeps such a licence, so there is no state to compare with.
  'FORM-P06': (c) => {
    if (c.asked.parameters.get('证照名称') === null) return none('没有在库的许可证可以对照')
    const why = misfit(c)
    return holds(why === null, why ?? '')
  },
  'FORM-P07': (c) => {
    const places = ['受理地址', '受理地址二'].map((name) => param(c, name)).filter((value) => !blank(value))
    if (places.length === 0) return none('不按地址确定受理范围')
    const known = places.map((value) => district(c, value)).filter((one) => one !== null)
    return holds(known.length === 0 || known.includes(c.asked.district), `不在${c.asked.district}受理范围`)
  },
}
