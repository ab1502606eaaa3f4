import type { CaseValue } from '../../../case-format.ts'
import type { Random } from '../../random.ts'
import { cnid, mobile } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { personName } from '../../world/names.ts'
import { cards, type Person } from '../../world/people.ts'

const DOUBLE = /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|令狐|东方)/u

/** The family name of a person; a name with · has none to hand down. */
export function surname(name: string): string {
  return DOUBLE.exec(name)?.[0] ?? [...name][0] ?? ''
}

/** A money value of whole yuan. */
export function yuan(amount: number): { fen: number; currency: string } {
  return { fen: Math.round(amount * 100), currency: 'CNY' }
}

/** Whole years of age on `at`. */
export function ageOn(birth: string, at: string): number {
  return Number(at.slice(0, 4)) - Number(birth.slice(0, 4)) - (at.slice(5) < birth.slice(5) ? 1 : 0)
}

/**
 * Somebody of the family of `self`: of the given sex and birth date, registered at the same address. `heir`: bears the
 * surname. Under sixteen there is no identity card; the validity is then empty.
 */
export function relative(
  random: Random,
  at: string,
  self: Person,
  o: { sex: '男' | '女'; birth: string; heir?: boolean; region?: string },
): Person {
  let named = personName(random)
  while (named.sex !== o.sex || named.name.includes('·')) named = personName(random)
  const given = named.name.slice(surname(named.name).length)
  const held = cards(o.birth, at).filter(({ to }) => to === '长期' || to > addYears(at, 1))
  return {
    name: o.heir && !self.name.includes('·') ? surname(self.name) + given : named.name,
    people: o.heir ? self.people : named.people,
    sex: o.sex,
    birth: o.birth,
    number: cnid(random, o.region ?? self.number.slice(0, 6), o.birth, o.sex),
    address: self.address,
    issuer: self.issuer,
    validity: held.length > 0 ? random.pick(held) : { from: null, to: null },
    phone: mobile(random),
  }
}

/** A day of birth that makes somebody `years` old on `at`, some months into the year. */
export function bornYearsAgo(random: Random, at: string, years: number): string {
  return addDays(addYears(at, -years), -random.int(20, 340))
}

/** Rows of a family table as a form asks for them. */
export function rowOf(person: Person, more: Record<string, string> = {}): Record<string, string> {
  return { 姓名: person.name, 证件号码: person.number, ...more }
}

/** Number with one digit changed, so that its check no longer holds. */
export function oneDigitOff(number: string, at = number.length - 3): string {
  const digit = Number(number[at] ?? 0)
  return `${number.slice(0, at)}${(digit + 1) % 10}${number.slice(at + 1)}`
}

/** Fields of a record that tell whose it is. */
export function whose(person: Person): Record<string, CaseValue> {
  return { 姓名: person.name, 证件号码: person.number }
}
