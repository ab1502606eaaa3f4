import { timed } from '../stopwatch.ts'
import { type Rect, scale } from './geometry.ts'
import { type Picture, resize } from './picture.ts'
import { findRegions, REGION_DEFAULTS, type RegionOptions } from './regions.ts'
import type { Network } from './session.ts'

const MEAN = [0.485, 0.456, 0.406] as const
const STD = [0.229, 0.224, 0.225] as const

export interface Found {
  rect: Rect
  score: number
}

export interface DetectOptions {
  /** Long side in pixels the picture is brought to, shrinking and enlarging alike. */
  longSide: number
  regions: RegionOptions
  area?: { left: number; top: number; width: number; height: number }
}

export const DETECT_DEFAULTS: DetectOptions = { longSide: 1280, regions: REGION_DEFAULTS }

const to32 = (n: number) => Math.max(32, Math.round(n / 32) * 32)

/** Where text stands: rectangles in pixels of the picture. */
export async function detect(network: Network, picture: Picture, options = DETECT_DEFAULTS): Promise<Found[]> {
  const from = options.area ?? picture
  const ratio = options.longSide / Math.max(from.width, from.height)
  const width = to32(from.width * ratio)
  const height = to32(from.height * ratio)
  const { data } = await timed('detect', async () => {
    const { rgb } = await resize(picture, width, height, options.area)
    return network(planes(rgb, width * height), [1, 3, height, width])
  })
  const regions = await timed('regions', () => findRegions(data, width, height, options.regions))
  return regions.map(({ rect, score }) => ({
    rect: scale(rect, from.width / width, from.height / height, options.area?.left ?? 0, options.area?.top ?? 0),
    score,
  }))
}

/** BGR planes with ImageNet statistics in plane order, as the network was trained. */
function planes(rgb: Uint8Array, size: number): Float32Array {
  const out = new Float32Array(3 * size)
  for (let c = 0; c < 3; c++) {
    const table = TABLES[c] as Float32Array
    for (let i = c * size, j = 2 - c; j < rgb.length; i++, j += 3) out[i] = table[rgb[j] as number] as number
  }
  return out
}

/** What each of the 256 values becomes in each plane. */
const TABLES = MEAN.map((mean, c) => Float32Array.from({ length: 256 }, (_, v) => (v / 255 - mean) / (STD[c] ?? 1)))
