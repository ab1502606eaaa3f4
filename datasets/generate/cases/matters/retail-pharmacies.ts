import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, issuedFor } from '../parts/change.ts'
import { mayForgetZones } from '../parts/devices.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { floorPlan } from '../parts/floor-plan.ts'
import { equipmentList } from '../parts/food-application.ts'
import type { LicenceOptions } from '../parts/held-licence.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { type Post, type Qualified, qualified, staff } from '../parts/staff.ts'

/** M18 药品经营许可（零售） */
export const SCENARIOS: MatterRecipe = { S046: first, S047: changed }

const OFFICE = `${DISTRICT.name}示例市场监督管理局`
const RULES = [
  '药品采购管理制度',
  '药品验收管理制度',
  '药品陈列检查制度',
  '药品销售管理制度',
  '处方审核和调配管理制度',
  '药品不良事件（不良反应）监测和报告制度',
  '人员培训和考核制度',
]
const EQUIPMENT = [
  { 设备名称: '药品陈列柜', 规格型号: '1.2米', 数量: 12, 用途: '药品陈列' },
  { 设备名称: '中药斗柜', 规格型号: '60斗', 数量: 1, 用途: '中药饮片调配' },
  { 设备名称: '空调', 规格型号: '3匹', 数量: 2, 用途: '营业场所控温' },
  { 设备名称: '计算机管理系统', 规格型号: 'V8', 数量: 2, 用途: '进销存和处方管理' },
]
const COLD = [
  { 设备名称: '药品冷藏柜', 规格型号: 'YC-310L', 数量: 1, 用途: '冷藏药品存放' },
  { 设备名称: '温湿度自动监测系统', 规格型号: 'TH-20', 数量: 1, 用途: '温湿度自动监测、记录和报警' },
]
const PHARMACIST: Post = {
  post: '执业药师',
  certificate: { trade: '执业药师', variant: '执业药师证书', prefix: '3124' },
}

function pharmacy(d: Draft, old: boolean): Firm {
  const random = d.random('pharmacy')
  return firmCase(
    d,
    {
      trade: random.pick(['大药房', '药房', '医药']),
      scope: '许可项目：药品零售。一般项目：第二类医疗器械销售；保健食品（预包装）销售；日用百货销售。',
      otherScope: '一般项目：第二类医疗器械销售；保健食品（预包装）销售；日用百货销售。',
      shop: { chance: 0.15, ending: '药店' },
      years: old ? [4, 10] : [0, 3],
    },
    '药品经营许可',
  ).firm
}

const pharmacists = (draft: Draft) =>
  draft.of('职业资格证书').map(({ content: { fields } }) => ({
    姓名: String(fields.姓名),
    证件号码: String(fields.证件号码),
    资格: String(fields.职业名称),
    证号: String(fields.证书编号),
  }))

/** What the form takes from the certificates; the one pharmacist answers for quality. */
function restated(draft: Draft): void {
  const all = pharmacists(draft)
  const named = all.filter(({ 资格 }) => 资格.includes('执业药师'))
  draft.known({ dr_pharm: all, ...(named.length === 1 && named[0] ? { dr_qa: named[0].姓名 } : {}) })
}

function drugPlan(d: Draft, firm: Firm, area: number, sells: readonly string[]): void {
  const shares: [string, number][] = [
    ['处方药区', 0.22],
    ['非处方药区', 0.28],
    ['非药品区', 0.16],
    ['收银和咨询台', 0.06],
    ...(sells.includes('中药饮片') ? ([['中药饮片区', 0.12]] as [string, number][]) : []),
    ...(sells.some((one) => one.includes('冷藏')) ? ([['冷藏药品区', 0.04]] as [string, number][]) : []),
  ]
  const zones = shares.map(([name, share]) => ({ 名称: name, 面积: Math.round(area * share * 10) / 10 }))
  const used = zones.reduce((sum, zone) => sum + zone.面积, 0)
  zones.push({ 名称: '通道和办公区', 面积: Math.round((area - used) * 10) / 10 })
  floorPlan(d, { name: firm.name, place: firm.address, area, zones })
  mayForgetZones(d, /非药品/u, '平面图没有把药品与非药品分区', { 'M18-P04': '平面图没有非药品区' })
}

function drawScope(d: Draft): string[] {
  const random = d.random('drug-scope')
  return [
    '处方药',
    '甲类非处方药',
    '乙类非处方药',
    '中成药',
    '化学药',
    ...(random.chance(0.5) ? ['中药饮片'] : []),
    ...(random.chance(0.5) ? ['冷藏药品'] : []),
  ]
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = pharmacy(d, false)
  const t = premisesOf(d, firm)
  const sells = drawScope(d)
  const cold = sells.includes('冷藏药品')
  d.typed({ dr_scope: sells })
  d.known({ dr_head: firm.legal.name, dr_area: t.area, dr_type: '处方药和非处方药' })
  drugPlan(d, firm, t.area, sells)
  const things = [...EQUIPMENT, ...(cold ? COLD : [])]
  const chilled = () =>
    things.filter(({ 设备名称 }) => /冷|温湿度|冰箱/u.test(设备名称)).map(({ 设备名称 }) => 设备名称)
  equipmentList(d, firm, things)
  if (cold) {
    d.known({ dr_cold: chilled().join('、') })
    d.mayFail({
      id: 'cold-without-monitoring',
      title: '有冷藏药品，清单没有温湿度监测',
      slot: '设备设施清单',
      fails: { 'M18-P05': '没有温湿度自动监测' },
      apply: (draft) => {
        draft.change('设备设施清单', { 设备: [...EQUIPMENT, ...COLD.slice(0, 1)].map((one) => ({ ...one })) })
        draft.known({ dr_cold: '药品冷藏柜' })
      },
    })
  } else {
    d.typed({ dr_cold: '不经营冷藏药品' })
    d.none('没有冷藏药品', 'M18-P05')
  }
  const posts: Post[] = [...(random.chance(0.3) ? [{ post: '营业员' }] : []), PHARMACIST]
  const people = staff(d, firm, {
    posts,
    registered: true,
    otherTrade: '健康管理师',
    wrongTrade: { 'M18-P01': '没有执业药师' },
    short: { 'M18-P01': '没有配备执业药师' },
    expired: { 'M18-P01': '执业药师注册证已过期' },
    restated,
  })
  const quality = people.at(-1) as Qualified
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: quality.name,
    without: { titles: /陈列检查/u },
  })
  elsewhere(d, quality)
  d.withdraw('staff-too-few')
  d.mayFail({
    id: 'narcotics',
    title: '勾选了麻醉药品',
    slot: '申请书',
    touches: 'dr_scope',
    fails: { 'M18-P03': '麻醉药品不得零售' },
    apply: (draft) => draft.answer('dr_scope', [...sells, '麻醉药品']),
  })
}

function elsewhere(d: Draft, one: Qualified): void {
  d.mayFail({
    id: 'pharmacist-registered-elsewhere',
    title: '执业药师注册在别的药店',
    slot: '职业资格证书',
    touches: 'certificate',
    fails: { 'M18-P01': '执业药师的注册单位不是本店' },
    apply: (draft) => {
      const other = { 注册单位: '上海仁济堂示例大药房有限公司' }
      const paper = draft.of('职业资格证书').at(-1)
      if (paper) Object.assign(paper.content.fields, other)
      draft.amend('人员资格库', other, ({ 键 }) => 键.cnid === one.number)
    },
  })
}

function licence(d: Draft, firm: Firm, sells: readonly string[], quality: string): LicenceOptions {
  const until = addDays(addYears(d.at, d.random('until').int(0, 3)), d.random('until').int(80, 300))
  const issued = issuedFor(until, 5)
  return {
    type: 'DRG',
    number: `沪DA${d.random('licence').digits(7)}`,
    issued,
    until,
    authority: OFFICE,
    printed: {
      企业负责人: firm.legal.name,
      质量负责人: quality,
      经营范围: sells.join('、'),
      经营方式: '零售',
    },
  }
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = pharmacy(d, true)
  const sells = drawScope(d)
  const [before, now] = qualified(d, [PHARMACIST, PHARMACIST]) as [Qualified, Qualified]
  const way = random.pick(['name', 'quality', 'move'] as const)
  change(d, firm, {
    licence: licence(d, firm, sells, before.name),
    kinds: way === 'move' ? ['住所'] : ['名称'],
    seat: true,
    own: way === 'quality' ? { item: '质量负责人', old: before.name, now: now.name } : null,
  })
  // The scope stands on the licence, on paper or electronic.
  d.known({ dr_head: firm.legal.name, dr_type: '处方药和非处方药', dr_scope: sells })
  d.none('没有提交设备设施清单', 'M18-P05')
  if (way === 'move') {
    const t = premisesOf(d, firm)
    d.withdraw('dwelling')
    d.known({ dr_area: t.area })
    drugPlan(d, firm, t.area, sells)
    d.mayFail({
      id: 'move-without-plan',
      title: '变更注册地址没有附新的平面图',
      slot: '平面图',
      fails: { 'S047-P01': '变更注册地址没有新平面图' },
      silences: { 'M18-P04': '没有提交平面图' },
      apply: (draft) => {
        draft.remove('平面图')
      },
    })
  } else d.none('没有提交平面图', 'M18-P04')
  if (way !== 'quality') {
    d.none('没有变更质量负责人、企业负责人', 'S047-P02')
    d.none('没有变更药师', 'M18-P01', 'M18-P02')
    return
  }
  newQuality(d, firm, now)
}

/** A new head of quality: certificate, appointment. */
function newQuality(d: Draft, firm: Firm, now: Qualified): void {
  const { certificate } = now
  if (!certificate) return
  d.paper(
    '职业资格证书',
    'PRO',
    {
      姓名: now.name,
      证件号码: now.number,
      职业名称: '执业药师',
      证书编号: certificate.number,
      发证日期: certificate.issued,
      有效期至: certificate.until,
      注册单位: firm.name,
    },
    { variant: '执业药师证书' },
  )
  d.record(
    '人员资格库',
    { cnid: now.number },
    {
      姓名: now.name,
      证件号码: now.number,
      资格名称: '执业药师',
      证书编号: certificate.number,
      有效期限: { from: certificate.issued, to: certificate.until },
      状态: '有效',
      注册单位: firm.name,
    },
  )
  d.paper(
    '任命文件',
    'APT',
    { 单位名称: firm.name, 姓名: now.name, 职务: '质量负责人', 任命日期: addDays(d.at, -20) },
    { marks: { 盖章: firm.name } },
  )
  restated(d)
  elsewhere(d, now)
  d.mayFail({
    id: 'appointment-missing',
    title: '换质量负责人，没有交任命文件',
    slot: '任命文件',
    fails: { 'IMG-P02': '没有交任命文件' },
    silences: { 'S047-P02': '没有交任命文件' },
    apply: (draft) => draft.remove('任命文件'),
  })
  d.mayFail({
    id: 'appointment-of-somebody-else',
    title: '任命文件任命的是另一个人',
    slot: '任命文件',
    fails: { 'S047-P02': '任命文件不是这个人的' },
    apply: (draft) => draft.change('任命文件', { 姓名: '周明远' }),
  })
}
