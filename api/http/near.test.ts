import { expect, test } from 'vitest'
import { near } from './near.ts'

const ids = ['S001', 'S002', 'S017', 'S100']

test('a mistyped scenario id leads to the ids nearest to it', () => {
  expect(near('S01', ids)[0]).toBe('S001')
  expect(near('s017', ids)[0]).toBe('S017')
  expect(near('Ｓ００２', ids)[0]).toBe('S002')
})

test('something else entirely leads nowhere', () => {
  expect(near('餐饮店开业', ids)).toEqual([])
})
