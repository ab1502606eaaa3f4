import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import type { Decoded } from './ctc.ts'
import { fromCorners } from './geometry.ts'
import { agreedLines, isMostlyPicture, uncovered } from './text-layer.ts'

const line = (text: string, x: number, y: number, width: number): Line => ({
  page: 1,
  box: [x, y, x + width, y, x + width, y + 20, x, y + 20],
  text,
  confidence: 1,
  characters: [...text].map(() => 1),
})

const found = (x: number, y: number, width: number) => ({
  rect: fromCorners([
    [x, y],
    [x + width, y],
    [x + width, y + 20],
    [x, y + 20],
  ]),
  score: 1,
})

const seen = (text: string, ...sure: number[]): Decoded => {
  const characters = [...text].map((_, i) => sure[i] ?? sure.at(-1) ?? 0.99)
  return {
    text,
    confidence: characters.reduce((a, b) => a + b, 0) / characters.length,
    characters,
    xs: [...text].map((_, i) => (i + 0.5) / text.length),
    alternatives: [...text].map(() => []),
  }
}

/** The layer's lines beside what each look reads of them, line by line from above. */
async function agreed(layer: Line[], ...looks: Decoded[][]) {
  const at = (y: number) => Math.round(y / 100)
  const result = await agreedLines(
    layer,
    looks.map(
      (lines) =>
        async ({ corners }) =>
          lines[at(corners[0][1])] ?? seen('', 0),
    ),
    () => true,
  )
  return result?.lines ?? null
}

const HONEST = ['营业执照副本', '名称上海某某有限公司', '类型有限责任公司']
const page = (...texts: string[]) => [...HONEST, ...texts].map((text, i) => line(text, 0, 100 * i, 20 * text.length))
const honest = HONEST.map((text) => seen(text))

test('what the picture confirms stays as the file says it, however it was read', async () => {
  const layer = page('注册资本：壹佰万元整')
  expect(await agreed(layer, [...honest, seen('注册资本壹佰万元整', 0.6)])).toEqual(layer)
})

test('a line whose print surely says something else is taken from the picture; what differs is never sure', async () => {
  const lines = await agreed(page('资本壹佰万元'), [...honest, seen('资本玖佰万元')])
  expect(lines?.map(({ text }) => text)).toEqual([...HONEST, '资本玖佰万元'])
  expect(lines?.at(-1)?.characters?.map((one) => one > 0.8)).toEqual([true, true, false, true, true, true])
  expect(lines?.at(-1)?.rivals).toEqual([{ at: 2, text: '壹', probability: 0.3 }])
})

test('where the picture is unsure, the line stays and is doubted where it differs', async () => {
  const lines = await agreed(page('资本壹佰万元'), [...honest, seen('资本玖佰万元', 0.99, 0.99, 0.4, 0.99)])
  expect(lines?.at(-1)?.text).toBe('资本壹佰万元')
  expect(lines?.at(-1)?.characters).toEqual([1, 1, 0.3, 1, 1, 1])
})

test('several characters that a sure picture lacks are covered: what is left is taken; a single one may be overlooked', async () => {
  const lost = await agreed(page('租金每月5000元整'), [...honest, seen('租金每月元整')])
  expect(lost?.at(-1)?.text).toBe('租金每月元整')
  const one = await agreed(page('租金每月5元整'), [...honest, seen('租金每月元整')])
  expect(one?.at(-1)).toMatchObject({ text: '租金每月5元整', characters: [1, 1, 1, 1, 0.3, 1, 1] })
})

test('a closer look may confirm what the first one did not', async () => {
  const layer = page('法定代表人王建国')
  expect(await agreed(layer, [...honest, seen('法定代表人干建国')], [...honest, seen('法定代表人王建国')])).toEqual(
    layer,
  )
})

test('signs in the layer where words are printed are taken from the picture; a sign alone may look like anything', async () => {
  const lines = await agreed(page('¡”¢–', '①'), [...honest, seen('自然人独'), seen('D')])
  expect(lines?.map(({ text }) => text)).toEqual([...HONEST, '自然人独', '①'])
})

test('a line that another one covers is told once', async () => {
  const layer = [...page('资本壹佰万元'), line('资本玖佰万元', 0, 300, 120)]
  const lines = await agreed(layer, [...honest, seen('资本玖佰万元')])
  expect(lines?.map(({ text }) => text)).toEqual([...HONEST, '资本玖佰万元'])
})

test('a layer that says something else throughout is no layer of this page', async () => {
  expect(await agreed([line('转转针针针针', 0, 0, 200)], [seen('转寄针对港铁幕门')])).toBeNull()
})

test('text that is seen where the layer has none is read from the picture', () => {
  const layer = [line('名称甲公司', 0, 0, 100), line('住所', 0, 40, 40)]
  const seenAt = [found(0, 0, 100), found(0, 40, 40), found(0, 300, 200)]
  expect(uncovered(layer, seenAt)).toEqual([seenAt[2]])
})

test('a line painted over a scan makes no digital page of it', () => {
  expect(isMostlyPicture([line('扫描全能王创建', 0, 0, 140)], [found(0, 100, 400), found(0, 140, 400)])).toBe(true)
  expect(isMostlyPicture([line('名称甲公司', 0, 0, 300)], [found(0, 100, 100)])).toBe(false)
})
