import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseView } from '../client.ts'

const program = fileURLToPath(new URL('./serve.ts', import.meta.url))
let dataDir: string
let child: ChildProcess | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fp-serve-'))
})
afterEach(async () => {
  if (child) await end(child, 'SIGKILL')
  rmSync(dataDir, { recursive: true })
})

/** Starts the real service on a free port; resolves with its address once it says that it listens. */
function start(...more: string[]): Promise<string> {
  const own = ['--port', '0', '--data', dataDir, '--quiet', ...more]
  const started = spawn(process.execPath, ['--import', 'tsx', program, ...own], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  return new Promise((resolve, reject) => {
    let said = ''
    started.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    started.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
  })
}

async function end(service: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (service.exitCode !== null || service.signalCode !== null) return service.exitCode
  const ended = new Promise<number | null>((resolve) => service.once('exit', resolve))
  service.kill(signal)
  return ended
}

/** A photographed page with print on it. */
async function page(words: string): Promise<File> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#fff"/>
<text x="100" y="300" font-size="90">${words}</text></svg>`
  return new File([new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer())], `${words}.jpg`)
}

async function openCaseWith(address: string, files: File[]): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const opened = await fetch(`${address}/api/cases`, { method: 'POST', headers, body: '{"scenario":"S001"}' })
  const { id } = (await opened.json()) as CaseView
  const body = new FormData()
  for (const file of files) body.append('files', file)
  const uploaded = await fetch(`${address}/api/cases/${id}/materials`, { method: 'POST', body })
  expect(uploaded.status).toBe(201)
  return id
}

const view = async (address: string, id: string) =>
  (await (await fetch(`${address}/api/cases/${id}`)).json()) as CaseView

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 50))
}

test('killed with -9 while reading, the service finishes the case after restart and loses nothing', async () => {
  const first = await start()
  const id = await openCaseWith(first, [await page('2026 A'), await page('2026 B'), await page('2026 C')])
  await until(async () => (await view(first, id)).materials.some(({ state }) => state === 'reading'))
  if (child) await end(child, 'SIGKILL')

  const second = await start()
  const resumed = await view(second, id)
  expect(resumed.progress.done).toBe(false)
  await until(async () => (await view(second, id)).progress.done)
  const finished = await view(second, id)
  expect(finished.materials.map(({ state }) => state)).toEqual(['read', 'read', 'read'])
  const [material] = finished.materials
  const image = await fetch(`${second}/api/cases/${id}/materials/${material?.id}/pages/1`)
  expect((await sharp(await image.arrayBuffer()).metadata()).format).toBe('webp')
})

test('asked to stop, the service ends by itself and the next one goes on with what was waiting', async () => {
  const first = await start()
  const id = await openCaseWith(first, [await page('2026 A')])
  const running = child
  expect(running && (await end(running, 'SIGTERM'))).toBe(0)
  const second = await start()
  await until(async () => (await view(second, id)).progress.done)
  expect((await view(second, id)).materials[0]?.state).toBe('read')
})

test('a sandbox for others, an unknown source and a wrong port are refused at start', async () => {
  for (const wrong of [
    ['--sandbox', '--host', '0.0.0.0'],
    ['--down', '没有的库'],
    ['--port', '99999'],
  ])
    await expect(start(...wrong)).rejects.toThrow('ended with 1')
})
