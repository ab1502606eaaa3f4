import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReports, type ScoredReport, shownByReports } from './shown-by-reports.ts'

const report = (cases: ScoredReport['cases'], mode = 'read'): ScoredReport => ({
  identity: { commit: 'abc', name: 'set', mode },
  cases,
})

/** A right pass, a right fail, a false fail and a false pass, as an evaluation's report keeps them. */
const passed = { accuracy: { P1: 1 } }
const failed = { accuracy: { P1: 1 }, defectPrecision: { P1: 1 } }
const falseFail = { accuracy: { P1: 0 }, defectPrecision: { P1: 0 } }
const falsePass = { accuracy: { P1: 0 } }

const executable = new Map([
  ['S001', ['P1', 'P2']],
  ['S002', ['P1']],
])

test('a point counts with a right pass and a right fail, once for every scenario where it is executable', () => {
  const shown = shownByReports(
    executable,
    ['P1'],
    [report([{ scenario: 'S001', items: passed }]), report([{ scenario: 'S002', items: failed }])],
  )
  expect(shown.byFiles).toEqual({ unique: 1, expanded: 2, sameScenario: 0 })
  expect(shown.lacking).toEqual([])
})

test('wrong verdicts show nothing', () => {
  const cases = [passed, falseFail, falsePass].map((items) => ({ scenario: 'S001', items }))
  const { byFiles, lacking } = shownByReports(executable, ['P1'], [report(cases)])
  expect(byFiles.unique).toBe(0)
  expect(lacking).toEqual([{ point: 'P1', rightPass: true, rightFail: false }])
})

test('a point that no paper decides is shown by its source answers; one not executable by nothing', () => {
  const both = [passed, failed].map((items) => ({ scenario: 'S001', items }))
  const shown = shownByReports(new Map([['S001', ['P2']]]), [], [report(both)])
  expect(shown.byFiles.unique).toBe(0)
  expect(shown.bySources).toEqual({ unique: 1, expanded: 1 })
  expect(shown.together).toEqual({ unique: 1, expanded: 1 })
})

test('a report of which nothing was read is refused, and so is another file', () => {
  const folder = (content: unknown) => {
    const made = mkdtempSync(join(tmpdir(), 'report-'))
    writeFileSync(join(made, 'report.json'), JSON.stringify(content))
    return made
  }
  expect(readReports([folder(report([]))])).toHaveLength(1)
  expect(() => readReports([folder(report([], 'perfect reading'))])).toThrow('没有读图片')
  expect(() => readReports([folder({ cases: 3 })])).toThrow('不是 npm run eval 写的报告')
})
