import { expect, test } from 'vitest'
import { newDataKey, seal, unseal } from './vault.ts'

const plain = Buffer.from('身份证照片')

test('what was sealed opens with the same key at the same place', () => {
  const key = newDataKey()
  expect(unseal(key, seal(key, plain, 'a'), 'a').toString()).toBe('身份证照片')
})

test('it does not open with another key, at another place, or after one bit changed', () => {
  const key = newDataKey()
  const sealed = seal(key, plain, 'a')
  expect(() => unseal(newDataKey(), sealed, 'a')).toThrow()
  expect(() => unseal(key, sealed, 'b')).toThrow()
  const last = sealed.length - 1
  sealed[last] = (sealed[last] ?? 0) ^ 1
  expect(() => unseal(key, sealed, 'a')).toThrow()
})
