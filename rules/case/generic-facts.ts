import type { DocumentType } from '../../facts/document-type.ts'
import { validityOf } from '../../facts/document-validity.ts'
import type { Fact } from '../../facts/fact.ts'
import { genericField, genericTypes, genericValue } from '../../facts/generic-fields.ts'
import type { Item } from '../engine/knowledge.ts'

/**
 * The facts of a slot's document with the names that all licences share (原许可证.持证人 whatever kind of licence it is), and
 * each with how long the document counts. What this kind of licence does not carry is absent. `types`: the kinds that the
 * slot takes.
 */
export function withGeneric(role: string, types: readonly DocumentType[], facts: Item): Item {
  const read = [...facts.values()].flatMap(({ evidence }) => evidence)
  const kinds = new Set(read.map((one) => (one.kind === 'material' ? one.documentType : '')))
  const type = types.find(({ name }) => kinds.has(name)) ?? (types.length === 1 ? types[0] : undefined)
  if (!type) return facts
  const all = new Map(facts)
  for (const [name] of genericTypes(type)) {
    const fact = genericFact(`${role}.${name}`, type, name, facts)
    if (fact) all.set(name, fact)
  }
  const validity = validityOf(type, facts)
  return validity ? new Map([...all].map(([name, fact]) => [name, { ...fact, validity }])) : all
}

function genericFact(path: string, type: DocumentType, name: string, facts: Item): Fact | null {
  const found = genericField(type, name)
  if (!found) return notPrinted(path, facts)
  const fact = facts.get(found.field)
  if (!fact) return null
  const value = genericValue(found, fact.value)
  const lost = value === null && fact.value !== null
  // The end of a range that is not printed is not known to be missing.
  return { ...fact, path, value, ...(lost ? { state: 'unreadable' as const } : {}) }
}

/** This kind of licence has no such thing printed on it: as sure as the surest that was read of the document. */
function notPrinted(path: string, facts: Item): Fact | null {
  const all = [...facts.values()]
  const [best] = all.filter(({ state }) => state === 'ok').toSorted((a, b) => b.confidence - a.confidence)
  if (best) return { path, value: null, confidence: best.confidence, state: 'absent', evidence: best.evidence }
  const [any] = all
  return any ? { ...any, path, value: null } : null
}
