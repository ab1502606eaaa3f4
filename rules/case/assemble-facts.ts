import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact } from '../../facts/fact.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import type { Item } from '../engine/knowledge.ts'
import type { Truth } from '../engine/truth.ts'
import type { Policy } from '../policy.ts'
import type { Applicant, Silence, SourceAnswer, SubmittedMaterial } from '../results.ts'
import { applicantFacts } from './applicant-facts.ts'
import type { Assembled } from './case-knowledge.ts'
import { documentFacts, type FiledDocument, unreadableFacts } from './document-facts.ts'
import { withGeneric } from './generic-facts.ts'
import { type OneDocument, oneDocument } from './one-document.ts'
import { parameterFacts } from './parameter-facts.ts'
import { agreement } from './place-cards.ts'
import type { Placement } from './place-materials.ts'
import { placeMaterials } from './place-materials.ts'
import type { SlotContent } from './slot-content.ts'
import { answerFacts, licencesAbout, sourceFacts } from './source-facts.ts'
import { fillable, type Guesses, guessDoubt, NO_STRAYS, type Strays, withGuesses } from './unidentified.ts'

export interface CaseInput {
  scenario: Scenario
  /** 受理日期, ISO. */
  at: string
  applicant: Applicant | null
  materials: readonly SubmittedMaterial[]
  sources: readonly SourceAnswer[]
  /** What uploads that nobody could identify may be, once that is known. */
  strays?: Strays
  /** What people typed into the form, by key: whom the applicant names may tell whose a paper is. */
  typed?: Readonly<Record<string, unknown>>
}

export interface AssembledCase extends Assembled {
  placement: Placement
  /** What the files of a slot for one document came to, by slot. */
  single: ReadonlyMap<string, OneDocument>
  /** Slots whose facts come from an electronic licence instead of an upload. */
  byLicence: ReadonlySet<string>
  /** Whether shared data were found that replace the paper of a slot; null when nobody can tell. */
  inPlace: ReadonlyMap<string, Truth>
  /** Sources that did not answer. */
  silent: ReadonlyMap<string, Silence>
}

/**
 * Everything known of a case by path: documents under the role of their slot, sources under their name, the verified
 * identity. A document's field stays as printed: no source ever overwrites it.
 */
export function assembleFacts(input: CaseInput, policy: Policy): AssembledCase {
  const { scenario, at } = input
  const types = [...scenario.documentTypes.values()]
  const { id, name } = scenario
  const asked = sourceFacts(scenario.sources, scenario.vocabulary.heads, types, input.sources, {
    at,
    scenario: id,
    scenarioName: name,
  })
  const facts = new Map(asked.facts)
  const lists = new Map<string, Item[]>(asked.lists)
  const given = [...applicantFacts(input.applicant), ...scenarioFacts(scenario, policy)]
  for (const fact of [...given, ...parameterFacts(scenario.parts.parameters)]) facts.set(fact.path, fact)

  const lookup = (path: string, slots: ReadonlyMap<string, SlotContent>): Fact[] => {
    const [slot = '', field = ''] = path.split('.')
    const known = [facts.get(path) ?? [], ...(asked.lists.get(slot) ?? []).map((item) => item.get(field) ?? [])].flat()
    if (slot === '申请表') return typedName(path, input.typed?.[field])
    const printed = (slots.get(slot)?.documents ?? []).flatMap((one) => {
      const type = types.find((t) => t.name === one.document.documentType)
      return type ? (withGeneric(slot, [type], documentFacts(slot, type, one)).get(field) ?? []) : []
    })
    return [...known, ...printed]
  }
  const strays = input.strays ?? NO_STRAYS
  const placed = fillable(strays)
  const identified = placeMaterials(scenario, input.materials, policy, lookup)
  const placement = withGuesses(identified, placed)
  const provided = new Map<string, Truth>()
  const byLicence = new Set<string>()
  const single = new Map<string, OneDocument>()
  for (const rule of scenario.materials) {
    const { slot, many } = rule.material
    const content = placement.slots.get(slot)
    if (!content) continue
    const uploaded = hasFile(content)
    const licence = uploaded ? null : licenceFacts(rule, types, input, (path) => lookup(path, placement.slots))
    if (licence) byLicence.add(slot)
    const isThere = hasFile(identified.slots.get(slot)) || licence !== null
    provided.set(slot, isThere || (strays.absent.has(slot) ? null : false))
    if (!uploaded && !licence) continue
    const belongs = (documents: readonly FiledDocument[]) =>
      agreement(rule, documents, policy.use.correct, (path) => lookup(path, placement.slots)) === 'agrees'
    const one = licence || many ? null : oneDocument(slot, types, content, belongs)
    if (one) single.set(slot, one)
    const accepted = types.filter((type) => rule.documentTypes.includes(type.name))
    const read = licence ? [licence] : one ? [one.facts] : slotItems(rule, types, content)
    const items = withUnidentified(slot, accepted, read, placed).map((item, i) =>
      withGeneric(many ? `${slot}[${i + 1}]` : slot, accepted, item),
    )
    if (many) lists.set(slot, items)
    else for (const fact of items[0]?.values() ?? []) facts.set(fact.path, fact)
  }
  return {
    caseFacts: { scenario: id, at, facts, lists },
    provided,
    recorded: asked.recorded,
    asked: asked.asked,
    silent: asked.silent,
    placement,
    single,
    byLicence,
    inPlace: new Map(),
  }
}

const hasFile = (content: SlotContent | undefined): boolean =>
  content !== undefined && content.documents.length + content.loose.length + content.unclear.length > 0

function typedName(path: string, value: unknown): Fact[] {
  if (typeof value !== 'string' || value === '') return []
  return [{ path, value, confidence: 1, state: 'ok', evidence: [{ kind: 'person', who: 'applicant', field: path }] }]
}

function scenarioFacts(scenario: Scenario, policy: Policy): Fact[] {
  const { situation } = scenario.parts.file.value
  const entries = { id: scenario.id, name: scenario.name, situation, district: policy.district }
  return Object.entries(entries).map(([name, value]) => ({
    path: `情形.${name}`,
    value,
    confidence: 1,
    state: 'ok',
    evidence: [{ kind: 'derived', from: [], how: '所选情形' }],
  }))
}

/** What a page that was not identified may say: unknown, with what would settle it. */
function withUnidentified(slot: string, types: readonly DocumentType[], items: readonly Item[], guesses: Guesses) {
  const [material] = guesses.get(slot) ?? []
  if (!material) return items
  const doubt = guessDoubt([slot], material)
  return items.map((item) => {
    const known = [...item.values()].flatMap(({ evidence }) => evidence)
    const type = types.find(({ name }) => known.some((one) => one.kind === 'material' && one.documentType === name))
    const missing = type ? [...unreadableFacts(slot, type, material)].filter(([name]) => !item.has(name)) : []
    const all = [...item, ...missing].map(([name, fact]): [string, Fact] => {
      const isOfIt = fact.evidence.some((one) => one.kind === 'material' && one.material === material.id)
      return [name, isOfIt && fact.state === 'unreadable' ? { ...fact, doubt } : fact]
    })
    return new Map(all)
  })
}

/** The documents of a list slot, one item each; of a slot for one document, what a file nobody could read says. */
function slotItems(rule: MaterialRule, types: readonly DocumentType[], content: SlotContent): Item[] {
  const { slot, many } = rule.material
  const fallback = types.find((type) => rule.documentTypes.includes(type.name))
  const typeOf = (name: string) => types.find((type) => type.name === name)
  if (many) {
    const read = content.documents.flatMap((one, i) => {
      const type = typeOf(one.document.documentType)
      return type ? [documentFacts(`${slot}[${i + 1}]`, type, one)] : []
    })
    // A file nothing could be read in still counts as a member of the list, with everything unreadable.
    const unread = content.unclear.flatMap((material, i) =>
      fallback ? [unreadableFacts(`${slot}[${read.length + i + 1}]`, fallback, material)] : [],
    )
    return [...read, ...unread]
  }
  const [unclear] = content.unclear
  return unclear && fallback ? [unreadableFacts(slot, fallback, unclear)] : []
}

/** The role's facts from an electronic licence, when the slot may be left empty because of one. */
function licenceFacts(
  rule: MaterialRule,
  types: readonly DocumentType[],
  { sources, scenario, at }: CaseInput,
  lookup: (path: string) => readonly Fact[],
): Item | null {
  const { slot, many, match, exempt } = rule.material
  const role = many ? `${slot}[1]` : slot
  const licences = scenario.sources.find(({ like }) => like === 'document')
  if (!licences) return null
  if (exempt?.by !== '电子证照免交' && exempt?.record?.source !== licences.name) return null
  const answers = sources.filter((answer) => answer.source === licences.name || answer.source === licences.id)
  for (const type of types.filter(({ name }) => rule.documentTypes.includes(name))) {
    for (const answer of licencesAbout(type, answers)) {
      if (answer.state !== 'ok' || (answer.record.证照状态 ?? '有效') !== '有效') continue
      const holder = match ? (answer.record[match.field] ?? null) : null
      const known = match?.equals.flatMap((path) => lookup(path)).filter(({ state }) => state === 'ok') ?? []
      if (match && !known.some((fact) => sameValue('name', fact.value, holder))) continue
      const names = [...type.fields, ...type.marks].map(({ name }) => name)
      return withGeneric(role, [type], answerFacts(role, names, licences, answer, at))
    }
  }
  return null
}
