import { expect, test } from 'vitest'
import type { CloserReader } from '../page.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

const CODE = '91330100799655058B'

async function codeOn(line: string, closer: CloserReader) {
  const page = typeset([
    [400, 80, '营业执照', 50],
    [100, 200, line],
    [100, 300, '名称 杭州一次过餐饮有限公司'],
    [100, 350, '法定代表人 王小明'],
    [100, 400, '登记机关 杭州市市场监督管理局'],
  ])
  const [document] = await understand([page], async () => ({ text: '', confidence: 0 }), closer)
  return document?.fields.统一社会信用代码
}

const seeing =
  (...texts: string[]): CloserReader =>
  async () =>
    texts.map((text) => ({ text, confidence: 0.9, alternatives: [] }))

test('a code whose check digit is right is not looked at again', async () => {
  let asked = 0
  const code = await codeOn(`统一社会信用代码 ${CODE}`, async () => {
    asked++
    return []
  })
  expect(code?.value).toBe(CODE)
  expect(asked).toBe(0)
})

test('a code that only closer reading shows is given, flagged and never confident', async () => {
  const code = await codeOn('统一社会信副本', seeing('副本', CODE, `代码${CODE}`))
  expect(code).toMatchObject({ value: CODE, state: 'ok', page: 1 })
  expect(code?.confidence).toBeLessThan(0.9)
  expect(code?.note).toContain('核对')
})

test('a letter that no code holds gives way to the figure it looks like when the check digit agrees', async () => {
  const read = CODE.replace('0', 'O')
  const code = await codeOn(`统一社会信用代码 ${read}`, seeing(read))
  expect(code?.value).toBe(CODE)
  expect(code?.confidence).toBeLessThan(0.9)
})

test('of what else the reader saw, one character may make the code right; what it did not see never', async () => {
  const read = `${CODE.slice(0, 17)}8`
  const last = (text: string): CloserReader => {
    const alternatives = [...read].map((_, i) => (i === 17 ? [{ text, probability: 0.2 }] : []))
    return async () => [{ text: read, confidence: 0.9, alternatives }]
  }
  expect(await codeOn(`统一社会信用代码 ${read}`, last('B'))).toMatchObject({ value: CODE, confidence: 0.6 })
  expect((await codeOn(`统一社会信用代码 ${read}`, last('E')))?.value).toBe(read)
})

test('closer readings that show two right codes decide nothing', async () => {
  const code = await codeOn('统一社会信副本', seeing(CODE, '914403001922038216'))
  expect(code?.value ?? null).toBeNull()
})

test('S in a code may be an 8 as well as a 5: the check digit tells which', async () => {
  const read = '914403001922038216'.replace('8', 'S')
  expect((await codeOn(`统一社会信用代码 ${read}`, seeing(read)))?.value).toBe('914403001922038216')
})

test('a code that nothing is decided by is looked at again where it was read wrong, not where it was not read', async () => {
  const invoice = (seller: string) =>
    typeset([
      [310, 170, '电子发票（普通发票）', 40],
      [131, 283, '发票号码：44671606328920063721'],
      [131, 325, '开票日期：2026年03月31日'],
      [131, 340, '购买方纳税人识别号：914403001922038216'],
      [131, 368, '销售方名称：杭州一次过餐饮有限公司'],
      [131, 410, `销售方纳税人识别号：${seller}`],
      [131, 622, '价税合计（小写）：￥366.00'],
    ])
  const read = CODE.replace('0', 'O')
  let asked = 0
  const closer: CloserReader = async () => {
    asked += 1
    return [{ text: read, confidence: 0.9, alternatives: [] }]
  }
  const [document] = await understand([invoice(read)], async () => ({ text: '', confidence: 0 }), closer)
  expect(document?.fields.销售方税号).toMatchObject({ value: CODE, state: 'ok' })
  expect(document?.fields.销售方税号?.confidence).toBeLessThan(0.9)
  const before = asked
  await understand([invoice('')], async () => ({ text: '', confidence: 0 }), closer)
  expect(asked).toBe(before)
})
