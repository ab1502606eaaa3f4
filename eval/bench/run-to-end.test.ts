import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const module = new URL('./run-to-end.ts', import.meta.url).href

function run(main: string): { status: number | null; stderr: string } {
  const program = `import(${JSON.stringify(module)}).then(({ runToEnd }) => runToEnd(${main}))`
  const { status, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), '-e', program], {
    encoding: 'utf8',
  })
  return { status, stderr }
}

test('a command that never finishes fails and says so, though nothing is left to wait for', () => {
  const { status, stderr } = run('() => new Promise(() => {})')
  expect(stderr).toContain('没有做完就结束了')
  expect(status).toBe(1)
}, 30_000)

test('a command that finishes ends with its own code and says nothing', () => {
  expect(run('async () => 0')).toEqual({ status: 0, stderr: '' })
}, 30_000)

test('a command that throws fails with its message', () => {
  const { status, stderr } = run('async () => { throw new Error("no labels") }')
  expect([status, stderr.trim()]).toEqual([1, 'no labels'])
}, 30_000)
