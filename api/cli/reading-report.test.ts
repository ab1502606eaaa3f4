import { expect, test } from 'vitest'
import { readingReport } from './reading-report.ts'

test('seals, values for machines, attachments, annotations and notes of a file are told beside its documents', () => {
  const report = readingReport(
    {
      file: 'a.ofd',
      documents: [],
      lines: [],
      pages: [],
      signatures: [
        { kind: 'seal', name: '某局', integrity: 'changed', digests: { matching: 1, total: 2 }, note: '内容有改动。' },
      ],
      structured: [{ name: '发票号码', value: '00123' }],
      attachments: [{ name: '原件', type: 'jpg', bytes: 12 }],
      annotations: [{ page: 1, kind: 'Watermark', text: '仅供预览' }],
      notes: ['有 1 张图片无法显示。'],
    },
    false,
  )
  for (const told of [
    '“某局”：内容有改动。（摘要相符 1/2）',
    '发票号码：00123',
    '原件（jpg），12 字节',
    '仅供预览',
    '有 1 张图片',
  ])
    expect(report).toContain(told)
})

test('of a reading of the fields alone it is told that no mark was looked for', () => {
  const reading = { file: 'a.jpg', documents: [], lines: [], pages: [] }
  expect(readingReport({ ...reading, only: 'fields', glanced: 4 }, false)).toContain(
    '没有找印章、签字、二维码，也没有看是不是复印件；离字段远的 4 行只看了一遍',
  )
  expect(readingReport(reading, false)).not.toContain('没有找')
})
