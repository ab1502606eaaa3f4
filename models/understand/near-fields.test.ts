import { expect, test } from 'vitest'
import type { Box } from '../../facts/fact.ts'
import { nearFields } from './near-fields.ts'
import { type SetLine, typeset } from './typeset.ts'

const printed: readonly SetLine[] = [
  [400, 80, '健康证明', 50],
  [100, 200, '姓名：王小明'],
  [100, 260, '性别：男'],
  [100, 320, '身份证号：310104199001010011'],
  [100, 380, '体检类别：食品'],
  [100, 440, '发证日期：2024年5月10日'],
  [100, 500, '有效期至：2025年5月9日'],
  [100, 560, '发证机构：上海市某某健康体检中心'],
  [100, 620, '编号：沪健2024000123'],
]
const footer: SetLine = [100, 1500, '本证遗失不补，请妥善保管。']

const box = (x0: number, y0: number, x1: number, y1: number): Box => [x0, y0, x1, y0, x1, y1, x0, y1]

function near(sets: readonly SetLine[]) {
  const page = typeset(sets)
  return nearFields(page, page.lines)
}

test('print about a label or a value matters, also where the first look read nothing; print far from all fields does not', () => {
  const matters = near([...printed, footer])
  expect(matters(box(100, 488, 400, 512))).toBe(true)
  expect(matters(box(380, 495, 392, 515))).toBe(true)
  expect(matters(box(100, 1488, 400, 1512))).toBe(false)
  expect(matters(box(800, 1100, 1000, 1300))).toBe(false)
})

test('where a field that every layout prints was not found, a label stands without its value, or the type is not known, all print matters', () => {
  const far = box(800, 1100, 1000, 1300)
  expect(near([...printed, footer])(far)).toBe(false)
  expect(near([...printed.filter(([, , text]) => !text.startsWith('姓名')), footer])(far)).toBe(true)
  expect(
    near([...printed.map(([x, y, text, h = 24]): SetLine => [x, y, text.replace('2025年5月9日', ''), h]), footer])(far),
  ).toBe(true)
  expect(near([footer])(far)).toBe(true)
})
