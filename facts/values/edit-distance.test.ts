import { expect, test } from 'vitest'
import { distance } from './edit-distance.ts'

test.each([
  ['kitten', 'sitting', 3],
  ['saturday', 'sunday', 3],
  ['', '甲乙', 2],
  ['甲乙', '甲乙', 0],
])('%s becomes %s in %i edits', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits)
  expect(distance(b, a)).toBe(edits)
})
