import decoder from 'heic-decode'
import sharp from 'sharp'
import { IntakeError } from './intake-error.ts'
import type { IntakeLimits, Source } from './source.ts'

/** Opens a HEIC photograph (its first image). The decoder turns it by the file's own irot box; EXIF says the same again and is left alone. */
export async function openHeic(bytes: Uint8Array, limits: IntakeLimits): Promise<Source> {
  const photo = await decode(bytes, limits)
  const render = async (side: 'width' | 'height', size: number) => {
    const image = sharp(photo.data, {
      raw: { width: photo.width, height: photo.height, channels: 4 },
      limitInputPixels: limits.pixels,
    })
    const resized = size < photo[side] ? image.resize({ [side]: size, kernel: 'lanczos3' }) : image
    const { data, info } = await resized.flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, rgb: data }
  }
  return {
    pages: 1,
    async open(page) {
      const shrink = Math.min(1, Math.sqrt(limits.workingPixels / (photo.width * photo.height)))
      const picture = await render('width', Math.round(photo.width * shrink))
      return { page: { page, ...picture, textLayer: null }, scale: photo.width / picture.width }
    },
    look: (_, side, size) => render(side, size),
    close: async () => {},
  }
}

async function decode(bytes: Uint8Array, limits: IntakeLimits) {
  const images = await decoder.all({ buffer: bytes }).catch(() => null)
  const first = images?.[0]
  if (!images || !first) throw new IntakeError('damaged-file')
  try {
    const { width, height } = first
    if (width * height > limits.pixels)
      throw new IntakeError('too-many-pixels', { before: `图片为 ${width} × ${height} 像素。` })
    const { data } = await first.decode()
    return { width, height, data }
  } catch (error) {
    throw error instanceof IntakeError ? error : new IntakeError('damaged-file')
  } finally {
    images.dispose()
  }
}
