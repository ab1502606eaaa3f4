import { expect, test } from 'vitest'
import { ideographs } from './radicals.ts'

test('radicals that print as whole characters are those characters; other text stays as it is', () => {
  expect(ideographs('上海⻨⾥⼈⼒资源有限公司，⾦艳冰，⻛⻋⻘⻓')).toBe('上海麦里人力资源有限公司，金艳冰，风车青长')
  expect(ideographs('ＡＢ１２，①麦')).toBe('ＡＢ１２，①麦')
})

test('a radical that is only a part of characters is left alone', () => {
  expect(ideographs('⺮')).toBe('竹')
  expect(ideographs('⻌')).toBe('⻌')
})
