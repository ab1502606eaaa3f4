import { uscc } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { cancel } from '../parts/cancel.ts'
import { drainage, washPlan, waterSaving } from '../parts/car-wash.ts'
import { change, type OwnChange } from '../parts/change.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { holderOf, type LicenceOptions } from '../parts/held-licence.ts'
import { premisesOf } from '../parts/premises.ts'
import { deedOf, leasePaper, tenancy } from '../parts/tenancy.ts'

/** M07 机动车清洗企业设立备案 */
export const SCENARIOS: MatterRecipe = { S023: first, S024: changed, S025: ended }

const OFFICE = `${DISTRICT.name}示例绿化和市容管理局`
const TITLE = '机动车清洗企业备案凭证'
const SLUDGE = ['上海浦清示例环保科技有限公司', '上海泓净示例环境服务有限公司']

function washer(d: Draft, years: readonly [number, number]): Firm {
  return firmCase(
    d,
    {
      trade: '汽车服务',
      scope: '一般项目：洗车服务；机动车修理和维护；汽车装饰用品销售。',
      otherScope: '一般项目：汽车装饰用品销售；汽车零配件零售；日用百货销售。',
      scopeFails: { 'M07-P01': '经营范围没有洗车服务' },
      shop: { chance: 0.4, ending: '洗车店' },
      years,
    },
    '机动车清洗企业备案',
  ).firm
}

function first(d: Draft): void {
  const random = d.random('wash')
  const firm = washer(d, [0, 3])
  const near = d.random('neighbours').chance(0.35)
  const t = premisesOf(d, firm, near ? {} : { dwellingFails: { 'S023-P02': '房屋是住宅，没有写噪声措施' } })
  const bays = random.int(2, 4)
  washPlan(d, firm, t.area, bays)
  drainage(d, firm, [40, 900])
  waterSaving(d, firm)
  d.known({ cw_name: firm.name })
  d.typed({
    cw_water: `自来水，每月计划用水${random.int(8, 20) * 10}立方米`,
    cw_sludge: random.pick(SLUDGE),
    cw_staff: random.int(3, 9),
  })
  if (random.chance(0.5)) d.known({ cw_open: firm.founded })
  else d.typed({ cw_open: addDays(d.at, random.int(5, 30)) })
  neighbours(d, firm, near)
  formerFiling(d, firm, random.chance(0.25))
  offerPlaces(d)
  d.mayFail({
    id: 'sludge-nowhere',
    title: '没有写污泥由谁处置',
    slot: '申请表',
    touches: 'cw_sludge',
    fails: { 'S023-P01': '污泥没有去向' },
    apply: (draft) => {
      draft.answer('cw_sludge', '暂无')
      draft.form.cw_sludge = '暂无'
    },
  })
  mayLeaveBlank(d, 'cw_water', 'cw_staff')
}

/** S023-P02: where dwellings are near, hours come with what is done against noise. */
function neighbours(d: Draft, firm: Firm, near: boolean): void {
  d.record(
    '地理信息库',
    { address: firm.address },
    { 地址: firm.address, 房屋性质: '商业', 居民楼内: near, 地下层数: 0, 区: DISTRICT.name, 违法建筑: false },
  )
  if (!near) {
    d.typed({ cw_hours: '8:00-20:00' })
    d.none('不在居民楼里，周边不是住宅', 'S023-P02')
    return
  }
  d.typed({ cw_hours: '8:30-19:00，设备间隔声，夜间和午休不作业，减小噪声' })
  d.mayFail({
    id: 'hours-without-noise',
    title: '在居民楼下，没有写怎样减小噪声',
    slot: '申请表',
    touches: 'cw_hours',
    fails: { 'S023-P02': '临近住宅，没有写噪声措施' },
    apply: (draft) => {
      draft.answer('cw_hours', '8:00-22:00')
      draft.form.cw_hours = '8:00-22:00'
    },
  })
}

/** S023-P03: whoever washed cars here before has given up the filing. */
function formerFiling(d: Draft, firm: Firm, given: boolean): void {
  const random = d.random('former')
  const former = {
    备案编号: `普洗备${addYears(d.at, -3).slice(0, 4)}${random.digits(4)}`,
    名称: '上海亮车坊示例汽车服务有限公司',
    经营场所: firm.address,
    备案日期: addYears(d.at, -3),
  }
  const put = (draft: Draft, 状态: string) =>
    draft.record('清洗备案库', { address: firm.address, number: former.备案编号 }, { ...former, 状态 })
  if (given) put(d, '注销')
  d.mayFail({
    id: 'former-filing-stands',
    title: '同一地址前一家的备案没有注销',
    slot: '申请表',
    touches: 'former-filing',
    fails: { 'S023-P03': '同一地址有在册的清洗备案' },
    apply: (draft) => (given ? draft.amend('清洗备案库', { 状态: '在册' }) : put(draft, '在册')),
  })
}

/** M07-P02: washing on what belongs to everybody. */
function offerPlaces(d: Draft): void {
  d.mayFail({
    id: 'on-green-land',
    title: '场地的权属用途是公共绿地',
    slot: '不动产权证书',
    touches: '用途',
    refuse: true,
    fails: { 'M07-P02': '权属用途是公共绿地', 'PREM-P05': '用途不适合经营' },
    apply: (draft) => {
      draft.change('不动产权证书', { 用途: '公园与绿地/公共绿地' })
      draft.amend('不动产登记库', { 用途: '公园与绿地/公共绿地' })
      draft.form.prem_use = '公共绿地'
    },
  })
}

/** The filing as its register and its paper have it. */
function filed(d: Draft, firm: Firm, bays: number): LicenceOptions {
  const random = d.random('filed')
  const issued = addDays(addYears(d.at, -random.int(1, 3)), -random.int(10, 200))
  return {
    type: 'CWF',
    number: `普洗备${issued.slice(0, 4)}${random.digits(4)}`,
    issued,
    until: null,
    authority: OFFICE,
    printed: { 清洗车位数: bays, 法定代表人: firm.legal.name },
  }
}

/** What the register of filings says of a paper; call after the paper is in the case. */
function recordFiling(
  d: Draft,
  firm: Firm,
  o: LicenceOptions,
  holder: ReturnType<typeof holderOf>,
  bays: number,
): void {
  d.record(
    '清洗备案库',
    { uscc: firm.code, number: o.number, address: holder.place },
    {
      备案编号: o.number,
      名称: holder.name,
      统一社会信用代码: holder.code,
      法定代表人: holder.legal,
      住所: holder.home,
      经营场所: holder.place,
      清洗车位数: bays,
      备案日期: o.issued,
      状态: '在册',
    },
  )
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = washer(d, [4, 9])
  const bays = random.int(2, 3)
  const more = bays + random.int(1, 2)
  const former = address(premises(d.random('former-place'), false))
  const own = random.pick<OwnChange | null>([
    null,
    null,
    { item: '清洗车位', old: `${bays}个`, now: `${more}个` },
    { item: '清洗工艺', old: '人工清洗', now: '高压水枪清洗' },
    { item: '排水口', old: '2号排水口', now: `1号排水口，接入${firm.place.road}市政污水管` },
    { item: '经营场所', old: former, now: firm.address },
  ])
  const moved = own?.item === '经营场所'
  const paper = filed(d, firm, bays)
  // A process that saves water now has another name for the kind of washing.
  const { printed, ...plain } = paper
  const { held } = change(d, firm, {
    licence: { ...plain, printed: { 清洗车位数: printed?.清洗车位数 ?? bays } },
    kinds: firm.kind === '企业' ? ['名称', '法定代表人', '住所'] : ['名称'],
    own,
    ...(moved ? { place: former } : {}),
  })
  recordFiling(d, firm, paper, held.holder, bays)
  if (moved) d.typed({ prem_addr: firm.address })
  else d.known({ prem_addr: firm.address })
  d.known({ cw_name: firm.name, cw_open: firm.founded })
  d.none('没有设备清单', 'M07-P05')
  if (!moved) d.none('场所没有变，不交产权证', 'M07-P02')
  if (!own) {
    d.none('变更事项不涉及车位、工艺、排水口', 'M07-P03', 'M07-P04', 'S024-P01')
  } else {
    const { area } = firm.place
    washPlan(d, firm, area, own.item === '清洗车位' ? more : bays)
    drainage(d, firm, [2, 4])
    if (own.item === '清洗工艺') d.typed({ cw_type: '高压水枪清洗' })
    if (moved) {
      newPlace(d, firm)
      d.none('变更的是场所，不是车位、工艺、排水口', 'S024-P01')
    }
    // Process and drain stand neither on the paper nor in the register.
    if (own.item === '清洗工艺' || own.item === '排水口') d.withdraw('change-old-wrong')
    offerOldPapers(d, moved)
  }
  d.mayFail({
    id: 'shop-sold',
    title: '店转让给别人，却按变更备案',
    slot: '申请书',
    touches: 'chg_item',
    refuse: true,
    fails: { 'S024-P02': '主体转让应由新主体重新备案', 'CHANGE-P04': '换主体不属变更，应重新备案' },
    apply: (draft) => {
      const say = (key: string, value: string | string[]) => {
        draft.form[key] = value
        draft.answer(key, value)
      }
      say('chg_item', [...((draft.form.chg_item as string[] | undefined) ?? []), '经营主体（转让）'])
    },
  })
}

/** A change of bays, process or drain that comes with the old papers (S024-P01). */
function offerOldPapers(d: Draft, moved: boolean): void {
  const asked = (because: string): Record<string, string> => (moved ? {} : { 'S024-P01': because })
  d.mayFail({
    id: 'change-without-plan',
    title: '变更车位、工艺、排水口没有附新平面图',
    slot: '平面图',
    fails: { ...asked('没有附新平面图'), 'IMG-P02': '没有交平面图' },
    silences: { 'M07-P04': '没有交平面图', 'PLAN-P01': '没有交平面图' },
    apply: (draft) => {
      draft.remove('平面图')
      delete draft.form.cw_bays
      delete draft.form.cw_area
    },
  })
  d.mayFail({
    id: 'drainage-unchanged',
    title: '车位、工艺、排水口变了，排水许可还是原来的',
    slot: '排水许可证',
    fails: asked('排水许可没有变更'),
    apply: (draft) => {
      const from = addDays(addYears(draft.at, -4), -draft.random('old-permit').int(20, 200))
      const 有效期 = { from, to: addDays(addYears(from, 5), -1) }
      if (draft.of('排水许可证').length > 0) draft.change('排水许可证', { 有效期 })
      for (const record of draft.registry.电子证照 ?? [])
        if (record.about === '排水许可证') Object.assign(record, { 有效期, 发证日期: from })
    },
  })
  d.mayFail({
    id: 'change-without-drainage',
    title: '变更车位、工艺、排水口没有排水许可',
    slot: '排水许可证',
    fails: { ...asked('没有附排水许可变更件'), 'IMG-P02': '没有交排水许可证' },
    silences: { 'M07-P03': '没有交排水许可证' },
    apply: (draft) => {
      draft.remove('排水许可证')
      draft.registry.电子证照 = (draft.registry.电子证照 ?? []).filter(({ about }) => about !== '排水许可证') as never
      delete draft.form.cw_drain
    },
  })
}

/** Deed and lease of the place that the business moved to. */
function newPlace(d: Draft, firm: Firm): void {
  const t = tenancy(d, 'new-place', {
    place: firm.address,
    area: firm.place.area,
    use: '商业服务/商业',
    tenant: firm.name,
    own: false,
  })
  d.paper('不动产权证书', 'RED', deedOf(d, t))
  leasePaper(d, t, { name: firm.name, signer: firm.legal.name, firm: true })
  d.mayFail({
    id: 'moved-to-green-land',
    title: '新场地的权属用途是公共绿地',
    slot: '不动产权证书',
    refuse: true,
    fails: { 'M07-P02': '权属用途是公共绿地' },
    apply: (draft) => draft.change('不动产权证书', { 用途: '公园与绿地/公共绿地' }),
  })
  d.mayFail({
    id: 'moved-to-the-pavement',
    title: '新的清洗场所占用门前人行道',
    slot: '申请书',
    touches: 'prem_addr',
    refuse: true,
    fails: { 'M07-P02': '占用人行道洗车' },
    apply: (draft) => {
      const there = `${firm.address}门前人行道`
      for (const key of ['prem_addr', 'chg_new']) {
        draft.answer(key, there)
        draft.form[key] = there
      }
    },
  })
}

function ended(d: Draft): void {
  const random = d.random('ended')
  const firm = washer(d, [3, 9])
  const bays = random.int(2, 4)
  const paper = filed(d, firm, bays)
  cancel(d, firm, { licence: paper, title: TITLE })
  recordFiling(d, firm, paper, holderOf(firm), bays)
  alsoFails(
    d,
    'licence-of-another-firm',
    { 'S025-P01': '在册的这个备案编号是另一家单位的' },
    {
      afterwards: (draft) => {
        const code = uscc(draft.random('other'), DISTRICT.code, '91')
        draft.amend('清洗备案库', { 名称: '上海广富示例实业有限公司', 统一社会信用代码: code })
        for (const record of draft.registry.清洗备案库 ?? []) record.键 = { ...record.键, uscc: code }
      },
    },
  )
  d.known({ prem_addr: firm.address })
  d.typed({
    cw_enddate: addDays(d.at, -random.int(3, 40)),
    cw_endstate: random.pick([
      '洗车设备已拆除，排水口已封堵',
      '清洗设备、循环水设备已拆除运走，沉淀池清空，排水口已用水泥封堵',
    ]),
  })
  d.none('注销备案，不看场所和设施', 'M07-P01', 'M07-P02', 'M07-P03', 'M07-P04', 'M07-P05')
  d.mayFail({
    id: 'facilities-unsaid',
    title: '没有写设施拆除和排水口封堵的情况',
    slot: '申请表',
    touches: 'cw_endstate',
    fails: { 'S025-P01': '没有写设施拆除、排水口封堵情况' },
    apply: (draft) => {
      draft.answer('cw_endstate', '已停业')
      draft.form.cw_endstate = '已停业'
    },
  })
  d.mayFail({
    id: 'other-filing-number',
    title: '备案编号与在册的不一致',
    slot: '申请表',
    touches: 'cn_no',
    fails: { 'S025-P01': '备案编号与在册的不一致' },
    apply: (draft) => {
      const other = `${paper.number.slice(0, -4)}${draft.random('other-number').digits(4)}`
      draft.amend('清洗备案库', { 备案编号: other })
      for (const record of draft.registry.清洗备案库 ?? []) record.键 = { ...record.键, number: other }
    },
  })
}
