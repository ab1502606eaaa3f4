import type { Evidence, Fact, FactState } from '../../facts/fact.ts'
import { display } from '../../facts/values/display.ts'
import { normalise } from '../../facts/values/normalise.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value } from '../../facts/values/value.ts'
import type { Assembled } from '../case/case-knowledge.ts'
import { caseKnowledge, notOnForm } from '../case/case-knowledge.ts'
import type { FormField } from '../catalogue/format.ts'
import type { FieldRule, Scenario } from '../catalogue/scenario.ts'
import type { Truth } from '../engine/truth.ts'
import type { Policy } from '../policy.ts'
import type { FormValue, Offer } from '../results.ts'
import { collectOffers, conflicting, type Offers, rank } from './offers.ts'

const NOTHING: Offers = { offers: [], unavailable: [], unreadable: false }

/** What people typed, by form key; edits win over answers. */
export interface Typed {
  answers: Readonly<Record<string, unknown>>
  edits: Readonly<Record<string, unknown>>
}

export interface FilledForm {
  values: FormValue[]
  /** 申请表.* as judgement reads it. */
  facts: Map<string, Fact>
  /** Is the field required? null when its condition is not known. */
  required: ReadonlyMap<string, Truth>
}

/** Fills the form from its declared sources, merged by trust and then freshness. Pure; fields may depend on others. */
export function fillForm(scenario: Scenario, assembled: Assembled, typed: Typed, policy: Policy): FilledForm {
  const filled = new Map<string, { value: FormValue; fact: Fact; required: Truth }>()
  const underWay = new Set<string>()
  const conditional = new Set<string>()
  const fill = (rule: FieldRule) => {
    const { key } = rule.field
    const known = filled.get(key)
    if (known) return known
    underWay.add(key)
    conditional.add(key)
    const asked = rule.when ? rule.when.judge(knowledge).result : true
    conditional.delete(key)
    const value = fieldValue(rule, asked, given(rule.field, typed))
    const path = `申请表.${key}`
    const fact: Fact = {
      path,
      value: value.value,
      confidence: value.confidence,
      state: value.state,
      evidence: value.evidence,
    }
    const made = { value, fact, required: requirement(rule.field, asked) }
    underWay.delete(key)
    filled.set(key, made)
    return made
  }
  const form = (path: string): Fact | undefined => {
    const key = path.slice('申请表.'.length)
    const rule = scenario.fields.find(({ field }) => field.key === key)
    // A field whose condition reads the field itself is asked for when somebody filled it in.
    if (rule && conditional.has(key)) return typedFact(path, given(rule.field, typed))
    if (!rule) return notOnForm(path)
    return underWay.has(key) ? undefined : fill(rule).fact
  }
  const knowledge = caseKnowledge(assembled, policy.prefill, form)

  const fieldValue = (rule: FieldRule, asked: Truth, person: Offer | null): FormValue => {
    const { field } = rule
    // A field that is not asked for stays empty, whatever an old application said.
    const { offers, unavailable, unreadable } =
      asked === false ? NOTHING : collectOffers(rule, knowledge, scenario.sources, policy)
    const ranked = rank(offers)
    const best = ranked.find(({ confidence }) => confidence >= policy.prefill)
    const locked = best?.authority === true
    const taken: Offer | undefined = asked === false ? undefined : person && !locked ? person : best
    const refused = person && best && locked && !sameValue(field.type, person.value, best.value) ? [person] : []
    const empty: FactState =
      unavailable.length > 0 ? 'unavailable' : unreadable || ranked.length > 0 ? 'unreadable' : 'absent'
    return {
      key: field.key,
      name: field.name,
      type: field.type,
      values: field.values ?? [],
      ...(field.columns ? { columns: field.columns } : {}),
      unit: field.unit ?? null,
      required: requirement(field, asked) === true,
      asked: asked !== false,
      value: taken?.value ?? null,
      display: taken?.display ?? '',
      source: taken?.source ?? '',
      confidence: taken?.confidence ?? (empty === 'absent' ? 1 : 0),
      state: taken?.state ?? empty,
      locked: locked && taken === best,
      evidence: taken?.evidence ?? [],
      conflicts: [...refused, ...conflicting(field.type, taken?.value ?? null, ranked)],
      unavailable,
      hint: field.hint ?? null,
      ...withGaps(field, taken?.value ?? null),
    }
  }

  const all = scenario.fields.map(fill)
  return {
    values: all.map(({ value }) => value),
    facts: new Map(all.map(({ fact }) => [fact.path, fact])),
    required: new Map(all.map(({ value, required }) => [value.key, required])),
  }
}

function typedFact(path: string, person: Offer | null): Fact {
  const { value = null, evidence = [] } = person ?? {}
  return { path, value, confidence: 1, state: person ? 'ok' : 'absent', evidence }
}

/** Which cells of a table stand empty, told row by row. */
function withGaps({ columns = [] }: FormField, value: Value | null): Pick<FormValue, 'gaps'> {
  const rows = columns.length > 0 && Array.isArray(value) ? value : []
  const gaps = rows.flatMap((row, index) => {
    const empty = columns.filter(({ name }) => typeof row === 'object' && (row[name] ?? '') === '')
    return empty.length > 0 ? [`第 ${index + 1} 行缺${empty.map(({ name }) => name).join('、')}，请对照原件补填`] : []
  })
  return gaps.length > 0 ? { gaps } : {}
}

function requirement(field: FormField, asked: Truth): Truth {
  if (field.required === 'required') return asked
  return field.required === 'conditional' && field.when !== undefined ? asked : false
}

/** What a person typed for a field, as a typed value; text that does not fit its type is kept as typed. */
function given(field: FormField, { answers, edits }: Typed): Offer | null {
  const raw = edits[field.key] ?? answers[field.key]
  if (raw === undefined || raw === null || raw === '') return null
  const options = field.values ? { values: field.values } : {}
  const value = typeof raw === 'string' ? (normalise(field.type, raw, options).value ?? raw) : (raw as Value)
  const evidence: Evidence[] = [{ kind: 'person', who: 'applicant', field: field.key }]
  return { source: '本人填写', value, display: display(field.type, value), confidence: 1, state: 'ok', evidence }
}
