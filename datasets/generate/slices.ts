import { type Forwarding, throughChat } from './forwarded.ts'
import type { Content } from './pages/content.ts'
import { fineprint } from './pages/primitives/fineprint.ts'
import { printedOn } from './pages/primitives/printed.ts'
import { roundSeal } from './pages/primitives/seal.ts'
import { onPaper, type Sheet } from './pages/primitives/sheet.ts'
import { watermark } from './pages/primitives/watermark.ts'
import type { Photo } from './physics/photo.ts'
import type { Random } from './random.ts'

/** One thing that makes a page hard to read, at a strength of 0 (hardly) – 1 (strongly). */
interface Slice {
  /** Layouts that can show it; every layout when missing. */
  layouts?: readonly string[]
  /** The content as this slice has it filled in. */
  fill?(content: Content, strength: number, random: Random): Content
  /** The sheet with the harm on it, and the fields that it lies on; all of them when none are named. */
  print?(sheet: Sheet, content: Content, strength: number, random: Random): { sheet: Sheet; fields?: string[] }
  photo?(photo: Photo, strength: number): Photo
  forward?(photo: Photo, card: boolean): { photo: Photo; forwarded: Forwarding }
}

/** Values long enough to be found again among what was printed. */
const LONG = 3
/** A seal over a value is this wide in mm at most, and no wider than this share of the sheet's shorter side. */
const [SEAL, SHARE] = [40, 0.45]

/** Stamps seals over printed values: one to three of them, by strength. */
function sealOver(sheet: Sheet, content: Content, strength: number, random: Random) {
  const values = Object.entries(content.fields).flatMap(([name, value]) =>
    typeof value === 'string' && [...value].length >= LONG ? [{ name, value }] : [],
  )
  const places = printedOn(sheet.canvas).flatMap(({ text, box }) => {
    const of = values.find(({ value }) => text.endsWith(value) || ([...text].length > LONG && value.startsWith(text)))
    return of ? [{ name: of.name, box, text, value: of.value }] : []
  })
  const chosen = random.sample(
    [...new Map(places.map((place) => [place.name, place])).values()],
    1 + Math.round(2 * strength),
  )
  const diameter = Math.min(SEAL, SHARE * Math.min(sheet.width, sheet.height))
  const ring = Object.values(content.marks).find((words) => typeof words === 'string') || '上海市浦东新区行政审批局'
  onPaper(sheet, (ctx) => {
    for (const { box, text, value } of chosen) {
      const [x0, y0, x1, y1] = box
      // A label may stand before the value in the same line.
      const from = x1 - (x1 - x0) * Math.min(1, [...value].length / [...text].length)
      const x = (from + random.between(0.3, 0.7) * (x1 - from)) * sheet.width
      const y = ((y0 + y1) / 2) * sheet.height + random.between(-0.4, 0.4) * diameter
      roundSeal(ctx, { ring: String(ring), diameter, foot: random.pick(['业务专用章', '专用章', '']) }, x, y, random)
    }
  })
  return { sheet, fields: chosen.map(({ name }) => name) }
}

/** Hard slices by name: `npm run draw -- --pages --slice NAME[:STRENGTH]`. */
const SLICES: Readonly<Record<string, Slice>> = {
  // Where values are set in one piece, so that a seal finds them.
  sealed: { layouts: ['grid', 'certificate', 'leaflet', 'landscape', 'card', 'spread'], print: sealOver },
  watermark: {
    print: (sheet, _, strength, random) => {
      onPaper(sheet, (ctx) => watermark(ctx, sheet, 0.06 + 0.24 * strength, random))
      return { sheet }
    },
  },
  dense: {
    layouts: ['grid', 'office', 'leaflet', 'certificate'],
    print: (sheet, _, strength, random) => ({ sheet: fineprint(sheet, 0.75 - 0.25 * strength, random) }),
  },
  curved: { photo: (photo, strength) => ({ ...photo, bow: strength }) },
  folded: { photo: (photo, strength) => ({ ...photo, crease: strength }) },
  handwriting: {
    layouts: ['grid', 'office'],
    fill: (content, _, random) => ({
      ...content,
      written: {
        face: random.pick(['Hand', 'Brush'] as const),
        size: random.between(1.15, 1.35),
        colour: random.pick(['#1b2a63', '#20242c', '#16306f', '#1f1e1d']),
        pen: random.fork('pen'),
      },
    }),
  },
  chat: {
    photo: (photo, strength) => ({
      ...photo,
      size: Math.round(photo.size * (0.8 - 0.3 * strength)),
      jpeg: Math.round(45 - 20 * strength),
    }),
    forward: throughChat,
  },
}

export interface AskedSlice extends Slice {
  name: string
  strength: number
}

const round = (value: number) => Math.round(value * 100) / 100

/** The slice that `name` or `name:0.5` asks for; without a strength it varies by seed and is recorded. Throws on an unknown one. */
export function sliceNamed(asked: string): (random: Random) => AskedSlice {
  const [name = '', strength] = asked.split(':')
  const slice = SLICES[name]
  const share = strength === undefined ? null : Number(strength)
  if (!slice || (share !== null && !(share >= 0 && share <= 1)))
    throw new Error(`没有难读的类别 ${asked}：可用 ${Object.keys(SLICES).join('、')}，可加强度，如 curved:0.5`)
  return (random) => ({ ...slice, name, strength: share ?? round(random.between(0.15, 1)) })
}
