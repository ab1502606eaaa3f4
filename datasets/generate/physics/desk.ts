import type { Random } from '../random.ts'
import type { Photo } from './photo.ts'

const GROUND: Record<Photo['desk'], readonly [number, number, number]> = {
  wood: [164, 124, 86],
  laminate: [186, 184, 178],
  stone: [86, 88, 92],
  cloth: [120, 132, 146],
}

/** RGBA pixels of a desk: grain, specks or weave over an uneven ground. */
export function desk(width: number, height: number, kind: Photo['desk'], random: Random): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 4)
  const [red, green, blue] = GROUND[kind]
  const coarse = valueNoise(random.fork('coarse'), 9)
  const fine = valueNoise(random.fork('fine'), 160)
  const grain = random.fork('grain')
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x / width
      const v = y / width
      let k = 1 + 0.1 * (coarse(u * 8, v * 8) - 0.5)
      if (kind === 'wood') {
        const rings = Math.sin((v * 26 + coarse(u * 2.2, v * 7) * 7) * 2)
        k += 0.06 * rings + 0.13 * (fine(u * 7, v * 420) - 0.5) + 0.06 * (fine(u * 40 + 50, v * 900) - 0.5)
      } else if (kind === 'cloth') k += 0.05 * Math.sin(x * 1.1) * Math.sin(y * 1.1)
      else if (kind === 'stone') k += 0.3 * (fine(u * 420, v * 420) - 0.5)
      else k += 0.05 * (fine(u * 500, v * 500) - 0.5)
      k += 0.02 * (grain.next() - 0.5)
      const at = (y * width + x) * 4
      out[at] = red * k
      out[at + 1] = green * k
      out[at + 2] = blue * k
      out[at + 3] = 255
    }
  }
  return out
}

/** Smooth noise in [0, 1] on a grid of `period` × `period` random values. */
export function valueNoise(random: Random, period: number): (x: number, y: number) => number {
  const grid = Float32Array.from({ length: period * period }, () => random.next())
  const wrap = (i: number) => ((i % period) + period) % period
  const smooth = (t: number) => t * t * (3 - 2 * t)
  return (x, y) => {
    const i = Math.floor(x)
    const j = Math.floor(y)
    const u = smooth(x - i)
    const v = smooth(y - j)
    const [left, right, top, below] = [wrap(i), wrap(i + 1), wrap(j) * period, wrap(j + 1) * period]
    const above = (grid[top + left] ?? 0) * (1 - u) + (grid[top + right] ?? 0) * u
    return above * (1 - v) + ((grid[below + left] ?? 0) * (1 - u) + (grid[below + right] ?? 0) * u) * v
  }
}
