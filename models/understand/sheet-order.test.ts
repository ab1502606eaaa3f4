import { expect, test } from 'vitest'
import { type SetLine, typeset } from './typeset.ts'
import { understand } from './understand.ts'

/** A page's lines from above, the first a heading when it is to be one. */
const sheet = (texts: readonly string[], heading?: string): SetLine[] => [
  ...(heading === undefined ? [] : [[420, 90, heading, 44] as SetLine]),
  ...texts.map((text, i): SetLine => [/^\d/.test(text) && text.length < 4 ? 140 : 120, 190 + 50 * i, text]),
]

/** Kinds of the documents with their pages, and what a person is told, for sheets fed in in this order. */
async function fed(sheets: readonly SetLine[][], order: readonly number[]) {
  const doubts: string[] = []
  const documents = await understand(
    order.map((at, i) => typeset(sheets[at - 1] ?? [], { page: i + 1 })),
    () => Promise.resolve({ text: '', confidence: 0 }),
    null,
    { hear: (doubt) => doubts.push(doubt) },
  )
  return {
    read: documents.map(({ documentType, pages }) => `${documentType} ${pages.map((page) => order[page - 1])}`),
    doubts,
  }
}

const CONTRACT = [
  sheet(
    [
      '合同编号：ZL-2024-0318',
      '出租人（甲方）：上海青禾置业有限公司',
      '承租人（乙方）：上海半亩餐饮有限公司',
      '第一条 甲方将武宁路20号一楼出租给乙方使用。',
      '第二条 租赁期限自2024年4月1日起至2025年3月31日止。',
    ],
    '房屋租赁合同',
  ),
  sheet(['第三条 租金每月3000元，按季支付。', '第四条 甲方应当做到：', '（一）每日清扫一次；', '（二）每周消毒一次；']),
  sheet([
    '（三）每月清洗一次油烟罩。',
    '第五条 任何一方违约的，按第三条约定的金额赔偿。',
    '第六条 争议由合同履行地法院管辖。',
  ]),
  sheet(['本合同一式两份，双方各执一份，具有同等效力。', '甲方（盖章）：', '乙方（盖章）：', '2024年3月18日']),
]

test('sheets of a contract in any order are put in the order of its clauses and items, what closes it last', async () => {
  const whole = [[1, 2, 3, 4].join()]
  for (const order of [
    [1, 2, 3, 4],
    [4, 3, 2, 1],
    [3, 1, 4, 2],
    [2, 3, 4, 1],
    [1, 3, 2, 4],
  ]) {
    const { read, doubts } = await fed(CONTRACT, order)
    expect(read.map((one) => one.split(' ')[1])).toEqual(whole)
    expect(doubts).toEqual([])
  }
})

test('with a sheet of the middle missing the others stay as they lie, and a person is told', async () => {
  const { read, doubts } = await fed(CONTRACT, [3, 1])
  expect(read).toHaveLength(2)
  expect(doubts).toHaveLength(1)
  expect(doubts[0]).toContain('第 1、2 页')
})

test('a paper of its own that lies before a contract is no sheet of it', async () => {
  const own = sheet(['本店承诺以上所报情况属实。', '承诺人（签字）：王小满', '2024年3月1日'], '关于夜间停业的说明')
  const { read } = await fed([own, ...CONTRACT.slice(0, 3)], [1, 2, 3, 4])
  expect(read.map((one) => one.split(' ')[1])).toEqual(['1', '2,3,4'])
})

test('a page without a title that lies before a contract signed on its own page is none of its sheets', async () => {
  const consent = sheet(['同意将本人所有的房屋用于经营。', '业主（签字）：赵云', '2024年3月1日'])
  const signed = sheet(['出租人：王小满', '一、月租金12000元', '出租人（签字）：王小满'], '房屋租赁合同')
  expect((await fed([consent, signed], [1, 2])).read.map((one) => one.split(' ')[1])).toEqual(['1', '2'])
})

const row = (number: number, y: number, name: string): SetLine[] => [
  [150, y, String(number)],
  [300, y, name],
  [500, y, '女'],
  [700, y, `3101041990010100${number}1`],
]
const HEADS: SetLine[] = [
  [140, 180, '序号'],
  [300, 180, '姓名'],
  [500, 180, '性别'],
  [700, 180, '身份证号'],
]
const NAMES = ['王芳', '李静', '张敏', '刘洋', '陈晨', '杨柳', '赵云', '周舟', '吴桐']
const STAFF = [0, 1, 2].map((at): SetLine[] => [
  ...(at === 0 ? [[420, 90, '从业人员名单', 44] as SetLine] : []),
  ...HEADS,
  ...NAMES.slice(3 * at, 3 * at + 3).flatMap((name, i) => row(3 * at + i + 1, 240 + 50 * i, name)),
])

test('sheets of a table are put in the order of its rows', async () => {
  for (const order of [
    [3, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [1, 3, 2],
  ])
    expect((await fed(STAFF, order)).read).toEqual(['人员名单 1,2,3'])
})

test('printed page numbers of any wording settle the order', async () => {
  const styles = [
    (n: number) => `共4页 第${n}页`,
    (n: number) => `Page ${n} of 4`,
    (n: number) => `${n}/4`,
    (n: number) => `— ${n} —`,
    (n: number) => String(n),
  ]
  // Without clauses: nothing but the numbers tells.
  const bare = CONTRACT.map((lines) =>
    lines.map(([x, y, text, size = 24]): SetLine => [x, y, text.replace(/^(?:第.条|（.）)/u, '　　'), size]),
  )
  for (const style of styles) {
    const numbered = bare.map((lines, at): SetLine[] => [...lines, [600, 1540, style(at + 1)]])
    expect((await fed(numbered, [3, 1, 4, 2])).read.map((one) => one.split(' ')[1])).toEqual(['1,2,3,4'])
  }
})

test('two contracts whose sheets are mixed up are each put together where every sheet goes on with one of them alone', async () => {
  const lease = [
    sheet(
      ['出租人：王小满', '承租人：上海半亩餐饮有限公司', '第一条 房屋坐落：上海市普陀区武宁路20号。'],
      '房屋租赁合同',
    ),
    sheet(['第二条 月租金12000元。', '第三条 租期两年。']),
  ]
  const service = [CONTRACT[0] ?? [], CONTRACT[1] ?? []]
  const { read } = await fed([...lease, ...service], [2, 1, 4, 3])
  expect(read.map((one) => one.split(' ')[1])).toEqual(['1,2', '3,4'])
})

const LEASE = sheet(
  [
    '出租人（甲方）：王小满',
    '承租人（乙方）：上海半亩餐饮有限公司',
    '甲方将位于上海市普陀区武宁路20号的房屋出租给乙方，月租金12000元，租赁期限自2025年3月1日起至2028年2月29日止，乙方',
  ],
  '房屋租赁合同',
)
const MIDDLE: SetLine[] = [
  [120, 190, '应当在每月五日以前支付当月租金，逾期的按日支付违约金。甲方应当保证房屋'],
  [168, 240, '乙方承担使用房屋所发生的水、电、燃气费用，并爱护房屋及其设备。'],
  [168, 290, '未经甲方书面同意，乙方不得转租。'],
]
const SIGNED = sheet([
  '（以下无正文）',
  '甲方（签字）：王小满',
  '乙方（盖章）：上海半亩餐饮有限公司',
  '签订日期：2025年2月20日',
])
const ANNEXES = ['附件二：设施设备交接清单', '附件一：房屋平面示意'].map((title) =>
  sheet([title, '以交接当日双方确认的为准。']),
)

test('without numbers the title goes first, a sentence broken off goes on, the signatures close, annexes follow', async () => {
  expect((await fed([LEASE, SIGNED], [2, 1])).read).toEqual(['房屋租赁合同 1,2'])
  expect((await fed([LEASE, MIDDLE], [2, 1])).read).toEqual(['房屋租赁合同 1,2'])
  expect((await fed([LEASE, SIGNED, ...ANNEXES], [3, 4, 2, 1])).read).toEqual(['房屋租赁合同 1,2,4,3'])
})

test('a stack fed in from its last page is turned round, one whose middle sheets could lie either way is not', async () => {
  expect((await fed([LEASE, MIDDLE, SIGNED], [3, 2, 1])).read).toEqual(['房屋租赁合同 1,2,3'])
  const { read, doubts } = await fed([LEASE, MIDDLE, MIDDLE, SIGNED], [4, 1, 3, 2])
  expect(read[0]).not.toBe('房屋租赁合同 1,2,3,4')
  expect(doubts).toHaveLength(1)
})
