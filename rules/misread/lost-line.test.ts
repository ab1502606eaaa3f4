import { expect, test } from 'vitest'
import { isNumberedThrough, lostNumber } from './lost-line.ts'

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

test('articles are numbered as lines are', () => {
  expect(lostNumber(['第一条 名称\n第二条 住所\n第五条 股东'])).toBe(3)
})

test('only three numbers or more, from 1 on and none left out, tell that nothing was lost', () => {
  expect(isNumberedThrough(['一、操作规程\n二、应急预案\n三、巡查'])).toBe(true)
  expect(isNumberedThrough(['一、操作规程\n二、应急预案'])).toBe(false)
  expect(isNumberedThrough(['一、操作规程\n三、应急预案\n四、巡查'])).toBe(false)
  expect(isNumberedThrough(['操作规程、应急预案、巡查'])).toBe(false)
})
