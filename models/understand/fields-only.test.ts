import { expect, test } from 'vitest'
import type { Mark } from '../../facts/reading.ts'
import { typeset } from './typeset.ts'
import { understand } from './understand.ts'

const seal: Mark = {
  kind: 'seal',
  present: true,
  page: 1,
  box: [380, 400, 560, 400, 560, 560, 380, 560],
  confidence: 0.9,
  colour: 'red',
}
const page = {
  ...typeset([
    [400, 80, '健康证明', 50],
    [100, 200, '姓名：王小明'],
    [100, 450, '发证机构：上海市某某健康体检中心'],
  ]),
  marks: [seal],
  colourless: false,
}
const nobody = async () => ({ text: '', confidence: 0 })

test('for fields only a seal still casts its doubt on the print below it, and neither marks nor copies are told', async () => {
  const [whole] = await understand([page], nobody)
  const [alone] = await understand([page], nobody, null, { only: 'fields' })
  expect(whole?.marks.map(({ kind }) => kind)).toContain('seal')
  expect(alone?.marks).toEqual([])
  expect(alone).not.toHaveProperty('copy')
  expect(alone?.fields).toEqual(whole?.fields)
  expect(alone?.fields.姓名?.value).toBe('王小明')
  const [other] = await understand([{ ...page, marks: [] }], nobody, null, { only: 'fields' })
  expect(other?.fields).not.toEqual(alone?.fields)
})

test('the ring of a seal is asked for where an office is named nowhere else, and only there', async () => {
  const licence = (office: string) => ({
    ...typeset([
      [400, 80, '食品经营许可证', 50],
      [100, 200, '经营者名称：上海一次过餐饮有限公司'],
      [100, 300, '许可证编号：JY23101040012345'],
      [700, 450, `发证机关：${office}`],
    ]),
    marks: [seal],
  })
  const asked: number[] = []
  const rings = async (page: number, marks: Mark[]) => {
    asked.push(page)
    return marks.map((mark) => ({ ...mark, ring: { text: '普陀区示例市场监督管理局', confidence: 0.98 } }))
  }
  const read = async (office: string) =>
    (await understand([licence(office)], nobody, null, { only: 'fields', rings }))[0]?.fields.发证机关
  expect(await read('')).toMatchObject({ value: '普陀区示例市场监督管理局', note: '读自印章上的字' })
  expect(asked).toEqual([1])
  expect((await read('普陀区示例市场监督管理局'))?.note).toBeUndefined()
  expect(asked).toEqual([1])
})
