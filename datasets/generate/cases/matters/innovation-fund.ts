import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveUnasked } from '../parts/blank-field.ts'
import { firmCase } from '../parts/firm-case.ts'
import { type Fund, fund } from '../parts/fund.ts'
import { yuan } from '../parts/kin.ts'
import { auditOf, insured } from '../parts/tech-firm.ts'

/** M25 上海市科技型中小企业技术创新资金区级配套 */
export const SCENARIOS: MatterRecipe = { S062: apply }

const NAMES = [
  '基于边缘计算的工业设备预测性维护系统',
  '高通量微流控芯片检测仪',
  '面向楼宇的柔性储能管理平台',
  '轻量化协作机器人关节模组',
  '医用可降解缝合材料',
]

interface Project extends Fund {
  stage: '立项' | '验收'
  paid: string
}

function apply(d: Draft): void {
  const random = d.random('innovation')
  const { firm, agent } = firmCase(
    d,
    {
      trade: random.pick(['智能科技', '医疗科技', '新能源科技']),
      scope: '一般项目：技术服务、技术开发、技术咨询、技术转让；软件开发；智能设备制造。',
      years: [2, 9],
    },
    d.scenario.matter.name,
  )
  const project = projectOf(d)
  fund(d, firm, project, { agent })
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  const staff = random.int(12, 22)
  insured(d, firm, staff)
  const revenue = random.int(600, 2600) * 10000
  const research = Math.round((revenue * random.between(0.07, 0.14)) / 1000) * 1000
  const year = Number(d.at.slice(0, 4)) - 1
  d.amend('税务库', { 上年度营业收入: yuan(revenue), 个税申报人数: staff })
  auditOf(d, firm, { slot: '审计报告', year, revenue, research, received: project.granted })
  d.known({
    in_stage: project.stage,
    in_due: yuan(project.granted),
    in_staff: staff,
    in_rev: yuan(revenue),
    in_rd: yuan(research),
  })
  d.typed({
    in_paid: project.paid,
    in_college: Math.ceil(staff * random.between(0.55, 0.9)),
    in_rdn: Math.ceil(staff * random.between(0.3, 0.5)),
  })
  offerDefects(d, project, { staff, revenue })
  if (agent === null) mayLeaveUnasked(d, 'in_college', { 'M25-P03': '没有填大专以上职工人数' })
}

function projectOf(d: Draft): Project {
  const random = d.random('project')
  const stage = random.pick(['立项', '验收', '验收'] as const)
  const date = addDays(d.at, -random.int(120, 330))
  const year = date.slice(0, 4)
  const granted = random.pick([10, 15, 20]) * 10000
  return {
    kind: '创新资金',
    name: random.pick(NAMES),
    number: `${year.slice(2)}05H1C1${random.digits(5)}`,
    notice: `沪科合〔${year}〕${random.int(3, 29)}号`,
    title:
      stage === '验收'
        ? '上海市科技型中小企业技术创新资金项目验收证书'
        : '关于下达科技型中小企业技术创新资金立项的通知',
    variant: stage === '验收' ? '证书' : '通知',
    authority: '上海市科学技术委员会',
    date,
    granted,
    asked: granted,
    recorded: {
      有效期限: { from: date, to: addYears(date, 2) },
      ...(stage === '验收' ? { 状态: '验收通过', 验收日期: addDays(d.at, -random.int(15, 60)) } : { 状态: '在研' }),
    },
    stage,
    paid: addDays(date, random.int(20, 60)),
  }
}

function offerDefects(d: Draft, project: Project, size: { staff: number; revenue: number }): void {
  d.mayFail({
    id: 'asked-by-contract',
    title: '按合同额而不是实际到账额申请',
    slot: '审计报告',
    touches: 'amount',
    fails: { 'M25-P02': '实际到账比合同额少，配套按合同额算了', 'FUND-P04': '配套金额按计划数而不是实拨数计算' },
    apply: (draft) => {
      const paid = yuan(Math.round(project.granted * 0.8))
      draft.change('审计报告', { 市级资助到账: paid })
      draft.form.in_due = paid
      draft.form.fd_amount = paid
      draft.form.fd_apply = paid
      for (const key of ['fd_amount', 'fd_apply']) draft.answer(key, yuan(project.granted))
    },
  })
  d.mayFail({
    id: 'asked-too-much',
    title: '申请的配套比市级拨付的多',
    slot: '申请表',
    touches: 'amount',
    fails: { 'M25-P02': '配套金额超过1:1', 'FUND-P04': '配套金额超过公布的比例' },
    apply: (draft) => draft.answer('fd_apply', yuan(project.asked * 1.5)),
  })
  if (project.stage === '验收')
    d.mayFail({
      id: 'not-yet-accepted',
      title: '项目没有验收就按验收申请',
      slot: '立项文件',
      touches: 'stage',
      refuse: true,
      fails: { 'M25-P01': '项目还在研，没有验收' },
      apply: (draft) => {
        draft.amend('科技项目库', { 状态: '在研' })
        for (const record of draft.registry.科技项目库 ?? []) if (typeof record === 'object') delete record.验收日期
        if (draft.of('立项文件').length > 0) {
          draft.change('立项文件', { 文件名称: '关于下达科技型中小企业技术创新资金立项的通知' })
          draft.one('立项文件').content.variant = '通知'
        }
        draft.answer('in_stage', '验收')
      },
    })
  d.mayFail({
    id: 'project-ended',
    title: '项目已经终止',
    slot: '立项文件',
    touches: 'stage',
    refuse: true,
    fails: { 'M25-P01': '项目已终止，达不到拨付节点' },
    apply: (draft) => draft.amend('科技项目库', { 状态: '终止' }),
  })
  d.mayFail({
    id: 'few-researchers',
    title: '研发人员和研发费用占比不足',
    slot: '申请书',
    touches: 'size',
    refuse: true,
    fails: { 'M25-P03': '研发人员、研发费用占比不足' },
    apply: (draft) => {
      const research = yuan(Math.round((size.revenue * 0.005) / 1000) * 1000)
      draft.form.in_rdn = 1
      draft.answers.in_rdn = 1
      draft.form.in_rd = research
      draft.change('审计报告', { 研发费用: research })
    },
  })
}
