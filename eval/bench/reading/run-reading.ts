import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFiles } from '../../../api/index.ts'
import { identify } from '../identity.ts'
import { formatMemory } from '../reader-memory.ts'
import { harmRows } from './harms.ts'
import { levelRows } from './level-rows.ts'
import { readSets } from './read-sets.ts'
import { markRows, type ReadingReport, readingHtml, readingText, tickRows } from './reading-report.ts'
import { calibration, fieldFigures } from './score-documents.ts'
import { ringRows } from './score-rings.ts'

/**
 * `npm run bench -- --reading DIR[,DIR]`: reads sets of labelled pages and writes reading-report.{json,html} into the first;
 * the short form and what the readers held after every hundred pages go to stdout.
 */
export async function runReading(folders: readonly string[], processes: number): Promise<void> {
  const { score, memory } = await readSets(folders, processes)
  const report: ReadingReport = { identity: identify(modelFiles(), folders), dataset: folders.join('、'), score }
  const { identity } = report
  const figures = fieldFigures(score.fields)
  const json = {
    identity,
    figures,
    levels: levelRows(score),
    calibration: calibration(score.fields),
    marks: markRows(score),
    ticks: tickRows(score),
    rings: ringRows(score.rings),
    harms: harmRows(score),
    memory,
    score,
  }
  const [first = '.'] = folders
  writeFileSync(join(first, 'reading-report.json'), JSON.stringify(json))
  writeFileSync(join(first, 'reading-report.html'), await readingHtml(report))
  console.log(readingText(report))
  for (const row of memory) console.log(formatMemory(row))
}
