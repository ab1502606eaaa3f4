import { type Canvas, createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas'
import { loadFonts } from './fonts.ts'

export type Context = SKRSContext2D

/** A mark as it was drawn, or its place left blank. */
export interface DrawnMark {
  present: boolean
  text?: string
  colour?: 'red' | 'black'
  shape?: 'round' | 'oval' | 'square' | 'triangle'
}

/** One drawn page, flat and clean: what a scanner with perfect light would give. */
export interface Sheet {
  canvas: Canvas
  /** Size of the paper in millimetres; the camera needs it to choose a distance. */
  width: number
  height: number
  /** Cards have round corners and lie on the desk without curl. */
  card: boolean
  /** Names of the fields and marks seen on this sheet; all of the document's when missing. */
  shows?: readonly string[]
  /** Marks that no field of the content tells, by name, as drawn on this sheet. */
  marks?: Readonly<Record<string, DrawnMark>>
  /** What was written on it after it was copied; as large as `canvas`. */
  over?: Canvas
  /** Boxes to tick, in reading order, with the words beside them. */
  ticks?: readonly { words: string; ticked: boolean }[]
}

/** The PDF that sheets go to while `printedPdf` runs. */
let printer: PDFDocument | null = null

/** A PDF with a text layer, as a program prints it: one page for every sheet that `draw` makes. No metadata of ours. */
export function printedPdf(draw: () => void): Buffer {
  printer = new PDFDocument()
  try {
    draw()
    return printer.close()
  } finally {
    printer = null
  }
}

const POINTS = 72 / 25.4

function printPage(size: { width: number; height: number }, draw: (ctx: Context) => void): void {
  if (!printer) return
  const ctx = printer.beginPage(size.width * POINTS, size.height * POINTS) as unknown as Context
  ctx.scale(POINTS, POINTS)
  // Without it digits beside Latin letters are set with glyphs that have no character of their own in the text layer.
  ctx.lang = 'zh'
  draw(ctx)
  printer.endPage()
}

/** Draws on a blank sheet of `width` × `height` mm at `density` pixels per mm; the context's unit is the millimetre. */
export function sheet(
  size: { width: number; height: number; density: number; card?: boolean; paper?: string },
  draw: (ctx: Context) => void,
  shows?: readonly string[],
): Sheet {
  loadFonts()
  if (printer) {
    printPage(size, draw)
    return { canvas: createCanvas(1, 1), width: size.width, height: size.height, card: false }
  }
  const canvas = createCanvas(Math.round(size.width * size.density), Math.round(size.height * size.density))
  const ctx = canvas.getContext('2d')
  ctx.scale(size.density, size.density)
  if (size.card) {
    ctx.beginPath()
    ctx.roundRect(0, 0, size.width, size.height, 3)
    ctx.clip()
  }
  ctx.fillStyle = size.paper ?? '#fbfaf6'
  ctx.fillRect(0, 0, size.width, size.height)
  draw(ctx)
  const made = { canvas, width: size.width, height: size.height, card: size.card ?? false }
  return shows ? { ...made, shows } : made
}

/** Draws on a sheet that is drawn already; the context's unit is the millimetre. */
export function onPaper({ canvas, width }: Sheet, draw: (ctx: Context) => void): void {
  const ctx = canvas.getContext('2d')
  const density = canvas.width / width
  ctx.save()
  ctx.setTransform(density, 0, 0, density, 0, 0)
  draw(ctx)
  ctx.restore()
}

export const A4 = { width: 210, height: 297, density: 8 } as const
