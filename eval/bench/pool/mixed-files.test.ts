import { expect, test } from 'vitest'
import { mixedFiles } from './mixed-files.ts'
import { fateOf, saysIt } from './run-pool.ts'

test('half of the files are good, each with a sentence of its own, and the order mixes them the same way every time', {
  timeout: 60_000,
}, async () => {
  const files = await mixedFiles(12)
  const good = files.flatMap(({ says }) => says ?? [])
  expect(files.length).toBe(12)
  expect(new Set(good).size).toBe(6)
  expect((await mixedFiles(12)).map(({ kind }) => kind)).toEqual(files.map(({ kind }) => kind))
})

test('a good file counts as read only with its own number', () => {
  const says = '第1003号材料由申请人如实提交'
  const line = (text: string) => ({
    lines: [
      {
        page: 1,
        box: [0, 0, 1, 0, 1, 1, 0, 1] as [number, number, number, number, number, number, number, number],
        text,
        confidence: 1,
      },
    ],
  })
  expect(saysIt(says, line('第1003号材料由申请人如实提文'))).toBe(true)
  expect(saysIt(says, line('第1004号材料由申请人如实提交'))).toBe(false)
  expect(saysIt(says, { lines: [] })).toBe(false)
})

test('a bad file that is not refused is harmless only when nothing was taken from it', () => {
  const nothing = { documents: [], lines: [] }
  const line = { page: 1, box: [0, 0, 1, 0, 1, 1, 0, 1] as const, text: 'x', confidence: 1 }
  expect(fateOf({ ...nothing, error: { code: 'damaged-file', message: '' } })).toBe('refused')
  expect(fateOf(nothing)).toBe('contained')
  expect(fateOf({ ...nothing, lines: [{ ...line, box: [...line.box] }] })).toBe('read')
})
