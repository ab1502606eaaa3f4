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
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0, j = 0; j < data.length; i += 3, j += 4) {
    data[j] = rgb[i] ?? 0
    data[j + 1] = rgb[i + 1] ?? 0
    data[j + 2] = rgb[i + 2] ?? 0
    data[j + 3] = 255
  }
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode', 'DataMatrix', 'PDF417', 'Code128'],
    maxNumberOfSymbols: MOST_CODES,
    tryHarder: true,
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
