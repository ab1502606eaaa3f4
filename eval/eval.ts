/** `npm run eval -- --dataset NAME|DIR …`: the service over labelled cases, scored; eval/README.md says how to read it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { modelFiles } from '../api/index.ts'
import { identify } from './bench/identity.ts'
import { runToEnd } from './bench/run-to-end.ts'
import { chooseCases } from './dataset/choose-cases.ts'
import { datasetFolder } from './dataset/find-cases.ts'
import { type Driver, openDriver } from './drive/driver.ts'
import { openJournal } from './drive/journal.ts'
import { type Evaluation, evaluate } from './evaluation.ts'
import { type Options, readOptions } from './options.ts'
import { printReport } from './report/print-report.ts'
import { makeReport, type Report } from './report/report.ts'
import type { RunIdentity } from './report/run-identity.ts'
import { tellCase } from './report/tell-case.ts'

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
  }
}

async function run(options: Options): Promise<{ report: Report; evaluation: Evaluation; out: string }> {
  const folder = datasetFolder(options.dataset)
  const out = options.out ?? join('.data', 'eval', basename(folder))
  const { dataset, reveal } = chooseCases(folder, options)
  const driver = await openDriver(options)
  try {
    const head = identityOf(options, folder, driver, '')
    const journal = (name: string) => join(out, `${name}.jsonl`)
    const evaluation = await evaluate(dataset, reveal, driver, {
      answers: openJournal(journal('answers'), { ...head }, options.resume),
      firstPass: openJournal(journal('first-pass'), { ...head }, options.resume),
    })
    const catalogue = evaluation.scored[0]?.answer.catalogue ?? ''
    return { report: makeReport(evaluation, { ...head, catalogue }), evaluation, out }
  } finally {
    await driver.close()
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  const { report, evaluation, out } = await run(options)
  for (const { path, message, fatal } of report.problems)
    console.log(`! ${path}：${message}${fatal ? '（没有计分）' : ''}`)
  for (const { id, why } of [...report.notAnswered, ...report.refused]) console.log(`! ${id} 没有判成：${why}`)
  if (options.tell)
    for (const { one, answer, result } of evaluation.scored) console.log(tellCase(one, answer, result.score))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'report.json'), JSON.stringify(report))
  console.log(printReport(report))
  console.log(`报告：${join(out, 'report.json')}`)
  return report.counts.scored === 0 ? 1 : 0
}

await runToEnd(main)
