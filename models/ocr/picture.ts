import sharp from 'sharp'

/** Pixels: RGB, 3 bytes a pixel, row by row. */
export interface Picture {
  width: number
  height: number
  rgb: Uint8Array
}

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270

const raw = (p: Picture) => sharp(p.rgb, { raw: { width: p.width, height: p.height, channels: 3 } })

/** The picture at exactly `width` × `height` pixels; a window of it when `area` is given. */
export async function resize(
  p: Picture,
  width: number,
  height: number,
  area?: { left: number; top: number; width: number; height: number },
): Promise<Picture> {
  const source = area ? raw(p).extract(area) : raw(p)
  const rgb = await source
    .resize(width, height, { fit: 'fill', kernel: width > (area ?? p).width ? 'cubic' : 'linear' })
    .raw()
    .toBuffer()
  return { width, height, rgb }
}

/** The picture under a Gaussian of `sigma` pixels. */
export async function softened(p: Picture, sigma: number): Promise<Picture> {
  return { ...p, rgb: await raw(p).blur(sigma).raw().toBuffer() }
}

/** The picture turned clockwise by a multiple of 90 degrees. */
export async function turn(p: Picture, degrees: Turn): Promise<Picture> {
  if (degrees === 0) return p
  const rgb = await raw(p).rotate(degrees).raw().toBuffer()
  return degrees === 180 ? { ...p, rgb } : { width: p.height, height: p.width, rgb }
}
