import type { Decoded } from './ctc.ts'
import { fromCorners, type Point, type Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** A figure or a letter standing alone is about so much taller than wide, as the detector draws it; a word running upwards is taller. */
const [NARROW, A_WORD] = [1.5, 2.6]
/** How surely a lone figure must be read, and how much less surely than the same print taken for a word running upwards. */
const SURE = 0.7
const LESS = 0.15

/** Whether a region may be one upright figure or letter. */
const mayBeLone = ({ width, height }: Rect): boolean => height >= NARROW * width && height < A_WORD * width

/** The rectangle made as wide as it is high, about its middle. */
function squared({ corners: [tl, tr, br, bl], width, height }: Rect): Rect {
  const more = (height - width) / 2 / Math.max(1, width)
  const beyond = (a: Point, b: Point): Point => [a[0] + (a[0] - b[0]) * more, a[1] + (a[1] - b[1]) * more]
  return fromCorners([beyond(tl, tr), beyond(tr, tl), beyond(br, bl), beyond(bl, br)])
}

/**
 * Reads a narrow region as one standing figure too: the recogniser takes tall regions for words running upwards, and a single 2 in a
 * cell lying on its side reads as 22, z or w.
 */
export async function standingFigure(
  read: Recogniser,
  picture: Picture,
  rect: Rect,
  turned: Decoded,
): Promise<Decoded> {
  if (!mayBeLone(rect)) return turned
  const standing = await read(picture, squared(rect))
  const lone = /^[0-9A-Za-z]$/u.test(standing.text.trim())
  return lone && standing.confidence >= Math.max(SURE, turned.confidence - LESS) ? standing : turned
}
