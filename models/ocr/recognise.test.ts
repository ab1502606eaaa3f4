import { expect, test } from 'vitest'
import { chineseZero } from './recognise.ts'

test('the ring in a date of Chinese numerals is 〇', () => {
  expect(chineseZero('二0一O年')).toBe('二〇一〇年')
  expect(chineseZero('二00六年二月')).toBe('二〇〇六年二月')
})

test('Arabic zeros stay zeros', () => {
  for (const text of ['2010年10月', '第一期100元', '三0', 'GB 一0A']) expect(chineseZero(text)).toBe(text)
})
