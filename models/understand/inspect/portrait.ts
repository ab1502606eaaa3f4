import type { Box } from '../../../facts/fact.ts'
import type { Line, Mark } from '../../../facts/reading.ts'
import type { Blob } from './overlapping-seals.ts'
import { luminance, type Small } from './pixels.ts'
import { blobs } from './seals.ts'

/** Chroma of human skin (YCbCr, after Chai & Ngan 1999), narrower on its grey side: yellowish paper is no skin. */
const [CB, CR]: [readonly [number, number], readonly [number, number]] = [
  [80, 125],
  [138, 175],
]
/** A face narrower than this (cells) shows nothing that tells it from a stain; one may fill so much of the picture's width. */
const [LEAST, MOST] = [12, 0.75]
/** Face and neck are so many times as high as wide, and fill so much of their box. */
const [FLAT, LONG, SOLID] = [0.9, 2.6, 0.5]
/** Hair is at most so light beside the face, and over the forehead at least so much of it is seen. */
const [DARK, HAIRY] = [0.55, 0.6]
/** The ground of a portrait is plain: its light (0–255) spreads no more, and differs by no more from one side to the other. */
const [SPREAD, UNEVEN] = [14, 45]
/** Clothes differ by so much from the ground, over so much of the shoulders' width. */
const [CLOTHES, SHOULDERS] = [24, 0.4]

function skinCells({ rgb, width, height }: Small): Uint8Array {
  const skin = new Uint8Array(width * height)
  for (let i = 0; i < skin.length; i += 1) {
    const [r, g, b] = [rgb[3 * i] ?? 0, rgb[3 * i + 1] ?? 0, rgb[3 * i + 2] ?? 0]
    const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b
    const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b
    if (r > 80 && cb > CB[0] && cb < CB[1] && cr > CR[0] && cr < CR[1]) skin[i] = 1
  }
  return skin
}

type Colour = [number, number, number]
interface Patch {
  colour: Colour
  spread: number
}

/** Mean colour of a rectangle of cells and the spread of its light; null when too little of it lies in the picture. */
function patchOf(small: Small, light: Float32Array, x0: number, y0: number, x1: number, y1: number): Patch | null {
  const [left, right] = [Math.max(0, Math.round(x0)), Math.min(small.width, Math.round(x1))]
  const [top, bottom] = [Math.max(0, Math.round(y0)), Math.min(small.height, Math.round(y1))]
  if (right - left < 2 || bottom - top < 2) return null
  const colour: Colour = [0, 0, 0]
  let [sum, squares] = [0, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * small.width + x
      for (const c of [0, 1, 2] as const) colour[c] += small.rgb[3 * at + c] ?? 0
      sum += light[at] ?? 0
      squares += (light[at] ?? 0) ** 2
    }
  const n = (right - left) * (bottom - top)
  return {
    colour: [colour[0] / n, colour[1] / n, colour[2] / n],
    spread: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)),
  }
}

const apart = (a: Colour, b: Colour) => Math.max(...[0, 1, 2].map((c) => Math.abs((a[c] ?? 0) - (b[c] ?? 0))))

/** The height of the hair over a face in cells; null when no hair is over it. */
function hairOver(light: Float32Array, width: number, { x0, x1, y0, y1, cells }: Blob): number | null {
  const face = cells.reduce((sum, at) => sum + (light[at] ?? 0), 0) / cells.length
  const [w, h] = [x1 - x0 + 1, y1 - y0 + 1]
  const [from, to] = [Math.round(x0 + 0.25 * w), Math.round(x1 - 0.25 * w)]
  const darkAt = (y: number) => {
    let dark = 0
    for (let x = from; x <= to; x += 1) if ((light[y * width + x] ?? 255) < DARK * face) dark += 1
    return dark / (to - from + 1)
  }
  // A high forehead ends in shine, a fringe in strands.
  let y = y0 + Math.round(0.05 * h)
  while (y >= 0 && y > y0 - 0.15 * h && darkAt(y) < HAIRY) y -= 1
  const bottom = y
  while (y >= 0 && y > y0 - h && darkAt(y) >= HAIRY) y -= 1
  return bottom - y >= Math.max(2, 0.08 * h) ? y0 - y : null
}

/** Where a portrait lies about a skin-coloured blob: hair over it, the same plain ground on both sides, clothes below. Null when it is none. */
function portraitAbout(small: Small, light: Float32Array, blob: Blob): Omit<Blob, 'cells'> | null {
  const { x0, y0, x1, y1, cells } = blob
  const [w, h] = [x1 - x0 + 1, y1 - y0 + 1]
  if (w < LEAST || w > MOST * small.width || h < FLAT * w || h > LONG * w || cells.length < SOLID * w * h) return null
  if (x0 === 0 || y0 === 0 || x1 === small.width - 1 || y1 === small.height - 1) return null
  const hair = hairOver(light, small.width, blob)
  if (hair === null) return null
  // Beside the hair, further out than it reaches.
  const [top, bottom] = [y0 - 0.8 * hair, y0 + 0.1 * h]
  const left = patchOf(small, light, x0 - 0.45 * w, top, x0 - 0.25 * w, bottom)
  const right = patchOf(small, light, x1 + 0.25 * w, top, x1 + 0.45 * w, bottom)
  if (!left || !right || left.spread > SPREAD || right.spread > SPREAD || apart(left.colour, right.colour) > UNEVEN)
    return null
  const face = patchOf(small, light, x0 + 0.3 * w, y0 + 0.3 * h, x1 - 0.3 * w, y0 + 0.5 * h)
  if (!face || apart(face.colour, left.colour) < CLOTHES) return null
  const ground = left.colour.map((value, c) => (value + (right.colour[c] ?? 0)) / 2) as Colour
  let [clothed, seen] = [0, 0]
  for (let y = Math.round(y1 + 0.08 * h); y < Math.min(small.height, y1 + 0.2 * h); y += 1)
    for (let x = Math.max(0, Math.round(x0 - 0.1 * w)); x < Math.min(small.width, x1 + 0.1 * w); x += 1) {
      const at = 3 * (y * small.width + x)
      seen += 1
      if (apart([small.rgb[at] ?? 0, small.rgb[at + 1] ?? 0, small.rgb[at + 2] ?? 0], ground) > CLOTHES) clothed += 1
    }
  if (seen === 0 || clothed < SHOULDERS * seen) return null
  return {
    x0: Math.max(0, Math.round(x0 - 0.5 * w)),
    y0: Math.max(0, Math.round(y0 - hair - 0.15 * h)),
    x1: Math.min(small.width - 1, Math.round(x1 + 0.5 * w)),
    y1: Math.min(small.height - 1, Math.round(y1 + 0.3 * h)),
  }
}

/** Portraits on a page, upright and in colour: a face under hair before a plain ground. Boxes in page pixels. */
export function portraitsOn(small: Small, page: number): Mark[] {
  const light = luminance(small)
  return blobs(skinCells(small), small.width, small.height, 1).flatMap((blob): Mark[] => {
    const found = portraitAbout(small, light, blob)
    if (!found) return []
    const [x0, y0, x1, y1] = [found.x0, found.y0, found.x1 + 1, found.y1 + 1].map((v) => v * small.step) as [
      number,
      number,
      number,
      number,
    ]
    const box: Box = [x0, y0, x1, y0, x1, y1, x0, y1]
    return [{ kind: 'photo', present: true, page, box, confidence: 0.9 }]
  })
}

/** A photograph bears at most a few words of its own (证件照, a name written below). */
const WORDS = 8
/** What a card or a paper with a portrait on it prints. */
const PRINTED = /[证卡书表]$|^(?:姓名|性别|编号|证号|部门|单位)/u

/** Whether the middle of a box lies in a portrait: what looks like print there is a face or a collar. */
const inPhoto = (box: Line['box'], { box: photo }: Mark) => {
  const [x, y] = [(box[0] + box[4]) / 2, (box[1] + box[5]) / 2]
  return photo !== null && x > photo[0] && x < photo[4] && y > photo[1] && y < photo[5]
}

const wordsOf = (lines: readonly Line[]) =>
  lines.map(({ text }) => [...text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '')])

/** Whether a page prints no more words than a photograph may bear. */
export const hasFewWords = (lines: readonly Line[]): boolean =>
  wordsOf(lines).reduce((sum, { length }) => sum + length, 0) <= WORDS

/** Whether a page is a portrait by itself, alone or on a blank sheet: no paper's print stands beside it, read or not. */
export function isPortrait(marks: readonly Mark[], lines: readonly Line[], unread: readonly Line['box'][]): boolean {
  const photos = marks.filter(({ kind }) => kind === 'photo')
  const beside = (box: Line['box']) => !photos.some((photo) => inPhoto(box, photo))
  return (
    photos.length > 0 &&
    photos.length === marks.length &&
    !unread.some(beside) &&
    hasFewWords(lines) &&
    wordsOf(lines).every((text) => !PRINTED.test(text.join('')))
  )
}
