/** `npm run eval -- --dataset NAME|DIR …`: the service over labelled cases, scored; eval/README.md says how to read it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader, modelFiles } from '../api/index.ts'
import { identify } from './bench/identity.ts'
import { runToEnd } from './bench/run-to-end.ts'
import { chooseCases } from './dataset/choose-cases.ts'
import { datasetPath, isSpreadsheet } from './dataset/find-cases.ts'
import type { Answer } from './drive/answer.ts'
import type { Outcome } from './drive/drive-cases.ts'
import { DEFAULT_CACHE, type Driver, openDriver } from './drive/driver.ts'
import { openJournal } from './drive/journal.ts'
import { progressBar } from './drive/progress-bar.ts'
import { type Evaluation, evaluate } from './evaluation.ts'
import { baselineOf, readComparable } from './gate/baseline.ts'
import { type Comparable, type Comparison, compare } from './gate/compare.ts'
import { regressions } from './gate/gate.ts'
import { printComparison } from './gate/print-comparison.ts'
import { disputedLabels, smokeSet } from './gate/smoke.ts'
import { type Options, readOptions } from './options.ts'
import { chosenErrors } from './report/html/gallery.ts'
import { page } from './report/html/page.ts'
import { drawPictures } from './report/pictures.ts'
import { printReport } from './report/print-report.ts'
import { makeReport, type Report } from './report/report.ts'
import type { RunIdentity } from './report/run-identity.ts'
import { tellCase } from './report/tell-case.ts'
import type { FirstPass } from './score/case-result.ts'

/** 合成案例 unless the dataset's card says otherwise: a figure about drawn cases is one about drawn cases. */
function cardSays(folder: string): string {
  const card = join(folder, 'README.md')
  return existsSync(card) && readFileSync(card, 'utf8').includes('真实照片') ? '真实照片' : '合成案例'
}

function identityOf(options: Options, folder: string, driver: Driver, catalogue: string): RunIdentity {
  return {
    ...identify(modelFiles(), [folder]),
    catalogue,
    name: basename(folder),
    of: cardSays(folder),
    mode: options.url !== null ? 'by URL' : options.perfectReading ? 'perfect reading' : 'read',
    split: options.split ?? 'all',
    scenarios: options.scenarios,
    sample: options.sample === null ? null : { n: options.sample, seed: options.seed },
    sources: options.down ? 'down' : driver.passRegistry ? 'up' : 'own',
    blind: options.blind,
    reader: driver.reader,
    readings: null,
  }
}

async function run(options: Options): Promise<{ report: Report; evaluation: Evaluation; folder: string; out: string }> {
  const path =
    options.dataset === 'smoke'
      ? await smokeSet(cacheFolder(options), !options.perfectReading)
      : datasetPath(options.dataset)
  const folder = isSpreadsheet(path) ? dirname(path) : path
  const out = options.out ?? join('.data', 'eval', basename(path))
  const { dataset, reveal } = await chooseCases(path, options)
  if (dataset.cases.length + dataset.problems.length === 0)
    throw new Error(
      `${path} 里没有要跑的案例：一件一个文件夹，里面有 case.yaml；也看看 --scenario、--split 是不是写错了`,
    )
  const driver = await openDriver(options)
  try {
    const head = identityOf(options, folder, driver, '')
    const journal = (name: string) => join(out, `${name}.jsonl`)
    const kept = {
      answers: openJournal<Outcome<Answer>>(journal('answers'), { ...head }, options.resume),
      firstPass: openJournal<Outcome<FirstPass>>(journal('first-pass'), { ...head }, options.resume),
    }
    const evaluation = await evaluate(dataset, reveal, driver, kept, progressBar, options)
    const catalogue = evaluation.scored[0]?.answer.catalogue ?? ''
    return {
      report: makeReport(evaluation, { ...head, catalogue, readings: driver.readings }),
      evaluation,
      folder,
      out,
    }
  } finally {
    await driver.close()
  }
}

type Shown = [report: Report, comparison: Comparison | null, out: string]

/** Both reports without pictures: whoever ends the run while those are drawn has all figures. */
function writeReport(...[report, comparison, out]: Shown): void {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'report.json'), JSON.stringify(report))
  writeFileSync(join(out, 'report.html'), page(report, new Map(), comparison))
}

async function addPictures(evaluation: Evaluation, ...[report, comparison, out]: Shown): Promise<void> {
  if (report.identity.mode === 'perfect reading') return
  const reader = createReader({ processes: 1 })
  const pictures = await drawPictures(chosenErrors(report.errors), evaluation.scored, reader).finally(() =>
    reader.close(),
  )
  writeFileSync(join(out, 'report.html'), page(report, pictures, comparison))
}

/** Judgement alone is another measurement, with a baseline of its own. */
const baselineFor = ({ perfectReading }: Options): string =>
  fileURLToPath(new URL(perfectReading ? './baseline-judgement.json' : './baseline.json', import.meta.url))

const cacheFolder = ({ cache }: Options): string => cache ?? DEFAULT_CACHE

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  const isGate = options.gate || options.acceptBaseline
  const baseline = options.baseline ?? (isGate ? baselineFor(options) : null)
  if (baseline !== null && !existsSync(baseline) && !options.acceptBaseline) throw new Error(`找不到 ${baseline}`)
  const { report, evaluation, folder, out } = await run(options)
  for (const { path, message, fatal } of report.problems)
    console.log(`! ${path}：${message}${fatal ? '（没有计分）' : ''}`)
  for (const { id, why } of [...report.notAnswered, ...report.refused]) console.log(`! ${id} 没有判成：${why}`)
  if (options.tell)
    for (const { one, answer, result } of evaluation.scored) console.log(tellCase(one, answer, result.score))
  const before = baseline !== null && existsSync(baseline) ? readComparable(baseline) : null
  const comparison = before && compare(before, report)
  writeReport(report, comparison, out)
  console.log(printReport(report))
  await addPictures(evaluation, report, comparison, out)
  console.log(`报告：${join(out, 'report.html')}，${join(out, 'report.json')}`)
  if (comparison) console.log(printComparison(comparison))
  if (options.acceptBaseline) return accept(report, baseline ?? baselineFor(options))
  if (options.gate && before && comparison) {
    const disputed = options.dataset === 'smoke' ? await disputedLabels(folder) : []
    return judgeGate(before, report, comparison, disputed)
  }
  return toldUnfinished(report)
}

/** A run that is not whole fails, and says how to go on. */
function toldUnfinished({ counts: { scored, notAnswered } }: Report): number {
  if (notAnswered > 0) console.log(`还有 ${notAnswered} 件没有回答：服务恢复以后，同样的命令加 --resume 接着跑`)
  return scored === 0 || notAnswered > 0 ? 1 : 0
}

function accept(report: Report, path: string): number {
  if (report.counts.scored === 0) throw new Error('一件也没有判成，基线不变')
  writeFileSync(path, baselineOf(report))
  console.log(`新的基线写入 ${path}`)
  return 0
}

function judgeGate(before: Comparable, report: Report, comparison: Comparison, disputed: readonly string[]): number {
  const judged = new Set(report.cases.map(({ id }) => id))
  const lost = before.cases.filter(({ id }) => !judged.has(id)).length
  const why = [...regressions(comparison, { scored: report.counts.scored, lost }), ...disputed]
  console.log(why.length === 0 ? '闸口：通过' : `闸口：不通过\n${why.map((one) => `  ${one}`).join('\n')}`)
  return why.length === 0 ? 0 : 1
}

await runToEnd(main)
