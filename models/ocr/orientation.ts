import type { Page } from '../page.ts'
import type { Decoded } from './ctc.ts'
import type { Found } from './detect.ts'
import type { Turn } from './picture.ts'
import type { Recogniser } from './recognise.ts'
import { sideways } from './regions.ts'
import { standsUpright } from './upright-columns.ts'

const SAMPLE = 4
/** Upside down or sideways, PP-OCR never reads several long lines so surely. */
const SURE = 0.92
/** Characters of a line that count: one long line must not outvote the others. */
const ENOUGH = 12

/** How far the page must be turned clockwise to stand upright, told by reading a few long lines both ways. */
export async function orientation(page: Page, found: Found[], read: Recogniser): Promise<Turn> {
  const longest = found
    .map(({ rect }) => rect)
    .filter(({ width, height }) => Math.max(width, height) > 2 * Math.min(width, height))
    .sort((a, b) => Math.max(b.width, b.height) - Math.max(a.width, a.height))
  const tall = longest.filter(({ width, height }) => height > width)
  const lying = sideways(found)
  if (lying && (await standsUpright(page, tall.slice(0, SAMPLE), read))) return 0
  const sample = (lying ? tall : longest.filter(({ width, height }) => width > height)).slice(0, SAMPLE)
  const forwards: Decoded[] = []
  for (const rect of sample) forwards.push(await read(page, rect))
  const surely =
    forwards.length >= 3 && forwards.every(({ confidence, text }) => confidence >= SURE && text.length >= 4)
  let ahead = surely ? 1 : 0
  if (!surely) {
    for (const [i, rect] of sample.entries()) ahead += weight(forwards[i]) - weight(await read(page, rect, true))
  }
  if (lying) return ahead >= 0 ? 90 : 270
  return ahead >= 0 ? 0 : 180
}

const weight = (decoded: Decoded | undefined) =>
  decoded ? decoded.confidence * Math.min(decoded.text.length, ENOUGH) : 0
