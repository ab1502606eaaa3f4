import type { Evidence } from '../../facts/fact.ts'
import type { Assembled } from '../case/case-knowledge.ts'
import { caseKnowledge } from '../case/case-knowledge.ts'
import { basisOn } from '../catalogue/basis.ts'
import type { PointRule, PointVersion } from '../catalogue/scenario.ts'
import type { Step } from '../engine/evaluate.ts'
import { certainty, decidingReads, singleReads, toTrace } from '../engine/explain.ts'
import type { Knowledge, Read } from '../engine/knowledge.ts'
import type { Policy } from '../policy.ts'
import type { Blocker, FactUse, Finding, Verdict } from '../results.ts'
import { factUse, fillFix, fillMessage, lackingPapers, shown } from './describe.ts'
import { missing, type ReviewContext, undecided } from './obstacles.ts'

/** Gives a finding on every review point of the scenario, manual ones included. Pure. */
export function reviewPoints(context: ReviewContext, assembled: Assembled, policy: Policy): Finding[] {
  const bySeverity = new Map<string, Knowledge>()
  return context.scenario.points.map((rule) => {
    const { severity } = rule.point
    const knowledge = bySeverity.get(severity) ?? caseKnowledge(assembled, policy.use[severity])
    bySeverity.set(severity, knowledge)
    return reviewPoint(rule, context, knowledge)
  })
}

/** The finding on one review point. Pure. */
export function reviewPoint(rule: PointRule, context: ReviewContext, knowledge: Knowledge): Finding {
  return new PointReview(rule, context, knowledge).finding()
}

interface Outcome {
  verdict: Verdict
  message: string
  fix: string
  confidence: number
  because: string | null
  blockers: Blocker[]
  step: Step | null
}

class PointReview {
  private readonly rule: PointRule
  private readonly context: ReviewContext
  private readonly knowledge: Knowledge

  constructor(rule: PointRule, context: ReviewContext, knowledge: Knowledge) {
    this.rule = rule
    this.context = context
    this.knowledge = knowledge
  }

  finding(): Finding {
    const { point, versions } = this.rule
    const { at } = this.knowledge
    const version = versions.find(({ from, to }) => (from === null || from <= at) && (to === null || at <= to))
    const outcome = version ? this.outcome(version) : this.unversioned(at)
    const { step } = outcome
    const { vocabulary } = this.context.scenario
    const told = step ? toldReads(step) : []
    const facts: FactUse[] = []
    for (const read of told) if (this.isFact(read)) facts.push(factUse(read, vocabulary))
    const lacking = point.namesLacking && outcome.verdict === 'fail' && step ? lackingPapers(step) : []
    return {
      point: point.id,
      version: version?.version ?? '',
      statement: point.statement,
      verdict: outcome.verdict,
      message: outcome.message,
      fix: outcome.fix,
      confidence: outcome.confidence,
      because: outcome.because,
      blockers: outcome.blockers,
      severity: point.severity,
      automation: point.automation,
      ...basisOn(version?.basis ?? [], at),
      defect: point.defect,
      material: point.material ?? null,
      ...(lacking.length > 0 ? { lacking } : {}),
      facts,
      evidence: evidenceOf(told),
      trace: step ? toTrace(step) : null,
    }
  }

  private outcome(version: PointVersion): Outcome {
    const { point } = this.rule
    const when = version.when?.judge(this.knowledge) ?? null
    if (when?.result === false) return this.inapplicable(this.whyNot(when), certainty(when), when)
    if (version.check === null) return this.manual(version, when)
    // Not even a check that would pass: were the condition false, the point would not apply at all.
    if (when && when.result === null) return this.unsure(when)
    const step = version.check.judge(this.knowledge)
    const sure = Math.min(certainty(step), when ? certainty(when) : 1)
    if (step.result === true) {
      const message = `符合：${point.statement}`
      return { verdict: 'pass', message, fix: '', confidence: sure, because: null, blockers: [], step }
    }
    if (step.result === null) return this.unsure(step)
    const { vocabulary } = this.context.scenario
    const telling = { step, knowledge: this.knowledge, vocabulary, statement: point.statement }
    const message = fillMessage(version.message, telling)
    const fix = fillFix(version.fix, telling)
    return { verdict: 'fail', message, fix, confidence: sure, because: null, blockers: [], step }
  }

  /** Not applicable when a missing material or blank field explains every unknown clause; else a person decides. */
  private unsure(unknown: Step): Outcome {
    const { because, blockers } = undecided(unknown, this.context, this.knowledge)
    if (blockers.length === 0 && because.length > 0) return this.inapplicable(because.join('；'), 1, unknown)
    const reasons = [...new Set(blockers.map((one) => one.missing))].join('；')
    const message = `还不能判断“${this.rule.point.statement}”：${reasons}`
    const fix = [...new Set(blockers.map((one) => one.settle))].join('；')
    return { verdict: 'unsure', message, fix, confidence: 0, because: null, blockers, step: unknown }
  }

  /** The catalogue says nothing about this day: that is no reason why the point should not apply. */
  private unversioned(at: string): Outcome {
    const missing = `依据待核：${at} 没有施行中的版本`
    const settle = `请按 ${at} 施行的规定人工核对“${this.rule.point.statement}”`
    const message = `还不能判断“${this.rule.point.statement}”：${missing}`
    const blockers: Blocker[] = [{ path: '', state: 'manual', missing, settle }]
    return { verdict: 'unsure', message, fix: settle, confidence: 0, because: null, blockers, step: null }
  }

  private manual({ message, fix }: PointVersion, when: Step | null): Outcome {
    const { point } = this.rule
    const slot = point.material === undefined ? null : this.lackOf(point.material)
    if (slot !== null) return this.inapplicable(slot, 1, when)
    const look = point.look ?? point.statement
    const blockers: Blocker[] = [{ path: '', state: 'manual', missing: '须由人判断', settle: look }]
    return { verdict: 'unsure', message, fix, confidence: 0, because: null, blockers, step: when }
  }

  private lackOf(slot: string): string | null {
    if (this.knowledge.provided(slot)) return null
    const status = this.context.materials.find((one) => one.slot === slot)
    if (status?.need === 'exempt') return null
    return missing({ path: `${slot}.`, fact: undefined, obstacle: 'missing' }, this.context)
  }

  private inapplicable(because: string, confidence: number, step: Step | null): Outcome {
    const message = `不适用：${because}`
    return { verdict: 'not-applicable', message, fix: '', confidence, because, blockers: [], step }
  }

  /** 申请表的取得方式是“自有” rather than the expression itself. */
  private whyNot(when: Step): string {
    const { whyNot } = this.rule.point
    if (whyNot !== undefined) return whyNot
    const { vocabulary } = this.context.scenario
    const facts = decidingReads(when).filter((read) => this.isFact(read))
    const said = facts.map(({ path, fact }) => `${vocabulary.label(path)}是${shown(fact, path, vocabulary)}`)
    const slots = [...when.text.matchAll(/已提供\("([^"]+)"\)/g)].map(([, slot]) => slot ?? '')
    const absent = slots.filter((slot) => this.knowledge.provided(slot) === false).map((slot) => `没有提交${slot}`)
    return [...said, ...absent].join('，') || '本情形不涉及'
  }

  /** Reads of a whole source or list are not facts of their own. */
  private isFact({ path }: Read): boolean {
    return path.includes('.') && this.context.scenario.vocabulary.typeOf(path) !== null
  }
}

/** What settled a step, then the single facts it read beside: items of lists that settled nothing would bury those that did. */
function toldReads(step: Step): Read[] {
  const deciding = decidingReads(step)
  const settled = new Set<string>()
  for (const { path } of deciding) settled.add(path)
  for (const read of singleReads(step)) if (!settled.has(read.path)) deciding.push(read)
  return deciding
}

/** Evidence of the deciding facts first, each place once. */
function evidenceOf(reads: readonly Read[]): Evidence[] {
  const all = new Set<Evidence>()
  for (const { fact } of reads) if (fact) for (const evidence of fact.evidence) all.add(evidence)
  if (all.size < 2) return [...all]
  const places = new Map<string, Evidence>()
  for (const evidence of all) places.set(placeOf(evidence), evidence)
  return [...places.values()]
}

/** Many points show the same evidence: its text is worked out once for as long as it lives. */
const placeTexts = new WeakMap<Evidence, string>()

function placeOf(evidence: Evidence): string {
  let text = placeTexts.get(evidence)
  if (text === undefined) {
    text = JSON.stringify(evidence)
    placeTexts.set(evidence, text)
  }
  return text
}
