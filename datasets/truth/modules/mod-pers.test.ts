import { expect, test } from 'vitest'
import { TrueCase } from '../true-case.ts'
import { isLocal } from './mod-pers.ts'

const registered = (p_huji: string) =>
  new TrueCase(
    {
      scenario: 'S072',
      at: '2026-03-23',
      applicant: { kind: 'person', name: '甲' },
      form: { p_huji },
      documents: [],
      registry: {},
    },
    { slots: [], fields: [], situation: '新办', district: '普陀区', parameters: new Map() },
  )

test('a street elsewhere that is called like a district of this city is not in it', () => {
  expect(isLocal(registered('四川省成都市锦江区长宁巷430号13幢502室'))).toBe(false)
  expect(isLocal(registered('上海市普陀区兰溪路657号2层228室'))).toBe(true)
  expect(isLocal(registered('长宁区仙霞路8号'))).toBe(true)
})
