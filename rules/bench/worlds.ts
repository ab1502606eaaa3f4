import fc from 'fast-check'
import type { Fact, FactState } from '../../facts/fact.ts'
import type { Row, Value, ValueType } from '../../facts/values/value.ts'
import { notOnForm } from '../case/case-knowledge.ts'
import { formOf } from '../catalogue/point-case.ts'
import type { PointRule, Scenario } from '../catalogue/scenario.ts'
import type { Item, Knowledge } from '../engine/knowledge.ts'
import { namesPeople } from '../engine/lint.ts'
import type { PathType } from '../engine/vocabulary.ts'
import type { MaterialStatus } from '../results.ts'
import type { ReviewContext } from '../review/obstacles.ts'

export const AT = '2026-06-01'

/** Values that collide often enough for equalities to hold, beside the words that the rule itself mentions. */
const POOLS: Partial<Record<ValueType, readonly Value[]>> = {
  name: ['王小满', '李大雪', '周立夏'],
  'org-name': ['上海小满餐饮有限公司', '上海大雪食品有限公司', '王小满'],
  cnid: ['310107198503121023', '310107199501011052', '310107198503121024'],
  uscc: ['91330100799655058B', '9144030071526726XG', '12310107425000000X'],
  code: ['JY23101070001233', '310107198503121023', 'JY13101070001230'],
  phone: ['13800001234', '02112345678'],
  date: ['2025-05-31', '2026-05-31', '2026-06-01', '2026-06-02', '2026-07-20', '2030-01-01'],
  address: [
    '上海市普陀区长安路18弄3号102室',
    '普陀区长安路18弄3号102室',
    '普陀区长安路18弄3号',
    '上海市静安区武宁路200号',
  ],
  'date-range': [
    { from: '2020-01-01', to: '2026-05-31' },
    { from: '2020-01-01', to: '2026-06-01' },
    { from: '2020-01-01', to: '长期' },
    { from: '2027-01-01', to: '2030-01-01' },
    { from: '2020-01-01', to: null },
  ],
  money: [
    { fen: 0, currency: 'CNY' },
    { fen: 1_000_000, currency: 'CNY' },
  ],
  number: [0, 12, 40, 60, 100, 101.5],
  integer: [0, 1, 2, 5],
}

const words = (rule: PointRule): string[] => {
  const source = JSON.stringify([rule.point.check, rule.point.when, rule.point.versions])
  return [...source.matchAll(/\\"([^"\\]+)\\"/g)].map(([, word]) => word ?? '')
}

function value(type: PathType, mentioned: readonly string[]): fc.Arbitrary<Value> {
  const text = fc.constantFrom(...mentioned, '其他', '热食类食品制售', '食品')
  switch (type.type) {
    case 'boolean':
      return fc.boolean()
    case 'enum':
    case 'text':
      return type.values && type.values.length > 0
        ? fc.constantFrom(...type.values)
        : fc.oneof(
            text,
            fc.tuple(text, text).map(([a, b]) => `${a}、${b}`),
          )
    case 'list':
      return fc.array(type.values && type.values.length > 0 ? fc.constantFrom(...type.values) : text, { maxLength: 4 })
    case 'table': {
      const columns = [...(type.columns ?? [])].map(([name, column]) => [
        name,
        value({ type: column, label: '' }, mentioned),
      ])
      return fc.array(fc.record(Object.fromEntries(columns) as Record<string, fc.Arbitrary<Value>>), {
        maxLength: 4,
      }) as fc.Arbitrary<Row[]>
    }
    default:
      return fc.constantFrom(...(POOLS[type.type] ?? ['其他']))
  }
}

/** What is true of one case, as far as a point may ask. */
export interface World {
  facts: Record<string, Fact>
  lists: Record<string, Record<string, Fact>[]>
  provided: Record<string, boolean>
  recorded: Record<string, boolean | null>
  /** Numbers that nobody asked the sources about; none in a complete world. */
  unasked: readonly string[]
  /** Lists of which a part may be missing. */
  open: readonly string[]
}

const known = (path: string, one: Value | null, state: FactState = 'ok'): Fact => ({
  path,
  value: one,
  confidence: 1,
  state,
  evidence: [],
})

/** Everything that a point may read, complete: each fact is known, or known to be absent. */
export function world(scenario: Scenario, rule: PointRule): fc.Arbitrary<World> {
  const parsed = rule.versions.flatMap(({ when, check }) => [when, check]).flatMap((check) => check?.parsed ?? [])
  const paths = new Set([...parsed.flatMap((one) => [...one.paths]), ...rule.point.reads])
  const heads = new Set([
    ...parsed.flatMap((one) => [...one.sources]),
    ...[...paths].map((path) => path.split('.')[0] ?? ''),
  ])
  const mentioned = words(rule)
  const fact = (path: string, type: PathType) =>
    fc
      .option(value(type, mentioned), { nil: null, freq: 6 })
      .map((one) => known(path, one, one === null ? 'absent' : 'ok'))
  const facts: Record<string, fc.Arbitrary<Fact>> = {}
  const lists: Record<string, fc.Arbitrary<Record<string, Fact>[]>> = {}
  for (const path of paths) {
    const found = scenario.vocabulary.resolve(path.split('.'))
    if (found?.kind === 'fact' && isOurs(scenario, found.path)) facts[found.path] = fact(found.path, found.type)
  }
  for (const name of heads) {
    const head = scenario.vocabulary.heads.get(name)
    if (!head?.list) continue
    const item = Object.fromEntries([...head.fields].map(([field, type]) => [field, fact(`${name}.${field}`, type)]))
    lists[name] = fc.array(fc.record(item), { maxLength: 3 })
  }
  const slots = scenario.materials.map(({ material }) => material.slot)
  const sources = parsed.flatMap((one) => [...one.sources])
  return fc.record({
    facts: fc.record(facts),
    lists: fc.record(lists),
    provided: fc.record(
      Object.fromEntries(slots.map((slot) => [slot, fc.integer({ max: 3, min: 0 }).map((n) => n > 0)])),
    ),
    recorded: fc.record(Object.fromEntries(sources.map((source) => [source, fc.boolean()]))),
    unasked: fc.constant([]),
    open: fc.constant([]),
  })
}

/** A field of the form that this scenario does not have is not filled, and nobody can hide that. */
function isOurs(scenario: Scenario, path: string): boolean {
  return !path.startsWith('申请表.') || scenario.fields.some(({ field }) => path === `申请表.${field.key}`)
}

/** What a reader or a source may do to a fact: hide it, or read something else without being sure. */
function hidden(fact: Fact, how: number, wrong: Value | null): Fact {
  if (how === 1) return { ...fact, value: null, state: 'unreadable' }
  if (how === 2) return { ...fact, value: null, state: 'unavailable' }
  if (how === 3) return { ...fact, value: wrong ?? fact.value, state: 'ok', confidence: 0.2 }
  return how === 4 && fact.state === 'ok' ? { ...fact, state: 'stale' } : fact
}

/** The same world with some facts, rows and records hidden; `dice` gives 0 (keep) most of the time. */
export function obscure(scenario: Scenario, full: World, dice: readonly number[]): World {
  let next = 0
  const roll = () => dice[next++ % dice.length] ?? 0
  const values = Object.values(full.facts).map(({ value: one }) => one)
  const any = () => values[next % Math.max(1, values.length)] ?? null
  const cells = (fact: Fact): Fact => {
    const rows = fact.value
    if (!Array.isArray(rows) || !rows.every((row) => typeof row === 'object')) return fact
    // 6: a row of which nothing could be read.
    const blurred = (rows as Row[]).map((row) => {
      const lost = roll() === 6
      return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, lost || roll() === 5 ? null : cell]))
    })
    return { ...fact, value: blurred }
  }
  const facts = Object.fromEntries(
    Object.entries(full.facts).map(([path, fact]) => [path, cells(hidden(fact, roll(), any()))]),
  )
  const lists = Object.fromEntries(
    Object.entries(full.lists)
      .filter(() => roll() !== 6)
      .map(([name, list]) => [
        name,
        list.map((item) =>
          Object.fromEntries(Object.entries(item).map(([field, fact]) => [field, hidden(fact, roll(), any())])),
        ),
      ]),
  )
  const recorded = Object.fromEntries(
    Object.entries(full.recorded).map(([name, one]) => [name, roll() === 2 ? null : one]),
  )
  // A number nobody asked about: its records are not in the list, and the list does not say so.
  const unasked = (POOLS.cnid ?? []).concat(POOLS.uscc ?? []).filter(() => roll() === 1) as string[]
  const about = (name: string) =>
    [...(scenario.vocabulary.heads.get(name)?.fields ?? [])]
      .filter(([field, { type }]) => type === 'cnid' || type === 'uscc' || field === '证件号码')
      .map(([field]) => field)
  const answered = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => {
      const keys = namesPeople(scenario.vocabulary, name) ? about(name) : []
      // A record comes with any of the numbers it stands under; one without its number comes with no question.
      const lost = (item: Record<string, Fact>) => {
        const own = keys.map((key) => item[key]?.value ?? null).filter((one) => one !== null)
        return (
          own.length === keys.length && own.length > 0 && own.every((one) => unasked.some((number) => number === one))
        )
      }
      return [name, list.filter((item) => !lost(item))]
    }),
  )
  // A single item that got lost on the way, of a list that says that something may be missing.
  const open = Object.entries(answered).flatMap(([name, list]) => {
    const at = roll() === 1 ? next % Math.max(1, list.length) : -1
    if (at >= 0) answered[name] = list.filter((_, index) => index !== at)
    return at >= 0 ? [name] : []
  })
  return { ...full, facts, lists: answered, recorded, unasked, open }
}

/** The world as judgement knows it. */
export function knowledgeOf(scenario: Scenario, one: World, minConfidence: number): Knowledge {
  const items = (list: Record<string, Fact>[]): Item[] => list.map((item) => new Map(Object.entries(item)))
  const lists = new Map(Object.entries(one.lists).map(([name, list]) => [name, items(list)]))
  return {
    at: AT,
    minConfidence,
    // Nothing is known of a document that was not handed in.
    fact: (path) => {
      if (!isOurs(scenario, path)) return notOnForm(path)
      return one.provided[path.split('.')[0] ?? ''] === false ? undefined : one.facts[path]
    },
    list: (name) => (one.provided[name] === false ? undefined : lists.get(name)),
    provided: (slot) => one.provided[slot] ?? false,
    recorded: (source) => one.recorded[source] ?? null,
    open: new Set(one.open),
    asked: (source, number) => one.lists[source] !== undefined && !one.unasked.includes(number),
  }
}

/** The case that the world belongs to: every second slot must be filled. */
export function contextOf(scenario: Scenario, one: World): ReviewContext {
  const materials = scenario.materials.map(
    ({ material, documentTypes }, index): MaterialStatus => ({
      slot: material.slot,
      documentTypes,
      many: material.many,
      need: index % 2 === 0 ? 'required' : 'not-required',
      why: '',
      status: one.provided[material.slot] ? 'provided' : index % 2 === 0 ? 'missing' : 'not-required',
      materials: [],
    }),
  )
  const form = formOf(scenario, (path) => one.facts[path])
  return { scenario, materials, form, silent: new Map() }
}

/** Mostly 0: what is hidden of a world, throw by throw. */
export const dice = fc.array(
  fc.nat({ max: 30 }).map((n) => (n < 7 ? n : 0)),
  { minLength: 40, maxLength: 40 },
)

/** One way the hidden part of a world may really be: what is not known is taken from another world. */
export function complete(hidden: World, other: World): World {
  const sure = (fact: Fact) => (fact.state === 'ok' || fact.state === 'absent') && fact.confidence === 1
  const facts = Object.fromEntries(
    Object.entries(hidden.facts).map(([path, fact]) => {
      const elsewhere = other.facts[path]
      if (!sure(fact)) return [path, elsewhere ?? fact]
      return [path, { ...fact, value: filledRows(fact.value, elsewhere?.value ?? null) }]
    }),
  )
  const lists = Object.fromEntries(
    Object.entries(other.lists).map(([name, items]) => {
      const known = hidden.lists[name]
      if (!known) return [name, items]
      const spare = (index: number) => items[index % Math.max(1, items.length)]
      const filled = known.map((item, index) =>
        Object.fromEntries(
          Object.entries(item).map(([field, fact]) => [field, sure(fact) ? fact : (spare(index)?.[field] ?? fact)]),
        ),
      )
      return [name, hidden.open.includes(name) ? [...filled, ...items.slice(0, 1)] : filled]
    }),
  )
  const recorded = Object.fromEntries(
    Object.entries(hidden.recorded).map(([name, one]) => [name, one ?? other.recorded[name] ?? false]),
  )
  return { ...hidden, facts, lists, recorded, unasked: [], open: [] }
}

function filledRows(value: Value | null, other: Value | null): Value | null {
  const isTable = (one: Value | null): one is Row[] => Array.isArray(one) && one.every((row) => typeof row === 'object')
  if (!isTable(value)) return value
  const [spare] = isTable(other) ? other : []
  return value.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? spare?.[name] ?? null])),
  )
}
