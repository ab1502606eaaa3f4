import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { register } from './identity.ts'
import { ageOn, bornYearsAgo, oneDigitOff, relative, rowOf } from './kin.ts'

/** 户主或与户主关系 as the household register writes it. */
export type Relation = '户主' | '妻' | '夫' | '子' | '女' | '父' | '母'

/** One who lives in the household of the applicant. */
export interface Member {
  person: Person
  relation: Relation
}

/** The household of an applicant: who is in it, and whether he or she is married. */
export interface Household {
  members: Member[]
  spouse: Person | null
  children: Person[]
  marriage: '未婚' | '已婚' | '离婚'
  /** Day of the wedding, and the number of its certificate; empty when not married. */
  wed: { day: string; number: string }
}

const REGISTRY_OFFICE = `上海市${DISTRICT.name}民政局示例婚姻登记中心`

export interface HouseholdOptions {
  marriage?: Household['marriage']
  /** Ages of the children who live there; drawn when missing. */
  children?: readonly number[]
  /** Years since the wedding. */
  wedYears?: readonly [number, number]
}

/** Draws the household of `self`, who heads it unless the spouse does. */
export function drawHousehold(d: Draft, self: Person, o: HouseholdOptions = {}): Household {
  const random = d.random('household')
  const age = ageOn(self.birth, d.at)
  const marriage = o.marriage ?? (age < 25 ? '未婚' : random.pick(['已婚', '已婚', '已婚', '离婚', '未婚'] as const))
  const other = self.sex === '男' ? '女' : '男'
  const spouse =
    marriage === '已婚'
      ? relative(random.fork('spouse'), d.at, self, {
          sex: other,
          birth: addDays(self.birth, random.int(-900, 900)),
        })
      : null
  const father = self.sex === '男' ? self : spouse
  const ages = o.children ?? (marriage === '未婚' || age < 28 ? [] : random.pick([[], [age - 27], [age - 26]]))
  const children = ages.map((years, i) =>
    relative(random.fork(`child-${i}`), d.at, father ?? self, {
      sex: random.pick(['男', '女'] as const),
      birth: bornYearsAgo(random.fork(`born-${i}`), d.at, years),
      heir: true,
    }),
  )
  for (const child of children) child.address = self.address
  const selfHeads = spouse === null || random.chance(0.6)
  const members: Member[] = [
    { person: self, relation: selfHeads ? '户主' : other === '女' ? '夫' : '妻' },
    ...(spouse ? [{ person: spouse, relation: selfHeads ? (other === '女' ? '妻' : '夫') : '户主' } as Member] : []),
    ...children.map((one): Member => ({ person: one, relation: one.sex === '男' ? '子' : '女' })),
  ]
  members.sort((a, b) => Number(b.relation === '户主') - Number(a.relation === '户主'))
  const [low, high] = o.wedYears ?? [2, 8]
  const years = Math.max(...ages.map((one) => one + 1), random.int(low, high))
  const day = addDays(addYears(d.at, -years), -random.int(5, 300))
  const number = `J${DISTRICT.code}-${day.slice(0, 4)}-${random.digits(6)}`
  return { members, spouse, children, marriage, wed: { day, number } }
}

/** What stands on the pages of the household register about one member. */
export function bookPage(home: Household, { person, relation }: Member): Record<string, CaseValue> {
  const head = home.members.find((one) => one.relation === '户主')?.person ?? person
  const married = home.marriage === '已婚' && !['子', '女'].includes(relation) ? '已婚' : home.marriage
  return {
    户别: '家庭户',
    户主姓名: head.name,
    住址: person.address,
    姓名: person.name,
    户主或与户主关系: relation,
    性别: person.sex,
    民族: person.people,
    出生日期: person.birth,
    公民身份号码: person.number,
    ...(['子', '女'].includes(relation) ? {} : { 婚姻状况: married }),
  }
}

/** The household register as people bring it: mostly on paper, a page each; sometimes in the electronic library. */
export function householdBook(d: Draft, home: Household, o: { slot?: string; paper?: number } = {}): boolean {
  const slot = o.slot ?? '户口簿'
  const random = d.random(`book/${slot}`)
  const onPaper = random.chance(o.paper ?? 0.8)
  home.members.forEach((member, i) => {
    const page = bookPage(home, member)
    if (onPaper)
      d.paper(slot, 'HKB', page, {
        key: `${slot}-${i}`,
        variant: '家庭户口',
        marks: { 户口专用章: `上海市公安局${DISTRICT.name}分局示例派出所户口专用章` },
      })
    else d.record('电子证照', { cnid: member.person.number }, { ...page, 证照状态: '有效' }, '居民户口簿')
  })
  return onPaper
}

/** The civil register's record of a marriage, under each party's number. */
export function recordMarriage(d: Draft, self: Person, home: Household): void {
  const { spouse, marriage, wed } = home
  const [man, woman] = self.sex === '男' ? [self, spouse] : [spouse, self]
  const fields: Record<string, CaseValue> = {
    ...(man ? { 男方姓名: man.name, 男方证件号码: man.number } : {}),
    ...(woman ? { 女方姓名: woman.name, 女方证件号码: woman.number } : {}),
    婚姻状况: marriage,
    ...(marriage === '未婚' ? {} : { 登记日期: wed.day, 登记机关: REGISTRY_OFFICE }),
    ...(marriage === '已婚' ? { 字号: wed.number } : {}),
  }
  // Who never married mostly has no record at all.
  if (marriage === '未婚' && d.random('unmarried').chance(0.6)) return
  for (const one of [self, ...(spouse ? [spouse] : [])]) d.record('婚姻登记库', { cnid: one.number }, fields)
}

/** The marriage certificate of a couple, held on paper or electronically. */
export function marriageCertificate(d: Draft, self: Person, home: Household): void {
  const { spouse, wed } = home
  if (!spouse) return
  const [man, woman] = self.sex === '男' ? [self, spouse] : [spouse, self]
  d.licence(
    '结婚证',
    'MRC',
    { cnid: self.number },
    {
      持证人: self.name,
      登记日期: wed.day,
      结婚证字号: wed.number,
      男方姓名: man.name,
      男方国籍: '中国',
      男方证件号码: man.number,
      女方姓名: woman.name,
      女方国籍: '中国',
      女方证件号码: woman.number,
      婚姻登记机关: REGISTRY_OFFICE,
    },
    { marks: { 登记机关章: REGISTRY_OFFICE } },
  )
}

/** The table of those who live together as the form asks for it. */
export function familyRows(home: Household): Record<string, string>[] {
  return home.members.map(({ person, relation }) => rowOf(person, { 关系: relation }))
}

/** MOD-FAMILY: members, household register, marriage; and what people leave out. */
export function family(d: Draft, self: Person, o: HouseholdOptions & { paper?: number } = {}): Household {
  const home = drawHousehold(d, self, o)
  for (const { person } of home.members) if (person !== self) register(d, person)
  const onPaper = householdBook(d, home, o)
  recordMarriage(d, self, home)
  marriageCertificate(d, self, home)
  const rows = familyRows(home)
  if (onPaper) d.known({ fm_list: rows })
  else d.typed({ fm_list: rows })
  if (d.registry.婚姻登记库) d.known({ fm_marr: home.marriage })
  else d.typed({ fm_marr: home.marriage })
  const others = home.members.filter(({ person }) => person !== self)
  if (d.hasField('fm_list') && others.length > 0) {
    d.mayFail({
      id: 'member-left-out',
      title: '家庭成员里漏写了一个人',
      slot: '申请表',
      touches: '户口簿',
      fails: { 'FAMILY-P01': '户口簿上有的人没有写' },
      apply: (draft) => {
        const left = draft.random('left-out').pick(others).person.number
        draft.answer(
          'fm_list',
          familyRows(home).filter((row) => row.证件号码 !== left),
        )
      },
    })
    d.mayFail({
      id: 'member-number-wrong',
      title: '家庭成员的证件号码写错一位',
      slot: '申请表',
      touches: '户口簿',
      fails: { 'FAMILY-P01': '成员证件号码与户口簿不一致', 'FORM-P02': '成员证件号码校验位不对' },
      apply: (draft) => {
        const wrong = draft.random('wrong').pick(others).person.number
        draft.answer(
          'fm_list',
          familyRows(home).map((row) => (row.证件号码 === wrong ? { ...row, 证件号码: oneDigitOff(wrong, 16) } : row)),
        )
      },
    })
  }
  d.mayFail({
    id: 'marriage-otherwise',
    title: '婚姻状况与婚姻登记不一致',
    slot: '申请表',
    touches: '结婚证',
    fails: { 'FAMILY-P02': '填的婚姻状况与婚姻登记库不同' },
    apply: (draft) =>
      draft.answer('fm_marr', home.marriage === '未婚' ? '离婚' : home.marriage === '离婚' ? '丧偶' : '离婚'),
  })
  return home
}
