import type { Catalogue } from './catalogue.ts'
import type { Scenario } from './scenario.ts'
import { isAutomatic } from './settled-parameters.ts'

/** A scenario as a list shows it; `automatic` counts the points that a program decides: none that awaits a parameter nobody has set. */
export function scenarioSummary(scenario: Scenario) {
  const { matter, points } = scenario.parts
  return {
    id: scenario.id,
    name: scenario.name,
    matter: matter.name,
    category: matter.category,
    dept: matter.dept,
    points: points.length,
    automatic: points.filter(({ part }) => isAutomatic(scenario.parts, part)).length,
  }
}

/** A scenario as an applicant sees it before starting: materials, form fields and conditions. */
export function scenarioDetail(scenario: Scenario) {
  const { file, fields, materials, conditions } = scenario.parts
  return {
    ...scenarioSummary(scenario),
    applicants: file.value.applicants,
    materials: materials.map(({ part }) => ({
      slot: part.slot,
      documentTypes: part.documents.map((id) => scenario.documentTypes.get(id)?.name ?? id),
      many: part.many,
      required: part.required,
      note: part.note ?? null,
      exempt: part.exempt?.by ?? null,
    })),
    fields: fields.map(({ part }) => ({
      key: part.key,
      name: part.name,
      type: part.type,
      values: part.values ?? [],
      unit: part.unit ?? null,
      required: part.required,
      hint: part.hint ?? null,
    })),
    conditions: conditions.map(({ part }) => ({ id: part.id, text: part.text, mode: part.mode })),
  }
}

/** All scenarios of the catalogue, in the order of their ids. */
export function scenarioSummaries(catalogue: Catalogue) {
  return [...catalogue.scenarios.values()].map(scenarioSummary)
}
