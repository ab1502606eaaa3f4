import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReader, modelFiles } from '../../../api/index.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Reading } from '../../../facts/reading.ts'
import { identify } from '../identity.ts'
import { loadDocuments } from './load-documents.ts'
import { markRows, type ReadingReport, readingHtml, readingText } from './reading-report.ts'
import { addScores, calibration, fieldFigures, scoreDocument } from './score-documents.ts'

/**
 * `npm run bench -- --reading DIR`: reads a set of labelled pages and writes DIR/reading-report.{json,html}; the short
 * form goes to stdout.
 */
export async function runReading(folder: string, processes: number): Promise<void> {
  const documents = loadDocuments(folder)
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const reader = createReader({ processes })
  let done = 0
  const readOne = async (path: string): Promise<Reading> => {
    const reading = await reader.read({ path, fileName: '1.jpg' })
    done += 1
    if (process.stderr.isTTY) process.stderr.write(`\r${done} 页`)
    return reading
  }
  try {
    const scores = await Promise.all(
      documents.map(async (truth) => scoreDocument(truth, await Promise.all(truth.files.map(readOne)), types)),
    )
    const score = addScores(scores)
    const report: ReadingReport = { identity: identify(modelFiles(), [folder]), dataset: folder, score }
    const { identity } = report
    const json = {
      identity,
      figures: fieldFigures(score.fields),
      calibration: calibration(score.fields),
      marks: markRows(score),
      score,
    }
    writeFileSync(join(folder, 'reading-report.json'), JSON.stringify(json))
    writeFileSync(join(folder, 'reading-report.html'), await readingHtml(report))
    console.log(readingText(report))
  } finally {
    await reader.close()
  }
}
