import { expect, test } from 'vitest'
import { garbage, joinRuns, type Run } from './text-layer.ts'

const run = (text: string, x: number, y: number, length: number, turn: Partial<Run> = {}): Run => ({
  text,
  x,
  y,
  dx: 1,
  dy: 0,
  length,
  height: 20,
  ...turn,
})

const texts = (...runs: Run[]) => joinRuns(runs, 1).map(({ text }) => text)

test('characters set one by one become a line', () => {
  expect(texts(run('营', 0, 50, 20), run('业', 20, 50, 20), run('执照', 41, 50, 40))).toEqual(['营业执照'])
})

test('a wide gap or another baseline starts a new line', () => {
  expect(texts(run('名称', 0, 50, 40), run('甲公司', 120, 50, 60), run('住所', 0, 90, 40))).toEqual([
    '名称',
    '甲公司',
    '住所',
  ])
})

test('Latin words keep their space', () => {
  expect(texts(run('Hello,', 0, 50, 50), run('world', 58, 50, 50))).toEqual(['Hello, world'])
})

test('the box stands around the glyphs and every character has its place', () => {
  const [line] = joinRuns([run('甲乙', 100, 50, 40)], 3)
  expect(line).toMatchObject({ page: 3, box: [100, 33, 140, 33, 140, 54, 100, 54], confidence: 1, xs: [0.25, 0.75] })
})

test('text running down the page keeps its direction', () => {
  const [line] = joinRuns([run('甲', 50, 0, 20, { dx: 0, dy: 1 }), run('乙', 50, 20, 20, { dx: 0, dy: 1 })], 1)
  expect(line?.text).toBe('甲乙')
  expect(line?.box.slice(2, 4)).toEqual([67, 40])
})

test('characters that nobody prints are counted', () => {
  expect(garbage('甲乙')).toBe(0)
  expect(garbage('甲\uFFFD\uE001乙')).toBe(0.5)
})

test('a run glued to the one before joins it across any gap', () => {
  expect(texts(run('名', 0, 50, 20), run('称：', 120, 50, 40, { glued: true }))).toEqual(['名称：'])
})
