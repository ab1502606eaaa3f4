import { expect, test } from 'vitest'
import { differences } from './same-print.ts'

const all = () => true
const differing = (layer: string, seen: string, knows: (character: string) => boolean = all) =>
  differences(layer, seen, knows).map((one) => [
    one.layer.map((unit) => layer[unit]).join(''),
    one.seen.map((unit) => seen[unit]).join(''),
  ])

test('blanks, punctuation, width and letters that look alike are no difference', () => {
  expect(differing('注册资本：１００ 万元', '注册资本: 1OO万元')).toEqual([])
  expect(differing('二〇二三年', '二O二三年')).toEqual([])
  expect(differing('abc', 'ABC')).toEqual([])
})

test('a box to tick may be read as a character of its shape, or not at all', () => {
  expect(differing('☑同意 □不同意', '回同意口不同意')).toEqual([])
  expect(differing('□户口簿', '口户口簿')).toEqual([])
  expect(differing('同意', '口同意')).toEqual([['', '口']])
})

test('other, lost and added characters are told where they stand', () => {
  expect(differing('注册资本壹佰万元', '注册资本玖佰万元')).toEqual([['壹', '玖']])
  expect(differing('租金100元', '租金元')).toEqual([['100', '']])
  expect(differing('租金100元', '租金1000元')[0]?.join('')).toBe('0')
  expect(differing('甲公司地址乙路', '丙公司地址丁路')).toEqual([
    ['甲', '丙'],
    ['乙', '丁'],
  ])
})

test('what stands beside a lost or added stretch is told', () => {
  const [lost] = differences('租金100元', '租金元', all)
  expect([lost?.beside, lost?.around]).toEqual([
    [1, 2],
    [1, 5],
  ])
})

test('a character that the reader does not know may look like anything', () => {
  const knows = (character: string) => character !== '燊'
  expect(differing('李燊', '李桑', knows)).toEqual([])
  expect(differing('李燊', '李', knows)).toEqual([])
  expect(differing('李燊', '王桑', knows)).toEqual([['李', '王']])
  expect(differing('2019Â', '2019年', (character) => character !== 'â')).toEqual([['Â', '年']])
})

test('a line longer than any page prints is told apart from what was seen, and soon', () => {
  const length = 70_000
  const [one, ...others] = differences('字'.repeat(length), '营业', all)
  expect(others).toEqual([])
  expect(one?.layer.length).toBe(length)
  expect(one?.seen).toEqual([0, 1])
})
