import { expect, test } from 'vitest'
import { addRecall, recallOf, substringDistance } from './character-recall.ts'

test('a line inside the text costs nothing, wherever it stands', () => {
  expect(substringDistance('名称', '类型名称住所')).toBe(0)
})

test('a missing, a wrong and an extra character cost one each', () => {
  expect(substringDistance('营业执照', '甲营执照乙')).toBe(1)
  expect(substringDistance('营业执照', '甲营亚执照乙')).toBe(1)
  expect(substringDistance('营业执照', '甲营业大执照乙')).toBe(1)
})

test('a line that is not there costs its whole length', () => {
  expect(substringDistance('营业执照', '甲乙丙')).toBe(4)
})

test('spaces, punctuation and width do not count, lines without letters are left out', () => {
  expect(recallOf(['（副 本）１２', '——'], ['副本', '12'])).toEqual({ characters: 4, errors: 0, lines: 1, exact: 1 })
})

test('pages add up', () => {
  const pages = [recallOf(['名称'], ['名称']), recallOf(['类型'], ['类'])]
  expect(addRecall(pages)).toEqual({ characters: 4, errors: 1, lines: 2, exact: 1 })
})
