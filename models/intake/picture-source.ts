import { IntakeError } from './intake-error.ts'
import { sharp } from './safe-sharp.ts'
import type { IntakeLimits, Source } from './source.ts'

/** Opens a JPEG, PNG, WebP or GIF (first frame) or the pages of a TIFF: upright by EXIF, transparency on white, any colour model to 8-bit RGB. */
export async function openPicture(
  bytes: Uint8Array,
  limits: IntakeLimits,
  kind: 'single' | 'multipage' = 'single',
): Promise<Source> {
  const first = await readHeader(bytes, 1, limits)
  const pages = kind === 'multipage' ? first.pages : 1
  if (pages > limits.pdfPages)
    throw new IntakeError('too-many-pages', { before: `共 ${pages} 页，最多读取 ${limits.pdfPages} 页。` })
  const render = async (page: number, header: Size, side: 'width' | 'height', size: number) => {
    try {
      let image = sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', page: page - 1 }).autoOrient()
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
    pages,
    async open(page) {
      const header = page === 1 ? first : await readHeader(bytes, page, limits)
      const shrink = Math.min(1, Math.sqrt(limits.workingPixels / (header.width * header.height)))
      const picture = await render(page, header, 'width', Math.round(header.width * shrink))
      return { page: { page, ...picture, textLayer: null }, scale: header.width / picture.width }
    },
    look: async (page, side, size) =>
      render(page, page === 1 ? first : await readHeader(bytes, page, limits), side, size),
    close: async () => {},
  }
}

interface Size {
  width: number
  height: number
}

/** Upright width and height of one page, and the number of pages, from the header alone. */
async function readHeader(bytes: Uint8Array, page: number, limits: IntakeLimits): Promise<Size & { pages: number }> {
  const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false, page: page - 1 })
    .metadata()
    .catch((error: unknown) => {
      const tooLarge = /pixel limit|dimension|too large|exceeds/i.test(String(error))
      throw new IntakeError(tooLarge ? 'too-many-pixels' : 'damaged-file')
    })
  if (autoOrient.width * autoOrient.height > limits.pixels)
    throw new IntakeError('too-many-pixels', { before: `图片为 ${autoOrient.width} × ${autoOrient.height} 像素。` })
  return { ...autoOrient, pages }
}
