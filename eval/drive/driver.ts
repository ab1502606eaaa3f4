import { fileURLToPath } from 'node:url'
import { createReader, isLoopback, modelFiles, readerVersion } from '../../api/index.ts'
import { type Client, client, Refused } from './client.ts'
import { quickFolder, serviceInProcess } from './in-process.ts'
import { perfectReader, standIn } from './perfect-reader.ts'
import { type Readings, rememberingReader } from './remembering-reader.ts'
import { type BytesOf, bytesOnDisk } from './submission.ts'

/** How the service is reached and what it is given. */
export interface Driver {
  client: Client
  bytesOf: BytesOf
  /** False when stand-ins are sent in place of files. */
  reads: boolean
  /** Only a sandbox on loopback takes records that come with a case. */
  passRegistry: boolean
  readingTimeoutMs: number
  /** Cases under way at once. */
  concurrency: number
  /** Version of the reader in this process; null when another reads, or none. */
  reader: string | null
  /** Files read so far in this process; null when another reads, or none. */
  readings: Readings | null
  close(): Promise<void>
}

interface Wanted {
  url: string | null
  perfectReading: boolean
  cache: string | null
  concurrency: number
}

/** Where readings and drawn sets are kept between runs. */
export const DEFAULT_CACHE = fileURLToPath(new URL('../../node_modules/.cache/firstpass-eval/', import.meta.url))
const READING_TIMEOUT_MS = 30 * 60_000

/** The service of this process (reading for real, or as labelled), or a running one. */
export async function openDriver({ url, perfectReading, cache, concurrency }: Wanted): Promise<Driver> {
  const common = { concurrency, readingTimeoutMs: READING_TIMEOUT_MS }
  if (url !== null) {
    const base = new URL(url)
    const remote = client((path, init) => fetch(new URL(path, base), init))
    const passRegistry = isLoopback(base.hostname.replace(/^\[|\]$/g, '')) && (await takesRegistry(remote))
    return {
      ...common,
      client: remote,
      bytesOf: bytesOnDisk,
      reads: true,
      passRegistry,
      reader: null,
      readings: null,
      close: async () => {},
    }
  }
  if (perfectReading) {
    const service = serviceInProcess(perfectReader(), quickFolder())
    return { ...common, ...service, bytesOf: standIn, reads: false, passRegistry: true, reader: null, readings: null }
  }
  const reader = readerVersion(modelFiles())
  const readings = { read: 0, kept: 0 }
  const service = serviceInProcess(rememberingReader(createReader({}), cache ?? DEFAULT_CACHE, reader, readings))
  return { ...common, ...service, bytesOf: bytesOnDisk, reads: true, passRegistry: true, reader, readings }
}

/** Whether a service takes records with a case: a sandbox does, any other says so. */
async function takesRegistry(service: Client): Promise<boolean> {
  const [first] = await service.get<{ id: string }[]>('/api/scenarios')
  try {
    const { id } = await service.post<{ id: string }>('/api/cases', { scenario: first?.id ?? '', registry: {} })
    await service.erase(`/api/cases/${id}`)
    return true
  } catch (error) {
    if (error instanceof Refused && error.code === 'registry-not-allowed') return false
    throw error
  }
}
