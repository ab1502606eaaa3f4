import { expect, test } from 'vitest'
import type { Truth } from '../../../datasets/case-format.ts'
import type { Answer } from '../../drive/answer.ts'
import type { Scored } from '../../evaluation.ts'
import { scoreCase } from '../../score/score-case.ts'
import { makeReport } from '../report.ts'
import type { RunIdentity } from '../run-identity.ts'
import { page } from './page.ts'

const identity: RunIdentity = {
  ...{
    commit: 'abc123',
    models: { 'rec.onnx': '0123' },
    dataset: 'd1',
    catalogue: 'c1',
    name: 'smoke',
    of: '合成案例',
  },
  ...{
    mode: 'read',
    split: 'all',
    scenarios: null,
    sample: null,
    sources: 'up',
    blind: false,
    reader: 'r1',
    readings: null,
  },
}

const truth: Truth = {
  pages: [],
  form: { subj_name: '甲公司<b>' },
  review: { 'SUBJ-P01': { verdict: 'fail', because: '<script>alert(1)</script>' }, 'SUBJ-P02': { verdict: 'pass' } },
  defects: [{ id: 'd', title: '', slot: '', points: ['SUBJ-P01'], repair: null }],
  outcome: 'correct',
}

const seen = { path: '/c/01.jpg', page: 1, box: [1, 1, 9, 1, 9, 9, 1, 9] as const }
const answer: Answer = {
  form: [
    {
      key: 'subj_name',
      name: '名称',
      type: 'org-name',
      asked: true,
      source: '营业执照',
      confidence: 0.9,
      value: '乙公司',
      display: '乙公司',
      typed: false,
      seen,
    },
  ],
  findings: ['SUBJ-P01', 'SUBJ-P02'].map((point) => ({
    ...{ point, statement: '名称 & 代码', verdict: 'pass', severity: 'block', automation: 'auto', confidence: 0.95 },
    ...{ message: '符合', fix: '', because: null, blockers: [], clauses: ['名称一致(…) → 是'] },
    facts: [{ path: '营业执照.名称', display: '乙公司', state: 'ok', confidence: 0.9, seen }],
  })),
  ...{ noticed: [], materials: [], refused: [], catalogue: 'c1', latencyMs: 1200 },
}

const one = {
  ...{ id: 'S001-1', folder: '/c', registry: null, knows: {}, truth },
  seen: { scenario: 'S001', at: '2026-11-16', applicant: { kind: 'person', name: '甲' }, answers: {}, materials: [] },
  second: { ...truth.review, 'SUBJ-P02': { verdict: 'fail' } },
} as Scored['one']

const scored: Scored = {
  one,
  answer,
  result: {
    ...{
      id: 'S001-1',
      seen: 'x',
      scenario: 'S001',
      category: '食品',
      split: 'scored',
      outcome: 'correct',
      level: '中',
    },
    ...{ reading: null, firstPass: null, catalogue: { points: 2, automatic: 2 }, latencyMs: 1200 },
    score: scoreCase(answer, truth),
  },
}
const evaluation = {
  scored: [scored],
  notAnswered: [{ id: 'S001-2', why: '服务没有回答' }],
  refused: [],
  problems: [{ path: '/c/x.yaml', message: '坏 "文件"', fatal: true }],
}

test('the report counts what was said, tells what was not answered apart, and names the errors worst first', () => {
  const report = makeReport(evaluation, identity)
  expect(report.counts).toEqual({ scored: 1, notAnswered: 1, refused: 0, problems: 1 })
  expect(report.figures.accuracy).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
  expect(report.figures.blockingFalsePass).toMatchObject({ numerator: 1, denominator: 1 })
  expect(report.confusion).toEqual({ fail: { pass: 1 }, pass: { pass: 1 } })
  expect(report.errors.map(({ kind }) => kind)).toEqual(['误放', '误填'])
  expect(report.interLabeller).toMatchObject({ n: 2, same: 1 })
  expect(report.weaknesses.join()).toContain('SUBJ-P01')
  expect(report.cases[0]?.items.accuracy).toEqual({ 'SUBJ-P01': 0, 'SUBJ-P02': 1 })
})

test('the page needs nothing from elsewhere, runs nothing, and shows labels as text', () => {
  const report = makeReport(evaluation, identity)
  const [first] = report.errors
  const pictures = new Map(first ? [[first, { base64: 'AAAA', width: 10, height: 10 }]] : [])
  const html = page(report, pictures)
  expect(html).not.toMatch(/<script|https?:\/\/|<link|@import|url\(/)
  expect(html).toContain('&#60;script&#62;alert(1)')
  expect(html).toContain('src="data:image/webp;base64,AAAA"')
  for (const words of ['合成案例', 'abc123', '不足以说明', '服务没有回答', 'Cohen κ', '一律判通过'])
    expect(html, words).toContain(words)
})
