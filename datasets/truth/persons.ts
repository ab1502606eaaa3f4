import { parseAddress } from '../../facts/values/address.ts'
import { readCnid } from '../../facts/values/cnid.ts'
import { currentDistrict } from '../../facts/values/region.ts'
import type { CaseValue, RegistryRecord } from '../case-format.ts'
import { field, papers } from './ask.ts'
import { dateOf, inForce, sameCode, sameName, text, yearsBetween } from './compare.ts'
import type { TrueCase, TrueDocument } from './true-case.ts'

/** What a record of a shared source holds under a field; null when it holds nothing. */
export function held(record: RegistryRecord | undefined, name: string): CaseValue {
  return (record?.[name] as CaseValue | undefined) ?? null
}

/** The applying person's own card, not that of an agent or spouse lying in its place. */
function myCard(c: TrueCase): TrueDocument | undefined {
  const mine = [c.applicant.idNumber ?? '', text(c.form('p_idno'))]
  return papers(c, '申请人身份证').find(
    ({ fields }) =>
      mine.includes(text(fields.公民身份号码) || '-') ||
      [c.applicant.name, c.form('p_name')].some((name) => sameName(name, fields.姓名)),
  )
}

/** Numbers under which the sources may know the applying person: who logged in, what the card says, what the form says. */
export function myNumbers(c: TrueCase): string[] {
  const all = [c.applicant.idNumber ?? '', text(myCard(c)?.fields.公民身份号码), text(c.form('p_idno'))]
  return [...new Set(all.filter((one) => one !== ''))]
}

/** Records of a source asked for by a number, or that name it (the spouse, the mother). */
export function naming(c: TrueCase, source: string, number: CaseValue): readonly RegistryRecord[] {
  const asked = text(number)
  return c.records(
    source,
    (one) => asked !== '' && [...Object.values(one.键), ...Object.values(one)].some((value) => value === asked),
  )
}

/** Whether a person is married by the latest entry in 婚姻登记库. */
export function married(c: TrueCase, number: CaseValue): boolean {
  const day = (one: RegistryRecord) => dateOf(held(one, '登记日期')) ?? ''
  const entries = [...naming(c, '婚姻登记库', number)].sort((a, b) => day(a).localeCompare(day(b)))
  return held(entries.at(-1), '婚姻状况') === '已婚'
}

/** Records of a source about the applying person. */
export function aboutMe(c: TrueCase, source: string): readonly RegistryRecord[] {
  const mine = myNumbers(c)
  return c.records(source, ({ 键 }) => mine.some((number) => Object.values(键).includes(number)))
}

/** Birth day of the applying person: 人口库, else the card, else the number, else the form. */
export function birthOf(c: TrueCase): string | null {
  const known = dateOf(held(aboutMe(c, '人口库')[0], '出生日期')) ?? dateOf(myCard(c)?.fields.出生)
  const numbered = myNumbers(c).map((number) => readCnid(number).birth)
  return known ?? numbered.find((birth) => birth !== null) ?? dateOf(c.form('p_birth'))
}

/** 男 or 女, from the same places; '' when none tells. */
export function sexOf(c: TrueCase): string {
  const known = text(held(aboutMe(c, '人口库')[0], '性别')) || text(myCard(c)?.fields.性别)
  const numbered = myNumbers(c).map((number) => readCnid(number).sex)
  return known || (numbered.find((sex) => sex !== null) ?? text(c.form('p_sex')))
}

/** Age in whole years on the day of the application; null when no birth day is known. */
export function ageOf(c: TrueCase): number | null {
  const birth = birthOf(c)
  return birth === null ? null : yearsBetween(birth, c.at)
}

/** Where the applying person is registered (户籍): 人口库, else 户口簿, else the card, else the form. */
export function hukouOf(c: TrueCase): string {
  const registered =
    text(held(aboutMe(c, '人口库')[0], '户籍地址')) || text(held(aboutMe(c, '人口核验库')[0], '户籍地址'))
  return registered || text(field(c, '户口簿', '住址')) || text(myCard(c)?.fields.住址) || text(c.form('p_huji'))
}

/** Where the applying person lives: 实有人口库, else 人口库, else the form. */
export function homeOf(c: TrueCase): string {
  const living = aboutMe(c, '实有人口库').find((record) => held(record, '登记状态') !== '注销')
  return text(held(living, '居住地址')) || text(held(aboutMe(c, '人口库')[0], '居住地址')) || text(c.form('p_live'))
}

/** An address in Shanghai: it says so, or names one of its districts and no other province or city. */
export function inShanghai(address: CaseValue): boolean {
  const { province, city, district } = parseAddress(text(address))
  if (province !== null) return province === '上海'
  if (city !== null) return city === '上海'
  return text(address).includes('上海') || (district !== null && currentDistrict(district) !== null)
}

/** The Shanghai district an address lies in, by today's name; null when it does not say or lies elsewhere. */
export function districtIn(address: CaseValue): string | null {
  const { district } = parseAddress(text(address))
  return inShanghai(address) && district !== null ? currentDistrict(district) : null
}

/** Whether an address lies in the district that the application was handed to; null when it names no district. */
export function inOurDistrict(c: TrueCase, address: CaseValue): boolean | null {
  const found = districtIn(address)
  if (found !== null) return found === (currentDistrict(c.asked.district) ?? c.asked.district)
  const elsewhere = parseAddress(text(address)).province !== null && !inShanghai(address)
  return elsewhere ? false : null
}

/** Registrations of a kind in 就业库 (失业登记, 就业困难人员认定 …) that stand on the day of the application. */
export function employmentRecords(c: TrueCase, kind: string): readonly RegistryRecord[] {
  return aboutMe(c, '就业库').filter(
    (one) =>
      held(one, '登记类别') === kind && held(one, '状态') !== '失效' && inForce(held(one, '有效期限'), c.at, true),
  )
}

/** Benefits of a kind in 民政救助库 that stand on the day of the application. */
export function benefits(c: TrueCase, ...kinds: readonly string[]): readonly RegistryRecord[] {
  return aboutMe(c, '民政救助库').filter(
    (one) =>
      kinds.includes(text(held(one, '类别'))) &&
      held(one, '状态') === '有效' &&
      inForce(held(one, '有效期限'), c.at, true),
  )
}

/** Whether 社保库 shows the person insured by the firm now. */
export function insuredBy(c: TrueCase, cnid: CaseValue, uscc: CaseValue, name: CaseValue): boolean {
  return c.about('社保库', text(cnid)).some((one) => {
    const code = held(one, '单位统一社会信用代码')
    const here = text(code) === '' ? sameName(held(one, '参保单位'), name) : sameCode(code, uscc)
    return here && held(one, '参保状态') === '在缴'
  })
}

/** Whether a firm or shop that the person runs is in business by 企业任职库. */
export function runsBusiness(c: TrueCase): boolean {
  return aboutMe(c, '企业任职库').some(
    (one) => ['法定代表人', '经营者'].includes(text(held(one, '角色'))) && held(one, '登记状态') === '存续',
  )
}
