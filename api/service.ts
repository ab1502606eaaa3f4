import type { ServiceConfig } from './config.ts'
import type { Log } from './http/log.ts'
import type { ProgressBus } from './jobs/progress.ts'
import type { Worker } from './jobs/worker.ts'
import type { Judgement, Reader } from './ports.ts'
import type { SourcePool } from './sources/ask-sources.ts'
import type { FileStore } from './store/files.ts'
import type { Store } from './store/store.ts'
import type { KeyProvider } from './store/vault.ts'

/** Everything a verb may use. Verbs know no HTTP; routes know no store. */
export interface Service {
  config: ServiceConfig
  store: Store
  files: FileStore
  keys: KeyProvider
  reader: Reader
  judgement: Judgement
  /** Takes the catalogue's files as they are now; throws, and keeps the last good one, when they are broken. */
  reloadCatalogue(): void
  sources: SourcePool
  progress: ProgressBus
  worker: Worker
  log: Log
  now: () => number
  /** 受理日期 when none is given: today in Asia/Shanghai. */
  today: () => string
  close(): Promise<void>
}
