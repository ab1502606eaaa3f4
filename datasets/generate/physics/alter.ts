import type { Random } from '../random.ts'
import type { Corner, Corners } from './project.ts'

/** Turns RGBA pixels of a sheet into those of a black-and-white copy, in place: grey, harder, specked. */
export function copied(data: Uint8ClampedArray, strength: number, random: Random): void {
  const hard = 1.1 + 0.5 * strength
  const dirt = 0.0006 * strength
  for (let at = 0; at < data.length; at += 4) {
    const grey = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
    const value = random.chance(dirt) ? 60 : Math.min(252, Math.max(18, (grey - 150) * hard + 165))
    data[at] = data[at + 1] = data[at + 2] = value
  }
}

/** Lays the grid of a screen and its moiré over RGBA pixels of a picture, in place. */
export function screened(
  frame: Uint8ClampedArray,
  width: number,
  height: number,
  strength: number,
  random: Random,
): void {
  const angle = random.between(0.02, 0.35)
  const pitch = random.between(2.1, 3.4)
  const beat = random.between(18, 60)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x * cos + y * sin
      const v = y * cos - x * sin
      const grid = Math.sin((2 * Math.PI * u) / pitch) * Math.sin((2 * Math.PI * v) / pitch)
      const wave = Math.sin((2 * Math.PI * u) / beat + 2 * Math.sin((2 * Math.PI * v) / (beat * 2.3)))
      const at = (y * width + x) * 4
      for (let c = 0; c < 3; c++) {
        const shift = 1 + strength * (0.05 * grid + 0.09 * Math.sin(wave * 1.6 + c * 2.1))
        frame[at + c] = (frame[at + c] ?? 0) * shift
      }
      frame[at + 2] = (frame[at + 2] ?? 0) + 8 * strength
    }
  }
}

/** Moves the page so that `share` of it lies outside the picture on one side. */
export function cropped(
  corners: Corners,
  size: { width: number; height: number },
  share: number,
  random: Random,
): Corners {
  if (share === 0) return corners
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [dx, dy] = random.pick([
    [-left - share * (right - left), 0],
    [size.width - right + share * (right - left), 0],
    [0, -top - share * (bottom - top)],
    [0, size.height - bottom + share * (bottom - top)],
  ] as const)
  const [a, b, c, d] = corners
  const move = ([x, y]: Corner): Corner => [x + dx, y + dy]
  return [move(a), move(b), move(c), move(d)]
}
