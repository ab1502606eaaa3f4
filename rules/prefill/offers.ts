import type { Evidence, Fact } from '../../facts/fact.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import { display } from '../../facts/values/display.ts'
import { isRows } from '../../facts/values/kinds.ts'
import { normalise } from '../../facts/values/normalise.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Row, Value, ValueType } from '../../facts/values/value.ts'
import type { FormField } from '../catalogue/format.ts'
import type { FieldRule } from '../catalogue/scenario.ts'
import { fromFeelAs } from '../engine/convert.ts'
import type { Knowledge, Read } from '../engine/knowledge.ts'
import type { Policy } from '../policy.ts'
import type { Offer } from '../results.ts'

/** An offer with what decides between offers. `computed`: worked out by a rule, so it contradicts nobody. */
export interface RankedOffer extends Offer {
  computed: boolean
  trust: number
  asOf: string
  /** Comes straight from an authority's record. */
  authority: boolean
}

export interface Offers {
  offers: RankedOffer[]
  /** 法人库没有连上… */
  unavailable: string[]
  /** Some source is there but cannot be read. */
  unreadable: boolean
}

const TEXTUAL = new Set<ValueType>(['text', 'name', 'org-name', 'cnid', 'uscc', 'code', 'phone', 'address', 'enum'])

/** A fact's value as the form field takes it; null when it does not fit. */
function fitted(field: FormField, value: Value | null): Value | null {
  // A list of nothing tells nobody anything.
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (field.type === 'enum' && field.values && typeof value === 'string') {
    return field.values.includes(value) ? value : null
  }
  if (TEXTUAL.has(field.type)) return typeof value === 'string' && value !== '' ? value : null
  if (field.type === 'number' || field.type === 'integer') return typeof value === 'number' ? value : null
  if (field.type === 'boolean') return typeof value === 'boolean' ? value : null
  if (field.type === 'date') return normalise('date', typeof value === 'string' ? value : '').valid ? value : null
  if (field.type === 'table' && Array.isArray(value)) {
    // A row of which nothing is known says nothing.
    const rows = (value as Row[]).filter((row) => Object.values(row).some((cell) => cell !== null && cell !== ''))
    return rows.length > 0 ? rows : null
  }
  return typeof value === 'object' ? value : null
}

/** All that the field's declared sources say, in their declared order. */
export function collectOffers(
  rule: FieldRule,
  knowledge: Knowledge,
  sources: readonly SharedSource[],
  policy: Policy,
): Offers {
  const found: Offers = { offers: [], unavailable: [], unreadable: false }
  const any: Knowledge = { ...knowledge, minConfidence: 0 }
  for (const source of rule.sources) {
    if ('from' in source) add(found, rule.field, any.fact(source.from), sources, policy)
    else derived(found, rule.field, source, source.derive.value(any), sources, policy)
  }
  return found
}

function add(
  found: Offers,
  field: FormField,
  fact: Fact | undefined,
  sources: readonly SharedSource[],
  policy: Policy,
): void {
  if (!fact) return
  note(found, { path: fact.path, fact, obstacle: null }, sources)
  for (const { alternatives, ...one } of fact.alternatives?.map((other) => ({
    ...fact,
    ...other,
    state: 'ok' as const,
  })) ?? []) {
    add(found, field, one, sources, policy)
  }
  if (fact.state !== 'ok' && fact.state !== 'stale') return
  const value = fitted(field, fact.value)
  if (value === null) return
  const from = origin(fact, sources, policy)
  found.offers.push({
    source: from.label,
    value,
    display: display(field.type, value),
    confidence: fact.confidence,
    state: fact.state,
    evidence: fact.evidence,
    trust: from.trust,
    asOf: from.asOf,
    authority: from.authority && fact.state === 'ok',
    computed: false,
  })
}

function derived(
  found: Offers,
  field: FormField,
  { note: how, path, fallback }: { note: string; path: string | null; fallback: boolean },
  { value, reads }: { value: unknown; reads: Read[] },
  sources: readonly SharedSource[],
  policy: Policy,
): void {
  for (const read of reads) note(found, read, sources)
  const kept = fitted(field, withMoney(field, fromFeelAs(value, field.type)))
  if (kept === null) return
  const origins = reads.flatMap(({ fact }) => (fact ? [origin(fact, sources, policy)] : []))
  const proof: Evidence[] = [{ kind: 'derived', from: reads.map((read) => read.path), how }]
  for (const { fact } of reads) proof.push(...(fact?.evidence ?? []))
  found.offers.push({
    source: (path !== null && origins[0]?.label) || '推导',
    value: kept,
    display: display(field.type, kept),
    confidence: sureness(reads, policy),
    state: 'ok',
    evidence: proof,
    // A default that reads nothing gives way to every source, and a fallback even to that.
    trust: fallback ? -1 : origins.length > 0 ? Math.min(...origins.map(({ trust }) => trust)) : 0,
    asOf: origins.map(({ asOf }) => asOf).sort()[0] ?? '',
    authority: false,
    computed: path === null,
  })
}

/** FEEL counts money in 分: cells of a money column are amounts again. */
function withMoney({ columns = [] }: FormField, value: Value | null): Value | null {
  const money = columns.filter(({ type }) => type === 'money').map(({ name }) => name)
  if (money.length === 0 || !isRows(value)) return value
  return value.map((row) => ({
    ...row,
    ...Object.fromEntries(money.map((name) => [name, fromFeelAs(row[name] ?? null, 'money')])),
  }))
}

/** As sure as its least sure fact; with cells that could not be read, no surer than what is just filled in. */
function sureness(reads: readonly Read[], policy: Policy): number {
  const read = reads.filter(({ obstacle }) => obstacle === null)
  return Math.min(read.length < reads.length ? policy.prefill : 1, ...read.map(({ fact }) => fact?.confidence ?? 1))
}

function note(found: Offers, { fact }: Read, sources: readonly SharedSource[]): void {
  if (fact?.state === 'unreadable') found.unreadable = true
  if (fact?.state !== 'unavailable' && fact?.state !== 'denied') return
  const name = sourceOf(fact, sources)?.name ?? fact.path.split('.')[0] ?? ''
  const why = fact.doubt?.why ?? (fact.state === 'denied' ? `${name}未授权查询` : `${name}没有连上`)
  const text = `${why}，请手工填写`
  if (!found.unavailable.includes(text)) found.unavailable.push(text)
}

function sourceOf(fact: Fact, sources: readonly SharedSource[]): SharedSource | undefined {
  const evidence = fact.evidence.find(({ kind }) => kind === 'source')
  return evidence?.kind === 'source' ? sources.find(({ name }) => name === evidence.source) : undefined
}

function origin(fact: Fact, sources: readonly SharedSource[], policy: Policy) {
  const [first] = fact.evidence
  const source = sourceOf(fact, sources)
  if (source && first?.kind === 'source') {
    return { label: source.name, trust: source.trust, asOf: first.asOf, authority: source.trust === 5 }
  }
  if (first?.kind === 'material') {
    return { label: first.documentType, trust: policy.trust.material, asOf: '', authority: false }
  }
  const label = first?.kind === 'person' ? '实名认证' : '推导'
  return { label, trust: policy.trust.identity, asOf: '', authority: false }
}

/** Trust first, then the newer, then the declared order. */
export function rank(offers: readonly RankedOffer[]): RankedOffer[] {
  return offers.toSorted((a, b) => b.trust - a.trust || b.asOf.localeCompare(a.asOf))
}

/** Offers that say something else than the value taken, one per source and value. */
export function conflicting(type: ValueType, value: Value | null, offers: readonly RankedOffer[]): Offer[] {
  const different = offers.filter((offer) => !offer.computed && !sameValue(type, offer.value, value))
  const shown = new Map(different.map((offer) => [`${offer.source} ${offer.display}`, offer]))
  return [...shown.values()].map(({ trust: _, asOf: __, authority: ___, computed: ____, ...offer }) => offer)
}
