import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const cnid = '310104199001010011'
const other = '32010219851203452X'

test('an identity card is read when labels and values stand in one line', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 100, '姓名张三'],
        [100, 170, '性别男民族汉'],
        [100, 240, '出生1990年1月1日'],
        [100, 310, '住址上海市徐汇区漕溪北路'],
        [172, 345, '398号2幢1203室'],
        [100, 450, `公民身份号码${cnid}`],
      ],
      { width: 900, height: 560 },
    ),
  )
  expect(document).toMatchObject({ documentType: '居民身份证', sides: ['人像面'] })
  expect(valuesOf(document)).toEqual({
    姓名: '张三',
    性别: '男',
    民族: '汉',
    出生: '1990-01-01',
    住址: '上海市徐汇区漕溪北路398号2幢1203室',
    公民身份号码: cnid,
  })
  expect(document?.fields.公民身份号码?.confidence).toBeGreaterThan(0.95)
})

test('an identity card is read when labels and values stand apart, three lines of address included', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 100, '姓 名'],
        [210, 100, '李小红'],
        [100, 170, '性 别 女'],
        [320, 170, '民 族 回'],
        [100, 240, '出 生 1985 年 12 月 3 日'],
        [100, 310, '住 址'],
        [210, 310, '江苏省南京市玄武区珠江'],
        [210, 345, '路88号东方大厦1幢'],
        [210, 380, '4231室'],
        [100, 470, '公民身份号码'],
        [330, 470, other],
      ],
      { width: 900, height: 560 },
    ),
  )
  expect(valuesOf(document)).toEqual({
    姓名: '李小红',
    性别: '女',
    民族: '回',
    出生: '1985-12-03',
    住址: '江苏省南京市玄武区珠江路88号东方大厦1幢4231室',
    公民身份号码: other,
  })
})

test('both sides of a card, on two pages or on one, are one document', async () => {
  const front = [
    [100, 100, '姓名张三'],
    [100, 170, '性别男民族汉'],
    [100, 450, `公民身份号码${cnid}`],
  ] as const
  const back = [
    [300, 700, '中华人民共和国', 40],
    [300, 770, '居民身份证', 60],
    [150, 1000, '签发机关上海市公安局徐汇分局'],
    [150, 1060, '有效期限2010.05.01-长期'],
  ] as const
  const both = {
    签发机关: '上海市公安局徐汇分局',
    有效期限: { from: '2010-05-01', to: '长期' },
    姓名: '张三',
    公民身份号码: cnid,
  }
  const two = await documentsOf(typeset(front), typeset(back, { page: 2 }))
  const one = await documentsOf(typeset([...front, ...back]))
  expect(two).toHaveLength(1)
  expect(one).toHaveLength(1)
  expect(two[0]).toMatchObject({ pages: [1, 2], sides: ['人像面', '国徽面'] })
  expect(valuesOf(two[0])).toMatchObject(both)
  expect(valuesOf(one[0])).toMatchObject(both)
})

test('a card’s missing side leaves its fields out instead of calling them unreadable', async () => {
  const [document] = await documentsOf(
    typeset([
      [300, 100, '中华人民共和国', 40],
      [300, 170, '居民身份证', 60],
      [150, 400, '签发机关上海市公安局徐汇分局'],
      [150, 460, '有效期限2010.05.01-2030.05.01'],
    ]),
  )
  expect(Object.keys(document?.fields ?? {})).toEqual(['签发机关', '有效期限'])
})
