import type { Random } from '../random.ts'
import { valueNoise } from './desk.ts'
import type { Photo } from './photo.ts'

/** Lights RGBA pixels in place: falling-off lamp, tint, a soft shadow, a glare spot, darkness, sensor noise. */
export function light(frame: Uint8ClampedArray, width: number, height: number, photo: Photo, random: Random): void {
  const flat = photo.perspective === 0 && photo.rotation === 0
  const angle = random.between(0, Math.PI * 2)
  const slope = flat ? 0.01 : random.between(0.05, 0.12)
  const warm = flat ? 0 : random.between(-0.03, 0.05)
  const [red, green, blue] = [1 + warm, 1 + warm * 0.25, 1 - warm * 1.2]
  const uneven = valueNoise(random.fork('uneven'), 6)
  const shadow = softEdge(random.fork('shadow'))
  const spot = { x: random.between(0.2, 0.8), y: random.between(0.15, 0.5), r: random.between(0.06, 0.1) }
  const gain = (1 - 0.55 * photo.lowLight) * (flat ? 1.01 : random.between(0.95, 1.02))
  const sigma = photo.noise * 9 * (1 + 1.6 * photo.lowLight)
  const sensor = random.fork('sensor')
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < height; y++) {
    const v = y / height - 0.5
    for (let x = 0; x < width; x++) {
      const u = x / width - 0.5
      let k = 1 + slope * (u * cos + v * sin) * 2
      if (!flat) k *= 1 - 0.12 * (u * u + v * v) + 0.03 * (uneven(u * 3 + 9, v * 3 + 9) - 0.5)
      if (photo.shadow > 0) k *= 1 - 0.42 * photo.shadow * shadow(u, v)
      k *= gain
      let extra = 0
      if (photo.glare > 0) {
        const d = ((u + 0.5 - spot.x) ** 2 + ((v + 0.5 - spot.y) * 0.75) ** 2) / (spot.r * spot.r)
        extra = 150 * photo.glare * Math.exp(-d)
      }
      const at = (y * width + x) * 4
      const n = sigma > 0 ? gaussian(sensor) * sigma : 0
      frame[at] = (frame[at] ?? 0) * k * red + extra + n
      frame[at + 1] = (frame[at + 1] ?? 0) * k * green + extra + n
      frame[at + 2] = (frame[at + 2] ?? 0) * k * blue + extra + n
    }
  }
}

/** Shadow of a hand or phone: 0 in the light, 1 inside, with a wide soft edge running in from one side. */
function softEdge(random: Random): (u: number, v: number) => number {
  const angle = random.between(0, Math.PI * 2)
  const offset = random.between(0.12, 0.34)
  const bulge = random.between(2, 5)
  const phase = random.between(0, 6)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return (u, v) => {
    const along = u * cos + v * sin
    const side = -u * sin + v * cos
    const edge = along - offset - 0.06 * Math.sin(side * bulge + phase)
    return 1 / (1 + Math.exp(-edge / 0.035))
  }
}

/** Sum of four uniforms, standardised: near enough to a normal for sensor noise, and cheap. */
function gaussian(random: Random): number {
  return (random.next() + random.next() + random.next() + random.next() - 2) * 1.732
}
