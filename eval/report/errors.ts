import { join } from 'node:path'
import type { DatasetCase } from '../dataset/load-case.ts'
import type { SaidPoint, Seen } from '../drive/answer.ts'
import type { Scored } from '../evaluation.ts'
import { labelledPlaces, type Place } from '../score/places.ts'
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
  /** Where the labels say that it stands, on the same page. */
  places: readonly Place[]
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
        ...where(one, firstRead(finding)),
      }
    })
}

function kindOf(truth: string, verdict: string): ErrorShown['kind'] {
  if (verdict === 'unsure') return '存疑'
  if (truth === 'fail' && verdict === 'pass') return '误放'
  return verdict === 'fail' ? '误报' : '其他不同'
}

type Read = Pick<SaidPoint['facts'][number], 'path' | 'seen'>

/** The first fact with a box, else the first from a material at all. */
const firstRead = (finding: SaidPoint | undefined): Read | undefined =>
  finding?.facts.find(({ seen }) => seen?.box) ?? finding?.facts.find(({ seen }) => seen)

/** Where a fact was read, and where the labels say that the field of its name stands on that page. */
function where({ folder, truth }: DatasetCase, read: Read | undefined): Pick<ErrorShown, 'seen' | 'places'> {
  const seen = read?.seen ?? null
  const page = truth.pages.find((one) => join(folder, one.file) === seen?.path && one.page === seen.page)
  return { seen, places: labelledPlaces(page, read?.path.split('.').at(-1) ?? '') }
}

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
        ...where(one, given && { path: given.source, seen: given.seen }),
      }
    })
}
