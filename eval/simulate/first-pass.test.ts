import { expect, test } from 'vitest'
import type { TruePage, Truth } from '../../datasets/case-format.ts'
import type { DatasetCase } from '../dataset/load-case.ts'
import type { Answer, SaidPoint } from '../drive/answer.ts'
import type { Submission } from '../drive/submission.ts'
import { playFirstPass } from './first-pass.ts'

type Defect = Truth['defects'][number]
const mend = { replace: [{ files: ['1.jpg'], with: ['repair/1.jpg'], slot: '营业执照' }], add: [], answers: {} }
const bring = { replace: [], add: [{ file: 'repair/2.jpg', slot: '健康证明' }], answers: {} }
const defect = (id: string, point: string, repair: Defect['repair'] = mend): Defect => ({
  ...{ id, title: id, slot: '', points: [point], repair },
})

function caseWith(defects: Defect[], page: Partial<TruePage> = {}): DatasetCase {
  const first = {
    file: '1.jpg',
    page: 1,
    slot: '营业执照',
    documentType: '营业执照',
    layout: '',
    fields: {},
    marks: {},
  }
  return {
    id: 'c',
    folder: '/cases/c',
    seen: {
      scenario: 'S001',
      at: '2026-11-16',
      applicant: { kind: 'person', name: '甲' },
      answers: {},
      materials: [{ file: '1.jpg', slot: '营业执照' }],
    },
    registry: null,
    knows: {},
    truth: { pages: [{ ...first, ...page }], form: {}, review: {}, defects, outcome: 'correct' },
    second: null,
  }
}

function answer(...findings: Partial<SaidPoint>[]): Answer {
  const whole = (one: Partial<SaidPoint>): SaidPoint => ({
    ...{ point: '', verdict: 'pass', severity: 'correct', statement: '', automation: 'auto', confidence: 1 },
    ...{ message: '', fix: '', because: null, facts: [], blockers: [], clauses: [] },
    ...one,
  })
  return {
    form: [],
    findings: findings.map(whole),
    noticed: [],
    materials: [],
    refused: [],
    catalogue: '',
    latencyMs: 1,
  }
}

const unsure = (point: string, state: 'unreadable' | 'absent' | 'manual'): Partial<SaidPoint> => ({
  point,
  verdict: 'unsure',
  blockers: [{ path: '', state, missing: '', settle: '' }],
})
const noSecondLook = (): Promise<Answer> => Promise.reject(new Error('asked again'))

test('what is named is mended and accepted, what is not named is not', async () => {
  const one = caseWith([defect('a', 'P1'), defect('b', 'P2')])
  const named = answer({ point: 'P1', verdict: 'fail' }, { point: 'P2', verdict: 'fail' })
  expect(await playFirstPass(one, named, noSecondLook)).toMatchObject({ without: false, with: true, left: [] })
  const half = answer({ point: 'P1', verdict: 'fail' }, { point: 'P2', verdict: 'pass' })
  expect(await playFirstPass(one, half, noSecondLook)).toMatchObject({ with: false, left: ['b'] })
})

test('a doubt does not mend a wrong paper, but makes a person bring a missing one', async () => {
  const doubted = answer(unsure('P1', 'unreadable'))
  expect(await playFirstPass(caseWith([defect('a', 'P1')]), doubted, noSecondLook)).toMatchObject({ left: ['a'] })
  const missing = caseWith([defect('a', 'P1', bring)])
  expect(await playFirstPass(missing, answer(unsure('P1', 'absent')), noSecondLook)).toMatchObject({ with: true })
})

test('a picture that cannot be read is taken again once, and the service looks at it again', async () => {
  const one = caseWith([defect('blurred', 'P1'), defect('hidden', 'P2', bring)], { issues: ['blurred'] })
  const seen: Submission[] = []
  const second = (submission: Submission) => {
    seen.push(submission)
    return Promise.resolve(answer({ point: 'P1', verdict: 'pass' }, { point: 'P2', verdict: 'fail' }))
  }
  const first = answer(unsure('P1', 'unreadable'), unsure('P2', 'unreadable'))
  expect(await playFirstPass(one, first, second)).toMatchObject({ with: true, left: [] })
  expect(seen.map(({ files }) => files)).toEqual([[{ path: '/cases/c/repair/1.jpg', slot: '营业执照' }]])
})

test('what only advises keeps nobody from being accepted', async () => {
  const advised = answer({ point: 'P1', verdict: 'pass', severity: 'advise' })
  expect(await playFirstPass(caseWith([defect('a', 'P1')]), advised, noSecondLook)).toMatchObject({
    ...{ without: true, with: true, heldBack: false },
  })
})

test('told of what no paper can mend, a person does not hand in; untold, the reviewer refuses', async () => {
  const one = caseWith([defect('ineligible', 'P1', null)])
  const told = await playFirstPass(one, answer({ point: 'P1', verdict: 'fail', severity: 'block' }), noSecondLook)
  expect(told).toMatchObject({ withdrawn: true, with: false })
  const untold = await playFirstPass(one, answer({ point: 'P1', severity: 'block' }), noSecondLook)
  expect(untold).toMatchObject({ withdrawn: false, with: false })
})

test('an acceptable case that is found fault with is held back, and still accepted by the reviewer', async () => {
  const fault = answer({ point: 'P9', verdict: 'fail' })
  expect(await playFirstPass(caseWith([]), fault, noSecondLook)).toMatchObject({ heldBack: true, with: true })
  expect(await playFirstPass(caseWith([]), answer(unsure('P9', 'manual')), noSecondLook)).toMatchObject({
    heldBack: false,
  })
})
