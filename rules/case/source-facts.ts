import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact, FactState } from '../../facts/fact.ts'
import { genericTypes } from '../../facts/generic-fields.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import { comparable } from '../../facts/values/text.ts'
import type { Item } from '../engine/knowledge.ts'
import type { Head } from '../engine/vocabulary.ts'
import type { Silence, SourceAnswer } from '../results.ts'
import { rejectionOf } from '../review/rejections.ts'
import { withGeneric } from './generic-facts.ts'

/**
 * What the shared sources said. `recorded`: found, not found, or (null) could not be asked, by source or
 * 电子证照.营业执照. `silent`: sources that did not answer.
 * `asked`: the numbers, as compared, that a source answered about.
 */
export interface SourceFacts {
  silent: Map<string, Silence>
  facts: Map<string, Fact>
  lists: Map<string, Item[]>
  recorded: Map<string, boolean | null>
  asked: Map<string, Set<string>>
}

const DAY = 86_400_000

/** Older than the source's data may be, on 受理日期. */
function isStale(source: SharedSource, answer: SourceAnswer, at: string): boolean {
  if (answer.state === 'stale') return true
  return answer.state === 'ok' && isOld(source, answer, at)
}

function isOld(source: SharedSource, answer: SourceAnswer, at: string): boolean {
  if (source.maxAgeDays === undefined) return false
  // As of a day that never was it is as good as old.
  return !((Date.parse(at) - Date.parse(answer.asOf.slice(0, 10))) / DAY <= source.maxAgeDays)
}

/** Facts of one answer by field name; fields that the record does not hold are absent. */
export function answerFacts(
  role: string,
  names: Iterable<string>,
  source: SharedSource,
  answer: SourceAnswer,
  at: string,
): Item {
  const evidence = {
    kind: 'source' as const,
    source: source.name,
    agency: source.agency,
    record: answer.recordId,
    asOf: answer.asOf,
    requestId: answer.requestId,
  }
  const doubt = answer.rejected && rejectionOf(source.name, answer.rejected)
  const whole: FactState = isStale(source, answer, at) ? 'stale' : answer.state
  return new Map(
    [...names].map((name) => {
      const value = answer.record[name] ?? null
      const own = answer.fieldStates?.[name]
      const known = whole === 'ok' || whole === 'stale'
      const state = own ?? (known && value === null ? 'absent' : whole)
      const kept = state === 'ok' || state === 'stale' ? value : null
      const fact: Fact = { path: `${role}.${name}`, value: kept, confidence: 1, state, evidence: [evidence] }
      return [name, doubt ? { ...fact, doubt } : fact]
    }),
  )
}

const newestFirst = (a: SourceAnswer, b: SourceAnswer) => b.asOf.localeCompare(a.asOf)
const found = (answer: SourceAnswer) => answer.state === 'ok' || answer.state === 'stale'

/** Found beats not found beats could not be asked; null when nobody was asked or one did not answer. */
function recorded(answers: readonly SourceAnswer[]): boolean | null {
  if (answers.some(found)) return true
  if (answers.length === 0 || answers.some(({ state }) => state !== 'absent')) return null
  return false
}

/** A record that answers to several keys (a firm's code and the number of its permit) is one record. */
function eachOnce(answers: readonly SourceAnswer[]): SourceAnswer[] {
  const seen = new Set<string>()
  return answers.filter(({ recordId }) => recordId === '' || (!seen.has(recordId) && seen.add(recordId)))
}

/** All facts, lists and presence that the answers of shared sources give. */
export function sourceFacts(
  sources: readonly SharedSource[],
  heads: ReadonlyMap<string, Head>,
  documentTypes: readonly DocumentType[],
  answers: readonly SourceAnswer[],
  about: { at: string; scenario: string; scenarioName: string },
): SourceFacts {
  const result: SourceFacts = {
    facts: new Map(),
    lists: new Map(),
    recorded: new Map(),
    silent: new Map(),
    asked: new Map(),
  }
  for (const source of sources) {
    const own = answers.filter((answer) => answer.source === source.name || answer.source === source.id)
    const head = heads.get(source.name)
    if (!head) continue
    for (const { state, connected, rejected } of own)
      if (state === 'unavailable' || state === 'denied')
        result.silent.set(source.name, rejected ?? (connected === false ? 'unconnected' : state))
    result.recorded.set(source.name, recorded(own))
    const said = own.filter((one) => (one.state === 'ok' || one.state === 'absent') && !isOld(source, one, about.at))
    result.asked.set(source.name, new Set(said.flatMap(({ asked }) => asked ?? []).map(comparable)))
    if (source.like === 'document') {
      for (const type of documentTypes) licence(result, source, head, type, own, about.at)
    } else if (head.list) {
      const known = own.length > 0 && own.every((answer) => found(answer) || answer.state === 'absent')
      if (!known) continue
      const items = eachOnce(own.filter(found)).map((answer, i) =>
        answerFacts(`${source.name}[${i + 1}]`, head.fields.keys(), source, answer, about.at),
      )
      result.lists.set(source.name, items)
    } else {
      const mine = (answer: SourceAnswer) =>
        Number(answer.about === about.scenario || answer.about === about.scenarioName)
      const best = own.toSorted(
        (a, b) => Number(found(b)) - Number(found(a)) || mine(b) - mine(a) || newestFirst(a, b),
      )[0]
      if (!best) continue
      for (const fact of answerFacts(source.name, head.fields.keys(), source, best, about.at).values()) {
        result.facts.set(fact.path, fact)
      }
    }
  }
  return result
}

/** The newest valid electronic licence of a type, as 电子证照.营业执照.名称. */
function licence(
  result: SourceFacts,
  source: SharedSource,
  head: Head,
  type: DocumentType,
  answers: readonly SourceAnswer[],
  at: string,
): void {
  const role = `${source.name}.${type.name}`
  const about = licencesAbout(type, answers)
  const refused = answers.filter((answer) => answer.about === null && answer.state !== 'absent' && !found(answer))
  const silent = about.length === 0 && refused.length === 0 && answers.length > 0
  result.recorded.set(role, silent ? false : recorded([...about, ...refused]))
  const best = about[0] ?? refused[0] ?? answers.find(({ state }) => state === 'absent')
  if (!best) return
  const names = [...head.fields.keys()].filter((name) => name.startsWith(`${type.name}.`))
  const short = names.map((name) => name.slice(type.name.length + 1))
  const generic = new Set(genericTypes(type).map(([name]) => name))
  const own = answerFacts(
    role,
    short.filter((name) => !generic.has(name)),
    source,
    best,
    at,
  )
  for (const fact of withGeneric(role, [type], own).values()) result.facts.set(fact.path, fact)
}

/** Electronic licences of one type, valid ones first, then the newest. */
export function licencesAbout(type: DocumentType, answers: readonly SourceAnswer[]): SourceAnswer[] {
  const valid = (answer: SourceAnswer) => Number((answer.record.证照状态 ?? '有效') === '有效')
  return answers
    .filter((answer) => (answer.about === type.name || answer.about === type.id) && answer.state !== 'absent')
    .toSorted((a, b) => Number(found(b)) - Number(found(a)) || valid(b) - valid(a) || newestFirst(a, b))
}
