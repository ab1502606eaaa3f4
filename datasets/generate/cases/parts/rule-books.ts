import { addDays } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'

export interface RuleBooks {
  /** Who applies. */
  name: string
  titles: readonly string[]
  responsible: string
  /** Required rules that the defect forgets, and the matter's own points that fail by it. */
  without?: { titles: RegExp; fails?: Readonly<Record<string, string>> }
  variant?: string
  /** Form field that lists the titles. */
  field?: string
}

/** MOD-SYS: management rules, and what is usually wrong with them. */
export function ruleBooks(d: Draft, o: RuleBooks): void {
  // The one variant of the type is that of food businesses; others have none.
  const food = d.scenario.matter.name.includes('食品')
  d.paper(
    '管理制度',
    'SYS',
    { 制度名称清单: [...o.titles], 单位名称: o.name, 责任人: o.responsible, 实施日期: addDays(d.at, -15) },
    {
      marks: { 盖章: o.name },
      ...(o.variant ? { variant: o.variant } : food ? {} : { variant: '', extra: { 标题: '管理制度' } }),
    },
  )
  const { without, field } = o
  if (d.scenario.parameters.get('必备制度') === null) d.none('没有规定必备的制度', 'SYS-P01')
  if (field) d.known({ [field]: [...o.titles] })
  if (without)
    d.mayFail({
      id: 'rules-incomplete',
      title: '管理制度缺必备的制度',
      slot: '管理制度',
      fails: { 'SYS-P01': '缺必备的制度', ...without.fails },
      apply: (draft) => {
        const { fields } = draft.one('管理制度').content
        const left = (fields.制度名称清单 as string[]).filter((title) => !without.titles.test(title))
        fields.制度名称清单 = left
        if (field) draft.known({ [field]: left })
      },
    })
  d.mayFail({
    id: 'rules-of-another-firm',
    title: '管理制度里是另一家单位的名称',
    slot: '管理制度',
    fails: { 'SYS-P02': '制度的单位名称不是申请人' },
    apply: (draft) => draft.change('管理制度', { 单位名称: '上海百味楼示例服务有限公司' }),
  })
  d.mayFail({
    id: 'rules-unsealed',
    title: '管理制度没有盖公章',
    slot: '管理制度',
    fails: { 'SYS-P03': '制度文本没有盖申请人公章' },
    apply: (draft) => draft.change('管理制度', {}, { 盖章: false }),
  })
}
