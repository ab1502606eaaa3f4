import { expect, test } from 'vitest'
import { TrueCase, type TrueDocument } from '../true-case.ts'
import { CHECKS } from './m44.ts'

const sheet = (variant?: string): TrueDocument => ({
  slot: '原出生医学证明',
  documentType: '出生医学证明',
  variant,
  fields: {},
  marks: {},
  readable: true,
  complete: true,
  copy: false,
  remark: false,
  electronic: false,
  signed: false,
  exempt: false,
})

function exchanged(...documents: TrueDocument[]): string | undefined {
  const c = new TrueCase(
    {
      scenario: 'S087',
      at: '2026-06-20',
      applicant: { kind: 'person', name: '甲' },
      form: { ce_reason: '信息有误更正' },
      documents,
      registry: {},
    },
    {
      slots: [{ slot: '原出生医学证明', documentTypes: ['出生医学证明'], required: 'conditional' }],
      fields: [],
      situation: '补证',
      district: '普陀区',
      parameters: new Map(),
    },
  )
  return CHECKS['M44-P02']?.(c).verdict
}

test('an exchange needs the main sheet and the counterfoil', () => {
  expect(exchanged(sheet(), sheet('副页'))).toBe('pass')
  expect(exchanged(sheet())).toBe('fail')
  expect(exchanged(sheet('副页'))).toBe('fail')
  expect(exchanged(sheet(), { ...sheet('副页'), complete: false })).toBe('fail')
})
