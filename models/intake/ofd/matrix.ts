/** An affine map as canvas and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const translate = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** A map from six finite numbers, identity otherwise. */
export function matrixOf(values: number[]): Matrix {
  const [a, b, c, d, e, f] = values
  if (a === undefined || b === undefined || c === undefined || d === undefined) return IDENTITY
  const m: Matrix = [a, b, c, d, e ?? 0, f ?? 0]
  return m.every(Number.isFinite) ? m : IDENTITY
}
