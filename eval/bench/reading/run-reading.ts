import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFiles } from '../../../api/index.ts'
import { identify } from '../identity.ts'
import { formatMemory } from '../reader-memory.ts'
import { harmRows } from './harms.ts'
import { levelRows } from './level-rows.ts'
import { readSets, withReaders } from './read-sets.ts'
import { markRows, type ReadingReport, readingHtml, readingText, shapeRows, tickRows } from './reading-report.ts'
import { calibration, fieldFigures, type ReadingScore } from './score-documents.ts'
import { ringRows } from './score-rings.ts'
import { sliceRows } from './slice-rows.ts'

/**
 * `npm run bench -- --reading DIR[,DIR] [--reading DIR[,DIR]]`: reads sets of labelled pages and writes
 * reading-report.{json,html} into the first of each `--reading`; the short form goes to stdout. The same readers read them
 * all: what they held after every hundred pages stands at the end.
 */
export async function runReading(sets: readonly (readonly string[])[], processes: number): Promise<void> {
  await withReaders(processes, async (readers) => {
    for (const folders of sets) await report(folders, await readSets(folders, readers))
    for (const row of readers.log.rows) console.log(formatMemory(row))
  })
}

async function report(folders: readonly string[], score: ReadingScore): Promise<void> {
  const identity = identify(modelFiles(), folders)
  const whole: ReadingReport = { identity, dataset: folders.join('、'), score }
  const json = {
    identity,
    figures: fieldFigures(score.fields),
    levels: levelRows(score),
    slices: sliceRows(score),
    calibration: calibration(score.fields),
    marks: markRows(score),
    shapes: shapeRows(score),
    ticks: tickRows(score),
    rings: ringRows(score.rings),
    harms: harmRows(score),
    score,
  }
  const [first = '.'] = folders
  writeFileSync(join(first, 'reading-report.json'), JSON.stringify(json))
  writeFileSync(join(first, 'reading-report.html'), await readingHtml(whole))
  console.log(readingText(whole))
}
