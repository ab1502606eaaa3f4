import { parse } from 'yaml'
import { z } from 'zod'
import type { Fact, FactState } from '../../facts/fact.ts'
import { normalise } from '../../facts/values/normalise.ts'
import type { Value } from '../../facts/values/value.ts'
import { notOnForm } from '../case/case-knowledge.ts'
import { withGeneric } from '../case/generic-facts.ts'
import { parameterFacts } from '../case/parameter-facts.ts'
import type { Item, Knowledge } from '../engine/knowledge.ts'
import type { PathType } from '../engine/vocabulary.ts'
import type { Policy } from '../policy.ts'
import type { FormValue, MaterialStatus, Verdict } from '../results.ts'
import type { ReviewContext } from '../review/obstacles.ts'
import type { Catalogue } from './catalogue.ts'
import type { Scenario } from './scenario.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const facts = z.record(z.string(), z.unknown())

/** tests/<POINT>.yaml: cases of one review point that a clerk can read. Facts that are not named are unknown. */
const pointCasesSchema = z.strictObject({
  point: z.string(),
  /** Where the point is judged: a scenario, or, for a module's own tests, nothing but these modules. */
  scenario: z.string().optional(),
  modules: z.array(z.string()).default([]),
  at: isoDate,
  /** Facts that every case starts from. */
  given: facts.default({}),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      scenario: z.string().optional(),
      at: isoDate.optional(),
      facts: facts.default({}),
      slots: z.record(z.string(), z.literal('缺')).default({}),
      /** Numbers that no source was asked about, or “source number” for one source; every other number was. */
      unasked: z.array(z.string()).default([]),
      expect: z.enum(['pass', 'fail', 'unsure', 'not-applicable']),
    }),
  ),
})

export interface PointCase {
  point: string
  /** Empty when only modules are named. */
  scenario: string
  modules: readonly string[]
  name: string
  at: string
  facts: Record<string, unknown>
  missing: ReadonlySet<string>
  unasked: ReadonlySet<string>
  expect: Verdict
}

/** A value of a case file that is not simply known: !看不清 !没有 !连不上 !拿不准 <value>. */
class Marked {
  readonly state: FactState
  readonly value: unknown
  constructor(state: FactState, value: unknown = null) {
    this.state = state
    this.value = value
  }
}

const MARKS: Readonly<Record<string, FactState>> = {
  '!看不清': 'unreadable',
  '!没有': 'absent',
  '!连不上': 'unavailable',
}
const DOUBTFUL = 0.2

function marked(raw: unknown): Marked | null {
  if (typeof raw !== 'string' || !raw.startsWith('!')) return null
  const state = MARKS[raw.trim()]
  return state ? new Marked(state) : new Marked('ok', raw.replace(/^!拿不准\s+/u, '').trim())
}

/** Parses one file of cases; throws when it is not in the format. */
export function parsePointCases(text: string): PointCase[] {
  // YAML tags are ASCII only: the marks are read as text.
  const quoted = text.replace(/(?<=[:[,-] *)!(看不清|没有|连不上|拿不准 [^,}\]\n]+)/gu, '"!$1"')
  const file = pointCasesSchema.parse(parse(quoted))
  return file.cases.map((one) => ({
    point: file.point,
    scenario: one.scenario ?? file.scenario ?? '',
    modules: file.modules,
    name: one.name,
    at: one.at ?? file.at,
    facts: { ...withoutSlots(file.given, one.slots), ...one.facts },
    missing: new Set(Object.keys(one.slots)),
    unasked: new Set(one.unasked),
    expect: one.expect,
  }))
}

/** What every case starts from, without what is printed on the papers that this one lacks. */
function withoutSlots(given: Record<string, unknown>, missing: Record<string, '缺'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([path]) => !((path.split('.')[0] ?? '') in missing)))
}

function typedValue(raw: unknown, type: PathType): Value | null {
  if (type.type === 'table' && Array.isArray(raw)) {
    const cell = (value: unknown) => (marked(value) ? null : (value as Value))
    return raw.map((row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])),
    )
  }
  const plain = typeof raw === 'string' && !['text', 'enum'].includes(type.type)
  if (!plain) return raw as Value
  return normalise(type.type, raw, type.values ? { values: type.values } : {}).value ?? raw
}

function fact(path: string, raw: unknown, type: PathType): Fact {
  const mark = marked(raw)
  const known = mark ?? new Marked('ok', raw)
  const doubtful = mark?.state === 'ok'
  return {
    path,
    value: known.state === 'ok' ? typedValue(known.value, type) : null,
    confidence: doubtful ? DOUBTFUL : 1,
    state: known.state,
    evidence: [],
  }
}

/** The scenario in which a case is judged; undefined when there is none of that id. */
export function scenarioOf({ scenario, modules }: PointCase, catalogue: Catalogue): Scenario | undefined {
  return scenario === '' ? catalogue.ofModules(modules) : catalogue.scenarios.get(scenario)
}

/** What is known in a case, and the context in which its point is judged. Throws on a path that does not exist. */
export function pointCaseContext(
  one: PointCase,
  scenario: Scenario,
  policy: Policy,
): { knowledge: (severity: keyof Policy['use']) => Knowledge; context: ReviewContext } {
  const known = new Map<string, Fact>()
  for (const parameter of parameterFacts(scenario.parts.parameters)) known.set(parameter.path, parameter)
  const lists = new Map<string, Item[]>()
  const silent = new Set<string>()
  const builtin = {
    id: scenario.id,
    name: scenario.name,
    situation: scenario.parts.file.value.situation,
    district: policy.district,
  }
  const given = {
    ...Object.fromEntries(Object.entries(builtin).map(([name, value]) => [`情形.${name}`, value])),
    ...one.facts,
  }
  for (const [path, raw] of Object.entries(given)) {
    const head = scenario.vocabulary.heads.get(path)
    if (head?.list) {
      if (marked(raw)) silent.add(path)
      else lists.set(path, items(path, raw, head.fields))
      continue
    }
    const type = scenario.vocabulary.typeOf(path)
    if (!type) throw new Error(`${one.point} ${one.name}: unknown path ${path}`)
    known.set(path, fact(path, raw, type))
  }
  for (const fact of genericFacts(scenario, known)) if (!known.has(fact.path)) known.set(fact.path, fact)
  const recorded = (source: string): boolean | null => {
    if (silent.has(source)) return null
    const list = lists.get(source)
    if (list) return list.length > 0
    const own = [...known.values()].filter(({ path }) => path.startsWith(`${source}.`))
    if (own.some(({ state }) => state === 'ok')) return true
    return own.length > 0 && own.every(({ state }) => state === 'absent') ? false : null
  }
  const slots = new Set(scenario.materials.map(({ material }) => material.slot))
  const keys = new Set(scenario.fields.map(({ field }) => `申请表.${field.key}`))
  const isOnForm = (path: string) => !path.startsWith('申请表.') || keys.has(path)
  const knowledge = (severity: keyof Policy['use']): Knowledge => ({
    at: one.at,
    minConfidence: policy.use[severity],
    fact: (path) => known.get(path) ?? (isOnForm(path) ? undefined : notOnForm(path)),
    list: (name) => lists.get(name),
    provided: (slot) => slots.has(slot) && !one.missing.has(slot),
    recorded,
    asked: (source, number) =>
      (lists.has(source) || recorded(source) !== null) &&
      !one.unasked.has(number) &&
      !one.unasked.has(`${source} ${number}`),
  })
  return {
    knowledge,
    context: {
      scenario,
      materials: statuses(one, scenario),
      form: formOf(scenario, (path) => known.get(path)),
      silent: new Map(),
    },
  }
}

/** 原许可证.持证人 and the like, from the fields that the case gives by their own names. */
function genericFacts(scenario: Scenario, known: ReadonlyMap<string, Fact>): Fact[] {
  return scenario.materials.flatMap(({ material, documentTypes }) => {
    const { slot } = material
    const own = [...known.values()].filter(({ path }) => path.startsWith(`${slot}.`))
    const item = new Map(own.map((one) => [one.path.slice(slot.length + 1), one]))
    const types = [...scenario.documentTypes.values()].filter(({ name }) => documentTypes.includes(name))
    return item.size > 0 ? [...withGeneric(slot, types, item).values()] : []
  })
}

function items(path: string, raw: unknown, fields: ReadonlyMap<string, PathType>): Item[] {
  return z
    .array(facts)
    .parse(raw)
    .map((row, index) => {
      const cells = Object.entries(row).map(([name, value]): [string, Fact] => {
        const type = fields.get(name)
        if (!type) throw new Error(`unknown field ${path}.${name}`)
        return [name, fact(`${path}[${index + 1}].${name}`, value, type)]
      })
      return new Map(cells)
    })
}

function statuses(one: PointCase, scenario: Scenario): MaterialStatus[] {
  return scenario.materials.map(({ material, documentTypes }) => ({
    slot: material.slot,
    documentTypes,
    many: material.many,
    need: 'required',
    why: '',
    status: one.missing.has(material.slot) ? 'missing' : 'provided',
    materials: [],
  }))
}

/** The form of a test's case: every field is asked for; only those of which `known` has a fact are known. */
export function formOf(scenario: Scenario, known: (path: string) => Fact | undefined): FormValue[] {
  return scenario.fields.map(({ field }) => {
    const fact = known(`申请表.${field.key}`)
    return {
      key: field.key,
      name: field.name,
      type: field.type,
      values: field.values ?? [],
      unit: null,
      required: field.required === 'required',
      asked: true,
      value: fact?.value ?? null,
      display: '',
      source: '',
      confidence: fact?.confidence ?? 0,
      state: fact?.state ?? 'absent',
      locked: false,
      evidence: [],
      conflicts: [],
      unavailable: [],
      hint: null,
    }
  })
}
