import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { defaultConfig, type ServiceConfig } from '../config.ts'
import { createService } from '../create-service.ts'
import type { Router } from '../http/router.ts'
import { createJudgement } from '../judgement.ts'
import type { Reader } from '../ports.ts'
import type { Service } from '../service.ts'

export interface TestService {
  app: Router
  service: Service
  /** Widths at which pages were drawn. */
  drawn: readonly (number | undefined)[]
  /** Resolves when nothing is left to read in the case. */
  settled(caseId: string): Promise<void>
  close(): Promise<void>
}

/** Any bytes that begin like a PNG: content checks pass and the reader under test decides. */
export const pngBytes = (mark: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(mark)]))

const judgement = createJudgement()

/** The whole service in process over a temporary folder; only reading is played by `read`, the reader's version told by `version`. */
export async function startTestService(
  read: Reader['read'],
  config: Partial<ServiceConfig> = {},
  version?: () => string,
): Promise<TestService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fp-api-'))
  const drawn: (number | undefined)[] = []
  const reader: Reader = {
    read,
    async raster(_input, _page, options) {
      drawn.push(options?.width)
      return { webp: Buffer.from('webp'), width: 4, height: 3 }
    },
    close: async () => {},
    ...(version && { version }),
  }
  const service = createService(
    { ...defaultConfig, dataDir, registryDir: join(dataDir, 'none'), leaseMs: 5_000, ...config },
    { reader, judgement, retryDelayMs: 0 },
  )
  await service.worker.start()
  return {
    app: createApp(service),
    service,
    drawn,
    settled: (caseId) => settled(service, caseId),
    async close() {
      await service.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function settled(service: Service, caseId: string): Promise<void> {
  for (;;) {
    const moved = new Promise<void>((resolve) => {
      const off = service.progress.listen(caseId, () => {
        off()
        resolve()
      })
    })
    const materials = await service.store.materials(caseId)
    if (materials.every(({ state }) => state === 'read' || state === 'failed')) return
    await moved
  }
}
