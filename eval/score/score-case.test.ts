import { expect, test } from 'vitest'
import type { Verdict } from '../../api/client.ts'
import type { Truth } from '../../datasets/case-format.ts'
import type { SaidField, SaidPoint } from '../drive/answer.ts'
import { scoreCase } from './score-case.ts'

const truth = {
  pages: [],
  form: { subj_name: '甲餐饮有限公司', prem_area: 80, fd_flow: '进货', fd_plat: null },
  review: { 'SUBJ-P02': { verdict: 'pass' }, 'LREP-P03': { verdict: 'fail' }, 'PREM-P01': { verdict: 'fail' } },
  defects: [
    { id: 'expired-id', title: '', slot: '', points: ['LREP-P03'], repair: null },
    { id: 'lease-room', title: '', slot: '', points: ['PREM-P01'], repair: null },
  ],
  outcome: 'correct',
} satisfies Truth

const field = (key: string, type: string, value: SaidField['value'], typed = false): SaidField => ({
  ...{ key, name: key, type, value, typed },
  ...{ asked: true, source: '', confidence: 0.9, display: '', seen: null },
})

const finding = (point: string, verdict: Verdict): SaidPoint => ({
  ...{ point, verdict, statement: '', severity: 'correct', automation: 'auto', confidence: 0.9 },
  ...{ message: '', fix: '', because: null, facts: [], blockers: [], clauses: [] },
})

const scored = (verdicts: Record<string, Verdict>, form: SaidField[] = [], noticed: string[] = []) =>
  scoreCase(
    { findings: Object.entries(verdicts).map(([point, verdict]) => finding(point, verdict)), form, noticed },
    truth,
  )

test('a defect that is only doubted is not found; one the notice names is named', () => {
  const { defects } = scored({ 'LREP-P03': 'unsure', 'PREM-P01': 'fail' }, [], ['PREM-P01'])
  expect(defects.map(({ found, named }) => [found, named])).toEqual([
    [false, false],
    [true, true],
  ])
})

test('a labelled point that the service does not have, and a finding without a label, are both told', () => {
  const { points, unlabelled } = scored({ 'SUBJ-P02': 'pass', 'LREP-P03': 'fail', 'IMG-P01': 'pass' })
  expect(points.find(({ point }) => point === 'PREM-P01')?.verdict).toBe('none')
  expect(unlabelled).toEqual(['IMG-P01'])
})

test('prefill counts right values over all fields with a label; what a person typed is no prefill, an uncalled-for value is wrong', () => {
  const { fields } = scored({}, [
    field('subj_name', 'org-name', '甲餐饮有限公司'),
    field('prem_area', 'number', 70),
    field('fd_flow', 'text', '进货', true),
    field('fd_plat', 'text', '邻味到家'),
  ])
  expect(fields.map(({ key, wanted, filled, right }) => [key, wanted, filled, right])).toEqual([
    ['subj_name', true, true, true],
    ['prem_area', true, true, false],
    ['fd_flow', true, false, false],
    ['fd_plat', false, true, false],
  ])
})

test('values written as text are compared as what the field holds, and fields nobody labelled are left out of a partial form', () => {
  const said = {
    findings: [],
    noticed: [],
    form: [field('prem_area', 'number', 80), field('fd_net', 'boolean', false), field('subj_name', 'org-name', '甲')],
  }
  const sheet = { review: {}, defects: [], form: { prem_area: '80㎡', fd_net: '是' } }
  const { fields } = scoreCase(said, sheet, { partialForm: true })
  expect(fields.map(({ key, right }) => [key, right])).toEqual([
    ['prem_area', true],
    ['fd_net', false],
  ])
})
