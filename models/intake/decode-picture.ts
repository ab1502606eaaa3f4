import { type Bitmap, decodeBmp } from './bitmap.ts'
import { sharp } from './safe-sharp.ts'
import type { IntakeLimits } from './source.ts'

/** Decodes a picture inside a document (JPEG, PNG, GIF, TIFF, WebP, BMP), no larger than a page needs; null when it cannot be. */
export async function decodePicture(bytes: Uint8Array, limits: IntakeLimits): Promise<Bitmap | null> {
  const bmp = decodeBmp(bytes, limits.workingPixels)
  if (bmp) return bmp
  try {
    const options = { limitInputPixels: limits.pixels, failOn: 'error' } as const
    const { width = 1, height = 1 } = await sharp(bytes, options).metadata()
    const shrink = Math.min(1, Math.sqrt(limits.workingPixels / (width * height)))
    const { data, info } = await sharp(bytes, options)
      .resize({ width: Math.max(1, Math.round(width * shrink)), withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return info.channels === 4 ? { width: info.width, height: info.height, rgba: data } : null
  } catch {
    return null
  }
}
