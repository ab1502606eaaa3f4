import type { Fact } from '../../facts/fact.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import { isRows } from '../../facts/values/kinds.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value } from '../../facts/values/value.ts'
import type { RecordInPlace } from '../catalogue/format.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import type { Item, Knowledge } from '../engine/knowledge.ts'
import type { Truth } from '../engine/truth.ts'
import type { SourceAnswer } from '../results.ts'
import type { AssembledCase } from './assemble-facts.ts'
import { withGeneric } from './generic-facts.ts'
import { answerFacts } from './source-facts.ts'

/** What shared data say in a paper's place: one item for a slot of one document. `found`: null when nobody can tell. */
interface InPlace {
  found: Truth
  items: Item[]
}

const NOBODY_KNOWS: InPlace = { found: null, items: [] }

/**
 * Slots left empty whose paper shared data replace (数据核验免交), with the record's facts under the slot's role. Whether
 * the data were really found is told by slot: only then is the paper spared.
 */
export function withRecordsInPlace(
  scenario: Scenario,
  assembled: AssembledCase,
  knowledge: Knowledge,
  answers: readonly SourceAnswer[],
): AssembledCase {
  const inPlace = new Map<string, Truth>()
  const facts = new Map(assembled.caseFacts.facts)
  const lists = new Map(assembled.caseFacts.lists)
  const provided = new Map(assembled.provided)
  for (const rule of scenario.materials) {
    const { slot, many, exempt } = rule.material
    const source = scenario.sources.find(({ name }) => name === exempt?.record?.source)
    if (!exempt?.record || !source || source.like === 'document') continue
    if (provided.get(slot)) {
      if (many)
        lists.set(slot, [
          ...(lists.get(slot) ?? []),
          ...beside(rule, scenario, source, exempt.record, knowledge, answers, lists.get(slot) ?? []),
        ])
      continue
    }
    // A paper that is not asked for needs nothing in its place.
    if (rule.when?.judge(knowledge).result === false) continue
    const { found, items } = standIn(rule, scenario, source, exempt.record, knowledge, answers)
    inPlace.set(slot, found)
    if (!found) continue
    provided.set(slot, true)
    if (many) lists.set(slot, items)
    else for (const fact of items[0]?.values() ?? []) facts.set(fact.path, fact)
  }
  return { ...assembled, caseFacts: { ...assembled.caseFacts, facts, lists }, provided, inPlace }
}

/** Records about people of whom no paper was handed in; none while the number on some paper cannot be read. */
function beside(
  rule: MaterialRule,
  scenario: Scenario,
  source: SharedSource,
  record: RecordInPlace,
  knowledge: Knowledge,
  answers: readonly SourceAnswer[],
  papers: readonly Item[],
): Item[] {
  const [field] = Object.keys(record.same)
  const own = Object.entries(record.fields).find(([, from]) => from === field)?.[0]
  const type = source.fields.find(({ name }) => name === field)?.type
  if (own === undefined || type === undefined) return []
  const read = papers.map((paper) => paper.get(own))
  if (read.some((fact) => fact?.state !== 'ok')) return []
  const { found, items } = standIn(rule, scenario, source, record, knowledge, answers, papers.length)
  if (!found) return []
  return items.filter(
    (item) => !read.some((fact) => sameValue(type, fact?.value ?? null, item.get(own)?.value ?? null)),
  )
}

function standIn(
  { material: { slot, many }, documentTypes }: MaterialRule,
  scenario: Scenario,
  source: SharedSource,
  record: RecordInPlace,
  knowledge: Knowledge,
  answers: readonly SourceAnswer[],
  after = 0,
): InPlace {
  const own = answers.filter((one) => one.source === source.name || one.source === source.id)
  if (own.length === 0 || own.some(({ state }) => state !== 'ok' && state !== 'absent')) return NOBODY_KNOWS
  const known = own.filter(({ state }) => state === 'ok')
  const records = [...new Map(known.map((one, i) => [one.recordId || `${i}`, one])).values()].filter((one) =>
    Object.entries(record.where).every(([field, words]) => words.includes(String(one.record[field] ?? ''))),
  )
  if (records.length === 0) return { found: false, items: [] }
  const same: SourceAnswer[] = []
  for (const one of records) {
    const fits = Object.entries(record.same).map(([field, path]) => says(source, one, field, path, knowledge))
    if (fits.includes(null) && !fits.includes(false)) return NOBODY_KNOWS
    if (!fits.includes(false)) same.push(one)
  }
  const { newest } = record
  const order = newest === undefined ? same : same.toSorted((a, b) => text(b, newest).localeCompare(text(a, newest)))
  const kept = newest === undefined || many ? order : order.slice(0, 1)
  if (kept.length === 0) return { found: false, items: [] }
  // Which of several is meant nobody can tell.
  if (!many && kept.length > 1) return NOBODY_KNOWS
  const types = [...scenario.documentTypes.values()].filter(({ name }) => documentTypes.includes(name))
  const items = kept.map((one, i) => {
    const role = many ? `${slot}[${after + i + 1}]` : slot
    const names = source.fields.map(({ name }) => name)
    const told = answerFacts(role, names, source, one, knowledge.at)
    return withGeneric(role, types, renamed(role, record, told))
  })
  const stale = items.some((item) => [...item.values()].some(({ state }) => state === 'stale'))
  return stale ? NOBODY_KNOWS : { found: true, items }
}

const text = (answer: SourceAnswer, field: string) => String(answer.record[field] ?? '')

/** Does the record's field say what a fact says, or one row of a table's column? null when that is not known. */
function says(source: SharedSource, answer: SourceAnswer, field: string, path: string, knowledge: Knowledge): Truth {
  const type = source.fields.find(({ name }) => name === field)?.type ?? 'text'
  const value = answer.record[field] ?? null
  const [table, column] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)]
  const fact = knowledge.fact(path) ?? knowledge.fact(table)
  if (fact?.state !== 'ok') return fact?.state === 'absent' ? false : null
  if (!isRows(fact.value)) return sameValue(type, value, fact.value)
  return fact.value.some((row) => sameValue(type, value, row[column] ?? null))
}

/** The record's fields under the paper's names for them; an end of a range as a day of its own. */
function renamed(role: string, { fields }: RecordInPlace, told: Item): Item {
  const facts = new Map<string, Fact>()
  for (const [name, from] of Object.entries(fields)) {
    const [field = '', end] = from.split('.')
    const fact = told.get(field)
    if (!fact) continue
    const value = end === 'from' || end === 'to' ? endOf(fact.value, end) : fact.value
    const state = fact.state === 'ok' && value === null ? 'absent' : fact.state
    facts.set(name, { ...fact, path: `${role}.${name}`, value, state })
  }
  return facts
}

function endOf(value: Value | null, end: 'from' | 'to'): Value | null {
  return value !== null && typeof value === 'object' && 'from' in value ? value[end] : null
}
