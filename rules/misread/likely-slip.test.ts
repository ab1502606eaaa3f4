import { expect, test } from 'vitest'
import { likelySlip } from './likely-slip.ts'

const slip = (read: string, other: string, confidence = 0.99) => likelySlip(read, other, { confidence })

test.each([
  ['老愧树餐饮店', '老槐树餐饮店', '愧', '槐'],
  ['上海朱来科技有限公司', '上海未来科技有限公司', '朱', '未'],
  ['王曼', '王旻', '曼', '旻'],
  ['王', '王喆', '', '喆'],
  ['上海市普陀区曹扬路188弄2号', '上海市普陀区曹杨路188弄2号', '扬', '杨'],
  ['曹扬路188弄2号', '上海市普陀区曹杨路188弄2号', '扬', '杨'],
  ['甲方为上海老愧树餐饮有限公司,住所地普陀区,以下简称甲方', '上海老槐树餐饮有限公司', '愧', '槐'],
  ['幸福·花店', '幸福花店', '·', ''],
])('%s may be %s: a character that looks alike or was lost, however sure the reader is', (read, other, a, b) => {
  const found = slip(read, other)
  expect(found?.slips).toEqual([{ read: a, other: b }])
  expect(found?.mended.includes(b)).toBe(true)
})

test.each([
  ['王芳', '王伟'],
  ['张三丰', '李四丰'],
  ['上海青松餐饮有限公司', '上海红梅餐饮有限公司'],
  ['长寿路12号', '长安路12号'],
  ['同一个', '同一个'],
])('%s is not %s: the characters do not look alike, or nothing differs', (read, other) => {
  expect(slip(read, other)).toBeNull()
})

test('a figure that differs is a difference when it was read surely, and only then', () => {
  for (const [read, other] of [
    ['长寿路12号', '长寿路13号'],
    ['长寿路12号', '长寿路112号'],
    ['第二分公司', '第三分公司'],
    ['沪A12345', '沪B12345'],
  ] as const) {
    expect(slip(read, other, 0.98)).toBeNull()
    expect(slip(read, other, 0.9)).not.toBeNull()
  }
  expect(slip('1O1室', '101室')?.mended).toBe('101室')
})

test('what the reader also saw at a character may stand there, a figure only when it was no faint sight', () => {
  const how = (text: string, at: number, probability: number) => ({
    ...{ confidence: 0.99, raw: '王芳12', rivals: [{ at, text, probability }] },
  })
  expect(likelySlip('王芳12', '王伟12', how('伟', 1, 0.01))?.slips).toEqual([{ read: '芳', other: '伟' }])
  expect(likelySlip('王芳12', '王丽12', how('伟', 1, 0.01))).toBeNull()
  expect(likelySlip('王芳12', '王芳13', how('3', 3, 0.1))).not.toBeNull()
  expect(likelySlip('王芳12', '王芳13', how('3', 3, 0.003))).toBeNull()
})

test('a number with the right check digit was not misread', () => {
  expect(slip('91310000MA1FL0XY6Q', '91310000MA1FL0XY6O', 0.5)).not.toBeNull()
  expect(slip('11010519491231002X', '11010519491231003X', 0.5)).toBeNull()
})

test('with a bracket read again, the number is written as the other one, brackets of its kind included', () => {
  expect(slip('普卫公证字2024)第310号', '普卫公证字〔2024〕第310号')?.mended).toBe('普卫公证字〔2024〕第310号')
})

test('two slips are believed in a long value only', () => {
  expect(slip('老愧树末来店', '老槐树未来店')).toBeNull()
  expect(slip('上海市普陀区曹扬路188弄2号老愧树店', '上海市普陀区曹杨路188弄2号老槐树店')?.slips).toHaveLength(2)
})

test('one character too many at an end may be print beside the value, unless the reader was sure; within it, it is another value', () => {
  expect(slip('子孙丽凤', '孙丽凤', 0.95)?.slips).toEqual([{ read: '子', other: '' }])
  expect(slip('中山北路1103号1层123室6', '中山北路1103号1层123室', 0.61)).not.toBeNull()
  expect(slip('子孙丽凤', '孙丽凤', 0.98)).toBeNull()
  expect(slip('孙子丽凤', '孙丽凤', 0.9)).toBeNull()
  expect(slip('上海小满餐饮有限公司分店', '上海小满餐饮有限公司', 0.9)).toBeNull()
})
