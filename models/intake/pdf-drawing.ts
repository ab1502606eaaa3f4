import type { SKRSContext2D } from '@napi-rs/canvas'
import {
  OPS,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { rgbOf } from './surface.ts'

/** What pdf.js's untyped factory makes under Node. */
interface CanvasFactory {
  create(width: number, height: number): Surface
  destroy(surface: Surface): void
}

interface Surface {
  canvas: unknown
  context: SKRSContext2D
}

/** Every way in which a page's content paints text. */
const TEXT = new Set<number>([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText])

/** Every way in which a page's content paints a picture. */
const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
])

/** The operators of a drawing under way; pdf.js keeps them to itself. */
const operatorsOf = (task: RenderTask) =>
  (task as unknown as { _internalRenderTask: { operatorList: { fnArray: number[] } } })._internalRenderTask.operatorList
    .fnArray

/** A page in RGB; `drawn` when no picture is on it: print and lines only. */
interface Drawing {
  width: number
  height: number
  rgb: Uint8Array
  drawn?: true
}

/** Draws a page on white; with `text: false` everything but its text. Rejects as pdf.js does. */
export async function drawPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  viewport: PageViewport,
  { text = true }: { text?: boolean } = {},
): Promise<Drawing> {
  const width = Math.max(1, Math.round(viewport.width))
  const height = Math.max(1, Math.round(viewport.height))
  // pdf.js brings its own canvas library; objects of another copy crash the process.
  const factory = document.canvasFactory as CanvasFactory
  const surface = factory.create(width, height)
  const { canvas, context } = surface
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  const task: RenderTask = page.render({
    canvas: canvas as never,
    canvasContext: context as never,
    viewport,
    ...(!text && { operationsFilter: (index: number) => !TEXT.has(operatorsOf(task)[index] ?? 0) }),
  })
  try {
    await task.promise
    const pictured = operatorsOf(task).some((operator) => PICTURES.has(operator))
    return { width, height, rgb: rgbOf(context, width, height), ...(!pictured && { drawn: true }) }
  } finally {
    // Its pixels are not the garbage collector's to count.
    factory.destroy(surface)
  }
}
