import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let copy: string
let child: ChildProcess
let address: string
let said = ''

/** The service in a copy of the program, whose files can be broken. */
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'fp-reload-'))
  for (const part of ['api', 'facts', 'models', 'rules', 'datasets/registry', 'package.json', 'tsconfig.json']) {
    mkdirSync(join(copy, part, '..'), { recursive: true })
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const own = ['--port', '0', '--data', join(copy, '.data'), '--quiet']
  child = spawn(process.execPath, ['--import', 'tsx', join(copy, 'api/cli/serve.ts'), ...own], { cwd: copy })
  for (const out of [child.stdout, child.stderr]) out?.on('data', (data: Buffer) => (said += data.toString()))
  await heard(/http:\/\/[\d.]+:\d+/)
  address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0] ?? ''
})
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  rmSync(copy, { recursive: true, force: true })
})

async function heard(words: RegExp): Promise<void> {
  while (!words.test(said)) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Tells the service to read its files anew and waits for what it says. */
async function reload(words: RegExp): Promise<void> {
  said = ''
  child.kill('SIGHUP')
  await heard(words)
}

const file = () => join(copy, 'facts/documents/loss-statement.yaml')
const written = () => readFileSync(file(), 'utf8')

/** What the service takes a page with this heading for. */
async function typeOf(heading: string): Promise<string | undefined> {
  const lines = [heading, '声明人：王小满', '声明日期：2026年6月1日']
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(xml),
  })
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], 'x.docx'))
  const response = await fetch(`${address}/api/readings`, { method: 'POST', body: form })
  const [reading] = (await response.json()) as { error?: { message: string }; documents: { documentType: string }[] }[]
  if (!response.ok || !reading || reading.error) throw new Error(`${response.status} ${JSON.stringify(reading)}`)
  return reading.documents[0]?.documentType
}

test('with a document type broken on disk the running service reads on with the last good ones, in reader processes started later too', async () => {
  const good = written()
  writeFileSync(file(), good.replace(/^titles:.*$/m, 'titles: 7'))
  await reload(/仍用原来的/)
  expect(said).toContain('facts/documents/loss-statement.yaml')
  // The first reader process starts now.
  expect(await typeOf('遗失声明')).toBe('遗失声明')

  writeFileSync(file(), good.replace('titles: [', 'titles: [证照灭失告白书, '))
  await reload(/已重新读入/)
  expect(await typeOf('证照灭失告白书')).toBe('遗失声明')

  writeFileSync(file(), good.replace(/^titles:.*$/m, 'titles: 7'))
  await reload(/仍用原来的/)
  expect(await typeOf('证照灭失告白书')).toBe('遗失声明')
})
