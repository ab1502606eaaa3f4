import type { Fact } from '../../facts/fact.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value } from '../../facts/values/value.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { FiledDocument } from './document-facts.ts'

/**
 * What lies in one slot. `cards`: documents known to be sides of one card. `loose`: may be this slot's, nobody can tell.
 * `unclear`: files that could not be read, or whose type could not be told.
 */
export interface SlotContent {
  documents: FiledDocument[]
  cards: FiledDocument[][]
  loose: FiledDocument[]
  unclear: SubmittedMaterial[]
  wrong: { material: SubmittedMaterial; found: string }[]
}

export interface Placement {
  slots: ReadonlyMap<string, SlotContent>
  /** In no slot: listed, not judged. `choose`: of a type that is asked for, so a person says where it belongs. */
  ignored: readonly { material: SubmittedMaterial; found: string; choose: boolean }[]
}

const UNKNOWN = '其他'

type Lookup = (path: string, slots: ReadonlyMap<string, SlotContent>) => readonly Fact[]

/**
 * Puts every document found in the files into a slot: the applicant's choice first, else its type; where two slots
 * take one type, the slot whose `match` facts agree. Sides of cards are paired first, and no card goes to a slot that
 * is known to be another person's.
 */
export function placeMaterials(
  scenario: Scenario,
  materials: readonly SubmittedMaterial[],
  policy: Policy,
  lookup: Lookup,
): Placement {
  const slots = new Map<string, SlotContent>(
    scenario.materials.map(({ material }) => [
      material.slot,
      { documents: [], cards: [], loose: [], unclear: [], wrong: [] },
    ]),
  )
  const ignored: { material: SubmittedMaterial; found: string; choose: boolean }[] = []
  const open: FiledDocument[] = []
  const told = ({ document }: FiledDocument) =>
    document.documentType !== UNKNOWN && document.confidence >= policy.documentType
  const filed = new Map(
    materials.map((material) => [material, material.documents.map((document) => ({ material, document }))]),
  )

  for (const [material, documents] of filed) {
    const rule = scenario.materials.find((r) => r.material.slot === material.slot)
    const content = rule && slots.get(rule.material.slot)
    if (!rule || !content) {
      if (documents.length === 0) ignored.push({ material, found: '', choose: false })
      open.push(...documents)
      continue
    }
    const fitting = documents.filter(({ document }) => rule.documentTypes.includes(document.documentType))
    content.documents.push(...fitting)
    if (fitting.length > 0) open.push(...documents.filter((one) => told(one) && !fitting.includes(one)))
    else if (documents.length === 0 || !documents.every(told)) content.unclear.push(material)
    else content.wrong.push({ material, found: documents.map(({ document }) => document.documentType).join('、') })
  }

  // A file without a document stands between its neighbours: what it shows is not known.
  const gap = (material: SubmittedMaterial): FiledDocument[] => [{ material, document: NOTHING_READ }]
  const uploads = [...filed].flatMap(([material, documents]) => (documents.length > 0 ? documents : gap(material)))
  const cards: FiledDocument[][] = []
  for (const type of scenario.documentTypes.values()) {
    if (type.sides.length > 1) cards.push(...openCards(scenario, type, slots, open, uploads, ignored))
  }
  const carded = new Set([...cards.flat(), ...[...slots.values()].flatMap((c) => [...c.documents, ...c.loose])])
  for (const one of open) {
    if (carded.has(one) || ignored.some(({ material }) => material === one.material && sided(scenario, one))) continue
    const [first, second] = choices(scenario, one)
    if (!first) ignored.push({ material: one.material, found: one.document.documentType, choose: false })
    else if (second) cards.push([one])
    else slots.get(first.material.slot)?.documents.push(one)
  }
  assignCards(scenario, slots, cards, (path) => lookup(path, slots).filter(sure(policy)), ignored)
  return {
    slots,
    ignored: ignored.filter(({ material }, i, all) => all.findIndex((o) => o.material === material) === i),
  }
}

const sure = (policy: Policy) => (fact: Fact) => fact.state !== 'ok' || fact.confidence >= policy.use.correct
