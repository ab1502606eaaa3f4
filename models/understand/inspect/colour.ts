import type { Line, Mark } from '../../../facts/reading.ts'
import type { Small } from './pixels.ts'
import { blobs } from './seals.ts'

/** Cells to a side of the grid within which the light is taken to be even. */
const TILES = 6

/** A cell is coloured when its channels lie this far apart, once the light of its tile is taken out (1 = white paper). */
const COLOURED = 0.12

/** Below so much light (0–255) a camera's noise is colour too. */
const DIM = 60

/** Shares of coloured cells up to which a page is colourless, and from which it plainly is not. */
const NONE = 0.002
const SOME = 0.012

/** The cells that the printed lines span: the document without the desk around it. Null without text. */
function textArea(lines: readonly Line[], { width, height, step }: Small) {
  const xs = lines.flatMap(({ box }) => [box[0], box[2], box[4], box[6]])
  const ys = lines.flatMap(({ box }) => [box[1], box[3], box[5], box[7]])
  if (xs.length === 0) return null
  const at = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value / step)))
  const area = {
    x0: at(Math.min(...xs), width),
    x1: at(Math.max(...xs), width),
    y0: at(Math.min(...ys), height),
    y1: at(Math.max(...ys), height),
  }
  return area.x1 - area.x0 < 4 * TILES || area.y1 - area.y0 < 4 * TILES ? null : area
}

/** How many cells of a tile are coloured beside its own paper, as the light falls there; null when it is too dark. */
function colouredIn({ rgb }: Small, cells: readonly number[]): number | null {
  const light = new Float32Array(cells.length)
  for (let k = 0; k < cells.length; k += 1) {
    const at = 3 * (cells[k] as number)
    light[k] = (rgb[at] as number) + (rgb[at + 1] as number) + (rgb[at + 2] as number)
  }
  const bright = light.toSorted()[Math.floor((2 * light.length) / 3)] ?? 0
  let r = 0
  let g = 0
  let b = 0
  let n = 0
  for (let k = 0; k < cells.length; k += 1) {
    if ((light[k] as number) < bright) continue
    const at = 3 * (cells[k] as number)
    r += rgb[at] as number
    g += rgb[at + 1] as number
    b += rgb[at + 2] as number
    n += 1
  }
  if (Math.min(r, g, b) < DIM * n) return null
  let coloured = 0
  for (let k = 0; k < cells.length; k += 1) {
    const at = 3 * (cells[k] as number)
    const x = ((rgb[at] as number) * n) / r
    const y = ((rgb[at + 1] as number) * n) / g
    const z = ((rgb[at + 2] as number) * n) / b
    if (Math.max(x, y, z) - Math.min(x, y, z) > COLOURED) coloured += 1
  }
  return coloured
}

/** The coloured part of a portrait takes at least this share of the page, and fills so much of its own box. */
const [PICTURE, SOLID] = [0.0006, 0.3]
/** Paper is at least so light, beside the printed part (1 = as light); so many cells of it in a row are no gleam on a desk. */
const [PAPER, RUN] = [0.6, 15]

/** Whether a coloured picture (a portrait) stands on the paper outside of what the lines span: paper lies on all its sides, as about no part of a desk. */
function hasPicture(
  { rgb, width, height }: Small,
  area: NonNullable<ReturnType<typeof textArea>>,
  sealed: (x: number, y: number) => boolean,
): boolean {
  const light: number[] = []
  for (let y = area.y0; y < area.y1; y += 3) for (let x = area.x0; x < area.x1; x += 3) light.push(3 * (y * width + x))
  const sum = (at: number) => (rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)
  const paper = light.toSorted((a, b) => sum(b) - sum(a))[Math.floor(light.length / 3)] ?? 0
  const [r, g, b] = [rgb[paper] ?? 0, rgb[paper + 1] ?? 0, rgb[paper + 2] ?? 0]
  if (Math.min(r, g, b) < DIM) return false
  const coloured = new Uint8Array(width * height)
  const blank = new Uint8Array(width * height)
  for (let i = 0; i < coloured.length; i += 1) {
    const [x, y, z] = [(rgb[3 * i] ?? 0) / r, (rgb[3 * i + 1] ?? 0) / g, (rgb[3 * i + 2] ?? 0) / b]
    const most = Math.max(x, y, z)
    const apart = (most - Math.min(x, y, z)) / Math.max(0.2, Math.min(1, most))
    // A lamp's tint changes over the page, and shadow is bluer than light: a picture's colours are plainer.
    if (apart > 2 * COLOURED && !sealed(i % width, Math.floor(i / width))) coloured[i] = 1
    else if (apart < COLOURED && most > PAPER) blank[i] = 1
  }
  /** Whether paper lies somewhere between a place and the picture's edge, going one way. */
  const paperFrom = (x: number, y: number, dx: number, dy: number): boolean => {
    let run = 0
    for (; x >= 0 && y >= 0 && x < width && y < height && run < RUN; x += dx, y += dy)
      run = blank[y * width + x] ? run + 1 : 0
    return run >= RUN
  }
  return blobs(coloured, width, height, 2).some(({ x0, y0, x1, y1, cells }) => {
    if (x0 === 0 || y0 === 0 || x1 === width - 1 || y1 === height - 1) return false
    if (cells.length < PICTURE * width * height || cells.length < SOLID * (x1 - x0 + 1) * (y1 - y0 + 1)) return false
    const [x, y] = [Math.round((x0 + x1) / 2), Math.round((y0 + y1) / 2)]
    // Among the lines every tile has told already.
    if (x > area.x0 && x < area.x1 && y > area.y0 && y < area.y1) return false
    return paperFrom(x0, y, -1, 0) && paperFrom(x1, y, 1, 0) && paperFrom(x, y0, 0, -1) && paperFrom(x, y1, 0, 1)
  })
}

/** A portrait in colour has at least so much of its box plainly coloured beside the paper around it; a copy's has none. */
const PORTRAIT = 0.08

/** Whether a portrait that was found is one in colour: its colours are told from the lamp's by the brightest third of what lies around it. */
function isColoured({ rgb, width, height, step }: Small, { box }: Mark): boolean {
  if (!box) return false
  const [x0, y0, x1, y1] = [box[0], box[1], box[4], box[5]].map((v) => Math.round(v / step)) as [
    number,
    number,
    number,
    number,
  ]
  const [w, h] = [x1 - x0, y1 - y0]
  const around: number[] = []
  for (let y = Math.max(0, y0 - h); y < Math.min(height, y1 + h); y += 2)
    for (let x = Math.max(0, x0 - w); x < Math.min(width, x1 + w); x += 2)
      if (x < x0 || x >= x1 || y < y0 || y >= y1) around.push(3 * (y * width + x))
  const sum = (at: number) => (rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)
  const bright = around.toSorted((a, b) => sum(b) - sum(a)).slice(0, Math.ceil(around.length / 3))
  const paper = [0, 1, 2].map((c) => bright.reduce((total, at) => total + (rgb[at + c] ?? 0), 0) / bright.length)
  if (Math.min(...paper) < DIM) return false
  let coloured = 0
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) {
      const seen = paper.map((light, c) => (rgb[3 * (y * width + x) + c] ?? 0) / light)
      const most = Math.max(...seen)
      if ((most - Math.min(...seen)) / Math.max(0.2, Math.min(1, most)) > 2 * COLOURED) coloured += 1
    }
  return coloured > PORTRAIT * w * h
}

/** Whether a cell lies in a seal. */
const inSeals =
  (seals: readonly Mark[], { step }: Small) =>
  (x: number, y: number): boolean =>
    seals.some(
      ({ box }) =>
        box !== null &&
        x * step >= box[0] - 3 * step &&
        x * step <= box[4] + 3 * step &&
        y * step >= box[1] - 3 * step &&
        y * step <= box[5] + 3 * step,
    )

/**
 * Whether a page is printed without any colour beside its seals: a black-and-white copy, or black print on white paper. A
 * lamp's tint and a desk around the page do not count. Null when there is no text to find the page by, too little light,
 * or a trace of colour that may be either.
 */
export function isColourless(
  small: Small,
  lines: readonly Line[],
  seals: readonly Mark[] = [],
  photos: readonly Mark[] = [],
): boolean | null {
  if (photos.some((photo) => isColoured(small, photo))) return false
  const area = textArea(lines, small)
  if (!area) return null
  const sealed = inSeals(seals, small)
  let [coloured, seen, dark] = [0, 0, 0]
  for (let ty = 0; ty < TILES; ty += 1) {
    for (let tx = 0; tx < TILES; tx += 1) {
      const cut = (from: number, to: number, n: number) => Math.floor(from + ((to - from) * n) / TILES)
      const cells: number[] = []
      for (let y = cut(area.y0, area.y1, ty); y < cut(area.y0, area.y1, ty + 1); y += 1)
        for (let x = cut(area.x0, area.x1, tx); x < cut(area.x0, area.x1, tx + 1); x += 1)
          if (!sealed(x, y)) cells.push(y * small.width + x)
      if (cells.length === 0) continue
      const found = colouredIn(small, cells)
      if (found === null) dark += cells.length
      else {
        coloured += found
        seen += cells.length
      }
    }
  }
  if (seen === 0) return null
  const share = coloured / seen
  if (share >= SOME || hasPicture(small, area, sealed)) return false
  return share <= NONE && dark < seen / 4 ? true : null
}
