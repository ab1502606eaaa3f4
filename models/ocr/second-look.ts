import type { Decoded } from './ctc.ts'
import type { Rect } from './geometry.ts'
import { type Picture, softened } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** A line read with less is read again. */
const CLEAR = 0.93
/**
 * Gaussian, in pixels, laid over the picture before the second look: noise and compression of a blurred photograph hurt the network
 * more than the lost sharpness. Measured on drawn poor photographs; wider pictures, sharpening and deconvolution read worse.
 */
const SOFT = 1
/** What two looks read differently is not surer than this. */
const DISPUTED = 0.6

/**
 * A second look at lines that were not read clearly, at a softer picture made once per page: the surer of the two counts. Where they
 * show the same number of characters, those that differ are doubted, and what the other look saw stands among their alternatives.
 */
export function secondLook(read: Recogniser, picture: Picture): (rect: Rect, first: Decoded) => Promise<Decoded> {
  let soft: Promise<Picture> | null = null
  return async (rect, first) => {
    if (first.confidence >= CLEAR || first.text === '') return first
    soft ??= softened(picture, SOFT)
    const second = await read(await soft, rect)
    return second.confidence > first.confidence ? disputed(second, first) : disputed(first, second)
  }
}

/** A reading with the characters doubted that another of the same length shows differently. */
export function disputed(taken: Decoded, other: Decoded): Decoded {
  if (taken.text.length !== other.text.length) return taken
  const differs = (i: number) => taken.text[i] !== other.text[i]
  return {
    ...taken,
    characters: taken.characters.map((value, i) => (differs(i) ? Math.min(DISPUTED, value) : value)),
    alternatives: taken.alternatives.map((seen, i) => {
      const text = other.text[i] ?? ''
      const probability = Math.min(1 - DISPUTED, other.characters[i] ?? 0)
      const rest = seen.filter((one) => one.text !== text)
      return differs(i) ? [{ text, probability }, ...rest] : seen
    }),
  }
}
