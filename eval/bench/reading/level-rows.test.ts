import { expect, test } from 'vitest'
import { wilson } from '../interval.ts'
import { byDocument, levelRows } from './level-rows.ts'
import type { DocumentOutcome, FieldOutcome } from './score-documents.ts'

const width = ([low, high]: [number, number]) => high - low

test('errors that come together make the interval wider, errors spread evenly leave it as it is', () => {
  const together = [...Array.from({ length: 19 }, () => ({ right: 10, n: 10 })), { right: 0, n: 10 }]
  const even = Array.from({ length: 20 }, (_, i) => ({ right: 9 + (i % 2) * 0.2 - 0.1 + 0.5, n: 10 }))
  expect(width(byDocument(together))).toBeGreaterThan(1.5 * width(wilson({ right: 190, n: 200 })))
  expect(byDocument(even)).toEqual(wilson({ right: 190, n: 200 }))
})

test('one document, or none, has the interval of its fields', () => {
  expect(byDocument([{ right: 9, n: 10 }])).toEqual(wilson({ right: 9, n: 10 }))
  expect(byDocument([])).toEqual([0, 1])
})

test('every level has a row of its own figures', () => {
  const document = (level: string): DocumentOutcome => ({
    document: level,
    documentType: '健康证明',
    layout: 'card',
    level,
    typeRight: level === 'clean',
    readAs: '',
    issues: [],
  })
  const field = (level: string, outcome: FieldOutcome['outcome']): FieldOutcome => ({
    ...{ document: level, file: '', documentType: '健康证明', layout: 'card', level, field: '姓名', type: 'name' },
    ...{ outcome, confidence: 1, doubted: false, label: '', read: '', box: null },
  })
  const rows = levelRows({
    documents: [document('clean'), document('chat')],
    fields: [field('clean', 'right'), field('chat', 'right'), field('chat', 'wrong')],
  })
  expect(rows.map(([level, , exact]) => [level, exact?.split(' ')[0]])).toEqual([
    ['clean', '1/1'],
    ['chat', '1/2'],
  ])
  expect(rows[1]?.slice(-2)).toEqual(['0.500', '0/1'])
})
