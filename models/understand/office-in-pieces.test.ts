import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

/** The office of an old hygiene licence whose lowest lines are these. */
async function officeOf(...lines: SetLine[]) {
  const [document] = await documentsOf(
    typeset(
      [
        [594, 284, '卫生许可证', 80],
        [356, 492, '单位名称：上海杨浦云裳浴室', 34],
        [349, 584, '法定代表人(负责人)：沈秋月', 36],
        [346, 676, '地址：上海市杨浦区控江路200号', 36],
        [342, 769, '许可项目：浴室', 36],
        [342, 850, '有效期限：2015年6月1日至2019年5月31日', 36],
        ...lines,
        [1290, 1094, '2015年6月1日', 36],
      ],
      { width: 1900, height: 1200 },
    ),
  )
  return document?.fields.发证机关
}

test('an office read in pieces of one row is taken from its beginning, and not surely', async () => {
  const office = await officeOf(
    [1000, 1012, '发证机关：上海市杨浦区', 34],
    [1385, 1017, '卫生健', 34],
    [1500, 1015, '健委员会', 34],
  )
  expect(office?.value).toBe('上海市杨浦区卫生健健委员会')
  expect(office?.confidence).toBeLessThanOrEqual(0.85)
})

test('without a label as well; other print before an office in its row leaves it open whether that is all', async () => {
  const parts = await officeOf([1000, 1012, '上海市杨浦区', 34], [1230, 1015, '卫生局', 34])
  expect(parts?.value).toBe('上海市杨浦区卫生局')
  expect(parts?.confidence).toBeLessThanOrEqual(0.85)
  const beside = await officeOf([300, 1012, '证照专用', 34], [1000, 1012, '上海市杨浦区卫生局', 34])
  expect(beside?.value).toBe('上海市杨浦区卫生局')
  expect(beside?.confidence).toBeLessThanOrEqual(0.85)
})

test('an office that stands alone in its row is sure', async () => {
  const office = await officeOf([1000, 1012, '上海市杨浦区卫生局', 34])
  expect(office?.value).toBe('上海市杨浦区卫生局')
  expect(office?.confidence).toBeGreaterThan(0.9)
})
