import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { yuan } from './kin.ts'

/** A shareholder with a share in percent; together they hold all of it. */
export interface Holder {
  who: Person
  share: number
}

/** What a company is, as its papers tell it. */
export interface Company {
  name: string
  address: string
  entries: readonly string[]
  /** Yuan. */
  capital: number
  holders: readonly Holder[]
  legal: Person
  /** Last day to pay in. */
  paid: string
}

/** One to three shareholders; the first of them is `first`. */
export function holdersOf(d: Draft, first: Person): Holder[] {
  const random = d.random('holders')
  const shares = random.pick([[100], [60, 40], [70, 30], [50, 30, 20]])
  return shares.map((share, i) => ({
    who: i === 0 ? first : person(d.random(`holder-${i}`), d.at, [25, 60]),
    share,
  }))
}

/** Shareholders as rows of the form and of the articles. */
export function holderRows(company: Company): Record<string, CaseValue>[] {
  return company.holders.map(({ who, share }) => ({
    名称: who.name,
    出资额: yuan((company.capital * share) / 100),
    出资比例: share,
    出资期限: company.paid,
  })) as Record<string, CaseValue>[]
}

/** What 公司法 第四十六条 asks of the articles, article by article. */
const ARTICLES = (company: Company) => [
  `第一条 公司名称：${company.name}`,
  `第二条 公司住所：${company.address}`,
  `第三条 公司经营范围：${company.entries.join('；')}`,
  `第四条 公司注册资本：${company.capital / 10000}万元`,
  '第五条 股东的姓名或者名称、出资方式、出资额和出资日期',
  '第六条 公司的机构及其产生办法、职权、议事规则',
  '第七条 公司法定代表人的产生、变更办法',
  '第八条 股东会认为需要规定的其他事项',
]

/** The articles of a company, signed when `signed`; `amended`: the amendment that says what changed. */
export function articles(d: Draft, company: Company, signed: string, amended?: string): void {
  const names = company.holders.map(({ who }) => who.name).join(' ')
  d.paper(
    '章程',
    'ART',
    {
      单位名称: company.name,
      住所: company.address,
      经营范围: company.entries.join('；'),
      注册资本: yuan(company.capital),
      法定代表人产生办法: '由代表公司执行公司事务的董事担任，由股东会选举产生',
      签署日期: signed,
      法定代表人: company.legal.name,
      ...(amended
        ? { 修正条款: amended }
        : {
            股东: holderRows(company).map((row) => ({ ...row, 出资方式: '货币' })) as unknown as CaseValue,
            条款: ARTICLES(company),
          }),
    },
    {
      variant: amended ? '章程修正案' : '章程',
      marks: { 法定代表人签名: names, 盖章: amended ? company.name : false },
    },
  )
}

/** The resolution of the shareholders (or the decision of the only one) about `matters`. */
export function resolution(d: Draft, company: Company, matters: string, date: string): void {
  const names = company.holders.map(({ who }) => who.name)
  const single = names.length === 1
  d.paper(
    '股东会决议',
    'RES',
    {
      决议名称: `${company.name}${single ? '股东决定' : '股东会决议'}`,
      会议日期: date,
      表决比例: '代表100%表决权的股东同意',
      决议事项: matters,
      签署人: names,
    },
    { variant: single ? '股东决定' : '股东会决议', marks: { 股东签名: names.join(' '), 盖章: false } },
  )
  if (!single)
    d.mayFail({
      id: 'resolution-not-by-all',
      title: '决议上的签名和登记的股东不一致',
      slot: '股东会决议',
      fails: { 'M21-P02': '签署人与股东不一致' },
      apply: (draft) => {
        const stranger = person(draft.random('stranger'), draft.at).name
        const signers = [...names.slice(0, -1), stranger]
        draft.change('股东会决议', { 签署人: signers }, { 股东签名: signers.join(' ') })
      },
    })
  d.mayFail({
    id: 'resolution-unsigned',
    title: '决议没有股东签名',
    slot: '股东会决议',
    fails: { 'M21-P02': '决议没有股东签名' },
    apply: (draft) => draft.change('股东会决议', {}, { 股东签名: false }),
  })
}

/** Somebody who may not lead a company. */
export function offerBanned(d: Draft, one: Person, slot: string): void {
  d.mayFail({
    id: 'legal-banned',
    title: '法定代表人被限制任职',
    slot,
    touches: 'banned',
    refuse: true,
    fails: { 'M21-P01': '法定代表人在限制任职期内' },
    apply: (draft) => {
      const random = draft.random('banned')
      const decided = addDays(draft.at, -random.int(60, 600))
      draft.record(
        '信用处罚库',
        { cnid: one.number },
        {
          名称: one.name,
          证件号码: one.number,
          类别: '任职限制',
          事由: '担任被吊销营业执照、责令关闭公司的法定代表人，负有个人责任，未逾三年',
          决定日期: decided,
          期限: { from: decided, to: addYears(decided, 3) },
          状态: '有效',
        },
      )
    },
  })
}

/** The approval that a company needs before it is registered for selling fireworks. */
export function approval(d: Draft, firm: Pick<Firm, 'name'>): void {
  const date = addDays(d.at, -20)
  d.paper(
    '前置许可批准文件',
    'APR',
    {
      文件名称: '烟花爆竹经营（批发）许可的批复',
      文号: `沪应急许〔${date.slice(0, 4)}〕18号`,
      项目名称: '烟花爆竹批发',
      承担单位: firm.name,
      立项日期: date,
      发文单位: '上海市示例应急管理局',
      审批日期: date,
    },
    {
      variant: '通知',
      extra: { 标题: '关于烟花爆竹经营（批发）许可的批复' },
      marks: { 发文机关章: '上海市示例应急管理局' },
    },
  )
  d.mayFail({
    id: 'no-prior-approval',
    title: '经营范围有前置许可项目，没有批准文件',
    slot: '前置许可批准文件',
    fails: { 'S054-P02': '前置许可没有取得' },
    apply: (draft) => draft.remove('前置许可批准文件'),
  })
}
