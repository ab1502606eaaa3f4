import { t } from '../strings/index.ts'

const MAX_BYTES = 50 * 1024 * 1024
const MAX_LOOKED_AT_BYTES = 12 * 1024 * 1024
const WINDOW_PIXELS = 256
const SMALL_PIXELS = 700
/** Longer side at which a page is still read well; focus is judged at this size. */
const READING_PIXELS = 1600
const PREVIEW_PIXELS = 112

/** Why a file is not worth sending, or null. The service decides by content; this only spares a useless upload. */
export function refusal(file: { name: string; size: number; type: string }): string | null {
  if (file.size === 0) return t.hints.empty
  if (file.size > MAX_BYTES) return t.hints.large
  const known = /\.(jpe?g|png|webp|pdf|heic|heif|tiff?|bmp|ofd|docx)$/i.test(file.name)
  return known || /^(image\/|application\/pdf)/.test(file.type) ? null : t.hints.kind
}

/** Advice on a photograph from its grey pixels (row by row, 0–255): too dark, too bright, out of focus. Never blocks. */
export function adviseOnGrey(grey: ArrayLike<number>, width: number, height: number): string[] {
  let sum = 0
  let white = 0
  for (let i = 0; i < grey.length; i++) {
    const value = grey[i] ?? 0
    sum += value
    if (value > 250) white++
  }
  const mean = sum / grey.length
  const advice: string[] = []
  if (mean < 60) advice.push(t.hints.dark)
  else if (white / grey.length > 0.35 && mean > 245) advice.push(t.hints.bright)
  if (sharpestStep(grey, width, height) < 24) advice.push(t.hints.blurred)
  return advice
}

/** The grey step between neighbours that only 1 % of the pixels exceed: small when nothing has a sharp edge. */
function sharpestStep(grey: ArrayLike<number>, width: number, height: number): number {
  const count = new Uint32Array(256)
  let all = 0
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++) {
      const step = Math.abs((grey[y * width + x] ?? 0) - (grey[y * width + x - 1] ?? 0))
      count[step] = (count[step] ?? 0) + 1
      all++
    }
  }
  let above = 0
  for (let step = 255; step >= 0; step--) {
    above += count[step] ?? 0
    if (above > all * 0.01) return step
  }
  return 0
}

/** What the browser can say of a photograph before the service has looked. */
export interface FirstLook {
  advice: string[]
  /** Small picture as a data URL, or null. */
  preview: string | null
}

/**
 * Looks at a photograph in the browser through nine small windows at reading size (focus does not show in a small copy).
 * A file it cannot decode, or too big for a cheap phone's memory, gives no advice.
 */
export async function lookAtPhoto(file: File): Promise<FirstLook> {
  const nothing: FirstLook = { advice: [], preview: null }
  if (!file.type.startsWith('image/') || file.size > MAX_LOOKED_AT_BYTES) return nothing
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    const scale = Math.max(1, Math.max(width, height) / READING_PIXELS)
    const side = Math.floor(Math.min(WINDOW_PIXELS, width / 3 / scale, height / 3 / scale))
    const seen = side * scale
    const canvas = document.createElement('canvas')
    canvas.width = side * 3
    canvas.height = side * 3
    const context = canvas.getContext('2d')
    if (!context) return nothing
    for (let i = 0; i < 9; i++) {
      const column = i % 3
      const row = Math.floor(i / 3)
      const x = ((column + 0.5) * width) / 3 - seen / 2
      const y = ((row + 0.5) * height) / 3 - seen / 2
      context.drawImage(bitmap, x, y, seen, seen, column * side, row * side, side, side)
    }
    const { data } = context.getImageData(0, 0, side * 3, side * 3)
    const grey = new Uint8Array(side * side * 9)
    for (let i = 0; i < grey.length; i++) {
      grey[i] = ((data[i * 4] ?? 0) * 3 + (data[i * 4 + 1] ?? 0) * 6 + (data[i * 4 + 2] ?? 0)) / 10
    }
    const small = Math.max(width, height) < SMALL_PIXELS ? [t.hints.small] : []
    const advice = [...small, ...adviseOnGrey(grey, side * 3, side * 3)]
    canvas.width = PREVIEW_PIXELS
    canvas.height = Math.round((PREVIEW_PIXELS * height) / width)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return { advice, preview: canvas.toDataURL('image/jpeg', 0.6) }
  } catch {
    return nothing
  }
}
