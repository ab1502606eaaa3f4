import type { SharedSource } from '../facts/shared-source.ts'
import type { ValueType } from '../facts/values/value.ts'
import {
  checkEligibility,
  type Guide,
  guideSources,
  judge,
  loadCatalogue,
  loadGuides,
  requiredSources,
  scenarioDetail,
  scenarioSummary,
  walkGuide,
} from '../rules/index.ts'
import type { Judgement, RequiredSource } from './ports.ts'
import { KEY_KINDS, type KeyKind } from './sources/connector.ts'

/** The catalogue as the service uses it. Throws, naming file and line, when a catalogue file is wrong. */
export function createJudgement(): Judgement {
  const catalogue = loadCatalogue()
  const guides = loadGuides(catalogue)
  const categories = new Map(catalogue.categories.map(({ id, name }) => [id, name]))
  const named = <T extends { category: string }>(scenario: T): T => ({
    ...scenario,
    category: categories.get(scenario.category) ?? scenario.category,
  })
  const summaries = [...catalogue.scenarios.values()].map((scenario) => named(scenarioSummary(scenario)))
  const sources = catalogue.sources.flatMap(askable)
  // On first use: to know what a scenario asks for, its rules must be parsed.
  const required = new Map<string, RequiredSource[]>()
  const requiredOf = (id: string): RequiredSource[] => {
    const known = required.get(id)
    const scenario = catalogue.scenarios.get(id)
    if (known || !scenario) return known ?? []
    const own = requiredSources(scenario).flatMap(({ source, askedBy }) => {
      const one = sources.find((known) => known.source === source)
      return one ? [{ ...one, askedBy: askedBy.flatMap((asked) => keyOf(asked, one.keys)) }] : []
    })
    required.set(id, own)
    return own
  }
  const guideOf = (matter: string): Guide => {
    const guide = guides.get(matter)
    if (!guide) throw new RangeError(`unknown matter ${matter}`)
    return guide
  }
  const summaryOf = (id: string) => summaries.find((summary) => summary.id === id) ?? null
  return {
    catalogue: catalogue.version,
    scenarios: () => summaries,
    scenario(id) {
      const scenario = catalogue.scenarios.get(id)
      return scenario ? named(scenarioDetail(scenario)) : null
    },
    documentTypes: () => catalogue.documentTypes,
    sources: () => sources,
    requiredSources: requiredOf,
    judge: ({ answers, ...input }) => judge({ ...input, catalogue, edits: answers }),
    matters: () =>
      catalogue.matters.map(({ id, name, category, dept }) => ({
        id,
        name,
        category: categories.get(category) ?? category,
        dept,
        scenarios: (guides.get(id)?.scenarios ?? []).flatMap((scenario) => summaryOf(scenario.id) ?? []),
      })),
    guideSources(matter) {
      const guide = guides.get(matter)
      if (!guide) return null
      const wanted = guideSources(guide)
      return sources.filter(({ source }) => wanted.includes(source))
    },
    walkGuide(matter, given, { answers, ...known }) {
      const walk = walkGuide(guideOf(matter), given, { ...known, catalogue, edits: answers })
      const next = walk.next && {
        id: walk.next.id,
        ask: walk.next.ask,
        hint: walk.next.hint ?? null,
        answers: walk.next.answers.map(({ say }) => say),
      }
      return { ...walk, matter, next, scenario: walk.scenario === null ? null : summaryOf(walk.scenario) }
    },
    checkEligibility(scenario, { answers, ...known }) {
      const input = { ...known, catalogue, scenario, edits: answers }
      const matter = catalogue.scenarios.get(scenario)?.parts.matter.id
      const guide = guides.get(matter ?? '') ?? null
      return { ...checkEligibility({ ...input, guide }), materials: judge({ ...input, materials: [] }).materials }
    },
  }
}

/** Sources asked by what a case names; others (by file, by certificate number) are not connected. */
function askable({ name, agency, key, many, fields }: SharedSource): RequiredSource[] {
  const keys = KEY_KINDS.filter((kind) => key.includes(kind))
  const namesPeople = many && fields.some((field) => field.type === 'cnid' || field.name === '证件号码')
  return keys.length > 0 ? [{ source: name, agency, keys, namesPeople, askedBy: [] }] : []
}

/** What a rule asks by: name, address, the number of a permit, or of a person where records go by that. */
function keyOf(
  { path, type }: { path: string; type: ValueType },
  keys: readonly KeyKind[],
): { path: string; kind: KeyKind }[] {
  const person = keys.includes('cnid') && !keys.includes('number') && (type === 'cnid' || type === 'code')
  const kind = person ? 'cnid' : KIND_OF_TYPE[type]
  return kind && keys.includes(kind) ? [{ path, kind }] : []
}

const KIND_OF_TYPE: { readonly [type in ValueType]?: KeyKind } = {
  'org-name': 'name',
  text: 'name',
  address: 'address',
  code: 'number',
  date: 'calendar',
}
