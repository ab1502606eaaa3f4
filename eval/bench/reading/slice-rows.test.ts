import { expect, test } from 'vitest'
import type { FieldOutcome } from './score-documents.ts'
import { sliceRows } from './slice-rows.ts'

const field = (slice: FieldOutcome['slice'], outcome: FieldOutcome['outcome'], confidence = 0.5): FieldOutcome => ({
  ...{ document: `${slice?.strength}`, file: '', documentType: '健康证明', layout: 'card', level: 'phone' },
  ...{ field: '姓名', type: 'name', outcome, confidence, doubted: false, label: '', read: '', box: null },
  ...(slice && { slice }),
})

const shares = (rows: string[][]) =>
  rows.map(([title, , exact, , wrong]) => [title, ...[exact, wrong].map((x) => x?.split(' ')[0])])

test('a slice has its own figure, and one of the fields that the harm lies on', () => {
  const sealed = (on: boolean) => ({ name: 'sealed', strength: 0.5, on })
  const rows = sliceRows({
    fields: [
      field(sealed(true), 'wrong', 0.95),
      field(sealed(true), 'right'),
      field(sealed(false), 'right'),
      field(undefined, 'wrong'),
    ],
  })
  expect(shares(rows)).toEqual([
    ['sealed', '2/3', '1/3'],
    ['sealed 只算受损处', '1/2', '1/2'],
  ])
})

test('strengths are told apart, and a set without slices has no rows', () => {
  const curved = (strength: number) => ({ name: 'curved', strength, on: true })
  const rows = sliceRows({ fields: [field(curved(0.4), 'right'), field(curved(0.9), 'none')] })
  expect(shares(rows)).toEqual([
    ['curved', '1/2', '0/2'],
    ['curved 强度≤0.4', '1/1', '0/1'],
    ['curved 强度≤1', '0/1', '0/1'],
  ])
  expect(sliceRows({ fields: [field(undefined, 'right')] })).toEqual([])
})
