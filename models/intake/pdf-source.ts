import {
  getDocument,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Line } from '../../facts/reading.ts'
import { aliasChineseFonts } from './fonts.ts'
import { IntakeError } from './intake-error.ts'
import { drawPage } from './pdf-drawing.ts'
import { documentExtras, pageExtras } from './pdf-extras.ts'
import { shownLines } from './shown-lines.ts'
import type { IntakeLimits, Source } from './source.ts'
import { garbage, joinRuns, type Run } from './text-layer.ts'

const POINTS_PER_INCH = 72
/** Pixels; a canvas is no longer. */
const LONGEST_SIDE = 20_000
/** Print of common size is lost below. */
const LEAST_DPI = 25
const asset = (folder: string) => new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')).pathname

const options = (bytes: Uint8Array, limits: IntakeLimits) => ({
  // pdf.js takes the buffer away from its owner.
  data: new Uint8Array(bytes),
  cMapUrl: asset('cmaps'),
  cMapPacked: true,
  standardFontDataUrl: asset('standard_fonts'),
  wasmUrl: asset('wasm'),
  iccUrl: asset('iccs'),
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  maxImageSize: limits.pixels,
  canvasMaxAreaInBytes: limits.pixels * 4,
  verbosity: 0,
})

/** Opens a PDF: digital pages with their text layer, all pages as pixels. */
export async function openPdf(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  aliasChineseFonts()
  const document = await load(bytes, limits)
  if (document.numPages > limits.pdfPages) {
    await document.loadingTask.destroy()
    throw new IntakeError('too-many-pages', { before: `共 ${document.numPages} 页，最多读取 ${limits.pdfPages} 页。` })
  }
  const { attachments, notes: said = [] } = await documentExtras(document)
  /** By page, which may be opened again. */
  const carried = new Map<number, Awaited<ReturnType<typeof pageExtras>>>()
  return {
    pages: document.numPages,
    extras() {
      const pages = [...carried.values()]
      const annotations = pages.flatMap((one) => one.annotations)
      const notes = [...said, ...pages.flatMap((one) => one.notes)]
      return {
        ...(attachments && { attachments }),
        ...(annotations.length > 0 && { annotations }),
        ...(notes.length > 0 && { notes }),
      }
    },
    async open(number) {
      const page = await damagedIfFails(document.getPage(number))
      const { viewport, runs } = await upright(page, limits)
      const picture = await damagedIfFails(drawPage(document, page, viewport))
      if (runs.length === 0 && blank(picture.rgb)) await whyBlank(page, bytes, limits)
      const all = joinRuns(runs, number)
      const bare = all.length > 0 && (await damagedIfFails(drawPage(document, page, viewport, { text: false })))
      const { lines, note } = bare ? shownLines(all, number, picture, bare.rgb) : { lines: all, note: null }
      const own = await pageExtras(page)
      carried.set(number, { ...own, notes: [...(note ? [note] : []), ...own.notes] })
      page.cleanup()
      const layer = bare && trusted(lines) && { textLayer: lines, wordless: bare.rgb }
      return { page: { page: number, ...picture, ...(layer || { textLayer: null }) }, scale: 1 }
    },
    async look(number, side, size) {
      const page = await damagedIfFails(document.getPage(number))
      const { viewport } = await upright(page, limits)
      const scale = Math.min(viewport.scale * 2, (viewport.scale * size) / viewport[side])
      const turned = page.getViewport({ scale, rotation: viewport.rotation })
      const picture = await damagedIfFails(drawPage(document, page, turned))
      page.cleanup()
      return picture
    },
    close: () => document.loadingTask.destroy(),
  }
}

async function load(bytes: Uint8Array, limits: IntakeLimits): Promise<PDFDocumentProxy> {
  try {
    return await getDocument(options(bytes, limits)).promise
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException'
    throw new IntakeError(encrypted ? 'encrypted-file' : 'damaged-file')
  }
}

/** The page's viewport at the reading resolution, turned so that most of its text is level, and its text in pixels. */
async function upright(page: PDFPageProxy, limits: IntakeLimits): Promise<{ viewport: PageViewport; runs: Run[] }> {
  const scale = scaleOf(page, limits)
  const content = await damagedIfFails(page.getTextContent({ includeMarkedContent: false }))
  const runsAt = (viewport: PageViewport) =>
    content.items.flatMap((item) => ('str' in item ? [toRun(item, viewport.transform as number[])] : []))
  const viewport = page.getViewport({ scale })
  const runs = runsAt(viewport)
  const turns = [0, 0, 0, 0]
  for (const run of runs) {
    const quarter = (Math.round(Math.atan2(run.dy, run.dx) / (Math.PI / 2)) + 4) % 4
    turns[quarter] = (turns[quarter] ?? 0) + run.text.trim().length
  }
  const main = turns.indexOf(Math.max(...turns))
  if (main === 0) return { viewport, runs }
  const turned = page.getViewport({ scale, rotation: (viewport.rotation - 90 * main + 360) % 360 })
  return { viewport: turned, runs: runsAt(turned) }
}

/** Pixels per point at which a page is read; a page too large to show its print so is refused. */
function scaleOf(page: PDFPageProxy, limits: IntakeLimits): number {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(
    limits.pdfDpi / POINTS_PER_INCH,
    Math.sqrt(limits.workingPixels / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  )
  if (scale * POINTS_PER_INCH >= LEAST_DPI) return scale
  const metres = (points: number) => `${Math.round((points / POINTS_PER_INCH) * 0.0254 * 10) / 10} 米`
  const size = `第 ${page.pageNumber} 页的页面尺寸设成了 ${metres(width)} × ${metres(height)}，过大，看不清上面的字。`
  throw new IntakeError('too-many-pixels', {
    message: `${size}请按实际纸张大小（如 A4）重新导出 PDF，或改为拍照上传。`,
  })
}

/** A text item's place through the page's affine map [a b c d e f]. */
function toRun(item: { str: string; transform: number[]; width: number; height: number }, m: number[]): Run {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform
  const dx = a * ta + c * tb
  const dy = b * ta + d * tb
  const norm = Math.hypot(dx, dy) || 1
  const zoom = Math.hypot(a, b)
  return {
    text: item.str,
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    dx: dx / norm,
    dy: dy / norm,
    length: item.width * zoom,
    height: Math.hypot(a * tc + c * td, b * tc + d * td),
  }
}

const blank = (rgb: Uint8Array) => rgb.every((value) => value === 255)

/** pdf.js leaves out pictures over the limit without a word; a strict second look, which stops there, tells such a page from an empty one. */
async function whyBlank(page: PDFPageProxy, bytes: Uint8Array, limits: IntakeLimits) {
  const refuse = (code: 'too-many-pixels' | 'damaged-file') => {
    throw new IntakeError(code, { before: `第 ${page.pageNumber} 页：` })
  }
  const task = getDocument({ ...options(bytes, limits), stopAtErrors: true })
  const strict = await task.promise
    .then((document) => document.getPage(page.pageNumber))
    .then((same) => same.getOperatorList())
    .catch((error: unknown) => refuse(/maximum allowed size/.test(String(error)) ? 'too-many-pixels' : 'damaged-file'))
    .finally(() => task.destroy())
  const lenient = await page.getOperatorList()
  if (strict && strict.fnArray.length < lenient.fnArray.length) refuse('too-many-pixels')
}

/** A text layer is believed when there is one and it is not full of characters that nobody prints. */
function trusted(lines: Line[]): boolean {
  const text = lines.map((line) => line.text).join('')
  return text.trim() !== '' && garbage(text) < 0.1
}

async function damagedIfFails<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch {
    throw new IntakeError('damaged-file')
  }
}
