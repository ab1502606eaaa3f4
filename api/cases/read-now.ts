import type { Reading } from '../../facts/reading.ts'
import { problem, ServiceError } from '../errors/service-error.ts'
import type { Service } from '../service.ts'
import { checkFile } from './add-materials.ts'
import { safeFileName } from './file-name.ts'

/** Reads files at once and keeps nothing; every file gets an answer, within one deadline for all. */
export async function readNow(service: Service, uploads: readonly File[]): Promise<Reading[]> {
  if (uploads.length === 0) throw problem('nothing-uploaded')
  const deadline = AbortSignal.timeout(service.config.readingDeadlineMs)
  const expired = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(problem('reading-timeout')), { once: true })
  })
  return Promise.race([Promise.all(uploads.map((upload) => readOne(service, upload, deadline))), expired])
}

async function readOne(service: Service, upload: File, signal: AbortSignal): Promise<Reading> {
  const file = safeFileName(upload.name)
  try {
    const bytes = new Uint8Array(await upload.arrayBuffer())
    checkFile(bytes, service.config.fileLimitBytes)
    return await service.reader.read({ bytes, fileName: file }, { signal })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { file, error: { code: error.code, message: error.message }, documents: [], lines: [], pages: [] }
  }
}
