import { addDays, addMonths, daysBetween } from '../../../facts/values/date.ts'
import type { RegistryRecord } from '../../case-format.ts'
import { by, get, paper, papers, param } from '../ask.ts'
import {
  blank,
  dateOf,
  endOf,
  inForce,
  list,
  num,
  rangeOf,
  rows,
  sameAddress,
  sameCode,
  sameName,
  sameText,
  text,
  within,
  workingDays,
} from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutFirm, allOf, bears, ground, lacking, matches, tells } from '../matter.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

const PROCESSES: Readonly<Record<string, RegExp>> = {
  不可中断混凝土浇捣: /浇/u,
  深基坑开挖: /基坑|开挖|挖土|土方/u,
  钻孔灌注桩成孔: /灌注桩|成孔|钻孔/u,
  特殊情况拆除: /拆/u,
}
const HURRY = /赶工|赶进度|抢工|抢进度|加快进度|工期紧|一般施工/u
const PARTIES = { 建设单位章: 'nc_dev', 施工单位章: 'nc_con', 监理单位章: 'nc_sup' } as const

const asked = (c: TrueCase) => ({ from: dateOf(c.form('nc_start')), to: dateOf(c.form('nc_end')) })

/** Seals of builder, contractor and supervisor that a paper lacks. */
function unsealed(c: TrueCase, of: TrueDocument): string[] {
  return Object.entries(PARTIES)
    .filter(([mark, key]) => !bears(of, mark, c.form(key)))
    .map(([mark]) => mark)
}

/** Approvals in force of the same works. */
function approvals(c: TrueCase): readonly RegistryRecord[] {
  return c.records('夜间施工许可库', (r) => {
    const same =
      sameText(get(r, '工程名称'), c.form('nc_proj')) || sameCode(get(r, '施工许可证编号'), c.form('nc_permit'))
    return same && get(r, '状态') !== '撤销'
  })
}

const isKeyZone = (c: TrueCase) =>
  text(get(ground(c, c.form('nc_addr')), '夜间施工区域') ?? c.form('nc_zone')) === '重点区域'

/** Fewer than 24 hours lie between the last approval and the nights asked for. */
function tooSoon(c: TrueCase, lastDay: string | null): boolean {
  const { from } = asked(c)
  return from !== null && lastDay !== null && daysBetween(lastDay, from) < 1
}

/** Why the nights are more than allowed; null when they are not. */
function excess(c: TrueCase): string | null {
  const month = text(c.form('nc_start')).slice(0, 7)
  const mine = approvals(c)
  const inMonth = mine.filter((r) => rangeOf(get(r, '批准期间'))?.from?.startsWith(month))
  const approved = inMonth.reduce((sum, r) => sum + (num(get(r, '夜数')) ?? 0), 0)
  const nights = num(c.form('nc_days')) ?? 0
  if (nights > (num(param(c, '单次夜数上限')) ?? Infinity)) return '单次夜数超限'
  if (Math.max(approved, num(c.form('nc_month')) ?? 0) + nights > (num(param(c, '当月夜数上限')) ?? Infinity))
    return '当月累计夜数超限'
  return isKeyZone(c) && mine.some((r) => tooSoon(c, endOf(get(r, '批准期间')))) ? '与前次批准间隔不足' : null
}

/** Nights on the schedule: the days of its table, else what its period allows. */
function scheduled(schedule: TrueDocument): readonly number[] {
  const days = new Set(rows(schedule.fields.施工安排).map((row) => text(row.日期)))
  days.delete('')
  if (days.size > 0 && ![...days].some((day) => /[至到~]/u.test(day))) return [days.size]
  const { from = null, to = null } = rangeOf(schedule.fields.拟施工起止时间) ?? {}
  if (from === null || to === null) return []
  return [daysBetween(from, to), daysBetween(from, to) + 1]
}

const mentionsEarth = (c: TrueCase) =>
  text(c.form('nc_proc')) === '深基坑开挖' ||
  papers(c, '夜间施工进度表').some((p) => tells(text(p.fields.作业工序), /渣土|出土|装运|外运/u))

/** 建筑工地夜间施工作业审批 */
export const CHECKS: Checks = {
  'M06-P01': (c) => {
    if (blank(c.form('nc_proc'))) return none('没有填工序')
    const allowed = PROCESSES[text(c.form('nc_proc'))]
    if (!allowed) return fail('所报工序不是允许夜间施工的特殊工序')
    return by(c, '夜间施工进度表', ({ fields }) => {
      const work = text(fields.作业工序)
      return allOf([!HURRY.test(work), '一般赶工'], [work === '' || allowed.test(work), '进度表的工序不是所报特殊工序'])
    })
  },
  'M06-P02': (c) => {
    const { from, to } = asked(c)
    if (from === null) return none('没有施工日期')
    const banned = c.records('禁令日历', (r) => {
      const [about, where, when] = [text(get(r, '事项')), text(get(r, '范围')), rangeOf(get(r, '期间'))]
      const ours = about === '' || /夜|施工|噪声|工地|作业/u.test(about)
      const here = !/[^全本]区/u.test(where) || where.includes(c.asked.district) || /全市|全区|各区|所有/u.test(where)
      return ours && here && when !== null && (when.from ?? '') <= (to ?? from) && from <= (when.to ?? '9999')
    })
    return holds(banned.length === 0, `与${text(get(banned[0], '名称'))}禁止时段重叠`)
  },
  'M06-P03': (c) => {
    const { from } = asked(c)
    if (from === null) return none('没有施工日期')
    return holds(workingDays(c.at, from) >= (num(param(c, '提前工作日')) ?? 5), '没有提前规定的工作日提出')
  },
  'M06-P04': (c) => {
    // Settled with the generator: the limits are those of 重点区域.
    if (text(c.form('nc_zone')) === '一般区域') return none('不在重点区域')
    const over = excess(c)
    if (over === null) return pass
    const proof = paper(c, '特殊工序证明')
    return proof && /超|夜数|累计|间隔|当月/u.test(text(proof.fields.允许理由))
      ? pass
      : fail(`${over}，没有写明超限理由的证明`)
  },
  'M06-P05': (c) => {
    if (blank(c.form('nc_permit'))) return none('没有填施工许可证编号')
    const permit = c.records('施工许可库', (r) => sameCode(get(r, '编号'), c.form('nc_permit')))[0]
    if (!permit) return fail('施工许可证在库查不到')
    return allOf(
      [get(permit, '状态') === '有效', '施工许可证不在有效状态'],
      [matches(sameText, get(permit, '工程名称'), c.form('nc_proj')), '工程名称不一致'],
      [matches(sameAddress, get(permit, '建设地址'), c.form('nc_addr')), '工程地址不一致'],
      [matches(sameName, get(permit, '建设单位'), c.form('nc_dev')), '建设单位不一致'],
      [matches(sameName, get(permit, '施工单位'), c.form('nc_con')), '施工单位不一致'],
      [matches(sameName, get(permit, '监理单位'), c.form('nc_sup')), '监理单位不一致'],
    )
  },
  'M06-P06': (c) =>
    by(c, '夜间施工进度表', (p) => holds(unsealed(c, p).length === 0, `进度表缺${unsealed(c, p).join('、')}`)),
  'M06-P07': (c) =>
    by(c, '夜间施工进度表', (p) => {
      const when = rangeOf(p.fields.拟施工起止时间)
      const { from, to } = asked(c)
      const [nights, amount] = [scheduled(p), num(p.fields.混凝土方量)]
      const claimed = num(c.form('nc_days'))
      return allOf(
        [when === null || ((from ?? when.from) === when.from && (to ?? when.to) === when.to), '施工时段与申请表不一致'],
        [nights.length === 0 || claimed === null || nights.includes(claimed), '夜数与申请表不一致'],
        [amount === null || amount === (num(c.form('nc_qty')) ?? amount), '方量与申请表不一致'],
      )
    }),
  'M06-P08': (c) =>
    by(c, '噪声控制措施', (p) => {
      const measures = [...list(p.fields.措施清单), ...list(p.fields.低噪声设备)]
      const missing = lacking(measures, { 隔声: /隔声|隔音|声屏障|围挡|吸声/u, 禁鸣: /鸣/u })
      const quiet = !blank(p.fields.低噪声设备) || tells(measures, /低噪/u)
      return allOf(
        [quiet, '没有低噪声设备'],
        [missing.length === 0, `没有${missing.join('、')}`],
        [!blank(p.fields.投诉电话) || /投诉电话\D{0,3}\d/u.test(text(measures)), '没有投诉电话'],
        [unsealed(c, p).length === 0, `缺${unsealed(c, p).join('、')}`],
      )
    }),
  'M06-P09': (c) =>
    by(c, '噪声控制措施', (p) => holds(unsealed(c, p).length === 0, `措施文件缺${unsealed(c, p).join('、')}`)),
  'S021-P01': (c) => {
    const plans = papers(c, '总平面布置图')
    if (plans.length === 0) return none('缺总平面布置图')
    const near = plans.flatMap((p) => rows(p.fields.敏感建筑物))
    const placed = plans.some((p) => !blank(p.fields.设备位置) || !blank(p.fields.设备设施位置))
    return allOf(
      [near.length > 0 && near.every((row) => !blank(row.名称)), '图上没有敏感建筑物'],
      [near.every((row) => num(row.距离) !== null), '敏感建筑物没有标距离'],
      [placed, '没有标设备位置'],
    )
  },
  'S021-P02': (c) =>
    by(c, '特殊工序证明', (p) => {
      const pattern = PROCESSES[text(c.form('nc_proc'))]
      return allOf(
        [/安全质量监督|质量安全监督|安质监|安监站|质监/u.test(text(p.fields.监督机构)), '不是安全质量监督机构出具'],
        [bears(p, '盖章'), '证明没有盖章'],
        [matches(sameText, p.fields.工程名称, c.form('nc_proj')), '工程名称不一致'],
        [pattern?.test(text(p.fields.特殊工序名称)) ?? blank(c.form('nc_proc')), '工序与申请不一致'],
        [inForce(p.fields.有效期至, c.at, true), '证明已过有效期'],
      )
    }),
  'S021-P03': (c) =>
    by(c, '谅解协议', (p) =>
      allOf(
        [
          asked(c).from === null || asked(c).to === null || within(asked(c), p.fields.施工日期时段),
          '谅解协议时段没有覆盖申请时段',
        ],
        [bears(p, '居委会章'), '没有居（村）委章'],
      ),
    ),
  'S021-P04': (c) =>
    by(c, '告知承诺书', (p) => {
      const words = text(p.fields.承诺内容)
      const others = papers(c, '谅解协议').concat(papers(c, '噪声控制措施'))
      const posted = /公示|公告|投诉/u.test(words) || others.some((one) => !blank(one.fields.投诉电话))
      return allOf([bears(p, '签名'), '承诺书未签字'], [bears(p, '盖章'), '承诺书未盖章'], [posted, '没有现场公示内容'])
    }),
  'S021-P05': (c) => {
    if (!mentionsEarth(c)) return none('不是渣土装运')
    const { from, to } = asked(c)
    const held = c.records('渣土处置证库', (r) => {
      const ours =
        sameCode(get(r, '施工许可证编号'), c.form('nc_permit')) || sameText(get(r, '工程名称'), c.form('nc_proj'))
      return ours && get(r, '状态') === '有效'
    })
    const covers = held.some((r) => [from, to].every((day) => day === null || inForce(get(r, '有效期限'), day, true)))
    return holds(covers, '没有有效的建筑垃圾处置证')
  },
  'S022-P01': (c) => {
    if (blank(c.form('nc_prev'))) return none('没有填前次批准文号')
    const previous = approvals(c).find((r) => sameCode(get(r, '批准文号'), c.form('nc_prev')))
    if (!previous) return fail('前次批准文号查不到')
    return allOf(
      [matches(sameText, get(previous, '工程名称'), c.form('nc_proj')), '前次批准不是同一工程'],
      [matches(sameName, get(previous, '施工单位'), c.form('nc_con')), '前次批准不是同一施工单位'],
    )
  },
  'S022-P02': (c) => {
    if (!isKeyZone(c)) return none('不在重点区域')
    const previous = approvals(c).find((r) => sameCode(get(r, '批准文号'), c.form('nc_prev')))
    const ended = endOf(get(previous, '批准期间')) ?? dateOf(c.form('nc_prevend'))
    return ended === null ? none('不知前次批准何时结束') : holds(!tooSoon(c, ended), '间隔不足24小时')
  },
  'S022-P03': (c) => {
    const previous = approvals(c).find((r) => sameCode(get(r, '批准文号'), c.form('nc_prev')))
    const when = rangeOf(get(previous, '批准期间')) ?? { from: null, to: dateOf(c.form('nc_prevend')) }
    const during = (day: string | null) =>
      day !== null && (when.from ?? addMonths(when.to ?? c.at, -1)) <= day && day <= addDays(when.to ?? c.at, 1)
    const open = c.records('噪声投诉库', (r) => {
      const ours = sameText(get(r, '工程名称'), c.form('nc_proj')) || sameName(get(r, '施工单位'), c.form('nc_con'))
      return ours && get(r, '处理状态') === '未处理' && during(dateOf(get(r, '投诉日期')))
    })
    const fined = aboutFirm(c, '信用处罚库').some((r) => {
      const ours = get(r, '状态') === '有效' && /噪声|夜间/u.test(text(get(r, '事由')))
      return ours && during(dateOf(get(r, '决定日期')))
    })
    return allOf([open.length === 0, '前次批准期间有未处理的夜间噪声投诉'], [!fined, '前次批准期间有夜间噪声处罚'])
  },
  'S022-P04': (c) => {
    const previous = approvals(c).find((r) => sameCode(get(r, '批准文号'), c.form('nc_prev')))
    if (!previous) return none('没有前次批准可比')
    const kept = (field: string, key: string, same: typeof sameName) =>
      blank(get(previous, field)) || matches(same, get(previous, field), c.form(key))
    return allOf(
      [kept('施工许可证编号', 'nc_permit', sameCode), '施工许可证有变化'],
      [kept('施工单位', 'nc_con', sameName), '施工单位有变化'],
      [kept('建设单位', 'nc_dev', sameName), '建设单位有变化'],
      [kept('监理单位', 'nc_sup', sameName), '监理单位有变化'],
    )
  },
}
