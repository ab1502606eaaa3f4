import { uscc } from '../../world/codes.ts'
import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { equipmentList } from '../parts/food-application.ts'
import { premisesOf } from '../parts/premises.ts'
import { ruleBooks } from '../parts/rule-books.ts'

/** M04 印刷经营许可（其他印刷品印刷等） */
export const SCENARIOS: MatterRecipe = { S015: first }

const RULES = ['承印验证制度', '承印登记制度', '印刷品保管制度', '印刷品交付制度', '印刷活动残次品销毁制度']
const MACHINES = [
  { 设备名称: '数码印刷机', 规格型号: 'C4070', 数量: 1, 用途: '彩色印刷' },
  { 设备名称: '单色胶印机', 规格型号: 'YK5200', 数量: 2, 用途: '胶印' },
  { 设备名称: '切纸机', 规格型号: 'QZ780', 数量: 1, 用途: '裁切' },
  { 设备名称: '胶装机', 规格型号: 'JZ460', 数量: 1, 用途: '装订' },
  { 设备名称: '覆膜机', 规格型号: 'FM390', 数量: 1, 用途: '覆膜' },
]

function first(d: Draft): void {
  const random = d.random('printing')
  const { firm } = firmCase(
    d,
    {
      trade: random.pick(['印务', '印刷', '图文制作']),
      scope: '许可项目：包装装潢印刷品印刷；文件、资料等其他印刷品印刷。一般项目：图文设计制作；办公服务。',
      otherScope: '一般项目：图文设计制作；办公服务；纸制品销售。',
      shop: { chance: 0.35, ending: random.pick(['图文店', '打印店', '印刷厂']) },
      years: [0, 5],
    },
    '印刷经营许可',
  )
  const t = premisesOf(d, firm, { use: random.pick(['工业/厂房', '商业服务/商业']) })
  const sole = firm.kind === '个体工商户'
  d.typed({ pr_kind: sole ? '其他印刷品印刷' : random.pick(['其他印刷品印刷', '包装装潢印刷品印刷']) })
  d.known({ pr_area: t.area, pr_head: firm.legal.name })
  const machines = [MACHINES[0], ...random.sample(MACHINES.slice(1), random.int(2, 3))].filter(
    (one) => one !== undefined,
  )
  d.known({
    pr_equip: machines.map(({ 设备名称, 规格型号, 数量 }) => ({ 设备名称, 规格型号, 数量 })),
  })
  equipmentList(d, firm, machines)
  invoices(d, firm, machines)
  ruleBooks(d, {
    name: firm.name,
    titles: RULES,
    responsible: firm.legal.name,
    without: { titles: /残次品/u, fails: { 'M04-P03': '五项制度缺残次品销毁' } },
  })
  if (!sole) charter(d, firm)
  if (sole)
    d.mayFail({
      id: 'sole-trader-packaging',
      title: '个体工商户申请包装装潢印刷',
      slot: '申请书',
      touches: 'pr_kind',
      refuse: true,
      fails: { 'M04-P01': '个体工商户不得申请包装装潢印刷品印刷' },
      apply: (draft) => {
        draft.form.pr_kind = '包装装潢印刷品印刷'
        draft.answer('pr_kind', '包装装潢印刷品印刷')
      },
    })
  else d.none('申请人不是个体工商户', 'M04-P01')
}

function charter(d: Draft, firm: Firm): void {
  d.paper(
    '章程',
    'ART',
    {
      单位名称: firm.name,
      住所: firm.address,
      经营范围: firm.scope,
      注册资本: { fen: 100000000, currency: 'CNY' },
      法定代表人: firm.legal.name,
      签署日期: firm.founded,
    },
    { variant: '章程', marks: { 法定代表人签名: firm.legal.name, 盖章: firm.name } },
  )
}

/** One invoice for the machines, or one for each. */
function invoices(d: Draft, firm: Firm, machines: readonly (typeof MACHINES)[number][]): void {
  const random = d.random('invoices')
  const seller = '上海申锐示例印刷机械有限公司'
  const groups = random.chance(0.5) ? [machines] : machines.map((one) => [one])
  for (const [i, group] of groups.entries()) {
    const price = (one: (typeof MACHINES)[number]) => one.数量 * (one.规格型号.length * 1300000 + 2000000)
    const total = group.reduce((sum, one) => sum + price(one), 0)
    d.paper(
      '设备发票',
      'INV',
      {
        发票号码: random.digits(20),
        开票日期: addDays(d.at, -random.int(20, 200)),
        购买方名称: firm.name,
        购买方税号: firm.code,
        销售方名称: seller,
        销售方税号: uscc(random, '310112', '91'),
        项目名称: group.map((one) => `*印刷专用设备*${one.设备名称}`).join('、'),
        价税合计: { fen: total, currency: 'CNY' },
        项目明细: group.map((one) => ({
          项目名称: `*印刷专用设备*${one.设备名称}`,
          规格型号: one.规格型号,
          单位: '台',
          数量: one.数量,
          单价: String(Math.round(price(one) / one.数量 / 1.13) / 100),
          金额: { fen: Math.round(price(one) / 1.13), currency: 'CNY' },
          税率: '13%',
          税额: { fen: price(one) - Math.round(price(one) / 1.13), currency: 'CNY' },
        })),
      },
      { key: `invoice-${i}`, variant: '数电票', marks: { 发票专用章: seller } },
    )
  }
  d.mayFail({
    id: 'invoice-to-somebody-else',
    title: '设备发票的抬头是别人',
    slot: '设备发票',
    fails: { 'M04-P02': '发票购买方不是申请人' },
    apply: (draft) => {
      const last = draft.of('设备发票').at(-1)
      if (last)
        Object.assign(last.content.fields, {
          购买方名称: '上海启帆示例商贸有限公司',
          购买方税号: uscc(draft.random('buyer'), DISTRICT.code, '91'),
        })
    },
  })
}
