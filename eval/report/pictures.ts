import sharp from 'sharp'
import type { Box } from '../../api/client.ts'
import type { Reader } from '../../api/index.ts'
import type { Seen } from '../drive/answer.ts'
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
/** The figures do not wait longer for pictures than this. */
const PATIENCE_MS = 45_000
const WIDEST = 640
/** So much of the surroundings is shown, in heights of the box. */
const AROUND = 2.5

/**
 * Cuts out what errors were read from; each page is drawn once, the pages of the worst errors first, as the service found
 * them turned (looking for that anew would read the whole page). A file that cannot be drawn has no picture, nor what
 * `patience` did not wait for.
 */
export async function drawPictures(
  errors: readonly ErrorShown[],
  scored: readonly Scored[],
  reader: Pick<Reader, 'raster'>,
  patience: AbortSignal = AbortSignal.timeout(PATIENCE_MS),
): Promise<Map<ErrorShown, Picture>> {
  const pages = new Map(
    scored.flatMap(({ answer }) =>
      answer.materials.flatMap(({ path, pages: sizes }) =>
        sizes.map((size) => [`${path} ${size.page}`, size] as const),
      ),
    ),
  )
  const pictures = new Map<ErrorShown, Picture>()
  const shown = errors.flatMap((error) => (error.seen?.box ? [{ error, seen: error.seen, box: error.seen.box }] : []))
  const isOn = (seen: Seen) => (one: { seen: Seen }) => one.seen.path === seen.path && one.seen.page === seen.page
  for (const { error, seen } of shown) {
    const size = pages.get(`${seen.path} ${seen.page}`)
    if (!size || pictures.has(error) || patience.aborted) continue
    try {
      const options = { width: PAGE_WIDTH, turned: size.turned ?? 0 }
      const raster = await reader.raster({ path: seen.path }, seen.page, options, {
        signal: AbortSignal.any([patience]),
      })
      for (const other of shown.filter(isOn(seen)))
        pictures.set(other.error, await cut(raster.webp, other.box, raster.width / size.width, other.error.places))
    } catch {
      // The errors are shown without: their words say what was read.
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
