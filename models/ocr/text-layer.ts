import type { Line } from '../../facts/reading.ts'
import type { Page } from '../page.ts'
import type { Found } from './detect.ts'
import { fromCorners, grow, type Point } from './geometry.ts'
import type { Recogniser } from './recognise.ts'

const SAMPLE = 5
const SURE = 0.8

/** Whether the picture says something else than the text layer; needs lines that the reader is sure of. */
export async function contradicts(page: Page, layer: Line[], read: Recogniser): Promise<boolean> {
  const longest = layer.filter(({ text }) => plain(text).length >= 4).sort((a, b) => b.text.length - a.text.length)
  const likeness: number[] = []
  for (const line of longest.slice(0, SAMPLE)) {
    const rect = rectOf(line)
    const seen = await read(page, grow(rect, rect.height * 0.1, rect.height * 0.1))
    if (seen.confidence >= SURE) likeness.push(similarity(plain(seen.text), plain(line.text)))
  }
  return likeness.length > 0 && likeness.reduce((a, b) => a + b, 0) / likeness.length < 0.5
}

/** Regions where text is seen and the layer has none, such as a photograph placed in a document. */
export function uncovered(layer: Line[], found: Found[]): Found[] {
  const boxes = layer.map(({ box }) => ({
    left: Math.min(box[0], box[6]),
    right: Math.max(box[2], box[4]),
    top: Math.min(box[1], box[3]),
    bottom: Math.max(box[5], box[7]),
  }))
  return found.filter(({ rect }) => {
    const [a, b, , d] = rect.corners
    let inside = 0
    for (let i = 1; i <= 9; i++) {
      const x = a[0] + ((b[0] - a[0]) * i) / 10 + (d[0] - a[0]) / 2
      const y = a[1] + ((b[1] - a[1]) * i) / 10 + (d[1] - a[1]) / 2
      if (boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) inside++
    }
    return inside < 3
  })
}

function rectOf({ box }: Line) {
  const corners: Point[] = [0, 2, 4, 6].map((i) => [box[i] ?? 0, box[i + 1] ?? 0])
  return fromCorners(corners)
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')

/** 1 for equal texts, 0 for nothing in common: 1 − edit distance / longer length. */
export function similarity(a: string, b: string): number {
  if (a === '' && b === '') return 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row.at(-1) ?? 0) / Math.max(a.length, b.length)
}
