import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import type { Mismatch } from '../results.ts'

/** Kinds of applicants as scenarios name them. */
export const PERSON = '个人'
export const ORGANISATIONS: readonly string[] = ['企业', '个体工商户', '农民专业合作社', '社会组织', '事业单位', '机关']

/** Words of a matter's name that only say who applies: 公司登记, 个体工商户登记 and 社会服务机构登记 are one thing for three. */
const WHO = /（[^）]*）|公司|企业|个体工商户|农民专业合作社|社会组织|社会服务机构|事业单位|个人/gu

/**
 * What an applicant of these kinds, whom a scenario does not take, may apply for instead: a scenario of the same matter, in
 * the same situation if there is one; else the same situation of the matter that bears the same name for such applicants.
 */
export function scenariosFor(kinds: readonly string[], scenario: Scenario, catalogue: Catalogue): Mismatch['suggest'] {
  const { matter } = scenario.parts
  const { situation } = scenario.parts.file.value
  const fitting = [...catalogue.scenarios.values()].filter(
    ({ id, parts }) => id !== scenario.id && parts.file.value.applicants.some((kind) => kinds.includes(kind)),
  )
  const own = fitting.filter(({ parts }) => parts.matter.id === matter.id)
  const same = own.filter(({ parts }) => parts.file.value.situation === situation)
  const chosen = same.length > 0 ? same : own
  if (chosen.length > 0) return chosen.map(({ id, name }) => ({ id, name }))
  const act = matter.name.replace(WHO, '')
  return fitting
    .filter(({ parts }) => parts.file.value.situation === situation && parts.matter.name.replace(WHO, '') === act)
    .map(({ id, name, parts }) => ({ id, name: `${parts.matter.name} ${name}` }))
}
