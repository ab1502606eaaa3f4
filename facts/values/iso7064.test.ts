import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mod112Check, mod1110Check, mod3736Check } from './iso7064.ts'

// 0794 and A12425GABC1234002 are the worked examples of ISO 7064 and of the GRid standard; 002006673085 is a published one.
test('published vectors of ISO 7064', () => {
  expect(mod112Check('079')).toBe('X')
  expect(mod112Check('000000021825009')).toBe('7')
  expect(mod1110Check('0794')).toBe('5')
  expect(mod1110Check('00200667308')).toBe('5')
  expect(mod3736Check('A12425GABC1234002')).toBe('M')
})

test('a foreign character has no check character', () => {
  expect(mod112Check('12a')).toBeNull()
  expect(mod1110Check('１２')).toBeNull()
  expect(mod3736Check('ab')).toBeNull()
})

const digits = fc.stringMatching(/^\d{3,18}$/)

test.each([
  ['MOD 11-2', mod112Check],
  ['MOD 11,10', mod1110Check],
])('%s finds every single wrong digit', (_, check) => {
  fc.assert(
    fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const i = at % body.length
      const wrong = body.slice(0, i) + String((Number(body[i]) + by) % 10) + body.slice(i + 1)
      expect(check(wrong)).not.toBe(check(body))
    }),
  )
})
