import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Reader } from '../../api/index.ts'

/** How many files were read, and how many readings were there already. */
export interface Readings {
  read: number
  kept: number
}

/**
 * A reader whose answers are kept on disk by content and reader version, so that a file is read once in each way (whole,
 * its fields or lines alone, before calibration); failures are not kept. `counts` is added to.
 */
export function rememberingReader(reader: Reader, folder: string, version: string, counts: Readings): Reader {
  const kept = join(folder, version)
  mkdirSync(kept, { recursive: true })
  return {
    ...reader,
    async read(input, call) {
      const bytes = 'bytes' in input ? input.bytes : readFileSync(input.path)
      const way = [call?.only, call?.plain && 'plain'].flatMap((one) => (one ? [`.${one}`] : [])).join('')
      const path = join(kept, `${createHash('sha256').update(bytes).digest('hex')}${way}.json.gz`)
      if (existsSync(path)) {
        counts.kept += 1
        const reading = { ...JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')), file: input.fileName }
        call?.onProgress?.({ pages: reading.pages.length, pagesRead: reading.pages.length })
        return reading
      }
      counts.read += 1
      const reading = await reader.read(input, call)
      if (reading.error) return reading
      // Written beside and renamed: a killed run leaves no half answer behind.
      writeFileSync(`${path}.${process.pid}`, gzipSync(JSON.stringify(reading)))
      renameSync(`${path}.${process.pid}`, path)
      return reading
    },
  }
}
