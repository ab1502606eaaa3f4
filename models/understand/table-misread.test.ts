import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'
import { understand } from './understand.ts'

const people = async (...set: SetLine[]) =>
  (await documentsOf(typeset([[400, 60, '从业人员名单', 36], ...set])))[0]?.fields.人员?.value

const heads = (post: string): SetLine[] => [
  [120, 150, '姓名'],
  [280, 150, '证件号码'],
  [560, 150, post],
  [740, 150, '联系电话'],
]
const first: SetLine[] = [
  [120, 220, '程勇文'],
  [280, 220, '310112200101214690'],
  [560, 220, '厨师'],
  [740, 220, '15800000487'],
]

test('a heading with one character misread names the only column left that it may be', async () => {
  expect(await people(...heads('商位'), ...first)).toMatchObject([{ 姓名: '程勇文', 岗位: '厨师' }])
})

test('a heading that is no column at all names none, nor do two that may be the same', async () => {
  expect(await people(...heads('年龄'), ...first)).not.toMatchObject([{ 岗位: '厨师' }])
  expect(await people(...heads('商位'), [900, 150, '岗付'], ...first)).not.toMatchObject([{ 岗位: '厨师' }])
})

test('the rest of a name and of other words below a row belong to the row', async () => {
  const value = await people(
    ...heads('岗位'),
    ...first,
    [120, 280, '曾辉'],
    [280, 294, '31010420020908877X'],
    [530, 280, '食品安全管理'],
    [740, 294, '15000006385'],
    [130, 306, '旭'],
    [590, 306, '员'],
  )
  expect(value).toMatchObject([{ 姓名: '程勇文' }, { 姓名: '曾辉旭', 岗位: '食品安全管理员' }])
})

test('a short record close below another stays a record of its own when it has figures', async () => {
  const value = await people(...heads('岗位'), ...first, [120, 250, '沈玲'], [740, 250, '13900006065'])
  expect(value).toMatchObject([{ 姓名: '程勇文' }, { 姓名: '沈玲', 联系电话: '13900006065' }])
})

test('a number that was read as letters or hardly is read again where it stands', async () => {
  const page = typeset([
    [400, 60, '主要设备设施清单', 36],
    [250, 150, '设备名称'],
    [480, 150, '规格型号'],
    [660, 150, '数量'],
    [820, 150, '用途/位置'],
    [250, 200, '冷藏柜'],
    [480, 200, 'LC-610'],
    [672, 200, 'I1'],
    [820, 200, '切配区'],
  ])
  const boxes: number[][] = []
  const closer = (_: number, box: readonly number[]) => {
    boxes.push([...box])
    return Promise.resolve(['11', '11', ''].map((text) => ({ text, confidence: 0.95, alternatives: [] })))
  }
  const [document] = await understand([page], () => Promise.resolve({ text: '', confidence: 0 }), closer)
  expect(document?.fields.设备?.value).toMatchObject([{ 设备名称: '冷藏柜', 数量: 11 }])
  expect(document?.fields.设备?.confidence).toBeLessThan(0.6)
  expect(boxes).toHaveLength(1)
})

test('a heading over two columns names them together with theirs (证书 · 编号)', async () => {
  const value = await people(
    [120, 170, '姓名'],
    [280, 170, '身份证号码'],
    [560, 170, '岗位'],
    [830, 150, '证书'],
    [740, 190, '编号'],
    [920, 190, '有效期至'],
    [120, 240, '王丽'],
    [280, 240, '310104198805121230'],
    [560, 240, '厨师'],
    [720, 240, '徐健001'],
    [910, 240, '2026-09-09'],
  )
  expect(value).toMatchObject([{ 姓名: '王丽', 岗位: '厨师', 资质证书号: '徐健001' }])
})

test('以下空白 is no record', async () => {
  expect(await people(...heads('岗位'), ...first, [120, 290, '以下空白'])).toHaveLength(1)
})

test('a heading set upright in a narrow column is one heading, not a group of two', async () => {
  const value = await people(
    [130, 160, '姓'],
    [130, 184, '名'],
    [280, 172, '证件号码'],
    [560, 172, '岗位'],
    [740, 172, '联系电话'],
    ...first.map(([x, y, text]): SetLine => [x, y + 20, text]),
  )
  expect(value).toMatchObject([{ 姓名: '程勇文', 证件号码: '310112200101214690', 岗位: '厨师' }])
})
