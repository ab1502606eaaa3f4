import { type DetectOptions, detect, type Found } from './detect.ts'
import type { Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import type { Network } from './session.ts'

/** Beyond this ratio of height to width a picture is a scroll (a long screenshot): brought to one look its print would vanish … */
const SCROLL = 2.6
/** … if it is also higher than this many pixels. */
const HIGH = 2400
/** Each look is this many times as high as the scroll is wide, and shares a strip with the next. */
const WINDOW = 1.6
const SHARED = 0.3
const MARGIN = 2

/** Where text stands on a whole page; scrolls are looked at piece by piece. */
export async function detectPage(network: Network, picture: Picture, options: DetectOptions): Promise<Found[]> {
  const { width, height } = picture
  if (height < SCROLL * width || height < HIGH) return detect(network, picture, options)
  const found: Found[] = []
  for (const { from, to } of windows(height, width)) {
    const area = { left: 0, top: from, width, height: to - from }
    for (const one of await detect(network, picture, { ...options, area }))
      if (!cutOff(one.rect, from, to, height) && !found.some(({ rect }) => same(rect, one.rect))) found.push(one)
  }
  return found
}

/** Spans of the height that share a strip with their neighbours. */
export function windows(long: number, short: number): { from: number; to: number }[] {
  const length = Math.min(long, Math.round(WINDOW * short))
  const step = Math.max(1, Math.round(length - SHARED * short))
  const spans: { from: number; to: number }[] = []
  for (let from = 0; ; from += step) {
    const start = Math.min(from, long - length)
    spans.push({ from: start, to: start + length })
    if (start + length >= long) return spans
  }
}

/** Whether a region touches an inner edge of its window: the neighbour sees it whole. */
function cutOff({ corners }: Rect, from: number, to: number, height: number): boolean {
  const ys = corners.map(([, y]) => y)
  return (from > 0 && Math.min(...ys) <= from + MARGIN) || (to < height && Math.max(...ys) >= to - MARGIN)
}

/** Two looks at one line: the middle of one lies in the other. */
function same(a: Rect, b: Rect): boolean {
  const bounds = ({ corners }: Rect) => {
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  }
  const [p, q] = [bounds(a), bounds(b)]
  const inside = (outer: typeof p, inner: typeof p) => {
    const x = (inner.left + inner.right) / 2
    const y = (inner.top + inner.bottom) / 2
    return x > outer.left && x < outer.right && y > outer.top && y < outer.bottom
  }
  return inside(p, q) && inside(q, p)
}
