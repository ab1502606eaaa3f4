import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { firmApplicant } from '../parts/applicant-firm.ts'
import { applicationForm } from '../parts/application.ts'
import { type BuildingSite, buildingSite, permitPaper, permitRevoked } from '../parts/building-site.ts'
import type { Firm } from '../parts/firm.ts'
import { MACHINES, type Nights, schedule } from '../parts/night-shifts.ts'

/** M06 建筑工地夜间施工作业审批 */
export const SCENARIOS: MatterRecipe = { S021: first, S022: again }

const MEASURES = ['选用低噪声泵车和电动振捣棒', '沿居民楼一侧设置隔声屏', '进出车辆禁止鸣笛', '工地门口公示投诉电话']

function site(d: Draft): { firm: Firm; site: BuildingSite; nights: Nights } {
  const random = d.random('night-work')
  const firm = firmApplicant(d, {
    trade: '建筑工程',
    scope: '许可项目：建设工程施工。一般项目：工程管理服务；建筑材料销售。',
  })
  const place = buildingSite(d, firm)
  agent(d, { name: firm.name, signer: firm.legal.name, firm: true }, '建筑工地夜间施工作业审批')
  applicationForm(d, { name: firm.name, code: firm.code, signer: firm.legal.name, firm: true })
  const nights = random.int(1, 3)
  const from = addDays(d.at, random.int(18, 26))
  const process = random.pick(['不可中断混凝土浇捣', '深基坑开挖', '钻孔灌注桩成孔'])
  const plan = { process, from, to: addDays(from, nights), nights, volume: nights * random.int(300, 500) }
  const zone = random.pick(['重点区域', '一般区域'])
  d.known({
    nc_proj: place.project,
    nc_permit: place.permit,
    nc_addr: place.address,
    nc_zone: zone,
    nc_dev: place.developer,
    nc_con: place.contractor,
    nc_sup: place.supervisor,
    nc_proc: process,
    nc_start: plan.from,
    nc_end: plan.to,
    nc_days: nights,
    nc_month: 0,
    nc_qty: plan.volume,
    nc_mach: MACHINES,
    nc_mgr: `${firm.legal.name} ${firm.legal.phone}`,
    nc_meas: MEASURES,
  })
  d.record(
    '地理信息库',
    { address: place.address },
    { 地址: place.address, 房屋性质: '其他', 区: DISTRICT.name, 夜间施工区域: zone },
  )
  if (zone === '一般区域') d.none('不在重点区域，不看夜数和间隔', 'M06-P04', 'S022-P02')
  papers(d, firm, place, plan)
  offerDefects(d, firm, place, plan)
  permitRevoked(d, { 'M06-P05': '施工许可证已注销' })
  return { firm, site: place, nights: plan }
}

function papers(d: Draft, firm: Firm, place: BuildingSite, plan: Nights): void {
  const seals = { 建设单位章: place.developer, 施工单位章: place.contractor, 监理单位章: place.supervisor }
  d.paper(
    '夜间施工进度表',
    'NSC',
    {
      工程名称: place.project,
      作业工序: plan.process,
      拟施工起止时间: { from: plan.from, to: plan.to },
      工程量: `${plan.process} ${plan.volume} 立方米，${plan.nights} 晚`,
      混凝土方量: plan.volume,
      机械设备: MACHINES,
      施工安排: schedule(plan, plan.from),
    },
    { marks: seals },
  )
  d.paper(
    '噪声控制措施',
    'NMS',
    {
      措施清单: MEASURES,
      低噪声设备: ['低噪声泵车', '电动振捣棒'],
      现场负责人: firm.legal.name,
      联系电话: firm.legal.phone,
      投诉电话: firm.legal.phone,
      日期: addDays(d.at, -4),
    },
    { marks: seals, variant: '控制措施' },
  )
}

function offerDefects(d: Draft, firm: Firm, place: BuildingSite, plan: Nights): void {
  d.mayFail({
    id: 'ordinary-work',
    title: '所报工序是一般的赶工，不是允许夜间施工的特殊工序',
    slot: '夜间施工进度表',
    refuse: true,
    fails: { 'M06-P01': '所报工序为一般装修赶工', 'S021-P02': '证明的是另一道工序' },
    silences: { 'S021-P05': '申请的不是渣土装运类作业' },
    apply: (draft) => {
      draft.change('夜间施工进度表', { 作业工序: '外墙装饰施工（赶工期）' })
      draft.form.nc_proc = '其他'
      draft.answer('nc_proc', '其他')
    },
  })
  d.mayFail({
    id: 'banned-days',
    title: '申请的日子在中高考禁止夜间施工的时段里',
    slot: '施工日期',
    refuse: true,
    fails: { 'M06-P02': '施工时段与中高考禁止夜间施工时段重叠' },
    apply: (draft) =>
      draft.record(
        '禁令日历',
        {},
        {
          名称: '中高考期间禁止夜间施工',
          事项: '夜间施工',
          期间: { from: addDays(plan.from, -6), to: addDays(plan.to, 6) },
          时段: '22时至次日6时',
          范围: '全市',
          依据: '市生态环境局公告（样例）',
        },
      ),
  })
  d.mayFail({
    id: 'too-many-nights',
    title: '夜数超限，没有质监机构的证明',
    slot: '夜数',
    fails: { 'M06-P04': '当月累计夜数超过上限' },
    apply: (draft) => {
      delete draft.review['S022-P02']
      if (draft.hasPoint('S022-P02')) draft.review['S022-P02'] = { verdict: 'pass' }
      draft.form.nc_zone = '重点区域'
      draft.amend('地理信息库', { 夜间施工区域: '重点区域' })
      const first = `${plan.from.slice(0, 7)}-01`
      draft.record(
        '夜间施工许可库',
        { uscc: firm.code, number: '沪普夜审〔2026〕88号' },
        {
          批准文号: '沪普夜审〔2026〕88号',
          工程名称: place.project,
          施工许可证编号: place.permit,
          施工单位: place.contractor,
          建设单位: place.developer,
          监理单位: place.supervisor,
          批准期间: { from: first, to: addDays(first, 15) },
          夜数: 15,
          状态: '有效',
        },
      )
      draft.form.nc_month = 15
    },
  })
  d.mayFail({
    id: 'plan-without-supervisor',
    title: '进度表没有监理单位章',
    slot: '夜间施工进度表',
    fails: { 'M06-P06': '缺监理单位章' },
    apply: (draft) => draft.change('夜间施工进度表', {}, { 监理单位章: false }),
  })
  d.mayFail({
    id: 'measures-without-complaints-line',
    title: '噪声控制措施照抄模板，没有写投诉电话',
    slot: '噪声控制措施',
    fails: { 'M06-P08': '没有投诉电话' },
    apply: (draft) => {
      const copied = ['选用低噪声泵车', '设置隔声屏', '禁止鸣笛']
      draft.change('噪声控制措施', { 措施清单: copied, 投诉电话: null })
      draft.form.nc_meas = copied
    },
  })
  d.mayFail({
    id: 'measures-one-seal',
    title: '噪声控制措施只有施工单位章',
    slot: '噪声控制措施',
    fails: { 'M06-P08': '没有三方盖章', 'M06-P09': '只有施工单位章' },
    apply: (draft) => draft.change('噪声控制措施', {}, { 建设单位章: false, 监理单位章: false }),
  })
  d.mayFail({
    id: 'nights-do-not-agree',
    title: '申请表和进度表的夜数不一样',
    slot: '夜间施工进度表',
    fails: { 'M06-P07': '申请表的夜数与进度表不一致' },
    apply: (draft) => {
      draft.answer('nc_days', plan.nights + 1)
      draft.answer('nc_end', addDays(plan.to, 1))
    },
  })
  // For a site with an earlier approval other days would also change what was approved this month.
  if (d.scenario.situation === '新办')
    d.mayFail({
      id: 'too-late',
      title: '施工前一天才申请',
      slot: '施工日期',
      fails: { 'M06-P03': '距施工开始不足规定的工作日' },
      apply: (draft) => {
        const from = addDays(draft.at, 1)
        const to = addDays(from, plan.nights)
        draft.change('夜间施工进度表', {
          拟施工起止时间: { from, to },
          施工安排: schedule(plan, from),
        })
        Object.assign(draft.form, { nc_start: from, nc_end: to })
        if (draft.of('谅解协议').length > 0) draft.change('谅解协议', { 施工日期时段: { from, to } })
      },
    })
}

function first(d: Draft): void {
  const { firm, site: place, nights: plan } = site(d)
  const random = d.random('first')
  permitPaper(d, firm, place)
  const near = [
    { 名称: `${random.pick(['曹杨', '宜川', '石泉'])}新村住宅楼`, 距离: random.int(25, 90) },
    { 名称: `${random.pick(['金沙江', '中山北'])}路示例小学`, 距离: random.int(120, 400) },
  ]
  d.known({ nc_sens: near.map((one) => `${one.名称}${one.距离}米`).join('；') })
  d.paper('总平面布置图', 'SPL', {
    工程名称: place.project,
    敏感建筑物: near,
    设备位置: ['泵车停靠点在南侧', '搅拌车等候区在东门内'],
    绘制日期: addDays(d.at, -10),
  })
  d.paper(
    '特殊工序证明',
    'NQC',
    {
      工程名称: place.project,
      施工单位: place.contractor,
      特殊工序名称: plan.process,
      允许理由: '该工序一经开始不能中断，须连续作业',
      证明日期: addDays(d.at, -5),
      监督机构: `${DISTRICT.name}示例建设工程安全质量监督站`,
      有效期至: addDays(plan.to, 30),
    },
    { marks: { 盖章: `${DISTRICT.name}示例建设工程安全质量监督站` } },
  )
  const committee = `${DISTRICT.name}${random.pick(['曹杨', '宜川', '石泉'])}示例居民委员会`
  d.paper(
    '谅解协议',
    'NAG',
    {
      工程名称: place.project,
      施工日期时段: { from: plan.from, to: plan.to },
      噪声影响及措施: '夜间浇捣有噪声，已设置隔声屏并禁止鸣笛',
      投诉电话: firm.legal.phone,
      签署方: [place.contractor, committee],
      签署日期: addDays(d.at, -6),
    },
    { marks: { 居委会章: committee, 施工单位章: place.contractor }, variant: '谅解协议' },
  )
  d.paper(
    '告知承诺书',
    'CMT',
    {
      事项名称: '建筑工地夜间施工作业审批',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      承诺内容: `文明施工，在工地门口公示许可内容和投诉电话 ${firm.legal.phone}，不超时施工`,
      日期: addDays(d.at, -3),
    },
    { marks: { 盖章: firm.name, 签名: firm.legal.name, 公安机关盖章: false } },
  )
  d.none('不是渣土装运类夜间作业', ...(plan.process === '深基坑开挖' ? [] : ['S021-P05']))
  if (plan.process === '深基坑开挖')
    d.record(
      '渣土处置证库',
      { uscc: firm.code, number: '沪普渣2026-0312' },
      {
        处置证号: '沪普渣2026-0312',
        工程名称: place.project,
        施工许可证编号: place.permit,
        运输单位: '上海绿行示例渣土运输有限公司',
        有效期限: { from: addDays(d.at, -60), to: addDays(d.at, 200) },
        状态: '有效',
      },
    )
  d.mayFail({
    id: 'plan-without-neighbours',
    title: '总平面图没有标周边的敏感建筑物',
    slot: '总平面布置图',
    fails: { 'S021-P01': '没有标注敏感建筑物及距离' },
    apply: (draft) => draft.change('总平面布置图', { 敏感建筑物: null }),
  })
  d.mayFail({
    id: 'proof-of-another-process',
    title: '特殊工序证明上的工序和申请的不一样',
    slot: '特殊工序证明',
    fails: { 'S021-P02': '证明的工序与申请工序不一致' },
    apply: (draft) =>
      draft.change('特殊工序证明', {
        特殊工序名称: plan.process === '钻孔灌注桩成孔' ? '不可中断混凝土浇捣' : '钻孔灌注桩成孔',
      }),
  })
  d.mayFail({
    id: 'agreement-of-other-days',
    title: '谅解协议的日期没有覆盖申请的日子',
    slot: '谅解协议',
    fails: { 'S021-P03': '协议时段不覆盖本次申请' },
    apply: (draft) =>
      draft.change('谅解协议', { 施工日期时段: { from: addDays(plan.from, -20), to: addDays(plan.from, -12) } }),
  })
  d.mayFail({
    id: 'agreement-without-committee',
    title: '谅解协议没有居委会章',
    slot: '谅解协议',
    fails: { 'S021-P03': '没有居（村）委会章' },
    apply: (draft) => draft.change('谅解协议', {}, { 居委会章: false }),
  })
  d.mayFail({
    id: 'commitment-unsigned',
    title: '承诺书没有签字盖章',
    slot: '告知承诺书',
    fails: { 'S021-P04': '承诺书没有签字盖章' },
    apply: (draft) => draft.change('告知承诺书', {}, { 盖章: false, 签名: false }),
  })
  if (plan.process === '深基坑开挖')
    d.mayFail({
      id: 'no-waste-permit',
      title: '深基坑出土没有办渣土处置证',
      slot: '渣土处置',
      fails: { 'S021-P05': '没有有效的处置证' },
      apply: (draft) => draft.amend('渣土处置证库', { 状态: '注销' }),
    })
}

function again(d: Draft): void {
  const { firm, site: place, nights: plan } = site(d)
  const random = d.random('again')
  const number = `沪普夜审〔${d.at.slice(0, 4)}〕${random.int(100, 400)}号`
  const nights = 2
  const ended = addDays(plan.from, -random.int(34, 60))
  d.known({ nc_prev: number, nc_prevend: ended })
  d.typed({ nc_sens: '曹杨新村住宅楼60米' })
  d.record(
    '夜间施工许可库',
    { uscc: firm.code, number },
    {
      批准文号: number,
      工程名称: place.project,
      施工许可证编号: place.permit,
      施工单位: place.contractor,
      建设单位: place.developer,
      监理单位: place.supervisor,
      批准期间: { from: addDays(ended, -nights), to: ended },
      夜数: nights,
      状态: '有效',
    },
  )
  d.mayFail({
    id: 'no-earlier-approval',
    title: '这个工地没有前次批准，却选了延续',
    slot: '前次批准',
    refuse: true,
    fails: { 'S022-P01': '没有前次批准' },
    silences: { 'S022-P04': '没有前次批准可比' },
    apply: (draft) => {
      delete draft.registry.夜间施工许可库
      draft.answer('nc_prev', number)
      draft.answer('nc_prevend', ended)
    },
  })
  d.mayFail({
    id: 'complaint-pending',
    title: '前次批准期间有没处理的噪声投诉',
    slot: '噪声投诉',
    fails: { 'S022-P03': '有未处理的夜间噪声投诉' },
    apply: (draft) =>
      draft.record(
        '噪声投诉库',
        { uscc: firm.code },
        {
          施工单位: place.contractor,
          工程名称: place.project,
          投诉日期: addDays(ended, -1),
          事由: '超时施工',
          处理状态: '未处理',
        },
      ),
  })
  d.mayFail({
    id: 'contractor-changed',
    title: '监理单位换了，仍按延续申请',
    slot: '前次批准',
    fails: { 'S022-P04': '监理单位与前次批准不同' },
    apply: (draft) => draft.amend('夜间施工许可库', { 监理单位: '上海长风示例工程监理有限公司' }),
  })
}
