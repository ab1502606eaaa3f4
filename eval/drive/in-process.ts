import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, createService, defaultConfig, type Reader } from '../../api/index.ts'
import { type Client, client } from './client.ts'

export interface Driven {
  client: Client
  close(): Promise<void>
}

/** Stand-ins are tiny: where the system keeps files in memory, nothing waits for a disk. */
export const quickFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

type ServiceParts = Parameters<typeof createService>[1]

/** The service of this repository in this process, a sandbox over a temporary folder, reached as a client would. */
export function serviceInProcess(reader: Reader, folder = tmpdir(), judgement?: ServiceParts['judgement']): Driven {
  const dataDir = mkdtempSync(join(folder, 'firstpass-eval-'))
  const service = createService(
    { ...defaultConfig, dataDir, sandbox: true },
    { reader, ...(judgement && { judgement }) },
  )
  const app = createApp(service)
  void service.worker.start()
  return {
    client: client(async (path, init) => app.request(path, init), { timeoutMs: 300_000 }),
    async close() {
      await service.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
