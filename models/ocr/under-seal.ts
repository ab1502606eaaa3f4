import type { Decoded } from './ctc.ts'
import type { Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** A pixel is red ink when its red stands so far above its green and its blue. */
const RED = 45
/** Share of a line's pixels that must be red before a seal is thought to lie on it; less is noise of the photograph. */
const LEAST = 0.015
/** Places looked at along and across a line. */
const ALONG = 120
const ACROSS = 12

/** Share (0–1) of red ink in a rectangle, from a grid of its pixels. */
export function redShare({ rgb, width, height }: Picture, { corners: [tl, tr, , bl] }: Rect): number {
  let red = 0
  for (let i = 0; i < ALONG; i++) {
    for (let j = 0; j < ACROSS; j++) {
      const [u, v] = [(i + 0.5) / ALONG, (j + 0.5) / ACROSS]
      const x = Math.round(tl[0] + u * (tr[0] - tl[0]) + v * (bl[0] - tl[0]))
      const y = Math.round(tl[1] + u * (tr[1] - tl[1]) + v * (bl[1] - tl[1]))
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const at = 3 * (y * width + x)
      if ((rgb[at] as number) - Math.max(rgb[at + 1] as number, rgb[at + 2] as number) > RED) red += 1
    }
  }
  return red / (ALONG * ACROSS)
}

/** The picture in its red light alone, in which red ink is as bright as paper and black print stays black. */
export function inRedLight({ rgb, width, height }: Picture): Picture {
  const light = new Uint8Array(rgb.length)
  for (let at = 0; at < rgb.length; at += 3) {
    const red = rgb[at] as number
    light[at] = red
    light[at + 1] = red
    light[at + 2] = red
  }
  return { width, height, rgb: light }
}

/**
 * Reads lines on which red ink lies a second time without it, from a picture made once per page: print under a seal mixes with the
 * seal's own words. The surer reading counts, so that red print itself stays what it was.
 */
export function underSeal(read: Recogniser, picture: Picture): (rect: Rect, first: Decoded) => Promise<Decoded> {
  let light: Picture | null = null
  return async (rect, first) => {
    if (redShare(picture, rect) < LEAST) return first
    light ??= inRedLight(picture)
    const second = await read(light, rect)
    return second.confidence >= first.confidence ? second : first
  }
}
