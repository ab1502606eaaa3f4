import { expect, test } from 'vitest'
import type { ReadDocument } from '../../facts/reading.ts'
import type { Value } from '../../facts/values/value.ts'
import type { Applicant, CaseInput, SubmittedMaterial } from '../index.ts'
import { answer, back, file, finding, front, licence, read, run, slot } from '../small-case.ts'

const WHOSE = '分不清是谁的'
/** Fronts and backs of another person and of the legal representative, whose card has expired. */
const other = front('李大雪', '310107199001011018')
const rep = front('王小满', '310107198503121023')
const [valid, expired] = [back('2036-05-31'), back('2026-05-31')]
const unslotted = (...documents: ReadDocument[]) => documents.map((one, i) => file(`c${i}`, null, one))
const byLicence = (materials: SubmittedMaterial[], applicant: Applicant | null = null) =>
  run([...materials, file('l', null, licence())], { applicant })

test('two persons’ cards put into one slot: the person asked for counts, the other card is set aside and told', () => {
  const cards = [
    file('x', '法定代表人身份证', front('李大雪', '310107199001011018'), back('2036-05-31')),
    file('w', '法定代表人身份证', front('王小满', '310107198503121023'), back('2026-05-31')),
  ]
  for (const materials of [cards, cards.toReversed()]) {
    const judged = run([file('a', '营业执照', licence()), ...materials])
    expect(judged.facts.facts.get('法定代表人身份证.姓名')?.value).toBe('王小满')
    expect(finding(judged, 'LREP-P03').verdict).toBe('fail')
    expect(slot(judged, '法定代表人身份证')?.why).toContain('x.jpg')
    const unnamed = run(materials)
    expect(unnamed.facts.facts.get('法定代表人身份证.公民身份号码')?.state).toBe('unreadable')
    expect(finding(unnamed, 'LREP-P03').verdict).toBe('unsure')
  }
})

test('identity cards without a slot go to the person that the licence or the authorisation names', () => {
  const agent: Applicant = {
    kind: 'organisation',
    name: '上海小满餐饮有限公司',
    agent: { name: '周立夏', idNumber: '310107199501011052' },
  }
  const judged = run(
    [
      file('x', null, front('周立夏', '310107199501011052')),
      file('y', null, back('2036-05-31')),
      file('z', null, front('王小满', '310107198503121023')),
      file('a', null, licence()),
    ],
    { applicant: agent },
  )
  expect(slot(judged, '法定代表人身份证')?.materials).toContain('z')
  expect(slot(judged, '受托人身份证')?.materials).toContain('x')
  expect(slot(judged, '营业执照')?.materials).toEqual(['a'])
})

test('another person’s card lies in no slot, and backs that nothing ties to a front decide nothing', () => {
  for (const backs of [
    [valid, expired],
    [expired, valid],
  ]) {
    const judged = byLicence(unslotted(other, rep, ...backs))
    expect(judged.facts.facts.get('法定代表人身份证.公民身份号码')?.value).toBe('310107198503121023')
    expect(finding(judged, 'LREP-P03')).toMatchObject({
      verdict: 'unsure',
      blockers: [{ missing: expect.stringContaining(WHOSE), settle: '请按人选择材料位' }],
    })
    expect(finding(judged, 'IMG-P02').message).not.toMatch(/法定代表人身份证|c0\.jpg/)
    const extra = judged.materials.find(({ extra: isExtra, materials }) => isExtra && materials.includes('c0'))
    expect(extra?.why).toContain('选')
  }
})

test('with an agent, two fronts and two backs in no telling order leave the backs undecided for both', () => {
  const agent: Applicant = {
    kind: 'organisation',
    name: '甲',
    agent: { name: '李大雪', idNumber: '310107199001011018' },
  }
  const judged = byLicence(unslotted(rep, other, valid, expired), agent)
  expect(judged.facts.facts.get('受托人身份证.姓名')?.value).toBe('李大雪')
  expect(judged.facts.facts.get('受托人身份证.有效期限')?.state).toBe('unreadable')
  expect(finding(judged, 'LREP-P03').verdict).toBe('unsure')
})

test('backs are tied by the file, by strict turns, by the issuing district, by being the only pair, or by the slot', () => {
  const verdict = (materials: SubmittedMaterial[]) => finding(byLicence(materials), 'LREP-P03').verdict
  expect(verdict([file('x', null, other, valid), file('w', null, rep, expired)])).toBe('fail')
  expect(verdict(unslotted(other, valid, rep, expired))).toBe('fail')
  expect(verdict(unslotted(rep, expired, other, valid))).toBe('fail')
  const of = (card: ReadDocument, more: Record<string, Value>) => ({
    ...card,
    fields: { ...card.fields, ...read('居民身份证', more).fields },
  })
  const pudong = of(other, { 住址: '上海市浦东新区世纪大道1号' })
  const putuo = of(rep, { 住址: '上海市普陀区长安路18弄' })
  const [byPudong, byPutuo] = [
    of(valid, { 签发机关: '上海市公安局浦东分局' }),
    of(expired, { 签发机关: '上海市公安局普陀分局' }),
  ]
  expect(verdict(unslotted(pudong, putuo, byPudong, byPutuo))).toBe('fail')
  expect(verdict(unslotted(pudong, byPutuo, putuo, byPudong))).toBe('fail')
  // 普陀第一分局 is no other district than 普陀区; 浦东分局 speaks against a back that follows the card of 普陀区.
  const byFirstOffice = of(expired, { 签发机关: '上海市公安局普陀第一分局' })
  expect(verdict(unslotted(pudong, byPudong, putuo, byFirstOffice))).toBe('fail')
  expect(verdict(unslotted(pudong, byPudong, putuo, of(expired, { 签发机关: '上海市公安局徐汇分局' })))).toBe('unsure')
  expect(verdict(unslotted(rep, valid, other))).toBe('unsure')
  const apart = unslotted(expired, licence(), rep)
  expect(verdict(apart)).toBe('fail')
  expect(verdict([...unslotted(other, valid), file('w', '法定代表人身份证', rep, expired)])).toBe('fail')
  // Taken again in its slot: the back is the card's whose front was placed by its name.
  expect(verdict([...unslotted(rep), file('w', '法定代表人身份证', expired)])).toBe('fail')
  expect(verdict([...unslotted(rep), file('w', '法定代表人身份证', valid)])).toBe('pass')
})

test('an agent named in the form counts like one who signed in; a blank form names none', () => {
  const agent = (edits: Record<string, unknown>) => {
    const judged = run([], { edits, sources: [answer('历史申报', { ag_name: '周立夏' }, { about: 'S001' })] })
    return { need: slot(judged, '授权委托书')?.need, because: finding(judged, 'AGENT-P01').because ?? '' }
  }
  const named = agent({ ag_name: '周立夏', ag_idno: '310107199501011052' })
  expect(named.need).toBe('required')
  expect(named.because).toContain('没有提交授权委托书，要点 IMG-P02')
  expect(agent({}).need).toBe('not-required')
  expect(agent({}).because).not.toContain('IMG-P02')
})

test('a relative with a paper of kinship needs no letter of authority for a person, but does for a firm', () => {
  const agent = { name: '周立夏', idNumber: '310107199501011052' }
  const person: Applicant = {
    kind: 'person',
    name: '李小满',
    idNumber: '310107198503121023',
    phone: '13800000000',
    agent,
  }
  const need = (more: Partial<CaseInput>, ...papers: SubmittedMaterial[]) => slot(run(papers, more), '授权委托书')?.need
  const booklet = file('a', '户口簿', read('居民户口簿', { 户主姓名: '周立夏', 姓名: '李小满' }))
  const own = { scenario: 'S090', edits: { p_name: '李小满' } }
  expect(need({ ...own, applicant: person })).toBe('required')
  expect(need({ ...own, applicant: person }, booklet)).toBe('not-required')
  // Nobody signed in as agent: PERS-P04 does not look at the kinship.
  expect(need({ scenario: 'S090', edits: { p_name: '李小满', ag_name: '周立夏' } }, booklet)).toBe('required')
  expect(need({ applicant: { ...person, kind: 'organisation' } }, booklet)).toBe('required')
})
