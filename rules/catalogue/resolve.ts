import type { Basis, Condition, FormField, Material, Matter, Module, ReviewPoint, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'

type PartsFile = Module | Matter | ScenarioFile

/** A part of a scenario with the file it is written in. */
export interface Placed<T> {
  part: T
  file: Located<PartsFile>
  /** Path of the part inside its file. */
  path: readonly PropertyKey[]
}

/** A review point with the basis that it has or inherits. */
export interface PlacedPoint extends Placed<ReviewPoint> {
  basis: Basis[]
}

/** Everything that belongs to one scenario, modules first, then the matter, then its own. */
export interface ScenarioParts {
  file: Located<ScenarioFile>
  matter: Matter
  fields: Placed<FormField>[]
  materials: Placed<Material>[]
  conditions: Placed<Condition>[]
  points: PlacedPoint[]
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
 * Points without a basis inherit the module's, else the matter's; an empty list means 依据待核.
 */
export function resolveScenario(
  file: Located<ScenarioFile>,
  matter: Located<Matter>,
  modules: ReadonlyMap<string, Located<Module>>,
): ScenarioParts {
  const { base } = file.value
  const files: Located<PartsFile>[] = [
    ...file.value.modules.flatMap((id) => modules.get(id) ?? []),
    ...(base === 'nobase' ? [] : [matter]),
    file,
  ]
  const eased = (from: Located<PartsFile>) => base === 'condbase' && from === matter
  const soften = <T extends { required: string }>(part: T): T =>
    part.required === 'required' ? { ...part, required: 'conditional' } : part
  return {
    file,
    matter: matter.value,
    fields: merge(
      files.flatMap((from) => place(from, 'fields', eased(from) ? from.value.fields.map(soften) : from.value.fields)),
      (field) => field.key,
    ),
    materials: merge(
      files.flatMap((from) =>
        place(from, 'materials', eased(from) ? from.value.materials.map(soften) : from.value.materials),
      ),
      (material) => material.slot,
    ),
    conditions: files.flatMap((from) => place(from, 'conditions', from.value.conditions)),
    points: files.flatMap((from) =>
      place(from, 'points', from.value.points).map((placed) => ({
        ...placed,
        basis: placed.part.basis ?? inherited(from.value, matter.value),
      })),
    ),
  }
}

function inherited(file: PartsFile, matter: Matter): Basis[] {
  if ('basis' in file && file.basis.length > 0) return file.basis
  return matter.moduleBasis[file.id] ?? matter.basis
}
