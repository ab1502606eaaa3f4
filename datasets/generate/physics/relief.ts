import type { Random } from '../random.ts'

/** A sheet that does not lie flat: where it shows what lies at a point, and how much light falls there. */
export interface Relief {
  /** The point of the unit square of the sheet that is seen where (u, v) of a flat sheet would be. */
  seen(u: number, v: number): readonly [number, number]
  /** Light at a point of the sheet (1 = as on the flat one). */
  shade(u: number, v: number): number
}

/** Greatest height of a bent or folded sheet as a share of the camera's distance (30 and 12 mm at 350 mm). */
const [BENT, FOLDED] = [0.085, 0.035]
/** Half the width of a crease as a share of the sheet's side. */
const CREASE = 0.0022

/** The sheet as a bound page or a roll bends it (`bow`), and as it lies after it was folded (`crease`), 0–1 each; null when flat. */
export function reliefOf({ bow = 0, crease = 0 }: { bow?: number; crease?: number }, random: Random): Relief | null {
  if (bow === 0 && crease === 0) return null
  const bend = bow * BENT
  const rolled = random.chance(0.5)
  const mirrored = random.chance(0.5)
  const reach = random.between(0.25, 0.45)
  const upright = random.chance(0.75)
  const halves = random.chance(0.5)
  const folds = halves ? [0.5] : [1 / 3, 2 / 3]
  const level = random.chance(0.6)
  const tall = crease * FOLDED
  const spine = (t: number) => (rolled ? Math.sin(Math.PI * t) : Math.exp(-(mirrored ? 1 - t : t) / reach))
  const tent = (t: number) => {
    const period = halves ? 1 : 2 / 3
    const phase = (t % period) / period
    return phase < 0.5 ? 2 * phase : 2 - 2 * phase
  }
  const height = (u: number, v: number) => bend * spine(upright ? u : v) + tall * tent(level ? v : u)
  const near = (u: number, v: number) => {
    const at = level ? v : u
    return Math.max(0, ...folds.map((fold) => Math.exp(-(((at - fold) / CREASE) ** 2))))
  }
  return {
    seen: (u, v) => {
      let [x, y] = [u, v]
      for (let i = 0; i < 4; i++) {
        const closer = 1 / (1 + height(x, y))
        x = 0.5 + (u - 0.5) * closer
        y = 0.5 + (v - 0.5) * closer
      }
      return [x, y]
    },
    shade: (u, v) => {
      const slope = (height(u + 0.01, v) - height(u - 0.01, v) + height(u, v + 0.01) - height(u, v - 0.01)) / 0.02
      return Math.max(0.45, 1 + 0.9 * slope - 0.25 * crease * near(u, v))
    },
  }
}
