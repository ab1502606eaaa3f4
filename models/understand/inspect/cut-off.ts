import type { Line } from '../../../facts/reading.ts'
import { median } from '../frame.ts'
import { quantile, type Small } from './pixels.ts'

/** Depth in cells of the strip along a picture's edge, and of the print next to it by which its paper is known. */
const [STRIP, BESIDE] = [3, 60]
/** A cell looks like paper that is as light within this share, and of the same colour within this (shares of the paper's light). */
const [LIGHT, COLOUR] = [0.16, 0.08]
/** With this share of such cells the paper runs out of the picture along an edge; up to the second it ends before it. */
const [RUNS, ENDS] = [0.6, 0.3]
/** Print so near to an edge (in heights of a line) is cut, or the next line was: at the ends of lines, and above or below them. */
const [TOUCHES, NEXT] = [0.4, 0.2]
/** Fewer cells along an edge show nothing. */
const FEW = 12

/** A cell this dark beside so many others of the strip (1 = as light) is ink. */
const [INK, ABOUT] = [0.75, 30]
/** What runs over an edge takes no more of it than this, and has so many cells of paper on both sides. */
const [WIDE, RIM] = [0.35, 5]

const SIDES = ['left', 'right', 'top', 'bottom'] as const
type Side = (typeof SIDES)[number]
const OPPOSITE: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }

interface Extent {
  left: number
  right: number
  top: number
  bottom: number
}

const extentOf = (boxes: readonly Line['box'][]): Extent => {
  const xs = boxes.flatMap((box) => [box[0], box[2], box[4], box[6]])
  const ys = boxes.flatMap((box) => [box[1], box[3], box[5], box[7]])
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Cells of a rectangle, given in cells from a side inwards (`depth`) and along it; every `step`-th along it. */
function cellsFrom(
  { width, height }: Small,
  side: Side,
  depth: [number, number],
  along: [number, number],
  step = 1,
): number[] {
  const upright = side === 'left' || side === 'right'
  const [deep, long] = upright ? [width, height] : [height, width]
  const cells: number[] = []
  for (let a = Math.max(0, along[0]); a < Math.min(long, along[1]); a += step) {
    for (let d = Math.max(0, depth[0]); d < Math.min(deep, depth[1]); d += 1) {
      const inward = side === 'left' || side === 'top' ? d : deep - 1 - d
      cells.push(upright ? a * width + inward : inward * width + a)
    }
  }
  return cells
}

/** What stands along a side of a picture, beside the print: the share that looks like the paper of the print next to it, and whether ink runs over the edge. */
interface Seen {
  paper: number
  ink: boolean
}

function alongSide(small: Small, light: Float32Array, side: Side, print: Extent, gap: number): Seen | null {
  const { step, rgb } = small
  const upright = side === 'left' || side === 'right'
  const span = (upright ? [print.top, print.bottom] : [print.left, print.right]).map((v) => Math.round(v / step))
  const along: [number, number] = [span[0] ?? 0, span[1] ?? 0]
  const near = Math.round(gap / step)
  const inside = cellsFrom(small, side, [near, near + BESIDE], along, 8)
  const strip = cellsFrom(small, side, [0, STRIP], along)
  if (inside.length < FEW || strip.length < FEW) return null
  const level = quantile(
    inside.map((at) => light[at] ?? 0),
    0.7,
  )
  const paper = inside.filter((at) => (light[at] ?? 0) > 0.92 * level)
  const tint = (at: number, c: number) =>
    ((rgb[3 * at + c] ?? 0) - (rgb[3 * at + 1] ?? 0)) / Math.max(1, light[at] ?? 0)
  const [red, blue] = [0, 2].map((c) => paper.reduce((sum, at) => sum + tint(at, c), 0) / Math.max(1, paper.length))
  const like = strip.map(
    (at) =>
      Math.abs((light[at] ?? 0) - level) < LIGHT * level &&
      Math.abs(tint(at, 0) - (red ?? 0)) < COLOUR &&
      Math.abs(tint(at, 2) - (blue ?? 0)) < COLOUR,
  )
  const rows = Array.from({ length: Math.floor(strip.length / STRIP) }, (_, i) => i * STRIP)
  const bare = rows.map((i) => like[i] && like[i + 1] && like[i + 2])
  const dark = rows.map((i, k) => {
    if (bare[k]) return false
    const about = strip.slice(Math.max(0, STRIP * (k - ABOUT)), STRIP * (k + ABOUT)).map((at) => light[at] ?? 0)
    return strip.slice(i, i + STRIP).every((at) => (light[at] ?? 0) < INK * quantile(about, 0.7))
  })
  const paperAt = (from: number) => bare.slice(Math.max(0, from), from + RIM).filter(Boolean).length >= RIM - 1
  const ink = dark.some((one, i) => {
    if (!one || dark[i - 1]) return false
    const width = dark.slice(i).findIndex((other) => !other)
    return width > 0 && width < WIDE * rows.length && paperAt(i - RIM - 1) && paperAt(i + width + 1)
  })
  return { paper: like.filter(Boolean).length / strip.length, ink }
}

/**
 * Sides on which a page was cut through its print: the paper runs out of the picture there with print at the very edge or
 * rules running over it, while it ends inside the picture on the other side and on a third. A picture that the paper fills
 * was cut close around, or scanned.
 */
export function cutSides(
  page: { width: number; height: number },
  lines: readonly Line[],
  small: Small,
  light: Float32Array,
): Side[] {
  const print = lines.filter(({ confidence, text }) => confidence > 0.5 && [...text].length > 1)
  if (print.length < 4) return []
  const high = median(print.map(({ box }) => Math.hypot(box[6] - box[0], box[7] - box[1])))
  const extent = extentOf(print.map(({ box }) => box))
  const gaps: Record<Side, number> = {
    left: extent.left,
    right: page.width - extent.right,
    top: extent.top,
    bottom: page.height - extent.bottom,
  }
  const seen = SIDES.map((side) => alongSide(small, light, side, extent, Math.max(0, gaps[side])))
  const ends = (side: Side) => {
    const one = seen[SIDES.indexOf(side)]
    return one ? one.paper <= ENDS : false
  }
  return SIDES.filter((side, i) => {
    const here = seen[i]
    if (!here || here.paper < RUNS || !ends(OPPOSITE[side])) return false
    if (SIDES.filter(ends).length < 2) return false
    return here.ink || gaps[side] < (side === 'left' || side === 'right' ? TOUCHES : NEXT) * high
  })
}
