import { expect, test } from 'vitest'
import { type ApplicantDraft, applicantOf, mistakesOf } from './applicant.ts'

const empty: ApplicantDraft = {
  kind: 'organisation',
  name: '',
  uscc: '',
  idNumber: '',
  phone: '',
  byAgent: false,
  agentName: '',
  agentId: '',
  agentPhone: '',
}
const fields = (draft: Partial<ApplicantDraft>) => mistakesOf({ ...empty, ...draft }).map((one) => one.field)

test('nothing has to be filled', () => {
  expect(mistakesOf(empty)).toEqual([])
  expect(applicantOf(empty)).toBeUndefined()
})

test('a mistyped code is found before it is sent', () => {
  expect(fields({ name: '甲', uscc: '91350100M000100Y43' })).toEqual([])
  expect(fields({ name: '甲', uscc: '91350100M000100Y44' })).toEqual(['applicant-uscc'])
  expect(fields({ kind: 'person', name: '甲', idNumber: '11010519491231002X' })).toEqual([])
  expect(fields({ kind: 'person', name: '甲', idNumber: '110105194912310021' })).toEqual(['applicant-id'])
})

test('a code without a name asks for the name', () => {
  expect(fields({ uscc: '91350100M000100Y43' })).toEqual(['applicant-name'])
})

test('an agent gives name and number', () => {
  expect(fields({ name: '甲', byAgent: true })).toEqual(['agent-name'])
  expect(fields({ name: '甲', byAgent: true, agentName: '乙' })).toEqual(['agent-id'])
  const whole = { ...empty, name: '甲', byAgent: true, agentName: '乙', agentId: '11010519491231002X', phone: ' ' }
  expect(mistakesOf(whole)).toEqual([])
  expect(applicantOf(whole)).toEqual({
    kind: 'organisation',
    name: '甲',
    agent: { name: '乙', idNumber: '11010519491231002X' },
  })
})
