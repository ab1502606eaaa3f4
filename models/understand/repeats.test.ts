import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { grid } from './samples/sample.ts'
import { typeset } from './typeset.ts'

const [his, hers] = ['340103197805031414', '310107198509077246']

const certificate = (sexes: readonly [string, string], numbers: readonly [string, string] = [his, hers]) =>
  documentsOf(
    typeset(
      [
        [420, 80, '结婚证', 50],
        ...grid([100, 300], 180, 56, [
          ['登记日期', '2019年05月20日'],
          ['结婚证字号', 'J310104-2019-001234'],
        ]),
        ...grid([100, 260, 560, 720], 460, 56, [
          ['姓　名', '王小明', sexes[0] && '性　别', sexes[0]],
          ['国　籍', '中国', '', ''],
          [numbers[0] && '身份证件号', numbers[0], '', ''],
        ]),
        ...grid([100, 260, 560, 720], 680, 56, [
          ['姓　名', '李小红', sexes[1] && '性　别', sexes[1]],
          ['国　籍', '中国', '', ''],
          [numbers[1] && '身份证件号', numbers[1], '', ''],
        ]),
      ],
      { width: 1000, height: 1000 },
    ),
  )

test('of two blocks one that does not say whose it is belongs to the other person', async () => {
  const [document] = await certificate(['', '女'])
  expect(valuesOf(document)).toMatchObject({ 男方姓名: '王小明', 女方姓名: '李小红' })
})

test('without 性别 the 17th figure of the number tells husband and wife, in either order', async () => {
  const [document] = await certificate(['', ''])
  expect(valuesOf(document)).toMatchObject({
    男方姓名: '王小明',
    男方证件号码: his,
    女方姓名: '李小红',
    女方证件号码: hers,
  })
  const [turned] = await certificate(['', ''], [hers, his])
  expect(valuesOf(turned)).toMatchObject({ 男方姓名: '李小红', 女方姓名: '王小明' })
})

test('two blocks that say nothing are nobody’s', async () => {
  const [document] = await certificate(['', ''], ['', ''])
  const values = valuesOf(document)
  expect([values.男方姓名, values.女方姓名]).toEqual([undefined, undefined])
})
