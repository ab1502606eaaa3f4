import { addMonths } from '../../../facts/values/date.ts'
import { currentDistrict } from '../../../facts/values/region.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, field, paper, papers } from '../ask.ts'
import {
  blank,
  dateOf,
  endOf,
  inForce,
  list,
  num,
  sameAddress,
  sameCode,
  sameName,
  samePlace,
  speaksOf,
  text,
} from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { aboutMe, held, homeOf, inOurDistrict, myNumbers } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

/** Where the applicant says to live now. */
const address = (c: TrueCase): CaseValue => {
  const moved = changes(c, '居住地址') && blank(c.form('jz_addr')) ? c.form('chg_new') : c.form('jz_addr')
  return blank(moved) ? c.form('p_live') : moved
}
const changes = (c: TrueCase, item: string) => list(c.form('chg_item')).includes(item)

/** 居住登记 that stands. */
const registered = (c: TrueCase) => aboutMe(c, '实有人口库').find((one) => held(one, '登记状态') !== '注销')
const permitOf = (c: TrueCase) => aboutMe(c, '居住证库')[0]

/** Addresses on the proofs of residence handed in. */
const proven = (c: TrueCase) =>
  [
    ...papers(c, '房屋租赁合同').map((one) => one.fields.房屋坐落),
    ...papers(c, '不动产权证书').map((one) => one.fields.坐落),
  ].filter((one) => !blank(one))

/** 社保 paid by a unit now, for at least so many months without a break. */
const employed = (c: TrueCase, months: number) =>
  aboutMe(c, '社保库').some(
    (one) => held(one, '参保状态') === '在缴' && (num(held(one, '连续缴费月数')) ?? months) >= months,
  )
const owns = (c: TrueCase) => papers(c, '不动产权证书').length > 0 || aboutMe(c, '不动产登记库').length > 0
const studies = (c: TrueCase) => aboutMe(c, '学籍学历库').some((one) => held(one, '状态') === '在读')

/** A lease of the home that is on file and runs. */
function filedLease(c: TrueCase): boolean {
  const number = field(c, '房屋租赁合同', '备案号')
  return c
    .records(
      '租赁备案库',
      (one) =>
        sameCode(held(one, '备案号'), number) ||
        sameName(held(one, '承租人'), c.form('p_name')) ||
        myNumbers(c).includes(one.键.cnid ?? ''),
    )
    .some((one) => inForce(held(one, '租赁期限'), c.at, true) && samePlace(held(one, '房屋坐落'), address(c)))
}

/** The permit in force: 正常 in 居住证库 and not past its day, else by the card. */
function inUse(c: TrueCase, slot: string): string | null {
  const record = permitOf(c)
  if (record && held(record, '状态') !== '正常') return `居住证${text(held(record, '状态'))}`
  const until = record ? held(record, '签注到期日') : field(c, slot, '有效期限')
  return inForce(until, c.at, true) ? null : '居住证已过期'
}

/** Where this matter's own reading of a module's point holds. */
export const SCENARIOS = ['S094', 'S095', 'S096', 'S097'] as const

export const CHECKS: Checks = {
  'M50-P01': (c) => {
    const record = registered(c)
    if (c.scenario !== 'S096') {
      const since = dateOf(held(record, '居住登记日期')) ?? (record ? dateOf(c.form('jz_start')) : null)
      if (since === null) return fail('没有办居住登记')
      if (addMonths(since, 6) > c.at) return fail('居住登记不满六个月')
      if (!samePlace(held(record, '居住地址'), address(c))) return fail('居住地址与居住登记不一致')
    }
    return holds(
      proven(c).every((one) => sameAddress(one, address(c))),
      '居住地址与证明材料不一致',
    )
  },
  'M50-P02': (c) => holds(employed(c, 6) || owns(c) || filedLease(c) || studies(c), '稳定就业、住所、就读都不成立'),
  'M50-P03': (c) => {
    const ours = [address(c), c.form('p_live')].map((one) => inOurDistrict(c, one)).find((one) => one !== null)
    return ours === undefined ? person('地址没有写区') : holds(ours, '居住地不在本区')
  },
  'S094-P01': (c) =>
    by(c, '证件照', ({ marks }) => {
      const said = marks.人像?.text ?? ''
      return holds(marks.人像?.present === true && !/不合格|不符/u.test(said), '照片不符合身份证照片标准')
    }),
  'S095-P01': (c) => {
    const record = permitOf(c)
    if (record && held(record, '状态') === '使用功能中止') return fail('逾期没有签注，使用功能已中止')
    const due = dateOf(held(record, '签注到期日')) ?? dateOf(endOf(field(c, '原许可证', '有效期限')))
    if (due === null) return none('不知道签注到期日')
    if (c.at > due) return fail('逾期签注')
    return holds(c.at >= addMonths(due, -1), '还没有到签注的时间')
  },
  'S095-P02': (c) => {
    const lease = paper(c, '房屋租赁合同')
    const housed = owns(c) || filedLease(c) || (lease !== undefined && inForce(lease.fields.租赁期限, c.at))
    if (lease && !housed) return fail('租约已到期')
    const kind = text(c.form('jz_type'))
    if (kind === '就业') return holds(employed(c, 0), '社保已中断')
    return kind === '就读' ? holds(studies(c), '已不在读') : holds(housed, '没有在期的住所')
  },
  'CHANGE-P02': (c) => {
    if (c.scenario !== 'S096') return none('不是变更')
    const [told, record] = [c.form('chg_new'), registered(c)]
    const home = held(record, '居住地址')
    if (changes(c, '居住地址') && !(text(told).includes(text(home)) && !blank(home)) && !sameAddress(home, address(c)))
      return fail('变更后的居住地址与居住登记不一致')
    const units = aboutMe(c, '社保库').filter((one) => held(one, '参保状态') === '在缴')
    const unit = changes(c, '就业（就读）单位') && units.length > 0
    if (
      unit &&
      !units.some(
        (one) => speaksOf(told, text(held(one, '参保单位'))) || sameName(held(one, '参保单位'), c.form('jz_unit')),
      )
    )
      return fail('变更后的就业单位与社保数据不一致')
    return changes(c, '居住地址') || unit ? pass : none('没有可以核对的登记')
  },
  'CHANGE-P05': (c) => {
    const broken = inUse(c, '原许可证')
    return broken === null ? pass : fail(broken)
  },
  'S096-P01': (c) => {
    if (!changes(c, '居住地址')) return none('居住地址没有变')
    if (!sameAddress(held(registered(c), '居住地址'), address(c))) return fail('新地址没有办居住登记')
    return holds(
      proven(c).every((one) => sameAddress(one, address(c))),
      '证明材料不是新地址',
    )
  },
  'LOST-P01': (c) => {
    const broken = inUse(c, '原许可证')
    if (broken !== null) return fail(broken)
    const issuer = text(held(permitOf(c), '签发机关')) || text(field(c, '原许可证', '签发机关'))
    const ours = (currentDistrict(c.asked.district) ?? c.asked.district).replace(/新?区$/u, '')
    return holds(issuer === '' || issuer.includes(ours), '发证机关不是本区')
  },
  'LOST-P02': (c) => {
    if (c.form('lost_reason') !== '遗失') return none('不是遗失')
    return by(c, '遗失声明', ({ fields }) => {
      const numbered = [...myNumbers(c), c.form('lost_no')].some((one) => sameCode(fields.证照编号, one))
      if (!speaksOf(fields.证照名称, '居住证') || !numbered) return fail('遗失声明没有写明居住证或证号不对')
      return holds(sameName(fields.声明主体, held(permitOf(c), '姓名') ?? c.form('p_name')), '遗失声明的主体不对')
    })
  },
  'LOST-P04': (c) => {
    const record = permitOf(c)
    if (!record) return none('居住证库没有记录')
    const name = held(aboutMe(c, '人口库')[0], '姓名') ?? c.form('p_name')
    if (!sameName(held(record, '姓名'), name)) return fail('姓名已变，应先办变更')
    const home = homeOf(c)
    return holds(home === '' || samePlace(held(record, '居住地住址'), home), '居住地址已变，应先办变更')
  },
  'S097-P01': (c) => {
    const record = permitOf(c)
    if (!record) return fail('居住证库没有记录')
    if (held(record, '状态') !== '正常') return fail(`居住证${text(held(record, '状态'))}`)
    return holds(inOurDistrict(c, homeOf(c)) !== false, '居住地已迁到外区')
  },
}
