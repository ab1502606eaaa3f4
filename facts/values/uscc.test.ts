import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isValidUscc, orgCodeCheck, readUscc, usccCheck } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

test.each(['91330100799655058B', '914403001922038216', '9144030071526726XG'])('published code %s is valid', (code) => {
  expect(readUscc(code)).toMatchObject({ valid: true, kind: '统一社会信用代码', note: null })
})

test('every single wrong character is found', () => {
  const at = fc.nat(16)
  const character = fc.constantFrom(...ALPHABET)
  fc.assert(
    fc.property(at, character, (i, c) => {
      const good = '91330100799655058B'
      fc.pre(good[i] !== c)
      expect(isValidUscc(good.slice(0, i) + c + good.slice(i + 1))).toBe(false)
    }),
  )
})

test('letters the standard leaves out are named and never repaired', () => {
  expect(readUscc('91310120MAIHQ038O8')).toMatchObject({ valid: false, number: '91310120MAIHQ038O8' })
  expect(readUscc('91310120MAIHQ038O8').note).toContain('I、O')
})

test('an organisation code that does not fit only warns', () => {
  const body = '91310107MA1G0A001'
  const wrong = body.slice(0, 16) + (orgCodeCheck(body.slice(8, 16)) === '5' ? '6' : '5')
  const code = wrong + usccCheck(wrong)
  expect(readUscc(code)).toMatchObject({ valid: true })
  expect(readUscc(code).note).toContain('组织机构代码')
})

test('a 15-digit registration number is read and must be replaced', () => {
  // 0794 has check 5 by MOD 11,10; the digit is computed here over 14 digits by the same published rule.
  const read = readUscc('310107600123450')
  expect(read.kind).toBe('注册号')
  const valid = [...'0123456789'].filter((d) => readUscc(`31010760012345${d}`).valid)
  expect(valid).toHaveLength(1)
  expect(readUscc(`31010760012345${valid[0]}`).note).toContain('旧注册号')
  expect(isValidUscc(`31010760012345${valid[0]}`)).toBe(false)
})

test('reading never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readUscc(text).valid === 'boolean'))
})
