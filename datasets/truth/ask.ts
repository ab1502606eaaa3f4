import { comparable } from '../../facts/values/text.ts'
import type { CaseValue, RegistryRecord } from '../case-format.ts'
import { blank, text } from './compare.ts'
import { type Label, none } from './label.ts'
import type { TrueCase, TrueDocument } from './true-case.ts'

const UNKNOWN = ['not given', '依据待核', '']

/** A parameter of the matter; `= 申请表.key` and `= 材料位.字段` are looked up; null when not given. */
export function param(c: TrueCase, name: string): CaseValue {
  const set = c.asked.parameters.get(name) as CaseValue | undefined
  if (typeof set !== 'string') return set ?? null
  if (UNKNOWN.includes(set)) return null
  const [, from, key] = /^=\s*([^.]+)\.(.+)$/u.exec(set) ?? []
  if (from === undefined || key === undefined) return set
  return from === '申请表' ? c.form(key) : c.on(from, key)
}

/** Declared, and nobody knows its value (依据待核): not the same as knowing that there is no such requirement (null). */
export function isUnsettled(c: TrueCase, name: string): boolean {
  return c.asked.parameters.has(name) && c.asked.parameters.get(name) === undefined
}

/** The words of a list parameter; none when not given. */
export function words(c: TrueCase, name: string): string[] {
  const set = param(c, name)
  return Array.isArray(set) ? set.map((one) => text([one] as string[])) : blank(set) ? [] : [text(set)]
}

/** The rows of a table parameter. */
export function table(c: TrueCase, name: string): readonly Record<string, unknown>[] {
  const set = c.asked.parameters.get(name)
  return Array.isArray(set) ? (set as Record<string, unknown>[]) : []
}

/** The papers of a slot that are of a type that may fill it. */
export function papers(c: TrueCase, slot: string): readonly TrueDocument[] {
  const types = c.asked.slots.find((one) => one.slot === slot)?.documentTypes ?? []
  return c.all(slot).filter(({ documentType }) => types.length === 0 || types.includes(documentType))
}

/** The first such paper. */
export function paper(c: TrueCase, slot: string): TrueDocument | undefined {
  return papers(c, slot)[0]
}

/** Decides by the paper of a slot; 不适用 when it was not handed in or is another paper. */
export function by(c: TrueCase, slot: string, decide: (paper: TrueDocument) => Label): Label {
  const found = paper(c, slot)
  return found ? decide(found) : none(`缺${slot}`)
}

/** A field of the first paper of a slot that is of the right type. */
export function field(c: TrueCase, slot: string, name: string): CaseValue {
  return paper(c, slot)?.fields[name] ?? null
}

/** A seal or signature is on the paper; an electronic licence has none to show and needs none. */
export function has(paper: TrueDocument, mark: string): boolean {
  return paper.exempt || (paper.electronic && paper.signed) || (paper.marks[mark]?.present ?? false)
}

/** The paper that shows who the firm is: its licence, else the certificate of a school or an association. */
export function charter(c: TrueCase): TrueDocument | undefined {
  return paper(c, '营业执照') ?? paper(c, '法人登记证书')
}

/** A field of that paper; of an electronic licence that tells only its number, as 法人库 holds it. */
export function chartered(c: TrueCase, name: string): CaseValue {
  const shown = charter(c)
  const value = shown?.fields[name] ?? null
  const code = blank(c.form('uscc')) ? (c.applicant.uscc ?? null) : c.form('uscc')
  return blank(value) && shown?.exempt && !blank(code) ? get(c.about('法人库', text(code))[0], name) : value
}

/** A value of a record. */
export function get(record: RegistryRecord | undefined, field: string): CaseValue {
  return (record?.[field] as CaseValue | undefined) ?? null
}

/** The record of the applying firm in 法人库: by the code on the form, else on its licence, else of its account. */
export function firm(c: TrueCase): RegistryRecord | undefined {
  const codes = [c.form('uscc'), chartered(c, '统一社会信用代码'), c.applicant.uscc ?? null]
  for (const code of codes) {
    const [found] = blank(code) ? [] : c.about('法人库', text(code))
    if (found) return found
  }
  return undefined
}

/** 法人库 calls it, or the form or licence describes it as, an individual business. */
export function isSole(c: TrueCase): boolean {
  const says = [get(firm(c), '主体类别'), c.form('subj_type'), chartered(c, '类型')]
  return says.some((one) => text(one).includes('个体'))
}

/** The applicant as the form names it. */
export function applicant(c: TrueCase): string {
  return text(param(c, '申请人名称')) || text(c.form('subj_name')) || text(c.form('p_name')) || c.applicant.name
}

/** Someone acts for the applicant. */
export function hasAgent(c: TrueCase): boolean {
  return c.applicant.agent !== undefined || !blank(c.form('ag_name'))
}

const OTHER_SEAL = /财务|合同|发票|人事|业务|报关|专用|(?:部|办公室|科|分店|门店)章?$/u

/** A paper bears the applicant's own seal: not a department's, not one for invoices, not another firm's. */
export function sealedBy(paper: TrueDocument, mark: string, ...names: readonly string[]): boolean {
  if (!has(paper, mark)) return false
  const words = comparable(paper.marks[mark]?.text ?? '')
  if (words === '') return true
  const own = names.map(comparable).find((name) => name !== '' && words.includes(name))
  return own !== undefined && !OTHER_SEAL.test(words.replace(own, ''))
}

/** The record of 许可证库 with this number. */
export function permit(c: TrueCase, number: CaseValue): RegistryRecord | undefined {
  const named = text(number)
  return named === '' ? undefined : c.records('许可证库', (r) => text(get(r, '许可证编号')) === named)[0]
}
