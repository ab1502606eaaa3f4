import { expect, test } from 'vitest'
import { isPerson } from './who.ts'

test.each(['李雪', '李大雪', '欧阳小满', '阿依古丽·买买提', '李大雪、张小寒', '李 雪'])('%s are people', (name) => {
  expect(isPerson(name)).toBe(true)
})

test.each([
  '百味店',
  '小满面馆',
  '纸箱厂',
  '房管所',
  '供销社',
  '长安百货店',
  '建行支行',
  '李大雪、百味店',
  '上海市普陀区人民政府',
  '百味餐饮(有限合伙)',
  '小满公司',
])('%s is a body, however short', (name) => {
  expect(isPerson(name)).toBe(false)
})

test.each(['王知行', '沙县小吃', 'John Smith', '', '李大雪2'])('“%s” alone does not tell', (name) => {
  expect(isPerson(name)).toBe(null)
})
