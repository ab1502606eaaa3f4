import type { Box } from '../../../facts/fact.ts'
import type { Mark } from '../../../facts/reading.ts'
import { overlappingSeals, sealsInFrame } from './overlapping-seals.ts'
import { luminance, quantile, type Small } from './pixels.ts'

/** A connected group of marked cells of a small picture. */
export interface Blob {
  x0: number
  y0: number
  x1: number
  y1: number
  cells: number[]
}

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

/** How much of a round or square outline the blob covers (0–1), and how much of its inside is filled. */
function shapeOf(blob: Blob, width: number): { ring: number; frame: number; inside: number } {
  const [cx, cy] = [(blob.x0 + blob.x1) / 2, (blob.y0 + blob.y1) / 2]
  const [rx, ry] = [Math.max(1, (blob.x1 - blob.x0) / 2), Math.max(1, (blob.y1 - blob.y0) / 2)]
  const ring = new Uint8Array(BINS)
  const frame = new Uint8Array(BINS)
  let inside = 0
  for (const at of blob.cells) {
    const [x, y] = [((at % width) - cx) / rx, (Math.floor(at / width) - cy) / ry]
    const bin = Math.min(BINS - 1, Math.floor(((Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) * BINS))
    const r = Math.hypot(x, y)
    if (r > 0.82 && r < 1.12) ring[bin] = 1
    if (Math.max(Math.abs(x), Math.abs(y)) > 0.85) frame[bin] = 1
    if (r < 0.7) inside += 1
  }
  const share = (bins: Uint8Array) => bins.reduce((sum, bin) => sum + bin, 0) / BINS
  return { ring: share(ring), frame: share(frame), inside: inside / (Math.PI * 0.49 * rx * ry) }
}

/** A seal in these cells; `drawn`: the share of its outline that shows. */
function sealAt({ x0, y0, x1, y1 }: Omit<Blob, 'cells'>, s: number, page: number, drawn: number): Mark {
  const [left, top, right, bottom] = [x0 * s, y0 * s, (x1 + 1) * s, (y1 + 1) * s]
  const box: Box = [left, top, right, top, right, bottom, left, bottom]
  return { kind: 'seal', present: true, page, box, confidence: Math.min(0.97, 0.45 + 0.5 * drawn), colour: 'red' }
}

/** Red seals on a page: round, oval or square outlines that are not filled like an emblem. Boxes in page pixels. */
export function redSeals(small: Small, page: number): Mark[] {
  const red = redCells(small)
  const share = red.reduce((sum, cell) => sum + cell, 0) / red.length
  // A page mostly red is a red cover or a colour cast: nothing on it can be told apart.
  if (share > 0.35) return []
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
    const { ring, frame, inside } = shapeOf(blob, small.width)
    const round = w / h < 1.8 && h / w < 1.8 && ring >= 0.5
    const cut = blob.x0 === 0 || blob.y0 === 0 || blob.x1 === small.width - 1 || blob.y1 === small.height - 1
    // What runs out of the picture is a table or a hand, unless most of a ring shows.
    if (inside > 0.62 || (!round && (cut || frame < 0.6)) || (cut && ring < 0.6)) continue
    marks.push(sealAt(blob, small.step, page, Math.max(ring, round ? 0 : frame)))
  }
  // The star within a ring, drawn apart from it, is part of the same seal.
  return marks.filter((mark) => !marks.some((other) => other !== mark && within(mark, other)))
}

function within({ box }: Mark, { box: outer }: Mark): boolean {
  if (!box || !outer) return false
  return box[0] >= outer[0] && box[1] >= outer[1] && box[4] <= outer[4] && box[5] <= outer[5]
}
