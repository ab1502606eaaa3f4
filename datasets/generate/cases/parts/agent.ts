import type { CaseValue } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { identityCard, register } from './identity.ts'

/** Who gives the power: a firm seals and its legal representative signs, a person signs. */
export interface Principal {
  name: string
  signer: string
  firm: boolean
}

/** MOD-AGENT: now and then somebody else comes to the counter, with a letter of attorney for `business` (办理…). */
export function agent(d: Draft, principal: Principal, business: string, chance = 0.3): Person | null {
  const random = d.random('agent')
  if (!random.chance(chance)) {
    d.none('本人（法定代表人）办理，没有委托', 'AGENT-P01', 'AGENT-P02', 'AGENT-P03', 'AGENT-P04')
    return null
  }
  const one = person(random, d.at)
  d.applicant = { ...d.applicant, agent: { name: one.name, idNumber: one.number, phone: one.phone } }
  d.known({ ag_name: one.name, ag_idno: one.number, ag_tel: one.phone })
  register(d, one)
  const from = addDays(d.at, -random.int(2, 12))
  d.paper(
    '授权委托书',
    'POA',
    {
      委托人: principal.name,
      受托人姓名: one.name,
      受托人证件号码: one.number,
      受托人电话: one.phone,
      委托事项: `办理${business}申请事宜`,
      委托权限: `代为提交${business}申请、补正材料、接受询问、领取证照和文书`,
      委托期限: { from, to: addDays(from, 180) },
      签署日期: from,
    },
    {
      marks: {
        委托人盖章: principal.firm ? principal.name : false,
        委托人签名: principal.signer,
        受托人签名: one.name,
      },
    },
  )
  d.paper('受托人身份证', 'ID', identityCard(one))
  const letter = (
    id: string,
    title: string,
    point: string,
    fields: Record<string, CaseValue>,
    marks?: Record<string, string | false>,
  ) =>
    d.mayFail({
      id,
      title,
      slot: '授权委托书',
      fails: { [point]: title },
      apply: (draft) => draft.change('授权委托书', fields, marks),
    })
  letter('power-unsigned', '授权委托书没有委托人签名、盖章', 'AGENT-P01', {}, { 委托人盖章: false, 委托人签名: false })
  letter('power-narrow', '授权委托书的权限没有写补正和领证', 'AGENT-P03', { 委托权限: `代为提交${business}申请` })
  letter('power-expired', '授权委托书已过委托期限', 'AGENT-P04', {
    委托期限: { from: addDays(d.at, -100), to: addDays(d.at, -9) },
    签署日期: addDays(d.at, -100),
  })
  const another = person(d.random('another-agent'), d.at)
  letter(
    'power-for-another',
    '授权委托书上的受托人是另一个人，不是来办的人',
    'AGENT-P02',
    { 受托人姓名: another.name, 受托人证件号码: another.number, 受托人电话: another.phone },
    { 受托人签名: another.name },
  )
  return one
}
