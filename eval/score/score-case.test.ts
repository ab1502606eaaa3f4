import { expect, test } from 'vitest'
import type { Finding, FormValue, Verdict } from '../../api/client.ts'
import type { Truth } from '../../datasets/case-format.ts'
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

const field = (key: string, type: string, value: FormValue['value'], typed = false) =>
  ({
    key,
    type,
    value,
    asked: true,
    evidence: typed ? [{ kind: 'person', who: 'applicant', field: key }] : [],
  }) as unknown as FormValue

const finding = (point: string, verdict: Verdict) =>
  ({ point, verdict, severity: 'correct', automation: 'auto', confidence: 0.9 }) as Finding

const scored = (verdicts: Record<string, Verdict>, form: FormValue[] = [], noticed: string[] = []) =>
  scoreCase(
    {
      findings: Object.entries(verdicts).map(([point, verdict]) => finding(point, verdict)),
      form,
      notice: { items: noticed.map((point) => ({ point })) },
    },
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
