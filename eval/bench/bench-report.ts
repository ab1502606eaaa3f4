import type { Profile } from '../../api/index.ts'
import type { Recall } from './character-recall.ts'
import { type FieldsAlone, fieldsAloneReport } from './fields-only.ts'
import { type Identity, identityLine } from './identity.ts'
import { proportion } from './interval.ts'
import { formatLicences } from './licence-report.ts'
import type { LicenceScore } from './licences.ts'
import type { Layout } from './peers/peer.ts'
import type { Usage } from './process-meter.ts'

export interface Run {
  layout: Layout
  pages: number
  usage: Usage
  /** Time from the moment a process took a page to its answer, page by page. */
  pageSeconds: number[]
  recall: Recall
}

export interface BenchResult {
  dataset: string
  identity: Identity
  pages: number
  /** The full pipeline: all lines, second reading, marks, codes, quality, fields. */
  ours: Run
  /** All lines and nothing else: what the peers do. */
  lines: Run
  /** The fields alone, and how they compare with those of the full pipeline. */
  alone: Run & FieldsAlone
  peers: { name: string; run: Run }[]
  /** CPU milliseconds of the full pipeline, all pages. */
  profile: Profile
  fields: LicenceScore
}

const GIGABYTE = 1024 ** 3

const pagesPerSecond = ({ pages, usage }: Run) => pages / usage.wallSeconds
const cpuPerPage = ({ pages, usage }: Run) => usage.cpuSeconds / pages
const recall = ({ recall: { characters, errors } }: Run) => 1 - errors / characters
const exact = ({ recall: { lines, exact: n } }: Run) => n / lines

/** The value below which `share` of the numbers lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function column(name: string, run: Run): string[] {
  const { processes, threads } = run.layout
  return [
    name,
    `${processes} 进程 × ${threads || '默认'} 线程`,
    pagesPerSecond(run).toFixed(2),
    percentile(run.pageSeconds, 0.5).toFixed(2),
    percentile(run.pageSeconds, 0.95).toFixed(2),
    cpuPerPage(run).toFixed(2),
    (run.usage.peakProcessBytes / GIGABYTE).toFixed(2),
    (run.usage.peakBytes / GIGABYTE).toFixed(2),
    recall(run).toFixed(4),
    exact(run).toFixed(4),
  ]
}

const HEAD = [
  '',
  '布局',
  '页/秒',
  '每页秒 p50',
  '每页秒 p95',
  'CPU 秒/页',
  '单进程峰值 GB',
  '合计峰值 GB',
  '字符召回',
  '整行正确',
]

/** Terminal cells: Han and full-width characters take two. */
const cells = (text: string) => [...text].reduce((n, c) => n + (c > '\u2e80' ? 2 : 1), 0)
const padded = (text: string) => text + ' '.repeat(Math.max(1, 22 - cells(text)))

function ratios(name: string, ours: Run, peer: Run): string {
  const speed = pagesPerSecond(ours) / pagesPerSecond(peer)
  const cpu = cpuPerPage(peer) / cpuPerPage(ours)
  return `${name}：页/秒之比 ${speed.toFixed(2)} · CPU 之比 ${cpu.toFixed(2)} · 召回之差 ${(recall(ours) - recall(peer)).toFixed(4)}`
}

/** The bench as a person reads it: all readers side by side, their ratios, then the fields. */
export function benchReport({ dataset, identity, pages, ours, lines, alone, peers, fields }: BenchResult): string {
  const all = [
    { name: 'FirstPass 全流程', run: ours },
    { name: 'FirstPass 只读字段', run: alone },
    { name: 'FirstPass 只读行', run: lines },
    ...peers,
  ]
  const columns = [HEAD, ...all.map(({ name, run }) => column(name, run))]
  return [
    identityLine(identity, `${pages} 页，${ours.recall.lines} 行，${ours.recall.characters} 字`),
    `真实照片 ${dataset}`,
    '字符召回、整行正确：各家都作 NFKC，不计空白和标点；召回 = 1 − 最佳子串编辑距离之和 / 标注字数',
    '全流程 = 全部行 + 复读 + 印章、签字、二维码、照片质量 + 字段；只读字段 = 不找签字、二维码和复印件；只读行 = 各家都做的那一部分',
    '',
    ...HEAD.map((_, i) => columns.map((of) => padded(of[i] ?? '')).join('')),
    '',
    ...all.map(({ name, run }) => `整行正确 ${name} ${proportion({ right: run.recall.exact, n: run.recall.lines })}`),
    ...peers.flatMap(({ name, run }) => [
      '',
      ratios(`全流程比 ${name}`, ours, run),
      ratios(`只读行比 ${name}`, lines, run),
    ]),
    '',
    fieldsAloneReport(cpuPerPage(ours), cpuPerPage(alone), alone),
    '',
    '字段（按类型归一后完全一致）',
    formatLicences(fields),
  ].join('\n')
}

/** CPU time of the full pipeline by stage, most first. */
export function formatProfile({ profile, pages }: Pick<BenchResult, 'profile' | 'pages'>): string {
  const stages = Object.entries(profile).sort(([, a], [, b]) => b - a)
  const sum = stages.reduce((total, [, milliseconds]) => total + milliseconds, 0)
  const line = ([stage, milliseconds]: [string, number]) =>
    `  ${stage.padEnd(12)} ${(milliseconds / pages).toFixed(0).padStart(6)} ms/页 ${((100 * milliseconds) / sum).toFixed(1).padStart(5)}%`
  return ['各步 CPU 时间（全流程）', ...stages.map(line)].join('\n')
}
