import { readFile } from 'node:fs/promises'
import { timed } from '../stopwatch.ts'
import { cut } from './crop.ts'
import { type Decoded, decodeCtc } from './ctc.ts'
import type { Point, Rect } from './geometry.ts'
import { levelStrokes } from './level-stroke.ts'
import { rivalMarks } from './marks.ts'
import type { Picture } from './picture.ts'
import type { Network } from './session.ts'

const HEIGHT = 48
const MIN_WIDTH = 96
/** Lines are read at four fifths of their width: a fifth cheaper and, measured on labelled lines, no less right. */
const SQUEEZE = 0.8
const MAX_WIDTH = 3200

/** Reads the text of one rectangle; `upsideDown` reads it turned by 180 degrees. A width (1 is natural) other than the usual one reads closely. */
export type Recogniser = (picture: Picture, rect: Rect, upsideDown?: boolean, closely?: number) => Promise<Decoded>

/** The dictionary's keys in class order; PP-OCR appends a space as last class. */
export async function readKeys(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return [...lines, ' ']
}

/** A recogniser that reads one line at a time, unpadded: batches cost more on a processor. */
export function recogniser(network: Network, keys: string[]): Recogniser {
  const rivals = rivalMarks(keys)
  return async (picture, rect, upsideDown = false, closely) => {
    const { corners, along, across } = upright(rect)
    const width = Math.min(
      MAX_WIDTH,
      Math.max(8, Math.round(((closely ?? SQUEEZE) * HEIGHT * along) / Math.max(1, across))),
    )
    const padded = Math.max(MIN_WIDTH, width)
    const crop = await timed('crop', () => cut(picture, corners, { width, height: HEIGHT, padded, upsideDown }))
    const { data, shape } = await timed('recognise', () => network(crop, [1, 3, HEIGHT, padded]))
    const decoded = await timed('decode', () => decodeCtc(data, shape[1] ?? 0, shape[2] ?? 1, keys, rivals))
    const text = chineseZero(decoded.text)
    return levelStrokes({ ...decoded, text, xs: decoded.xs.map((x) => Math.min(1, (x * padded) / width)) })
  }
}

/** Tall rectangles hold turned text: their text runs upwards (90° clockwise turns it level). */
function upright(rect: Rect): { corners: [Point, Point, Point, Point]; along: number; across: number } {
  const [a, b, c, d] = rect.corners
  if (rect.height < rect.width * 1.5) return { corners: [a, b, c, d], along: rect.width, across: rect.height }
  return { corners: [d, a, b, c], along: rect.height, across: rect.width }
}

/** In a year or day written in Chinese numerals the ring is 〇, which looks like 0 or O to the network. */
export function chineseZero(text: string): string {
  return text.replace(/(?<=[一二三四五六七八九十〇])[0Oo○]+(?=[一二三四五六七八九十〇0Oo○年月日])/g, (ring) =>
    '〇'.repeat(ring.length),
  )
}
