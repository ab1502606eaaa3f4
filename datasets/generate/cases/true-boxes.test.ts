import { expect, test } from 'vitest'
import { sheet } from '../pages/primitives/sheet.ts'
import { line, paragraph } from '../pages/primitives/text.ts'
import { scan } from '../physics/photo.ts'
import { takePhoto } from '../physics/take.ts'
import { trueBoxes } from './true-boxes.ts'

const page = sheet({ width: 200, height: 100, density: 4 }, (ctx) => {
  line(ctx, '成立日期 2019 年 03 月 12 日', 20, 20, { size: 5 })
  line(ctx, '金　额：32,500.00元', 20, 40, { size: 5 })
  paragraph(ctx, '住所：上海市普陀区示例路一百二十号甲幢二层', 20, 60, 60, { size: 5 })
})
const fields = {
  成立日期: '2019-03-12',
  金额: { fen: 3_250_000, currency: 'CNY' },
  住所: '上海市普陀区示例路一百二十号甲幢二层',
  性别: '男',
  名称: '不在这一页',
}

test('a value is found where it is printed, however it is set and over several lines; what is not printed is nowhere', async () => {
  const flat = await takePhoto(page, { ...scan('flat', 800), blur: 0 })
  const boxes = trueBoxes(fields, page, flat)
  expect(Object.keys(boxes)).toEqual(['成立日期', '金额', '住所'])
  const [left, top, right, bottom] = boxes.成立日期?.[0] ?? [0, 0, 0, 0]
  expect([top, bottom].map((y) => Math.round(y * 100))).toEqual([16, 21])
  expect(left).toBeGreaterThan(0.15)
  expect(right).toBeLessThan(0.6)
  const home = boxes.住所?.[0] ?? [0, 0, 0, 0]
  expect(home[3] - home[1]).toBeGreaterThan(0.1)
})

test('a page that lies askew in the picture has its places where they lie there', async () => {
  const askew = await takePhoto(page, { ...scan('askew', 800), rotation: 20, perspective: 0.5 })
  const [left, top, right, bottom] = trueBoxes(fields, page, askew).成立日期?.[0] ?? [0, 0, 0, 0]
  const [flatLeft, flatTop, flatRight, flatBottom] = trueBoxes(fields, page, await takePhoto(page, scan('flat', 800)))
    .成立日期?.[0] ?? [0, 0, 0, 0]
  expect(bottom - top).toBeGreaterThan(2 * (flatBottom - flatTop))
  expect(right - left).toBeLessThan(flatRight - flatLeft)
})
