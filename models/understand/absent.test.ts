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
