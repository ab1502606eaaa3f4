import type { Line } from '../../facts/reading.ts'
import { doubted } from './text-layer.ts'

/** Least difference of brightness (0–255) by which print shows on its ground. */
const SHOWS = 24
/** Lower print (pixels at the drawn resolution) was not meant for eyes. */
const LOWEST = 6
/** So many times the page's diagonal a line may be long: more of it is never seen. */
const LONGEST = 4
/** Fewer pixels of a character than this are dirt. */
const SPECK = 2
/** A line is painted for people when so many of its characters show; the others are for the reader of the picture to doubt. */
const MOST = 0.5
/** Nothing of a text layer shows on an empty page: hidden, or a font is missing on this machine. Nobody may rely on it. */
const UNSEEN = 0.5

interface Pixels {
  width: number
  height: number
  rgb: Uint8Array
}

/**
 * What of a page's text layer people see: text whose drawing changes the picture. `bare` is the page drawn without its text, `picture`
 * the page as it is; text that is invisible, in the colour of its ground, clipped away or under a picture or a patch leaves both alike.
 * `note` says in Chinese what was done.
 */
export function shownLines(
  all: Line[],
  page: number,
  picture: Pixels,
  bare: Uint8Array,
): { lines: Line[]; note: string | null } {
  const lines = all.filter((line) => shows(line, picture, bare))
  if (lines.length === all.length) return { lines, note: null }
  if (lines.length === 0 && isBlank(bare)) {
    const doubtful = all.map((line) => doubted(line, UNSEEN))
    return { lines: doubtful, note: `第 ${page} 页的文字在页面上显示不出来，可能缺少字体，请人工核对。` }
  }
  if (lines.length === 0) return { lines, note: `第 ${page} 页附带的文字没有显示在页面上，未采用，按图像读取。` }
  return { lines, note: `第 ${page} 页有看不见的文字，未采用。` }
}

const isBlank = (rgb: Uint8Array) => rgb.every((value) => value > 255 - SHOWS)

/** Whether most characters of a line change the picture where they stand. */
function shows({ text, box, xs = [] }: Line, { width, height, rgb }: Pixels, bare: Uint8Array): boolean {
  const [x0, y0, x1, y1, , , x3, y3] = box
  const [long, high] = [Math.hypot(x1 - x0, y1 - y0), Math.hypot(x3 - x0, y3 - y0)]
  // No page shows print taller than itself, or a line that goes on and on beyond it; a file may ask for any size.
  const page = Math.hypot(width, height)
  if (!(high >= LOWEST && high <= page && long <= LONGEST * page)) return false
  const light = (from: Uint8Array, at: number) =>
    ((from[at] ?? 0) * 3 + (from[at + 1] ?? 0) * 6 + (from[at + 2] ?? 0)) / 10
  const inkAround = (middle: number): boolean => {
    let ink = 0
    for (let u = middle * long - 0.3 * high; u <= middle * long + 0.3 * high; u++)
      for (let v = 0; v <= high; v++) {
        const x = Math.round(x0 + ((x1 - x0) * u) / long + ((x3 - x0) * v) / high)
        const y = Math.round(y0 + ((y1 - y0) * u) / long + ((y3 - y0) * v) / high)
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const at = (y * width + x) * 3
        if (Math.abs(light(rgb, at) - light(bare, at)) > SHOWS && ++ink >= SPECK) return true
      }
    return false
  }
  const places = xs.filter((_, i) => text[i]?.trim() !== '')
  const shown = places.filter(inkAround).length
  return shown > 0 && shown >= MOST * places.length
}
