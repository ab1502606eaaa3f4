import type { Block, Cell, Paragraph, Piece, Table } from './docx-content.ts'

/** What is drawn, in points from the top left of its page. */
export type Mark =
  | { kind: 'text'; pieces: { text: string; x: number; size: number; width: number; deleted: boolean }[]; y: number }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'picture'; relation: string; x: number; y: number; width: number; height: number }

export interface Sheet {
  width: number
  height: number
  marks: Mark[]
}

export interface Paper {
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
}

/** A strip that is not cut: a line of text, a table row. Its marks count from its own top. */
interface Strip {
  height: number
  marks: Mark[]
  breaks?: boolean
}

const LINE = 1.45
const PADDING = 5.4
const TAB = 4
const SMALLEST_CELL = 24

const isWide = (char: string) => /[⺀-￯☐☑☒✓□]|[\u{20000}-\u{3ffff}]/u.test(char)
/** Points that a text takes up: Han as wide as the font is high, others half of it. */
export const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, char) => sum + (char === '\t' ? TAB * size : isWide(char) ? size : size / 2), 0)

/** Sets blocks on sheets of paper, simply: enough to look at and to keep what belongs together. */
export function layOut(blocks: Block[], paper: Paper, inline: (relation: string) => boolean): Sheet[] {
  const { margin } = paper
  const strips = stripsOf(blocks, paper.width - margin.left - margin.right, inline)
  const sheets: Sheet[] = []
  let sheet: Sheet | null = null
  let y = 0
  for (const strip of strips) {
    const full = sheet && y > margin.top && y + strip.height > paper.height - margin.bottom
    if (!sheet || full || strip.breaks) {
      // A page break at the start of a fresh sheet makes no empty one.
      if (strip.breaks && (!sheet || sheet.marks.length === 0)) continue
      sheet = { width: paper.width, height: paper.height, marks: [] }
      sheets.push(sheet)
      y = margin.top
    }
    sheet.marks.push(...strip.marks.map((mark) => moved(mark, margin.left, y)))
    y += strip.height
    // A row taller than the paper makes the paper longer rather than lose text.
    sheet.height = Math.max(sheet.height, y + margin.bottom)
  }
  return sheets.filter(({ marks }) => marks.length > 0)
}

function moved(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind === 'text')
    return { ...mark, y: mark.y + dy, pieces: mark.pieces.map((piece) => ({ ...piece, x: piece.x + dx })) }
  if (mark.kind === 'rule') return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy }
  return { ...mark, x: mark.x + dx, y: mark.y + dy }
}

function stripsOf(blocks: Block[], width: number, inline: (relation: string) => boolean): Strip[] {
  return blocks.flatMap((block): Strip[] => {
    if (block.kind === 'paragraph') return linesOf(block, width)
    if (block.kind === 'table') return rowsOf(block, width, inline)
    if (block.kind === 'page-break') return [{ height: 0, marks: [], breaks: true }]
    if (!inline(block.relation)) return []
    const scale = Math.min(1, width / (block.width || 100))
    const size = { width: (block.width || 100) * scale, height: (block.height || 100) * scale }
    return [{ height: size.height, marks: [{ kind: 'picture', relation: block.relation, x: 0, y: 0, ...size }] }]
  })
}

function linesOf({ pieces, align }: Paragraph, width: number): Strip[] {
  const lines: Piece[][] = [[]]
  let x = 0
  for (const piece of pieces) {
    for (const char of piece.text.replace(/\r?\n/g, ' ')) {
      const advance = widthOf(char, piece.size)
      if (x + advance > width + 0.01 && x > 0) {
        lines.push([])
        x = 0
      }
      const line = lines.at(-1) ?? []
      const last = line.at(-1)
      if (last && last.size === piece.size && last.deleted === piece.deleted && char !== '\t' && last.text !== '\t')
        last.text += char
      else line.push({ ...piece, text: char })
      x += advance
    }
  }
  return lines.map((line) => {
    const size = Math.max(pieces[0]?.size ?? 10.5, ...line.map((piece) => piece.size))
    const total = line.reduce((sum, piece) => sum + widthOf(piece.text, piece.size), 0)
    let at = align === 'center' ? (width - total) / 2 : align === 'right' ? width - total : 0
    const placed = line.map((piece) => {
      const one = { ...piece, x: at, width: widthOf(piece.text, piece.size) }
      at += one.width
      return one
    })
    const height = size * LINE
    const written = placed.some(({ text }) => text.trim() !== '')
    return { height, marks: written ? [{ kind: 'text', pieces: placed, y: 0.5 * (height - size) + 0.85 * size }] : [] }
  })
}

function rowsOf({ columns, rows }: Table, width: number, inline: (relation: string) => boolean): Strip[] {
  const sum = columns.reduce((a, b) => a + b, 0)
  const edges = [0]
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + (column / sum) * width)
  return rows.map((row, index) => {
    let column = 0
    const cells = row.map((cell) => {
      const left = edges[column] ?? 0
      const start = column
      column += cell.span
      const right = edges[Math.min(column, edges.length - 1)] ?? width
      const strips = stripsOf(cell.blocks, Math.max(SMALLEST_CELL, right - left - 2 * PADDING), inline)
      return { cell, start, left, right, strips, height: strips.reduce((total, strip) => total + strip.height, 0) }
    })
    const height = Math.max(16, ...cells.map((cell) => cell.height + PADDING))
    const marks: Mark[] = []
    for (const { cell, start, left, right, strips } of cells) {
      let y = PADDING / 2
      for (const strip of strips) {
        marks.push(...strip.marks.map((mark) => moved(mark, left + PADDING, y)))
        y += strip.height
      }
      if (!cell.continues) marks.push({ kind: 'rule', x1: left, y1: 0, x2: right, y2: 0 })
      marks.push({ kind: 'rule', x1: left, y1: 0, x2: left, y2: height })
      marks.push({ kind: 'rule', x1: right, y1: 0, x2: right, y2: height })
      if (!continuedBelow(rows[index + 1], start))
        marks.push({ kind: 'rule', x1: left, y1: height, x2: right, y2: height })
    }
    return { height, marks }
  })
}

function continuedBelow(row: Cell[] | undefined, column: number): boolean {
  let at = 0
  for (const cell of row ?? []) {
    if (at === column) return cell.continues
    at += cell.span
  }
  return false
}
