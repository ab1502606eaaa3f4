import { expect, test } from 'vitest'
import type { Strokes } from '../page.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const VALUES = ['91310104MA1FR1WF02', '上海味小馆餐饮有限公司', '张小明', '上海市普陀区武宁路20号']
const LABELS = ['统一社会信用代码', '名称', '法定代表人', '住所']

/** A licence set as label and value; the values' strokes are so straight (the labels' .4) and every `each`-th of their characters is doubtful. */
function licence(straight: number, each: number) {
  const page = typeset([
    [400, 60, '营业执照', 40],
    ...LABELS.map((text, i): [number, number, string] => [100, 200 + 80 * i, text]),
    ...VALUES.map((text, i): [number, number, string] => [500, 200 + 80 * i, text]),
  ])
  const isValue = (text: string) => VALUES.includes(text)
  const lines = page.lines.map((line) => ({
    ...line,
    characters: Array.from(line.text, (_, i) => (isValue(line.text) && i % each === each - 1 ? 0.6 : 0.99)),
  }))
  const strokes = new Map(
    lines.map((line): [(typeof lines)[number], Strokes] => {
      const share = isValue(line.text) ? straight : 0.4
      return [line, { straight: Float32Array.of(share), all: Float32Array.of(1) }]
    }),
  )
  return documentsOf({ ...page, lines, strokes })
}

test('values written by hand beside printed labels are said to be so and are never sure, also with a right check digit', async () => {
  const [document] = await licence(0.28, 6)
  const { 名称, 住所, 统一社会信用代码 } = document?.fields ?? {}
  for (const field of [名称, 住所]) {
    expect(field?.note).toContain('字迹为手写，请核对')
    expect(field?.confidence).toBeLessThanOrEqual(0.55)
  }
  expect(统一社会信用代码?.note).toContain('手写')
  expect(统一社会信用代码?.confidence).toBeLessThan(0.9)
})

test('the more of its characters are doubtful, the straighter may a hand be', async () => {
  const [[many], [few]] = await Promise.all([licence(0.345, 6), licence(0.345, 9)])
  expect(many?.fields.名称?.note).toContain('字迹为手写，请核对')
  expect(few?.fields.名称?.note ?? '').not.toContain('手写')
})

test('a slender face that was read surely is print, and so are doubtful characters as straight as the labels', async () => {
  for (const [straight, each] of [
    [0.28, 100],
    [0.38, 6],
  ] as const) {
    const [document] = await licence(straight, each)
    expect(document?.fields.名称?.value).toBe('上海味小馆餐饮有限公司')
    expect(document?.fields.名称?.note ?? '').not.toContain('手写')
  }
})
