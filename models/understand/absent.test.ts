import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const title: SetLine = [300, 80, '个体工商户营业执照', 60]

const trader: SetLine[] = [
  title,
  [300, 200, '统一社会信用代码 91310104MA1FR1WF02'],
  [100, 260, '名　　　称'],
  [320, 260, '上海市徐汇区味小馆餐饮店'],
  [100, 320, '类　　　型'],
  [320, 320, '个体工商户'],
  [100, 380, '经营场所'],
  [320, 380, '上海市徐汇区漕溪北路398号'],
  [100, 440, '经　营　者'],
  [320, 440, '李四'],
  [100, 560, '注册日期'],
  [320, 560, '2020年05月06日'],
  [100, 680, '经营范围'],
  [320, 680, '餐饮服务。'],
]

const unprinted = ['营业期限', '注册资本', '组成形式', '登记机关', '登记日期']

test('on a licence of which nothing but the title could be read, no field is called absent', async () => {
  const [document] = await documentsOf(typeset([title]))
  expect(document?.documentType).toBe('营业执照')
  const states = Object.entries(document?.fields ?? {}).map(([name, { state }]) => [name, state])
  expect(states).not.toHaveLength(0)
  expect(states.filter(([, state]) => state === 'absent')).toEqual([])
  for (const name of unprinted) expect(document?.fields[name]?.confidence).toBeLessThan(0.6)
})

test('a trader’s licence read whole prints no 营业期限 and no 注册资本: they are surely absent', async () => {
  const [document] = await documentsOf(typeset(trader))
  for (const name of ['营业期限', '注册资本']) {
    expect(document?.fields[name]).toMatchObject({ value: null, state: 'absent' })
    expect(document?.fields[name]?.confidence).toBeGreaterThan(0.8)
  }
})

test('where the photograph itself is not clear, what was not found may only be unseen', async () => {
  for (const issue of ['blurred', 'glare', 'cropped', 'small'] as const) {
    const page = { ...typeset(trader), quality: { score: 0.7, issues: [issue], advice: [] } }
    const [document] = await documentsOf(page)
    expect(document?.fields.营业期限?.state).toBe('unreadable')
  }
  const askew = { ...typeset(trader), quality: { score: 0.9, issues: ['tilted' as const], advice: [] } }
  const [document] = await documentsOf(askew)
  expect(document?.fields.营业期限?.state).toBe('absent')
})

test('a certificate of which fewer than half the fields could be read is no clear photograph, whatever the page looks like', async () => {
  const [poor] = await documentsOf(typeset([title, ...trader.slice(1, 4)]))
  expect(poor?.quality.issues).toEqual(['blurred'])
  expect(poor?.quality.score).toBeLessThan(0.4)
  expect(poor?.quality.advice.join()).toContain('重拍')
  const [whole] = await documentsOf(typeset(trader))
  expect(whole?.quality).toEqual({ score: 1, issues: [], advice: [] })
})

test('fewer than half the fields of a small photograph are too small, those of a file’s own text are never blurred', async () => {
  const quality = { score: 0.75, issues: ['small' as const], advice: [] }
  const [small] = await documentsOf({ ...typeset([title]), quality })
  expect(small?.quality.issues).toEqual(['small'])
  expect(small?.quality.score).toBeLessThan(0.4)
  const [digital] = await documentsOf({ ...typeset([title]), digital: true })
  expect(digital?.quality.issues).toEqual([])
})

const health: SetLine[] = [
  [500, 80, '检验报告', 40],
  [100, 200, '报告编号：TJ2025398438'],
  [100, 250, '委托单位：上海示例餐饮有限公司'],
  [100, 300, '受检单位：上海示例餐饮有限公司'],
  [100, 350, '受检地址：上海市普陀区桃浦路710弄12号'],
  [100, 400, '检验日期：2025年12月25日'],
  [100, 450, '检测项目：内科、外科、血常规'],
  [100, 500, '检测结论：合格'],
  [100, 550, '报告日期：2025年12月27日'],
  [100, 600, '签发人：沈立'],
  [100, 650, 'CMA编号：SH2026080095'],
  [100, 700, '设备代码：31012345'],
]
const without = (...labels: string[]) => health.filter(([, , text]) => !labels.some((label) => text.includes(label)))

test('a row that somebody left out of a clear paper, nearly all of which was read, is blank and says why', async () => {
  const [document] = await documentsOf(typeset(without('检测结论')))
  expect(document?.fields.检测结论).toMatchObject({ value: null, state: 'absent' })
  expect(document?.fields.检测结论?.confidence).toBeGreaterThan(0.6)
  expect(document?.fields.检测结论?.note).toContain('没有这一栏')
})

test('a row is not said to be left out where the page is poor or much else is missing', async () => {
  const blurred = { ...typeset(without('检测结论')), quality: { score: 0.7, issues: ['blurred' as const], advice: [] } }
  expect((await documentsOf(blurred))[0]?.fields.检测结论?.state).toBe('unreadable')
  const [little] = await documentsOf(typeset(without('检测结论', 'CMA', '签发人')))
  expect(little?.fields.检测结论?.state).toBe('unreadable')
})

test('on a certificate no row is said to be left out', async () => {
  const [document] = await documentsOf(typeset(trader.filter(([, , text]) => !/类　|个体工商户$/u.test(text))))
  expect(document?.documentType).toBe('营业执照')
  expect(document?.fields.类型?.state).not.toBe('absent')
})

const lease: SetLine[] = [
  [500, 80, '房屋租赁合同', 40],
  [100, 200, '出租人（甲方）：上海示例物业有限公司'],
  [100, 250, '承租人（乙方）：上海样例餐饮有限公司'],
  [100, 300, '房屋坐落：上海市普陀区曹杨路500号'],
  [100, 350, '房屋用途：商业'],
  [100, 400, '建筑面积：120平方米'],
  [100, 450, '租赁期限：2025年1月1日至2027年12月31日'],
  [100, 500, '租金：每月12000元'],
]

test('what may stand on a last page that was not seen is not left out; once that page is there, it is', async () => {
  const [first] = await documentsOf(typeset(lease))
  expect(first?.fields.签订日期?.state).toBe('unreadable')
  const [whole] = await documentsOf(typeset([...lease, [100, 700, '甲方（盖章）：'], [700, 700, '乙方（盖章）：']]))
  expect(whole?.fields.签订日期?.state).toBe('absent')
})

test('a row is not said to be left out while a line begins with its label, and a colon read with a tail hides no value', async () => {
  const signed: SetLine[] = [...lease, [100, 700, '甲方（盖章）：'], [700, 700, '乙方（盖章）：']]
  const [open] = await documentsOf(typeset([...signed, [100, 560, '日期另行约定']]))
  expect(open?.fields.签订日期?.state).toBe('unreadable')
  const tailed = signed.map(([x, y, text]): SetLine => [x, y, text.replace('租金：', '租金；')])
  expect((await documentsOf(typeset(tailed)))[0]?.fields.租金?.state).toBe('ok')
})
