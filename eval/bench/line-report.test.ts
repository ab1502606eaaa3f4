import { expect, test } from 'vitest'
import { lineReport } from './line-report.ts'

const page = (read: { text: string; confidence: number }[]) => ({
  name: 'a.png',
  labelled: ['登记机关：上海市', '二〇一八年'],
  read,
})

test('a line with one character wrong is neither exact nor counted as a sure reading of the page', () => {
  const report = lineReport([
    page([
      { text: '登记机关:上海巿', confidence: 0.97 },
      { text: '二〇一八年', confidence: 0.95 },
    ]),
  ])
  expect(report).toContain('字符召回 0.9167（12 字）')
  expect(report).toMatch(/整行正确 1\/2 /u)
  expect(report).toContain('置信≥.9 的行 2，其中与标注不符 1')
})

test('a line that the reader doubts is not held against its confidence', () => {
  const report = lineReport([page([{ text: '登记机美', confidence: 0.4 }])])
  expect(report).toContain('置信≥.9 的行 0，其中与标注不符 0')
})
