import type { Fact } from '../../facts/fact.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value } from '../../facts/values/value.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { FiledDocument } from './document-facts.ts'

/** What lies in one slot. `unclear`: files that could not be read, or whose type could not be told. */
export interface SlotContent {
  documents: FiledDocument[]
  unclear: SubmittedMaterial[]
  wrong: { material: SubmittedMaterial; found: string }[]
}

export interface Placement {
  slots: ReadonlyMap<string, SlotContent>
  /** Nobody asked for it: listed, not judged. */
  ignored: readonly Ignored[]
}

/** `choose`: slots that take its type, when its contents do not tell for which it is. */
interface Ignored {
  material: SubmittedMaterial
  found: string
  choose: readonly string[]
}

const UNKNOWN = '其他'

/**
 * Puts every document found in the files into a slot: the applicant's choice first, else its type; where two slots
 * take one type (two identity cards), the slot whose `match` facts agree, then the one that still lacks this side.
 */
export function placeMaterials(
  scenario: Scenario,
  materials: readonly SubmittedMaterial[],
  minType: number,
  lookup: (path: string, slots: ReadonlyMap<string, SlotContent>) => readonly Fact[],
): Placement {
  const slots = new Map<string, SlotContent>(
    scenario.materials.map(({ material }) => [material.slot, { documents: [], unclear: [], wrong: [] }]),
  )
  const ignored: Ignored[] = []
  const open: FiledDocument[] = []
  const told = ({ document }: FiledDocument) => document.documentType !== UNKNOWN && document.confidence >= minType

  for (const material of materials) {
    const documents = material.documents.map((document) => ({ material, document }))
    const rule = scenario.materials.find((r) => r.material.slot === material.slot)
    const content = rule && slots.get(rule.material.slot)
    if (!rule || !content) {
      if (documents.length === 0) ignored.push({ material, found: '', choose: [] })
      open.push(...documents)
      continue
    }
    const fitting = documents.filter((one) => belongs(scenario, rule, one) !== false)
    content.documents.push(...fitting)
    if (fitting.length > 0) open.push(...documents.filter((one) => told(one) && !fitting.includes(one)))
    else if (documents.length === 0 || !documents.every(told)) content.unclear.push(material)
    else content.wrong.push({ material, found: documents.map(({ document }) => document.documentType).join('、') })
  }

  // A slot that takes other types too takes this one as a substitute: never guessed over the type's own slot.
  const choices = (one: FiledDocument) => {
    const taking = scenario.materials.filter((rule) => belongs(scenario, rule, one) === true)
    const fewest = Math.min(...taking.map((rule) => rule.documentTypes.length))
    return taking.filter((rule) => rule.documentTypes.length === fewest)
  }
  const ambiguous: FiledDocument[] = []
  for (const one of open) {
    const [first, second] = choices(one)
    if (!first) {
      const choose = scenario.materials.filter((rule) => belongs(scenario, rule, one) === null)
      const slots = choose.map(({ material }) => material.slot)
      ignored.push({ material: one.material, found: one.document.documentType, choose: slots })
    } else if (second) ambiguous.push(one)
    else slots.get(first.material.slot)?.documents.push(one)
  }
  // Documents that carry the matching field first: the back of a card then finds the card it belongs to.
  const named = (one: FiledDocument) => choices(one).some((rule) => matchValue(rule, one) !== null)
  for (const one of ambiguous.toSorted((a, b) => Number(named(b)) - Number(named(a)))) {
    const rules = choices(one)
    const rule =
      rules.find((r) => matches(r, one, (path) => lookup(path, slots))) ??
      rules.find((r) => followsItsFront(slots.get(r.material.slot), one, materials)) ??
      rules.find((r) => lacksSide(slots.get(r.material.slot), one)) ??
      rules.find((r) => slots.get(r.material.slot)?.documents.length === 0) ??
      rules[0]
    if (rule) slots.get(rule.material.slot)?.documents.push(one)
  }
  return {
    slots,
    ignored: ignored.filter(({ material }, i, all) => all.findIndex((o) => o.material === material) === i),
  }
}

/** Does a document belong to a slot by its type and variant? null: by its type, but its variant is not told. */
function belongs(scenario: Scenario, rule: MaterialRule, { document }: FiledDocument): boolean | null {
  if (!rule.documentTypes.includes(document.documentType)) return false
  const id = [...scenario.documentTypes].find(([, { name }]) => name === document.documentType)?.[0] ?? ''
  const variants = rule.material.variants?.[id]
  if (!variants) return true
  return document.variant === undefined ? null : variants.includes(document.variant)
}

function matchValue(rule: MaterialRule, { document }: FiledDocument): Value | null {
  const { match } = rule.material
  return match ? (document.fields[match.field]?.value ?? null) : null
}

function matches(rule: MaterialRule, one: FiledDocument, lookup: (path: string) => readonly Fact[]): boolean {
  const value = matchValue(rule, one)
  if (value === null) return false
  return (rule.material.match?.equals ?? []).some((path) =>
    lookup(path).some((fact) => fact.state === 'ok' && sameValue('name', fact.value, value)),
  )
}

/** Photographed right after the other side of the same card, which still lacks this side. */
function followsItsFront(
  content: SlotContent | undefined,
  one: FiledDocument,
  materials: readonly SubmittedMaterial[],
): boolean {
  const before = materials[materials.indexOf(one.material) - 1]
  const isNext = content?.documents.some(({ material }) => material === before) ?? false
  return isNext && lacksSide(content, one)
}

function lacksSide(content: SlotContent | undefined, { document }: FiledDocument): boolean {
  const sides = document.sides ?? []
  if (!content || sides.length === 0 || content.documents.length === 0) return false
  const present = new Set(content.documents.flatMap((one) => one.document.sides ?? []))
  return sides.every((side) => !present.has(side))
}
