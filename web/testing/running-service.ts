import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningService {
  /** http://127.0.0.1:PORT */
  url: string
  stop(): Promise<void>
}

/** Starts the real service as its own process on a free port with an empty data folder; waits until it answers. */
export async function startService(options: readonly string[] = []): Promise<RunningService> {
  const data = mkdtempSync(join(tmpdir(), 'firstpass-face-'))
  const args = ['--import', 'tsx', 'api/cli/serve.ts', '--port', '0', '--data', data, '--quiet', ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await addressOf(child)
  return {
    url,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (address) resolve(address[0])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('exit', () => reject(new Error(`the service did not start: ${said}`)))
  })
}
