import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact } from '../../facts/fact.ts'
import type { ReadField } from '../../facts/reading.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Material } from '../catalogue/format.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import { isPictured } from '../engine/near-misses.ts'
import { likelySlip } from '../misread/likely-slip.ts'
import type { FiledDocument } from './document-facts.ts'
import { pairSides } from './pair-sides.ts'
import type { SlotContent } from './slot-content.ts'

type Slots = ReadonlyMap<string, SlotContent>
type Lookup = (path: string) => readonly Fact[]

/** Does the slot take the document, by its type and variant? null: its variant was not told, so the applicant chooses. */
export function takes(scenario: Scenario, rule: MaterialRule, one: FiledDocument): boolean | null {
  const { document } = one
  if (!rule.documentTypes.includes(document.documentType)) return false
  const variants = wanted(scenario, rule, one)
  if (!variants) return true
  return document.variant === undefined ? null : variants.includes(document.variant)
}

/** The variants of the document's type that the slot asks for. */
function wanted(scenario: Scenario, rule: MaterialRule, { document }: FiledDocument): readonly string[] | undefined {
  const id = [...scenario.documentTypes.values()].find(({ name }) => name === document.documentType)?.id
  return id === undefined ? undefined : rule.material.variants?.[id]
}

/**
 * Slots that take a document, those that must be filled first; one that asks for its variant goes before those that take any. One that takes other types too is a substitute: never
 * guessed over the type's own; nor is one that nothing here asks for guessed over one that is required.
 */
export function choices(scenario: Scenario, one: FiledDocument): MaterialRule[] {
  const taking = scenario.materials.filter((rule) => takes(scenario, rule, one))
  const fewest = Math.min(...taking.map((rule) => rule.documentTypes.length))
  const own = taking.filter((rule) => rule.documentTypes.length === fewest)
  const asked = own.some(({ material }) => material.required === 'required') ? own.filter((rule) => !isIdle(rule)) : own
  const exact = asked.filter((rule) => wanted(scenario, rule, one) !== undefined)
  return (exact.length > 0 ? exact : asked).toSorted((a, b) => urgency(a.material) - urgency(b.material))
}

/** A slot that nothing here asks for: neither required nor under a condition, nor for a certain person. */
export const isIdle = ({ material, when }: MaterialRule): boolean =>
  material.required !== 'required' && !when && !material.match

/** 0 must be filled, 1 under a condition, 2 may be filled if the applicant likes. */
function urgency({ required, when }: Material): number {
  return required === 'required' ? 0 : when === undefined ? 2 : 1
}

/** A card with a front and a back, which must not be mixed with another person's. */
export function isSided(scenario: Scenario, { document }: FiledDocument): boolean {
  return [...scenario.documentTypes.values()].some((t) => t.name === document.documentType && t.sides.length > 1)
}

/** How the document's matching field stands to the people that the slot is for; `unknown`: not read, or nobody known. */
export function agreement(
  { material }: MaterialRule,
  card: readonly FiledDocument[],
  minConfidence: number,
  lookup: Lookup,
): 'agrees' | 'contradicts' | 'unknown' {
  const { match } = material
  const read = match && card.map(({ document }) => document.fields[match.field]).find((f) => f && f.value !== null)
  if (!match || !read) return 'unknown'
  const known = match.equals.flatMap(lookup).filter(({ state }) => state === 'ok')
  if (known.some(({ value }) => sameValue('name', value, read.value))) return 'agrees'
  const sure = known.some(({ confidence }) => confidence >= minConfidence)
  const pictured = card.some(({ document }) => document.digital === false)
  if (known.some((fact) => isMisread(read, pictured, fact))) return 'unknown'
  return sure && read.confidence >= minConfidence ? 'contradicts' : 'unknown'
}

/** One like or lost character on a picture makes no other person. */
function isMisread(read: ReadField, pictured: boolean, fact: Fact): boolean {
  if (typeof read.value !== 'string' || typeof fact.value !== 'string') return false
  if (pictured && likelySlip(read.value, fact.value, read) !== null) return true
  return isPictured(fact) && likelySlip(fact.value, read.value, fact) !== null
}

/** Places cards that more than one slot may take, and all two-sided ones; returns those that belong to no slot. */
export function placeCards(
  scenario: Scenario,
  slots: Slots,
  open: readonly FiledDocument[],
  uploads: readonly FiledDocument[],
  minConfidence: number,
  lookup: Lookup,
): FiledDocument[] {
  const waiting: FiledDocument[][] = open.filter((one) => !isSided(scenario, one)).map((one) => [one])
  const loose: FiledDocument[] = []
  for (const type of scenario.documentTypes.values()) {
    if (type.sides.length < 2) continue
    const paired = pairOpen(scenario, type, slots, open, uploads)
    waiting.push(...paired.cards)
    loose.push(...paired.loose)
  }
  // What nobody's name decides first: the names on it may tell whose the others are.
  const named = (card: FiledDocument[]) =>
    card[0] !== undefined && choices(scenario, card[0]).some(({ material }) => material.match !== undefined)
  const plain = waiting.filter((card) => !named(card))
  const left = [plain, waiting.filter(named)].flatMap((cards) => assign(scenario, slots, cards, minConfidence, lookup))
  for (const one of loose) {
    const rules = choices(scenario, one)
    const contents = rules.flatMap((rule) => slots.get(rule.material.slot) ?? [])
    const lacking = contents.filter(({ cards }) => cards.some((card) => lacksSide(card, one)))
    const [first] = contents
    const nothing = contents.every(({ documents }) => documents.length === 0) && left.length === 0
    if (lacking.length > 0) for (const content of lacking) content.loose.push(one)
    else if (nothing && first) first.loose.push(one)
    else left.push(one)
  }
  return left
}

/** Pairs what the applicant put into one slot first, then the rest, to which a slot's lone front belongs too. */
function pairOpen(
  scenario: Scenario,
  type: DocumentType,
  slots: Slots,
  open: readonly FiledDocument[],
  uploads: readonly FiledDocument[],
) {
  const ofType = ({ document }: FiledDocument) => document.documentType === type.name
  const pinned = new Map<FiledDocument, { content: SlotContent; card: FiledDocument[] }>()
  for (const { material } of scenario.materials) {
    const content = slots.get(material.slot)
    const mine = content?.documents.filter(ofType) ?? []
    if (material.many || !content || mine.length === 0) continue
    const { cards, loose } = pairSides(type, mine, uploads)
    // Backs without any front: the applicant's choice says whose they are.
    const chosen = cards.length === 0 ? loose.map((one) => [one]) : cards
    content.cards.push(...chosen)
    if (chosen === cards) {
      content.loose.push(...loose)
      content.documents = content.documents.filter((one) => !loose.includes(one))
    }
    const [card, other] = chosen
    const sides = new Set(card?.flatMap(({ document }) => document.sides ?? []))
    if (card && !other && sides.size === 1 && content.loose.length === 0)
      for (const one of card) pinned.set(one, { content, card })
  }
  const paired = pairSides(type, [...pinned.keys(), ...open.filter(ofType)], uploads)
  const { cards } = paired
  const loose = paired.loose.filter((one) => !pinned.has(one))
  const free: FiledDocument[][] = []
  for (const card of cards) {
    const owners = new Set(card.flatMap((one) => pinned.get(one) ?? []).map(({ content }) => content))
    const [owner] = owners
    if (!owner) free.push(card)
    if (!owner || owners.size > 1) continue
    const added = card.filter((one) => !pinned.has(one))
    owner.documents.push(...added)
    owner.cards[0]?.push(...added)
  }
  return { cards: free, loose }
}

/** By the name on it; a card without one goes to the only slot left, if it is the only such card. Returns the rest. */
function assign(
  scenario: Scenario,
  slots: Slots,
  cards: readonly FiledDocument[][],
  minConfidence: number,
  lookup: Lookup,
): FiledDocument[] {
  const left: FiledDocument[] = []
  const put = (rule: MaterialRule, card: FiledDocument[]) => {
    const content = slots.get(rule.material.slot)
    content?.documents.push(...card)
    content?.cards.push(card)
  }
  const isEmpty = (rule: MaterialRule) => slots.get(rule.material.slot)?.documents.length === 0
  const hasRoom = (rule: MaterialRule) => rule.material.many || isEmpty(rule)
  const rulesFor = (card: FiledDocument[]) => (card[0] ? choices(scenario, card[0]) : [])
  const unnamed: FiledDocument[][] = []
  for (const card of cards) {
    const agreeing = rulesFor(card).filter((rule) => agreement(rule, card, minConfidence, lookup) === 'agrees')
    const rule = agreeing.find(hasRoom) ?? agreeing[0]
    if (rule) put(rule, card)
    else unnamed.push(card)
  }
  for (const card of unnamed) {
    const all = rulesFor(card)
    const isOther = (rule: MaterialRule) => agreement(rule, card, minConfidence, lookup) === 'contradicts'
    const possible = all.filter((rule) => !isOther(rule))
    // Known to be somebody else's: only a slot that somebody is expected for can still be meant.
    const meant = possible.length < all.length ? possible.filter((rule) => isExpected(rule, lookup)) : possible
    const lacking = meant.find((rule) => card[0] && lacksSide(slots.get(rule.material.slot)?.documents ?? [], card[0]))
    const rule = lacking ?? meant.find(hasRoom) ?? (card[0] && isSided(scenario, card[0]) ? undefined : meant[0])
    if (rule) put(rule, card)
    else left.push(...card)
  }
  return left
}

/** The slot must be filled, or something was said of the person, even if it cannot be read. */
function isExpected({ material }: MaterialRule, lookup: Lookup): boolean {
  if (material.required === 'required') return true
  return (material.match?.equals ?? []).flatMap(lookup).some(({ state }) => state !== 'absent')
}

function lacksSide(card: readonly FiledDocument[], { document }: FiledDocument): boolean {
  const sides = document.sides ?? []
  if (sides.length === 0 || card.length === 0) return false
  const present = new Set(card.flatMap((one) => one.document.sides ?? []))
  return sides.every((side) => !present.has(side))
}
