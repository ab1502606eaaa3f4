import { loadDocumentTypes } from '../../../facts/load.ts'
import type { ValueType } from '../../../facts/values/value.ts'
import { loadCatalogue } from '../../../rules/catalogue/load.ts'
import type { Scenario } from '../../../rules/catalogue/scenario.ts'

/** What the catalogue says of a scenario as data: its parts by name, none of its checks. */
export interface ScenarioData {
  id: string
  name: string
  /** 新办, 变更 … */
  situation: string
  matter: { id: string; name: string }
  category: string
  fields: readonly { key: string; name: string; type: ValueType; required: string; values?: readonly string[] }[]
  slots: readonly {
    slot: string
    /** Document type ids, and their Chinese names. */
    documents: readonly string[]
    documentTypes: readonly string[]
    required: 'required' | 'conditional'
  }[]
  points: readonly {
    id: string
    statement: string
    automation: string
    severity: string
    /** Facts it is about: 营业执照.名称, 法人库.登记状态. */
    reads: readonly string[]
  }[]
  /** What the matter sets (变更期限 …) by name; `= 申请表.x` for a parameter that stands for a fact. */
  parameters: ReadonlyMap<string, unknown>
}

let scenarios: ReadonlyMap<string, ScenarioData> | undefined

/** Data of every scenario by id, read from the catalogue once. */
export function allScenarios(): ReadonlyMap<string, ScenarioData> {
  if (scenarios) return scenarios
  const catalogue = loadCatalogue()
  const names = new Map(loadDocumentTypes().map(({ id, name }) => [id, name]))
  scenarios = new Map([...catalogue.scenarios].map(([id, scenario]) => [id, dataOf(scenario, names)]))
  return scenarios
}

function dataOf({ parts }: Scenario, names: ReadonlyMap<string, string>): ScenarioData {
  const { id, name, situation } = parts.file.value
  return {
    id,
    name,
    situation,
    matter: { id: parts.matter.id, name: parts.matter.name },
    category: parts.matter.category,
    fields: parts.fields.map(({ part }) => ({
      key: part.key,
      name: part.name,
      type: part.type,
      required: part.required,
      ...(part.values ? { values: part.values } : {}),
    })),
    slots: parts.materials.map(({ part }) => ({
      slot: part.slot,
      documents: part.documents,
      documentTypes: part.documents.map((one) => names.get(one) ?? one),
      required: part.required,
    })),
    points: parts.points.map(({ part }) => ({
      id: part.id,
      statement: part.statement,
      automation: part.automation,
      severity: part.severity,
      reads: part.reads,
    })),
    parameters: new Map([...parts.parameters].map(([key, one]) => [key, 'from' in one ? `= ${one.from}` : one.value])),
  }
}
