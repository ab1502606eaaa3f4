import { addDays, addMonths } from '../../../facts/values/date.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, has, paper, permit } from '../ask.ts'
import { blank, dateOf, endOf, list, num, rangeOf, rows, sameName, sameText, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

/** 劳部发〔1994〕503号 第四条、第五条, in the words that posts go by. */
const FLEXIBLE =
  /高级?管|经理|总监|董事|负责人|外勤|外派|推销|销售|营销|业务|市场|值班|长途|运输|司机|驾驶|货运|配送|送货|快递|装卸|押运|采购|巡|机动|顾问|记者|勘察/u
const COMPREHENSIVE =
  /连续|轮班|倒班|生产|操作|运行|运维|值班|驾驶|司机|乘务|机组|船员|海员|邮|快递|配送|装卸|仓储|物流|调度|施工|建筑|勘探|制盐|制糖|旅游|导游|酒店|客房|保安|安保|护理|护士|养护|环卫|保洁|维修|抢修|季节|渔|农|种植|采摘|监控|供水|供电|发电|锅炉/u
const WHOLE = /全部|全体|所有|各岗位|各部门|全员|不限/u
/** Posts whose hours a clock can measure. */
const OFFICE = /行政|文员|财务|会计|出纳|人事|人力资源|前台|秘书|法务|档案|办公室|收银|营业员|客服/u
const BENCH = /普工|操作工|装配|流水线|车间|质检|厨师|保洁|生产/u

const CYCLES: Readonly<Record<string, (from: string) => string>> = {
  周: (from) => addDays(from, 7),
  月: (from) => addMonths(from, 1),
  季: (from) => addMonths(from, 3),
  年: (from) => addMonths(from, 12),
}

const comprehensive = (c: TrueCase) => text(c.form('hs_kind')).startsWith('综合')

/** Heads per post. */
function heads(pairs: readonly (readonly [CaseValue, number])[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [post, count] of pairs) {
    const key = [...found.keys()].find((known) => sameText(known, post)) ?? text(post)
    found.set(key, (found.get(key) ?? 0) + count)
  }
  return found
}

export const CHECKS: Checks = {
  'M30-P01': (c) => {
    const posts = rows(c.form('hs_post')).map((one) => text(one.岗位 ?? null))
    if (posts.length === 0) return none('没有填申请岗位')
    const fits = comprehensive(c) ? COMPREHENSIVE : FLEXIBLE
    const ordinary = (post: string) => OFFICE.test(post) || (!comprehensive(c) && BENCH.test(post))
    const out = posts.filter((post) => WHOLE.test(post) || (ordinary(post) && !fits.test(post)))
    if (out.length > 0) return fail(`不属于可实行特殊工时的岗位：${out.join('、')}`)
    return posts.every((post) => fits.test(post)) ? pass : person('岗位的实际工作要由人判断')
  },
  'M30-P02': () => person('计划是否体现岗位特点由人判断'),
  'M30-P03': (c) =>
    by(c, '协商情况证明', (given) => {
      const way = text(c.form('hs_cons'))
      const signedByAll = ['职工签字', '劳动合同'].includes(way)
      const needsSeal = way !== '职工签字'
      if (needsSeal && !has(given, '盖章')) return fail(way === '工会决议' ? '没有工会的章' : '没有盖章')
      const seal = given.marks.盖章?.text ?? ''
      if (way === '工会决议' && seal !== '' && !seal.includes('工会')) return fail('盖的不是工会的章')
      if (way !== '工会决议' && !has(given, '签名')) return fail('没有签名')
      const signers = list(given.fields.签署人)
      const roster = rows(paper(c, '人员名单')?.fields.人员)
      const missing = roster.filter((one) => !signers.some((name) => sameName(name, one.姓名 ?? null)))
      return holds(!signedByAll || missing.length === 0, `名册上有${missing.length}人没有签名`)
    }),
  'M30-P04': (c) =>
    by(c, '人员名单', ({ fields }) => {
      const asked = heads(rows(c.form('hs_post')).map((one) => [one.岗位 ?? null, num(one.人数 ?? null) ?? 0]))
      const listed = heads(rows(fields.人员).map((one) => [one.岗位 ?? null, 1]))
      if (asked.size === 0) return none('没有填申请岗位')
      const wrong = [...asked].filter(
        ([post, count]) => [...listed].find(([known]) => sameText(known, post))?.[1] !== count,
      )
      return holds(wrong.length === 0 && listed.size === asked.size, '名册的岗位、人数与申请表不一致')
    }),
  'M30-P05': (c) => {
    if (!comprehensive(c)) return none('不是综合计算工时工作制')
    const given = paper(c, '考勤记录')
    if (!given) return fail('没有附考勤记录')
    const cycle = CYCLES[/（(.)）/u.exec(text(c.form('hs_kind')))?.[1] ?? '月']
    const span = rangeOf(given.fields.考勤期间)
    const [from, to] = [dateOf(span?.from ?? null), dateOf(span?.to ?? null)]
    if (!cycle || !from || !to) return fail('考勤记录没有写明期间')
    if (addDays(to, 1) < cycle(from)) return fail('考勤不足一个周期')
    return holds(has(given, '盖章'), '考勤记录没有盖公章')
  },
  'M30-P06': (c) => {
    if (c.scenario !== 'S071') return none('首次申请，没有原许可')
    const end = dateOf(endOf(held(permit(c, c.form('rn_no')), '有效期至'))) ?? dateOf(c.form('rn_end'))
    const start = rangeOf(c.form('hs_period'))?.from
    if (!end || !start) return none('没有填期限')
    return holds(c.at <= end && start <= addDays(end, 1), '原许可到期后才申请，或者申请期限晚于原许可届满')
  },
  'S071-P01': (c) => {
    const told = c.form('hs_report')
    return holds(!blank(told) && !/^(?:无|略|没有|\/|-)$/u.test(text(told)), '没有说明原许可执行情况和岗位变化')
  },
}
