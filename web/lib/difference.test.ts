import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference.ts'

const joined = (side: { text: string }[]) => side.map((one) => one.text).join('')
const shared = (side: { text: string; differs: boolean }[]) => joined(side.filter((one) => !one.differs))

test('marks the one character that differs', () => {
  const [left, right] = difference('张玮', '张伟')
  expect(left).toEqual([
    { text: '张', differs: false },
    { text: '玮', differs: true },
  ])
  expect(right[1]).toEqual({ text: '伟', differs: true })
})

test('a missing room number is marked only where it stands', () => {
  const [left, right] = difference('中山路12号', '中山路12号301室')
  expect(left).toEqual([{ text: '中山路12号', differs: false }])
  expect(right).toEqual([
    { text: '中山路12号', differs: false },
    { text: '301室', differs: true },
  ])
})

test('no character is lost, and what is not marked is the same on both sides', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const [left, right] = difference(a, b)
      expect(joined(left)).toBe(a)
      expect(joined(right)).toBe(b)
      expect(shared(left)).toBe(shared(right))
    }),
  )
})
