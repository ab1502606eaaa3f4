import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import type { Line } from '../../facts/reading.ts'
import type { Page, SecondReader } from '../page.ts'
import { cut } from './crop.ts'
import { fromCorners, type Point } from './geometry.ts'
import type { LineReader } from './read-lines.ts'

/** Jobs after which a worker is replaced: its heap grows and never shrinks. */
const JOBS_PER_WORKER = 100
const CROP_HEIGHT = 64
const MARGIN = 16
const DENSITY = 300
/** A picture made of bare pixels says 25 dpi, and Tesseract says on the terminal that it does not believe that. */
const STATED = { density: DENSITY }
/** Without it Tesseract guesses. */
const DPI = { user_defined_dpi: String(DENSITY) }

const WHITELIST = {
  digits: '0123456789.,:-/年月日至元万',
  code: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ()',
  chinese: '',
} as const

/** The independent reader: crops that decide something, and whole pages when PP-OCR cannot be loaded. */
export interface Tesseract {
  crop(page: Page, box: Line['box'], kind: Parameters<SecondReader>[2]): Promise<{ text: string; confidence: number }>
  lines: LineReader
  close(): Promise<void>
}

/** Starts nothing until it is first asked; works without network. */
export function createTesseract(): Tesseract {
  let worker: Promise<Worker> | null = null
  let jobs = 0
  const close = async () => {
    const old = worker
    worker = null
    jobs = 0
    if (old) await (await old).terminate()
  }
  const ready = async () => {
    if (jobs++ >= JOBS_PER_WORKER) await close()
    worker ??= createWorker('chi_sim', OEM.LSTM_ONLY, {
      langPath: fileURLToPath(
        new URL('4.0.0_best_int', import.meta.resolve('@tesseract.js-data/chi_sim/package.json')),
      ),
      cacheMethod: 'none',
      gzip: true,
    })
    return worker
  }
  return {
    async crop(page, box, kind) {
      const image = await cropImage(page, box)
      const w = await ready()
      await w.setParameters({
        ...DPI,
        tessedit_pageseg_mode: PSM.SINGLE_LINE,
        tessedit_char_whitelist: WHITELIST[kind],
      })
      const { data } = await w.recognize(image)
      return { text: data.text.replace(/\s+/g, ''), confidence: data.confidence / 100 }
    },
    async lines(page) {
      const image = await sharp(page.rgb, { raw: { width: page.width, height: page.height, channels: 3 } })
        .png({ compressionLevel: 1 })
        .withMetadata(STATED)
        .toBuffer()
      const w = await ready()
      await w.setParameters({ ...DPI, tessedit_pageseg_mode: PSM.AUTO, tessedit_char_whitelist: '' })
      const { data } = await w.recognize(image, {}, { blocks: true })
      const lines = (data.blocks ?? [])
        .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
        .map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({
          page: page.page,
          box: [x0, y0, x1, y0, x1, y1, x0, y1] as const,
          text: text.replace(/(?<=[⺀-￯])\s+(?=[⺀-￯])/g, '').trim(),
          confidence: confidence / 100,
        }))
      return { page, turned: 0, lines: lines.filter(({ text }) => text !== '') }
    },
    close,
  }
}

/** A line as a small picture with a white margin, as Tesseract likes it. */
async function cropImage(page: Page, box: Line['box']): Promise<Buffer> {
  const corners: Point[] = [0, 2, 4, 6].map((i) => [box[i] ?? 0, box[i + 1] ?? 0])
  const rect = fromCorners(corners)
  const width = Math.max(16, Math.min(4000, Math.round((CROP_HEIGHT * rect.width) / Math.max(1, rect.height))))
  const planes = cut(page, rect.corners, { width, height: CROP_HEIGHT, padded: width, upsideDown: false })
  const size = width * CROP_HEIGHT
  const rgb = new Uint8Array(3 * size)
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = Math.round(((planes[(2 - c) * size + i] ?? 0) + 1) * 127.5)
  }
  return sharp(rgb, { raw: { width, height: CROP_HEIGHT, channels: 3 } })
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#ffffff' })
    .png({ compressionLevel: 1 })
    .withMetadata(STATED)
    .toBuffer()
}
