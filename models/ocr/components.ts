import { minAreaRect, type Point, type Rect } from './geometry.ts'

/** A probability map, or a window of one: `data[y * width + x]` stands at (`left` + x, `top` + y). */
export interface ProbabilityMap {
  data: Float32Array
  width: number
  height: number
  left: number
  top: number
}

/** One connected piece of a probability map above a threshold. */
export interface Kernel {
  rect: Rect
  /** Mean probability over the piece's own pixels. */
  score: number
  pixels: number
  /** Ends of every row of pixels: enough for hulls. */
  edge: Point[]
  label: number
}

export interface Components {
  kernels: Kernel[]
  /** Label of every pixel of the map, 0 for none. */
  labels: Int32Array
}

/** Connected pieces (8 neighbours) above `threshold`. */
export function components({ data, width, height, left, top }: ProbabilityMap, threshold: number): Components {
  const labels = new Int32Array(width * height)
  const stack = new Int32Array(width * height)
  const from = new Int32Array(height)
  const to = new Int32Array(height)
  const kernels: Kernel[] = []
  for (let start = 0; start < data.length; start++) {
    if ((data[start] as number) <= threshold || labels[start] !== 0) continue
    const label = kernels.length + 1
    const first = Math.floor(start / width)
    let last = first - 1
    let sum = 0
    let pixels = 0
    let depth = 0
    stack[depth++] = start
    labels[start] = label
    // The first pixel met lies in the piece's top row.
    while (depth > 0) {
      const at = stack[--depth] as number
      const y = (at / width) | 0
      const x = at - y * width
      sum += data[at] as number
      pixels++
      while (last < y) {
        last++
        from[last] = width
        to[last] = -1
      }
      if (x < (from[y] as number)) from[y] = x
      if (x > (to[y] as number)) to[y] = x
      const x0 = x > 0 ? x - 1 : x
      const x1 = x < width - 1 ? x + 1 : x
      const y1 = y < height - 1 ? y + 1 : y
      for (let ny = y > 0 ? y - 1 : y; ny <= y1; ny++) {
        for (let next = ny * width + x0; next <= ny * width + x1; next++) {
          if (labels[next] !== 0 || (data[next] as number) <= threshold) continue
          labels[next] = label
          stack[depth++] = next
        }
      }
    }
    const edge: Point[] = []
    for (let y = first; y <= last; y++) {
      edge.push([left + (from[y] as number), top + y], [left + (to[y] as number), top + y])
    }
    kernels.push({ rect: minAreaRect(edge), score: sum / pixels, pixels, edge, label })
  }
  return { kernels, labels }
}

/** The window of a map that holds one piece, everything else in it blank. */
export function windowOf(map: ProbabilityMap, labels: Int32Array, { edge, label }: Kernel): ProbabilityMap {
  const xs = edge.map(([x]) => x - map.left)
  const left = Math.min(...xs)
  const top = (edge[0]?.[1] ?? 0) - map.top
  const width = Math.max(...xs) - left + 1
  const height = edge.length / 2
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (top + y) * map.width + left + x
      if (labels[at] === label) data[y * width + x] = map.data[at] as number
    }
  }
  return { data, width, height, left: map.left + left, top: map.top + top }
}
