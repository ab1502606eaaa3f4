import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, type OwnChange } from '../parts/change.ts'
import { deviceBooks, deviceFirm, devicePlan, diploma, qualityHead } from '../parts/devices.ts'
import type { Firm } from '../parts/firm.ts'
import { premisesOf } from '../parts/premises.ts'

/** M16 第二类医疗器械经营备案 */
export const SCENARIOS: MatterRecipe = { S042: first, S043: changed }

const OFFICE = `${DISTRICT.name}示例市场监督管理局`
const SCOPES = [
  '2017版：07医用诊察和监护器械',
  '2017版：09物理治疗器械',
  '2017版：14注输、护理和防护器械',
  '2017版：18妇产科、辅助生殖和避孕器械',
  '2017版：20中医器械',
]

function dealer(d: Draft): Firm {
  // The register of what needs no filing; sometimes the only goods are in it.
  d.record('公开目录库', {}, { 目录: '免于经营备案的第二类医疗器械产品目录', 条目: '电子血压计', 编码: '07-03-03' })
  return deviceFirm(
    d,
    {
      scope: '一般项目：第二类医疗器械销售；第一类医疗器械销售；日用百货销售；健康咨询服务（不含诊疗服务）。',
      otherScope: '一般项目：第一类医疗器械销售；日用百货销售；健康咨询服务（不含诊疗服务）。',
      years: d.scenario.situation === '备案' ? [0, 4] : [3, 9],
    },
    '第二类医疗器械经营备案',
  )
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = dealer(d)
  const t = premisesOf(d, firm, { use: random.pick(['商业服务/商业', '办公']) })
  const scope = random.sample(SCOPES, random.int(1, 3))
  const entrusted = random.chance(0.3)
  d.typed({
    md_mode: random.pick(['批发', '零售', '批零兼营']),
    md_scope: scope,
    md_org: '设质量管理部、采购部、销售部、仓储部',
  })
  d.known({ md_cold: false, md_head: firm.legal.name })
  devicePlan(d, firm, {
    place: firm.address,
    area: t.area,
    fails: { 'M16-P05': '平面图缺退货区、不合格品区' },
  })
  if (entrusted) storage(d, firm)
  else {
    d.known({ md_wh: `${firm.address}，${t.area}平方米` })
    d.none('自己储运，没有委托', 'M16-P06')
  }
  qualityManager(d, firm)
  deviceBooks(d, firm, { 'M16-P07': '制度缺不良事件监测' })
  d.mayFail({
    id: 'third-class-in-scope',
    title: '经营范围里混进了三类医疗器械',
    slot: '申请书',
    touches: 'md_scope',
    fails: { 'M16-P01': '申报的范围有三类医疗器械' },
    apply: (draft) => draft.answer('md_scope', [...scope, '2017版：Ⅲ类 13无源植入器械']),
  })
  d.mayFail({
    id: 'catalogue-editions-mixed',
    title: '分类目录的代码和版本对不上',
    slot: '申请书',
    touches: 'md_scope',
    fails: { 'M16-P01': '2002版写了2017版的代码' },
    apply: (draft) => draft.answer('md_scope', ['2002版：14注输、护理和防护器械']),
  })
  d.mayFail({
    id: 'needs-no-filing',
    title: '只卖免于备案的产品',
    slot: '申请书',
    touches: 'md_scope',
    refuse: true,
    fails: { 'M16-P02': '全部产品在免予经营备案的目录里' },
    apply: (draft) => {
      draft.form.md_scope = ['2017版：07-03-03电子血压计']
      draft.answer('md_scope', ['2017版：07-03-03电子血压计'])
    },
  })
  d.mayFail({
    id: 'in-a-dwelling',
    title: '经营场所是居民住宅',
    slot: '不动产权证书',
    fails: { 'M16-P04': '居民住宅作经营场所', 'PREM-P05': '用途为居住，又没有利害关系业主同意证明' },
    apply: (draft) => {
      draft.change('不动产权证书', { 用途: '城镇住宅用地/居住' })
      draft.amend('不动产登记库', { 用途: '居住' })
      draft.form.prem_use = '居住'
    },
  })
  d.withdraw('dwelling')
}

function qualityManager(d: Draft, firm: Firm): void {
  const head = qualityHead(d)
  diploma(d, head.person, { subject: head.subject, level: head.level, key: 'diploma' })
  d.known({ md_qa: head.said })
  d.mayFail({
    id: 'quality-head-unrelated',
    title: '质量负责人的专业不相关',
    slot: '学历职称证书',
    fails: { 'M16-P03': '会计专业与质量管理不相关' },
    apply: (draft) => {
      draft.change('学历职称证书', { 专业: '会计学' })
      draft.known({ md_qa: `${head.person.name} ${head.level} 会计学` })
    },
  })
  d.mayFail({
    id: 'quality-head-is-the-manager',
    title: '质量负责人就是企业负责人',
    slot: '学历职称证书',
    fails: { 'M16-P03': '质量负责人由企业负责人兼任' },
    apply: (draft) => {
      draft.change('学历职称证书', { 姓名: firm.legal.name, 性别: firm.legal.sex })
      draft.known({ md_qa: `${firm.legal.name} ${head.level} ${head.subject}` })
    },
  })
}

/** Storage and transport are left to another firm. */
function storage(d: Draft, firm: Firm): void {
  const random = d.random('storage')
  const keeper = '上海康储示例医疗供应链有限公司'
  const from = addDays(d.at, -random.int(20, 200))
  d.typed({ md_wh: `委托${keeper}贮存、运输，库房地址上海市青浦区华新镇示例路66号，800平方米` })
  d.paper(
    '委托协议',
    'ENT',
    {
      委托方: firm.name,
      受托方: keeper,
      委托事项: '医疗器械贮存、运输',
      协议期限: { from, to: addDays(addYears(from, 3), -1) },
      签订日期: from,
    },
    { marks: { 委托方盖章: firm.name, 受托方盖章: keeper } },
  )
  const licensed = addYears(d.at, -2)
  d.paper(
    '受托方许可证',
    'MD3',
    {
      许可证编号: `沪青药监械经营许${licensed.slice(0, 4)}${random.digits(4)}号`,
      企业名称: keeper,
      经营方式: '批发（含为其他生产经营企业提供贮存、配送服务）',
      经营范围: '三类：2017版全部（植入类除外）',
      发证日期: licensed,
      有效期限: addDays(addYears(licensed, 5), -1),
    },
    { marks: { 盖章: '青浦区示例市场监督管理局' } },
  )
  d.mayFail({
    id: 'keeper-without-licence',
    title: '委托储运，没有交受托方的许可证',
    slot: '受托方许可证',
    fails: { 'IMG-P02': '没有交受托方的许可证' },
    silences: { 'M16-P06': '没有交受托方的许可证' },
    apply: (draft) => draft.remove('受托方许可证'),
  })
  d.mayFail({
    id: 'keeper-licence-expired',
    title: '受托方的许可证已经过期',
    slot: '受托方许可证',
    fails: { 'M16-P06': '受托方许可证已过有效期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('keeper').int(20, 200))
      draft.change('受托方许可证', { 发证日期: addDays(addYears(until, -5), 1), 有效期限: until })
    },
  })
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = dealer(d)
  const mode = random.pick(['批发', '零售', '批零兼营'])
  const scope = random.sample(SCOPES, 2).join('；')
  const store = `上海市${DISTRICT.name}绥德路${random.int(100, 900)}号3幢`
  const moved = `上海市${DISTRICT.name}真南路${random.int(100, 900)}号5幢102室`
  const own: OwnChange | null = random.chance(0.45) ? { item: '库房地址', old: store, now: moved } : null
  change(d, firm, {
    licence: {
      type: 'MD2',
      number: `沪普药监械经营备${addYears(d.at, -2).slice(0, 4)}${random.digits(4)}号`,
      issued: addDays(addYears(d.at, -2), -random.int(10, 200)),
      until: null,
      authority: OFFICE,
      printed: { 企业负责人: firm.legal.name, 经营方式: mode, 经营范围: scope, 库房地址: store },
    },
    kinds: ['名称', '住所'],
    own,
  })
  // What is sold and how stands on the filing, on paper or electronic.
  d.known({ md_head: firm.legal.name, md_mode: mode, md_scope: [scope], md_cold: false })
  d.none('没有变更质量负责人', 'M16-P03')
  d.none('没有变更经营场所', 'M16-P04')
  d.none('没有委托储运', 'M16-P06')
  d.none('没有提交管理制度', 'M16-P07')
  if (!own) {
    d.none('没有变更场所、方式、范围、库房', 'S043-P01')
    d.none('没有提交平面图', 'M16-P05')
    return
  }
  const area = random.int(60, 160)
  devicePlan(d, firm, { place: moved, area, fails: { 'M16-P05': '平面图缺退货区、不合格品区' } })
  d.known({ md_wh: `${moved}，${area}平方米` })
  d.mayFail({
    id: 'new-store-without-plan',
    title: '改库房没有附新的平面图',
    slot: '平面图',
    fails: { 'S043-P01': '变更库房没有附新平面图' },
    silences: { 'M16-P05': '没有提交平面图' },
    apply: (draft) => {
      draft.remove('平面图')
      draft.form.md_wh = `${moved}，${area}平方米`
    },
  })
}
