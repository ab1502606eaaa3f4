import { expect, test } from 'vitest'
import { boundedExtras } from './bounded-extras.ts'

const annotation = (text: string) => ({ page: 1, kind: 'Text', text })

test('what files carry in an ordinary length stays as it is', () => {
  const extras = {
    attachments: [{ name: '清单.xlsx', type: 'xlsx', bytes: 10 }],
    annotations: [annotation('请核对')],
    structured: [{ name: '单位名称', value: '上海小满餐饮有限公司' }],
    notes: ['第 1 页有看不见的文字，未采用。'],
  }
  expect(boundedExtras(extras)).toEqual(extras)
  expect(boundedExtras({})).toEqual({})
})

test('a flood of annotations and texts without end are cut, and it is said how many there were', () => {
  const flood = boundedExtras({
    annotations: Array.from({ length: 50_000 }, () => annotation('长'.repeat(5000))),
    structured: [{ name: '名', value: '值'.repeat(1_000_000) }],
  })
  expect(flood.annotations).toHaveLength(200)
  expect(JSON.stringify(flood).length).toBeLessThan(500_000)
  expect(flood.notes).toEqual(['批注有 50000 条，只列出前 200 条。'])
})
