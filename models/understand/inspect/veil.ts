import type { Line } from '../../../facts/reading.ts'
import type { Page } from '../../page.ts'
import { median } from '../frame.ts'
import { grey, quantile } from './pixels.ts'

/** A line is looked at in stretches so many times as wide as it is high; shorter lines than so many stretches show no change. */
const WIDE = 1.5
const FEW = 4
/** Paper burnt out (0–255), and ink lifted so far above the line's own darker stretches while some of it is still seen. */
const [BURNT, LIFTED, SEEN] = [250, 60, 8]
/** The line's darker stretches (share from the darkest). */
const DARK = 0.2
/** Veiled stretches of two lines belong together within so many heights of a line. */
const NEAR = 4
/** Fewer veiled stretches are chance. */
const SPOTS = 3

interface Stretch {
  line: number
  x: number
  y: number
  height: number
  veiled: boolean
}

/** The stretches of one line, and which of them are veiled. */
function stretchesOf(page: Page, { box }: Line, line: number): Stretch[] {
  const height = Math.hypot(box[6] - box[0], box[7] - box[1])
  const width = Math.hypot(box[2] - box[0], box[3] - box[1])
  const count = Math.round(width / (WIDE * height))
  if (count < FEW || height < 4) return []
  const steps = { along: Math.round(width / count), across: Math.ceil(height / 2) }
  const measured = Array.from({ length: count }, (_, i) => {
    const values = new Float32Array(steps.along * steps.across)
    for (let j = 0; j < steps.across; j += 1) {
      for (let k = 0; k < steps.along; k += 1) {
        const [u, v] = [(i + k / steps.along) / count, (j + 0.5) / steps.across]
        values[j * steps.along + k] = grey(
          page,
          Math.round(box[0] + (box[2] - box[0]) * u + (box[6] - box[0]) * v),
          Math.round(box[1] + (box[3] - box[1]) * u + (box[7] - box[1]) * v),
        )
      }
    }
    return { ink: quantile(values, 0.05), paper: quantile(values, 0.85) }
  })
  const base = quantile(
    measured.map(({ ink }) => ink),
    DARK,
  )
  return measured.map(({ ink, paper }, i) => ({
    line,
    x: box[0] + ((box[2] - box[0]) * (i + 0.5)) / count,
    y: box[1] + ((box[3] - box[1]) * (i + 0.5)) / count,
    height,
    veiled: paper >= BURNT && ink - base > LIFTED && paper - ink > SEEN,
  }))
}

/**
 * Share of a page's print that a lamp has veiled: where the paper is burnt out, the ink of several neighbouring lines is far
 * lighter than the same lines are elsewhere. Tells a glare also on paper that is nearly white.
 */
export function veiledShare(page: Page, lines: readonly Line[]): number {
  const all = lines.flatMap((line, i) => stretchesOf(page, line, i))
  const veiled = all.filter((one) => one.veiled)
  const reach = NEAR * median(all.map(({ height }) => height))
  const joined = veiled.filter((one) =>
    veiled.some((other) => other.line !== one.line && Math.hypot(other.x - one.x, other.y - one.y) < reach),
  )
  return joined.length < SPOTS ? 0 : joined.length / all.length
}
