import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { firmCase } from '../parts/firm-case.ts'
import { type Fund, fund } from '../parts/fund.ts'

/** M24 上海市科学技术奖区级奖励 */
export const SCENARIOS: MatterRecipe = { S061: apply }

const BUSINESS = '上海市科学技术奖区级奖励'
const NAMES = [
  '城市轨道交通智能运维关键技术及应用',
  '高精度工业传感器可靠性提升技术与产业化',
  '老旧管网非开挖修复成套技术研究与应用',
  '面向社区的慢病筛查技术研究与推广',
  '大型公共建筑能耗诊断与优化控制技术',
]
const KINDS = ['自然科学奖', '技术发明奖', '科技进步奖', '科技进步奖', '科学技术普及奖']
const GRADES = ['一等奖', '二等奖', '二等奖', '三等奖', '三等奖']

interface Award extends Fund {
  rank: number
  prize: string
}

function apply(d: Draft): void {
  const random = d.random('award')
  const social = random.chance(0.15)
  const { firm, agent } = firmCase(
    d,
    social
      ? {
          trade: '产业技术研究院',
          kind: '社会组织',
          scope: '开展产业共性技术研究、技术咨询、成果转化服务。',
        }
      : {
          trade: random.pick(['智能科技', '环境科技', '生物科技']),
          scope: '一般项目：技术服务、技术开发、技术咨询、技术转让；软件开发；仪器仪表制造。',
          years: [3, 12],
        },
    BUSINESS,
  )
  const award = awardOf(d)
  fund(d, firm, award, { agent, twice: { 'M24-P03': '同一项目已获过其他区级奖励' } })
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  d.known({
    aw_name: award.name,
    aw_kind: award.prize,
    aw_rank: award.rank,
    aw_year: Number(award.date.slice(0, 4)),
  })
  if (award.rank > 1) d.person('区里的政策收到第几完成单位没有给出，只能由人核对', 'M24-P02')
  offerDefects(d, award)
  mayLeaveBlank(d, 'fd_apply')
}

function awardOf(d: Draft): Award {
  const random = d.random('award-itself')
  const kind = random.pick(KINDS)
  const prize = kind + random.pick(GRADES)
  const date = addDays(d.at, -random.int(40, 320))
  const year = date.slice(0, 4)
  const rank = random.pick([1, 1, 1, 1, 2, 3])
  const granted = (prize.endsWith('一等奖') ? 30 : prize.endsWith('二等奖') ? 15 : 8) * 10000
  return {
    kind: '科学技术奖',
    name: random.pick(NAMES),
    number: `${year}${kind === '科技进步奖' ? 'J' : 'F'}${random.int(1, 3)}${random.digits(3)}`,
    notice: `沪府发〔${year}〕${random.int(2, 28)}号`,
    title: `上海市${kind}证书`,
    variant: '证书',
    authority: '上海市人民政府',
    level: prize,
    date,
    granted,
    asked: granted,
    recorded: { 奖种等级: prize, 单位排名: rank },
    rank,
    prize,
  }
}

function offerDefects(d: Draft, award: Award): void {
  if (award.rank > 1)
    d.mayFail({
      id: 'rank-wrong',
      title: '单位排名填错，写成第一完成单位',
      slot: '申请表',
      touches: 'aw_rank',
      fails: { 'M24-P01': '单位排名与市公告不一致' },
      apply: (draft) => draft.answer('aw_rank', 1),
    })
  d.mayFail({
    id: 'grade-wrong',
    title: '奖种等级填得比证书高',
    slot: '申请表',
    touches: 'aw_kind',
    fails: { 'M24-P01': '奖种等级与市公告不一致' },
    apply: (draft) => draft.answer('aw_kind', higher(award.prize)),
  })
  d.mayFail({
    id: 'not-on-the-list',
    title: '申请单位不是获奖项目的完成单位',
    slot: '立项文件',
    touches: 'project-holder',
    refuse: true,
    fails: { 'M24-P02': '申请单位不是完成单位', 'FUND-P02': '获奖单位不是申请单位' },
    apply: (draft) => {
      const 承担单位 = '上海恒序示例工程技术研究中心'
      draft.amend('科技项目库', { 承担单位 })
      if (draft.of('立项文件').length > 0) draft.change('立项文件', { 承担单位 })
    },
  })
  d.withdraw('project-of-another-firm')
}

function higher(prize: string): string {
  if (prize.endsWith('三等奖')) return prize.replace('三等奖', '二等奖')
  if (prize.endsWith('二等奖')) return prize.replace('二等奖', '一等奖')
  return prize.replace('一等奖', '二等奖')
}
