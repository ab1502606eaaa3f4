import type { SharedSource } from '../facts/shared-source.ts'
import { judge, loadCatalogue, requiredSources, scenarioDetail, scenarioSummary } from '../rules/index.ts'
import type { Judgement, RequiredSource } from './ports.ts'

/** The catalogue as the service uses it. Throws, naming file and line, when a catalogue file is wrong. */
export function createJudgement(): Judgement {
  const catalogue = loadCatalogue()
  const categories = new Map(catalogue.categories.map(({ id, name }) => [id, name]))
  const named = <T extends { category: string }>(scenario: T): T => ({
    ...scenario,
    category: categories.get(scenario.category) ?? scenario.category,
  })
  const summaries = [...catalogue.scenarios.values()].map((scenario) => named(scenarioSummary(scenario)))
  const sources = catalogue.sources.flatMap(askable)
  const required = new Map(
    [...catalogue.scenarios].map(([id, scenario]) => {
      const wanted = requiredSources(scenario).map(({ source }) => source)
      return [id, sources.filter(({ source }) => wanted.includes(source))]
    }),
  )
  return {
    catalogue: catalogue.version,
    scenarios: () => summaries,
    scenario(id) {
      const scenario = catalogue.scenarios.get(id)
      return scenario ? named(scenarioDetail(scenario)) : null
    },
    sources: () => sources,
    requiredSources: (scenario) => required.get(scenario) ?? [],
    judge: ({ answers, ...input }) => judge({ ...input, catalogue, edits: answers }),
  }
}

/** Sources asked by the numbers of people and firms; others (by file, by certificate number) are not connected. */
function askable({ name, agency, key, many, fields }: SharedSource): RequiredSource[] {
  const keys = key.filter((kind) => kind === 'cnid' || kind === 'uscc')
  const namesPeople = many && fields.some((field) => field.type === 'cnid' || field.name === '证件号码')
  return keys.length > 0 ? [{ source: name, agency, keys, namesPeople }] : []
}
