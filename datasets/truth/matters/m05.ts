import { addMonths, daysBetween } from '../../../facts/values/date.ts'
import { applicant, by, isSole, paper, papers } from '../ask.ts'
import { blank, dateOf, list, num, rows, sameAddress, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held, lapsed, original } from '../licence.ts'
import { examined, stillGood } from '../modules/mod-health.ts'
import { drawn } from '../modules/mod-plan.ts'
import { lastDay } from '../modules/mod-renew.ts'
import { ALSO, scopeOf } from '../modules/mod-subj.ts'
import { lacking } from '../modules/mod-sys.ts'
import type { TrueCase } from '../true-case.ts'

const items = (c: TrueCase) => list(c.form('hy_item'))
const kind = (c: TrueCase) => `${text(c.form('hy_type'))}、${items(c).join('、')}`
const SPECIAL = ['医疗美容', '母婴保健']
const reports = (c: TrueCase) => papers(c, '卫生检测报告').map(({ fields }) => fields)

/** What reports say that they tested. */
const tested = (c: TrueCase) =>
  reports(c)
    .map((one) => `${list(one.检测项目).join('、')}、${text(one.检测结论)}`)
    .join('、')

const withinAYear = (c: TrueCase, day: string | null) => day !== null && day <= c.at && c.at <= addMonths(day, 12)

const isGood = (said: string) => /合格|符合/u.test(said) && !/不合格|不符合|未达标|超标/u.test(said)

/** Kinds of test that a place of this kind must have. */
function due(c: TrueCase): string[] {
  const goods = c.form('hy_disinf') !== '没有公共用品用具' && /住宿|沐浴|足浴|美容|美发|游泳/u.test(kind(c))
  const water = /游泳|沐浴/u.test(kind(c))
  return [
    '空气/二氧化碳/一氧化碳/甲醛/PM10/可吸入颗粒物',
    '微小气候/温度/湿度/风速',
    ...(goods ? ['用品/用具/毛巾/床上卧具/杯具/拖鞋/布草'] : []),
    ...(water ? ['水质/池水/浴池水/余氯/浑浊度/沐浴用水'] : []),
  ]
}

/** Rooms and openings that the plan of such a place shows. */
function rooms(c: TrueCase): string[] {
  const own = c.form('hy_disinf') === '自行清洗消毒'
  return [
    ...(own ? ['清洗消毒/消毒间/消毒区/洗消'] : []),
    ...(kind(c).includes('住宿') ? ['布草间'] : []),
    ...(/沐浴|游泳/u.test(kind(c)) ? ['更衣/淋浴'] : []),
    '卫生间',
    '通风',
  ]
}

const ON_PAPER = ['经营者名称', '法定代表人（负责人）', '经营场所（门牌重编）']

export const CHECKS: Checks = {
  'M05-P01': (c) => {
    const type = text(c.form('hy_type'))
    if (type === '') return none('没有填场所类别')
    return holds(!/饭馆|咖啡|酒吧|茶座|^其他$/u.test(type), `${type}不用办公共场所卫生许可`)
  },
  'M05-P02': (c) => {
    const asked = items(c).filter((item) => !SPECIAL.includes(item))
    const scope = scopeOf(c)
    if (asked.length === 0) return none('没有填申请项目')
    if (blank(scope)) return none('缺营业执照')
    const missing = asked.find((item) => !speaksOf(scope, item, ALSO[item] ?? item))
    return holds(missing === undefined, `经营范围没有${missing ?? ''}`)
  },
  'M05-P03': (c) => {
    const word = SPECIAL.find((one) => speaksOf(kind(c), one))
    return word === undefined ? none('没有须另行许可的项目') : fail(`${word}要另行许可`)
  },
  'S016-P01': (c) =>
    by(c, '平面图', (plan) => {
      const missing = rooms(c).find((name) => !drawn(plan, name))
      return holds(missing === undefined, `平面图没有标明${missing?.split('/')[0] ?? ''}`)
    }),
  'S016-P02': (c) => {
    if (!/住宿|沐浴|足浴|美容|美发/u.test(kind(c))) return none('不是住宿、沐浴、美容美发场所')
    if (c.form('hy_disinf') !== '自行清洗消毒') return none('不自行清洗消毒')
    return by(c, '设备设施清单', ({ fields }) => {
      const listed = rows(fields.设备).some((row) => speaksOf(`${text(row.设备名称)} ${text(row.用途)}`, '消毒'))
      return holds(listed, '设备清单没有消毒设备')
    })
  },
  'S016-P03': (c) => {
    if (reports(c).length === 0) return none('缺卫生检测报告')
    for (const one of reports(c)) {
      if (blank(one.CMA编号)) return fail('检测报告没有CMA编号')
      if (!withinAYear(c, dateOf(one.检验日期) ?? dateOf(one.报告日期))) return fail('检测报告超过一年')
      const names = [applicant(c), isSole(c) ? text(c.form('lrep_name')) : '']
      if (!blank(one.受检单位) && !names.some((name) => sameName(name, one.受检单位)))
        return fail('检测报告的受检单位不是申请人')
      if (!blank(one.受检地址) && !sameAddress(one.受检地址, c.form('prem_addr'))) return fail('检测报告的地址不一致')
    }
    return pass
  },
  'S016-P04': (c) => {
    if (reports(c).length === 0) return none('缺卫生检测报告')
    if (!reports(c).every((one) => isGood(text(one.检测结论)))) return fail('检测结论不合格')
    const missing = due(c).find((group) => !speaksOf(tested(c), group))
    return holds(missing === undefined, `漏检${missing?.split('/')[0] ?? ''}`)
  },
  'S016-P05': (c) => {
    if (c.form('hy_ac') !== true) return none('不用集中空调')
    if (reports(c).length === 0) return none('缺卫生检测报告')
    return holds(speaksOf(tested(c), '集中空调'), '没有集中空调通风系统的检测报告')
  },
  'S016-P06': (c) => {
    const need = num(c.form('hy_staff'))
    const all = examined(c).filter((one) => stillGood(one, c.at))
    if (need === null) return none('没有填直接为顾客服务人数')
    if (examined(c).length === 0) return none('缺健康证明')
    return holds(all.length >= need, `持健康合格证的只有${all.length}人`)
  },
  'S016-P07': (c) =>
    by(c, '管理制度', ({ fields }) => {
      const required = [
        '从业人员健康管理',
        '公共用品用具更换清洗消毒/用品用具消毒/公共用品用具清洗消毒',
        '检测',
        '传染病与危害健康事故应急/健康危害事故应急',
      ]
      const missing = lacking(list(fields.制度名称清单), required)
      return holds(missing === undefined, `缺${missing?.split('/')[0] ?? ''}制度`)
    }),
  'S017-P01': (c) => {
    const ticked = list(c.form('chg_item'))
    const other = ticked.find((item) => !ON_PAPER.includes(item))
    if (other !== undefined) return fail(`${other}要重新申请`)
    const before = (held(c) ?? original(c))?.place ?? null
    const moved =
      !blank(before) && !ticked.includes('经营场所（门牌重编）') && !sameAddress(before, c.form('prem_addr'))
    return holds(!moved, '场所地址与原证不同，要重新申请')
  },
  'S017-P02': (c) => {
    if (!list(c.form('chg_item')).includes('经营场所（门牌重编）')) return none('门牌没有重编')
    const proof = paper(c, '门牌证明')?.fields
    if (!proof) return fail('没有公安或民政部门的门牌证明')
    const before = (held(c) ?? original(c))?.place ?? null
    const news = [text(c.form('prem_addr')), ...text(c.form('chg_new')).split('；')]
    const now = news.some((place) => sameAddress(proof.现地址, place))
    const fits = now && (blank(before) || sameAddress(proof.原地址, before))
    return holds(fits, '门牌证明的新旧地址对不上')
  },
  'S018-P01': (c) => {
    const end = lastDay(c)
    if (end === null || end === '长期') return none('缺原许可证')
    return holds(daysBetween(c.at, end) >= 30, end < c.at ? '有效期已过，应重新申请' : '离到期不足30日')
  },
  'S018-P02': (c) => {
    if (reports(c).length === 0) return none('缺卫生检测报告')
    for (const one of reports(c)) {
      if (!withinAYear(c, dateOf(one.检验日期) ?? dateOf(one.报告日期))) return fail('检测报告超过一年')
      if (!isGood(text(one.检测结论))) return fail('检测结论不合格')
    }
    return holds(c.form('hy_ac') !== true || speaksOf(tested(c), '集中空调'), '没有集中空调的检测报告')
  },
  'S018-P03': (c) => {
    const before = (held(c) ?? original(c))?.items ?? null
    if (items(c).length === 0 || blank(before)) return none('没有可对照的项目')
    const extra = items(c).find((item) => !speaksOf(before, item))
    if (extra !== undefined) return fail(`${extra}不在原证上`)
    return holds(list(before).length === items(c).length, '延续的项目少于原证')
  },
  'S019-P01': (c) => {
    const one = held(c)
    if (!one) return fail('证照库没有这张证')
    if (!sameCode(one.number, c.form('lost_no'))) return fail('原证编号与在册不一致')
    const why = lapsed(one, c.at)
    return holds(why === null, why ?? '')
  },
  'S020-P01': (c) => {
    const place = (held(c) ?? original(c))?.place ?? null
    if (blank(place) || blank(c.form('prem_addr'))) return none('没有可对照的地址')
    return holds(sameAddress(place, c.form('prem_addr')), '证载地址不是所填的经营场所')
  },
}
