/** `npm run bench -- --licences DIR [--sample N] [--json]`: our reader against `@gutenye/ocr-node` on the same photographs, then our fields; `--reading DIR`: a set of labelled pages. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader, modelFiles } from '../../api/index.ts'
import type { Reading } from '../../facts/reading.ts'
import { type BenchResult, benchReport, type Run } from './bench-report.ts'
import { addRecall, recallOf } from './character-recall.ts'
import { identify } from './identity.ts'
import { formatMisses } from './licence-report.ts'
import { type LicenceCorrections, scoreLicences } from './licences.ts'
import { LAYOUTS, type Layout, startPeer } from './peer.ts'
import { startMeter } from './process-meter.ts'
import { runReading } from './reading/run-reading.ts'
import { runToEnd } from './run-to-end.ts'

type Labels = Record<string, { fields: Record<string, string>; lines: { text: string }[] }>

const OURS: Layout = { processes: 2, threads: 1 }
/** Photographs on which the peer's layouts compete before the better one reads them all. */
const TRIAL = 8

const args = parseArgs({
  options: {
    licences: { type: 'string' },
    reading: { type: 'string' },
    sample: { type: 'string' },
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    'no-peer': { type: 'boolean' },
  },
}).values

function loadLabels(folder: string): Labels {
  const all = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels
  const names = Object.keys(all).filter((name) => existsSync(join(folder, name)))
  const wanted = Number(args.sample ?? names.length)
  // Every k-th photograph, so that a sample is spread over the set and the same each time.
  const step = Math.max(1, names.length / wanted)
  const chosen = Array.from({ length: Math.min(wanted, names.length) }, (_, i) => names[Math.floor(i * step)] ?? '')
  return Object.fromEntries(chosen.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
}

/** Reads all photographs with as many at once as there are processes; models are loaded before the clock starts. */
async function run(layout: Layout, labels: Labels, read: (name: string) => Promise<string[]>): Promise<Run> {
  const names = Object.keys(labels)
  await Promise.all(names.slice(0, layout.processes).map(read))
  const stop = startMeter()
  const texts = await Promise.all(names.map(read))
  const usage = stop()
  const recalls = names.map((name, i) => recallOf(labels[name]?.lines.map(({ text }) => text) ?? [], texts[i] ?? []))
  return { layout, pages: names.length, usage, recall: addRecall(recalls) }
}

async function runOurs(folder: string, labels: Labels): Promise<{ run: Run; readings: Reading[] }> {
  const reader = createReader({ processes: OURS.processes })
  const readings = new Map<string, Reading>()
  try {
    const result = await run(OURS, labels, async (name) => {
      const reading = await reader.read({ path: join(folder, name), fileName: name })
      readings.set(name, reading)
      return reading.lines.map(({ text }) => text)
    })
    return { run: result, readings: [...readings.values()] }
  } finally {
    await reader.close()
  }
}

async function runPeer(layout: Layout, folder: string, labels: Labels): Promise<Run> {
  const peer = startPeer(layout)
  try {
    return await run(layout, labels, (name) => peer.read(join(folder, name)))
  } finally {
    await peer.close()
  }
}

async function bestPeer(folder: string, labels: Labels): Promise<Run> {
  const names = Object.keys(labels)
  const trial = Object.fromEntries(Object.entries(labels).slice(0, TRIAL))
  const trials: Run[] = []
  for (const layout of LAYOUTS) trials.push(await runPeer(layout, folder, trial))
  trials.sort((a, b) => a.usage.wallSeconds - b.usage.wallSeconds)
  const best = trials[0]
  if (!best || names.length <= TRIAL) return best ?? runPeer(OURS, folder, labels)
  return runPeer(best.layout, folder, labels)
}

async function main(): Promise<number> {
  if (args.reading) {
    await runReading(args.reading, OURS.processes)
    return 0
  }
  const folder = args.licences
  if (!folder || !existsSync(join(folder, 'labels.json'))) {
    console.error(
      folder
        ? `${folder} 中没有 labels.json：这里需要真实营业执照照片文件夹（不随项目分发）。`
        : '用法：npm run bench -- --licences 文件夹 [--sample N] [--json] [--misses] [--no-peer]，或 npm run bench -- --reading 文件夹',
    )
    return 1
  }
  const labels = loadLabels(folder)
  const corrections = join(folder, 'corrections.json')
  const { run: ours, readings } = await runOurs(folder, labels)
  const peer = args['no-peer'] ? null : await bestPeer(folder, labels)
  const better = existsSync(corrections) ? (JSON.parse(readFileSync(corrections, 'utf8')) as LicenceCorrections) : {}
  const result: BenchResult = {
    dataset: folder,
    identity: identify(modelFiles(), [folder]),
    pages: Object.keys(labels).length,
    ours,
    peer,
    fields: scoreLicences(readings, labels, better),
  }
  console.log(args.json ? JSON.stringify(result) : benchReport(result))
  if (args.misses && !args.json) console.log(formatMisses(result.fields))
  return 0
}

await runToEnd(main)
