import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { buildingSite, permitPaper } from '../parts/building-site.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'

/** M11 占用、挖掘城市道路审批 */
export const SCENARIOS: MatterRecipe = { S029: occupy, S030: extend, S031: dig }

interface Works {
  firm: Firm
  road: string
  stretch: string
  project: string
  span: { from: string; to: string }
}

/** Who asks for which stretch of road, with plan and the opinion of the traffic police. */
function works(d: Draft, days: readonly [number, number], use: string): Works {
  const random = d.random('works')
  const { firm } = firmCase(
    d,
    {
      trade: use === '管线敷设' ? '燃气' : '置业',
      scope: '许可项目：建设工程施工。一般项目：工程管理服务；市政设施管理。',
    },
    '占用、挖掘城市道路',
  )
  const site = buildingSite(d, firm, 'developer')
  const road = random.pick(DISTRICT.roads)
  const stretch = `上海市${DISTRICT.name}${road}${random.int(100, 400)}号至${random.int(410, 900)}号`
  const from = addDays(d.at, random.int(20, 40))
  const span = { from, to: addDays(from, random.int(...days)) }
  const [length, width] = [random.int(12, 60), random.int(15, 30) / 10]
  const area = Math.round(length * width * 100) / 100
  const restore = '按原结构恢复路面和人行道，期满当日清场并通过验收'
  d.known({
    oc_proj: site.project,
    oc_road: stretch,
    oc_len: area,
    oc_period: span,
    oc_use: use,
    oc_con: `${site.contractor} ${site.manager}`,
    oc_restore: restore,
  })
  if (use !== '建设工程施工') d.typed({ oc_use: use })
  if (d.hasSlot('施工许可证')) permitPaper(d, firm, site)
  d.paper(
    '交通组织方案',
    'TRP',
    {
      项目名称: site.project,
      道路名称: stretch,
      占用位置: '非机动车道外侧和部分人行道',
      宽度: width,
      长度: length,
      面积: area,
      期限: span,
      交通组织措施: '设置导行标志、警示灯和围挡，留出行人通道，早晚高峰专人疏导',
      恢复方案: restore,
      建设单位: firm.name,
      施工单位: site.contractor,
      剩余通行宽度: random.int(20, 32) / 10,
      图纸与附件: ['平面布置图', '施工组织设计', '交通组织方案', '修复方案', '地下管线交底资料'],
    },
    { marks: { 出图章: site.contractor }, variant: '掘占路施工方案' },
  )
  const police = `${DISTRICT.name}示例公安分局交通警察支队`
  d.paper(
    '部门意见',
    'OPN',
    {
      出具单位: police,
      项目名称: site.project,
      意见: '同意该交通组织方案',
      文号: `沪普公交〔${d.at.slice(0, 4)}〕${random.int(10, 300)}号`,
      日期: addDays(d.at, -random.int(8, 40)),
    },
    { key: '交警', marks: { 盖章: police } },
  )
  d.record(
    '道路库',
    { address: stretch },
    {
      道路名称: road,
      路段: stretch,
      新建竣工日期: '2004-06-30',
      大修竣工日期: '2016-09-30',
      禁止开口: false,
      占路总量已满: false,
    },
  )
  d.record(
    '企业资质库',
    { name: site.contractor },
    {
      名称: site.contractor,
      资质名称: '市政公用工程施工总承包',
      证书编号: `D231${random.digits(6)}`,
      等级: '二级',
      有效期限: { from: addDays(d.at, -700), to: addDays(d.at, 800) },
      状态: '有效',
    },
  )
  offerDefects(d, site.contractor, area)
  return { firm, road, stretch, project: site.project, span }
}

function offerDefects(d: Draft, contractor: string, area: number): void {
  d.mayFail({
    id: 'area-miscalculated',
    title: '面积不等于长乘宽',
    slot: '交通组织方案',
    fails: { 'M11-P01': '面积与长×宽不符' },
    apply: (draft) => {
      const wrong = Math.round(area * 1.7 * 100) / 100
      draft.change('交通组织方案', { 面积: wrong })
      draft.form.oc_len = wrong
    },
  })
  d.mayFail({
    id: 'no-traffic-measures',
    title: '交通组织方案没有导行、警示和行人通道',
    slot: '交通组织方案',
    fails: { 'M11-P02': '没有交通导行、警示、行人通道' },
    apply: (draft) => draft.change('交通组织方案', { 交通组织措施: '施工人员注意安全，文明施工' }),
  })
  d.mayFail({
    id: 'contractor-unqualified',
    title: '施工单位的资质已经过期',
    slot: '施工单位资质',
    fails: { 'M11-P03': '施工单位资质已过期' },
    apply: (draft) =>
      draft.amend(
        '企业资质库',
        { 状态: '过期', 有效期限: { from: addDays(draft.at, -1900), to: addDays(draft.at, -30) } },
        (record) => record.名称 === contractor,
      ),
  })
}

function occupy(d: Draft): void {
  const use = d.random('use').pick(['建设工程施工', '沿街建筑维修'])
  works(d, [30, 80], use)
  d.mayFail({
    id: 'shop-promotion',
    title: '商业促销要占路',
    slot: '用途',
    refuse: true,
    fails: { 'S029-P01': '商业促销不属可以占路的事由' },
    apply: (draft) => {
      draft.form.oc_use = '其他'
      draft.form.oc_proj = '周年庆商业促销活动'
      draft.answer('oc_use', '其他')
      draft.answer('oc_proj', '周年庆商业促销活动')
    },
  })
  d.mayFail({
    id: 'longer-than-three-months',
    title: '一次申请超过三个月',
    slot: '交通组织方案',
    fails: { 'S029-P02': '申请期限超过三个月' },
    apply: (draft) => {
      const { from } = draft.form.oc_period as { from: string }
      const span = { from, to: addDays(from, 150) }
      draft.change('交通组织方案', { 期限: span })
      draft.form.oc_period = span
    },
  })
  d.mayFail({
    id: 'pavement-too-narrow',
    title: '留给行人的宽度不到 1.8 米',
    slot: '交通组织方案',
    fails: { 'S029-P03': '剩余人行道通行宽度不足1.8米' },
    apply: (draft) => draft.change('交通组织方案', { 剩余通行宽度: 1.2 }),
  })
}

function extend(d: Draft): void {
  const { firm, road, project } = works(d, [20, 60], '建设工程施工')
  const random = d.random('extend')
  const number = `沪普占路〔${d.at.slice(0, 4)}〕${random.int(100, 400)}号`
  const granted = { from: addDays(d.at, -60), to: addDays(d.at, random.int(3, 18)) }
  d.known({ rn_no: number, rn_end: granted.to })
  d.typed({ rn_changed: false })
  d.record(
    '占路许可库',
    { uscc: firm.code, number },
    {
      许可文号: number,
      申请单位: firm.name,
      项目名称: project,
      道路名称: road,
      面积: Number(d.form.oc_len),
      批准期限: granted,
      用途: '建设工程施工',
      已缴占路费: true,
      状态: '有效',
    },
  )
  d.licence(
    '原许可证',
    'ORL',
    { uscc: firm.code },
    {
      许可文号: number,
      申请单位: firm.name,
      统一社会信用代码: firm.code,
      项目名称: project,
      道路名称: road,
      面积: Number(d.form.oc_len),
      批准期限: granted,
      发证机关: `${DISTRICT.name}示例建设和管理委员会`,
      发证日期: addDays(granted.from, -3),
    },
  )
  d.mayFail({
    id: 'fee-unpaid',
    title: '前期的占路费没有缴',
    slot: '占路费',
    fails: { 'S030-P01': '没有缴纳前期占路费' },
    apply: (draft) => draft.amend('占路许可库', { 已缴占路费: false }),
  })
  d.mayFail({
    id: 'permission-ended',
    title: '原来批准的期限已经过了才来延期',
    slot: '原许可证',
    refuse: true,
    fails: { 'S030-P01': '原批准期已满', 'RENEW-P01': '没有在期满前提出', 'RENEW-P02': '原许可已届满' },
    apply: (draft) => {
      const ended = { from: addDays(draft.at, -80), to: addDays(draft.at, -4) }
      draft.amend('占路许可库', { 批准期限: ended })
      if (draft.of('原许可证').length > 0) draft.change('原许可证', { 批准期限: ended })
      for (const record of draft.registry.电子证照 ?? [])
        if (record.about === '临时占道许可证') Object.assign(record, { 批准期限: ended })
      draft.form.rn_end = ended.to
    },
  })
}

function dig(d: Draft): void {
  const { firm, road, stretch, project, span } = works(d, [15, 40], '管线敷设')
  const random = d.random('dig')
  d.licence(
    '规划许可证',
    'PLP',
    { uscc: firm.code },
    {
      证号: `沪普管（${d.at.slice(0, 4)}）${random.digits(4)}`,
      建设单位: firm.name,
      建设项目名称: project,
      建设位置: stretch,
      附图及附件名称: '管线平面图',
      发证机关: `${DISTRICT.name}示例规划和自然资源局`,
      发证日期: addDays(d.at, -60),
    },
  )
  d.record(
    '掘路计划库',
    { uscc: firm.code },
    {
      计划编号: `JL${d.at.slice(0, 4)}${random.digits(4)}`,
      道路名称: road,
      建设单位: firm.name,
      计划期间: { from: addDays(span.from, -10), to: addDays(span.to, 30) },
      类别: '综合掘路计划',
      状态: '有效',
    },
  )
  d.mayFail({
    id: 'no-repair-plan',
    title: '没有修复方案',
    slot: '交通组织方案',
    fails: { 'S031-P01': '缺修复方案' },
    apply: (draft) =>
      draft.change('交通组织方案', {
        恢复方案: null,
        图纸与附件: ['平面布置图', '施工组织设计', '交通组织方案', '地下管线交底资料'],
      }),
  })
  d.mayFail({
    id: 'road-newly-repaired',
    title: '路段在大修三年限掘期里，没有市政府批准',
    slot: '限掘期',
    refuse: true,
    fails: { 'S031-P02': '大修未满三年，没有市政府批准' },
    apply: (draft) => draft.amend('道路库', { 大修竣工日期: addDays(draft.at, -400) }),
  })
  d.mayFail({
    id: 'not-in-plan',
    title: '没有列入掘路计划',
    slot: '掘路计划',
    fails: { 'S031-P03': '没有列入综合掘路计划' },
    apply: (draft) => {
      delete draft.registry.掘路计划库
    },
  })
  d.mayFail({
    id: 'no-pipe-briefing',
    title: '没有地下管线交底资料',
    slot: '交通组织方案',
    fails: { 'S031-P04': '没有地下管线交底资料' },
    apply: (draft) =>
      draft.change('交通组织方案', { 图纸与附件: ['平面布置图', '施工组织设计', '交通组织方案', '修复方案'] }),
  })
}
