import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'

export interface CommitmentOptions {
  /** 事项名称, as the district's form prints it. */
  business: string
  /** Which office informs the applicant. */
  office?: string
  version?: string
  promise?: string
  /** The matter's own points that fail beside COMMIT-P03 when the applicant is known as untrustworthy. */
  dishonest?: Readonly<Record<string, string>>
}

const PROMISE =
  '已知晓并符合告知的许可条件和要求，所填写的信息真实、准确，提交的材料真实、合法、有效；愿意承担不实承诺、违反承诺的法律责任。'

/** Rules of other matters, whose forms end up in the wrong application. */
const OTHERS = ['公共场所卫生许可', '食品经营许可', '户外招牌设置审批']

/** MOD-COMMIT: the promise on the district's form, signed and sealed, and what is usually wrong with it. */
export function commitment(d: Draft, firm: Firm, o: CommitmentOptions): void {
  if (!d.hasSlot('告知承诺书')) return
  const random = d.random('commitment')
  d.paper(
    '告知承诺书',
    'CMT',
    {
      事项名称: o.business,
      申请人: firm.name,
      法定代表人: firm.legal.name,
      告知内容版本: o.version ?? '2024年版',
      承诺内容: o.promise ?? PROMISE,
      日期: addDays(d.at, -random.int(1, 9)),
      行政机关: o.office ?? `${DISTRICT.name}示例行政审批局`,
    },
    { marks: { 盖章: firm.name, 签名: firm.legal.name, 公安机关盖章: false } },
  )
  const later = d.scenario.parameters.get('后补材料')
  if (later === null) d.none('没有可以后补的材料', 'COMMIT-P04')
  d.mayFail({
    id: 'commitment-of-another-matter',
    title: '交的是别的事项的告知承诺书',
    slot: '告知承诺书',
    fails: { 'COMMIT-P01': '承诺书的事项名称与申请的不同' },
    apply: (draft) => {
      const other = OTHERS.find((one) => !one.includes(o.business) && !o.business.includes(one.slice(0, 4))) ?? ''
      draft.change('告知承诺书', { 事项名称: other })
    },
  })
  const unmarked = (id: string, title: string, marks: Record<string, false>) =>
    d.mayFail({
      id,
      title,
      slot: '告知承诺书',
      fails: { 'COMMIT-P02': title },
      apply: (draft) => draft.change('告知承诺书', {}, marks),
    })
  unmarked('commitment-unsigned', '告知承诺书只盖章，没有签字', { 签名: false })
  if (firm.kind !== '个体工商户') unmarked('commitment-unsealed', '告知承诺书没有盖公章', { 盖章: false })
  d.mayFail({
    id: 'commitment-undated',
    title: '告知承诺书没有填日期',
    slot: '告知承诺书',
    fails: { 'COMMIT-P02': '告知承诺书没有日期' },
    apply: (draft) => {
      delete draft.one('告知承诺书').content.fields.日期
    },
  })
  d.mayFail({
    id: 'dishonest',
    title: '有没修复的严重失信记录，却用告知承诺',
    slot: '告知承诺书',
    touches: 'credit',
    fails: { 'COMMIT-P03': '信用处罚库有未修复的严重违法失信记录', ...o.dishonest },
    apply: (draft) =>
      draft.record(
        '信用处罚库',
        { uscc: firm.code },
        {
          名称: firm.name,
          证件号码: firm.code,
          类别: '严重违法失信名单',
          事由: '作出虚假承诺取得行政许可',
          决定文号: `普市监信决〔${addYears(draft.at, -1).slice(0, 4)}〕${draft.random('credit').int(10, 90)}号`,
          决定日期: addYears(draft.at, -1),
          期限: { from: addYears(draft.at, -1), to: addYears(draft.at, 2) },
          状态: '有效',
          部门: `${DISTRICT.name}示例市场监督管理局`,
        },
      ),
  })
}
