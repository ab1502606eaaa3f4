import { circleThrough, type Point } from './outline.ts'
import type { Paper } from './paper.ts'
import type { Small } from './pixels.ts'

/** Directions in which a circle is looked at. */
const BINS = 72
/** What lies about a place, in cells: print on the paper is thinner. */
const ABOUT = [-3, 0, 3]
/** Paper is at least so light beside the page's (0–1), and of its colour but for so much. */
const [LIGHT, TINT] = [0.62, 0.16]

/** Whether a place lies off the paper: beyond the picture, or where nothing about it has the paper's light and colour. */
export function offPaperOf({ width, height, rgb }: Small, { page }: Paper): (x: number, y: number) => boolean {
  const isPaper = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false
    const at = 3 * (y * width + x)
    const r = (rgb[at] ?? 0) / page[0]
    const g = (rgb[at + 1] ?? 0) / page[1]
    const b = (rgb[at + 2] ?? 0) / page[2]
    return Math.min(r, g, b) > LIGHT && Math.max(r, g, b) - Math.min(r, g, b) < TINT
  }
  return (x, y) => {
    const [cx, cy] = [Math.round(x), Math.round(y)]
    return !isPaper(cx, cy) && ABOUT.every((dy) => ABOUT.every((dx) => !isPaper(cx + dx, cy + dy)))
  }
}

/** A seal's radius as a share of the page's shorter side. */
const [LEAST, MOST] = [0.055, 0.17]
/** Its outline lies on a circle but for this share of the radius. */
const ROUND = 0.05
/** Of the directions on the paper so many show the outline, and of all so many. */
const [DRAWN, LEFT] = [0.8, 0.15]
/** So many directions lie off the paper; where that is beyond the picture, a seal that mostly shows may have been cut by the camera. */
const [BEYOND, BEYOND_PICTURE] = [0.15, 0.28]

/**
 * The part of a round seal that the page's edge leaves, by the convex hull of its print: hull points lie on the circle, the
 * cut is a straight line between two of them. `shown`: share of the outline on the paper that is printed. Null for anything else.
 */
export function cutSeal(
  hull: readonly Point[],
  red: Uint8Array,
  { width, height }: Small,
  offPaper: (x: number, y: number) => boolean,
): { shown: number } | null {
  const circle = circleThrough(hull)
  const short = Math.min(width, height)
  if (!circle || circle.off > ROUND || circle.r < LEAST * short || circle.r > MOST * short) return null
  const reach = Math.max(2, Math.round(0.06 * circle.r))
  let [on, off, outside] = [0, 0, 0]
  for (let bin = 0; bin < BINS; bin += 1) {
    const angle = (2 * Math.PI * bin) / BINS
    const place = (radius: number): Point => [
      Math.round(circle.x + radius * Math.cos(angle)),
      Math.round(circle.y + radius * Math.sin(angle)),
    ]
    let printed = false
    for (let away = -reach; away <= reach; away += 1) {
      const [x, y] = place(circle.r + away)
      printed ||= x >= 0 && y >= 0 && x < width && y < height && red[y * width + x] === 1
    }
    if (printed) on += 1
    else if (offPaper(...place(circle.r))) {
      const [x, y] = place(circle.r)
      off += 1
      if (x < 0 || y < 0 || x >= width || y >= height) outside += 1
    }
  }
  const shown = on / Math.max(1, BINS - off)
  const least = outside > off / 2 ? BEYOND_PICTURE : BEYOND
  return off >= least * BINS && on >= LEFT * BINS && shown >= DRAWN ? { shown } : null
}
