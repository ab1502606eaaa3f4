import { applicant, by, has, hasAgent, isSole, paper, words } from '../ask.ts'
import { blank, inForce, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { type Check, type Checks, fail, holds, none } from '../label.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

/** Nobody acts for the applicant: nothing to ask; a relative who proves kinship needs no power of attorney. */
const withPower =
  (decide: (c: TrueCase, power: TrueDocument) => ReturnType<Check>): Check =>
  (c) => {
    if (!hasAgent(c) && !paper(c, '授权委托书')) return none('没有代理人')
    return by(c, '授权委托书', (power) => decide(c, power))
  }

/** The one who really comes: as logged in, else as on the form, else as on the agent's identity card. */
function actor(c: TrueCase) {
  const card = paper(c, '受托人身份证')?.fields ?? {}
  return {
    name: c.applicant.agent?.name ?? (text(c.form('ag_name')) || text(card.姓名)),
    number: c.applicant.agent?.idNumber ?? (text(c.form('ag_idno')) || text(card.公民身份号码)),
  }
}

const WHOLE = /全权|一切(?:事宜|事项|手续)|全部(?:事宜|事项|手续)|所有(?:事宜|事项|手续)|全程/u

export const CHECKS: Checks = {
  'AGENT-P01': withPower((c, power) => {
    // What is being founded acts through the head it will have.
    // Settled with the generator: so does a person who founds it.
    const person = c.applicant.kind === 'person' ? c.applicant.name : ''
    const names = [applicant(c), isSole(c) ? text(c.form('lrep_name')) : '', text(c.form('mf2_lrep')), person]
    if (!names.some((name) => sameName(name, power.fields.委托人))) return fail('委托人不是申请人')
    const firm = c.applicant.kind === 'organisation'
    if (firm && !isSole(c) && !has(power, '委托人盖章')) return fail('委托书没有盖委托单位的章')
    if (firm && isSole(c) && !has(power, '委托人盖章') && !has(power, '委托人签名')) return fail('委托书没有签章')
    return holds(has(power, '委托人签名'), '委托书没有委托人签名')
  }),
  'AGENT-P02': withPower((c, power) => {
    const { name, number } = actor(c)
    if (name === '' && number === '') return none('没有代理人')
    const { 受托人姓名, 受托人证件号码 } = power.fields
    const card = paper(c, '受托人身份证')?.fields
    const same = sameName(name, 受托人姓名) && sameCode(number, 受托人证件号码)
    const shown = !card || (sameName(card.姓名, 受托人姓名) && sameCode(card.公民身份号码, 受托人证件号码))
    return holds(same && shown, '受托人与实际办件人不一致')
  }),
  'AGENT-P03': withPower((c, power) => {
    const what = `${text(power.fields.委托事项)}。${text(power.fields.委托权限)}`
    const matter = words(c, '事项称谓')
    if (matter.length > 0 && !speaksOf(what, ...matter)) return fail('委托事项不是本次申请的事项')
    if (WHOLE.test(what)) return holds(true, '')
    const mend = speaksOf(what, '补正', '补充', '更正', '修改', '补齐')
    const collect = speaksOf(what, '领', '签收', '取证', '取件')
    return holds(mend && collect, '委托权限没有写明补正、领取')
  }),
  'AGENT-P04': withPower((c, power) =>
    blank(power.fields.委托期限)
      ? fail('委托书没有写期限')
      : holds(inForce(power.fields.委托期限, c.at), '申请日不在委托期限内'),
  ),
}
