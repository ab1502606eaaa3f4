import { cnid } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { address, premises } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { identityCard, register } from './identity.ts'

/** A person who applies in his or her own name (MOD-PERS). */
export interface PersonalApplicant extends Person {
  /** Where he or she lives now, in the district. */
  home: string
}

/** Sections of MOD-PERS: form, population register, residence register, identity card. `local`: household registered in the district. */
export function personalApplicant(
  d: Draft,
  options: { age?: readonly [number, number]; sex?: '男' | '女'; local?: boolean } = {},
): PersonalApplicant {
  const random = d.random('applicant')
  const { local = random.chance(0.6), sex } = options
  let one = person(random, d.at, options.age ?? [22, 62])
  for (let again = 1; sex && one.sex !== sex; again += 1)
    one = person(d.random(`applicant-${again}`), d.at, options.age)
  const home = address(premises(d.random('home'), false))
  if (local)
    one = {
      ...one,
      address: home,
      number: cnid(d.random('local'), '310107', one.birth, one.sex),
      issuer: '上海市公安局普陀示例分局',
    }
  const self = { ...one, home }
  d.applicant = { kind: 'person', name: self.name, idNumber: self.number, phone: self.phone }
  d.known({
    p_name: self.name,
    p_sex: self.sex,
    p_birth: self.birth,
    p_idno: self.number,
    p_huji: self.address,
    p_live: home,
    p_tel: self.phone,
  })
  register(d, self)
  if (d.hasField('p_live'))
    d.record(
      '实有人口库',
      { cnid: self.number },
      { 居住地址: home, 登记状态: '有效', 居住登记日期: addDays(addYears(d.at, -2), random.int(1, 200)) },
    )
  if (d.hasSlot('申请人身份证') && random.chance(0.6)) d.paper('申请人身份证', 'ID', identityCard(self))
  d.none('本人办理，没有委托', 'PERS-P04')
  d.mayFail({
    id: 'identity-card-expired',
    title: '申请人身份证已过期',
    slot: '申请人身份证',
    fails: { 'PERS-P02': '身份证已过期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('expired').int(3, 200))
      const validity = { from: addYears(until, -10), to: until }
      draft.amend('人口库', { 身份证有效期限: validity }, ({ 键 }) => 键.cnid === self.number)
      if (draft.of('申请人身份证').length > 0) draft.change('申请人身份证', { 有效期限: validity })
    },
  })
  return self
}
