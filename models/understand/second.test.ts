import { expect, test } from 'vitest'
import type { SecondReader } from '../page.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

const page = (confidence: number) =>
  typeset(
    [
      [400, 80, '健康证明', 50],
      [100, 200, '姓名：王小明'],
      [100, 300, '身份证号：310104199001010011'],
      [100, 450, '有效期至：2025年5月9日'],
    ],
    { confidence },
  )

async function read(confidence: number, second: SecondReader) {
  const [document] = await understand([page(confidence)], second)
  return document?.fields ?? {}
}

test('what is clearly read, or settled by a check digit, is not read again', async () => {
  const asked: string[] = []
  await read(0.99, async (_, __, kind) => {
    asked.push(kind)
    return { text: '', confidence: 0 }
  })
  expect(asked).toEqual([])
})

test('agreement of two readers raises confidence, disagreement lowers it and is said', async () => {
  const silent = await read(0.8, async () => ({ text: '', confidence: 0 }))
  const agreed = await read(0.8, async () => ({ text: '2025年5月9日', confidence: 0.9 }))
  const differing = await read(0.8, async () => ({ text: '2025年6月9日', confidence: 0.9 }))
  const before = silent.有效期至?.confidence ?? 0
  expect(agreed.有效期至?.confidence).toBeGreaterThan(before)
  expect(differing.有效期至?.confidence).toBeLessThan(before)
  expect(differing.有效期至?.value).toBe('2025-05-09')
  expect(differing.有效期至?.note).toContain('2025年6月9日')
})

test('a second reading whose check digit is right is taken, flagged and never confident', async () => {
  const wrong = typeset(
    [
      [400, 80, '健康证明', 50],
      [100, 200, '姓名：王小明'],
      [100, 300, '身份证号：310104199001010017'],
    ],
    { confidence: 0.95 },
  )
  const [document] = await understand([wrong], async () => ({ text: '310104199001010011', confidence: 0.95 }))
  expect(document?.fields.身份证号).toMatchObject({ value: '310104199001010011', raw: '310104199001010017' })
  expect(document?.fields.身份证号?.confidence).toBeLessThan(0.9)
  expect(document?.fields.身份证号?.note).toContain('核对')
})
