import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const MINUTES = 60_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-lost-label-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The showcase case with its licence and the identity card that has expired, and nothing else. */
function smallDataset(): string {
  const to = join(folder, 'small', 'cases', 'S001-0020')
  cpSync(join(root, 'datasets/showcase/cases/S001-0020'), to, { recursive: true })
  const seen = parse(readFileSync(join(to, 'case.yaml'), 'utf8'))
  seen.materials = seen.materials.slice(0, 3)
  writeFileSync(join(to, 'case.yaml'), stringify(seen))
  const truth = parse(readFileSync(join(to, 'truth.yaml'), 'utf8'))
  for (const { repair } of truth.defects) Object.assign(repair, { replace: [], add: [], registry: undefined })
  writeFileSync(join(to, 'truth.yaml'), stringify(truth))
  return join(folder, 'small')
}

/** This repository with the label 有效期限 gone from the identity card. */
function withoutLabel(): string {
  const copy = join(folder, 'copy')
  mkdirSync(copy)
  for (const part of ['api', 'datasets', 'eval', 'facts', 'models', 'rules', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const path = join(copy, 'facts/documents/identity-card.yaml')
  const type = readFileSync(path, 'utf8')
  const broken = type.replace('labels: [有效期限]', 'labels: []')
  expect(broken).not.toBe(type)
  writeFileSync(path, broken)
  return copy
}

const evaluate = (cwd: string, ...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'eval/eval.ts', '--cache', join(folder, 'cache'), ...args], { cwd })

test(
  'a real reader with one label removed turns the gate red, the same reader does not',
  async () => {
    const dataset = smallDataset()
    const whole = join(folder, 'whole')
    const gate = ['--dataset', dataset, '--gate', '--baseline', join(whole, 'report.json')]
    await evaluate(root, '--dataset', dataset, '--out', whole)
    expect((await evaluate(root, ...gate, '--out', join(folder, 'again'))).stdout).toContain('闸口：通过')
    await expect(evaluate(withoutLabel(), ...gate, '--out', join(folder, 'lost'))).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/闸口：不通过[\s\S]*新增错误/),
    })
  },
  20 * MINUTES,
)
