import type { Page } from '../page.ts'
import type { Found } from './detect.ts'
import type { Turn } from './picture.ts'
import type { Recogniser } from './recognise.ts'
import { sideways } from './regions.ts'

const SAMPLE = 4
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
  const sample = (lying ? tall : longest.filter(({ width, height }) => width > height)).slice(0, SAMPLE)
  let ahead = 0
  for (const rect of sample) {
    const one = await read(page, rect)
    const other = await read(page, rect, true)
    ahead += one.confidence * Math.min(one.text.length, ENOUGH)
    ahead -= other.confidence * Math.min(other.text.length, ENOUGH)
  }
  if (lying) return ahead >= 0 ? 90 : 270
  return ahead >= 0 ? 0 : 180
}
