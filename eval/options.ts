import { parseArgs } from 'node:util'
import type { Split } from './dataset/split.ts'

export interface Options {
  dataset: string
  /** Of a running service; null: the service of this repository, in this process. */
  url: string | null
  scenarios: string[] | null
  sample: number | null
  seed: string
  split: Split | null
  resume: boolean
  perfectReading: boolean
  /** Every shared source answers that it cannot be reached. */
  down: boolean
  blind: boolean
  /** Print every disagreement, case by case. */
  tell: boolean
  /** Folder for journal and reports; null: below .data/eval. */
  out: string | null
  cache: string | null
  concurrency: number
  /** A report or baseline to compare with. */
  baseline: string | null
  gate: boolean
  acceptBaseline: boolean
}

export const USAGE = `用法：npm run -s eval -- --dataset 名称|文件夹|表格.xlsx [选项]
  --url URL              给已经启动的服务打分（缺省：在本进程里启动本仓库的服务）
  --scenario S001,S002   只跑这些情形
  --sample N [--seed X]  按情形均匀抽 N 件
  --split scored|calibration
  --perfect-reading      不读图，按标注作答：只看判断的错
  --down                 共享数据全部连不上
  --blind                全部判完以前不打开标注
  --resume               接着上次没跑完的
  --tell                 逐件打印与标注不同之处（--perfect-reading 时总是打印）
  --out 文件夹 --cache 文件夹 --concurrency N
  --baseline report.json 与上一份报告逐项比较
  --gate                 跑 smoke，与 eval/baseline.json 比，变差就以 1 结束
  --accept-baseline      打印与基线的差别，并写入新的基线`

/** The command's options; throws the usage on one that makes no sense. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      dataset: { type: 'string' },
      url: { type: 'string' },
      scenario: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      split: { type: 'string' },
      resume: { type: 'boolean', default: false },
      'perfect-reading': { type: 'boolean', default: false },
      down: { type: 'boolean', default: false },
      blind: { type: 'boolean', default: false },
      tell: { type: 'boolean', default: false },
      out: { type: 'string' },
      cache: { type: 'string' },
      concurrency: { type: 'string', default: '2' },
      baseline: { type: 'string' },
      gate: { type: 'boolean', default: false },
      'accept-baseline': { type: 'boolean', default: false },
    },
  })
  const isGate = values.gate || values['accept-baseline']
  const dataset = values.dataset ?? (isGate ? 'smoke' : undefined)
  const { split } = values
  if (dataset === undefined) throw new Error(USAGE)
  if (split !== undefined && split !== 'scored' && split !== 'calibration')
    throw new Error(`--split 只能是 scored 或 calibration\n${USAGE}`)
  if (values.url !== undefined && values['perfect-reading'])
    throw new Error('--perfect-reading 只能用在本进程的服务上，不能和 --url 一起用')
  return {
    dataset,
    url: values.url ?? null,
    scenarios: values.scenario?.split(',') ?? null,
    sample: values.sample === undefined ? null : count('--sample', values.sample),
    seed: values.seed,
    split: split ?? null,
    resume: values.resume,
    perfectReading: values['perfect-reading'],
    down: values.down,
    blind: values.blind,
    tell: values.tell || values['perfect-reading'],
    out: values.out ?? null,
    cache: values.cache ?? null,
    concurrency: count('--concurrency', values.concurrency),
    baseline: values.baseline ?? null,
    gate: values.gate,
    acceptBaseline: values['accept-baseline'],
  }
}

function count(name: string, text: string): number {
  const n = Number(text)
  if (!Number.isInteger(n) || n < 1) throw new Error(`${name} 要一个正整数，收到“${text}”`)
  return n
}
