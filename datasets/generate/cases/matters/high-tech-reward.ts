import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { firmCase } from '../parts/firm-case.ts'
import { fund } from '../parts/fund.ts'
import { type HighTech, highTech, highTechPaper, reissue } from '../parts/tech-firm.ts'

/** M27 高新技术企业认定区级奖励 */
export const SCENARIOS: MatterRecipe = { S065: apply }

function apply(d: Draft): void {
  const random = d.random('high-tech')
  const { firm, agent } = firmCase(
    d,
    {
      trade: random.pick(['信息科技', '智能科技', '环境科技', '生物科技']),
      scope: '一般项目：技术服务、技术开发、技术咨询、技术转让；软件开发；计算机系统服务。',
      years: [5, 14],
    },
    d.scenario.matter.name,
  )
  const issued = addDays(d.at, -random.int(40, 330))
  const year = issued.slice(0, 4)
  const number = `GR${year}31${random.digits(6)}`
  const again = random.chance(0.45)
  if (again) highTech(d, firm, addDays(addYears(issued, -3), random.int(-20, 5)), 'earlier')
  const granted = random.pick([5, 10]) * 10000
  fund(
    d,
    firm,
    {
      kind: '高新技术企业',
      name: '高新技术企业认定',
      number,
      notice: `沪高企认定办〔${year}〕${random.pick(['001', '002', '003'])}号`,
      title: `关于公布${year}年度上海市高新技术企业名单的通知`,
      variant: '通知',
      authority: '上海市高新技术企业认定办公室',
      date: issued,
      granted,
      asked: granted,
      recorded: { 有效期限: { from: issued, to: addDays(addYears(issued, 3), -1) } },
    },
    { agent, moved: { 'M27-P03': '企业已迁出本区' } },
  )
  bankAccount(d, { name: firm.name, key: { uscc: firm.code } })
  const certificate = { number, issued }
  if (random.chance(0.7)) highTechPaper(d, firm, certificate)
  d.known({ hi_no: number, hi_date: issued, hi_first: again ? '重新认定' : '首次认定' })
  // The certificate itself names its firm.
  d.withdraw('project-of-another-firm')
  offerDefects(d, certificate, again)
  mayLeaveBlank(d, 'fd_apply')
}

function offerDefects(d: Draft, certificate: HighTech, again: boolean): void {
  d.mayFail({
    id: 'certificate-number-wrong',
    title: '证书编号录错',
    slot: '申请表',
    touches: 'hi_no',
    fails: { 'M27-P01': '证书编号与公告名单、证书不一致' },
    apply: (draft) =>
      draft.answer('hi_no', `${certificate.number.slice(0, -2)}${turned(certificate.number.slice(-2))}`),
  })
  d.mayFail({
    id: 'certificate-number-short',
    title: '证书编号少写了一位',
    slot: '申请表',
    touches: 'hi_no',
    fails: { 'M27-P01': '证书编号位数不对' },
    apply: (draft) => draft.answer('hi_no', certificate.number.slice(0, -1)),
  })
  if (again)
    d.mayFail({
      id: 'not-the-first',
      title: '重新认定按首次认定申报',
      slot: '申请表',
      touches: 'hi_first',
      fails: { 'M27-P02': '以前认定过，不是首次认定' },
      apply: (draft) => draft.answer('hi_first', '首次认定'),
    })
  d.mayFail({
    id: 'certificate-ended',
    title: '高新技术企业证书已过有效期',
    slot: '高新技术企业证书',
    touches: 'certificate-life',
    refuse: true,
    fails: { 'M27-P03': '证书已过三年有效期' },
    apply: (draft) => {
      const issued = addDays(addYears(draft.at, -3), -draft.random('ended').int(20, 120))
      const number = `GR${issued.slice(0, 4)}${certificate.number.slice(6)}`
      reissue(draft, certificate, issued, '终止')
      renumber(draft, certificate, { number, issued })
      draft.form.hi_date = issued
      draft.form.fd_year = Number(issued.slice(0, 4))
    },
  })
  d.mayFail({
    id: 'certificate-revoked',
    title: '高新技术企业资格已被取消',
    slot: '高新技术企业证书',
    touches: 'certificate-life',
    refuse: true,
    fails: { 'M27-P03': '证书已被撤销' },
    apply: (draft) => reissue(draft, certificate, certificate.issued, '撤销'),
  })
}

function turned(two: string): string {
  const [a = '0', b = '0'] = two
  return a === b ? `${a}${(Number(b) + 1) % 10}` : b + a
}

/** Writes another number wherever the certificate's stands. */
function renumber(draft: Draft, { number }: HighTech, now: HighTech): void {
  draft.amend('科技项目库', { 项目编号: now.number }, ({ 项目编号 }) => 项目编号 === number)
  if (draft.of('高新技术企业证书').length > 0) draft.change('高新技术企业证书', { 证书编号: now.number })
  if (draft.of('立项文件').length > 0)
    draft.change('立项文件', { 项目编号: now.number, 立项日期: now.issued, 审批日期: now.issued })
  draft.form.hi_no = now.number
  draft.form.fd_no = now.number
}
