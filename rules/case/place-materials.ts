import type { Fact } from '../../facts/fact.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import type { Policy } from '../policy.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { FiledDocument } from './document-facts.ts'
import { choices, isIdle, isSided, placeCards, takes } from './place-cards.ts'
import type { SlotContent } from './slot-content.ts'

export interface Placement {
  slots: ReadonlyMap<string, SlotContent>
  /** In no slot: listed, not judged. */
  ignored: readonly Ignored[]
}

/**
 * `choose`: slots that take its type, one of which a person has to choose; empty when nobody asked for it. `misfit`: a card
 * that belongs to none of the people known.
 */
export interface Ignored {
  material: SubmittedMaterial
  found: string
  choose: string[]
  misfit?: true
}

/** The document type of a paper that was not recognised. */
export const UNKNOWN = '其他'

/**
 * Puts every document found in the files into a slot: the applicant's choice first, else its type; sides of cards are
 * paired first, and where two slots take one type, the slot whose `match` facts agree takes it.
 */
export function placeMaterials(
  scenario: Scenario,
  materials: readonly SubmittedMaterial[],
  policy: Policy,
  lookup: (path: string, slots: ReadonlyMap<string, SlotContent>) => readonly Fact[],
): Placement {
  const slots = new Map<string, SlotContent>(
    scenario.materials.map(({ material }) => [
      material.slot,
      { documents: [], cards: [], loose: [], unclear: [], wrong: [] },
    ]),
  )
  const ignored: Ignored[] = []
  const open: FiledDocument[] = []
  const uploads: FiledDocument[] = []
  const told = ({ document }: FiledDocument) =>
    document.documentType !== UNKNOWN && document.confidence >= policy.documentType

  for (const material of materials) {
    const documents = material.documents.map((document) => ({ material, document }))
    uploads.push(...documents)
    const rule = scenario.materials.find((r) => r.material.slot === material.slot)
    const content = rule && slots.get(rule.material.slot)
    if (!rule || !content) {
      if (documents.length === 0) ignored.push({ material, found: '', choose: [] })
      open.push(...documents)
      continue
    }
    const fitting = documents.filter((one) => takes(scenario, rule, one) !== false)
    content.documents.push(...fitting)
    if (fitting.length > 0) open.push(...documents.filter((one) => told(one) && !fitting.includes(one)))
    else if (documents.length === 0 || !documents.every(told)) content.unclear.push(material)
    else content.wrong.push({ material, found: documents.map(({ document }) => document.documentType).join('、') })
  }

  const toChoose = (one: FiledDocument): Ignored => {
    const found = one.document.documentType
    const choose = scenario.materials.filter((rule) => takes(scenario, rule, one) !== false)
    return { material: one.material, found, choose: choose.map(({ material }) => material.slot) }
  }
  const cards: FiledDocument[] = []
  for (const one of open) {
    const [first, second] = choices(scenario, one)
    const asked = scenario.materials.some((rule) => takes(scenario, rule, one) === null)
    if (!first && asked) ignored.push(toChoose(one))
    else if (!first) ignored.push({ material: one.material, found: one.document.documentType, choose: [] })
    else if (second || (isSided(scenario, one) && !first.material.many)) cards.push(one)
    else slots.get(first.material.slot)?.documents.push(one)
  }
  fillRequired(scenario, slots)
  const left = placeCards(scenario, slots, cards, uploads, policy.use.correct, (path) => lookup(path, slots))
  for (const one of left) ignored.push({ ...toChoose(one), misfit: true })
  return {
    slots,
    ignored: ignored.filter(({ material }, i, all) => all.findIndex((o) => o.material === material) === i),
  }
}

/**
 * A slot that must be filled and is empty takes the paper that was only guessed into one that nothing here asks for: a
 * school's 法人登记证书 stands for its 营业执照, though a slot of that name is there, too.
 */
function fillRequired(scenario: Scenario, slots: Placement['slots']): void {
  for (const rule of scenario.materials) {
    const empty = slots.get(rule.material.slot)
    if (!empty || rule.material.required !== 'required' || empty.documents.length + empty.unclear.length > 0) continue
    for (const other of scenario.materials.filter(isIdle)) {
      const content = slots.get(other.material.slot)
      const guessed = content?.documents.filter((one) => one.material.slot === null && takes(scenario, rule, one)) ?? []
      if (!content || guessed.length === 0) continue
      empty.documents.push(...guessed)
      content.documents = content.documents.filter((one) => !guessed.includes(one))
      break
    }
  }
}
