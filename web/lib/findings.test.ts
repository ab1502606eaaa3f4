import { expect, test } from 'vitest'
import type { Finding } from '../../api/client.ts'
import { settlingsOf } from './findings.ts'

test('what is missing is told once, however many blockers say it', () => {
  const blockers = ['甲', '甲', '乙'].map((missing) => ({
    path: '',
    state: 'unavailable',
    missing,
    settle: '稍后再试',
  }))
  expect(settlingsOf({ blockers } as Finding)).toEqual([{ settle: '稍后再试', missing: ['甲', '乙'] }])
})
