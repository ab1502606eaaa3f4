import { components, type Kernel, type ProbabilityMap, windowOf } from './components.ts'
import { axes, grow, minAreaRect, type Rect, unclipDistance } from './geometry.ts'

export interface RegionOptions {
  /** A pixel belongs to text above this probability. */
  pixel: number
  /** Rows that melt together at `pixel` fall apart above one of these, tried in turn. */
  cores: number[]
  /** A region is text when the mean probability over its own shape is above this; rectangles would lose curved lines. */
  region: number
  unclip: number
  /** Shortest side in map pixels before unclipping. */
  minSide: number
}

export const REGION_DEFAULTS: RegionOptions = {
  pixel: 0.2,
  cores: [0.6, 0.75, 0.9],
  region: 0.3,
  unclip: 1.6,
  minSide: 3,
}

export interface Region {
  rect: Rect
  score: number
}

/** Text regions of a DB probability map (`data[y * width + x]`, 0–1), unclipped, in map pixels. */
export function findRegions(data: Float32Array, width: number, height: number, options = REGION_DEFAULTS): Region[] {
  const map: ProbabilityMap = { data, width, height, left: 0, top: 0 }
  const { kernels, labels } = components(map, options.pixel)
  const text = kernels.filter((kernel) => isText(kernel, options))
  const usual = text.length < FEW ? 0 : median(text.map(({ rect }) => Math.min(rect.width, rect.height)))
  // On a page lying on its side every line looks like a stack of words.
  const regions = sideways(text)
    ? text
    : text.flatMap((kernel) => {
        if (kernel.rect.height < ONE_ROW * usual && kernel.rect.height < kernel.rect.width) return [kernel]
        const window = windowOf(map, labels, kernel)
        for (const core of options.cores) {
          const cores = components(window, core).kernels
          const rows = unstack(
            kernel,
            cores.filter((one) => isText(one, options)),
          )
          if (rows.length > 1) return rows
        }
        return [kernel]
      })
  return regions.map(({ rect, score }) => ({ rect: unclip(rect, regions, options.unclip), score }))
}

/** Against the usual kernel: thinner ones hold a single row. */
const ONE_ROW = 1.25
/** Fewer kernels have no usual size. */
const FEW = 5

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

const isText = ({ rect, score, pixels }: Kernel, { region, minSide }: RegionOptions) =>
  score >= region && pixels >= 9 && Math.min(rect.width, rect.height) >= minSide

/** Whether most long regions stand upright. */
export function sideways(found: { rect: Rect }[]): boolean {
  const long = found.filter(({ rect: { width, height } }) => Math.max(width, height) > 2 * Math.min(width, height))
  return long.filter(({ rect }) => rect.height > rect.width).length > long.length / 2
}

/** The rows of a region that melted together: neighbouring lines, or the wide-set labels of a column. */
function unstack(kernel: Kernel, cores: Kernel[]): Region[] {
  const { vx, vy } = axes(kernel.rect)
  const rows: { cores: Kernel[]; from: number; to: number }[] = []
  const spans = cores
    .map((core) => {
      const across = core.edge.map(([x, y]) => x * vx + y * vy)
      return { core, from: Math.min(...across), to: Math.max(...across) }
    })
    .sort((a, b) => a.from - b.from)
  for (const { core, from, to } of spans) {
    const row = rows.at(-1)
    if (row && row.to - from > 0.2 * Math.min(row.to - row.from, to - from)) {
      row.cores.push(core)
      row.to = Math.max(row.to, to)
    } else rows.push({ cores: [core], from, to })
  }
  if (rows.length < 2) return [kernel]
  return rows.map(({ cores: row }) => ({
    // The rim between the two thresholds is about a pixel wide.
    rect: grow(minAreaRect(row.flatMap(({ edge }) => edge)), 1, 1),
    score: row.reduce((sum, { score }) => sum + score, 0) / row.length,
  }))
}

/** Grows a kernel to the text's own size, above and below at most half way to the neighbouring line. */
function unclip(rect: Rect, regions: Region[], ratio: number): Rect {
  const distance = unclipDistance(rect, ratio)
  if (rect.width < rect.height) return grow(rect, distance, distance)
  const { ux, uy, vx, vy } = axes(rect)
  const [cx, cy] = middle(rect)
  let above = distance
  let below = distance
  for (const { rect: other } of regions) {
    if (other === rect || other.width < other.height) continue
    const [ox, oy] = middle(other)
    const along = Math.abs((ox - cx) * ux + (oy - cy) * uy)
    const shared = Math.min(rect.width, (rect.width + other.width) / 2 - along)
    if (shared < 0.3 * rect.width) continue
    const across = (ox - cx) * vx + (oy - cy) * vy
    const room = Math.max(MIN_GROWTH * distance, (Math.abs(across) - (rect.height + other.height) / 2) / 2)
    if (across < 0) above = Math.min(above, room)
    else below = Math.min(below, room)
  }
  return grow(rect, distance, above, below)
}

/** Share of the usual growth that a crowded line keeps. */
const MIN_GROWTH = 0.4

const middle = ({ corners: [a, , c] }: Rect) => [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2] as const
