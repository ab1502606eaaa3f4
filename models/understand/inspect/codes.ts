import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Mark } from '../../../facts/reading.ts'

/** A page shows few codes; a sheet full of them is cut off here. */
const MOST_CODES = 20

let ready: Promise<unknown> | null = null

/** The decoder from the package itself: left alone it would go online for it. */
async function prepare() {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = new Uint8Array(await readFile(file)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

/** QR codes and barcodes on a page with what they say. A link is a hint on paper: it is never opened. */
export async function readCodes(page: {
  page: number
  width: number
  height: number
  rgb: Uint8Array
}): Promise<Mark[]> {
  ready ??= prepare()
  await ready
  const { width, height, rgb } = page
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0, j = 0; j < data.length; i += 3, j += 4) {
    data[j] = rgb[i] as number
    data[j + 1] = rgb[i + 1] as number
    data[j + 2] = rgb[i + 2] as number
  }
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode', 'DataMatrix', 'PDF417', 'Code128'],
    maxNumberOfSymbols: MOST_CODES,
    tryHarder: true,
    // The page stands upright, and square codes are found at any angle. Measured on real licences: the same codes in a third of the time.
    tryRotate: false,
    tryInvert: false,
  })
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, position: { topLeft: a, topRight: b, bottomRight: c, bottomLeft: d } }) => ({
      kind: 'qr',
      present: true,
      page: page.page,
      box: [a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y],
      confidence: 1,
      text: text.trim(),
    }))
}
