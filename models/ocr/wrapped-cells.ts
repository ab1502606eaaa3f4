import type { Line } from '../../facts/reading.ts'

interface Placed {
  line: Line
  left: number
  right: number
  top: number
  bottom: number
}

const place = (line: Line): Placed => {
  const { box } = line
  return {
    line,
    left: Math.min(box[0], box[6]),
    right: Math.max(box[2], box[4]),
    top: Math.min(box[1], box[3]),
    bottom: Math.max(box[5], box[7]),
  }
}

/**
 * Puts the lines of one table cell after one another: a neighbour that is centred beside two lines of a cell would
 * come between them when lines are ordered by height. Other lines keep their order.
 */
export function keepCellsTogether(ordered: Line[]): Line[] {
  const waiting = ordered.map(place)
  const out: Line[] = []
  while (waiting.length > 0) {
    let here = waiting.shift()
    while (here) {
      out.push(here.line)
      const next = continuation(here, waiting)
      if (next < 0) break
      here = waiting.splice(next, 1)[0]
    }
  }
  return out
}

/** Which of the lines still to come carries on `line` in its cell, across a neighbour that reaches from one to the other; −1 for none. */
function continuation(line: Placed, waiting: Placed[]): number {
  const height = line.bottom - line.top
  const index = waiting.findIndex(
    (other) =>
      Math.abs(other.left - line.left) < 0.4 * height &&
      Math.abs(other.bottom - other.top - height) < 0.25 * height &&
      other.top - line.bottom > -0.3 * height &&
      other.top - line.bottom < 0.7 * height,
  )
  const next = waiting[index]
  if (!next) return -1
  const middle = (line.top + next.bottom) / 2
  const between = waiting
    .slice(0, index)
    .some(
      (beside) =>
        Math.abs((beside.top + beside.bottom) / 2 - middle) < 0.35 * height &&
        (beside.left >= Math.max(line.right, next.right) || beside.right <= line.left),
    )
  return between ? index : -1
}
