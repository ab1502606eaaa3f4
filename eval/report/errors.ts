import type { SaidPoint, Seen } from '../drive/answer.ts'
import type { Scored } from '../evaluation.ts'
import { agrees } from '../score/score-case.ts'

/** One disagreement with its label, as the error gallery shows it. */
export interface ErrorShown {
  case: string
  scenario: string
  /** 误放 · 误报 · 存疑 · 误填 · 其他不同 */
  kind: '误放' | '误报' | '存疑' | '误填' | '其他不同'
  /** Point or form key, with its words. */
  at: string
  what: string
  truth: string
  said: string
  message: string
  facts: { path: string; display: string; state: string; confidence: number }[]
  clauses: string[]
  seen: Seen | null
}

const VERDICTS: Readonly<Record<string, string>> = {
  pass: '通过',
  fail: '不通过',
  unsure: '存疑',
  'not-applicable': '不适用',
  person: '须由人判',
  none: '没有这个要点',
}

export const verdictName = (verdict: string): string => VERDICTS[verdict] ?? verdict

/** Worst first: what was let through, what was wrongly held against somebody, wrong values, then doubts. */
const ORDER: readonly ErrorShown['kind'][] = ['误放', '误报', '误填', '其他不同', '存疑']

const show = (value: unknown): string =>
  value === undefined || value === null ? '（空）' : typeof value === 'string' ? value : JSON.stringify(value)

/** Every disagreement of the scored cases, worst kinds first. */
export function errorsOf(scored: readonly Scored[]): ErrorShown[] {
  const all = scored.flatMap((one) => [...pointErrors(one), ...fieldErrors(one)])
  return all.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

function pointErrors({ one, answer, result }: Scored): ErrorShown[] {
  return result.score.points
    .filter((point) => !agrees(point))
    .map((point) => {
      const finding = answer.findings.find((said) => said.point === point.point)
      const label = one.truth.review[point.point]
      return {
        case: one.id,
        scenario: one.seen.scenario,
        kind: kindOf(point.truth, point.verdict),
        at: point.point,
        what: finding?.statement ?? '',
        truth: `${verdictName(point.truth)}${label?.because ? `：${label.because}` : ''}`,
        said: verdictName(point.verdict),
        message: finding?.message ?? '',
        facts: (finding?.facts ?? []).map(({ path, display, state, confidence }) => ({
          path,
          display,
          state,
          confidence,
        })),
        clauses: finding?.clauses ?? [],
        seen: firstSeen(finding),
      }
    })
}

function kindOf(truth: string, verdict: string): ErrorShown['kind'] {
  if (verdict === 'unsure') return '存疑'
  if (truth === 'fail' && verdict === 'pass') return '误放'
  return verdict === 'fail' ? '误报' : '其他不同'
}

const firstSeen = (finding: SaidPoint | undefined): Seen | null =>
  finding?.facts.find(({ seen }) => seen?.box)?.seen ?? finding?.facts.find(({ seen }) => seen)?.seen ?? null

function fieldErrors({ one, answer, result }: Scored): ErrorShown[] {
  return result.score.fields
    .filter(({ filled, right }) => filled && !right)
    .map(({ key, name }) => {
      const given = answer.form.find((field) => field.key === key)
      return {
        case: one.id,
        scenario: one.seen.scenario,
        kind: '误填',
        at: key,
        what: name,
        truth: show(one.truth.form[key]),
        said: show(given?.value),
        message: `取自${given?.source ?? ''}`,
        facts: [],
        clauses: [],
        seen: given?.seen ?? null,
      }
    })
}
