import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isValidBankCard } from './bank-card.ts'

test('published test numbers are valid, spaces and dashes do not matter', () => {
  for (const number of ['4111111111111111', '5555555555554444', '6011 1111 1111 1117', '4012-8888-8888-1881'])
    expect(isValidBankCard(number)).toBe(true)
})

test('one digit read wrong is always noticed', () => {
  const card = '5555555555554444'
  fc.assert(
    fc.property(fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const wrong = [...card]
      wrong[at] = String((Number(wrong[at]) + by) % 10)
      expect(isValidBankCard(wrong.join(''))).toBe(false)
    }),
  )
})

test('an account of another length is no card number', () => {
  expect(isValidBankCard('1001226609004512345678')).toBe(false)
  expect(isValidBankCard('')).toBe(false)
})
