import type { Box } from '../../../facts/fact.ts'
import type { Mark } from '../../../facts/reading.ts'
import { type Blob, overlappingSeals, sealsInFrame } from './overlapping-seals.ts'
import { luminance, quantile, type Small } from './pixels.ts'

/** The paper's colour: the middle of the brighter half of the page, per channel. */
function paperOf(small: Small): [number, number, number] {
  const light = luminance(small)
  const middle = quantile(light, 0.5)
  const channels: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < light.length; i += 7) {
    if ((light[i] ?? 0) < middle) continue
    for (const c of [0, 1, 2] as const) channels[c].push(small.rgb[3 * i + c] ?? 0)
  }
  return [quantile(channels[0], 0.5), quantile(channels[1], 0.5), quantile(channels[2], 0.5)].map((v) =>
    Math.max(40, v),
  ) as [number, number, number]
}

/** Cells printed in seal red, seen against the paper's own colour: also in dim or yellowish light, also faint. */
function redCells(small: Small): Uint8Array {
  const [pr, pg, pb] = paperOf(small)
  const red = new Uint8Array(small.width * small.height)
  for (let i = 0; i < red.length; i += 1) {
    const [r, g, b] = [(small.rgb[3 * i] ?? 0) / pr, (small.rgb[3 * i + 1] ?? 0) / pg, (small.rgb[3 * i + 2] ?? 0) / pb]
    // Gold print and wooden tables are red over blue but hardly over green.
    if (r > 0.3 && r - g > 0.1 && r - b > 0.06 && r - g > 2 * (g - b)) red[i] = 1
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
/** An emblem is filled to more than this share; what is left of one beside its solid middle, to more than the lesser. */
const [EMBLEM, RIM] = [0.62, 0.4]

/** How much of a round or square outline the blob covers (0–1), how much of its inside `all` red fills, and whether solid red lies there. */
function shapeOf(blob: Blob, width: number, all: Uint8Array, strokes: Uint8Array) {
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
      if (all[at] && !strokes[at]) solid = true
      if (Math.hypot((x - cx) / rx, (y - cy) / ry) < 0.7) inside += all[at] ?? 0
    }
  }
  const share = (bins: Uint8Array) => bins.reduce((sum, bin) => sum + bin, 0) / BINS
  return { ring: share(ring), frame: share(frame), inside: inside / (Math.PI * 0.49 * rx * ry), solid }
}

/** A seal in these cells; `drawn`: the share of its outline that shows. */
function sealAt({ x0, y0, x1, y1 }: Omit<Blob, 'cells'>, s: number, page: number, drawn: number): Mark {
  const [left, top, right, bottom] = [x0 * s, y0 * s, (x1 + 1) * s, (y1 + 1) * s]
  const box: Box = [left, top, right, top, right, bottom, left, bottom]
  return { kind: 'seal', present: true, page, box, confidence: Math.min(0.97, 0.45 + 0.5 * drawn), colour: 'red' }
}

/** Red seals on a page: round, oval or square outlines that are not filled like an emblem. Boxes in page pixels. */
export function redSeals(small: Small, page: number): Mark[] {
  const all = redCells(small)
  const share = all.reduce((sum, cell) => sum + cell, 0) / all.length
  // A page mostly red is a red cover or a colour cast: nothing on it can be told apart.
  if (share > 0.35) return []
  const red = strokesOf(all, small.width, small.height)
  const short = Math.min(small.width, small.height)
  const marks: Mark[] = []
  for (const blob of blobs(red, small.width, small.height, Math.max(1, Math.round(short / 220)))) {
    const [w, h] = [blob.x1 - blob.x0 + 1, blob.y1 - blob.y0 + 1]
    // One seal is as wide as high.
    const joined =
      Math.max(w, h) > 1.1 * Math.min(w, h) && Math.min(w, h) >= 0.07 * short && Math.max(w, h) < 0.8 * short
    const rings = joined ? overlappingSeals(red, small.width, blob) : []
    for (const { x, y, r, share: drawn } of rings)
      marks.push(sealAt({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }, small.step, page, drawn))
    if (rings.length > 0) continue
    // A frame around the page, with a seal stamped over it.
    if (Math.max(w, h) > 0.6 * short && Math.min(w, h) > 0.12 * short) {
      for (const { x, y, r, share: drawn } of sealsInFrame(red, small.width, blob, [0.055 * short, 0.15 * short]))
        marks.push(sealAt({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }, small.step, page, drawn))
      continue
    }
    if (Math.min(w, h) < 0.05 * short || Math.max(w, h) > 0.6 * short || w / h > 2.4 || h / w > 2.4) continue
    const { ring, frame, inside, solid } = shapeOf(blob, small.width, all, red)
    const round = w / h < 1.8 && h / w < 1.8 && ring >= 0.5
    const cut = blob.x0 === 0 || blob.y0 === 0 || blob.x1 === small.width - 1 || blob.y1 === small.height - 1
    // What runs out of the picture is a table or a hand, unless most of a ring shows.
    if (inside > (solid ? RIM : EMBLEM) || (!round && (cut || frame < 0.6)) || (cut && ring < 0.6)) continue
    marks.push(sealAt(blob, small.step, page, Math.max(ring, round ? 0 : frame)))
  }
  // The star within a ring, drawn apart from it, is part of the same seal.
  return marks.filter((mark) => !marks.some((other) => other !== mark && within(mark, other)))
}

function within({ box }: Mark, { box: outer }: Mark): boolean {
  if (!box || !outer) return false
  return box[0] >= outer[0] && box[1] >= outer[1] && box[4] <= outer[4] && box[5] <= outer[5]
}
