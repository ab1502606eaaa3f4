import { daysBetween } from '../../../facts/values/date.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, get, paper, papers } from '../ask.ts'
import { dateOf, endOf, inForce, num, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { allOf, changes, isLive, isSelf, tellsAll } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const CATALOGUE = ['游泳', '高山滑雪、自由式滑雪、单板滑雪', '潜水', '攀岩']

/** Items applied for; the list may have been cut at the 、 inside one of them. */
function items(c: TrueCase): string[] {
  const given = c.form('sp_item')
  return Array.isArray(given) ? given.map((one) => text([one] as string[])) : text(given) === '' ? [] : [text(given)]
}

const swims = (c: TrueCase) => items(c).includes('游泳')

/** What a certificate says of its holder's trade, by the paper or, where none is asked for, by the register. */
function certificate(c: TrueCase, row: { 姓名?: CaseValue; 证书编号?: CaseValue }) {
  const shown = papers(c, '职业资格证书').find(
    ({ fields }) => sameCode(fields.证书编号, row.证书编号) || sameName(fields.姓名, row.姓名),
  )?.fields
  if (shown) return { trade: text(shown.职业名称), until: shown.有效期至 ?? null, valid: true }
  const kept = c.records('人员资格库', (r) => sameCode(get(r, '证书编号'), row.证书编号))[0]
  const trade = `${text(get(kept, '资格名称'))}${text(get(kept, '专业'))}`
  return kept && { trade, until: get(kept, '有效期限'), valid: get(kept, '状态') === '有效' }
}

/** Sports that a trade names. */
const sports = (trade: string) => trade.match(/游泳|滑雪|潜水|攀岩|健身|田径|瑜伽|篮球|足球|网球|羽毛球/gu) ?? []

/** Why a person's certificate does not do; null when it does. */
function wrong(c: TrueCase, row: Record<string, CaseValue>, trade: RegExp): string | null {
  const held = certificate(c, row)
  const who = text(row.姓名)
  if (!held) return `${who}没有证书`
  if (!trade.test(held.trade)) return `${who}的证书职业不对应`
  const named = sports(held.trade)
  const ours = items(c).join('、')
  if (named.length > 0 && ours !== '' && !named.some((one) => ours.includes(one))) return `${who}的证书项目不对应`
  return held.valid && inForce(held.until, c.at, true) ? null : `${who}的证书已过期`
}

/** 经营高危险性体育项目许可 */
export const CHECKS: Checks = {
  'M15-P01': (c) => {
    if (items(c).length === 0) return none('没有申报项目')
    const other = items(c).filter((one) => !CATALOGUE.includes(one))
    return holds(other.length === 0, `${other.join('、')}不属高危险性体育项目`)
  },
  'M15-P02': (c) => {
    const [water, guards] = [num(c.form('sp_pool')), rows(c.form('sp_guard'))]
    if (!swims(c) || water === null) return none('不是游泳场所')
    if (c.asked.situation === '变更' && !changes(c, '经营项目', '人员', '设施')) return none('没有变更人员、设施')
    const good = guards.filter((row) => wrong(c, row, /救生|救助|救护/u) === null)
    // As is commonly said of GB 19079.1 (依据待核): three up to 250 ㎡, one more for every 250 ㎡ or part of it beyond.
    const needed = 3 + Math.max(0, Math.ceil((water - 250) / 250 - 1e-9))
    const counted = papers(c, '职业资格证书').length > 0 ? good.length : guards.length
    return holds(counted >= needed, `水面${water}平方米要${needed}名救生员`)
  },
  'M15-P03': (c) => {
    const people = [...rows(c.form('sp_guard')), ...rows(c.form('sp_coach'))]
    if (people.length === 0) return none('没有填救生员、指导员')
    const bad = [
      ...rows(c.form('sp_guard')).map((row) => wrong(c, row, /救生|救助|救护/u)),
      ...rows(c.form('sp_coach')).map((row) => wrong(c, row, /社会体育指导|教练/u)),
    ].find((one) => one !== null)
    if (papers(c, '职业资格证书').length === 0 && bad?.endsWith('没有证书')) return none('缺职业资格证书')
    return bad ? fail(bad) : holds(true, '')
  },
  'M15-P04': (c) => by(c, '设施检测报告', () => person('按国家标准看检测项目')),
  'M15-P05': (c) =>
    by(c, '管理制度', ({ fields }) =>
      tellsAll(fields.制度名称清单, {
        岗位责任: /责任/u,
        操作规程: /操作规程|操作规范/u,
        应急预案: /应急|预案/u,
        设施检查: /(?:设施|设备|器材).*(?:检查|维护|检修|巡查)|安全检查/u,
      }),
    ),
  'M15-P06': (c) => {
    const policies = rows(c.form('sp_ins'))
    if (policies.length === 0 && c.asked.situation !== '新办') return none('没有填保单')
    const live = policies.filter((row) => (dateOf(row.到期日) ?? '9999') >= c.at)
    const covered = (kind: RegExp) => live.some((row) => kind.test(text(row.险种)))
    return allOf([covered(/责任/u), '没有有效的场所责任险'], [covered(/意外/u), '没有有效的意外伤害险'])
  },
  'M15-P07': (c) => {
    if (!swims(c)) return none('不是游泳场所')
    return by(c, '卫生许可证', ({ fields }) =>
      allOf(
        [inForce(fields.有效期限, c.at) && isLive(fields), '卫生许可证已过期'],
        [isSelf(c, fields.单位名称), '卫生许可证不是本单位的'],
      ),
    )
  },
  'S039-P01': (c) => {
    const [moves, adds] = [changes(c, '经营场所（搬迁）'), changes(c, '经营项目')]
    if (!moves && !adds) return changes(c, '法定代表人（负责人）') ? pass : none('不变更场所地址、项目、负责人')
    return allOf(
      [paper(c, '设施检测报告') !== undefined, '没有新场所、新项目的设施材料'],
      [!adds || paper(c, '职业资格证书') !== undefined, '没有新项目的人员证书'],
    )
  },
  'S040-P01': (c) =>
    by(c, '原许可证', ({ fields }) => {
      const until = endOf(fields.许可期限) ?? dateOf(c.form('rn_end'))
      if (until === null || until === '长期') return none('不知有效期')
      const left = daysBetween(c.at, until)
      return allOf([left >= 0, '许可已过期'], [left <= 30, '早于届满前30日'])
    }),
}
