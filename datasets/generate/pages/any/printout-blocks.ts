import { createCanvas } from '@napi-rs/canvas'
import { type Face, loadFonts } from '../primitives/fonts.ts'
import type { Context } from '../primitives/sheet.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, type TextStyle, widthOf, wrap } from '../primitives/text.ts'
import type { PrintedTable } from './entries.ts'

/** A strip of the page that no page break cuts; `draw` returns the y below it in mm. */
export interface Block {
  /** Names of the fields and marks that stand in it. */
  shows: readonly string[]
  draw: (ctx: Context, y: number) => number
  /** It stays on the page of the block after it. */
  keep?: true
  /** Drawn again on top of the next page when a page begins with this block. */
  head?: Block
  ticks?: readonly { words: string; ticked: boolean }[]
}

/** What is written over one blank: words, or boxes to tick. */
export interface Blank {
  name: string
  label: string
  text: string
  boxes?: readonly { words: string; ticked: boolean }[]
}

/** How the system that prints the page sets its blanks. */
export interface Look {
  size: number
  label: Face
  value: Face
  rule: 'solid' | 'dotted'
  /** Width in mm of the column in which labels end at the right. */
  labels: number
  /** Draws one box of a blank on the baseline. */
  box: (ctx: Context, at: { x: number; y: number; side: number }, ticked: boolean) => void
}

export const LEFT = 20
export const WIDTH = 170

/** A context to measure on. */
export function scratch(): Context {
  loadFonts()
  return createCanvas(1, 1).getContext('2d')
}

/** Cuts `blocks` into pages; the first page has `first` mm of height, the others `rest`. */
export function paginate(blocks: readonly Block[], first: number, rest: number): Block[][] {
  const measure = scratch()
  const heights = blocks.map((block) => block.draw(measure, 0))
  const pages: Block[][] = [[]]
  let left = first
  for (const [i, block] of blocks.entries()) {
    let need = heights[i] ?? 0
    for (let next = i; blocks[next]?.keep; next += 1) need += heights[next + 1] ?? 0
    let page = pages.at(-1) ?? []
    if (need > left && page.length > 0) {
      page = block.head ? [block.head] : []
      pages.push(page)
      left = rest - (block.head?.draw(measure, 0) ?? 0)
    }
    page.push(block)
    left -= heights[i] ?? 0
  }
  return pages
}

function underline(ctx: Context, x: number, y: number, width: number, look: Look): void {
  ctx.save()
  ctx.strokeStyle = '#4a4a4a'
  ctx.lineWidth = look.rule === 'solid' ? 0.16 : 0.22
  if (look.rule === 'dotted') ctx.setLineDash([0.3, 0.7])
  ctx.beginPath()
  ctx.moveTo(x, y + look.size * 0.36)
  ctx.lineTo(x + width, y + look.size * 0.36)
  ctx.stroke()
  ctx.restore()
}

/** One label with its underlined blank; long labels run over lines of smaller type, long values over more blanks. */
function blank(ctx: Context, one: Blank, x: number, y: number, width: number, look: Look): number {
  const step = look.size * 1.95
  const value: TextStyle = { face: look.value, size: look.size }
  const start = x + look.labels + 2
  const room = width - look.labels - 2
  const words = wrap(ctx, one.text, room - 3, value)
  const wide = widthOf(ctx, one.label, { face: look.label, size: look.size }) > look.labels
  const size = wide ? look.size * 0.86 : look.size
  const label: TextStyle = { face: look.label, size }
  const long = widthOf(ctx, one.label, label)
  const even = long / Math.ceil(long / look.labels) + size * 0.6
  const parts = long > look.labels ? wrap(ctx, one.label, Math.min(even, look.labels), label) : [one.label]
  const tall = size * 1.2
  const first = y - (parts.length > 1 ? tall / 2 : (look.size - size) * 0.7)
  for (const [i, part] of parts.entries())
    line(ctx, part, x + look.labels, first + i * tall, { ...label, align: 'right' })
  if (one.boxes) {
    let at = start + 1.5
    for (const { words: option, ticked } of one.boxes) {
      look.box(ctx, { x: at, y, side: look.size * 0.95 }, ticked)
      at += look.size * 1.2
      at += line(ctx, option, at, y, value) + look.size
    }
    underline(ctx, start, y, room, look)
  } else {
    for (const [i, part] of words.entries()) {
      line(ctx, part, start + 1.5, y + i * step, value)
      underline(ctx, start, y + i * step, room, look)
    }
  }
  return y + Math.max((one.boxes ? 1 : words.length) * step, (parts.length - 2) * tall + step)
}

/** Whether a blank of half or all of the page's width takes the whole value, or all its boxes, on one line. */
export function fits(ctx: Context, one: Blank, look: Look, width: 'half' | 'whole'): boolean {
  const room = (width === 'half' ? WIDTH / 2 - 2 : WIDTH) - look.labels - 2 - 3
  const style: TextStyle = { face: look.value, size: look.size }
  const boxes = one.boxes?.map(({ words }) => widthOf(ctx, words, style) + look.size * 2.2)
  if (boxes) return boxes.reduce((sum, box) => sum + box, -look.size) <= room
  return !one.text.includes('\n') && widthOf(ctx, one.text, style) <= room
}

/** Blanks side by side, or a single one over the whole width when it stands alone and is `whole`. */
export function blankRow(pair: readonly Blank[], look: Look, whole: boolean): Block {
  const width = whole ? WIDTH : WIDTH / 2 - 2
  return {
    shows: pair.map(({ name }) => name),
    draw: (ctx, y) => {
      const below = pair.map((one, i) => blank(ctx, one, LEFT + i * (WIDTH / 2 + 2), y + look.size * 1.25, width, look))
      return Math.max(...below) - look.size * 1.25
    },
    ticks: pair.flatMap(({ boxes }) => boxes ?? []),
  }
}

/** A section heading, on a grey band or over a rule. */
export function heading(words: string, size: number, band: boolean): Block {
  return {
    shows: [],
    keep: true,
    draw: (ctx, y) => {
      const top = y + size * 0.9
      ctx.fillStyle = band ? '#e6e6e3' : '#555'
      ctx.fillRect(LEFT, band ? top : top + size * 1.75, WIDTH, band ? size * 1.8 : 0.2)
      line(ctx, words, LEFT + 1.5, top + size * 1.25, { face: 'HeiBold', size })
      return top + size * 2.1
    },
  }
}

/** A table as one block a row, its heading row again on every page; rows are counted unless the table counts them itself. */
export function tableRows({ name, heads, rows }: PrintedTable, size: number): Block[] {
  const counted = heads.some((head) => /序号|编号/.test(head)) ? null : 11
  const wants = heads.map((head, i) =>
    Math.min(22, Math.max([...head].length, ...rows.map((row) => [...(row[i] ?? '')].length), 3)),
  )
  const all = wants.reduce((sum, want) => sum + want, 0)
  const room = WIDTH - (counted ?? 0)
  const columns = [...(counted ? [counted] : []), ...wants.map((want) => (room * want) / all)]
  const row = (cells: Cell[], shows: string[]): Block => ({
    shows,
    draw: (ctx, y) =>
      table(ctx, [cells], { x: LEFT, y, columns, rowHeight: size * 2, rule: 0.18, style: { size, face: 'Song' } }),
  })
  const bold = (text: string): Cell => ({ text, face: 'HeiBold', size: size * 0.95 })
  const top = row([...(counted ? [bold('序号')] : []), ...heads.map(bold)], [name])
  const body = rows.map((cells, i): Block => {
    const number = counted ? [{ text: String(i + 1) }] : []
    return { ...row([...number, ...cells.map((text) => ({ text }))], [name]), head: top }
  })
  return [{ ...top, keep: true }, ...body]
}
