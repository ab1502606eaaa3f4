import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCaseFolder } from './case-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('a plain folder is its files in order, without notes and hidden files', () => {
  for (const name of ['b.jpg', 'a.pdf', '.DS_Store', 'README.md']) write(name, 'x')
  expect(openCaseFolder(folder, undefined)).toEqual({
    answers: {},
    registry: undefined,
    materials: [{ file: 'a.pdf' }, { file: 'b.jpg' }],
  })
})

test('a labelled case is read from case.yaml and registry.yaml; the truth is not opened', () => {
  write('case.yaml', 'scenario: S001\nat: 2026-01-02\nmaterials: [{ file: 1.jpg, slot: 营业执照 }]\n')
  write('registry.yaml', '法人库: []\n')
  // A folder of this name cannot be read as a file: opening it would throw.
  mkdirSync(join(folder, 'truth.yaml'))
  expect(openCaseFolder(folder, undefined)).toMatchObject({
    scenario: 'S001',
    at: '2026-01-02',
    registry: { 法人库: [] },
    materials: [{ file: '1.jpg', slot: '营业执照' }],
  })
})

test('what is wrong with a folder is said in Chinese', () => {
  expect(() => openCaseFolder(join(folder, 'nowhere'), undefined)).toThrow('找不到文件夹')
  expect(() => openCaseFolder(folder, undefined)).toThrow('没有材料文件')
  write('case.yaml', 'scenario: S001\nat: someday\nmaterials: []\n')
  expect(() => openCaseFolder(folder, undefined)).toThrow('日期写成')
})
