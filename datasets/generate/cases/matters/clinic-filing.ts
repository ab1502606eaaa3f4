import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, type OwnChange } from '../parts/change.ts'
import {
  clinicPapers,
  clinicPlan,
  doctor,
  nurse,
  offerHead,
  type Practitioner,
  TRADES,
  type Trade,
} from '../parts/clinic.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { rename } from '../parts/food-application.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'

/** M22 诊所备案 */
export const SCENARIOS: MatterRecipe = { S056: first, S057: changed }

const OFFICE = `上海市${DISTRICT.name}示例卫生健康委员会`
const RULES = [
  '医疗废物管理制度',
  '医院感染管理制度',
  '病历管理制度',
  '医务人员岗位职责和医疗质量管理制度',
  '消毒隔离制度',
  '药品和医疗器械管理制度',
]
/** Departments that need a licence of their own or go beyond a clinic. */
const BEYOND = ['血液透析室', '医疗美容科', '产科专业', '介入治疗']

function clinic(d: Draft, trade: Trade, o: { years: readonly [number, number]; shop: number }): Firm {
  return firmCase(
    d,
    {
      trade: d.random('clinic-name').chance(0.3) ? trade.word : '健康管理',
      scope: '许可项目：诊所服务；诊疗服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）。',
      otherScope: '一般项目：健康咨询服务（不含诊疗服务）；养生保健服务（非医疗）。',
      shop: { chance: o.shop, ending: trade.word },
      years: o.years,
    },
    '诊所备案',
  ).firm
}

function staffRows(staff: readonly Practitioner[]): Record<string, string>[] {
  return staff.map((one) => ({ 姓名: one.name, 岗位: one.post, 证书编号: one.number }))
}

function first(d: Draft): void {
  const random = d.random('clinic')
  const trade = random.pick(TRADES)
  const firm = clinic(d, trade, { years: [0, 2], shop: 0.5 })
  const t = premisesOf(d, firm)
  // A person's clinic is registered under its own name; a company gives the clinic a name without 有限公司.
  const name = firm.kind === '企业' ? `上海普陀${firm.brand}${trade.word}` : firm.name
  if (firm.kind === '企业') d.typed({ cl_name: name })
  else d.known({ cl_name: name })
  d.typed({ cl_dept: [...trade.departments] })
  const owner = older(firm.legal, d.at) && (firm.kind !== '企业' || random.chance(0.75))
  const one = owner ? firm.legal : person(d.random('head'), d.at, [35, 62])
  const head = doctor(d, one, { key: 'head', trade, place: name, years: [6, 7] })
  const second = random.chance(0.35)
    ? [doctor(d, person(d.random('second'), d.at, [30, 55]), { key: 'second', trade, place: name, years: [2, 4] })]
    : []
  const staff = [head, ...second, nurse(d, 'nurse')]
  d.known({ cl_staff: staffRows(staff) })
  if (owner || second.length === 0) d.known({ cl_head: head.name })
  else d.typed({ cl_head: head.name })
  offerHead(d, head, 'head', trade)
  clinicPlan(d, firm.name, firm.address, t.area)
  clinicPapers(d, firm, trade)
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: head.name,
    without: { titles: /医疗废物|病历/u },
  })
  d.mayFail({
    id: 'beyond-a-clinic',
    title: '科目里有须另行许可的项目',
    slot: '申请表',
    touches: 'cl_dept',
    refuse: true,
    fails: { 'M22-P02': '诊疗科目超出诊所的范围' },
    apply: (draft) => {
      const now = [...trade.departments, draft.random('beyond').pick(BEYOND)]
      draft.answer('cl_dept', now)
      draft.form.cl_dept = now
    },
  })
  offerName(d, name, trade)
}

/** Old enough to have practised for seven years. */
function older({ birth }: { birth: string }, at: string): boolean {
  return addYears(birth, 32) < at
}

/** M22-P05: a name that only a hospital or a centre may have, wherever the clinic is named. */
function offerName(d: Draft, name: string, trade: Trade): void {
  d.mayFail({
    id: 'named-like-a-hospital',
    title: '诊所名称用了“医院”“中心”的字样',
    slot: '申请表',
    touches: 'cl_name',
    fails: { 'M22-P05': '名称不符合医疗机构命名规定' },
    apply: (draft) => {
      const now = name.replace(trade.word, draft.random('hospital').pick(['医院', '医疗中心']))
      rename(draft, name, now)
      draft.form.cl_name = now
      draft.answer('cl_name', now)
    },
  })
}

function changed(d: Draft): void {
  const random = d.random('changed')
  const trade = random.pick(TRADES)
  const firm = clinic(d, trade, { years: [3, 9], shop: 1 })
  const kind = random.pick(['name', 'name', 'place', 'head', 'departments'])
  const former = older(firm.legal, d.at) ? firm.legal : person(d.random('former-head'), d.at, [40, 65])
  const head = kind === 'head' ? person(d.random('head'), d.at, [35, 62]) : former
  const fewer = trade.departments
  const more = [...fewer, ...(trade.category === '临床' ? ['康复医学科'] : ['全科医疗科'])]
  const own: OwnChange | null =
    kind === 'head'
      ? { item: '主要负责人', old: former.name, now: head.name }
      : kind === 'departments'
        ? { item: '诊疗科目', old: fewer.join('；'), now: more.join('；') }
        : null
  change(d, firm, {
    licence: {
      type: 'MIL',
      number: `PDY${random.digits(14)}D2102`,
      issued: addDays(addYears(d.at, -2), -random.int(10, 200)),
      until: null,
      authority: OFFICE,
      variant: '诊所备案凭证',
      printed: { 主要负责人: former.name, 诊疗科目: fewer.join('；'), 有效期限: null },
    },
    kinds: kind === 'place' ? ['住所'] : ['名称'],
    seat: true,
    own,
  })
  const electronic = d.registry.电子证照?.some(({ about }) => about === '医疗机构执业许可证')
  d.known({ cl_name: firm.name, cl_head: head.name })
  if (kind === 'head') d.typed({ cl_head: head.name })
  if (kind === 'departments') d.typed({ cl_dept: more })
  else if (electronic) d.known({ cl_dept: [...fewer] })
  else d.none('没有变更科目，没有再填', 'M22-P02')
  // Where the certificate says nothing of the seat, only the applicant knows that the address is what changed.
  if (kind === 'place') for (const key of ['chg_item', 'chg_old', 'chg_new']) d.typed({ [key]: d.form[key] ?? null })
  papersOf(d, firm, kind, kind === 'departments' ? { ...trade, departments: more } : trade, head)
}

/** New papers for what changed (S057-P01), and the points that ask of nothing else. */
function papersOf(d: Draft, firm: Firm, kind: string, trade: Trade, next: ReturnType<typeof person>): void {
  if (kind === 'head' || kind === 'departments') {
    const head = doctor(d, next, { key: 'head', trade, place: firm.name, years: [6, 7] })
    d.known({ cl_staff: staffRows([head]) })
    offerHead(d, head, 'head', trade)
    missingNew(d, '医师执业证书', kind === 'head' ? '改主要负责人没有附执业证书' : '增加科目没有附执业证书')
  } else d.none('没有变更主要负责人和科目', 'M22-P01')
  if (kind === 'departments')
    d.mayFail({
      id: 'beyond-a-clinic',
      title: '增加的科目须另行许可',
      slot: '申请书',
      touches: 'chg_new',
      refuse: true,
      fails: { 'M22-P02': '诊疗科目超出诊所的范围' },
      apply: (draft) => {
        const now = [...trade.departments.slice(0, -1), draft.random('beyond').pick(BEYOND)]
        for (const [key, value] of [
          ['cl_dept', now],
          ['chg_new', now.join('；')],
        ] as const) {
          draft.answer(key, value)
          draft.form[key] = value
        }
      },
    })
  if (kind === 'place') {
    clinicPlan(d, firm.name, firm.address, firm.place.area)
    missingNew(d, '平面图', '变更地址没有附新平面图')
  } else d.none('没有变更地址，不交平面图', 'M22-P03')
  if (kind === 'name') d.none('没有变更地址、科目、主要负责人', 'S057-P01')
  d.none('备案变更不交医疗废物处置协议', 'M22-P04')
}

function missingNew(d: Draft, slot: string, because: string): void {
  d.mayFail({
    id: `${slot}-not-attached`,
    title: because,
    slot,
    fails: { 'S057-P01': because },
    silences: slot === '平面图' ? { 'M22-P03': '没有交平面图' } : { 'M22-P01': '没有交医师执业证书' },
    apply: (draft) => {
      draft.remove(slot)
      if (slot === '平面图') delete draft.form.cl_area
    },
  })
}
