import { createReader } from '../../../api/index.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Reading } from '../../../facts/reading.ts'
import { startMeter } from '../process-meter.ts'
import { formatMemory, ReaderLog, type ReaderMemory } from '../reader-memory.ts'
import { loadDocuments } from './load-documents.ts'
import { addScores, type ReadingScore, scoreDocument } from './score-documents.ts'

/** Reads and scores every document of some sets; `plain` with confidences before calibration. Tells what the readers hold after every hundred pages. */
export async function readSets(
  folders: readonly string[],
  processes: number,
  plain?: true,
): Promise<{ score: ReadingScore; memory: readonly ReaderMemory[] }> {
  const documents = folders.flatMap(loadDocuments)
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const reader = createReader({ processes })
  const log = new ReaderLog()
  const stop = log.watch()
  const meter = startMeter()
  let pages = 0
  const readOne = async (path: string): Promise<Reading> => {
    const reading = await reader.read({ path, fileName: '1.jpg' }, plain && { plain })
    pages += 1
    const row = log.page()
    // A long run shows that it lives, also where nobody sits.
    if (row) console.error(formatMemory(row))
    return reading
  }
  try {
    const scores = await Promise.all(
      documents.map(async (truth) => scoreDocument(truth, await Promise.all(truth.files.map(readOne)), types)),
    )
    return { score: addScores(scores), memory: log.rows }
  } finally {
    stop()
    const { cpuSeconds, wallSeconds } = meter()
    console.error(`${pages} 页，${wallSeconds.toFixed(0)} 秒，CPU ${(cpuSeconds / pages).toFixed(2)} 秒/页`)
    await reader.close()
  }
}
