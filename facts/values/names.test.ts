import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOrgName, sameOrgName } from './org-name.ts'
import { readPersonName, samePersonName } from './person-name.ts'
import { readPhone } from './phone.ts'
import { currentDistrict, regionName } from './region.ts'
import { compact, comparable, foldText } from './text.ts'

test('names are compared exactly after normalisation', () => {
  expect(sameOrgName('上海百味（普陀）餐饮有限公司', '上海百味(普陀) 餐饮有限公司')).toBe(true)
  expect(sameOrgName('上海百味餐饮有限公司', '上海百昧餐饮有限公司')).toBe(false)
  expect(sameOrgName('上海百味餐饮有限公司', '上海百味餐饮')).toBe(false)
  expect(samePersonName('张 三', '张三')).toBe(true)
  expect(samePersonName('阿依古丽·买买提', '阿依古丽•买买提')).toBe(true)
  expect(samePersonName('JOHN SMITH', 'John  Smith')).toBe(true)
  expect(samePersonName('张三', '张三丰')).toBe(false)
})

test('rare characters are kept', () => {
  expect(readPersonName('𠮷田')).toEqual({ value: '𠮷田', valid: true })
  expect(readPersonName('㐂\u{20BB7}').value).toBe('㐂\u{20BB7}')
})

test('invisible and direction characters are kept and flagged', () => {
  expect(readPersonName('张\u200b三')).toMatchObject({ value: '张\u200b三', valid: false })
  expect(readPersonName('张\u200b三').note).toContain('U+200B')
  expect(readOrgName('上海\u202e百味').note).toContain('U+202E')
  expect(samePersonName('张\u200b三', '张三')).toBe(false)
})

test('a name normalised twice stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = readPersonName(text).value
      if (once !== null) expect(readPersonName(once).value).toBe(once)
    }),
  )
})

test.each([
  ['138 1234 5678', '13812345678', true],
  ['+86-138-1234-5678', '13812345678', true],
  ['（021）65432109', '021-65432109', true],
  ['021-65432109转801', '021-65432109转801', true],
  ['0512-87654321', '0512-87654321', true],
  ['1381234567', '1381234567', false],
  ['12812345678', '12812345678', false],
])('telephone %s is %s (%s)', (raw, number, valid) => {
  expect(readPhone(raw)).toMatchObject({ number, valid })
})

test('regions keep their history', () => {
  expect(regionName('310119')).toBe('上海市南汇区')
  expect(currentDistrict('南汇')).toBe('浦东新区')
  expect(currentDistrict('闸北区')).toBe('静安区')
  expect(currentDistrict('浦东新区')).toBe('浦东新区')
  expect(currentDistrict('朝阳区')).toBeNull()
  expect(regionName('991010')).toBeNull()
})

test('a text of nothing but plain signs is folded as it is beside a sign that has to be folded', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'!"\'()-.:;?@[]_`{}~aZ09、。〇路王龥一') })
  fc.assert(
    fc.property(plain, (text) => {
      expect(foldText(text)).toBe(foldText(`${text}＋`).slice(0, -1))
      expect(compact(text)).toBe(compact(`${text}＋`).slice(0, -1))
      expect(comparable(text)).toBe(comparable(`${text}＋`).slice(0, -1))
    }),
  )
})

test.each([['王小满'], ['欧阳大雪'], ['一丁']])('the name %s is read the same with a space in it', (name) => {
  expect(readPersonName(name)).toEqual(readPersonName(name.replace(/^./u, '$& ')))
})
