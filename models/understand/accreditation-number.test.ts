import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('twelve figures behind another label are no accreditation number, which stands behind its own', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 80, '检测报告', 48],
      [100, 200, '报告编号：BG2026000123'],
      [100, 260, '委托单位：上海某某餐饮管理有限公司'],
      [100, 320, '检测依据：GB 4789.2'],
      [100, 380, '检测结论：合格'],
      [100, 440, 'CMA编号：沪普2026000456'],
      [100, 500, '设备代码'],
      [400, 500, '310020267788'],
    ]),
  )
  expect(document?.documentType).toBe('检测报告')
  expect(valuesOf(document).CMA编号).not.toBe('310020267788')
})
