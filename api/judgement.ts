import { loadCatalogue } from '../rules/catalogue/load.ts'
import type { Scenario } from '../rules/catalogue/scenario.ts'
import { judge } from '../rules/judge.ts'
import type { ScenarioDetail, ScenarioSummary } from './client.ts'
import type { Judgement } from './ports.ts'

/** The catalogue as the service uses it. Throws, naming file and line, when a catalogue file is wrong. */
export function createJudgement(): Judgement {
  const catalogue = loadCatalogue()
  const categories = new Map(catalogue.categories.map(({ id, name }) => [id, name]))
  const summaries = [...catalogue.scenarios.values()].map((scenario) => summary(scenario, categories))
  const sources = catalogue.sources.flatMap(({ name, agency, key, many }) => {
    const keys = key.filter((kind) => kind === 'cnid' || kind === 'uscc')
    return keys.length > 0 ? [{ source: name, agency, keys, many }] : []
  })
  return {
    catalogue: catalogue.version,
    scenarios: () => summaries,
    scenario(id) {
      const scenario = catalogue.scenarios.get(id)
      return scenario ? detail(scenario, categories) : null
    },
    sources: () => sources,
    requiredSources: () => sources,
    judge: ({ answers, ...input }) => judge({ ...input, catalogue, edits: answers }),
  }
}

function summary({ id, name, parts }: Scenario, categories: ReadonlyMap<string, string>): ScenarioSummary {
  const { matter, points } = parts
  return {
    id,
    name,
    matter: matter.name,
    category: categories.get(matter.category) ?? matter.category,
    dept: matter.dept,
    points: points.length,
    automatic: points.filter(({ part }) => part.automation !== 'manual').length,
  }
}

function detail(scenario: Scenario, categories: ReadonlyMap<string, string>): ScenarioDetail {
  const { file, fields, conditions } = scenario.parts
  return {
    ...summary(scenario, categories),
    applicants: file.value.applicants,
    materials: scenario.materials.map(({ material, documentTypes }) => ({
      slot: material.slot,
      documentTypes,
      many: material.many,
      required: material.required,
      note: material.note ?? null,
      exempt: material.exempt?.by ?? null,
    })),
    fields: fields.map(({ part: { key, name, type, values, unit, required, hint } }) => ({
      key,
      name,
      type,
      values: values ?? [],
      unit: unit ?? null,
      required,
      hint: hint ?? null,
    })),
    conditions: conditions.map(({ part: { id, text, mode } }) => ({ id, text, mode })),
  }
}
