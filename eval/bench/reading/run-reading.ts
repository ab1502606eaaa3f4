import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { calibrationGroup, createReader, modelFiles } from '../../../api/index.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Reading } from '../../../facts/reading.ts'
import { identify } from '../identity.ts'
import { fitCalibration } from './fit-calibration.ts'
import { harmRows } from './harms.ts'
import { loadDocuments } from './load-documents.ts'
import { markRows, type ReadingReport, readingHtml, readingText, tickRows } from './reading-report.ts'
import { addScores, calibration, fieldFigures, type ReadingScore, scoreDocument } from './score-documents.ts'
import { ringRows } from './score-rings.ts'

/** Reads and scores every document of some sets; `plain` with confidences before calibration. */
async function readSets(folders: readonly string[], processes: number, plain?: true): Promise<ReadingScore> {
  const documents = folders.flatMap(loadDocuments)
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const reader = createReader({ processes })
  let done = 0
  const readOne = async (path: string): Promise<Reading> => {
    const reading = await reader.read({ path, fileName: '1.jpg' }, plain && { plain })
    done += 1
    if (process.stderr.isTTY) process.stderr.write(`\r${done} 页`)
    return reading
  }
  try {
    return addScores(
      await Promise.all(
        documents.map(async (truth) => scoreDocument(truth, await Promise.all(truth.files.map(readOne)), types)),
      ),
    )
  } finally {
    await reader.close()
  }
}

/**
 * `npm run bench -- --reading DIR[,DIR]`: reads sets of labelled pages and writes reading-report.{json,html} into the first;
 * the short form goes to stdout.
 */
export async function runReading(folders: readonly string[], processes: number): Promise<void> {
  const score = await readSets(folders, processes)
  const report: ReadingReport = { identity: identify(modelFiles(), folders), dataset: folders.join('、'), score }
  const { identity } = report
  const figures = fieldFigures(score.fields)
  const json = {
    identity,
    figures,
    calibration: calibration(score.fields),
    marks: markRows(score),
    ticks: tickRows(score),
    rings: ringRows(score.rings),
    harms: harmRows(score),
    score,
  }
  const [first = '.'] = folders
  writeFileSync(join(first, 'reading-report.json'), JSON.stringify(json))
  writeFileSync(join(first, 'reading-report.html'), await readingHtml(report))
  console.log(readingText(report))
}

const CALIBRATION = fileURLToPath(new URL('../../../models/understand/calibration.yaml', import.meta.url))

/** `npm run bench -- --calibrate DIR[,DIR]`: fits the curves that turn confidence into probability, on sets that are never scored. */
export async function runCalibrate(folders: readonly string[], processes: number): Promise<void> {
  const { fields } = await readSets(folders, processes, true)
  const given = fields.filter(({ outcome, type }) => outcome !== 'none' && calibrationGroup(type) !== null)
  const names = [...new Set(given.map(({ type }) => calibrationGroup(type) ?? ''))].sort()
  const groups = Object.fromEntries(
    names.map((name) => {
      const own = given.filter(({ type }) => calibrationGroup(type) === name)
      return [name, fitCalibration(own.map(({ confidence, outcome }) => ({ confidence, right: outcome === 'right' })))]
    }),
  )
  const { commit, dataset } = identify(modelFiles(), folders)
  const source = `提交 ${commit}，数据 ${dataset}，${given.length} 个值`
  const head = '# Written by `npm run bench -- --calibrate DIR[,DIR]`; do not edit by hand.\n'
  writeFileSync(
    CALIBRATION,
    head + stringify({ source, groups }, { flowCollectionPadding: false, collectionStyle: 'flow' }),
  )
  console.log(`${CALIBRATION}：${source}`)
}
