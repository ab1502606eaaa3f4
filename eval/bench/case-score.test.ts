import { expect, test } from 'vitest'
import type { FormValue, Verdict } from '../../api/client.ts'
import type { Truth } from '../../datasets/case-format.ts'
import { scoreCase } from './case-score.ts'

const truth = {
  pages: [],
  form: { subj_name: '甲餐饮有限公司', prem_area: 80, fd_flow: '进货' },
  review: {
    'SUBJ-P02': { verdict: 'pass' },
    'LREP-P03': { verdict: 'fail' },
    'PREM-P01': { verdict: 'fail' },
    'SITE-P01': { verdict: 'person' },
  },
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

const verdicts = (given: Record<string, Verdict>) =>
  Object.entries(given).map(([point, verdict]) => ({ point, verdict }))

test('a defect that is only doubted is not found, and a pass on a true fail is a false pass', () => {
  const score = scoreCase(verdicts({ 'SUBJ-P02': 'pass', 'LREP-P03': 'unsure', 'PREM-P01': 'pass' }), [], truth)
  expect(score).toMatchObject({ defects: 2, found: 0, falsePasses: ['PREM-P01'], falseFails: [], unsure: ['LREP-P03'] })
})

test('a fail on a point that is right counts against us', () => {
  const score = scoreCase(verdicts({ 'SUBJ-P02': 'fail', 'LREP-P03': 'fail', 'PREM-P01': 'fail' }), [], truth)
  expect(score).toMatchObject({ found: 2, falseFails: ['SUBJ-P02'] })
})

test('prefill counts right values only, over all fields with a label; what a person typed is no prefill', () => {
  const form = [
    field('subj_name', 'org-name', '甲餐饮有限公司'),
    field('prem_area', 'number', 70),
    field('fd_flow', 'text', '进货', true),
  ]
  expect(scoreCase([], form, truth)).toMatchObject({
    fields: 3,
    prefilled: 2,
    prefilledRight: 1,
    wrongFields: ['prem_area'],
  })
})
