import type { Basis, Condition, FormField, Material, Matter, Module, ReviewPoint, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import type { Parameter } from './parameter.ts'

type PartsFile = Module | Matter | ScenarioFile

/** A part of a scenario with the file it is written in. */
export interface Placed<T> {
  part: T
  file: Located<PartsFile>
  /** Path of the part inside its file. */
  path: readonly PropertyKey[]
  /** Where each source of a form field is written, when a matter or scenario adjusts the field. */
  sources?: readonly Place[]
}

/** A place in a file. */
export interface Place {
  file: Located<PartsFile>
  path: readonly PropertyKey[]
}

/** A condition or review point with the basis that it has or inherits. */
export interface Grounded<T> extends Placed<T> {
  basis: Basis[]
}

export type PlacedPoint = Grounded<ReviewPoint>

/** Everything that belongs to one scenario, modules first, then the matter, then its own. */
export interface ScenarioParts {
  file: Located<ScenarioFile>
  matter: Matter
  matterFile: Located<Matter>
  fields: Placed<FormField>[]
  materials: Placed<Material>[]
  conditions: Grounded<Condition>[]
  points: PlacedPoint[]
  /** 参数 by name: the module's declaration with the matter's, then the scenario's value. */
  parameters: ReadonlyMap<string, Parameter>
}

const place = <T>(file: Located<PartsFile>, kind: string, parts: readonly T[]): Placed<T>[] =>
  parts.map((part, index) => ({ part, file, path: [kind, index] }))

/** Later parts replace earlier ones of the same key, in the earlier one's place. */
function merge<T>(parts: readonly Placed<T>[], key: (part: T) => string): Placed<T>[] {
  const kept = new Map<string, Placed<T>>()
  for (const placed of parts) kept.set(key(placed.part), placed)
  return [...kept.values()]
}

/**
 * Puts a scenario together from its modules, its matter (full, as conditional parts, or nothing) and its own parts.
 * Points without a basis rest on that of the parameters they read, else the module's, else the matter's; an empty list
 * means 依据待核.
 */
export function resolveScenario(
  file: Located<ScenarioFile>,
  matter: Located<Matter>,
  modules: ReadonlyMap<string, Located<Module>>,
): ScenarioParts {
  const { base } = file.value
  const used = file.value.modules.flatMap((id) => modules.get(id) ?? [])
  const files: Located<PartsFile>[] = [...used, ...(base === 'nobase' ? [] : [matter]), file]
  const eased = (from: Located<PartsFile>) => base === 'condbase' && from === matter
  const soften = <T extends { required: string }>(part: T): T =>
    part.required === 'required' ? { ...part, required: 'conditional' } : part
  const parameters = withOwnName(
    matter.value,
    mergeParameters([...used.map(({ value }) => value), matter.value, file.value]),
  )
  const fields = merge(
    files.flatMap((from) => place(from, 'fields', eased(from) ? from.value.fields.map(soften) : from.value.fields)),
    (field) => field.key,
  )
  const materials = merge(
    files.flatMap((from) =>
      place(from, 'materials', eased(from) ? from.value.materials.map(soften) : from.value.materials),
    ),
    (material) => material.slot,
  )
  return {
    file,
    matter: matter.value,
    matterFile: matter,
    fields: fields.map((field) => adjusted(field, 'fields', field.part.key, [matter, file])),
    materials: materials.map((material) => adjusted(material, 'materials', material.part.slot, [matter, file])),
    conditions: files.flatMap((from) =>
      place(from, 'conditions', from.value.conditions).map((placed) => ({
        ...placed,
        basis: placed.part.basis ?? inherited(from.value, matter.value),
      })),
    ),
    points: files.flatMap((from) =>
      place(from, 'points', from.value.points)
        .map((point) => adjusted(point, 'points', point.part.id, [matter, file]))
        .map((placed) => ({
          ...placed,
          basis: placed.part.basis ?? parameterBasis(placed.part, parameters) ?? inherited(from.value, matter.value),
        })),
    ),
    parameters,
  }
}

/** Only what the matter or scenario words otherwise is replaced; a fault in that is told where it is written. */
function adjusted<T extends object>(
  placed: Placed<T>,
  kind: 'fields' | 'materials' | 'points',
  key: string,
  files: readonly Located<Matter | ScenarioFile>[],
): Placed<T> {
  return files.reduce((before, file) => {
    const patch = file.value.adjust[kind][key]
    if (!patch) return before
    const part = { ...before.part, ...withMoreSources(before.part, patch) }
    const path = ['adjust', kind, key]
    const sources = kind === 'fields' ? sourcePlaces(before, patch, { file, path }) : undefined
    return { part: decidedOnce(part, patch), file, path, ...(sources ? { sources } : {}) }
  }, placed)
}

/** Where the sources of an adjusted field stand: those it had, or those that replace them, then those it adds. */
function sourcePlaces(before: Placed<object>, patch: object, { file, path }: Place): Place[] {
  const { prefill, also = [] } = patch as { also?: readonly object[]; prefill?: readonly object[] }
  const places = (at: Place, name: string, of: readonly object[]) =>
    of.map((_, index) => ({ file: at.file, path: [...at.path, name, index] }))
  const { prefill: had = [] } = before.part as { prefill?: readonly object[] }
  const kept = prefill ? places({ file, path }, 'prefill', prefill) : (before.sources ?? places(before, 'prefill', had))
  return [...kept, ...places({ file, path }, 'also', also)]
}

/** The patch with the sources that it adds (`also`) behind those of the field. */
function withMoreSources(part: object, patch: object): object {
  const { also, ...rest } = patch as { also?: readonly object[]; prefill?: readonly object[] }
  const { prefill = [] } = { ...part, ...rest } as { prefill?: readonly object[] }
  return also ? { ...rest, prefill: [...prefill, ...also] } : rest
}

/** A check that is worded otherwise replaces the dated versions, and they replace it. */
function decidedOnce<T extends object>(part: T, patch: object): T {
  const dropped = 'check' in patch ? 'versions' : 'versions' in patch ? 'check' : ''
  return Object.fromEntries(Object.entries(part).filter(([name]) => name !== dropped)) as T
}

/** People call the matter by its own name (without what stands in brackets) too, whatever else they call it. */
function withOwnName({ name }: Matter, parameters: Map<string, Parameter>): Map<string, Parameter> {
  const own = name.replace(/（[^）]*）/gu, '')
  const called = parameters.get('事项称谓')
  const names = Array.isArray(called?.value) ? (called.value as string[]) : []
  return parameters.set('事项称谓', { ...called, value: [...new Set([...names, own])] })
}

function mergeParameters(files: readonly Pick<Module | Matter | ScenarioFile, 'parameters'>[]): Map<string, Parameter> {
  const merged = new Map<string, Parameter>()
  for (const { parameters } of files) {
    for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
      // A later declaration without a value (two modules share a parameter) does not undo an earlier value.
      const before = merged.get(name)
      const { value: _, from: __, ...declared } = before ?? {}
      const settles = parameter.value !== undefined || parameter.from !== undefined
      const given = Object.fromEntries(Object.entries(parameter).filter(([, one]) => one !== undefined))
      merged.set(name, { ...(settles ? declared : before), ...given })
    }
  }
  return merged
}

/** What the parameters that a point reads rest on; null when none of them says. */
function parameterBasis({ reads }: ReviewPoint, parameters: ReadonlyMap<string, Parameter>): Basis[] | null {
  const named = reads.flatMap((path) => (path.startsWith('参数.') ? [path.split('.')[1] ?? ''] : []))
  const grounds = [...new Set(named)]
    .flatMap((name) => parameters.get(name)?.basis ?? null)
    .filter((one) => one !== null)
  const said = named.some((name) => parameters.get(name)?.basis !== undefined)
  return said ? grounds : null
}

function inherited(file: PartsFile, matter: Matter): Basis[] {
  if ('basis' in file && file.basis.length > 0) return file.basis
  return matter.moduleBasis[file.id] ?? matter.basis
}
