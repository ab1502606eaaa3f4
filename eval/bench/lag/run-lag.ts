import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { CaseView, ScenarioSummary } from '../../../api/client.ts'
import { type Client, client } from '../../drive/client.ts'
import { bytesOnDisk, upload } from '../../drive/submission.ts'
import { loadDocuments } from '../reading/load-documents.ts'
import type { Lag } from './probe.ts'

/** Files handed in to one case, all at once. */
const CASE_FILES = 10
/** Somebody who waits before the screen looks so often. */
const LOOK_MS = 1_000
const SERVE = fileURLToPath(new URL('../../../api/cli/serve.ts', import.meta.url))

/**
 * `npm run bench -- --lag DIR [--pages 40]`: the service as it is started, files of the set handed in over HTTP, case, form
 * and review looked at every second meanwhile; how late the server's event loop was from the first file to the last answer.
 */
export async function runLag(folder: string, count: number): Promise<void> {
  const files = loadDocuments(folder)
    .flatMap((one) => one.files)
    .slice(0, count)
  const data = mkdtempSync(join(tmpdir(), 'firstpass-lag-'))
  const server = fork(SERVE, ['--port', '0', '--data', data, '--quiet'], {
    execArgv: ['--import', import.meta.resolve('tsx'), '--import', new URL('./probe.ts', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  try {
    const address = await addressOf(server)
    const service = client((path, init) => fetch(`${address}${path}`, init), { timeoutMs: 300_000 })
    const [scenario] = await service.get<ScenarioSummary[]>('/api/scenarios')
    if (!scenario) throw new Error('服务没有情形')
    // Readers load their models and the catalogue is compiled before the clock starts: that is once, not every day.
    await handIn(service, scenario.id, files.slice(0, 2))
    const idle = await measured(server, () => new Promise((done) => setTimeout(done, 5 * LOOK_MS)))
    const started = performance.now()
    const lag = await measured(server, async () => {
      for (let i = 0; i < files.length; i += CASE_FILES)
        await handIn(service, scenario.id, files.slice(i, i + CASE_FILES))
    })
    const seconds = (performance.now() - started) / 1000
    console.log(`服务进程的事件循环迟了多少（毫秒）；${files.length} 页经 HTTP 交进去，${seconds.toFixed(0)} 秒`)
    console.log(`  空闲时 ${formatLag(idle)}`)
    console.log(`  读取时 ${formatLag(lag)}`)
  } finally {
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
}

const formatLag = ({ p50, p99, p999, max, ticks }: Lag): string =>
  `p50 ${p50.toFixed(1)} · p99 ${p99.toFixed(1)} · p99.9 ${p999.toFixed(1)} · 最大 ${max.toFixed(1)}（${ticks} 次）`

/** The address the server prints when it has started; rejects when it ends before. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /https?:\/\/[^/\s]+/u.exec(line)?.[0]
    if (address) {
      server.stdout.resume()
      return address
    }
  }
  throw new Error('服务没有启动')
}

async function measured(server: ChildProcess, work: () => Promise<unknown>): Promise<Lag> {
  server.send('start')
  await work()
  const answer = once(server, 'message')
  server.send('stop')
  const [lag] = (await answer) as [Lag]
  return lag
}

/** Hands files in to a new case and looks at it until they are read, as the browser does; the case is erased. */
async function handIn(service: Client, scenario: string, files: readonly string[]): Promise<void> {
  const { id } = await service.post<CaseView>('/api/cases', { scenario })
  const at = `/api/cases/${id}`
  for (const path of files) await service.upload(`${at}/materials`, () => upload(bytesOnDisk(path), path, undefined))
  for (;;) {
    const { progress } = await service.get<CaseView>(at)
    await service.get(`${at}/form`)
    await service.get(`${at}/review`)
    if (progress.done) break
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
  await service.erase(at)
}
