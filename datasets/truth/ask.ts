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

/** Decides by a slot's paper when it is there, and by what else is known when it is not. */
export function field(c: TrueCase, slot: string, name: string): CaseValue {
  return paper(c, slot)?.fields[name] ?? null
}

/** A seal or signature is on the paper; an electronic licence has none to show and needs none. */
export function has(paper: TrueDocument, mark: string): boolean {
  return paper.exempt || (paper.electronic && paper.signed) || (paper.marks[mark]?.present ?? false)
}

/** The record of the applying firm in 法人库, asked by the code on the form, else on its licence. */
export function firm(c: TrueCase): RegistryRecord | undefined {
  const code = text(c.form('uscc')) || text(field(c, '营业执照', '统一社会信用代码')) || (c.applicant.uscc ?? '')
  return code === '' ? undefined : c.about('法人库', code)[0]
}

/** The permit of the applicant that the form names by its number, else the only one it holds, in 许可证库. */
export function permit(c: TrueCase, number: CaseValue): RegistryRecord | undefined {
  const named = text(number)
  return named === '' ? undefined : c.records('许可证库', (r) => text(r.许可证编号 as CaseValue) === named)[0]
}

/** Someone acts for the applicant. */
export function hasAgent(c: TrueCase): boolean {
  return c.applicant.agent !== undefined || !blank(c.form('ag_name'))
}
