import { cnid } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { identityCard, register } from './identity.ts'

/** A person who applies in his or her own name (MOD-PERS). */
export interface PersonalApplicant extends Person {
  /** Where he or she lives now, in the district. */
  home: string
}

/** Other districts of the city, where somebody who lives here may be registered. */
const ELSEWHERE = [
  ['310104', '上海市徐汇区', '徐汇'],
  ['310112', '上海市闵行区', '闵行'],
  ['310110', '上海市杨浦区', '杨浦'],
] as const

/** A person whose household is registered in the city: mostly where he or she lives, sometimes in another district. */
function citizen(d: Draft, one: Person, home: string): Person {
  const random = d.random('local')
  if (random.chance(0.8))
    return {
      ...one,
      address: home,
      number: cnid(random, DISTRICT.code, one.birth, one.sex),
      issuer: '上海市公安局普陀示例分局',
    }
  const [code, place, office] = random.pick(ELSEWHERE)
  return {
    ...one,
    address: `${place}文昌路${random.int(12, 980)}号${random.int(1, 6)}0${random.int(1, 4)}室`,
    number: cnid(random, code, one.birth, one.sex),
    issuer: `上海市公安局${office}示例分局`,
  }
}

/**
 * Sections of MOD-PERS: form, population register, residence register, identity card. `local`: household registered in the
 * city, mostly in the district.
 */
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
  const self = { ...(local ? citizen(d, one, home) : one), home }
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
  register(d, self, { 居住地址: home })
  if (d.hasField('p_live'))
    d.record(
      '实有人口库',
      { cnid: self.number },
      { 居住地址: home, 登记状态: '有效', 居住登记日期: addDays(addYears(d.at, -2), random.int(1, 200)) },
    )
  if (d.hasSlot('申请人身份证') && random.chance(0.6)) d.paper('申请人身份证', 'ID', identityCard(self))
  d.none('本人办理，没有委托', 'PERS-P04')
  if (d.scenario.parameters.get('户籍要求') === null) d.none('本事项不看户籍和居住状态', 'PERS-P03')
  offerCardDefects(d, self)
  offerHomeDefects(d, self, local)
  return self
}

const own =
  (self: Person) =>
  ({ 键 }: { 键: { cnid?: string | undefined } }) =>
    键.cnid === self.number

function offerCardDefects(d: Draft, self: Person): void {
  d.mayFail({
    id: 'identity-card-expired',
    title: '申请人身份证已过期',
    slot: '申请人身份证',
    fails: { 'PERS-P02': '身份证已过期' },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('expired').int(3, 200))
      const validity = { from: addYears(until, -10), to: until }
      draft.amend('人口库', { 身份证有效期限: validity }, own(self))
      if (draft.of('申请人身份证').length > 0) draft.change('申请人身份证', { 有效期限: validity })
    },
  })
  d.mayFail({
    id: 'birth-by-old-calendar',
    title: '出生日期填的是农历',
    slot: '申请表',
    touches: 'p_birth',
    fails: { 'PERS-P01': '出生日期与公民身份号码不一致' },
    apply: (draft) => draft.answer('p_birth', addDays(self.birth, -draft.random('lunar').int(25, 48))),
  })
  if (!d.hasField('p_tel')) return
  d.mayFail({
    id: 'mobile-number-short',
    title: '手机号码少写一位',
    slot: '申请表',
    touches: 'p_tel',
    fails: { 'FORM-P02': '手机号码少一位', 'M47-P04': '联系电话不对' },
    apply: (draft) => draft.answer('p_tel', self.phone.slice(0, 10)),
  })
}

/** Points that ask for a household registered in the city. */
const CITY = {
  'PERS-P03': '户籍不在本市',
  'M46-P01': '户籍不在本市',
  'M46-P02': '户籍不在本市',
  'M48-P02': '户籍不在本市',
}

function offerHomeDefects(d: Draft, self: Person, local: boolean): void {
  const required = d.scenario.parameters.get('户籍要求')
  if (required === '本市户籍' && local)
    d.mayFail({
      id: 'household-moved-away',
      title: '户籍已经迁到外省',
      slot: '户口簿',
      touches: '户籍',
      refuse: true,
      fails: CITY,
      apply: (draft) => moveHousehold(draft, self, '江苏省盐城市亭湖区文昌路318号2幢402室'),
    })
  if (required === '户籍或居住证或实有人口' && !self.address.startsWith('上海市'))
    d.mayFail({
      id: 'residence-not-registered',
      title: '没有本市户籍、居住证，居住登记也已注销',
      slot: '居住证',
      touches: '户籍',
      fails: { 'PERS-P03': '没有户籍、居住证、居住登记' },
      apply: (draft) => draft.amend('实有人口库', { 登记状态: '注销' }),
    })
  if (d.scenario.parameters.get('受理地址') != null && d.hasField('p_live'))
    d.mayFail({
      id: 'another-district',
      title: '户籍和居住地都不在本区',
      slot: '户口簿',
      touches: '户籍',
      refuse: true,
      fails: { 'FORM-P07': '户籍地和居住地都不在本区' },
      apply: (draft) => {
        const there = '上海市徐汇区文昌路218号3幢201室'
        if (local) moveHousehold(draft, self, there)
        draft.amend('实有人口库', { 居住地址: there })
        draft.amend('人口库', { 居住地址: there }, own(self))
        draft.form.p_live = there
        for (const key of ['ch_place', 'zc_addr']) if (draft.form[key]) draft.form[key] = there
      },
    })
}

/** Registers the household elsewhere, on every paper and in every source. */
function moveHousehold(draft: Draft, self: Person, there: string): void {
  draft.amend('人口库', { 户籍地址: there }, own(self))
  draft.form.p_huji = there
  const change = (at: Record<string, unknown>) => {
    if (at.住址 === self.address) at.住址 = there
  }
  for (const { type, content } of draft.papers) if (type === 'ID' || type === 'HKB') change(content.fields)
  for (const record of draft.registry.电子证照 ?? []) change(record)
}
