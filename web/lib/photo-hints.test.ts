import { expect, test } from 'vitest'
import { t } from '../strings/index.ts'
import { adviseOnGrey, refusal } from './photo-hints.ts'

const SIDE = 64
const picture = (at: (x: number, y: number) => number) =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => at(i % SIDE, Math.floor(i / SIDE)))
const strokes = (dark: number, light: number) => picture((x) => (x % 8 < 2 ? dark : light))

test('clear strokes on paper need no advice', () => {
  expect(adviseOnGrey(strokes(40, 220), SIDE, SIDE)).toEqual([])
})

test('a dark photograph is said to be dark', () => {
  expect(adviseOnGrey(strokes(5, 50), SIDE, SIDE)).toEqual([t.hints.dark])
})

test('strokes without an edge are said to be out of focus', () => {
  const waves = picture((x) => 150 + 60 * Math.sin(x / 6))
  expect(adviseOnGrey(waves, SIDE, SIDE)).toEqual([t.hints.blurred])
})

test('white paper with clear strokes is not called glare', () => {
  expect(adviseOnGrey(strokes(0, 255), SIDE, SIDE)).toEqual([])
})

test('an empty file and a file that is no material are refused with what to do', () => {
  expect(refusal({ name: 'a.jpg', size: 0, type: 'image/jpeg' })).toBe(t.hints.empty)
  expect(refusal({ name: 'a.exe', size: 9, type: 'application/x-msdownload' })).toBe(t.hints.kind)
  expect(refusal({ name: 'a.pdf', size: 60 * 1024 * 1024, type: 'application/pdf' })).toBe(t.hints.large)
  expect(refusal({ name: 'IMG_1', size: 9, type: 'image/jpeg' })).toBeNull()
})
