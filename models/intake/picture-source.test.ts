import { expect, test } from 'vitest'
import { openPicture } from './picture-source.ts'
import { sharp } from './safe-sharp.ts'
import { INTAKE_LIMITS } from './source.ts'

test('a GIF, moving or still, is its first frame: one page, however many frames', async () => {
  const frame = (grey: number) =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: { r: grey, g: grey, b: grey } } })
      .png()
      .toBuffer()
  const gif = await sharp(await Promise.all([frame(255), frame(0), frame(0)]), { join: { animated: true } })
    .gif()
    .toBuffer()
  const source = await openPicture(gif, INTAKE_LIMITS)
  expect(source.pages).toBe(1)
  const { page } = await source.open(1)
  expect([page.width, page.height]).toEqual([40, 20])
  expect(page.rgb[0]).toBeGreaterThan(250)
})
