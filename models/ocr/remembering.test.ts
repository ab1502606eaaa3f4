import { expect, test } from 'vitest'
import type { Rect } from './geometry.ts'
import type { Picture } from './picture.ts'
import { remembering } from './remembering.ts'

const rect = {} as Rect
const picture: Picture = { width: 1, height: 1, rgb: new Uint8Array(3) }

test('a rectangle is read once as usual, and anew upside down, closely or in another picture', async () => {
  const looks: string[] = []
  const read = remembering((_picture, _rect, upsideDown = false, closely) => {
    looks.push(`${upsideDown ? 'turned' : 'upright'} ${closely ?? 'usual'}`)
    return Promise.resolve({ text: String(looks.length), confidence: 1, characters: [], xs: [], alternatives: [] })
  })
  expect((await read(picture, rect)).text).toBe('1')
  expect((await read(picture, rect, false, 1.25)).text).toBe('2')
  expect((await read(picture, rect, true)).text).toBe('3')
  expect((await read(picture, rect)).text).toBe('1')
  expect((await read({ ...picture }, rect)).text).toBe('4')
  expect(looks).toEqual(['upright usual', 'upright 1.25', 'turned usual', 'upright usual'])
})
