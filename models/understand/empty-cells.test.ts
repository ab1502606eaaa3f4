import { expect, test } from 'vitest'
import type { Closer } from '../page.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

const page = typeset([
  [400, 60, '主要设备设施清单', 36],
  [250, 150, '设备名称'],
  [480, 150, '规格型号'],
  [660, 150, '数量'],
  [820, 150, '用途/位置'],
  [250, 200, '冷藏柜'],
  [480, 200, 'LC-610'],
  [670, 200, '12'],
  [820, 200, '切配区'],
  [250, 250, '保洁柜'],
  [480, 250, 'BJ-1200'],
  [820, 250, '烹饪区'],
])
const silent = () => Promise.resolve({ text: '', confidence: 0 })
const table = async (seen: Closer[]) => {
  const boxes: number[][] = []
  const closer = (_: number, box: readonly number[]) => {
    boxes.push([...box])
    return Promise.resolve(seen)
  }
  const [document] = await understand([page], silent, closer)
  return { field: document?.fields.设备, boxes }
}
const saw = (...texts: string[]): Closer[] => texts.map((text) => ({ text, confidence: 0.95, alternatives: [] }))

test('a digit that the detector passed over is read where its cell must be, and said to need a look', async () => {
  const { field, boxes } = await table(saw('7', '7', ''))
  expect(field?.value).toMatchObject([{ 数量: 12 }, { 数量: 7 }])
  expect(field?.confidence).toBeLessThan(0.6)
  // Level with its row, below the heading of its column.
  const [x0 = 0, y0 = 0, , , x1 = 0, y1 = 0] = boxes[0] ?? []
  expect((y0 + y1) / 2).toBeCloseTo(250, -1)
  expect((x0 + x1) / 2).toBeGreaterThan(660)
  expect((x0 + x1) / 2).toBeLessThan(710)
})

test('readings that do not agree leave the cell empty', async () => {
  expect((await table(saw('7', '1', ''))).field?.value).toMatchObject([{ 数量: 12 }, { 数量: null }])
})

const roster = (...missing: string[]) =>
  typeset(
    (
      [
        [400, 60, '从业人员名单', 36],
        [170, 150, '姓名'],
        [300, 150, '证件号码'],
        [580, 150, '岗位'],
        [720, 150, '资质证书号'],
        [920, 150, '联系电话'],
        [170, 220, '卢飞俊'],
        [300, 220, '510104198505214571'],
        [580, 220, '营业员'],
        [720, 220, '31247004517991'],
        [920, 220, '15000003647'],
        [170, 290, '梁飞晨'],
        [300, 290, '310104198202107499'],
        [580, 290, '药师'],
        [720, 290, '31247004517990'],
        [920, 290, '13800001076'],
      ] as const
    ).filter(([, , text]) => !missing.includes(text)),
  )
const people = async (...missing: string[]) => (await understand([roster(...missing)], silent))[0]?.fields.人员

test('a certificate number that one of them has not got leaves the list of people as sure as it was', async () => {
  const whole = await people()
  const field = await people('31247004517991')
  expect(field?.value).toMatchObject([{ 姓名: '卢飞俊', 资质证书号: null }, { 资质证书号: '31247004517990' }])
  expect(field?.confidence).toBe(whole?.confidence)
})

test('a row that lacks more than that, or a short word, is doubtful', async () => {
  for (const missing of [['31247004517991', '15000003647'], ['营业员']])
    expect((await people(...missing))?.confidence).toBeLessThan(0.6)
})
