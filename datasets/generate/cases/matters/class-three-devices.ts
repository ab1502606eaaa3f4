import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { deviceBooks, deviceFirm, devicePlan, diploma, qualityHead } from '../parts/devices.ts'
import type { Firm } from '../parts/firm.ts'
import { premisesOf } from '../parts/premises.ts'
import { renew } from '../parts/renew.ts'

/** M17 第三类医疗器械经营许可 */
export const SCENARIOS: MatterRecipe = { S044: first, S045: renewed }

const OFFICE = `${DISTRICT.name}示例市场监督管理局`
const SCOPES = [
  '2017版：01有源手术器械',
  '2017版：07医用诊察和监护器械',
  '2017版：08呼吸、麻醉和急救器械',
  '2017版：10输血、透析和体外循环器械',
  '2017版：14注输、护理和防护器械',
  '2017版：16眼科器械',
]
const SYSTEM =
  '医械通进销存管理系统V5.0，记录采购、验收、入库、贮存、出库、销售全过程，可按批号、序列号追溯，具有资质和效期预警功能（附系统功能截图和供应商出具的追溯功能证明）'

function dealer(d: Draft, years: readonly [number, number]): Firm {
  return deviceFirm(
    d,
    {
      scope: '许可项目：第三类医疗器械经营。一般项目：第二类医疗器械销售；第一类医疗器械销售。',
      otherScope: '一般项目：第二类医疗器械销售；第一类医疗器械销售；健康咨询服务（不含诊疗服务）。',
      years,
    },
    '第三类医疗器械经营许可',
  )
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = dealer(d, [0, 4])
  const t = premisesOf(d, firm, { use: random.pick(['商业服务/商业', '办公']) })
  d.typed({
    m3_mode: random.pick(['批发', '批零兼营']),
    m3_scope: random.sample(SCOPES, random.int(1, 3)),
    m3_org: '设质量管理部、采购部、销售部、仓储部、售后服务部',
    m3_it: SYSTEM,
  })
  d.known({ m3_wh: `${firm.address}，${t.area}平方米`, m3_head: firm.legal.name })
  devicePlan(d, firm, { place: firm.address, area: t.area, fails: { 'M17-P05': '平面图缺退货区、不合格品区' } })
  deviceBooks(d, firm, {})
  const head = qualityHead(d)
  diploma(d, firm.legal, { subject: '工商管理', level: '本科', key: 'diploma-legal' })
  diploma(d, head.person, { subject: head.subject, level: head.level, key: 'diploma-quality' })
  d.known({ m3_qa: head.said })
  d.mayFail({
    id: 'system-without-tracing',
    title: '信息管理系统只写了软件名',
    slot: '申请书',
    touches: 'm3_it',
    fails: { 'M17-P03': '没有说明追溯功能' },
    apply: (draft) => draft.answer('m3_it', '医械通进销存管理系统V5.0'),
  })
  d.mayFail({
    id: 'system-blank',
    title: '漏填计算机信息管理系统',
    slot: '申请书',
    touches: 'm3_it',
    fails: { 'FORM-P01': '漏填计算机信息管理系统', 'M17-P01': '缺信息管理系统说明' },
    silences: { 'M17-P03': '没有填信息管理系统' },
    apply: (draft) => draft.answer('m3_it', null),
  })
}

function renewed(d: Draft): void {
  const random = d.random('renewed')
  const firm = dealer(d, [6, 12])
  const scope = random.sample(SCOPES, 2).join('；')
  const mode = random.pick(['批发', '批零兼营'])
  const held = renew(d, firm, {
    licence: {
      type: 'MD3',
      number: `沪普药监械经营许${addYears(d.at, -5).slice(0, 4)}${random.digits(4)}号`,
      authority: OFFICE,
      printed: { 企业负责人: firm.legal.name, 经营方式: mode, 经营范围: scope, 库房地址: firm.address },
    },
    years: 5,
    early: { 'S045-P01': '早于届满前90个工作日' },
    late: { 'S045-P01': '距届满不足30个工作日' },
    expired: { 'S045-P01': '有效期已届满' },
    stale: { 'RENEW-P04': '声明没有变化，法定代表人已变' },
  })
  d.known({ m3_head: firm.legal.name })
  d.known({ m3_mode: mode, m3_scope: [scope] })
  d.none('延续，条件没有变化，不重交资料', 'M17-P01', 'M17-P02', 'M17-P03', 'M17-P05')
  if (random.chance(0.4)) deviceBooks(d, firm, {})
  else d.none('没有提交管理制度', 'SYS-P01', 'SYS-P02', 'SYS-P03', 'M17-P04')
  d.record(
    '监督检查库',
    { uscc: firm.code, number: held.number },
    {
      许可证编号: held.number,
      检查日期: addDays(d.at, -random.int(60, 400)),
      检查结论: '基本符合',
      发现问题: ['个别温湿度记录缺失'],
      已整改: true,
    },
  )
  d.mayFail({
    id: 'inspection-open',
    title: '飞行检查发现的问题还没整改完',
    slot: '监督检查',
    fails: { 'S045-P02': '检查不符合，整改没有闭环' },
    apply: (draft) =>
      draft.amend('监督检查库', {
        检查结论: '不符合',
        发现问题: ['不合格品区没有独立设置', '追溯记录不全'],
        已整改: false,
      }),
  })
}
