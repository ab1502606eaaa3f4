import type { Fact } from '../../facts/fact.ts'
import { readCnid } from '../../facts/values/cnid.ts'
import { comparable } from '../../facts/values/text.ts'
import { readUscc } from '../../facts/values/uscc.ts'
import { areConfusable, isFigure } from './confusable.ts'

/** A character read (empty: lost) where the other value has another one (empty: too many was read). */
export interface Slip {
  read: string
  other: string
}

/** What was read as it would stand there, had the picture been read as the other value has it. */
export interface LikelySlip {
  mended: string
  slips: Slip[]
}

/** So sure, a figure that differs is another figure; Han that look alike are misread however sure the reader is. */
export const SURE_OF_FIGURES = 0.97
/** A figure that the reader also saw with this probability may stand there all the same. */
const SEEN_AS_FIGURE = 0.02
/** In values with so many like characters two slips are as likely as a value that differs in just these. */
const LONG = 10
/** Longer text is not compared character by character. */
const LONGEST = 600
const GAP = 2
const SLIP = 1
/** Marks and strokes that specks, rules and stamps add to print. */
const ADDED = /^[\p{P}\p{S}一丨丶]$/u

type Step = { kind: 'same' | 'slip' | 'lost' | 'added' | 'apart'; i: number; j: number }

/** What is known of how a text was read: the calibrated confidence, and what else the reader saw (`rivals` of `raw`). */
export type HowRead = Pick<Fact, 'confidence' | 'raw' | 'rivals'>

/** Whether a text read from a picture is probably another known text, but for a character or two; null: it is itself. */
export function likelySlip(read: string, other: string, how: HowRead): LikelySlip | null {
  const [a, b] = [[...read], [...other]]
  if (a.length === 0 || b.length < 2 || a.length > LONGEST || b.length > LONGEST) return null
  const [x, y] = [a.map(folded), b.map(folded)]
  const least = Math.max(1, Math.ceil(0.6 * Math.min(x.length, y.length)) - 1)
  if (!shareAtLeast(least, x, y) || isSettled(read)) return null
  const steps = aligned(x, y, mayBe(x, y, how))
  const like = steps.filter(({ kind }) => kind === 'same').length
  const apart = steps.filter(({ kind }) => kind === 'slip' || kind === 'lost' || kind === 'added')
  if (apart.length === 0 || apart.length > (like >= LONG ? 2 : 1) || like < least) return null
  const mended: string[] = []
  for (const { kind, i, j } of steps) {
    if (kind === 'same' || kind === 'slip' || kind === 'lost') mended.push(b[j] ?? '')
    else if (i >= 0 && kind !== 'added') mended.push(a[i] ?? '')
  }
  const slips = apart.map(({ i, j }) => ({ read: a[i] ?? '', other: b[j] ?? '' }))
  return { mended: mended.join(''), slips }
}

const folds = new Map<string, string>()

function folded(character: string): string {
  let fold = folds.get(character)
  if (fold === undefined) {
    fold = comparable(character) || character
    folds.set(character, fold)
  }
  return fold
}

/** Whether so many characters stand in both, in whatever order: texts that share fewer are not worth aligning. */
function shareAtLeast(least: number, x: readonly string[], y: readonly string[]): boolean {
  const open = new Map<string, number>()
  for (const character of y) open.set(character, (open.get(character) ?? 0) + 1)
  let shared = 0
  for (const character of x) {
    const left = open.get(character)
    if (!left) continue
    shared += 1
    if (shared >= least) return true
    open.set(character, left - 1)
  }
  return false
}

/** A check digit settles it: what differs from a right number is another number. */
const isSettled = (text: string) =>
  text.length >= 15 && text.length <= 20 && (readCnid(text).valid || readUscc(text).valid)

type MayBe = (i: number, j: number) => boolean

/**
 * May the character at `i` have been read from print of the one at `j`? A missing index: lost, or added. What stands before
 * or behind a value may run into it: a first or last character too many is believed of a reading that is not sure.
 */
function mayBe(x: readonly string[], y: readonly string[], { confidence, raw = '', rivals = [] }: HowRead): MayBe {
  const unsure = confidence < SURE_OF_FIGURES
  const seen = new Map<string, number>()
  for (const { at, text, probability } of rivals) {
    const pair = `${folded(raw[at] ?? '')} ${folded(text)}`
    seen.set(pair, Math.max(seen.get(pair) ?? 0, probability))
  }
  return (i, j) => {
    const [read, other] = [x[i], y[j]]
    if (other === undefined) return ADDED.test(read ?? '') || (unsure && (i === 0 || i === x.length - 1))
    if (read === undefined) return isFigure(y, j) ? unsure : true
    const also = seen.size > 0 ? (seen.get(`${read} ${other}`) ?? 0) : 0
    const figures = isFigure(x, i) && isFigure(y, j)
    if (figures && /^\d$/.test(read) === /^\d$/.test(other)) return unsure || also >= SEEN_AS_FIGURE
    return also > 0 || areConfusable(read, other)
  }
}

/** The cheapest way from one text to the other; ends of the much longer one cost nothing. */
function aligned(x: readonly string[], y: readonly string[], may: MayBe): Step[] {
  const [n, m] = [x.length, y.length]
  const [freeX, freeY] = [n > 2 * m, m > 2 * n]
  const width = m + 1
  const cost = new Uint16Array((n + 1) * width)
  const at = (i: number, j: number): number => cost[i * width + j] as number
  const pair = (i: number, j: number) => (x[i - 1] === y[j - 1] ? 0 : may(i - 1, j - 1) ? SLIP : 2 * GAP)
  const down = (j: number) => (freeX && (j === 0 || j === m) ? 0 : GAP)
  const along = (i: number) => (freeY && (i === 0 || i === n) ? 0 : GAP)
  for (let j = 1; j <= m; j++) cost[j] = at(0, j - 1) + along(0)
  for (let i = 1; i <= n; i++) {
    cost[i * width] = at(i - 1, 0) + down(0)
    for (let j = 1; j <= m; j++) {
      const gap = Math.min(at(i - 1, j) + down(j), at(i, j - 1) + along(i))
      const before = at(i - 1, j - 1)
      // Whether two characters are like each other is only asked where that could be the cheapest way.
      const open = x[i - 1] === y[j - 1] || before + SLIP < gap
      cost[i * width + j] = open ? Math.min(before + pair(i, j), gap) : gap
    }
  }
  const steps: Step[] = []
  let [i, j] = [n, m]
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + pair(i, j)) {
      const cheap = pair(i, j)
      steps.push({ kind: cheap === 0 ? 'same' : cheap === SLIP ? 'slip' : 'apart', i: --i, j: --j })
    } else if (i > 0 && at(i, j) === at(i - 1, j) + down(j)) steps.push({ kind: 'added', i: --i, j: -1 })
    else steps.push({ kind: 'lost', i: -1, j: --j })
  }
  return alone(steps.reverse(), may)
}

/** Only a single character that stands alone is lost or added; longer stretches are written on one side only. */
function alone(steps: readonly Step[], may: MayBe): Step[] {
  const isGap = (step: Step | undefined) => step !== undefined && step.kind !== 'same' && step.kind !== 'slip'
  return steps.flatMap((step, at) => {
    if (step.kind !== 'lost' && step.kind !== 'added') return step.kind === 'apart' ? [{ ...step }] : [step]
    const single = !isGap(steps[at - 1]) && !isGap(steps[at + 1]) && may(step.i, step.j)
    return [single ? step : { ...step, kind: 'apart' as const }]
  })
}
