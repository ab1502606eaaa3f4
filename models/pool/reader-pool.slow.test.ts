import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { Task } from './messages.ts'
import { type PoolOptions, ReaderPool } from './reader-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstpass-pool-'))
const pools: ReaderPool[] = []

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const ANSWER = `process.send({ id: message.id, kind: 'read', reading: { documents: [], lines: [], pages: [{ page: process.pid, width: 1, height: 1 }] } })`

/** A pool whose readers run `body` for every task; `tries()` counts how often that was. */
function poolOf(name: string, body: string, options: Partial<PoolOptions> = {}) {
  const log = join(folder, `${name}.log`)
  writeFileSync(log, '')
  const program = join(folder, `${name}.mjs`)
  writeFileSync(
    program,
    `import { appendFileSync, readFileSync } from 'node:fs'
     process.on('message', (message) => {
       appendFileSync(${JSON.stringify(log)}, 'x')
       const tries = readFileSync(${JSON.stringify(log)}, 'utf8').length
       ${body}
     })
     process.on('disconnect', () => process.exit(0))
     process.send({ kind: 'ready' })`,
  )
  const pool = new ReaderPool({ processes: 1, silenceMs: 60_000, program: pathToFileURL(program), ...options })
  pools.push(pool)
  return { pool, tries: () => readFileSync(log, 'utf8').length }
}

const task: Task = { kind: 'read', input: { path: '/x' }, fileName: 'x' }

test('a reader that crashes is tried three times, then the file is given up with a reason', async () => {
  const { pool, tries } = poolOf('crash', 'process.exit(3)')
  await expect(pool.run(task)).rejects.toMatchObject({ code: 'reader-crashed' })
  expect(tries()).toBe(3)
})

test('a reader that crashes once answers on the second try', async () => {
  const { pool, tries } = poolOf('once', `if (tries === 1) process.exit(3); ${ANSWER}`)
  expect(await pool.run(task)).toMatchObject({ kind: 'read' })
  expect(tries()).toBe(2)
})

test('a reader that hangs without giving a sign is killed and the file given up with a reason', async () => {
  const { pool, tries } = poolOf('hang', 'for (;;) {}', { silenceMs: 700, tries: 2 })
  await expect(pool.run(task)).rejects.toMatchObject({ code: 'reader-timeout' })
  expect(tries()).toBe(2)
})

test('a reader that eats memory is killed, and only once: the file would do it again', async () => {
  const { pool, tries } = poolOf(
    'memory',
    'const held = []; setInterval(() => held.push(Buffer.alloc(64 * 1024 * 1024, 1)), 20)',
    { memoryBytes: 400 * 1024 * 1024, silenceMs: 60_000 },
  )
  await expect(pool.run(task)).rejects.toMatchObject({ code: 'reader-memory' })
  expect(tries()).toBe(1)
})

test('a process is replaced after its share of pages', async () => {
  const { pool } = poolOf(
    'recycle',
    `process.send({ id: message.id, kind: 'progress', progress: { pages: 1, pagesRead: 1 } }); ${ANSWER}`,
    { pagesPerProcess: 2 },
  )
  const pids: unknown[] = []
  for (let i = 0; i < 3; i++) {
    const answer = await pool.run(task)
    if (answer.kind === 'read') pids.push(answer.reading.pages[0]?.page)
  }
  expect(pids[0]).toBe(pids[1])
  expect(pids[2]).not.toBe(pids[1])
})

test('a process that has grown beyond its share of memory is replaced at the next file, and no answer is lost', async () => {
  const { pool, tries } = poolOf(
    'grown',
    `globalThis.held = [...(globalThis.held ?? []), Buffer.alloc(160 * 1024 * 1024, 1)]
     setTimeout(() => { ${ANSWER} }, 900)`,
    { retireBytes: 350 * 1024 * 1024 },
  )
  const pids: unknown[] = []
  for (let i = 0; i < 3; i++) {
    const answer = await pool.run(task)
    if (answer.kind === 'read') pids.push(answer.reading.pages[0]?.page)
  }
  expect(tries()).toBe(3)
  expect(pids[0]).toBe(pids[1])
  expect(pids[2]).not.toBe(pids[1])
})

test('a task that is no longer wanted is dropped, the next one is served', async () => {
  const { pool, tries } = poolOf('abort', `if (tries === 1) for (;;) {}; ${ANSWER}`)
  const stop = new AbortController()
  const first = pool.run(task, { signal: stop.signal })
  const second = pool.run(task)
  while (tries() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  stop.abort(new Error('given up'))
  await expect(first).rejects.toThrow('given up')
  expect(await second).toMatchObject({ kind: 'read' })
})

test('closing rejects what waits', async () => {
  const { pool } = poolOf('close', 'for (;;) {}')
  const waiting = pool.run(task)
  const refused = expect(waiting).rejects.toThrow('closed')
  await pool.close()
  await refused
  rmSync(folder, { recursive: true, force: true })
})
