import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact } from '../../facts/fact.ts'
import { markNames } from '../../facts/mark-facts.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Item } from '../engine/knowledge.ts'
import type { SubmittedMaterial } from '../results.ts'
import { documentFacts, type FiledDocument, type FiledFacts, filedFacts, mergeFacts } from './document-facts.ts'
import type { SlotContent } from './slot-content.ts'

/** The one document of a slot. `used`: what it was read from; `contested`: files that contradict each other. */
export interface OneDocument {
  facts: Item
  used: readonly FiledDocument[]
  contested: readonly SubmittedMaterial[]
  /** Files of another document, when `match` told which one counts. */
  aside: readonly SubmittedMaterial[]
  /** What the applicant is told of it, in Chinese; empty when there is nothing to say. */
  note: string
}

interface Candidate {
  type: DocumentType
  filed: FiledFacts
  documents: FiledDocument[]
}

/**
 * Files of one slot as one document. Two different documents: the one that `belongs`, when that is exactly one; else
 * what they do not agree in is unknown. Sides nobody can tell the owner of are unknown too.
 */
export function oneDocument(
  slot: string,
  types: readonly DocumentType[],
  content: SlotContent,
  belongs: (documents: readonly FiledDocument[]) => boolean,
): OneDocument | null {
  const all = candidates(slot, types, content)
  const owned = all.length > 1 ? all.filter(({ documents }) => belongs(documents)) : []
  const kept = owned.length === 1 ? owned : all
  const aside = owned.length === 1 ? all.filter((one) => !kept.includes(one)) : []
  const [first, ...others] = kept
  if (!first && content.loose.length === 0) return null
  const names = new Set(kept.flatMap(({ filed }) => [...filed.facts.keys()]))
  const facts = new Map<string, Fact>()
  let split = false
  for (const name of names) {
    const fact = others.length > 0 ? agreed(slot, name, kept) : first?.filed.facts.get(name)
    if (fact) facts.set(name, fact)
    split ||= fact?.doubt !== undefined
  }
  const whose = addLoose(slot, types, content.loose, facts)
  const files = (ones: readonly Candidate[]) => [
    ...new Set(ones.flatMap(({ documents }) => documents.map(({ material }) => material))),
  ]
  const named = (ones: readonly SubmittedMaterial[]) => ones.map(({ fileName }) => fileName).join('、')
  const contested = split ? files(kept) : []
  const notes = [
    split
      ? `收到几份不同的${[...new Set(kept.map(({ type }) => type.name))].join('、')}，请只留一份：${named(contested)}`
      : '',
    aside.length > 0 ? `没有用于审查：${named(files(aside))}（不是这个材料位要的那一份）` : '',
    whose,
  ]
  return {
    facts,
    used: kept.flatMap(({ documents }) => documents),
    contested: [...contested, ...content.loose.map(({ material }) => material)],
    aside: files(aside).filter((one) => !files(kept).includes(one)),
    note: notes.filter((one) => one !== '').join('；'),
  }
}

/** Files that can be one document, together; the fullest first, so that the order of upload does not matter. */
function candidates(slot: string, types: readonly DocumentType[], content: SlotContent): Candidate[] {
  const carded = new Set(content.cards.flat())
  const singles = content.documents.filter((one) => !carded.has(one)).map((one) => [one])
  const found: Candidate[] = []
  const fill = ([first]: FiledDocument[]) =>
    Object.values(first?.document.fields ?? {}).filter(({ state }) => state === 'ok').length
  const multipage = ([first]: FiledDocument[]) =>
    types.find(({ name }) => name === first?.document.documentType)?.multipage ?? false
  const units = [...content.cards, ...singles]
  const pages = units.filter(multipage)
  for (const unit of [...pages, ...units.filter((one) => !multipage(one)).toSorted((a, b) => fill(b) - fill(a))]) {
    for (const one of unit) {
      const type = types.find(({ name }) => name === one.document.documentType)
      if (!type) continue
      const filed = filedFacts(slot, type, one)
      const fits = found.flatMap((candidate) => {
        const mayJoin = candidate.type === type && (type.sides.length < 2 || isSameCard(candidate, one, unit))
        const merged = mayJoin ? mergeFacts(type, candidate.filed, filed) : null
        return merged ? [{ candidate, merged }] : []
      })
      const [fit] = fits
      if (fit) {
        fit.candidate.filed = fit.merged
        fit.candidate.documents.push(one)
      } else found.push({ type, filed, documents: [one] })
    }
  }
  return found
}

/** Sides of cards join only where they were paired, or where they show the same side. */
function isSameCard({ documents }: Candidate, one: FiledDocument, unit: readonly FiledDocument[]): boolean {
  if (documents.some((other) => unit.includes(other))) return true
  const sides = new Set(documents.flatMap(({ document }) => document.sides ?? []))
  return (one.document.sides ?? []).some((side) => sides.has(side))
}

/** A field that all candidates that have it say alike; else unknown, with what each of them says. */
function agreed(slot: string, name: string, kept: readonly Candidate[]): Fact | undefined {
  const declaring = kept.filter(
    ({ type }) => type.fields.some((one) => one.name === name) || markNames(type).includes(name),
  )
  const facts = declaring.flatMap(({ filed }) => filed.facts.get(name) ?? [])
  const read = facts.filter(({ state }) => state === 'ok')
  const [best] = read.toSorted((a, b) => b.confidence - a.confidence)
  if (!best) return facts[0]
  const kind = declaring[0]?.type.fields.find((field) => field.name === name)?.type ?? 'boolean'
  if (read.length === declaring.length && read.every(({ value }) => sameValue(kind, value, best.value))) return best
  const why = `${slot}里有几份不同的${[...new Set(kept.map(({ type }) => type.name))].join('、')}，说法不一`
  return unknown(best.path, facts, { why, settle: `请只留一份${slot}，别的删掉或换到它的材料位` })
}

function unknown(path: string, facts: readonly Fact[], doubt: NonNullable<Fact['doubt']>): Fact {
  // Each is as likely as any other: no more than its share.
  const alternatives = facts.flatMap(({ value, raw, confidence, evidence, state }) =>
    value === null || state !== 'ok'
      ? []
      : [
          {
            value,
            ...(raw === undefined ? {} : { raw }),
            confidence: confidence / Math.max(2, facts.length),
            evidence,
          },
        ],
  )
  const evidence = facts.flatMap((fact) => fact.evidence)
  return { path, value: null, confidence: 0, state: 'unreadable', evidence, alternatives, doubt }
}

/** Fields of sides that may be another's: unknown. Returns what the applicant is told. */
function addLoose(
  slot: string,
  types: readonly DocumentType[],
  loose: readonly FiledDocument[],
  facts: Map<string, Fact>,
): string {
  const [first] = loose
  const type = types.find(({ name }) => name === first?.document.documentType)
  if (!first || !type) return ''
  const side = first.document.sides?.includes(type.sides[0]?.name ?? '') ? '' : '背面'
  const settle = '请按人选择材料位'
  const why =
    loose.length > 1
      ? `有几张${type.name.replace('居民', '')}${side}，分不清是谁的`
      : `有一张${type.name.replace('居民', '')}${side}，分不清是谁的`
  const known = new Set(facts.keys())
  const read = loose.map((one) => documentFacts(slot, type, one))
  for (const name of new Set(read.flatMap((item) => [...item.keys()]))) {
    if (known.has(name)) continue
    const said = read.flatMap((item) => item.get(name) ?? [])
    facts.set(name, unknown(`${slot}.${name}`, said, { why, settle }))
  }
  return `${why}，${settle}`
}
