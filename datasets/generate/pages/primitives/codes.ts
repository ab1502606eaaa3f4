import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

/** What a code says and its dark modules, row by row, without the quiet zone. */
export interface DrawnCode {
  text: string
  side: number
  dark: readonly boolean[]
}

/** Addresses that lead nowhere (RFC 2606), in the manner of licence codes. */
const TEXTS = Array.from({ length: 12 }, (_, i) => `https://licence.invalid/sample/${(i * 7919 + 100003).toString(36)}`)

async function encode(text: string): Promise<DrawnCode> {
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', scale: 1, addQuietZones: false })
  if (!symbol) throw new Error(`code not written: ${error}`)
  return { text, side: symbol.width, dark: Array.from(symbol.data, (value) => value === 0) }
}

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** QR codes that can be scanned, made once: drawing a page does not wait. */
export const CODES: readonly DrawnCode[] = await Promise.all(TEXTS.map(encode))
