import sharp from 'sharp'
import { IntakeError } from './intake-error.ts'
import type { IntakeLimits, Source } from './source.ts'

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** Opens a JPEG, PNG or WebP (first frame): upright by EXIF, transparency on white, any colour model to 8-bit RGB. */
export async function openPicture(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  const header = await readHeader(bytes)
  if (header.width * header.height > limits.pixels)
    throw new IntakeError('too-many-pixels', { before: `图片为 ${header.width} × ${header.height} 像素。` })
  const render = async (side: 'width' | 'height', size: number) => {
    try {
      let image = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error' }).autoOrient()
      if (size < header[side]) image = image.resize({ [side]: size, kernel: 'lanczos3' })
      const { data, info } = await image
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      if (info.channels !== 3) throw new Error(`${info.channels} channels`)
      return { width: info.width, height: info.height, rgb: data }
    } catch {
      throw new IntakeError('damaged-file')
    }
  }
  return {
    pages: 1,
    async open(page) {
      const shrink = Math.min(1, Math.sqrt(limits.workingPixels / (header.width * header.height)))
      const picture = await render('width', Math.round(header.width * shrink))
      return { page: { page, ...picture, textLayer: null }, scale: header.width / picture.width }
    },
    look: (_, side, size) => render(side, size),
    close: async () => {},
  }
}

/** Upright width and height from the header alone. */
async function readHeader(bytes: Uint8Array) {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return autoOrient
  } catch (error) {
    const tooLarge = /pixel limit|dimension|too large|exceeds/i.test(String(error))
    throw new IntakeError(tooLarge ? 'too-many-pixels' : 'damaged-file')
  }
}
