import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { askAbout } from './cases/ask-sources.ts'
import { openFile } from './cases/open-file.ts'
import type { ServiceConfig } from './config.ts'
import { type Log, lineLog, silentLog } from './http/log.ts'
import { progressBus } from './jobs/progress.ts'
import { createWorker } from './jobs/worker.ts'
import { createJudgement } from './judgement.ts'
import type { Judgement, Reader } from './ports.ts'
import { reloadableJudgement } from './reloadable-judgement.ts'
import type { Service } from './service.ts'
import { sourcePool } from './sources/ask-sources.ts'
import { sampleRegistry } from './sources/sample-registry.ts'
import { diskFiles } from './store/files.ts'
import { sqliteStore } from './store/sqlite/store.ts'
import { keyFile } from './store/vault.ts'

export interface ServiceParts {
  reader: Reader
  /** The catalogue of this repository when none is given. */
  judgement?: Judgement
  log?: Log
  now?: () => number
  /** Wait before the second try of a reading; doubled before the third. */
  retryDelayMs?: number
}

const shanghaiDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Opens the data folder and wires the parts; reading starts with `worker.start()`. */
export function createService(config: ServiceConfig, parts: ServiceParts): Service {
  const now = parts.now ?? Date.now
  const log = parts.log ?? silentLog
  const today = () => shanghaiDate.format(now())
  const folder = (name: string) => join(config.dataDir, name)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })

  const { reader } = parts
  const { judgement, reload } = reloadableJudgement(() => parts.judgement ?? createJudgement())
  // Readers start when they are needed: by then a document type may lie broken on disk.
  const teach = () => reader.useDocumentTypes?.(judgement.documentTypes())
  teach()
  const keys = keyFile(folder('key'))
  const store = sqliteStore(folder('firstpass.sqlite'), keys, now)
  const registry = sampleRegistry(folder('registry.sqlite'), config.registryDir, today)
  const sources = sourcePool({
    connectors: judgement.sources().flatMap(({ source, agency }) => registry.connector(source, agency) ?? []),
    down: new Set(config.down),
    deadlineMs: config.sourceDeadlineMs,
    failuresToOpen: 5,
    pauseMs: 30_000,
    now,
    today,
  })
  const progress = progressBus()
  const service: Service = {
    config,
    store,
    files: diskFiles(folder('files')),
    keys,
    reader,
    judgement,
    reloadCatalogue() {
      reload()
      teach()
    },
    sources,
    progress,
    log,
    now,
    today,
    worker: createWorker({
      store,
      reader,
      progress,
      log,
      open: (job) => openFile(service, job.caseId, job.materialId),
      askAbout: (caseId, reading) => askAbout(service, caseId, reading),
      concurrency: config.concurrency,
      leaseMs: config.leaseMs,
      retryDelayMs: parts.retryDelayMs ?? 1_000,
      idleMs: 1_000,
    }),
    async close() {
      await service.worker.stop()
      await reader.close()
      registry.close()
      store.close()
    },
  }
  return service
}

export const standardErrorLog: Log = lineLog((line) => void process.stderr.write(`${line}\n`))
