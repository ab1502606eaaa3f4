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

test('a number whose check digit is printed wrong stands when it was read clearly twice, and is doubted', async () => {
  const printed = `${CODE.slice(0, 17)}8`
  const alternatives = [...printed].map((_, i) => (i === 17 ? [{ text: 'B', probability: 0.01 }] : []))
  const looks = [printed, CODE, CODE].map((text) => ({ text, confidence: 0.99, alternatives }))
  const code = await codeOn(`统一社会信用代码 ${printed}`, async () => looks)
  expect(code).toMatchObject({ value: printed, note: '校验位不符' })
  expect(code?.confidence).toBeLessThan(0.5)
})

test('a buyer whose number is left blank does not get the seller’s', async () => {
  const page = typeset([
    [400, 80, '电子发票（普通发票）', 50],
    [700, 150, '发票号码：25312000000012345678'],
    [700, 200, '开票日期：2025年03月08日'],
    [100, 300, '名称：林小满'],
    [650, 300, '名称：上海栖霞文具有限公司'],
    [100, 360, '统一社会信用代码/纳税人识别号：'],
    [650, 360, `统一社会信用代码/纳税人识别号：${CODE}`],
    [100, 460, '项目名称'],
    [100, 500, '*文具*圆珠笔'],
    [100, 700, '价税合计（大写）壹佰元整'],
    [700, 700, '（小写）¥100.00'],
  ])
  const closer: CloserReader = async (_, box) =>
    [0, 1].map(() => ({ text: box[0] > 600 ? CODE : '统一社会信用代码', confidence: 0.99, alternatives: [] }))
  const [document] = await understand([page], async () => ({ text: '', confidence: 0 }), closer)
  expect(document?.fields.销售方税号?.value).toBe(CODE)
  expect(document?.fields.购买方税号?.value ?? null).toBeNull()
})
