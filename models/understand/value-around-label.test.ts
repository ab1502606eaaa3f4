import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('the second line of a value is its label’s, not that of the labels set flush below it', async () => {
  for (const [first, second] of [
    ['商服用地2011年4月8日起', '2051年4月7日止'],
    ['商服用地2011年4月8日起2051年4月7日', '止'],
  ] as const) {
    const [document] = await documentsOf(
      typeset([
        [500, 80, '不动产权证书', 40],
        [210, 290, '权利人', 30],
        [400, 290, '龚子轩', 30],
        [210, 370, '共有情况', 30],
        [400, 370, '单独所有', 30],
        [210, 450, '用途', 30],
        [400, 450, '商业', 30],
        [210, 540, '使用期限', 30],
        [400, 522, first, 30],
        [400, 562, second, 30],
        [400, 620, '土地状况', 30],
        [400, 660, '宗地面积：860.00㎡', 30],
        [400, 700, '房屋状况', 30],
        [400, 740, '总层数：6', 30],
      ]),
    )
    expect(valuesOf(document).使用期限).toBe(first + second)
  }
})

test('a bracket that opens before the label closes behind the value', async () => {
  for (const [line, value] of [
    ['（合同编号ZL-2025-0117）', 'ZL-2025-0117'],
    ['（合同编号：（2025）租字0117）', '(2025)租字0117'],
  ] as const) {
    const [document] = await documentsOf(
      typeset([
        [400, 80, '房屋租赁合同', 60],
        [460, 160, line],
        [100, 240, '出租方（甲方）：龚子轩'],
        [100, 300, '承租方（乙方）：上海知更文化传播有限公司'],
      ]),
    )
    expect(valuesOf(document).合同编号).toBe(value)
  }
})
