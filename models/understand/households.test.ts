import { expect, test } from 'vitest'
import { type SetLine, typeset } from './typeset.ts'
import { understand } from './understand.ts'

const person = (name: string, relation: string, number: string): SetLine[] => [
  [400, 80, '常住人口登记卡', 40],
  [100, 200, `姓名　${name}`],
  [600, 200, `户主或与户主关系　${relation}`],
  [100, 270, '性别　男'],
  [100, 340, `公民身份证件编号　${number}`],
  [100, 410, '何时由何地迁来本市（县）'],
]
const first = (head: string, number: string): SetLine[] => [
  [100, 200, '户别　家庭户'],
  [600, 200, `户主姓名　${head}`],
  [100, 270, `户号　${number}`],
  [100, 340, '住址　上海市虹口区四川北路1688号'],
]
const CARD: SetLine[] = [
  [400, 100, '中华人民共和国', 36],
  [400, 160, '居民身份证', 48],
  [100, 400, '签发机关 上海市公安局虹口分局'],
  [100, 460, '有效期限 2015.05.01-2035.05.01'],
]

const ZHAO = person('赵明远', '户主', '310104199001010011')
const ZHAO_WIFE = person('孙丽华', '妻', '32010219851203452X')
const ZHAO_FIRST = first('赵明远', '0020001')
const ZHOU = person('周建平', '户主', '32010219851203452X')
const ZHOU_SON = person('周小宝', '子', '310104199001010011')
const ZHOU_FIRST = first('周建平', '0020002')

/** Who stands in whose household (- for none), and what a person is told, for pages in this order. */
async function households(...sheets: SetLine[][]) {
  const doubts: string[] = []
  const documents = await understand(
    sheets.map((lines, at) => typeset(lines, { page: at + 1 })),
    () => Promise.resolve({ text: '', confidence: 0 }),
    null,
    { hear: (doubt) => doubts.push(doubt) },
  )
  const persons = documents.filter(({ fields }) => fields.姓名?.state === 'ok')
  const read = persons.map(({ fields }) => `${fields.姓名?.value} ${fields.户主姓名?.value ?? '-'}`)
  return { read, doubts }
}

test('behind its person or before, every household’s first page goes to the household whose head it names', async () => {
  for (const sheets of [
    [ZHAO, ZHAO_FIRST, ZHOU, ZHOU_FIRST],
    [ZHAO_FIRST, ZHAO, ZHOU_FIRST, ZHOU],
    [ZHAO_FIRST, ZHOU_FIRST, ZHAO, ZHOU],
    [ZHAO, ZHOU, ZHOU_FIRST, ZHAO_FIRST],
  ]) {
    const { read, doubts } = await households(...sheets)
    expect(read.toSorted()).toEqual(['周建平 周建平', '赵明远 赵明远'])
    expect(doubts).toEqual([])
  }
})

test('the only first page of a file is everybody’s, wherever it lies', async () => {
  for (const sheets of [
    [ZHAO, ZHAO_WIFE, ZHAO_FIRST],
    [ZHAO_FIRST, ZHAO, CARD, ZHAO_WIFE],
  ])
    expect((await households(...sheets)).read).toEqual(['赵明远 赵明远', '孙丽华 赵明远'])
})

test('with several a person who is no head goes with the page they lie behind in a file that begins with one', async () => {
  const { read } = await households(ZHAO_FIRST, ZHAO, ZHAO_WIFE, ZHOU_FIRST, ZHOU, ZHOU_SON)
  expect(read).toEqual(['赵明远 赵明远', '孙丽华 赵明远', '周建平 周建平', '周小宝 周建平'])
})

test('whose household a person is of is not guessed, and a person is told', async () => {
  const several = await households(ZHAO, ZHAO_FIRST, ZHOU_SON, ZHOU_FIRST)
  expect(several.read).toEqual(['赵明远 赵明远', '周小宝 -'])
  expect(several.doubts).toHaveLength(1)
  expect(several.doubts[0]).toContain('第 3 页')
  const other = await households(ZHAO_FIRST, ZHOU)
  expect(other.read).toEqual(['周建平 -'])
  expect(other.doubts).toHaveLength(1)
})
