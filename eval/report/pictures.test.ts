import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scored } from '../evaluation.ts'
import type { ErrorShown } from './errors.ts'
import { drawPictures } from './pictures.ts'

// The frames are drawn as SVG, which unit tests shut off like a reader does.
const SVG = { operation: ['VipsForeignLoadSvgBuffer'] }
beforeAll(() => sharp.unblock(SVG))
afterAll(() => sharp.block(SVG))

const page = (path: string, number: number, turned: 0 | 90) => ({
  path,
  pages: [{ page: number, width: 400, height: 200, turned }],
})
const scored = [{ answer: { materials: [page('/c/01.jpg', 1, 0), page('/c/02.jpg', 1, 90)] } }] as unknown as Scored[]

const errorAt = (path: string, at: string): ErrorShown =>
  ({ at, places: [], seen: { path, page: 1, box: [40, 20, 80, 20, 80, 40, 40, 40] } }) as unknown as ErrorShown

/** A viewer that draws white pages and writes down what it was asked for. */
function viewer() {
  const asked: { path: string; turned: number | undefined }[] = []
  const white = sharp({ create: { width: 800, height: 400, channels: 3, background: '#fff' } }).webp()
  return {
    asked,
    async raster(
      input: { path: string } | { bytes: Uint8Array },
      _: number,
      options: { turned?: number | undefined } = {},
    ) {
      const path = 'path' in input ? input.path : ''
      asked.push({ path, turned: options.turned })
      if (path === '/c/02.jpg') throw new Error('cannot be drawn')
      return { webp: await white.clone().toBuffer(), width: 800, height: 400 }
    },
  }
}

test('a page is drawn once for all its errors, turned as the service found it, and a file that cannot be drawn has no picture', async () => {
  const errors = [errorAt('/c/01.jpg', 'a'), errorAt('/c/02.jpg', 'b'), errorAt('/c/01.jpg', 'c')]
  const reader = viewer()
  const pictures = await drawPictures(errors, scored, reader)
  expect(reader.asked).toEqual([
    { path: '/c/01.jpg', turned: 0 },
    { path: '/c/02.jpg', turned: 90 },
  ])
  expect([...pictures.keys()].map(({ at }) => at)).toEqual(['a', 'c'])
})

test('pictures are a piece of the page around what was read', async () => {
  const error = errorAt('/c/01.jpg', 'a')
  const picture = (await drawPictures([error], scored, viewer())).get(error)
  expect(picture?.width).toBeGreaterThan(80)
  expect(picture?.width).toBeLessThan(400)
})

test('who has waited long enough gets the report with the pictures drawn so far', async () => {
  const reader = viewer()
  const pictures = await drawPictures([errorAt('/c/01.jpg', 'a')], scored, reader, AbortSignal.abort())
  expect(reader.asked).toEqual([])
  expect(pictures.size).toBe(0)
})
