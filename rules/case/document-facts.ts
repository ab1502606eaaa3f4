import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact, MaterialEvidence } from '../../facts/fact.ts'
import { markNames, marksOf, partsOf } from '../../facts/mark-facts.ts'
import type { Mark, ReadDocument, ReadField } from '../../facts/reading.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Row } from '../../facts/values/value.ts'
import type { Item } from '../engine/knowledge.ts'
import type { SubmittedMaterial } from '../results.ts'

/** A document found in an uploaded file. */
export interface FiledDocument {
  material: SubmittedMaterial
  document: ReadDocument
}

/** The page that the type calls its last was seen: one of its phrases as a label, or the place of a seal or signature. */
export function isSigned(type: DocumentType, { fields, marks }: ReadDocument): boolean {
  if (marks.some(({ kind }) => kind === 'seal' || kind === 'personal-seal' || kind === 'signature')) return true
  return Object.entries(fields).some(
    ([name, { label }]) => label !== '' && type.complete.some((phrase) => name === phrase || label.includes(phrase)),
  )
}

/** A document's facts with the printed labels that its fields were found by. */
export interface FiledFacts {
  facts: Item
  labels: ReadonlyMap<string, string>
}

/** Facts and labels of one document, ready to be merged with its other pages. */
export function filedFacts(role: string, type: DocumentType, one: FiledDocument): FiledFacts {
  const labels = Object.entries(one.document.fields).map(([name, { label }]): [string, string] => [name, label])
  return { facts: documentFacts(role, type, one), labels: new Map(labels) }
}

/** Facts of one document by field and mark name, under the role of its slot (or `健康证明[2]`). */
export function documentFacts(role: string, type: DocumentType, { material, document }: FiledDocument): Item {
  const facts = new Map<string, Fact>()
  const sides = new Set(document.sides ?? [])
  const evidence = (page: number, box: ReadField['box'], text: string): MaterialEvidence => ({
    kind: 'material',
    material: material.id,
    documentType: document.documentType,
    page,
    box,
    text,
    ...(document.digital === false && { pictured: true as const }),
  })
  for (const field of type.fields) {
    const path = `${role}.${field.name}`
    const read = document.fields[field.name]
    if (read) {
      facts.set(field.name, {
        path,
        value: read.state === 'ok' || read.state === 'stale' ? read.value : null,
        raw: read.raw,
        ...(read.rivals && { rivals: read.rivals }),
        confidence: read.confidence,
        state: read.state === 'ok' && read.value === null ? 'unreadable' : read.state,
        evidence: [evidence(read.page, read.box, read.raw)],
      })
      continue
    }
    // The side that carries it was not uploaded: nobody has looked, which is not "unreadable".
    if (field.side !== undefined && type.sides.length > 0 && !sides.has(field.side)) continue
    const elsewhere = document.variant !== undefined && field.variants && !field.variants.includes(document.variant)
    const state = field.optional || elsewhere ? 'absent' : 'unreadable'
    facts.set(field.name, {
      path,
      value: null,
      confidence: state === 'absent' ? document.confidence : 0,
      state,
      evidence: [evidence(document.pages[0] ?? 1, null, '')],
    })
  }
  // Its last page is not there: nobody has looked for the seals and signatures that stand on it.
  if (type.complete.length > 0 && document.quality.issues.length === 0 && !isSigned(type, document)) return facts
  const marks = marksOf(type)
  for (const mark of marks) {
    if (mark.side !== undefined && type.sides.length > 0 && !sides.has(mark.side)) continue
    const only = marks.filter(({ kind }) => kind === mark.kind).length === 1
    // One that stands at another's words (a 私章 as the 出租人签章) is there all the same.
    const common = !type.marks.includes(mark)
    const seen = document.marks.filter(
      (m) => m.name === mark.name || (m.kind === mark.kind && (common || (only && m.name === undefined))),
    )
    const fact = markFact(`${role}.${mark.name}`, seen, evidence, document.pages[0] ?? 1)
    facts.set(mark.name, fact)
    for (const part of partsOf(mark)) {
      const name = `${mark.name}.${part.name}`
      facts.set(name, partFact(`${role}.${name}`, fact, best(seen), part.of))
    }
  }
  return facts
}

/** The mark that counts: one that is there before a blank place, the surer one first. */
const best = (seen: readonly Mark[]): Mark | undefined =>
  seen.toSorted((a, b) => Number(b.present) - Number(a.present) || b.confidence - a.confidence)[0]

/** What a mark tells beside being there: absent where its place is blank, unreadable where it cannot be made out. */
function partFact(
  path: string,
  whole: Fact,
  mark: Mark | undefined,
  of: ReturnType<typeof partsOf>[number]['of'],
): Fact {
  const { evidence } = whole
  if (whole.value === false) return { path, value: null, confidence: whole.confidence, state: 'absent', evidence }
  const told = mark && of(mark)
  if (!told) return { path, value: null, confidence: 0, state: 'unreadable', evidence }
  return { path, ...told, raw: String(told.value), state: 'ok', evidence }
}

/** Present if any such mark was seen; unreadable when nobody could say that its place is blank. */
function markFact(
  path: string,
  seen: readonly Mark[],
  evidence: (page: number, box: Mark['box'], text: string) => MaterialEvidence,
  firstPage: number,
): Fact {
  const mark = best(seen)
  if (!mark) return { path, value: null, confidence: 0, state: 'unreadable', evidence: [evidence(firstPage, null, '')] }
  const words = mark.text ?? mark.ring?.text
  return {
    path,
    value: mark.present,
    ...(words === undefined ? {} : { raw: words }),
    confidence: mark.confidence,
    state: 'ok',
    evidence: [evidence(mark.page, mark.box, words ?? '')],
  }
}

/** Every declared field unreadable: what a file that could not be read says. */
export function unreadableFacts(role: string, type: DocumentType, material: SubmittedMaterial): Item {
  const names = [...type.fields.map(({ name }) => name), ...markNames(type)]
  const evidence: MaterialEvidence = {
    kind: 'material',
    material: material.id,
    documentType: type.name,
    page: 1,
    box: null,
    text: '',
  }
  return new Map(
    names.map((name) => [
      name,
      { path: `${role}.${name}`, value: null, confidence: 0, state: 'unreadable', evidence: [evidence] } satisfies Fact,
    ]),
  )
}

/** Two files of one document (front and back, several pages) as one; null when they are plainly two documents. */
export function mergeFacts(type: DocumentType, first: FiledFacts, second: FiledFacts): FiledFacts | null {
  const merged = new Map(first.facts)
  for (const [name, fact] of second.facts) {
    const known = merged.get(name)
    if (!known || (known.state !== 'ok' && fact.state === 'ok')) {
      merged.set(name, fact)
      continue
    }
    if (known.state !== 'ok' || fact.state !== 'ok') continue
    const field = type.fields.find((f) => f.name === name)
    if (!field) {
      if (fact.value === true && known.value !== true) merged.set(name, fact)
    } else if (sameValue(field.type, known.value, fact.value)) {
      if (fact.confidence > known.confidence) merged.set(name, fact)
    } else if (!type.multipage) {
      return null
    } else if (Array.isArray(known.value) && Array.isArray(fact.value)) {
      merged.set(name, continued(known, known.value, fact, fact.value))
    } else {
      merged.set(name, settled(known, first.labels.get(name), fact, second.labels.get(name)))
    }
  }
  return { facts: merged, labels: new Map([...second.labels, ...first.labels]) }
}

/** A list or table runs on over the page: what the later page adds is appended. */
function continued(a: Fact, first: readonly (string | Row)[], b: Fact, second: readonly (string | Row)[]): Fact {
  const known = new Set(first.map((one) => JSON.stringify(one)))
  const value = [...first, ...second.filter((one) => !known.has(JSON.stringify(one)))] as string[] | Row[]
  return { ...a, value, confidence: Math.min(a.confidence, b.confidence), evidence: [...a.evidence, ...b.evidence] }
}

/** Two pages say different things: the one found by the fuller printed label is the field; else neither is sure. */
function settled(a: Fact, labelOfA: string | undefined, b: Fact, labelOfB: string | undefined): Fact {
  const fuller = (labelOfA?.length ?? 0) - (labelOfB?.length ?? 0)
  if (fuller !== 0) return fuller > 0 ? a : b
  return { ...a, confidence: Math.min(a.confidence, b.confidence) / 2, evidence: [...a.evidence, ...b.evidence] }
}
