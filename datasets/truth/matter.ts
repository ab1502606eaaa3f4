import { comparable } from '../../facts/values/text.ts'
import type { CaseValue, RegistryRecord } from '../case-format.ts'
import { field, firm, get, paper, papers } from './ask.ts'
import { blank, list, sameAddress, sameCode, sameName, text } from './compare.ts'
import { fail, type Label, none, pass } from './label.ts'
import type { TrueCase, TrueDocument } from './true-case.ts'

/** Passes when every condition holds, else fails with the reason of the first that does not. */
export function allOf(...conditions: readonly (readonly [boolean, string])[]): Label {
  const broken = conditions.find(([holds]) => !holds)
  return broken ? fail(broken[1]) : pass
}

/** Whether a paper shows what the form claims; a blank field claims nothing (that it is blank is another point). */
export function matches(
  same: (a: CaseValue | undefined, b: CaseValue | undefined) => boolean,
  shown: CaseValue | undefined,
  claimed: CaseValue,
): boolean {
  return blank(claimed) || same(shown, claimed)
}

/** The name is the applicant's: as the form, its licence or 法人库 writes it. */
export function isSelf(c: TrueCase, name: CaseValue | undefined): boolean {
  const own = [c.form('subj_name'), field(c, '营业执照', '名称'), get(firm(c), '名称')].filter((one) => !blank(one))
  return own.length === 0 || own.some((one) => sameName(one, name))
}

/** Decides by the paper of a slot or, where shared data spare the applicant from it (数据核验免交), by their record. */
export function byEither(
  c: TrueCase,
  slot: string,
  kept: RegistryRecord | undefined,
  decide: (fields: Readonly<Record<string, CaseValue>>) => Label,
): Label {
  const fields = paper(c, slot)?.fields ?? (kept ? {} : undefined)
  return fields ? decide(fields) : none(`缺${slot}`)
}

/** A licence whose electronic record does not call it withdrawn or run out. */
export function isLive(fields: Readonly<Record<string, CaseValue>>): boolean {
  return blank(fields.证照状态) || fields.证照状态 === '有效'
}

/** Records of a source about the applying firm: by the code on its form, on its licence or of its account. */
export function aboutFirm(c: TrueCase, source: string): readonly RegistryRecord[] {
  const codes = [c.form('uscc'), field(c, '营业执照', '统一社会信用代码'), c.applicant.uscc ?? null]
  return c.records(source, ({ 键 }) => codes.some((code) => Object.values(键).some((key) => sameCode(key, code))))
}

/** Whether 变更事项 on the form names one of these items. */
export function changes(c: TrueCase, ...items: readonly string[]): boolean {
  return list(c.form('chg_item')).some((one) => items.includes(one))
}

/** The first written value of a field among the papers of a slot. */
export function any(c: TrueCase, slot: string, name: string): CaseValue {
  return papers(c, slot).find((one) => !blank(one.fields[name]))?.fields[name] ?? null
}

const DENYING_BRACKET = /\([^()]*(?:不含|不包括|不包含|除外|不得|不从事|不经营)[^()]*\)/gu
const DENYING_CLAUSE =
  /^(?:均|也|且|本店|本项目|其中)?(?:无(?!障碍|菌|线|缝|害)|没有|未(?!成年)|暂无|非(?=电子|楼顶|屋顶|显示)|不(?:含|包括|涉及|设|得|需|经营|从事|存在|配|属|影响|占用)|除(?=.*外$))/u

/** Whether a clause of the text, or an item of the list, matches; a denial (不涉及绿化、管线) holds to the end of its sentence. */
export function tells(v: CaseValue | undefined, pattern: RegExp): boolean {
  const parts = Array.isArray(v) ? v.map((one) => text(typeof one === 'string' ? one : [one])) : [text(v)]
  return parts
    .flatMap((part) =>
      comparable(part)
        .replace(DENYING_BRACKET, '')
        .split(/[,。;()\n]/u),
    )
    .some((sentence) => {
      const clauses = sentence.split('、')
      const denied = clauses.findIndex((clause) => DENYING_CLAUSE.test(clause))
      return clauses.slice(0, denied < 0 ? clauses.length : denied).some((clause) => pattern.test(clause))
    })
}

/** What of the wanted things, each with the pattern of its names, the text does not tell. */
export function lacking(v: CaseValue | undefined, wanted: Readonly<Record<string, RegExp>>): string[] {
  return Object.entries(wanted)
    .filter(([, pattern]) => !tells(v, pattern))
    .map(([name]) => name)
}

/** Passes when the text tells all that is wanted, else names what it lacks. */
export function tellsAll(v: CaseValue | undefined, wanted: Readonly<Record<string, RegExp>>): Label {
  const missing = lacking(v, wanted)
  return missing.length === 0 ? pass : fail(`没有${missing.join('、')}`)
}

/** All that is written on a plan, item by item. */
export function drawn(plan: TrueDocument): string[] {
  return ['图名', '功能区', '设备设施位置', '出入口', '安全标注'].flatMap((part) => {
    const v = plan.fields[part]
    return Array.isArray(v) ? v.map((one) => text(typeof one === 'string' ? one : [one])) : [text(v)]
  })
}

/** Nothing is said: blank, or 无, 待定, /. */
export function unsaid(v: CaseValue | undefined): boolean {
  return blank(v) || /^(?:无|暂无|没有|待定|未定|不详|\/|-|—)+$/u.test(text(v).trim())
}

/** What 地理信息库 holds about an address. */
export function ground(c: TrueCase, address: CaseValue): RegistryRecord | undefined {
  return c.records('地理信息库', (r) => sameAddress(r.键.address ?? get(r, '地址'), address))[0]
}

/** The title of a place: as the paper of 不动产权证书 shows it, else as the register holds it (免交). */
export function title(c: TrueCase, address: CaseValue): { use: CaseValue; owner: CaseValue } | undefined {
  const given = paper(c, '不动产权证书')?.fields
  if (given) return { use: given.用途 ?? null, owner: given.权利人 ?? null }
  const held = c.records('不动产登记库', (r) => sameAddress(get(r, '坐落'), address))[0]
  return held && { use: get(held, '用途'), owner: get(held, '权利人') }
}

/** The place is a dwelling by its title, or by what the map holds of the building. */
export function isDwelling(c: TrueCase, address: CaseValue): boolean {
  const use = text(title(c, address)?.use)
  if (/居住|住宅|公寓|宿舍|别墅/u.test(use) && !/商|办公|店|工业|非居住|非住宅/u.test(use)) return true
  const map = ground(c, address)
  return get(map, '房屋性质') === '居住' || get(map, '居民楼内') === true
}

/** The seal is there and, where it names a firm, it names this one. */
export function bears(of: TrueDocument, mark: string, name: CaseValue = null): boolean {
  if (of.exempt || (of.electronic && of.signed)) return true
  const seal = of.marks[mark]
  const words = comparable(seal?.text ?? '')
  const firm = comparable(text(name))
  return (seal?.present ?? false) && (firm === '' || !/公司|集团|厂$|院$|局$/u.test(words) || words.includes(firm))
}
