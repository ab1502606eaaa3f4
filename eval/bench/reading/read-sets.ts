import { createReader, type Reader } from '../../../api/index.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { Reading } from '../../../facts/reading.ts'
import { startMeter } from '../process-meter.ts'
import { formatMemory, ReaderLog } from '../reader-memory.ts'
import { loadDocuments } from './load-documents.ts'
import { addScores, type ReadingScore, scoreDocument } from './score-documents.ts'

/** Readers that set after set is read with, and what they held meanwhile. */
export interface Readers {
  reader: Reader
  log: ReaderLog
}

/** Starts readers for as long as `work` lasts. */
export async function withReaders<T>(processes: number, work: (readers: Readers) => Promise<T>): Promise<T> {
  const reader = createReader({ processes })
  const log = new ReaderLog()
  const stop = log.watch()
  try {
    return await work({ reader, log })
  } finally {
    stop()
    await reader.close()
  }
}

/** Reads and scores every document of some sets; `plain` with confidences before calibration. Tells what a page cost, and what the readers hold after every hundred pages. */
export async function readSets(
  folders: readonly string[],
  { reader, log }: Readers,
  plain?: true,
): Promise<ReadingScore> {
  const documents = folders.flatMap(loadDocuments)
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const stop = startMeter()
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
    return addScores(
      await Promise.all(
        documents.map(async (truth) => scoreDocument(truth, await Promise.all(truth.files.map(readOne)), types)),
      ),
    )
  } finally {
    const { cpuSeconds, wallSeconds } = stop()
    console.error(`${pages} 页，${wallSeconds.toFixed(0)} 秒，CPU ${(cpuSeconds / pages).toFixed(2)} 秒/页`)
  }
}
