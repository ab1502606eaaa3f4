import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { megabyte } from './http/body.ts'

export interface ServiceConfig {
  /** Folder for database, files and keys. */
  dataDir: string
  host: string
  port: number
  /** Shared-data records may come with a case; only together with a loopback host. */
  sandbox: boolean
  /** Sources made unreachable on purpose. */
  down: string[]
  registryDir: string
  webDir: string
  fileLimitBytes: number
  requestLimitBytes: number
  sourceDeadlineMs: number
  readingDeadlineMs: number
  leaseMs: number
  /** Files read at once. */
  concurrency: number
}

const besideRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const defaultConfig: ServiceConfig = {
  dataDir: '.data',
  host: '127.0.0.1',
  port: 8787,
  sandbox: false,
  down: [],
  registryDir: besideRoot('datasets/registry'),
  webDir: besideRoot('web/dist'),
  fileLimitBytes: 50 * megabyte,
  requestLimitBytes: 200 * megabyte,
  sourceDeadlineMs: 2_000,
  readingDeadlineMs: 120_000,
  leaseMs: 30_000,
  concurrency: availableParallelism(),
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

export const isLoopback = (host: string): boolean => loopback.has(host)

/** True when case-level registries are taken: a sandbox that only this machine can reach. */
export const isSandbox = (config: ServiceConfig): boolean => config.sandbox && isLoopback(config.host)
