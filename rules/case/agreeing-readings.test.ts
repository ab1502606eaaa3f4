import { expect, test } from 'vitest'
import { answer, file, finding, licence, run } from '../small-case.ts'

const firm = answer('法人库', { 名称: '上海小满餐饮有限公司', 法定代表人: '王小满' })

/** The licence with one field read with little confidence. */
function doubtful(name: string, value?: string) {
  const read = licence(value === undefined ? {} : { [name]: value })
  const field = read.fields[name]
  if (field) field.confidence = 0.4
  return read
}
const judged = (read: ReturnType<typeof licence>, sources = [firm]) => run([file('a', '营业执照', read)], { sources })

test('a name read with little confidence that comes out as the one on record is used', () => {
  expect(finding(judged(doubtful('法定代表人'), []), 'LREP-P01').verdict).not.toBe('pass')
  expect(finding(judged(doubtful('法定代表人')), 'LREP-P01').verdict).toBe('pass')
})

test('a doubtful name that is nobody’s on record stays doubtful, and a sure one is as it was', () => {
  expect(finding(judged(doubtful('法定代表人', '王小蒲')), 'LREP-P01').verdict).toBe('unsure')
  const { facts } = judged(licence(), []).facts
  expect(facts.get('营业执照.法定代表人')?.confidence).toBe(0.95)
})

test('a source that did not answer settles nothing, nor do dates and words that stand on many papers', () => {
  const silent = { ...firm, state: 'unavailable' as const }
  const { facts } = judged(doubtful('法定代表人'), [silent]).facts
  expect(facts.get('营业执照.法定代表人')?.confidence).toBe(0.4)
  const kind = judged(doubtful('类型'), [answer('法人库', { 类型: '有限责任公司' })]).facts
  expect(kind.facts.get('营业执照.类型')?.confidence).toBe(0.4)
})
