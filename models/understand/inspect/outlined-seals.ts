import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark, SealShape } from '../../../facts/reading.ts'
import { cutSeal, offPaperOf } from './cut-seal.ts'
import { inkCells, inkColour } from './dark-seals.ts'
import {
  alongHull,
  areaOf,
  drawnAlong,
  hullOf,
  isElliptic,
  isTriangular,
  leastRectangle,
  type Point,
  shapeOf,
} from './outline.ts'
import { paperOf } from './paper.ts'
import { luminance, type Small } from './pixels.ts'

/** Paper enclosed by ink on all sides, or by ink and the paper's edge: what lies within a seal's outline. */
interface Enclosed {
  id: number
  x0: number
  y0: number
  x1: number
  y1: number
  cells: Int32Array
}

/** A seal takes this share of the page's shorter side; what the edge leaves of one may be narrower, less so on a desk as light as paper. */
const [LEAST, MOST, LEAST_CUT, LEAST_AT_EDGE] = [0.075, 0.34, 0.02, 0.05]
/** Of a seal's outline so much is drawn, and so much of what lies about it is the page's open paper. */
const [DRAWN, OPEN] = [0.9, 0.6]
/** What an outline encloses is paper with a name or a star: so much of it is clear, and as light as the paper about it but for this share. */
const [CLEAR, LIGHT] = [0.4, 0.84]
/** An outline longer than this many of its widths is no seal's. */
const LONGEST = 1.9
/** From so far off the print's direction on (radians) a square was stamped by hand, not printed. */
const ASKEW = 0.035
/** Darker than this share of the paper about it is no paper: a desk begins right behind the edge. */
const DARK = 0.62
/** How far outside of an outline the paper about it is looked at, in cells. */
const ABOUT = 5

/** Numbers the areas of a picture that no wall divides (4-neighbours); 0 is wall. */
function areas(wall: Uint8Array, width: number, height: number): { ids: Int32Array; found: Enclosed[] } {
  const ids = new Int32Array(wall.length)
  const found: Enclosed[] = []
  const queue = new Int32Array(wall.length)
  let end = 0
  const take = (at: number, id: number) => {
    if (wall[at] || ids[at]) return
    ids[at] = id
    queue[end++] = at
  }
  for (let start = 0; start < wall.length; start += 1) {
    if (wall[start] || ids[start]) continue
    const from = end
    const area: Enclosed = { id: found.length + 1, x0: width, y0: height, x1: 0, y1: 0, cells: queue.subarray(0, 0) }
    take(start, area.id)
    for (let n = from; n < end; n += 1) {
      const at = queue[n] as number
      const x = at % width
      const y = (at - x) / width
      if (x < area.x0) area.x0 = x
      if (x > area.x1) area.x1 = x
      if (y < area.y0) area.y0 = y
      if (y > area.y1) area.y1 = y
      if (x > 0) take(at - 1, area.id)
      if (x < width - 1) take(at + 1, area.id)
      if (y > 0) take(at - width, area.id)
      if (y < height - 1) take(at + width, area.id)
    }
    area.cells = queue.subarray(from, end)
    found.push(area)
  }
  return { ids, found }
}

/** Ink made one cell thicker, so that pale places leave no way through a line. */
function thickened(ink: Uint8Array, width: number): Uint8Array {
  const wall = ink.slice()
  for (let at = 0; at < ink.length; at += 1) {
    if (!ink[at]) continue
    for (const next of [at - 1, at + 1, at - width, at + width]) if (next >= 0 && next < wall.length) wall[next] = 1
  }
  return wall
}

/** The convex hull of an area, one cell wider: on the line that encloses it. */
function hullAround({ cells, x0, x1, y0, y1 }: Enclosed, width: number): Point[] {
  const rows = new Map<number, [number, number]>()
  for (const at of cells) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const row = rows.get(y)
    if (!row) rows.set(y, [x, x])
    else if (x < row[0]) row[0] = x
    else if (x > row[1]) row[1] = x
  }
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const hull = hullOf(
    [...rows].flatMap(([y, [from, to]]): Point[] => [
      [from, y],
      [to, y],
    ]),
  )
  return hull.map(([x, y]): Point => {
    const away = Math.max(1, Math.hypot(x - mx, y - my))
    return [x + (1.5 * (x - mx)) / away, y + (1.5 * (y - my)) / away]
  })
}

/** So far outside of a hull (cells) lies what its paper's edge is seen by. */
const BEHIND = [4, 6, 8]

/** Points along a hull that lie on the paper: the others lie on the cut. */
function onPaper(hull: readonly Point[], beyond: (x: number, y: number) => boolean): Point[] {
  const outside = BEHIND.map((away) => outward(hull, away))
  return alongHull(hull, 2).filter((_, i) => outside.every((points) => !beyond(...(points[i] as Point))))
}

/** The direction of the page's print (radians): the middle one of its longer lines. */
function directionOf(lines: readonly Line[]): number {
  const angles = lines
    .filter(({ text }) => text.length > 5)
    .map(({ box }) => Math.atan2(box[3] - box[1], box[2] - box[0]))
    .sort((a, b) => a - b)
  return angles[Math.floor(angles.length / 2)] ?? 0
}

/** What kind of outline a hull is, where stamps have one; a level square is a frame. */
function outlineOf(hull: readonly Point[], level: number): SealShape | null {
  const [long, short, angle] = leastRectangle(hull)
  if (long > LONGEST * short) return null
  const shape = shapeOf(hull)
  if (shape === 'round' || shape === 'oval') return isElliptic(hull) ? shape : null
  if (shape === 'triangle') return isTriangular(hull) ? shape : null
  const off = Math.abs(angle - level) % (Math.PI / 2)
  return Math.min(off, Math.PI / 2 - off) > ASKEW ? shape : null
}

/**
 * Seals by the paper that their outlines enclose, whatever is printed across them: those of a copy without colour, of any shape,
 * also cut off by the page's edge. Boxes in page pixels.
 */
export function outlinedSeals(small: Small, page: number, lines: readonly Line[]): Mark[] {
  const { width, height, step } = small
  const light = luminance(small)
  const ink = inkCells(small, light)
  const short = Math.min(width, height)
  const paper = paperOf(small)
  const offPaper = offPaperOf(small, paper)
  const wall = thickened(ink, width)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      if (!wall[at] && ((light[at] ?? 0) < DARK * lightOfColour(paper.at(x, y)) || offPaper(x, y))) wall[at] = 1
    }
  const { ids, found } = areas(wall, width, height)
  const open = found.reduce<Enclosed | null>(
    (most, area) => (area.cells.length > (most?.cells.length ?? 0) ? area : most),
    null,
  )
  if (!open) return []
  const direction = directionOf(lines)
  // What no line divides from the picture's edge is the desk, where it is not the paper itself.
  const desk = new Set(found.flatMap((area) => (touchesEdge(area, small) && area.id !== open.id ? [area.id] : [])))
  const off = (x: number, y: number) =>
    offPaper(x, y) || (x >= 0 && y >= 0 && x < width && y < height && desk.has(ids[y * width + x] ?? 0))
  return found.flatMap((area): Mark[] => {
    const [w, h] = [area.x1 - area.x0 + 1, area.y1 - area.y0 + 1]
    if (area.id === open.id || Math.max(w, h) > MOST * short || Math.max(w, h) < LEAST * short) return []
    if (desk.has(area.id) || Math.min(w, h) < LEAST_CUT * short) return []
    const hull = hullAround(area, width)
    if (
      area.cells.length < CLEAR * areaOf(hull) ||
      lightOf(light, width, area) < LIGHT * lightAbout(light, small, hull)
    )
      return []
    // Between the rules of a printed frame small pieces of paper are closed in, too.
    const edge = Math.min(w, h) < LEAST_AT_EDGE * short ? null : beyondEdge(hull, ink, small, lines)
    const beyond = (x: number, y: number) => off(x, y) || (edge?.(x, y) ?? false)
    const cut = cutSeal(onPaper(hull, beyond), ink, small, beyond)
    const drawn = cut ? cut.shown : drawnAlong(hull, ink, width)
    const shape = cut ? 'round' : outlineOf(hull, direction)
    if (!shape || openAbout(hull, small, ids, open.id, beyond) < OPEN) return []
    if (!cut && (drawn < DRAWN || Math.min(w, h) < LEAST * short)) return []
    const xs = hull.map(([x]) => x * step)
    const ys = hull.map(([, y]) => y * step)
    const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    const box: Box = [left, top, right, top, right, bottom, left, bottom]
    const kind = cut ? 'cross-page-seal' : 'seal'
    const colour = inkColour(small, ink, outward(hull, 0), outward(hull, ABOUT))
    return [{ kind, present: true, page, box, confidence: Math.min(0.85, 0.4 + 0.45 * drawn), colour, shape }]
  })
}

/** Corners of a hull within so many cells of a line lie on it. */
const ON_LINE = 2

/** The longest straight stretch of a hull, as its two ends with the hull on the left; corners between them lie on it. */
function straightOf(hull: readonly Point[]): [Point, Point] {
  const n = hull.length
  const at = (i: number) => hull[i % n] as Point
  let best: [Point, Point] = [at(0), at(1)]
  let most = 0
  for (let i = 0; i < n; i += 1) {
    for (let span = 1; span < n - 1; span += 1) {
      const [a, b] = [at(i), at(i + span)]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      const off = (p: Point) =>
        Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / Math.max(1, length)
      if (!Array.from({ length: span - 1 }, (_, k) => at(i + k + 1)).every((p) => off(p) <= ON_LINE)) break
      if (length > most) [most, best] = [length, [a, b]]
    }
  }
  return best
}

/** A line that is the paper's edge goes on past a seal: so much of it is drawn, as far again to both sides. */
const GOES_ON = 0.8

/**
 * The paper's edge along a hull's straight side, on a desk as light as paper: a line that goes on to both sides and has the whole
 * print on one. Whether a place lies beyond; null without one.
 */
function beyondEdge(
  hull: readonly Point[],
  ink: Uint8Array,
  { width, step }: Small,
  lines: readonly Line[],
): ((x: number, y: number) => boolean) | null {
  const [a, b] = straightOf(hull)
  const length = Math.max(1, Math.hypot(b[0] - a[0], b[1] - a[1]))
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const side = (x: number, y: number) => ux * (y - a[1]) - uy * (x - a[0])
  const inner = Math.sign(hull.reduce((sum, [x, y]) => sum + side(x, y), 0))
  let [on, n] = [0, 0]
  for (let k = Math.round(-length); k <= 2 * length; k += 1) {
    if (k >= 0 && k <= length) continue
    const [x, y] = [Math.round(a[0] + k * ux), Math.round(a[1] + k * uy)]
    let hit = false
    for (let away = -3; away <= 3; away += 1)
      hit ||= ink[Math.round(y + away * ux) * width + Math.round(x - away * uy)] === 1
    on += Number(hit)
    n += 1
  }
  if (on < GOES_ON * n || lines.length === 0) return null
  const within = lines.every(({ box }) =>
    [0, 2, 4, 6].every((i) => inner * side((box[i] ?? 0) / step, (box[i + 1] ?? 0) / step) > -ON_LINE),
  )
  return within ? (x, y) => inner * side(x, y) < -1 : null
}

const touchesEdge = ({ x0, y0, x1, y1 }: Enclosed, { width, height }: Small) =>
  x0 === 0 || y0 === 0 || x1 === width - 1 || y1 === height - 1

const lightOfColour = ([r, g, b]: readonly [number, number, number]) => 0.299 * r + 0.587 * g + 0.114 * b

/** Points along a hull, so many cells outside of it. */
function outward(hull: readonly Point[], away: number): Point[] {
  const [mx, my] = [0, 1].map((at) => hull.reduce((sum, point) => sum + (point[at] as number), 0) / hull.length) as [
    number,
    number,
  ]
  return alongHull(hull, 2).map(([x, y]): Point => {
    const far = Math.max(1, Math.hypot(x - mx, y - my))
    return [Math.round(x + (away * (x - mx)) / far), Math.round(y + (away * (y - my)) / far)]
  })
}

/** The light in the middle of an area, its star or name included. */
const lightOf = (light: Float32Array, width: number, { x0, x1, y0, y1 }: Enclosed) => {
  let [sum, n] = [0, 0]
  const [cx, cy, rx, ry] = [(x0 + x1) / 2, (y0 + y1) / 2, 0.3 * (x1 - x0), 0.3 * (y1 - y0)]
  for (let y = Math.ceil(cy - ry); y <= cy + ry; y += 1)
    for (let x = Math.ceil(cx - rx); x <= cx + rx; x += 1) {
      sum += light[y * width + x] ?? 0
      n += 1
    }
  return sum / Math.max(1, n)
}

/** The light about an outline: the middle one of the places outside of it. */
function lightAbout(light: Float32Array, { width, height }: Small, hull: readonly Point[]): number {
  const about = outward(hull, ABOUT)
    .filter(([x, y]) => x >= 0 && y >= 0 && x < width && y < height)
    .map(([x, y]) => light[y * width + x] ?? 0)
    .sort((a, b) => a - b)
  return about[Math.floor(about.length / 2)] ?? 255
}

/** Share of what lies about an outline, on its paper, that is the page's open paper; print across it does not count. */
function openAbout(
  hull: readonly Point[],
  { width, height }: Small,
  ids: Int32Array,
  open: number,
  beyond: (x: number, y: number) => boolean,
): number {
  const about = outward(hull, ABOUT).flatMap(([x, y]) =>
    x >= 0 && y >= 0 && x < width && y < height && !beyond(x, y) ? [ids[y * width + x] ?? 0] : [],
  )
  const paper = about.filter((id) => id !== 0)
  return paper.filter((id) => id === open).length / Math.max(1, paper.length)
}
