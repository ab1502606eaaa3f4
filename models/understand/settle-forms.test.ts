import { expect, test } from 'vitest'
import type { Rival } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** A statement of loss in whose number line the reader also saw `rivals`; the number begins at character 5. */
function loss(number: string, rivals: Rival[]): PageReading {
  const page = typeset([
    [480, 100, '遗失声明', 48],
    [160, 240, '声明主体：上海味小馆餐饮有限公司'],
    [160, 300, '证照名称：食品经营许可证'],
    [160, 360, `证照编号：${number}`],
    [160, 480, '声明日期：2026年3月5日'],
  ])
  return {
    ...page,
    lines: page.lines.map((line) => (line.text.startsWith('证照编号') ? { ...line, rivals } : line)),
  }
}

const J = { at: 5, text: 'J', probability: 0.4 }

test('the letter of a food permit’s number is settled by the form such numbers have, and flagged', async () => {
  const [document] = await documentsOf(loss('IY23101076015208', [J, { at: 5, text: '1', probability: 0.03 }]))
  expect(document?.fields.证照编号).toMatchObject({ value: 'JY23101076015208', state: 'ok' })
  expect(document?.fields.证照编号?.note).toContain('IY23101076015208')
  expect(document?.fields.证照编号?.confidence).toBeGreaterThan(0.6)
})

test('a number whose check digit is wrong all the same is less sure', async () => {
  const [[right], [wrong]] = await Promise.all([
    documentsOf(loss('IY23101076015208', [J])),
    documentsOf(loss('IY23101076015209', [J])),
  ])
  expect(wrong?.fields.证照编号?.value).toBe('JY23101076015209')
  expect(wrong?.fields.证照编号?.confidence).toBeLessThan(right?.fields.证照编号?.confidence ?? 0)
})

test('nothing is put in that the reader did not see, and a number of the form stays as read', async () => {
  const [[unseen], [formed]] = await Promise.all([
    documentsOf(loss('IY23101076015208', [])),
    documentsOf(loss('JY23101076015208', [{ at: 20, text: '9', probability: 0.3 }])),
  ])
  expect(unseen?.fields.证照编号?.value).toBe('IY23101076015208')
  expect(formed?.fields.证照编号?.value).toBe('JY23101076015208')
})
