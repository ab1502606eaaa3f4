/** Pixels with transparency: RGBA, 4 bytes a pixel, row by row. */
export interface Bitmap {
  width: number
  height: number
  rgba: Uint8Array
}

/** Decodes an uncompressed Windows bitmap of 1, 4, 8, 16, 24 or 32 bits a pixel; null for anything else or more pixels than allowed. */
export function decodeBmp(bytes: Uint8Array, mostPixels: number): Bitmap | null {
  if (bytes.length < 30 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = view.getUint32(14, true)
  if (header < 12 || 14 + header > bytes.length) return null
  const core = header === 12
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true)
  const tall = core ? view.getInt16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(core ? 24 : 28, true)
  const compression = core ? 0 : view.getUint32(30, true)
  const height = Math.abs(tall)
  const plain = compression === 0 || (compression === 3 && (bits === 16 || bits === 32))
  if (!plain || width < 1 || height < 1 || width * height > mostPixels || ![1, 4, 8, 16, 24, 32].includes(bits))
    return null
  const stride = Math.ceil((width * bits) / 32) * 4
  const start = view.getUint32(10, true)
  if (start + stride * height > bytes.length) return null
  const entry = core ? 3 : 4
  // A bit field stands between header and palette only in the 40-byte header.
  const palette = 14 + header
  const rgba = new Uint8Array(width * height * 4)
  const five = compression === 3 && bits === 16 && header >= 40 && view.getUint32(54, true) === 0xf800
  for (let y = 0; y < height; y++) {
    const row = start + (tall > 0 ? height - 1 - y : y) * stride
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixel(x, row)
      rgba.set([r, g, b, 255], (y * width + x) * 4)
    }
  }
  return { width, height, rgba }

  function pixel(x: number, row: number): [number, number, number] {
    if (bits <= 8) {
      const byte = bytes[row + ((x * bits) >> 3)] ?? 0
      const index = (byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1)
      const at = palette + index * entry
      return [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0]
    }
    if (bits === 16) {
      const value = view.getUint16(row + 2 * x, true)
      if (five) return [(value >> 8) & 0xf8, (value >> 3) & 0xfc, (value << 3) & 0xf8]
      return [(value >> 7) & 0xf8, (value >> 2) & 0xf8, (value << 3) & 0xf8]
    }
    const at = row + (x * bits) / 8
    return [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0]
  }
}
