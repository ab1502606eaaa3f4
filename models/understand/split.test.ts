import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { lines } from './samples/sample.ts'
import { typeset } from './typeset.ts'

const front = (x: number, y: number, name: string, number: string) =>
  lines(
    x,
    y,
    50,
    `姓名${name}`,
    '性别男民族汉',
    '出生1990年1月1日',
    '住址上海市徐汇区漕溪北路398号',
    `公民身份号码${number}`,
  )
const back = (x: number, y: number) => [
  ...lines(x, y, 60, '中华人民共和国', '居民身份证'),
  ...lines(x, y + 160, 50, '签发机关上海市公安局徐汇分局', '有效期限2010.05.01-2030.05.01'),
]

test('two people’s cards on one scan are two documents, one above the other or side by side', async () => {
  const below = await documentsOf(
    typeset([...front(100, 100, '张三', '310104199001010011'), ...front(100, 700, '李小红', '32010219851203452X')]),
  )
  const beside = await documentsOf(
    typeset([...front(60, 100, '张三', '310104199001010011'), ...front(900, 100, '李小红', '32010219851203452X')], {
      width: 1800,
    }),
  )
  for (const documents of [below, beside]) {
    expect(documents.map((document) => valuesOf(document).姓名)).toEqual(['张三', '李小红'])
    expect(documents.map((document) => valuesOf(document).公民身份号码)).toEqual([
      '310104199001010011',
      '32010219851203452X',
    ])
    expect(documents.map((document) => document.pages)).toEqual([[1], [1]])
  }
})

test('both sides of one card on a sheet stay one document', async () => {
  const documents = await documentsOf(typeset([...front(100, 100, '张三', '310104199001010011'), ...back(100, 700)]))
  expect(documents).toHaveLength(1)
  expect(documents[0]?.sides?.toSorted()).toEqual(['人像面', '国徽面'].toSorted())
})

test('a card beside a certificate on one sheet are told apart', async () => {
  const documents = await documentsOf(
    typeset([
      ...front(100, 80, '张三', '310104199001010011'),
      [400, 700, '健康证明', 50],
      ...lines(100, 800, 50, '姓名：王小明', '从业类别：食品', '体检日期：2024年5月10日', '有效期至：2025年5月9日'),
    ]),
  )
  expect(documents.map((document) => [document.documentType, valuesOf(document).姓名])).toEqual([
    ['居民身份证', '张三'],
    ['健康证明', '王小明'],
  ])
})

test('a file of several papers is cut where the next one begins, a second paper of the same kind included', async () => {
  const lease = (page: number, tenant: string) =>
    typeset(
      [
        [450, 80, '房屋租赁合同', 48],
        ...lines(
          100,
          220,
          40,
          '出租方（甲方）：上海宏达置业有限公司',
          `承租方（乙方）：${tenant}`,
          '租赁期限：2024年1月1日至2026年12月31日',
        ),
      ],
      { page },
    )
  const more = (page: number) =>
    typeset(lines(100, 120, 40, '五、违约责任：任何一方违约应承担违约金。', '签订日期：2023年12月20日'), { page })
  const documents = await documentsOf(
    lease(1, '上海味小馆餐饮有限公司'),
    more(2),
    lease(3, '上海悦容美发有限公司'),
    more(4),
  )
  expect(documents.map((document) => [document.pages, valuesOf(document).承租人])).toEqual([
    [[1, 2], '上海味小馆餐饮有限公司'],
    [[3, 4], '上海悦容美发有限公司'],
  ])
})

test('pages of a contract photographed out of order are read in the order of their numbers', async () => {
  const documents = await documentsOf(
    typeset([
      ...lines(100, 120, 40, '五、违约责任：任何一方违约应承担违约金。', '签订日期：2023年12月20日'),
      [560, 1500, '第2页 共2页'],
    ]),
    typeset(
      [
        [450, 80, '房屋租赁合同', 48],
        ...lines(100, 220, 40, '出租方（甲方）：上海宏达置业有限公司', '承租方（乙方）：上海味小馆餐饮有限公司'),
        [560, 1500, '第1页 共2页'],
      ],
      { page: 2 },
    ),
  )
  expect(documents.map((document) => [document.documentType, document.pages])).toEqual([['房屋租赁合同', [2, 1]]])
  expect(valuesOf(documents[0])).toMatchObject({ 出租人: '上海宏达置业有限公司', 签订日期: '2023-12-20' })
})

test('a card photographed back first has its front first', async () => {
  const documents = await documentsOf(
    typeset(back(100, 100)),
    typeset(front(100, 100, '张三', '310104199001010011'), { page: 2 }),
  )
  expect(documents.map((document) => [document.pages, document.sides])).toEqual([
    [
      [2, 1],
      ['人像面', '国徽面'],
    ],
  ])
})

test('a heading whose words stand again in a label below it is no document of its own', async () => {
  const documents = await documentsOf(
    typeset([
      [400, 60, '出生医学证明', 50],
      [100, 260, '出生医学证明', 30],
      [100, 300, '编号：T310054417', 30],
      ...lines(100, 420, 50, '新生儿姓名：宋伟', '性别：男', '出生时间：2026年3月30日', '母亲姓名：戴婷凤'),
    ]),
  )
  expect(documents.map((document) => [document.documentType, valuesOf(document).新生儿姓名])).toEqual([
    ['出生医学证明', '宋伟'],
  ])
})

test('a label that reads like the heading of its paper begins no second paper', async () => {
  const documents = await documentsOf(
    typeset([
      [354, 186, '中华人民共和国医师执业证书', 34],
      [211, 287, '姓名', 22],
      [420, 288, '卢妍雪', 22],
      [181, 340, '公民身份号码', 22],
      [586, 340, '310112197508063949', 20],
      [180, 382, '医师资格证书', 22],
      [209, 406, '编码', 22],
      [545, 396, '201831629310112197508063949', 20],
      [179, 440, '医师执业证书', 22],
      [209, 462, '编码', 22],
      [594, 452, '171029535880463', 20],
      [192, 506, '执业类别', 22],
      [424, 507, '口腔', 22],
      [626, 510, '执业范围', 22],
      [846, 511, '口腔专业', 22],
      [179, 557, '主要执业机构', 22],
      [573, 561, '上海普陀麦里家口腔诊所', 22],
    ]),
  )
  expect(documents.map(valuesOf)).toMatchObject([{ 姓名: '卢妍雪', 执业证书编码: '171029535880463' }])
})
