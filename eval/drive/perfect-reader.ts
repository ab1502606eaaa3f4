import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Reader } from '../../api/index.ts'
import type { TruePage } from '../../datasets/case-format.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import { loadCase, sameFile } from '../dataset/load-case.ts'
import type { BytesOf } from './submission.ts'
import { trueReading } from './true-reading.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** In place of a picture: bytes that pass for one and say which file they stand for; no picture need be there. */
export const standIn: BytesOf = (path) => new Uint8Array(Buffer.concat([Buffer.from(PNG), Buffer.from(path)]))

const pathOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(PNG.length))

/** A reader that makes no mistake: it answers stand-ins with their labels, so that what is left wrong is judgement. */
export function perfectReader(): Reader {
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const truePages = labelledPages()
  return {
    async read(input, { onProgress } = {}) {
      const bytes = 'bytes' in input ? input.bytes : new Uint8Array()
      const reading = trueReading(input.fileName, truePages(pathOf(bytes)), types)
      onProgress?.({ pages: reading.pages.length, pagesRead: reading.pages.length })
      return reading
    },
    raster: () => Promise.reject(new Error('a stand-in has no picture')),
    close: async () => {},
  }
}

/** Labelled pages of a file, by the truth.yaml in the nearest folder above it: repairs may lie in another case's folder. */
function labelledPages(): (path: string) => TruePage[] {
  const known = new Map<string, TruePage[]>()
  const pagesIn = (folder: string): TruePage[] => {
    const pages = known.get(folder) ?? loadCase(folder).loaded?.truth.pages ?? []
    known.set(folder, pages)
    return pages
  }
  return (path) => {
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
      if (existsSync(join(folder, 'truth.yaml')))
        return pagesIn(folder).filter(({ file }) => sameFile(file, relative(folder, path)))
    return []
  }
}
