import type { Recall } from './character-recall.ts'
import { type Identity, identityLine } from './identity.ts'
import { proportion } from './interval.ts'
import { formatLicences } from './licence-report.ts'
import type { LicenceScore } from './licences.ts'
import type { Layout } from './peer.ts'
import type { Usage } from './process-meter.ts'

export interface Run {
  layout: Layout
  pages: number
  usage: Usage
  recall: Recall
}

export interface BenchResult {
  dataset: string
  identity: Identity
  pages: number
  ours: Run
  peer: Run | null
  fields: LicenceScore
}

const GIGABYTE = 1024 ** 3

const pagesPerSecond = ({ pages, usage }: Run) => pages / usage.wallSeconds
const cpuPerPage = ({ pages, usage }: Run) => usage.cpuSeconds / pages
const recall = ({ recall: { characters, errors } }: Run) => 1 - errors / characters
const exact = ({ recall: { lines, exact: n } }: Run) => n / lines

function column(name: string, run: Run): string[] {
  const { processes, threads } = run.layout
  return [
    name,
    `${processes} 进程 × ${threads || '默认'} 线程`,
    pagesPerSecond(run).toFixed(2),
    cpuPerPage(run).toFixed(2),
    (run.usage.peakBytes / GIGABYTE).toFixed(2),
    recall(run).toFixed(4),
    exact(run).toFixed(4),
  ]
}

const HEAD = ['', '布局', '页/秒', 'CPU 秒/页', '峰值内存 GB', '字符召回', '整行正确']

/** The bench as a person reads it: both readers, their ratios, then the fields. */
export function benchReport({ dataset, identity, pages, ours, peer, fields }: BenchResult): string {
  const { characters, lines } = ours.recall
  const columns = [HEAD, column('FirstPass', ours), ...(peer ? [column('@gutenye/ocr-node', peer)] : [])]
  const rows = HEAD.map((_, i) => columns.map((cells) => (cells[i] ?? '').padEnd(20)).join(''))
  const out = [
    identityLine(identity, `${pages} 页，${lines} 行，${characters} 字`),
    `真实照片 ${dataset}`,
    '字符召回、整行正确：两边都作 NFKC，不计空白和标点；召回 = 1 − 最佳子串编辑距离之和 / 标注字数',
    '',
    ...rows,
    '',
    ...[ours, ...(peer ? [peer] : [])].map(
      (run, i) =>
        `整行正确 ${['FirstPass', '@gutenye/ocr-node'][i]} ${proportion({ right: run.recall.exact, n: run.recall.lines })}`,
    ),
  ]
  if (peer) {
    const speed = pagesPerSecond(ours) / pagesPerSecond(peer)
    const cpu = cpuPerPage(peer) / cpuPerPage(ours)
    out.push(
      '',
      `页/秒之比 ${speed.toFixed(2)} · CPU 之比 ${cpu.toFixed(2)} · 召回之差 ${(recall(ours) - recall(peer)).toFixed(4)}`,
    )
  }
  return [...out, '', '字段（按类型归一后完全一致）', formatLicences(fields)].join('\n')
}
