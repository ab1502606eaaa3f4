import { expect, test } from 'vitest'
import { distance, nearlySame } from './edit-distance.ts'

test.each([
  ['kitten', 'sitting', 3],
  ['saturday', 'sunday', 3],
  ['', '甲乙', 2],
  ['甲乙', '甲乙', 0],
])('%s becomes %s in %i edits', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits)
  expect(distance(b, a)).toBe(edits)
})

test.each([
  ['行驶证', '行驶证'],
  ['行驶证', '驾驶证'],
  ['行驶证', '行驶'],
  ['行驶', '行行驶'],
  ['甲乙丙丁', '乙丙丁戊'],
  ['甲乙', '乙甲'],
  ['甲乙', '甲丙丁乙'],
  ['', '甲'],
  ['', ''],
])('%s and %s are nearly the same when one edit lies between them', (a, b) => {
  expect(nearlySame(a, b)).toBe(distance(a, b) <= 1)
  expect(nearlySame(b, a)).toBe(distance(a, b) <= 1)
})
