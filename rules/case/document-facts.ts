import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact, MaterialEvidence } from '../../facts/fact.ts'
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
  if (marks.some(({ kind }) => kind === 'seal' || kind === 'signature')) return true
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
  for (const mark of type.marks) {
    if (mark.side !== undefined && type.sides.length > 0 && !sides.has(mark.side)) continue
    const only = type.marks.filter(({ kind }) => kind === mark.kind).length === 1
    const seen = document.marks.filter(
      (m) => m.name === mark.name || (only && m.name === undefined && m.kind === mark.kind),
    )
    facts.set(mark.name, markFact(`${role}.${mark.name}`, seen, evidence, document.pages[0] ?? 1))
  }
  return facts
}

/** Present if any such mark was seen; unreadable when nobody could say that its place is blank. */
function markFact(
  path: string,
  seen: readonly Mark[],
  evidence: (page: number, box: Mark['box'], text: string) => MaterialEvidence,
  firstPage: number,
): Fact {
  const best = seen.toSorted((a, b) => Number(b.present) - Number(a.present) || b.confidence - a.confidence)[0]
  if (!best) return { path, value: null, confidence: 0, state: 'unreadable', evidence: [evidence(firstPage, null, '')] }
  const words = best.text ?? best.ring?.text
  return {
    path,
    value: best.present,
    ...(words === undefined ? {} : { raw: words }),
    confidence: best.confidence,
    state: 'ok',
    evidence: [evidence(best.page, best.box, words ?? '')],
  }
}

/** Every declared field unreadable: what a file that could not be read says. */
export function unreadableFacts(role: string, type: DocumentType, material: SubmittedMaterial): Item {
  const names = [...type.fields, ...type.marks].map(({ name }) => name)
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
