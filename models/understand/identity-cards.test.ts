import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

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

const front = (y: number, name: string, number: string) =>
  [
    [100, y, `姓名${name}`],
    [100, y + 70, '性别男民族汉'],
    [100, y + 140, '出生1990年1月1日'],
    [100, y + 210, '住址上海市徐汇区漕溪北路398号'],
    [100, y + 350, `公民身份号码${number}`],
  ] as const
const back = (y: number, office: string) =>
  [
    [300, y, '中华人民共和国', 40],
    [300, y + 70, '居民身份证', 60],
    [150, y + 300, `签发机关${office}`],
    [150, y + 360, '有效期限2010.05.01-2030.05.01'],
  ] as const

test('fronts first and then as many backs are paired in their order, never surely', async () => {
  const fronts = [front(100, '张三', cnid), front(800, '李小红', other)] as const
  const backs = [back(100, '上海市公安局徐汇分局'), back(800, '南京市公安局玄武分局')] as const
  const sheets = await documentsOf(typeset(fronts.flat()), typeset(backs.flat(), { page: 2 }))
  const pages = await documentsOf(...[...fronts, ...backs].map((set, i) => typeset(set, { page: i + 1 })))
  for (const documents of [sheets, pages]) {
    expect(documents.map(valuesOf)).toMatchObject([
      { 姓名: '张三', 签发机关: '上海市公安局徐汇分局' },
      { 姓名: '李小红', 签发机关: '南京市公安局玄武分局' },
    ])
    for (const { fields } of documents) {
      expect(fields.签发机关?.confidence).toBeLessThanOrEqual(0.6)
      expect(fields.有效期限?.note).toContain('核对')
      expect(fields.姓名?.confidence).toBeGreaterThan(0.9)
    }
  }
})

test('cards with front and back by turns are sure of both', async () => {
  const order = [front(100, '张三', cnid), back(100, '上海市公安局徐汇分局'), front(100, '李小红', other)] as const
  const sets = [...order, back(100, '南京市公安局玄武分局')]
  const documents = await documentsOf(...sets.map((set, i) => typeset(set, { page: i + 1 })))
  expect(documents.map((document) => document.fields.签发机关?.note)).toEqual([undefined, undefined])
  expect(documents[1]?.fields.签发机关).toMatchObject({ value: '南京市公安局玄武分局' })
})

const pagesOf = (...sets: Parameters<typeof typeset>[0][]) => sets.map((set, i) => typeset(set, { page: i + 1 }))

test('with more of one side than of the other no back is glued to a front, and a person is told', async () => {
  const [a, b] = [front(100, '张三', cnid), front(100, '李小红', other)]
  const [backA, backB] = [back(100, '上海市公安局徐汇分局'), back(100, '南京市公安局玄武分局')]
  for (const pages of [pagesOf(a, b, backA), pagesOf(backA, backB, a), pagesOf(a, backA, backB)]) {
    const doubts: string[] = []
    const documents = await understand(pages, () => Promise.resolve({ text: '', confidence: 0 }), null, {
      hear: (doubt) => doubts.push(doubt),
    })
    expect(documents.map(({ sides }) => sides?.length)).toEqual([1, 1, 1])
    expect(doubts.join()).toContain('居民身份证')
  }
  const [whole, lone] = await documentsOf(...pagesOf(a, backA, b))
  expect(valuesOf(whole)).toMatchObject({ 姓名: '张三', 签发机关: '上海市公安局徐汇分局' })
  expect(whole?.fields.签发机关?.confidence).toBeLessThanOrEqual(0.6)
  expect(lone?.sides).toEqual(['人像面'])
})

test('the first page of a household’s register belongs to every person’s page behind it', async () => {
  const person = (name: string, relation: string, number: string) =>
    [
      [400, 80, '常住人口登记卡', 40],
      [100, 200, `姓名　${name}`],
      [600, 200, `户主或与户主关系　${relation}`],
      [100, 270, '性别　女'],
      [100, 340, `公民身份证件编号　${number}`],
      [100, 410, '何时由何地迁来本市（县）'],
    ] as const
  const first = [
    [100, 200, '户别　家庭户'],
    [600, 200, '户主姓名　李小红'],
    [100, 270, '户号　0012345'],
    [100, 340, '住址　上海市徐汇区漕溪北路398号'],
  ] as const
  const documents = await documentsOf(...pagesOf(first, person('李小红', '户主', other), person('张三', '配偶', cnid)))
  expect(documents.map(({ pages, sides }) => [pages, sides])).toEqual([
    [
      [1, 2],
      ['首页', '本人页'],
    ],
    [
      [1, 3],
      ['首页', '本人页'],
    ],
  ])
  expect(documents.map(valuesOf)).toMatchObject([
    { 姓名: '李小红', 户主姓名: '李小红' },
    { 姓名: '张三', 户主姓名: '李小红' },
  ])
})

test('leaves of vehicle licences are put together by the plate that both show', async () => {
  const main = (plate: string, name: string) =>
    [
      [300, 80, '中华人民共和国机动车行驶证', 36],
      [100, 200, `号牌号码　${plate}`],
      [100, 270, `所有人　${name}`],
      [100, 340, '品牌型号　大众汽车牌SVW7183'],
      [100, 410, '注册日期　2020-05-06'],
    ] as const
  const second = (plate: string, file: string) =>
    [
      [100, 200, `号牌号码　${plate}`],
      [600, 200, `档案编号　${file}`],
      [100, 270, '整备质量　1320kg'],
      [100, 340, '检验记录　检验有效期至2026年05月沪A'],
    ] as const
  const [p, q] = ['沪AD3K52', '沪B7M219']
  const documents = await documentsOf(
    ...pagesOf(main(p, '王小满'), main(q, '李大雪'), second(q, '310009876543'), second(p, '310001234567')),
  )
  expect(documents.map(({ pages }) => pages)).toEqual([
    [1, 4],
    [2, 3],
  ])
})
