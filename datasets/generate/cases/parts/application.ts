import { addDays } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'
import { chooseLayout } from '../fill-content.ts'

const FIRM_WORDS = /(餐饮|商贸|贸易|科技|文化|服务|管理|建筑|物流|医疗|信息|教育|广告|体育|旅游|印刷)/u

/** 申请书 (MOD-FORM) on paper, now and then: mostly the system makes it from the form. A firm seals, a person signs. */
export function applicationForm(
  d: Draft,
  who: { name: string; code: string; signer: string; firm: boolean },
  more: { fields?: Parameters<Draft['paper']>[2]; layout?: string; chance?: number } = {},
): void {
  const random = d.random('application')
  if (!d.hasSlot('申请书') || !random.chance(more.chance ?? 0.35)) return
  // The ruled form of the AF type's own layout is that of food businesses.
  const layout =
    more.layout ?? ['grid', 'certificate', chooseLayout('AF', d.habits.split, random)].find((l) => l !== 'formTable')
  d.paper(
    '申请书',
    'AF',
    {
      申请人: who.name,
      统一社会信用代码: who.code,
      申请事项: d.scenario.matter.name,
      申请类型: d.scenario.situation,
      申请日期: addDays(d.at, -1),
      ...more.fields,
    },
    {
      marks: { 签名: who.signer, 盖章: who.firm ? who.name : false },
      extra: { 标题: d.scenario.matter.name.replace(/（.*）/u, '') + random.pick(['申请表', '申请书']) },
      ...(layout ? { layout } : {}),
    },
  )
  d.mayFail({
    id: 'application-unsigned',
    title: '申请书没有签名也没有盖章',
    slot: '申请书',
    fails: { 'FORM-P03': '申请书既无签名也无公章' },
    apply: (draft) => draft.change('申请书', {}, { 签名: false, 盖章: false }),
  })
  d.mayFail({
    id: 'application-undated',
    title: '申请书的日期晚于提交日',
    slot: '申请书',
    fails: { 'FORM-P04': '申请书落款日期晚于提交日' },
    apply: (draft) => draft.change('申请书', { 申请日期: addDays(draft.at, 9) }),
  })
  if (who.firm)
    d.mayFail({
      id: 'application-other-name',
      title: '申请书写的单位名称与营业执照不一致',
      slot: '申请书',
      fails: { 'FORM-P05': '申请书的申请人名称与营业执照名称不同' },
      apply: (draft) => draft.change('申请书', { 申请人: otherName(who.name) }),
    })
}

/** The old name of a firm, or a slip of the pen. */
export function otherName(name: string): string {
  return FIRM_WORDS.test(name) ? name.replace(FIRM_WORDS, (word) => (word === '食品' ? '餐饮' : '食品')) : `${name}分店`
}
