import type { Mark } from '../../../facts/reading.ts'
import { proportion, type Tally } from '../interval.ts'

/** What became of the name on one labelled seal; `read` null: not legible to the reader. */
export interface RingOutcome {
  document: string
  level: string
  label: string
  read: string | null
  confidence: number
}

/** From here on a name is taken without a look (confidence, 0–1). */
const SURE = 0.9

/** Scores the names read on a document's rings against the labelled ones: alike ones belong together, what is left in turn. */
export function scoreRings(
  about: { document: string; level: string },
  labels: readonly string[],
  marks: readonly Mark[],
): RingOutcome[] {
  const rings = marks.flatMap(({ ring }) => (ring ? [ring] : []))
  const take = (test: (text: string) => boolean) => {
    const at = rings.findIndex(({ text }) => test(text))
    return at < 0 ? null : (rings.splice(at, 1)[0] ?? null)
  }
  const exact = labels.map((label) => ({ label, ring: take((text) => text === label) }))
  return exact.map(({ label, ring }) => {
    const { text: read = null, confidence = 0 } = ring ?? take(() => true) ?? {}
    return { ...about, label, read, confidence }
  })
}

export const RING_HEAD = ['章上的名称', '读对', '没有读出', '有把握的', '有把握而错']

/** Names read right, not at all, and with confidence, over all levels and for each. */
export function ringRows(rings: readonly RingOutcome[]): string[][] {
  if (rings.length === 0) return []
  const row = (title: string, own: readonly RingOutcome[]) => {
    const tally = (test: (one: RingOutcome) => boolean): Tally => ({ right: own.filter(test).length, n: own.length })
    const sure = (one: RingOutcome) => one.read !== null && one.confidence >= SURE
    return [
      title,
      proportion(tally(({ read, label }) => read === label)),
      proportion(tally(({ read }) => read === null)),
      proportion(tally(sure)),
      proportion(tally((one) => sure(one) && one.read !== one.label)),
    ]
  }
  const levels = [...new Set(rings.map(({ level }) => level))]
  const each = levels.map((level) =>
    row(
      level,
      rings.filter((one) => one.level === level),
    ),
  )
  return [row('合计', rings), ...(levels.length > 1 ? each : [])]
}
