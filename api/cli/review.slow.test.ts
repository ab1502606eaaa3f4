import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const review = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', here('./review.ts'), ...args], { maxBuffer: 64 * 1024 * 1024 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-review-'))
  const cases = here('../../datasets/showcase/cases')
  const [first = ''] = readdirSync(cases)
  copyFileSync(join(cases, first, '01.jpg'), join(folder, '执照.jpg'))
  writeFileSync(join(folder, '空.png'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('--json prints one document of the stable shape and nothing else, also with bad files and sources down', async () => {
  const down = ['--down', '法人库', '--down', '电子证照']
  const { stdout } = await review(folder, '--scenario', 'S001', '--at', '2026-11-16', ...down, '--json')
  const answer = JSON.parse(stdout)
  expect(answer).toMatchObject({ scenario: 'S001', at: '2026-11-16', notice: { items: expect.any(Array) } })
  expect(answer.form.subj_name).toMatchObject({
    value: expect.any(String),
    source: '营业执照',
    confidence: expect.any(Number),
    state: 'ok',
  })
  for (const finding of answer.findings)
    for (const member of ['point', 'verdict', 'severity', 'confidence', 'message', 'fix', 'basis', 'facts', 'evidence'])
      expect(finding).toHaveProperty(member)
  expect(answer.materials).toMatchObject([
    { file: '执照.jpg', slot: '营业执照', state: 'read' },
    { file: '空.png', state: 'refused', error: { code: 'empty-file' } },
  ])
})

test('an unknown scenario ends with a sentence that names those near it', async () => {
  await expect(review(folder, '--scenario', 'S01')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/没有编号为“S01”的办理情形.*S001/),
  })
})
