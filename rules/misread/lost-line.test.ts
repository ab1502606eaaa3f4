import { expect, test } from 'vitest'
import { lostNumber } from './lost-line.ts'

test('a list whose numbers begin late or skip one lost a line; pages count together', () => {
  expect(lostNumber(['二、操作规程\n三、应急预案'])).toBe(1)
  expect(lostNumber(['1. 操作规程\n2. 应急预案\n4. 巡查'])).toBe(3)
  expect(lostNumber(['一、操作规程\n二、应急预案', '三、巡查\n四、培训'])).toBeNull()
  expect(lostNumber(['三、巡查\n四、培训', '一、操作规程\n二、应急预案'])).toBeNull()
})

test('without numbers, or with a single one, nothing is known to be lost', () => {
  expect(lostNumber(['操作规程、应急预案'])).toBeNull()
  expect(lostNumber(['三、巡查'])).toBeNull()
  expect(lostNumber([])).toBeNull()
})
