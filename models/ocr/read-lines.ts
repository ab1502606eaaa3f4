import type { Line } from '../../facts/reading.ts'
import type { Page } from '../page.ts'
import { DETECT_DEFAULTS, detect, type Found } from './detect.ts'
import { inReadingOrder } from './order.ts'
import { turn } from './picture.ts'
import { type Recogniser, readKeys, recogniser } from './recognise.ts'
import { loadNetwork } from './session.ts'
import { defaultWeights, type Weights } from './weights.ts'

/** Finds the text lines of a page, turning the page upright first; the page comes back as it was read. */
export type LineReader = (page: Page) => Promise<{ page: Page; lines: Line[] }>

/** Loads the PP-OCR networks (about 0.3 s) and returns the reader of whole pages. */
export async function createLineReader(weights: Weights = defaultWeights()): Promise<LineReader> {
  const [detection, recognition, keys] = await Promise.all([
    loadNetwork(weights.detection),
    loadNetwork(weights.recognition),
    readKeys(weights.dictionary),
  ])
  const read = recogniser(recognition, keys)
  return async (original) => {
    let page = original
    let found = await detect(detection, page, DETECT_DEFAULTS)
    const degrees = await orientation(page, found, read)
    if (degrees !== 0) {
      page = { ...page, ...(await turn(page, degrees)) }
      found = await detect(detection, page, DETECT_DEFAULTS)
    }
    const lines: Line[] = []
    for (const { rect } of found) {
      const { text, confidence, characters, xs } = await read(page, rect)
      if (text.trim() === '' || confidence < 0.3) continue
      const [a, b, c, d] = rect.corners
      lines.push({ page: page.page, box: [...a, ...b, ...c, ...d], text, confidence, characters, xs })
    }
    return { page, lines: inReadingOrder(lines) }
  }
}

/** How far the page must be turned clockwise, by reading a few long lines both ways. */
export async function orientation(page: Page, found: Found[], read: Recogniser): Promise<0 | 90 | 180 | 270> {
  const longest = found
    .filter(({ rect }) => Math.max(rect.width, rect.height) > 2 * Math.min(rect.width, rect.height))
    .sort((a, b) => Math.max(b.rect.width, b.rect.height) - Math.max(a.rect.width, a.rect.height))
  const tall = longest.filter(({ rect }) => rect.height > rect.width)
  const sideways = tall.length > longest.length / 2
  const sample = (sideways ? tall : longest.filter(({ rect }) => rect.width > rect.height)).slice(0, 4)
  let ahead = 0
  for (const { rect } of sample) {
    const one = await read(page, rect)
    const other = await read(page, rect, true)
    ahead += one.confidence * Math.min(one.text.length, 12) - other.confidence * Math.min(other.text.length, 12)
  }
  if (sideways) return ahead >= 0 ? 90 : 270
  return ahead >= 0 ? 0 : 180
}
