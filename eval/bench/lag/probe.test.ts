import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Lag } from './probe.ts'

/** Milliseconds for which the program below lets nothing else happen. */
const BLOCKED = 200

test('a server whose event loop was held up says for how long, though it knows nothing of being measured', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstpass-probe-'))
  const program = join(folder, 'busy.mjs')
  writeFileSync(
    program,
    `process.on('message', (message) => {
       if (message !== 'work') return
       const until = performance.now() + ${BLOCKED}
       while (performance.now() < until) {}
       process.send('done')
     })
     process.send('up')`,
  )
  const server = fork(program, {
    execArgv: ['--import', import.meta.resolve('tsx'), '--import', new URL('./probe.ts', import.meta.url).href],
  })
  try {
    await once(server, 'message')
    server.send('start')
    // The histogram needs ticks before and after what holds the loop up.
    await new Promise((done) => setTimeout(done, 100))
    const done = once(server, 'message')
    server.send('work')
    await done
    await new Promise((done) => setTimeout(done, 100))
    const answer = once(server, 'message')
    server.send('stop')
    const [lag] = (await answer) as [Lag]
    expect(lag.max).toBeGreaterThan(BLOCKED / 2)
    expect(lag.p50).toBeLessThan(lag.max)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
