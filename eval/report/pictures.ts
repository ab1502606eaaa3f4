import sharp from 'sharp'
import type { Box } from '../../api/client.ts'
import type { Reader } from '../../api/index.ts'
import type { Scored } from '../evaluation.ts'
import type { Place } from '../score/places.ts'
import type { ErrorShown } from './errors.ts'

/** A piece of a page with the place that was read framed in red and the labelled places in green, as WebP. */
export interface Picture {
  base64: string
  width: number
  height: number
}

const PAGE_WIDTH = 1600
const WIDEST = 640
/** So much of the surroundings is shown, in heights of the box. */
const AROUND = 2.5

/** Cuts out what errors were read from; a file that cannot be drawn has no picture. */
export async function drawPictures(
  errors: readonly ErrorShown[],
  scored: readonly Scored[],
  reader: Pick<Reader, 'raster'>,
): Promise<Map<ErrorShown, Picture>> {
  const pages = new Map(
    scored.flatMap(({ answer }) =>
      answer.materials.flatMap(({ path, pages: sizes }) =>
        sizes.map((size) => [`${path} ${size.page}`, size] as const),
      ),
    ),
  )
  const pictures = new Map<ErrorShown, Picture>()
  for (const error of errors) {
    const size = error.seen && pages.get(`${error.seen.path} ${error.seen.page}`)
    if (!error.seen?.box || !size) continue
    try {
      const { path, page, box } = error.seen
      const raster = await reader.raster({ path }, page, { width: PAGE_WIDTH })
      pictures.set(error, await cut(raster.webp, box, raster.width / size.width, error.places))
    } catch {
      // The error is shown without: its words say what was read.
    }
  }
  return pictures
}

async function cut(page: Uint8Array, box: Box, scale: number, places: readonly Place[]): Promise<Picture> {
  const { width = 0, height = 0 } = await sharp(page).metadata()
  const xs = [box[0], box[2], box[4], box[6]].map((one) => one * scale)
  const ys = [box[1], box[3], box[5], box[7]].map((one) => one * scale)
  const margin = Math.max(40, (Math.max(...ys) - Math.min(...ys)) * AROUND)
  const left = Math.max(0, Math.round(Math.min(...xs) - margin))
  const top = Math.max(0, Math.round(Math.min(...ys) - margin))
  const area = {
    left,
    top,
    width: Math.max(1, Math.min(width, Math.round(Math.max(...xs) + margin)) - left),
    height: Math.max(1, Math.min(height, Math.round(Math.max(...ys) + margin)) - top),
  }
  const labelled = places.map(([x1, y1, x2, y2]) => {
    const [x, y] = [x1 * width - left, y1 * height - top]
    return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${((x2 - x1) * width).toFixed(1)}" height="${((y2 - y1) * height).toFixed(1)}" fill="none" stroke="#1b7f3b" stroke-width="3" stroke-dasharray="9 5"/>`
  })
  const corners = xs.map((one, i) => `${(one - left).toFixed(1)},${((ys[i] ?? 0) - top).toFixed(1)}`).join(' ')
  const frame = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${area.width}" height="${area.height}"><polygon points="${corners}" fill="none" stroke="#d01f1f" stroke-width="3"/>${labelled.join('')}</svg>`,
  )
  const framed = await sharp(page)
    .extract(area)
    .composite([{ input: frame }])
    .png()
    .toBuffer()
  const { data, info } = await sharp(framed)
    .resize({ width: WIDEST, withoutEnlargement: true })
    .webp({ quality: 60 })
    .toBuffer({ resolveWithObject: true })
  return { base64: data.toString('base64'), width: info.width, height: info.height }
}
