import { addMonths } from '../../../facts/values/date.ts'
import { by, papers, param } from '../ask.ts'
import { dateOf, fen, inForce, num, rows, sameAddress, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { summed } from '../fees.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { held, insuredBy } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

/** Legal representative and owners of the applying firm: they are not hired. */
function isOwner(c: TrueCase, name: string, cnid: string): boolean {
  if (sameCode(cnid, c.form('lrep_idno')) || sameName(name, c.form('lrep_name'))) return true
  const firm = c.about('法人库', text(c.form('uscc')))[0]
  const investors = held(firm, '投资人')
  if (Array.isArray(investors) && investors.some((one) => sameName(one as string, name))) return true
  return c
    .about('企业任职库', cnid)
    .some((one) => sameCode(held(one, '统一社会信用代码'), c.form('uscc')) && held(one, '角色') !== '董事监事高管')
}

const RENT = ['创业场地房租补贴', '房租补贴']

export const CHECKS: Checks = {
  'M35-P01': (c) =>
    by(c, '营业执照', ({ fields }) => {
      const uscc = text(c.form('uscc'))
      const opened =
        dateOf(fields.成立日期) ?? dateOf(held(c.about('法人库', uscc)[0], '成立日期')) ?? dateOf(c.form('ct_open'))
      if (opened === null) return none('不知道成立日期')
      const years = num(param(c, '成立年限')) ?? 3
      if (c.at > addMonths(opened, years * 12)) return fail(`成立已超过${years}年`)
      const before = c
        .about('就业补贴库', uscc)
        .some((one) => RENT.includes(text(held(one, '补贴项目'))) && held(one, '状态') !== '追回')
      return holds(!before, '已经领过创业场地房租补贴')
    }),
  'M35-P02': (c) =>
    by(c, '租金发票', () => {
      const lease = papers(c, '房屋租赁合同')[0]?.fields.租赁期限 ?? null
      for (const { fields } of papers(c, '租金发票')) {
        if (!sameName(fields.购买方名称, c.form('subj_name'))) return fail('发票抬头不是申请人')
        if (text(fields.购买方税号) !== '' && !sameCode(fields.购买方税号, c.form('uscc')))
          return fail('发票税号不是申请人的')
        const what = [text(fields.项目名称), ...rows(fields.项目明细).map((one) => text(one.项目名称 ?? null))].join(
          ' ',
        )
        if (!speaksOf(what, '租') || speaksOf(what, '物业')) return fail('发票开的不是租金')
        if (lease !== null && !inForce(lease, text(fields.开票日期), true)) return fail('开票日期不在租赁期限内')
      }
      return holds(true, '')
    }),
  'M35-P03': (c) => {
    const hired = rows(c.form('ct_workers')).filter(
      (one) => !isOwner(c, text(one.姓名 ?? null), text(one.证件号码 ?? null)),
    )
    if (hired.length === 0) return fail('除法定代表人和股东外没有吸纳就业人员')
    const least = num(param(c, '连续缴费月数')) ?? 6
    const short = hired.filter((one) => {
      if (!insuredBy(c, one.证件号码 ?? null, c.form('uscc'), c.form('subj_name'))) return true
      const paid = c.about('社保库', text(one.证件号码 ?? null)).map((record) => num(held(record, '连续缴费月数')) ?? 0)
      return Math.max(0, ...paid) < least
    })
    return holds(short.length === 0, `${short.length}人在本单位连续缴费不满${least}个月`)
  },
  'M35-P04': (c) =>
    by(c, '租金发票', () => {
      const told = fen(c.form('ct_paid'))
      if (told === null) return none('没有填已付租金')
      return holds(told === summed(papers(c, '租金发票'), '价税合计'), '已付租金与租金发票合计不一致')
    }),
  'M35-P05': (c) => {
    const mine = text(c.form('uscc'))
    const funds = c.records('财政资金库', (one) =>
      /租|场地|园区/u.test(`${text(held(one, '资金名称'))}${text(held(one, '项目名称'))}`),
    )
    const here = [...c.records('就业补贴库'), ...funds].filter((one) => {
      // An earlier rent subsidy of its own is the first point's question.
      const own = one.键.uscc === mine && RENT.includes(text(held(one, '补贴项目')))
      return !own && held(one, '状态') !== '追回' && sameAddress(held(one, '场地'), c.form('ct_place'))
    })
    return holds(here.length === 0, '同一场地已经享受其他租金补贴')
  },
}
