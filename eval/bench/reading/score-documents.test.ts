import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Mark, ReadField, Reading } from '../../../facts/reading.ts'
import type { LabelledDocument } from './load-documents.ts'
import { shapeRows } from './reading-report.ts'
import { calibration, fieldFigures, markFigures, scoreDocument } from './score-documents.ts'

const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
const truth: LabelledDocument = {
  id: '1',
  documentType: '健康证明',
  layout: 'card',
  level: 'clean',
  fields: { 姓名: '张三', 有效期至: '2026-05-01' },
  marks: { 盖章: { present: true } },
  ticks: [],
  pages: [{ file: '1.jpg' }],
  files: ['/1.jpg'],
}
const field = (value: string | null, confidence = 0.95): ReadField => ({
  value,
  raw: value ?? '',
  label: '',
  confidence,
  state: value === null ? 'unreadable' : 'ok',
  page: 1,
  box: null,
})

function score(
  fields: Record<string, ReadField>,
  documentType = '健康证明',
  marks: Mark[] = [],
  labels: LabelledDocument['marks'] = truth.marks,
) {
  const quality = { score: 1, issues: [], advice: [] }
  const document = { documentType, confidence: 1, pages: [1], fields, marks, quality }
  const reading = { file: '1.jpg', documents: [document], lines: [], pages: [] } as unknown as Reading
  return scoreDocument({ ...truth, marks: labels }, [reading], types)
}

test('a wrong value, a missing value and a wrong type each lower the figure', () => {
  const right = { 姓名: field('张三'), 有效期至: field('2026-05-01') }
  expect(fieldFigures(score(right).fields).exact).toEqual({ right: 2, n: 2 })
  expect(fieldFigures(score({ ...right, 姓名: field('张二') }).fields).exact).toEqual({ right: 1, n: 2 })
  expect(fieldFigures(score({ 姓名: field('张三') }).fields).exact).toEqual({ right: 1, n: 2 })
  const other = score(right, '营业执照')
  expect(other.documents[0]?.typeRight).toBe(false)
  expect(fieldFigures(other.fields).exact).toEqual({ right: 0, n: 2 })
})

test('a wrong value counts as confident from .9 on, a missing one never', () => {
  const wrong = (confidence: number) => fieldFigures(score({ 姓名: field('李四', confidence) }).fields).wrongConfident
  expect(wrong(0.9).right).toBe(1)
  expect(wrong(0.89).right).toBe(0)
})

test('confidence that is always right where it says so has no calibration error', () => {
  const { fields } = score({ 姓名: field('张三', 1), 有效期至: field('2026-05-01', 1) })
  expect(calibration(fields).ece).toBe(0)
  const { fields: half } = score({ 姓名: field('张三', 1), 有效期至: field('2026-05-02', 1) })
  expect(calibration(half).ece).toBeCloseTo(0.5)
})

test('a seal that is there and not found is missed, one found where none is is false', () => {
  const mark = (present: boolean): Mark => ({ kind: 'seal', name: '盖章', present, page: 1, box: null, confidence: 1 })
  expect(markFigures(score({}, '健康证明', [mark(true)]).marks)).toMatchObject({ truePositive: 1, falseNegative: 0 })
  expect(markFigures(score({}, '健康证明', [mark(false)]).marks)).toMatchObject({ truePositive: 0, falseNegative: 1 })
  expect(markFigures(score({}).marks)).toMatchObject({ falseNegative: 1, unknown: 1 })
})

test('marks that no type names are scored by their kind, and the shape of a seal that was found', () => {
  const seal: Mark = {
    kind: 'personal-seal',
    name: '盖章',
    present: true,
    page: 1,
    box: null,
    confidence: 1,
    shape: 'round',
  }
  const labels = { 私章: { present: true, shape: 'square' as const }, 骑缝章: { present: true } }
  const scored = score({}, '健康证明', [seal], labels)
  expect(scored.marks.map(({ kind, read }) => [kind, read])).toEqual([
    ['personal-seal', true],
    ['cross-page-seal', null],
  ])
  expect(shapeRows(scored)[0]?.[1]).toMatch(/^0\/1/)
  expect(shapeRows(score({}, '健康证明', [{ ...seal, shape: 'square' }], labels))[0]?.[1]).toMatch(/^1\/1/)
})
