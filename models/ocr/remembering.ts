import type { Decoded } from './ctc.ts'
import type { Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import type { Recogniser } from './recognise.ts'

/** A recogniser that reads no rectangle of a picture twice in the same way: the lines that told its orientation are its text as well. */
export function remembering(read: Recogniser): Recogniser {
  const known = new Map<Rect, { picture: Picture; decoded: Decoded }>()
  return async (picture, rect, upsideDown = false, closely) => {
    const usual = !upsideDown && closely === undefined
    const before = usual ? known.get(rect) : undefined
    const decoded = before?.picture === picture ? before.decoded : await read(picture, rect, upsideDown, closely)
    if (usual) known.set(rect, { picture, decoded })
    return decoded
  }
}
