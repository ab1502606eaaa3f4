import { expect, test } from 'vitest'
import type { Box } from '../client.ts'
import { pagePlace } from './page-place.ts'

const page = { width: 900, height: 1200 }
const at = (x: number, y: number, width: number, height: number): Box => [
  x,
  y,
  x + width,
  y,
  x + width,
  y + height,
  x,
  y + height,
]

test.each([
  ['上部偏左', at(30, 60, 200, 40)],
  ['上部居中', at(350, 60, 200, 40)],
  ['上部偏右', at(650, 60, 200, 40)],
  ['中部偏左', at(30, 580, 200, 40)],
  ['中部居中', at(350, 580, 200, 40)],
  ['下部偏右', at(650, 1100, 200, 40)],
  ['下部', at(20, 1100, 860, 40)],
  ['整页', at(10, 10, 880, 1180)],
])('a box is told as %s', (told, box) => {
  expect(pagePlace(box, page)).toBe(told)
})

test('a tilted box lies where its middle lies', () => {
  expect(pagePlace([640, 100, 860, 60, 870, 100, 650, 140], page)).toBe('上部偏右')
})
