import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { buildingSite, permitPaper } from '../parts/building-site.ts'
import { firmCase } from '../parts/firm-case.ts'

/** M08 建筑垃圾（工程渣土）处置申报 */
export const SCENARIOS: MatterRecipe = { S026: dispose }

function dispose(d: Draft): void {
  const random = d.random('waste')
  const { firm } = firmCase(
    d,
    { trade: '置业', scope: '许可项目：房地产开发经营。一般项目：物业管理；建筑材料销售。' },
    '建筑垃圾处置申报',
  )
  const site = buildingSite(d, firm, 'developer')
  permitPaper(d, firm, site)
  const carrier = `上海${random.pick(['绿行', '净城', '申洁'])}示例渣土运输有限公司`
  const number = `沪渣运${random.digits(6)}`
  const place = `上海${random.pick(['青浦', '奉贤', '崇明'])}示例建筑垃圾消纳场`
  const tonnes = random.int(12, 90) * 100
  const from = addDays(d.at, random.int(10, 30))
  const to = addDays(from, random.int(20, 60))
  const gate = '东门一处，设自动冲洗平台和沉淀池'
  d.known({
    ws_proj: `${site.project} ${site.permit}`,
    ws_kind: ['工程渣土'],
    ws_qty: tonnes,
    ws_trans: `${carrier} ${number}`,
    ws_place: place,
    ws_period: { from, to },
  })
  d.typed({ ws_gate: gate })
  d.record(
    '运输企业库',
    { name: carrier, number },
    {
      名称: carrier,
      运输许可证号: number,
      种类: ['工程渣土'],
      有效期限: { from: addDays(d.at, -300), to: addDays(d.at, 400) },
      状态: '有效',
    },
  )
  d.record(
    '消纳场所库',
    { name: place },
    { 名称: place, 备案编号: `XN${random.digits(6)}`, 剩余容量: tonnes * 5, 状态: '有效' },
  )
  d.paper(
    '处置方案',
    'WST',
    {
      工程名称: site.project,
      产生量: tonnes,
      种类: '工程渣土',
      运输单位: carrier,
      运输许可证号: number,
      消纳场所: place,
      起止日期: { from, to },
      建设单位: site.developer,
      施工单位: site.contractor,
      运输合同量: tonnes,
      消纳证明量: tonnes,
      合同期限: { from: addDays(from, -5), to: addDays(to, 10) },
    },
    { marks: { 产生单位章: firm.name, 运输单位章: carrier } },
  )
  d.mayFail({
    id: 'carrier-without-permit',
    title: '运输单位的许可已经注销',
    slot: '运输许可',
    refuse: true,
    fails: { 'M08-P01': '运输单位的运输许可已注销' },
    apply: (draft) => draft.amend('运输企业库', { 状态: '注销' }),
  })
  d.mayFail({
    id: 'tonnes-do-not-agree',
    title: '运输合同的吨数和产生量不一样',
    slot: '处置方案',
    fails: { 'M08-P02': '产生量、运输合同量、消纳证明量不一致' },
    apply: (draft) => draft.change('处置方案', { 运输合同量: Math.round(tonnes * 0.6) }),
  })
  d.mayFail({
    id: 'tip-not-on-file',
    title: '消纳场所已经停止接收',
    slot: '消纳场所',
    fails: { 'M08-P03': '消纳场所已停止' },
    apply: (draft) => draft.amend('消纳场所库', { 状态: '停止' }),
  })
  d.mayFail({
    id: 'tip-too-full',
    title: '消纳场所剩下的容量不够',
    slot: '消纳场所',
    fails: { 'M08-P03': '消纳场所剩余容量不足' },
    apply: (draft) => draft.amend('消纳场所库', { 剩余容量: Math.round(tonnes * 0.3) }),
  })
  d.mayFail({
    id: 'contract-one-seal',
    title: '运输合同没有运输单位的章',
    slot: '处置方案',
    fails: { 'M08-P04': '运输合同没有运输单位章' },
    apply: (draft) => draft.change('处置方案', {}, { 运输单位章: false }),
  })
  d.mayFail({
    id: 'contract-ends-early',
    title: '运输合同在出土结束前就到期',
    slot: '处置方案',
    fails: { 'M08-P04': '合同期限不覆盖出土期' },
    apply: (draft) => draft.change('处置方案', { 合同期限: { from: addDays(from, -40), to: addDays(from, 3) } }),
  })
  d.mayFail({
    id: 'another-section',
    title: '处置方案写的是另一个标段的工程',
    slot: '处置方案',
    fails: { 'M08-P05': '工程名称与施工许可证不一致' },
    apply: (draft) => draft.change('处置方案', { 工程名称: '桃浦科创园二期土方标段' }),
  })
}
