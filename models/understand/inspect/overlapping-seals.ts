/** A connected group of marked cells of a small picture. */
export interface Blob {
  x0: number
  y0: number
  x1: number
  y1: number
  cells: number[]
}

/** Round outlines told apart where several seals were stamped over each other. All in cells of the small picture. */
export interface Ring {
  x: number
  y: number
  r: number
  /** Share of the outline that is printed, 0–1. */
  share: number
}

const BINS = 48
const ANGLES = Array.from({ length: BINS }, (_, bin) => (2 * Math.PI * bin) / BINS)
/** The way from the middle of a circle of this radius to each of the points that stand for its outline. */
const outlineOf = (r: number): [number, number][] => ANGLES.map((angle) => [r * Math.cos(angle), r * Math.sin(angle)])
/** An outline under another seal is printed all the same: most of it shows. */
const LEAST = 0.75
/** A seal is strokes on paper, also under another one; within an emblem more than this is red. */
const MOST_FILLED = 0.5
/** Seals stamped nearer to each other than this (of their radius) cannot be told from one smeared seal. */
const APART = 0.55

/** So many printed cells vote, and so many centres are tried for each size. */
const VOTERS = 1500
const TRIED = 150

/** Share of a circle's outline on which marked cells lie. */
function outline(mask: Uint8Array, width: number, x: number, y: number, r: number): number {
  let hit = 0
  for (let bin = 0; bin < BINS; bin++) {
    const angle = (2 * Math.PI * bin) / BINS
    for (const away of [0, -1, 1]) {
      const px = Math.round(x + (r + away) * Math.cos(angle))
      const py = Math.round(y + (r + away) * Math.sin(angle))
      if (px < 0 || px >= width || !mask[py * width + px]) continue
      hit += 1
      break
    }
  }
  return hit / BINS
}

/** Share of a circle's inside on which marked cells lie. */
function filled(mask: Uint8Array, width: number, { x, y, r }: Omit<Ring, 'share'>): number {
  let [hit, n] = [0, 0]
  for (let dy = -r; dy <= r; dy++) {
    for (let dx = -r; dx <= r; dx++) {
      if (dx * dx + dy * dy > r * r) continue
      hit += mask[(y + dy) * width + x + dx] ?? 0
      n += 1
    }
  }
  return hit / n
}

/** Print reaches into all four corners of a blob: a rectangular stamp (仅供预览, 副本), whatever circles fit into it. */
function rectangular(cells: readonly number[], width: number, { x0, y0, x1, y1 }: Omit<Blob, 'cells'>): boolean {
  const reach = 0.12 * (Math.min(x1 - x0, y1 - y0) + 1)
  const corners = new Set<string>()
  for (const at of cells) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const [left, right, top, bottom] = [x - x0 < reach, x1 - x < reach, y - y0 < reach, y1 - y < reach]
    if ((left || right) && (top || bottom)) corners.add(`${left}${top}`)
  }
  return corners.size === 4
}

/**
 * The circles of one size whose outlines cover a joined blob of red print (`cells` of a mask `width` cells wide), most complete
 * first; empty when there are not at least two. Stamps of one office are of one size, as those of most papers are.
 */
export function overlappingSeals(mask: Uint8Array, width: number, { x0, y0, x1, y1, cells }: Blob): Ring[] {
  if (rectangular(cells, width, { x0, y0, x1, y1 })) return []
  const short = Math.min(x1 - x0, y1 - y0) + 1
  const every = Math.max(1, Math.floor(cells.length / VOTERS))
  let best: Ring[] = []
  for (let r = Math.round(0.28 * short); r <= 0.52 * short; r += short > 90 ? 2 : 1) {
    // Every printed cell votes for the centres of the circles it may lie on.
    const around = outlineOf(r)
    const votes = new Uint16Array((x1 - x0 + 1) * (y1 - y0 + 1))
    for (let n = 0; n < cells.length; n += every) {
      const at = cells[n] ?? 0
      const [cx, cy] = [at % width, Math.floor(at / width)]
      for (const [dx, dy] of around) {
        const [x, y] = [Math.round(cx + dx), Math.round(cy + dy)]
        if (x < x0 + 0.8 * r || x > x1 - 0.8 * r || y < y0 + 0.8 * r || y > y1 - 0.8 * r) continue
        const i = (y - y0) * (x1 - x0 + 1) + x - x0
        votes[i] = (votes[i] ?? 0) + 1
      }
    }
    let most = 0
    for (let i = 0; i < votes.length; i++) most = Math.max(most, votes[i] ?? 0)
    const peaks: [number, number][] = []
    for (let i = 0; i < votes.length; i++) if ((votes[i] ?? 0) > 0.6 * most) peaks.push([i, votes[i] ?? 0])
    peaks.sort((a, b) => b[1] - a[1])
    const rings: Ring[] = []
    for (const [i] of peaks.slice(0, TRIED)) {
      const [x, y] = [x0 + (i % (x1 - x0 + 1)), y0 + Math.floor(i / (x1 - x0 + 1))]
      if (rings.some((ring) => Math.hypot(ring.x - x, ring.y - y) < APART * r)) continue
      const share = outline(mask, width, x, y, r)
      if (share >= LEAST && filled(mask, width, { x, y, r }) <= MOST_FILLED) rings.push({ x, y, r, share })
    }
    const sum = (some: Ring[]) => some.reduce((total, { share }) => total + share, 0)
    if (rings.length >= 2 && covers(rings, { x0, y0, x1, y1 }) && sum(rings) > sum(best)) best = rings
  }
  return best
}

/** The circles reach to all four sides of the blob. */
function covers(rings: readonly Ring[], box: Omit<Blob, 'cells'>): boolean {
  const slack = 0.3 * (rings[0]?.r ?? 0)
  return (
    Math.min(...rings.map(({ x, r }) => x - r)) < box.x0 + slack &&
    Math.max(...rings.map(({ x, r }) => x + r)) > box.x1 - slack &&
    Math.min(...rings.map(({ y, r }) => y - r)) < box.y0 + slack &&
    Math.max(...rings.map(({ y, r }) => y + r)) > box.y1 - slack
  )
}

/** A ring joined with a frame shows this much of its outline, and stands apart from what is printed just outside of it. */
const LEAST_IN_FRAME = 0.75
const MOST_OUTSIDE = 0.45

/**
 * Rings within red print that is no seal as a whole: stamped over a red frame. Radii in cells, `least`–`most`; surest first,
 * none over another.
 */
export function sealsInFrame(
  mask: Uint8Array,
  width: number,
  { x0, y0, x1, y1, cells }: Blob,
  [least, most]: readonly [number, number],
): Ring[] {
  const across = x1 - x0 + 1
  const every = Math.max(1, Math.floor(cells.length / VOTERS))
  const found: Ring[] = []
  for (let r = Math.round(least); r <= most; r += 2) {
    const around = outlineOf(r)
    const votes = new Uint16Array(across * (y1 - y0 + 1))
    for (let n = 0; n < cells.length; n += every) {
      const at = cells[n] ?? 0
      const [cx, cy] = [at % width, Math.floor(at / width)]
      for (const [dx, dy] of around) {
        const [x, y] = [Math.round(cx + dx), Math.round(cy + dy)]
        if (x < x0 || x > x1 || y < y0 || y > y1) continue
        const i = (y - y0) * across + x - x0
        votes[i] = (votes[i] ?? 0) + 1
      }
    }
    let top = 0
    for (let i = 0; i < votes.length; i++) top = Math.max(top, votes[i] ?? 0)
    const peaks: [number, number][] = []
    for (let i = 0; i < votes.length; i++) if ((votes[i] ?? 0) > 0.7 * top) peaks.push([i, votes[i] ?? 0])
    peaks.sort((a, b) => b[1] - a[1])
    for (const [i] of peaks.slice(0, TRIED)) {
      const [x, y] = [x0 + (i % across), y0 + Math.floor(i / across)]
      const share = outline(mask, width, x, y, r)
      if (share >= LEAST_IN_FRAME && outline(mask, width, x, y, r + 4) < MOST_OUTSIDE) found.push({ x, y, r, share })
    }
  }
  found.sort((a, b) => b.share - a.share || b.r - a.r)
  const kept: Ring[] = []
  for (const ring of found)
    if (kept.every((other) => Math.hypot(other.x - ring.x, other.y - ring.y) > 1.2 * other.r)) kept.push(ring)
  return kept.slice(0, 4)
}
