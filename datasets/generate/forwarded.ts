import sharp from 'sharp'
import type { Photo } from './physics/photo.ts'
import type { Jpeg } from './physics/take.ts'

/** What a chat app did to a photo that was sent through it, as recorded in truth.yaml. */
export interface Forwarding {
  /** Long side in pixels after it. */
  size: number
  /** JPEG quality of the second compression (1–100). */
  jpeg: number
}

/** What the phone's camera saved before the chat app had it: full size, and the quality of a careful photo. */
const CAMERA = { card: 1200, page: 1600, jpeg: 76 }

/** Takes the photo of the chat level apart: what the camera saved, and what the app made of it. */
export function throughChat(photo: Photo, card: boolean): { photo: Photo; forwarded: Forwarding } {
  const { size, jpeg } = photo
  return {
    photo: { ...photo, size: card ? CAMERA.card : CAMERA.page, jpeg: CAMERA.jpeg },
    forwarded: { size, jpeg },
  }
}

/** The picture as the chat app hands it on: scaled down and compressed a second time; the same bytes for the same picture. */
export async function forward({ bytes }: Pick<Jpeg, 'bytes'>, { size, jpeg }: Forwarding): Promise<Buffer> {
  return await sharp(bytes)
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: jpeg })
    .toBuffer()
}
