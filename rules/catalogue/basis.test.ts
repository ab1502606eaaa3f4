import { expect, test } from 'vitest'
import { type Basis, basisOn, basisSchema } from './basis.ts'

const old: Basis = { law: '条例', article: '第十条', certainty: 'verified_text' }
const dated: Basis = {
  law: '通知',
  article: '全文',
  certainty: 'verified_secondary',
  from: '2025-05-01',
  to: '2030-04-30',
}

test.each([
  ['2025-04-30', [old], true],
  ['2025-05-01', [old, dated], false],
  ['2030-04-30', [old, dated], false],
  ['2030-05-01', [old], true],
])('on %s only what is in force is cited, and what is not makes it 依据待核', (at, basis, basisUnconfirmed) => {
  expect(basisOn([old, dated], at)).toEqual({ basis, basisUnconfirmed })
})

test('nothing to go by, or nothing verified, is 依据待核 on any day', () => {
  expect(basisOn([], '2026-06-01')).toEqual({ basis: [], basisUnconfirmed: true })
  expect(basisOn([{ ...old, certainty: 'unsure' }], '2026-06-01').basisUnconfirmed).toBe(true)
  expect(basisOn([old], '2026-06-01').basisUnconfirmed).toBe(false)
})

test('a law whose title says from when it holds must be dated so, and one cannot end before it begins', () => {
  const titled = { ...old, law: '通知（2025-05-01起）' }
  expect(basisSchema.safeParse(titled).success).toBe(false)
  expect(basisSchema.safeParse({ ...titled, from: '2025-06-01' }).success).toBe(false)
  expect(basisSchema.safeParse({ ...titled, from: '2025-05-01' }).success).toBe(true)
  expect(basisSchema.safeParse({ ...dated, to: '2025-04-30' }).success).toBe(false)
})
