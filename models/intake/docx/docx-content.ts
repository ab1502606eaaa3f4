import { type Element, elements, find } from '../xml.ts'
import type { Numbering } from './docx-numbering.ts'
import { isColoured, isOn, type Visible } from './docx-visible.ts'

/** A piece of text in one size; `deleted` is struck out by a revision nobody has accepted yet. */
export interface Piece {
  text: string
  /** Points. */
  size: number
  deleted: boolean
}

export interface Paragraph {
  kind: 'paragraph'
  pieces: Piece[]
  align: 'left' | 'center' | 'right'
}

export interface Cell {
  blocks: Block[]
  span: number
  /** It continues the cell above. */
  continues: boolean
}

export interface Table {
  kind: 'table'
  /** Relative widths. */
  columns: number[]
  rows: Cell[][]
}

export interface PictureBlock {
  kind: 'picture'
  relation: string
  /** Points, as the document shows it; 0 where it does not say. */
  width: number
  height: number
}

export type Block = Paragraph | Table | PictureBlock | { kind: 'page-break' }

/** Text that the document keeps from its readers. */
export interface Leftovers {
  /** Characters of hidden text. */
  hidden: number
  /** Characters struck out by pending revisions. */
  deleted: number
  /** Parts enclosed in another format. */
  foreign: number
}

/** What is carried along while a document is walked through. */
export interface Walk {
  left: Leftovers
  number: Numbering
  visible: Visible
  /** White print shows: a cell or a shape is filled. */
  onColour?: boolean
}

const EMU_PER_POINT = 12_700
const DEFAULT_SIZE = 10.5

/** Everything a Word body, header, cell or text box shows, in order; content controls, revisions and text boxes are unwrapped. */
export function blocksOf(container: Element, along: Walk): Block[] {
  const blocks: Block[] = []
  for (const child of elements(container)) {
    if (child.name === 'p') blocks.push(...paragraphBlocks(child, along))
    else if (child.name === 'tbl') blocks.push(tableOf(child, along))
    else if (child.name === 'altChunk') along.left.foreign++
    else if (child.name === 'AlternateContent') blocks.push(...blocksOf(chosen(child), along))
    // Content controls, custom XML, revisions and whatever else may wrap paragraphs.
    else if (!/Pr$/.test(child.name)) blocks.push(...blocksOf(child, along))
  }
  return blocks
}

/** Of two renderings of one thing, the newer one, unless it holds nothing that shows. */
function chosen(alternate: Element): Element {
  const choice = elements(alternate, 'Choice').find(showsSomething)
  return choice ?? find(alternate, 'Fallback') ?? { ...alternate, children: [] }
}

const showsSomething = (element: Element): boolean =>
  elements(element).some((child) => ['t', 'delText', 'blip', 'imagedata'].includes(child.name) || showsSomething(child))

function paragraphBlocks(paragraph: Element, along: Walk): Block[] {
  const justify = find(paragraph, 'pPr', 'jc')?.attributes.val
  const align = justify === 'center' ? 'center' : justify === 'right' || justify === 'end' ? 'right' : 'left'
  const blocks: Block[] = []
  const aside: Block[] = []
  let pieces: Piece[] = []
  const flush = () => {
    blocks.push({ kind: 'paragraph', pieces, align })
    pieces = []
  }
  const walk = (element: Element, size: number, deleted: boolean) => {
    for (const child of elements(element)) {
      const { name } = child
      if (name === 'r') {
        const properties = find(child, 'rPr')
        if (!along.visible(child, paragraph, along.onColour === true)) along.left.hidden += length(child)
        else walk(child, sizeOf(properties) ?? size, deleted || isOn(find(properties, 'strike')))
      } else if (name === 't' || name === 'delText') {
        const text = child.children.filter((part) => typeof part === 'string').join('')
        const struck = deleted || name === 'delText'
        if (struck) along.left.deleted += [...text].length
        pieces.push({ text, size, deleted: struck })
      } else if (name === 'tab' || name === 'ptab') pieces.push({ text: '\t', size, deleted })
      else if (name === 'noBreakHyphen') pieces.push({ text: '-', size, deleted })
      else if (name === 'sym') pieces.push({ text: symbol(child), size, deleted })
      else if (name === 'checkBox') pieces.push({ text: isTicked(child) ? '☑' : '☐', size, deleted })
      else if (name === 'br' || name === 'cr') {
        flush()
        if (child.attributes.type === 'page') blocks.push({ kind: 'page-break' })
      } else if (name === 'txbxContent') aside.push(...blocksOf(child, { ...along, onColour: true }))
      else if (name === 'AlternateContent') walk(chosen(child), size, deleted)
      else if (name === 'del' || name === 'moveFrom') walk(child, size, true)
      else if (name === 'blip' || name === 'imagedata') {
        const relation = child.attributes.embed ?? child.attributes.id
        if (relation) aside.push({ kind: 'picture', relation, ...extent(element, paragraph) })
      } else if (!/Pr$/.test(name) || name === 'ffData') walk(child, size, deleted)
    }
  }
  const size = sizeOf(find(paragraph, 'pPr', 'rPr')) ?? DEFAULT_SIZE
  const number = along.number(paragraph)
  if (number) pieces.push({ text: number, size, deleted: false })
  walk(paragraph, size, false)
  flush()
  return [...blocks, ...aside]
}

const isTicked = (box: Element) => isOn(find(box, 'checked') ?? find(box, 'default'))

function sizeOf(properties: Element | undefined): number | undefined {
  const halves = Number(find(properties, 'sz')?.attributes.val)
  return halves > 0 ? Math.min(48, Math.max(6, halves / 2)) : undefined
}

const length = (element: Element): number =>
  element.children.reduce((sum, child) => sum + (typeof child === 'string' ? [...child].length : length(child)), 0)

/** Symbol fonts hold ticks and boxes at places of their own. */
function symbol({ attributes }: Element): string {
  const ticks: Record<string, string> = {
    F0FE: '☑',
    F052: '☑',
    F0FD: '☒',
    F053: '☒',
    F0A8: '☐',
    F0A3: '☐',
    F06F: '☐',
    F0FC: '✓',
    F050: '✓',
  }
  return ticks[(attributes.char ?? '').toUpperCase()] ?? '□'
}

/** Size of the drawing around a picture, in points. */
function extent(inside: Element, paragraph: Element): { width: number; height: number } {
  const search = (element: Element, found: Element | undefined): Element | undefined => {
    const here = find(element, 'extent') ?? found
    for (const child of elements(element)) {
      if (child === inside) return here
      const deeper = search(child, here)
      if (deeper) return deeper
    }
    return undefined
  }
  const attributes = search(paragraph, undefined)?.attributes
  return {
    width: (Number(attributes?.cx) || 0) / EMU_PER_POINT,
    height: (Number(attributes?.cy) || 0) / EMU_PER_POINT,
  }
}

function tableOf(table: Element, along: Walk): Table {
  // A table's style may fill its heads.
  const styled = find(table, 'tblPr', 'tblStyle') !== undefined || isColoured(find(table, 'tblPr', 'shd'))
  const grid = elements(find(table, 'tblGrid') ?? { ...table, children: [] }, 'gridCol')
  const rows = rowsOf(table).map((row) =>
    unwrapped(row, 'tc').map((cell): Cell => {
      const properties = find(cell, 'tcPr')
      const merge = find(properties, 'vMerge')
      return {
        blocks: blocksOf(cell, {
          ...along,
          onColour: styled || along.onColour === true || isColoured(find(properties, 'shd')),
        }),
        span: Math.min(64, Math.max(1, Number(find(properties, 'gridSpan')?.attributes.val) || 1)),
        continues: merge !== undefined && merge.attributes.val !== 'restart',
      }
    }),
  )
  const wide = Math.max(1, ...rows.map((row) => row.reduce((sum, { span }) => sum + span, 0)))
  const columns = Array.from({ length: wide }, (_, i) => Math.max(1, Number(grid[i]?.attributes.w) || 1000))
  return { kind: 'table', columns, rows }
}

const rowsOf = (table: Element) => unwrapped(table, 'tr')

/** Rows or cells of a table, also those inside content controls or revisions. */
function unwrapped(parent: Element, name: 'tr' | 'tc'): Element[] {
  return elements(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return /Pr$|Grid$|^p$|^tbl$/.test(child.name) ? [] : unwrapped(child, name)
  })
}
