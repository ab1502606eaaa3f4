import { expect, test } from 'vitest'
import { type BenchResult, benchReport, percentile, type Run } from './bench-report.ts'
import { scoreLicences } from './licences.ts'
import { PEERS } from './peers/peer.ts'

test('a percentile is one of the values, the nearest rank', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 0.5)).toBe(3)
  expect(percentile(values, 0.95)).toBe(5)
  expect(percentile([], 0.5)).toBe(0)
})

/** A run over ten pages of two processes. */
const run = (wallSeconds: number, cpuSeconds: number, errors: number): Run => ({
  layout: { processes: 2, threads: 1 },
  pages: 10,
  usage: { wallSeconds, cpuSeconds, peakBytes: 2 ** 31, peakProcessBytes: 2 ** 30 },
  pageSeconds: [1, 1, 1, 1, 1, 2, 2, 2, 2, 9],
  recall: { characters: 100, errors, lines: 10, exact: 9 },
})

test('the report tells pages/s, p50 and p95, CPU s/page, peak memory and, for every peer, the ratios of both runs', () => {
  const peers = Object.values(PEERS).map(({ name }, i) => ({ name, run: run(20, 40 + i, 20) }))
  const result: BenchResult = {
    dataset: 'photographs',
    identity: { commit: 'c', models: {}, dataset: 'd' },
    pages: 10,
    ours: run(10, 20, 2),
    lines: run(5, 10, 2),
    alone: { ...run(8, 16, 2), same: { right: 9, n: 10 }, differences: [] },
    peers,
    profile: {},
    fields: scoreLicences([], {}),
  }
  const lines = benchReport(result).split('\n')
  const row = (name: string) =>
    (lines.find((line) => line.startsWith(name)) ?? '').slice(name.length).trim().split(/\s+/u)
  expect(row('页/秒')).toEqual(['1.00', '1.25', '2.00', '0.50', '0.50', '0.50'])
  expect(row('每页秒 p50')).toEqual(['1.00', '1.00', '1.00', '1.00', '1.00', '1.00'])
  expect(row('每页秒 p95')).toEqual(['9.00', '9.00', '9.00', '9.00', '9.00', '9.00'])
  expect(row('CPU 秒/页')).toEqual(['2.00', '1.60', '1.00', '4.00', '4.10', '4.20'])
  expect(row('单进程峰值 GB')).toEqual(['1.00', '1.00', '1.00', '1.00', '1.00', '1.00'])
  expect(peers.map(({ name }) => name)).toEqual(['@gutenye/ocr-node', 'tesseract.js', 'ppu-paddle-ocr'])
  expect(lines.find((line) => line.startsWith('只读字段比全流程'))).toContain(
    '之比 0.800 · 字段（值、把握、位置、说明）相同 9/10',
  )
  expect(lines).toContain('全流程比 @gutenye/ocr-node：页/秒之比 2.00 · CPU 之比 2.00 · 召回之差 0.1800')
  expect(lines).toContain('只读行比 tesseract.js：页/秒之比 4.00 · CPU 之比 4.10 · 召回之差 0.1800')
  expect(lines).toContain('只读行比 ppu-paddle-ocr：页/秒之比 4.00 · CPU 之比 4.20 · 召回之差 0.1800')
})
