import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { commitment } from '../parts/commitment.ts'
import { firmCase } from '../parts/firm-case.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'
import { type Qualified, staff } from '../parts/staff.ts'

/** M29 人力资源服务许可（职业中介） */
export const SCENARIOS: MatterRecipe = { S069: first }

const ITEMS = [
  '为劳动者介绍用人单位',
  '为用人单位和居民家庭推荐劳动者',
  '开展网络招聘服务',
  '开展高级人才寻访服务',
  '组织开展现场招聘会',
]
const RULES = [
  '人力资源服务机构章程',
  '服务流程和收费公示制度',
  '求职者个人信息保护制度',
  '投诉处理制度',
  '台账管理制度',
]
const TRADE = '人力资源管理师'

function first(d: Draft): void {
  const random = d.random('hr')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['人力资源', '人才服务', '人力资源服务']),
      scope:
        '许可项目：职业中介活动。一般项目：人力资源服务（不含职业中介活动、劳务派遣服务）；企业管理咨询；会议及展览服务。',
      otherScope: '一般项目：企业管理咨询；会议及展览服务；人力资源服务（不含职业中介活动、劳务派遣服务）。',
      scopeFails: { 'M29-P02': '经营范围里没有职业中介' },
      kind: '企业',
      years: [0, 4],
    },
    '人力资源服务许可',
  )
  const t = premisesOf(d, firm, { use: '办公' })
  const place = random.chance(0.6) ? t.area : Math.round(t.area * 7) / 10
  if (place === t.area) d.known({ hr_place: place })
  else d.typed({ hr_place: place })
  d.typed({ hr_items: [...ITEMS.slice(0, 2), ...random.sample(ITEMS.slice(2), random.int(0, 2))] })
  const count = random.int(3, 5)
  const certified = Array.from({ length: count }, () => ({
    post: '专职人员',
    certificate: {
      trade: `${random.pick(['', '企业'])}${TRADE}`,
      level: random.pick(['三级/高级工', '四级/中级工']),
      prefix: 'S0000',
    },
  }))
  const rows = (all: readonly Qualified[]) =>
    all.map((one) => ({ 姓名: one.name, 证件号码: one.number, 资格证书: one.certificate?.trade ?? '' }))
  const people = staff(d, firm, {
    posts: certified,
    elsewhere: { 'M29-P01': '一名专职人员的社保不在本单位' },
    restated: (draft, all) => draft.known({ hr_staff: rows(all) }),
  })
  ruleBooks(d, { name: firm.name, titles: RULES, responsible: firm.legal.name, field: 'hr_sys' })
  commitment(d, firm, { business: '人力资源服务许可', office: `${DISTRICT.name}示例人力资源和社会保障局` })
  d.mayFail({
    id: 'staff-fewer-than-three',
    title: '专职人员只有两名',
    slot: '职业资格证书',
    touches: 'staff',
    fails: { 'M29-P01': '专职人员2名，少于3名' },
    apply: (draft) => {
      const two = people.slice(0, 2)
      const kept = new Set(['certificate-0', 'certificate-1'])
      draft.papers = draft.papers.filter(({ slot, key }) => slot !== '职业资格证书' || kept.has(key))
      draft.known({ hr_staff: rows(two) })
    },
  })
  d.mayFail({
    id: 'place-larger-than-premises',
    title: '服务场所面积比整个场所还大',
    slot: '申请书',
    touches: 'hr_place',
    fails: { 'M29-P03': '服务场所面积超过场所总面积' },
    apply: (draft) => draft.answer('hr_place', Math.round(t.area * 15) / 10),
  })
}
