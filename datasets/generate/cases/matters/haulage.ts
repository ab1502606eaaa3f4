import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, issuedFor } from '../parts/change.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { ruleBooks } from '../parts/rule-books.ts'

/** M12 道路普通货物运输经营许可 */
export const SCENARIOS: MatterRecipe = { S032: first, S033: changed }

const OFFICE = `${DISTRICT.name}示例交通运输管理机构`
const RULES = ['安全生产责任制', '道路货物运输安全操作规程', '车辆技术管理制度', '安全生产应急预案', '驾驶员管理制度']

interface Lorry {
  plate: string
  kind: string
  mass: number
}

interface Driver {
  person: Person
  class: string
  number: string
}

function haulier(d: Draft, old: boolean): Firm {
  const random = d.random('haulier')
  return firmCase(
    d,
    {
      trade: random.pick(['物流', '货运', '供应链管理']),
      scope: '许可项目：道路货物运输（不含危险货物）。一般项目：国内货物运输代理；装卸搬运；普通货物仓储服务。',
      otherScope: '一般项目：国内货物运输代理；装卸搬运；普通货物仓储服务（不含危险化学品）。',
      shop: { chance: 0.2, ending: '货运服务部' },
      years: old ? [3, 9] : [0, 4],
    },
    '道路货物运输经营许可',
  ).firm
}

function lorries(d: Draft): Lorry[] {
  const random = d.random('lorries')
  return Array.from({ length: random.int(1, 3) }, () => ({
    plate: `沪D${random.digits(5)}`,
    ...random.pick([
      { kind: '重型厢式货车', mass: 18000 },
      { kind: '中型厢式货车', mass: 8280 },
      { kind: '重型仓栅式货车', mass: 25000 },
    ]),
  }))
}

function drivers(d: Draft, count: number): Driver[] {
  const random = d.random('drivers')
  return Array.from({ length: count }, (_, i) => {
    const one = person(random.fork(`driver-${i}`), d.at, [25, 52])
    return { person: one, class: 'B2', number: one.number }
  })
}

/** 行驶证 and register of each lorry; the form lists them. */
function owned(d: Draft, firm: Firm, all: readonly Lorry[]): void {
  const random = d.random('owned')
  for (const [i, { plate, kind, mass }] of all.entries()) {
    const inspected = addDays(d.at, random.int(40, 330))
    const registered = addDays(d.at, -random.int(200, 900))
    d.record(
      '机动车库',
      { uscc: firm.code, number: plate },
      {
        号牌号码: plate,
        车辆类型: kind,
        所有人: firm.name,
        总质量: mass,
        检验有效期至: inspected,
        使用性质: '货运',
        状态: '正常',
      },
    )
    d.paper(
      '行驶证',
      'VEH',
      {
        号牌号码: plate,
        车辆类型: kind,
        所有人: firm.name,
        住址: firm.address,
        使用性质: '货运',
        注册日期: registered,
        发证日期: registered,
        总质量: mass,
        检验有效期至: inspected,
      },
      { key: `vehicle-${i}`, variant: '机动车行驶证' },
    )
  }
  d.known({ tr_veh: listed(all), ...(d.scenario.situation === '新办' ? { tr_plan: false } : {}) })
}

const listed = (all: readonly Lorry[]) =>
  all.map(({ plate, kind, mass }) => ({ 号牌号码: plate, 车辆类型: kind, 总质量: mass, 数量: 1 }))

function qualified(d: Draft, all: readonly Driver[]): void {
  const random = d.random('qualified')
  for (const [i, one] of all.entries()) {
    const issued = addDays(addYears(d.at, -random.int(1, 4)), -random.int(5, 200))
    const until = addDays(addYears(issued, 6), -1)
    d.record(
      '人员资格库',
      { cnid: one.person.number },
      {
        姓名: one.person.name,
        证件号码: one.person.number,
        资格名称: '经营性道路货物运输驾驶员',
        证书编号: one.number,
        发证日期: issued,
        有效期限: { from: issued, to: until },
        状态: '有效',
      },
    )
    d.paper(
      '从业资格证',
      'PRO',
      {
        姓名: one.person.name,
        证件号码: one.person.number,
        职业名称: '经营性道路货物运输驾驶员',
        证书编号: one.number,
        准驾车型: one.class,
        发证日期: issued,
        有效期至: until,
      },
      { key: `driver-${i}`, variant: '从业资格证' },
    )
  }
  const list = (draft: Draft) =>
    draft.known({
      tr_drv: draft.of('从业资格证').map(({ content: { fields } }) => ({
        姓名: String(fields.姓名),
        准驾车型: String(fields.准驾车型),
        从业资格证号: String(fields.证书编号),
      })),
    })
  list(d)
  const last = (draft: Draft) => draft.of('从业资格证').at(-1)?.content.fields ?? {}
  d.mayFail({
    id: 'driver-class-too-low',
    title: '驾驶员准驾车型开不了货车',
    slot: '从业资格证',
    fails: { 'M12-P03': '准驾车型 C1 与重型、中型货车不匹配' },
    apply: (draft) => {
      for (const paper of draft.of('从业资格证')) paper.content.fields.准驾车型 = 'C1'
      list(draft)
    },
  })
  d.mayFail({
    id: 'driver-qualification-expired',
    title: '驾驶员从业资格证已过期',
    slot: '从业资格证',
    fails: { 'M12-P03': '从业资格证已过有效期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('driver-expired').int(10, 200))
      const 发证日期 = addDays(addYears(until, -6), 1)
      Object.assign(last(draft), { 发证日期, 有效期至: until })
      const one = all.at(-1)
      draft.amend(
        '人员资格库',
        { 发证日期, 有效期限: { from: 发证日期, to: until }, 状态: '过期' },
        ({ 键 }) => 键.cnid === one?.person.number,
      )
    },
  })
}

function first(d: Draft): void {
  const random = d.random('first')
  const firm = haulier(d, false)
  const all = lorries(d)
  const planned = random.chance(0.3)
  d.typed({ tr_scope: ['普通货运'] })
  const safety = person(d.random('safety'), d.at, [28, 55]).name
  d.known({ tr_safety: safety })
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: safety,
    without: { titles: /应急预案/u, fails: { 'M12-P04': '制度缺应急预案' } },
  })
  qualified(d, drivers(d, random.int(1, 2)))
  if (planned) toBuy(d, firm, all)
  else {
    d.none('车辆已经购置', 'M12-P05')
    owned(d, firm, all)
    vehicleDefects(d)
  }
}

/** Lorries still to be bought: a promise with kind, number and term. */
function toBuy(d: Draft, firm: Firm, all: readonly Lorry[]): void {
  const kind = all[0]?.kind ?? '中型厢式货车'
  d.typed({
    tr_plan: true,
    tr_veh: [{ 号牌号码: '待上牌', 车辆类型: kind, 总质量: all[0]?.mass ?? 8280, 数量: all.length }],
  })
  d.none('车辆还没有购置', 'M12-P02')
  const promise = (what: string) =>
    `承诺在取得道路运输经营许可后投入${what}，车辆经综合性能检测合格，逾期未投入的接受撤销许可。`
  d.paper(
    '投入车辆承诺书',
    'CMT',
    {
      事项名称: '道路普通货物运输经营许可（投入车辆承诺）',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: null,
      承诺内容: promise(`车型为${kind}的车辆${all.length}辆，期限为180日内`),
      日期: addDays(d.at, -3),
      行政机关: OFFICE,
    },
    { marks: { 盖章: firm.name, 签名: firm.legal.name, 公安机关盖章: false } },
  )
  d.mayFail({
    id: 'promise-without-number',
    title: '投入车辆承诺书没有写数量和期限',
    slot: '投入车辆承诺书',
    fails: { 'M12-P05': '承诺书没有数量、期限' },
    apply: (draft) => draft.change('投入车辆承诺书', { 承诺内容: promise(`${kind}`) }),
  })
}

function vehicleDefects(d: Draft): void {
  const last = (draft: Draft) => draft.of('行驶证').at(-1)?.content.fields ?? {}
  d.mayFail({
    id: 'lorry-of-a-person',
    title: '车辆登记在个人名下',
    slot: '行驶证',
    fails: { 'M12-P02': '行驶证所有人不是申请人' },
    apply: (draft) => {
      const owner = person(draft.random('owner'), draft.at).name
      const fields = last(draft)
      fields.所有人 = owner
      draft.amend('机动车库', { 所有人: owner }, ({ 号牌号码 }) => 号牌号码 === fields.号牌号码)
    },
  })
  d.mayFail({
    id: 'lorry-not-inspected',
    title: '车辆检验已经过期',
    slot: '行驶证',
    fails: { 'M12-P02': '车辆检验有效期已过' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('inspection').int(10, 200))
      const fields = last(draft)
      fields.检验有效期至 = until
      draft.amend(
        '机动车库',
        { 检验有效期至: until, 状态: '逾期未检验' },
        ({ 号牌号码 }) => 号牌号码 === fields.号牌号码,
      )
    },
  })
  d.mayFail({
    id: 'light-lorries-only',
    title: '车辆总质量都不超过4500千克',
    slot: '行驶证',
    refuse: true,
    fails: { 'M12-P01': '车辆总质量都在4500千克以下，不用办' },
    silences: { 'M12-P03': '都是4500千克及以下的车' },
    apply: (draft) => {
      const light = { 车辆类型: '轻型厢式货车', 总质量: 4495 }
      for (const paper of draft.of('行驶证')) Object.assign(paper.content.fields, light)
      draft.amend('机动车库', light)
      draft.known({
        tr_veh: draft.of('行驶证').map(({ content: { fields } }) => ({
          号牌号码: String(fields.号牌号码),
          ...light,
          数量: 1,
        })),
      })
    },
  })
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const firm = haulier(d, true)
  const more = random.chance(0.4)
  const until = addDays(addYears(d.at, random.int(0, 2)), random.int(60, 300))
  const now = ['普通货运', '货物专用运输（冷藏保鲜）']
  change(d, firm, {
    licence: {
      type: 'RTL',
      number: `沪交运管许可普字310107${random.digits(6)}号`,
      issued: issuedFor(until, 4),
      until,
      authority: OFFICE,
      printed: { 经营范围: '普通货运' },
    },
    kinds: firm.kind === '企业' ? ['名称', '法定代表人', '住所'] : ['名称'],
    seat: true,
    own: more ? { item: '经营范围', old: '普通货运', now: now.join('、') } : null,
  })
  d.none('没有提交管理制度', 'M12-P04')
  d.none('没有投入车辆承诺', 'M12-P05')
  d.none('已经有许可证，不问要不要办', 'M12-P01')
  if (!more) {
    d.none('只变更登记事项，不看车辆和驾驶员', 'M12-P02', 'M12-P03', 'S033-P01')
    return
  }
  d.typed({ tr_scope: now })
  owned(d, firm, [{ plate: `沪D${random.digits(5)}`, kind: '重型冷藏车', mass: 18000 }])
  qualified(d, drivers(d, 1))
  vehicleDefects(d)
  d.withdraw('light-lorries-only')
  d.mayFail({
    id: 'more-scope-without-vehicle',
    title: '增加专用运输，没有附车辆材料',
    slot: '行驶证',
    fails: { 'S033-P01': '新增经营范围没有车辆材料' },
    silences: { 'M12-P02': '没有提交行驶证' },
    apply: (draft) => draft.remove('行驶证'),
  })
}
