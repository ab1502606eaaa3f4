import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ReadField } from '../../facts/reading.ts'
import type { ValueType } from '../../facts/values/value.ts'

const knots = z.array(z.tuple([z.number(), z.number()])).min(2)
/** calibration.yaml: per group of value types, what share of the values given with a confidence was right. */
const schema = z.object({ source: z.string(), groups: z.record(z.string(), knots) })

type Group = 'number' | 'name' | 'text' | 'table'

/** Values that go wrong in like ways are calibrated together; null: a check digit says more than any curve. */
export function calibrationGroup(type: ValueType): Group | null {
  switch (type) {
    case 'uscc':
    case 'cnid':
      return null
    case 'name':
      return 'name'
    case 'table':
    case 'list':
      return 'table'
    case 'date':
    case 'date-range':
    case 'money':
    case 'number':
    case 'integer':
    case 'code':
    case 'phone':
      return 'number'
    default:
      return 'text'
  }
}

let known: z.infer<typeof schema> | null = null

/** The confidence of a value as the probability that it is right, by the curve fitted with `npm run bench -- --calibrate`. */
export function calibrated(
  type: ValueType,
  { confidence, state, note }: Pick<ReadField, 'confidence' | 'state' | 'note'>,
): number {
  known ??= schema.parse(parse(readFileSync(new URL('calibration.yaml', import.meta.url), 'utf8')))
  const group = calibrationGroup(type)
  const curve = group && known.groups[group]
  // What is said to be doubtful stays so, and what is settled needs no curve.
  if (!curve || state !== 'ok' || note !== undefined) return confidence
  return onCurve(curve, confidence)
}

/** The height of a rising curve of knots at `confidence`, straight between them. */
export function onCurve(curve: readonly (readonly [number, number])[], confidence: number): number {
  const at = curve.findIndex(([from]) => from >= confidence)
  const [low, high] = [curve[Math.max(0, at - 1)], curve[at]]
  if (!high) return curve.at(-1)?.[1] ?? confidence
  if (!low || high[0] === low[0]) return high[1]
  return low[1] + ((high[1] - low[1]) * (confidence - low[0])) / (high[0] - low[0])
}
