import type { Line } from '../../facts/reading.ts'

interface Item {
  line: Line
  left: number
  right: number
  top: number
  bottom: number
}

function itemOf(line: Line): Item {
  const { box } = line
  const ys = [box[1], box[3], box[5], box[7]]
  return {
    line,
    left: Math.min(box[0], box[6]),
    right: Math.max(box[2], box[4]),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}

const middle = ({ top, bottom }: Item) => (top + bottom) / 2

/** Lines top to bottom, those on one level left to right; columns of vertical text one after another from the right. */
export function inReadingOrder(lines: Line[]): Line[] {
  const items = lines.map(itemOf)
  const blocks = columnBlocks(items)
  const level = inRows(items.filter((item) => !blocks.some((block) => block.includes(item))))
  // What stands above the foot of a block, above or beside it, is read before it.
  for (const block of blocks.toSorted((a, b) => footOf(a) - footOf(b))) {
    const after = level.findIndex((item) => middle(item) > footOf(block))
    level.splice(after < 0 ? level.length : after, 0, ...block)
  }
  return level.map(({ line }) => line)
}

const footOf = (block: readonly Item[]) => Math.max(...block.map(({ bottom }) => bottom))

function inRows(items: readonly Item[]): Item[] {
  const rows: Item[][] = []
  for (const item of items.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1)
    const first = row?.[0]
    const height = (one: Item) => one.bottom - one.top
    if (row && first && middle(item) - middle(first) < 0.5 * Math.min(height(first), height(item))) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left))
}

/** A column of vertical text holds so many characters at least, … */
const FEWEST = 4
/** … and the next one stands at most so many widths beside it. */
const BESIDE = 2

const isColumn = ({ line, left, right, top, bottom }: Item) =>
  line.text.length >= FEWEST && bottom - top > 0.6 * FEWEST * (right - left)

/** Columns of vertical text that stand beside each other, from the right; a single one is a label of a table. */
function columnBlocks(items: readonly Item[]): Item[][] {
  const blocks: Item[][] = []
  for (const item of items.filter(isColumn).sort((a, b) => b.left - a.left)) {
    const block = blocks.find((one) => {
      const right = one.at(-1)
      return right !== undefined && standBeside(right, item)
    })
    if (block) block.push(item)
    else blocks.push([item])
  }
  return blocks.filter((block) => block.length > 1)
}

function standBeside(right: Item, left: Item): boolean {
  const [wide, narrow] = [right, left].map((item) => item.right - item.left).sort((a, b) => b - a) as [number, number]
  const shared = Math.min(right.bottom, left.bottom) - Math.max(right.top, left.top)
  const least = Math.min(right.bottom - right.top, left.bottom - left.top)
  return narrow > 0.5 * wide && right.left - left.right < BESIDE * wide && shared > 0.5 * least
}
