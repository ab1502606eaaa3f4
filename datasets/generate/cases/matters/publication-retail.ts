import { addDays, addYears } from '../../world/dates.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { cancel } from '../parts/cancel.ts'
import { change, issuedFor } from '../parts/change.ts'
import { commitment } from '../parts/commitment.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import type { LicenceOptions } from '../parts/held-licence.ts'
import { lost } from '../parts/lost.ts'
import { premisesOf } from '../parts/premises.ts'
import { renew } from '../parts/renew.ts'

/** M03 出版物经营许可（零售） */
export const SCENARIOS: MatterRecipe = { S010: first, S011: changed, S012: renewed, S013: replaced, S014: cancelled }

const OFFICE = `${DISTRICT.name}示例新闻出版局`
const KINDS = ['图书', '报纸', '期刊', '音像制品', '电子出版物']
const PLATFORMS = ['示例淘购网', '示例拼团商城', '示例微店']
const TITLE = '出版物经营许可证'

function bookshop(d: Draft, old: boolean): Firm {
  const random = d.random('bookshop')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['文化传播', '图书', '文化发展', '教育科技']),
      scope: '许可项目：出版物零售。一般项目：文具用品零售；工艺美术品销售；组织文化艺术交流活动。',
      otherScope: '一般项目：文具用品零售；工艺美术品销售；组织文化艺术交流活动；图书管理服务。',
      scopeFails: { 'M03-P01': '经营范围没有出版物零售' },
      shop: { chance: 0.3, ending: random.pick(['书店', '书屋', '文具店']) },
      years: old ? [5, 12] : [0, 4],
    },
    '出版物经营许可',
  )
  d.none('不是外商投资的主体', 'M03-P03')
  return firm
}

function sells(d: Draft): string[] {
  return ['图书', ...d.random('sells').sample(KINDS.slice(1), d.random('sells').int(0, 2))]
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = bookshop(d, false)
  const mode = random.pick(['实体', '实体', '网络', '实体兼网络'])
  const t = premisesOf(d, firm)
  const scope = sells(d)
  d.typed({ pb_scope: scope, pb_mode: mode, pb_staff: random.int(1, 9) })
  d.known({ pb_econ: firm.type, pb_head: `${firm.legal.name} ${firm.legal.number} ${firm.legal.phone}` })
  if (t.lease) d.known({ pb_area: t.area })
  else d.typed({ pb_area: t.area })
  if (mode === '实体') d.none('不做网络零售', 'S010-P02')
  else webShop(d, firm)
  commitment(d, firm, { business: '出版物经营许可（零售）', office: OFFICE })
  if (d.of('申请书').length > 0) d.person('纸质申请表的版本由人看', 'S010-P03')
  d.mayFail({
    id: 'wholesale',
    title: '零售申请里写了批发',
    slot: '申请书',
    touches: 'pb_scope',
    fails: { 'M03-P02': '申请的经营范围有出版物批发' },
    apply: (draft) => draft.answer('pb_scope', [...scope, '出版物批发']),
  })
  d.mayFail({
    id: 'head-incomplete',
    title: '负责人只填了姓名',
    slot: '申请书',
    touches: 'pb_head',
    fails: { 'S010-P03': '没有填负责人的证件号和电话' },
    apply: (draft) => draft.answer('pb_head', firm.legal.name),
  })
  // A lease of another room, or of no room, is no proof for the address of the licence, also of an office.
  alsoFails(d, 'lease-other-room', { 'S010-P01': '租赁合同是另一个室号的，与营业执照地址对不上' })
  alsoFails(d, 'lease-without-room', { 'S010-P01': '租赁合同缺室号，对不到营业执照地址' })
  if (t.lease)
    d.mayFail({
      id: 'lease-of-another-place',
      title: '租赁合同是另一处房子的',
      slot: '房屋租赁合同',
      fails: { 'PREM-P01': '租赁合同坐落与经营场所不同', 'S010-P01': '场所证明与营业执照地址不对应' },
      apply: (draft) => {
        const other = address(premises(draft.random('other-place'), false))
        draft.change('房屋租赁合同', { 房屋坐落: other })
        if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 房屋坐落: other })
      },
    })
}

function webShop(d: Draft, firm: Firm): void {
  const random = d.random('web')
  const platform = random.pick(PLATFORMS)
  const shop = `${firm.brand}图书旗舰店`
  const url = `https://shop${random.digits(6)}.example.com`
  d.known({ pb_url: `${platform}，${shop}，${url}` })
  d.paper(
    '网店主体证明',
    'SHP',
    { 平台名称: platform, 网店名称: shop, 网址: url, 经营主体: firm.name, 出具日期: addDays(d.at, -random.int(3, 30)) },
    { marks: { 盖章: `上海${platform}网络科技有限公司` } },
  )
  d.mayFail({
    id: 'web-shop-of-somebody-else',
    title: '网店的经营主体不是申请人',
    slot: '网店主体证明',
    fails: { 'S010-P02': '网店主体与申请人不一致' },
    apply: (draft) => draft.change('网店主体证明', { 经营主体: '上海启帆示例商贸有限公司' }),
  })
  d.mayFail({
    id: 'web-shop-proof-missing',
    title: '做网络零售，没有交网店主体证明',
    slot: '网店主体证明',
    fails: { 'IMG-P02': '没有交网店主体证明', 'S010-P02': '没有附网店主体证明' },
    apply: (draft) => draft.remove('网店主体证明'),
  })
}

/** What a licence in the electronic library tells the form. */
function told(d: Draft, firm: Firm): void {
  if (d.registry.电子证照?.some(({ about }) => about === TITLE)) d.known({ pb_scope: sells(d) })
  d.known({ pb_econ: firm.type, pb_head: `${firm.legal.name} ${firm.legal.number} ${firm.legal.phone}` })
}

function number(d: Draft, issued: string): string {
  return `新出发沪零字第PT${issued.slice(0, 4)}${d.random('licence').digits(4)}号`
}

function licence(d: Draft, firm: Firm, until: string): LicenceOptions {
  const issued = issuedFor(until, 5)
  return {
    type: 'PUB',
    number: number(d, issued),
    issued,
    until,
    authority: OFFICE,
    printed: { 经济类型: firm.type, 经营范围: `${sells(d).join('、')}零售`, 经营方式: '零售' },
  }
}

const running = (d: Draft) => addDays(addYears(d.at, d.random('running').int(0, 2)), d.random('running').int(100, 300))

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = bookshop(d, true)
  const moves = random.chance(0.35)
  const old = address(premises(d.random('old-shop'), false))
  const held = licence(d, firm, running(d))
  if (moves) {
    const t = premisesOf(d, firm)
    d.withdraw('dwelling')
    d.known({ chg_addr: firm.address, ...(t.lease ? { pb_area: t.area } : {}) })
  }
  change(d, firm, {
    licence: held,
    kinds: firm.kind === '企业' ? ['名称', '法定代表人'] : ['名称'],
    ...(moves ? { place: old, own: { item: '经营场所（搬迁）', old, now: firm.address } } : {}),
    moveItem: '经营范围',
  })
  d.known({ prem_addr: moves ? old : firm.address })
  told(d, firm)
  if (d.form.pb_scope === undefined) d.none('没有填经营范围', 'M03-P02')
  d.withdraw('moved')
  if (moves) movedShop(d)
  else d.none('没有变更经营场所', 'S011-P02', 'S011-P03')
  d.mayFail({
    id: 'mode-changed',
    title: '零售改批发，却按变更申报',
    slot: '申请书',
    touches: 'chg_item',
    refuse: true,
    fails: { 'S011-P01': '变更经营范围应重新办理许可', 'CHANGE-P04': '变更经营范围应重新申请，不属变更' },
    apply: (draft) => {
      const say = (key: string, value: string | string[]) => {
        draft.form[key] = value
        draft.answer(key, value)
      }
      say('chg_item', [...(draft.form.chg_item as string[]), '经营范围'])
      say('chg_old', `${draft.form.chg_old}；${held.printed?.经营范围}`)
      say('chg_new', `${draft.form.chg_new}；图书、期刊批发`)
    },
  })
}

function movedShop(d: Draft): void {
  if (d.of('房屋租赁合同').length > 0)
    d.mayFail({
      id: 'lease-of-the-old-shop',
      title: '只附了旧场所的租赁合同',
      slot: '房屋租赁合同',
      fails: { 'S011-P03': '附的是旧场所的租赁合同' },
      apply: (draft) => {
        const old = String(draft.form.chg_old)
        draft.change('房屋租赁合同', { 房屋坐落: old })
        if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 房屋坐落: old })
      },
    })
  d.mayFail({
    id: 'moved-to-another-district',
    title: '搬到了别的区',
    slot: '申请书',
    touches: 'chg_new',
    refuse: true,
    fails: {
      'S011-P02': '新址不在本区，应向迁入区申请',
      'S011-P03': '场所证明与新地址不一致',
    },
    apply: (draft) => {
      const there = `上海市静安区共和新路${draft.random('away').int(100, 1900)}号2层206室`
      draft.form.chg_new = there
      draft.form.chg_addr = there
      draft.answer('chg_new', there)
      draft.answer('chg_addr', there)
    },
  })
}

function renewed(d: Draft): void {
  const random = d.random('renewed')
  const firm = bookshop(d, true)
  const t = premisesOf(d, firm)
  const { until: _, issued: __, ...printed } = licence(d, firm, d.at)
  const held = renew(d, firm, {
    licence: { ...printed, number: number(d, addYears(d.at, -5)) },
    years: 5,
    stale: { 'RENEW-P04': '声明没有变化，法定代表人已变' },
  })
  told(d, firm)
  if (t.lease) d.known({ pb_area: t.area })
  if (d.form.pb_scope === undefined) d.typed({ pb_scope: sells(d) })
  d.typed({ pb_mode: '实体', pb_staff: random.int(2, 9) })
  const year = Number(d.at.slice(0, 4)) - 1
  d.record(
    '出版物核验库',
    { uscc: firm.code, number: held.number },
    {
      许可证编号: held.number,
      单位名称: firm.name,
      统一社会信用代码: firm.code,
      年度: year,
      核验结论: '通过',
      核验日期: `${year + 1}-03-${random.int(10, 28)}`,
    },
  )
  d.mayFail({
    id: 'yearly-check-suspended',
    title: '年度核验被暂缓',
    slot: '年度核验',
    fails: { 'S012-P01': '上一年度暂缓核验' },
    apply: (draft) => draft.amend('出版物核验库', { 核验结论: '暂缓核验' }),
  })
  alsoFails(d, 'lease-ended', { 'S012-P02': '租约已经到期，延续后没有场所' })
  if (t.lease)
    d.mayFail({
      id: 'lease-ends-with-the-licence',
      title: '租约在换证前后就到期',
      slot: '房屋租赁合同',
      fails: { 'S012-P02': '延续后场所使用权不再有效' },
      apply: (draft) => {
        const to = addDays(draft.at, draft.random('lease-end').int(2, 5))
        const 租赁期限 = { from: addDays(addYears(to, -3), 1), to }
        draft.change('房屋租赁合同', { 租赁期限 })
        if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 租赁期限 })
        draft.form.prem_lease_end = to
      },
    })
}

function replaced(d: Draft): void {
  const firm = bookshop(d, true)
  const held = lost(d, firm, { licence: licence(d, firm, running(d)), title: TITLE })
  d.known({ prem_addr: held.holder.place })
  if (d.of('遗失声明').length === 0) d.none('不是遗失补证', 'S013-P01', 'S013-P02')
  else {
    alsoFails(d, 'loss-other-number', { 'S013-P01': '声明的证号与证照库不一致' })
    d.mayFail({
      id: 'loss-declared-by-a-person',
      title: '遗失声明是以个人名义登的',
      slot: '遗失声明',
      fails: { 'S013-P02': '声明主体不是持证单位', 'LOST-P02': '声明的主体与证照库不一致' },
      apply: (draft) => draft.change('遗失声明', { 声明主体: firm.legal.name }, { 盖章: false }),
    })
    d.mayFail({
      id: 'loss-not-declared-void',
      title: '遗失声明没有写声明作废',
      slot: '遗失声明',
      fails: { 'S013-P02': '没有“声明作废”的表述' },
      apply: (draft) => draft.change('遗失声明', { 遗失经过: `因保管不慎，${TITLE}遗失，特此说明。` }),
    })
    alsoFails(
      d,
      'loss-statement-missing',
      {},
      {
        silences: { 'S013-P01': '没有交遗失声明', 'S013-P02': '没有交遗失声明' },
      },
    )
  }
  alsoFails(d, 'licence-stale', { 'S013-P03': '法定代表人已变，补证夹带变更' })
  d.mayFail({
    id: 'replacement-other-place',
    title: '补证同时改了经营场所地址',
    slot: '申请书',
    touches: 'prem_addr',
    fails: { 'S013-P03': '经营场所与证照库在册的不一致' },
    apply: (draft) => draft.answer('prem_addr', address(premises(draft.random('other-place'), false))),
  })
}

function cancelled(d: Draft): void {
  const firm = bookshop(d, true)
  const held = cancel(d, firm, { licence: licence(d, firm, running(d)), title: TITLE })
  d.known({ prem_addr: held.holder.place })
  d.none('注销不看经营范围', 'M03-P01', 'M03-P02')
  handBack(d)
  alsoFails(d, 'licence-revoked', {}, { afterwards: handBack })
  if (d.of('许可证副本').length === 0) return
  d.mayFail({
    id: 'copy-not-returned',
    title: '只交了正本，副本没有交回也没有声明',
    slot: '许可证副本',
    fails: { 'S014-P01': '副本没有交回，也没有遗失声明', 'CANCEL-P02': '只交回正本，缺副本' },
    apply: (draft) => draft.remove('许可证副本'),
  })
}

/** Both copies of the licence that is handed back. */
function handBack(d: Draft): void {
  const [paper] = d.of('原许可证')
  if (!paper) return
  paper.content.variant = '正本'
  d.remove('许可证副本')
  const copy = structuredClone(paper.content.fields) as Parameters<Draft['paper']>[2]
  d.paper('许可证副本', 'PUB', copy, { variant: '副本', marks: { 盖章: OFFICE } })
}
