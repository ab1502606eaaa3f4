import type { Page } from '../../page.ts'

/** A page made smaller: mean RGB per cell, and how many page pixels one cell is wide. */
export interface Small {
  width: number
  height: number
  rgb: Float32Array
  step: number
}

/** Averages a page down so that its long side is at most `long` cells. */
export function shrink(page: Page, long: number): Small {
  const step = Math.max(1, Math.ceil(Math.max(page.width, page.height) / long))
  const width = Math.max(1, Math.floor(page.width / step))
  const height = Math.max(1, Math.floor(page.height / step))
  const rgb = new Float32Array(width * height * 3)
  // Every second pixel is enough for a mean and halves the time on 12-megapixel photographs.
  const skip = step > 3 ? 2 : 1
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [r, g, b, n] = [0, 0, 0, 0]
      for (let dy = 0; dy < step; dy += skip) {
        let at = ((y * step + dy) * page.width + x * step) * 3
        for (let dx = 0; dx < step; dx += skip) {
          r += page.rgb[at] ?? 0
          g += page.rgb[at + 1] ?? 0
          b += page.rgb[at + 2] ?? 0
          n += 1
          at += 3 * skip
        }
      }
      const to = (y * width + x) * 3
      rgb[to] = r / n
      rgb[to + 1] = g / n
      rgb[to + 2] = b / n
    }
  }
  return { width, height, rgb, step }
}

/** Luminance 0–255 of page pixel (x, y); 255 outside. */
export function grey(page: Page, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= page.width || y >= page.height) return 255
  const at = (Math.floor(y) * page.width + Math.floor(x)) * 3
  return 0.299 * (page.rgb[at] ?? 0) + 0.587 * (page.rgb[at + 1] ?? 0) + 0.114 * (page.rgb[at + 2] ?? 0)
}

/** An even sample of so many numbers tells a page's quantiles as well as all of them. */
const SAMPLE = 10_000

/** The value below which `share` of the numbers lie. */
export function quantile(values: readonly number[] | Float32Array, share: number): number {
  const step = Math.max(1, values.length / SAMPLE)
  const length = Math.floor(values.length / step)
  const sample = new Float32Array(length)
  for (let i = 0; i < length; i += 1) sample[i] = values[Math.floor(i * step)] ?? 0
  return nth(sample, Math.min(length - 1, Math.floor(share * length)))
}

/** The number that would stand at place `k` if they were sorted; puts them in another order. */
function nth(values: Float32Array, k: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = values[(from + to) >> 1] as number
    let [left, right] = [from, to]
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1
      while ((values[right] as number) > pivot) right -= 1
      if (left > right) break
      const swapped = values[left] as number
      values[left++] = values[right] as number
      values[right--] = swapped
    }
    if (k <= right) to = right
    else if (k >= left) from = left
    else return pivot
  }
  return values[k] ?? 0
}

/** Luminance of every cell. */
export function luminance(small: Small): Float32Array {
  const out = new Float32Array(small.width * small.height)
  for (let i = 0; i < out.length; i += 1) {
    out[i] = 0.299 * (small.rgb[3 * i] ?? 0) + 0.587 * (small.rgb[3 * i + 1] ?? 0) + 0.114 * (small.rgb[3 * i + 2] ?? 0)
  }
  return out
}
