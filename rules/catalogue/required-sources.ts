import type { SharedSource } from '../../facts/shared-source.ts'
import type { ValueType } from '../../facts/values/value.ts'
import type { Parsed } from '../engine/parse.ts'
import type { Scenario } from './scenario.ts'

/** A shared source that a scenario wants asked, and by which keys of the case. */
export interface RequiredSource {
  /** Chinese name, as in fact paths. */
  source: string
  id: string
  agency: string
  keys: SharedSource['key']
  many: boolean
  /** For electronic licences: the document types wanted. */
  documentTypes: string[]
  /** Paths whose value rules ask it about, 查过(source, path), with their type. */
  askedBy: { path: string; type: ValueType }[]
}

/** Sources named anywhere in the scenario's rules: checks, conditions, prefill, exemptions, roles. */
export function requiredSources(scenario: Scenario): RequiredSource[] {
  const paths = new Set<string>()
  const asks = new Map<string, Set<string>>()
  const add = (parsed: Parsed | undefined) => {
    for (const path of parsed?.paths ?? []) paths.add(path)
    for (const { source, path } of parsed?.asks ?? []) asks.set(source, (asks.get(source) ?? new Set()).add(path))
    for (const source of parsed?.sources ?? []) paths.add(source)
  }
  for (const { versions } of scenario.points) {
    for (const { when, check } of versions) for (const one of [when, check]) add(one?.parsed)
  }
  for (const { check } of scenario.conditions) add(check?.parsed)
  for (const { when, sources } of scenario.fields) {
    add(when?.parsed)
    for (const source of sources) {
      if ('from' in source) paths.add(source.from)
      else add(source.derive.parsed)
    }
  }
  const licences = new Set<string>()
  for (const { material, documentTypes, when, exemptWhen } of scenario.materials) {
    add(when?.parsed)
    add(exemptWhen?.parsed)
    for (const path of material.match?.equals ?? []) paths.add(path)
    const record = material.exempt?.record
    for (const path of record ? [...Object.values(record.same), `${record.source}.`] : []) paths.add(path)
    const library = scenario.sources.some(({ name, like }) => like === 'document' && name === record?.source)
    if (material.exempt?.by === '电子证照免交' || library) for (const type of documentTypes) licences.add(type)
  }
  const heads = new Set([...paths].map((path) => path.split('.')[0]))
  return scenario.sources.flatMap((source) => {
    const { name, id, agency, key, many, like } = source
    const types = like === 'document' ? wantedTypes(name, paths, licences) : []
    if (!heads.has(name) && types.length === 0) return []
    const askedBy = [...(asks.get(name) ?? [])].flatMap((path) => {
      const known = scenario.vocabulary.typeOf(path)
      const type = known?.type === 'table' ? known.columns?.get(path.split('.').at(-1) ?? '') : known?.type
      return type ? [{ path, type }] : []
    })
    return [{ source: name, id, agency, keys: key, many, documentTypes: types, askedBy }]
  })
}

function wantedTypes(source: string, paths: ReadonlySet<string>, licences: ReadonlySet<string>): string[] {
  const named = [...paths].flatMap((path) => (path.startsWith(`${source}.`) ? path.split('.')[1] || [] : []))
  return [...new Set([...licences, ...named])]
}
