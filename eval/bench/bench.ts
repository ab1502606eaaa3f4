/** `npm run bench`: measures the reader — on real photographs and against others, on drawn pages, on mixed files, and what it costs the service; `--help` lists how. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader, modelFiles, type Profile } from '../../api/index.ts'
import type { Reading } from '../../facts/reading.ts'
import { type BenchResult, benchReport, formatProfile, type Run } from './bench-report.ts'
import { addRecall, recallOf } from './character-recall.ts'
import { compareFields, fieldsAloneReport } from './fields-only.ts'
import { identify, identityLine } from './identity.ts'
import { runLag } from './lag/run-lag.ts'
import { formatMisses } from './licence-report.ts'
import { type LicenceCorrections, scoreLicences } from './licences.ts'
import { lineReport } from './line-report.ts'
import { type Layout, PEERS, type PeerId, startPeer } from './peers/peer.ts'
import { runPool } from './pool/run-pool.ts'
import { startMeter } from './process-meter.ts'
import { runCalibrate } from './reading/calibrate.ts'
import { loadDocuments } from './reading/load-documents.ts'
import { runReading } from './reading/run-reading.ts'
import { runToEnd } from './run-to-end.ts'

type Labels = Record<string, { fields: Record<string, string>; lines: { text: string }[] }>

/** Photographs on which the peer's layouts compete before the better one reads them all. */
const TRIAL = 8

const args = parseArgs({
  options: {
    licences: { type: 'string' },
    lines: { type: 'string' },
    fields: { type: 'string' },
    reading: { type: 'string', multiple: true },
    calibrate: { type: 'string' },
    out: { type: 'string' },
    processes: { type: 'string' },
    pool: { type: 'string' },
    lag: { type: 'string' },
    pages: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    sample: { type: 'string' },
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    profile: { type: 'boolean' },
    peers: { type: 'string', default: 'gutenye' },
  },
}).values

/** Two processes of one thread, or as many as asked for. */
const OURS: Layout = { processes: Number(args.processes ?? 2), threads: 1 }

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
  const texts = new Map<string, string[]>()
  const pageSeconds: number[] = []
  const waiting = [...names]
  const stop = startMeter()
  const readOn = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = performance.now()
      texts.set(name, await read(name))
      pageSeconds.push((performance.now() - started) / 1000)
    }
  }
  await Promise.all(Array.from({ length: layout.processes }, readOn))
  const usage = stop()
  const recalls = names.map((name) =>
    recallOf(labels[name]?.lines.map(({ text }) => text) ?? [], texts.get(name) ?? []),
  )
  return { layout, pages: names.length, usage, pageSeconds, recall: addRecall(recalls) }
}

interface Ours {
  run: Run
  readings: Reading[]
  profile: Profile
}

async function runOurs(folder: string, labels: Labels, only?: 'lines' | 'fields'): Promise<Ours> {
  const reader = createReader({ processes: OURS.processes })
  const readings = new Map<string, Reading>()
  const profiles = new Map<string, Profile>()
  try {
    const result = await run(OURS, labels, async (name) => {
      const onProfile = (profile: Profile) => profiles.set(name, profile)
      const reading = await reader.read(
        { path: join(folder, name), fileName: name },
        { onProfile, ...(only && { only }) },
      )
      readings.set(name, reading)
      return reading.lines.map(({ text }) => text)
    })
    return { run: result, readings: [...readings.values()], profile: addProfiles([...profiles.values()]) }
  } finally {
    await reader.close()
  }
}

function addProfiles(profiles: Profile[]): Profile {
  const sum: Profile = {}
  for (const profile of profiles)
    for (const [stage, milliseconds] of Object.entries(profile) as [keyof Profile, number][])
      sum[stage] = (sum[stage] ?? 0) + milliseconds
  return sum
}

async function runPeer(id: PeerId, layout: Layout, folder: string, labels: Labels): Promise<Run> {
  const peer = startPeer(id, layout)
  try {
    return await run(layout, labels, (name) => peer.read(join(folder, name)))
  } finally {
    await peer.close()
  }
}

/** A peer in the layout that is fastest on a few photographs. */
async function bestPeer(id: PeerId, folder: string, labels: Labels): Promise<Run> {
  const { layouts } = PEERS[id]
  const trial = Object.fromEntries(Object.entries(labels).slice(0, TRIAL))
  const trials: Run[] = []
  if (layouts.length > 1) for (const layout of layouts) trials.push(await runPeer(id, layout, folder, trial))
  trials.sort((a, b) => a.usage.wallSeconds - b.usage.wallSeconds)
  return runPeer(id, trials[0]?.layout ?? layouts[0] ?? OURS, folder, labels)
}

const PEER_SETS: Record<string, PeerId[]> = { none: [], gutenye: ['gutenye'], all: ['gutenye', 'tesseract', 'ppu'] }

const USAGE = `用法：npm run bench -- 其中一种 [--processes 2]
  --licences 文件夹 [--sample N] [--peers none|gutenye|all] [--profile] [--misses] [--json]   真实照片：速度、文字、字段，和别家比
  --lines 文件夹               真实照片，只标注了行（报纸、书、手写）：逐页的字符召回、整行正确、有把握却不符的行
  --fields 文件夹[,文件夹]     合成页面：每页全读一遍、只读字段一遍（轮流在先），CPU 之比和不同的字段
  --reading 文件夹[,文件夹]    合成页面：字段、把握、签章和勾选；可重复，各出一份报告，最后是读取进程的内存
  --calibrate 文件夹[,文件夹] [--out 文件]   在从不计分的页面上校准置信，写成模型用的表
  --pool N                     N 份好坏混杂的文件
  --lag 文件夹 [--pages 40]    读取时服务进程的事件循环迟了多少`

/** Photographs of which only lines are labelled: read whole, scored page by page. */
async function benchLines(folder: string): Promise<number> {
  if (!existsSync(join(folder, 'labels.json'))) {
    console.error(`${folder} 中没有 labels.json：这里需要标注了行的真实照片文件夹（不随项目分发）。`)
    return 1
  }
  const labels = loadLabels(folder)
  const { readings } = await runOurs(folder, labels)
  console.log(identityLine(identify(modelFiles(), [folder]), `${readings.length} 页`))
  console.log(
    lineReport(
      readings.map(({ file, lines }) => ({
        name: basename(file),
        labelled: (labels[basename(file)]?.lines ?? []).map(({ text }) => text),
        read: lines,
      })),
    ),
  )
  return 0
}

/** Drawn pages, each read whole and for its fields alone by one process, by turns first. */
async function benchFields(folders: readonly string[]): Promise<number> {
  const files = folders.flatMap(loadDocuments).flatMap((document) => document.files)
  const reader = createReader({ processes: 1 })
  const kept = { whole: [] as Reading[], alone: [] as Reading[] }
  const spent = { whole: 0, alone: 0 }
  const readOne = async (path: string, way: keyof typeof kept) => {
    const onProfile = (profile: Profile) => {
      spent[way] += Object.values(profile).reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000
    }
    const call = way === 'alone' ? { onProfile, only: 'fields' as const } : { onProfile }
    kept[way].push(await reader.read({ path, fileName: path }, call))
  }
  try {
    // Loading the networks is nobody's page.
    for (const path of files.slice(0, 1)) await reader.read({ path, fileName: path })
    for (const [i, path] of files.entries())
      for (const way of i % 2 === 0 ? (['whole', 'alone'] as const) : (['alone', 'whole'] as const))
        await readOne(path, way)
  } finally {
    await reader.close()
  }
  console.log(identityLine(identify(modelFiles(), folders), `${files.length} 页`))
  const { whole, alone } = kept
  console.log(fieldsAloneReport(spent.whole / files.length, spent.alone / files.length, compareFields(whole, alone)))
  return 0
}

async function main(): Promise<number> {
  if (args.help) {
    console.log(USAGE)
    return 0
  }
  if (args.reading) {
    await runReading(
      args.reading.map((folders) => folders.split(',')),
      OURS.processes,
    )
    return 0
  }
  if (args.calibrate) {
    await runCalibrate(args.calibrate.split(','), OURS.processes, args.out)
    return 0
  }
  if (args.lag) {
    await runLag(args.lag, Number(args.pages ?? 40))
    return 0
  }
  if (args.lines) return benchLines(args.lines)
  if (args.fields) return benchFields(args.fields.split(','))
  if (args.pool) return (await runPool(Number(args.pool), OURS.processes)) === 0 ? 0 : 1
  const folder = args.licences
  if (!folder || !existsSync(join(folder, 'labels.json'))) {
    console.error(folder ? `${folder} 中没有 labels.json：这里需要真实营业执照照片文件夹（不随项目分发）。` : USAGE)
    return 1
  }
  const wanted = PEER_SETS[args.peers]
  if (!wanted) {
    console.error(`--peers ${args.peers}：只能是 ${Object.keys(PEER_SETS).join('、')}`)
    return 1
  }
  const labels = loadLabels(folder)
  const corrections = join(folder, 'corrections.json')
  const whole = await runOurs(folder, labels)
  const alone = await runOurs(folder, labels, 'fields')
  const lines = await runOurs(folder, labels, 'lines')
  const peers: BenchResult['peers'] = []
  for (const id of wanted) peers.push({ name: PEERS[id].name, run: await bestPeer(id, folder, labels) })
  const better = existsSync(corrections) ? (JSON.parse(readFileSync(corrections, 'utf8')) as LicenceCorrections) : {}
  const result: BenchResult = {
    dataset: folder,
    identity: identify(modelFiles(), [folder]),
    pages: Object.keys(labels).length,
    ours: whole.run,
    lines: lines.run,
    alone: { ...alone.run, ...compareFields(whole.readings, alone.readings) },
    peers,
    profile: whole.profile,
    fields: scoreLicences(whole.readings, labels, better),
  }
  console.log(args.json ? JSON.stringify(result) : benchReport(result))
  if (args.profile && !args.json) console.log(`\n${formatProfile(result)}`)
  if (args.misses && !args.json) console.log(formatMisses(result.fields))
  return 0
}

await runToEnd(main)
