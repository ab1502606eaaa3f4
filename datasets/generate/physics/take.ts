import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import type { Sheet } from '../pages/primitives/sheet.ts'
import { seeded } from '../random.ts'
import { copied, cropped, screened } from './alter.ts'
import { desk } from './desk.ts'
import { light } from './light.ts'
import type { Photo } from './photo.ts'
import { type Corners, project } from './project.ts'
import { reliefOf } from './relief.ts'

/** A picture as a phone or scanner saves it. */
export interface Jpeg {
  bytes: Buffer
  width: number
  height: number
  /** Where the corners of the sheet fall, in pixels. */
  corners: Corners
}

/** Photographs a drawn sheet: JPEG bytes without metadata, the same for the same sheet and photo. */
export async function takePhoto(sheet: Sheet, photo: Photo): Promise<Jpeg> {
  const random = seeded(photo.seed)
  const flat = photo.perspective === 0 && photo.rotation === 0
  const landscape = sheet.width > sheet.height
  const ratio = flat
    ? Math.min(sheet.width, sheet.height) / Math.max(sheet.width, sheet.height)
    : sheet.card
      ? 0.7
      : 0.75
  const long = photo.size
  const short = Math.round(long * ratio)
  const [width, height] = landscape ? [long, short] : [short, long]
  const fit = flat ? 1 : sheet.card ? random.between(0.72, 0.86) : random.between(0.89, 0.95)
  const scale = Math.min((width * fit) / sheet.width, (height * fit) / sheet.height)
  const page = shrink(sheet, sheet.width * scale, sheet.height * scale)
  if (photo.copy) copied(page.data, photo.copy, random.fork('copy'))
  if (sheet.over) layOver(page, sheet.over)
  const corners = cropped(
    place(page.width, page.height, width, height, photo, random),
    { width, height },
    photo.crop ?? 0,
    random.fork('crop'),
  )
  const frame = flat ? blank(width, height) : desk(width, height, photo.desk, random.fork('desk'))
  if (!flat) castShadow(frame, corners, width, height, sheet.card)
  const relief = reliefOf(photo, random.fork('relief'))
  project(
    page,
    corners,
    frame,
    { width, height },
    { fold: photo.fold, curl: photo.curl, relief, random: random.fork('paper') },
  )
  if (photo.screen) screened(frame, width, height, photo.screen, random.fork('screen'))
  light(frame, width, height, photo, random.fork('light'))
  const sigma = photo.blur * 1.6
  let image = sharp(Buffer.from(frame.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
  if (sigma >= 0.3) image = image.blur(sigma)
  return { bytes: await image.jpeg({ quality: photo.jpeg, mozjpeg: true }).toBuffer(), width, height, corners }
}

function blank(width: number, height: number): Uint8ClampedArray {
  return new Uint8ClampedArray(width * height * 4).fill(255)
}

interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Scales the sheet to about the size it has in the picture, so that sampling it later does not alias. */
function shrink(sheet: Sheet, width: number, height: number): Pixels {
  let source = sheet.canvas
  while (source.width > width * 2) {
    const half = createCanvas(Math.round(source.width / 2), Math.round(source.height / 2))
    half.getContext('2d').drawImage(source, 0, 0, half.width, half.height)
    source = half
  }
  const canvas = createCanvas(Math.round(width), Math.round(height))
  const ctx = canvas.getContext('2d')
  ctx.imageSmoothingQuality = 'high'
  ctx.drawImage(source, 0, 0, canvas.width, canvas.height)
  return { width: canvas.width, height: canvas.height, data: ctx.getImageData(0, 0, canvas.width, canvas.height).data }
}

/** What was written on the sheet after it was copied keeps its colour. */
function layOver(page: Pixels, over: Sheet['canvas']): void {
  const canvas = createCanvas(page.width, page.height)
  const ctx = canvas.getContext('2d')
  const image = ctx.createImageData(page.width, page.height)
  image.data.set(page.data)
  ctx.putImageData(image, 0, 0)
  ctx.globalCompositeOperation = 'multiply'
  ctx.drawImage(over, 0, 0, page.width, page.height)
  page.data.set(ctx.getImageData(0, 0, page.width, page.height).data)
}

/** Where the four corners of the page fall in the picture. */
function place(
  pw: number,
  ph: number,
  width: number,
  height: number,
  photo: Photo,
  random: ReturnType<typeof seeded>,
): Corners {
  const angle = (photo.rotation * Math.PI) / 180
  const cx = width / 2 + random.between(-0.008, 0.008) * width * (photo.perspective > 0 ? 1 : 0)
  const cy = height / 2 + random.between(-0.008, 0.008) * height * (photo.perspective > 0 ? 1 : 0)
  const tilt = photo.perspective * 0.05
  const squeeze = [random.between(0, tilt), random.between(0, tilt), random.between(0, tilt), random.between(0, tilt)]
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx = 0, sy = 0], i) => {
    const inset = 1 - (squeeze[i] ?? 0)
    const x = (sx * pw * inset) / 2
    const y = (sy * ph * inset) / 2
    return [cx + x * Math.cos(angle) - y * Math.sin(angle), cy + x * Math.sin(angle) + y * Math.cos(angle)] as const
  }) as unknown as Corners
}

/** The page lies on the desk: a soft dark rim below and to the right of it. */
function castShadow(frame: Uint8ClampedArray, corners: Corners, width: number, height: number, card: boolean): void {
  const canvas = createCanvas(width, height)
  const ctx = canvas.getContext('2d')
  const image = ctx.createImageData(width, height)
  image.data.set(frame)
  ctx.putImageData(image, 0, 0)
  ctx.shadowColor = 'rgba(0,0,0,.55)'
  ctx.shadowBlur = card ? 14 : 20
  ctx.shadowOffsetX = 5
  ctx.shadowOffsetY = 7
  ctx.fillStyle = '#777'
  ctx.beginPath()
  const [first, second] = corners
  // Inside the page by half a pixel, round where a card is round: only the shadow may be seen.
  const radius = card ? Math.hypot(second[0] - first[0], second[1] - first[1]) * 0.045 : 1
  ctx.moveTo((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
  for (let i = 1; i <= 4; i++) {
    const [x, y] = corners[i % 4] ?? first
    const [nextX, nextY] = corners[(i + 1) % 4] ?? first
    ctx.arcTo(x, y, nextX, nextY, radius)
  }
  ctx.closePath()
  ctx.fill()
  frame.set(ctx.getImageData(0, 0, width, height).data)
}
