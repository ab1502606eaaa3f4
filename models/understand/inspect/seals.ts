import type { Box } from '../../../facts/fact.ts'
import type { Mark, MarkKind, SealShape } from '../../../facts/reading.ts'
import { cutSeal, offPaperOf } from './cut-seal.ts'
import { drawnAlong, hullOf, leastRectangle, type Point, shapeOf } from './outline.ts'
import { type Blob, overlappingSeals, type Ring, sealsInFrame } from './overlapping-seals.ts'
import { type Paper, paperOf } from './paper.ts'
import type { Small } from './pixels.ts'

/** Cells printed in seal red, seen against the paper's own colour: also in dim or yellowish light, also faint. */
function redCells(small: Small, { at }: Paper): Uint8Array {
  const { width, height, rgb } = small
  const red = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x
      const [pr, pg, pb] = at(x, y)
      const [r, g, b] = [(rgb[3 * i] ?? 0) / pr, (rgb[3 * i + 1] ?? 0) / pg, (rgb[3 * i + 2] ?? 0) / pb]
      // Gold print and wooden tables are red over blue but hardly over green.
      if (r > 0.3 && r - g > 0.1 && r - b > 0.06 && r - g > 2 * (g - b)) red[i] = 1
    }
  }
  return red
}

/** Squares of this side (of the page's shorter one) that are red throughout are no stamp's strokes. */
const SOLID = 0.035
/** Red in this share of a square's cells is red throughout: folds and grain leave holes. */
const THROUGHOUT = 0.95

/** Marked cells without those of solid areas: behind a portrait, in an emblem, on a cover. */
function strokesOf(mask: Uint8Array, width: number, height: number): Uint8Array {
  const side = Math.round(SOLID * Math.min(width, height))
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += mask[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  const strokes = mask.slice()
  const edge = 2
  for (let y = 0; y + side <= height; y += 1) {
    for (let x = 0; x + side <= width; x += 1) {
      const [top, bottom] = [y * (width + 1) + x, (y + side) * (width + 1) + x]
      const sum = (sums[bottom + side] ?? 0) - (sums[bottom] ?? 0) - (sums[top + side] ?? 0) + (sums[top] ?? 0)
      if (sum < THROUGHOUT * side * side) continue
      for (let line = Math.max(0, y - edge); line < Math.min(height, y + side + edge); line += 1)
        strokes.fill(0, line * width + Math.max(0, x - edge), line * width + Math.min(width, x + side + edge))
    }
  }
  return strokes
}

/** Connected groups of marked cells, joined over gaps of up to `reach` cells. */
export function blobs(mask: Uint8Array, width: number, height: number, reach: number): Blob[] {
  const seen = new Uint8Array(mask.length)
  const found: Blob[] = []
  for (let start = 0; start < mask.length; start += 1) {
    if (!mask[start] || seen[start]) continue
    const blob: Blob = { x0: width, y0: height, x1: 0, y1: 0, cells: [] }
    const queue = [start]
    seen[start] = 1
    while (queue.length > 0) {
      const at = queue.pop() ?? 0
      const [x, y] = [at % width, Math.floor(at / width)]
      blob.cells.push(at)
      blob.x0 = Math.min(blob.x0, x)
      blob.x1 = Math.max(blob.x1, x)
      blob.y0 = Math.min(blob.y0, y)
      blob.y1 = Math.max(blob.y1, y)
      for (let dy = -reach; dy <= reach; dy += 1) {
        for (let dx = -reach; dx <= reach; dx += 1) {
          const [nx, ny] = [x + dx, y + dy]
          const next = ny * width + nx
          if (nx < 0 || ny < 0 || nx >= width || ny >= height || !mask[next] || seen[next]) continue
          seen[next] = 1
          queue.push(next)
        }
      }
    }
    found.push(blob)
  }
  return found
}

const BINS = 36
/** White characters leave so much of a person's seal red. */
const STAMPED = 0.8
/** An emblem is filled to more than this share; what is left of one beside its solid middle, to more than the lesser. */
const [EMBLEM, RIM] = [0.62, 0.4]

/** A star fills the middle of a seal, an emblem more of it: from so far out (of the radius) solid red is no star. */
const STAR = 0.45

/** How much of a round or square outline the blob covers (0–1), how much of its inside `all` red fills, and whether solid red beside a star lies there. */
function outlineOf(blob: Blob, width: number, all: Uint8Array, strokes: Uint8Array, star: number) {
  const [cx, cy] = [(blob.x0 + blob.x1) / 2, (blob.y0 + blob.y1) / 2]
  const [rx, ry] = [Math.max(1, (blob.x1 - blob.x0) / 2), Math.max(1, (blob.y1 - blob.y0) / 2)]
  const ring = new Uint8Array(BINS)
  const frame = new Uint8Array(BINS)
  for (const at of blob.cells) {
    const [x, y] = [((at % width) - cx) / rx, (Math.floor(at / width) - cy) / ry]
    const bin = Math.min(BINS - 1, Math.floor(((Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) * BINS))
    const r = Math.hypot(x, y)
    if (r > 0.82 && r < 1.12) ring[bin] = 1
    if (Math.max(Math.abs(x), Math.abs(y)) > 0.85) frame[bin] = 1
  }
  let inside = 0
  let solid = false
  for (let y = blob.y0; y <= blob.y1; y += 1) {
    for (let x = blob.x0; x <= blob.x1; x += 1) {
      const at = y * width + x
      const r = Math.hypot((x - cx) / rx, (y - cy) / ry)
      if (all[at] && !strokes[at] && r > star) solid = true
      if (r < 0.7) inside += all[at] ?? 0
    }
  }
  const share = (bins: Uint8Array) => bins.reduce((sum, bin) => sum + bin, 0) / BINS
  return { ring: share(ring), frame: share(frame), inside: inside / (Math.PI * 0.49 * rx * ry), solid }
}

/** What a blob of red print is, where it is a seal; `drawn`: the share of its outline that shows. */
interface Seen {
  kind: MarkKind
  shape: SealShape
  drawn: number
}

function markAt({ x0, y0, x1, y1 }: Omit<Blob, 'cells'>, s: number, page: number, { drawn, kind, shape }: Seen): Mark {
  const [left, top, right, bottom] = [x0 * s, y0 * s, (x1 + 1) * s, (y1 + 1) * s]
  const box: Box = [left, top, right, top, right, bottom, left, bottom]
  return { kind, present: true, page, box, confidence: Math.min(0.97, 0.45 + 0.5 * drawn), colour: 'red', shape }
}

const ringAt = ({ x, y, r, share }: Ring, s: number, page: number): Mark =>
  markAt({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }, s, page, { kind: 'seal', shape: 'round', drawn: share })

/** The convex hull of a blob: the ends of its rows tell it. */
function hullOfBlob({ cells, y0, y1 }: Blob, width: number): Point[] {
  const rows = Array.from({ length: y1 - y0 + 1 }, () => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
  for (const at of cells) {
    const [x, row] = [at % width, rows[Math.floor(at / width) - y0] as number[]]
    row[0] = Math.min(row[0] as number, x)
    row[1] = Math.max(row[1] as number, x)
  }
  return hullOf(
    rows.flatMap(([from, to], i) =>
      from === undefined || to === undefined || from > to
        ? []
        : ([
            [from, y0 + i],
            [to, y0 + i],
          ] as Point[]),
    ),
  )
}

/** A seal's straight sides are drawn at least so far. */
const SIDES = 0.8

/** Two seals over each other are so many times as long as wide. */
const TWO_SEALS = 1.2
/** A seal's shorter side takes at least this share of the page's; a person's square one may be smaller. */
const [LEAST, LEAST_SQUARE] = [0.05, 0.028]
/** A person's seal has sides up to so many heights of the page's print, or this share of the page where no print was read. */
const [PERSONAL, PERSONAL_SHARE] = [5, 0.09]
/** Sides of a person's seal show at least so much of it; characters of a red heading are filled less evenly. */
const FRAMED = 0.85

/** Whether a square blob is a person's seal: framed, small beside the print, and none of a row of red characters. */
function isPersonal(blob: Blob, others: readonly Blob[], frame: number, most: number): boolean {
  const [w, h] = sizeOf(blob)
  const alike = (other: Blob) => {
    const [ow, oh] = sizeOf(other)
    const level = Math.abs(other.y0 + other.y1 - blob.y0 - blob.y1) < h
    return other !== blob && level && oh > 0.6 * h && oh < 1.6 * h && ow < 2 * w && Math.abs(other.x0 - blob.x0) < 4 * w
  }
  return frame >= FRAMED && Math.max(w, h) <= most && !others.some(alike)
}

const sizeOf = ({ x0, y0, x1, y1 }: Blob): [number, number] => [x1 - x0 + 1, y1 - y0 + 1]

/**
 * Red seals on a page: outlines that are not filled like an emblem, whole, a person's, or cut off by the page's edge. Boxes in
 * page pixels. `print`: height of the page's print in its pixels, where some was read.
 */
export function redSeals(small: Small, page: number, print: number | null = null): Mark[] {
  const paper = paperOf(small)
  const all = redCells(small, paper)
  const share = all.reduce((sum, cell) => sum + cell, 0) / all.length
  // A page mostly red is a red cover or a colour cast: nothing on it can be told apart.
  if (share > 0.35) return []
  const { width, height, step } = small
  const red = strokesOf(all, width, height)
  const short = Math.min(width, height)
  const offPaper = offPaperOf(small, paper)
  const most = print === null ? PERSONAL_SHARE * short : (PERSONAL * print) / step
  const marks: Mark[] = []
  const found = blobs(red, width, height, Math.max(1, Math.round(short / 220)))
  for (const blob of found) {
    const [w, h] = sizeOf(blob)
    if (Math.min(w, h) < 0.02 * short || Math.max(w, h) < LEAST_SQUARE * short) continue
    const hull = hullOfBlob(blob, width)
    const [long, wide] = leastRectangle(hull)
    const joined = long > TWO_SEALS * wide && wide >= 0.07 * short && long < 0.8 * short
    const rings = joined ? overlappingSeals(red, width, blob) : []
    marks.push(...rings.map((ring) => ringAt(ring, step, page)))
    if (rings.length > 0) continue
    // A frame around the page, with a seal stamped over it.
    if (Math.max(w, h) > 0.6 * short && Math.min(w, h) > 0.12 * short) {
      const over = sealsInFrame(red, width, blob, [0.055 * short, 0.15 * short])
      marks.push(...over.map((ring) => ringAt(ring, step, page)))
      continue
    }
    if (Math.max(w, h) > 0.6 * short) continue
    const shape = shapeOf(hull)
    const rounded = shape === 'round' || shape === 'oval'
    const { ring, frame, inside, solid } = outlineOf(blob, width, all, red, rounded ? STAR : 0)
    const cut = inside <= EMBLEM && !solid ? cutSeal(hull, red, small, offPaper) : null
    if (cut) {
      marks.push(markAt(blob, step, page, { kind: 'cross-page-seal', shape: 'round', drawn: cut.shown }))
      continue
    }
    const sides = rounded ? 0 : drawnAlong(hull, red, width)
    if (shape === 'square' && inside <= STAMPED && isPersonal(blob, found, Math.max(frame, sides), most)) {
      marks.push(markAt(blob, step, page, { kind: 'personal-seal', shape, drawn: frame }))
      continue
    }
    if (Math.min(w, h) < LEAST * short || w / h > 2.4 || h / w > 2.4) continue
    const round = shape !== 'square' && shape !== 'rectangle' && w / h < 1.8 && h / w < 1.8 && ring >= 0.5
    const border = blob.x0 === 0 || blob.y0 === 0 || blob.x1 === width - 1 || blob.y1 === height - 1
    // What runs out of the picture is a table or a hand, unless most of a ring shows.
    if (
      inside > (solid ? RIM : EMBLEM) ||
      (!round && (border || (frame < 0.6 && sides < SIDES))) ||
      (border && ring < 0.6)
    )
      continue
    marks.push(markAt(blob, step, page, { kind: 'seal', shape, drawn: Math.max(ring, round ? 0 : frame, sides) }))
  }
  // The star within a ring, drawn apart from it, is part of the same seal.
  return marks.filter((mark) => !marks.some((other) => other !== mark && within(mark, other)))
}

function within({ box }: Mark, { box: outer }: Mark): boolean {
  if (!box || !outer) return false
  return box[0] >= outer[0] && box[1] >= outer[1] && box[4] <= outer[4] && box[5] <= outer[5]
}
