import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const sublet = async (...clauses: string[]) => {
  const [lease] = await documentsOf(
    typeset([
      [420, 90, '房屋租赁合同', 44],
      [120, 160, '出租人（甲方）：上海浦江实业有限公司'],
      [120, 210, '承租人（乙方）：上海味小馆餐饮有限公司'],
      ...clauses.map((clause, i): [number, number, string] => [120, 280 + 40 * i, clause]),
    ]),
  )
  return lease?.fields.转租约定?.value
}

test('a clause on subletting is read from its beginning: 不得 before 转让、转租 is not lost', async () => {
  expect(await sublet('三、租金按月支付。', '四、乙方不得将房屋转让、转租给他人。')).toBe(
    '乙方不得将房屋转让、转租给他人。',
  )
})

test('it does not run back over the clause before, whose last stop was not read', async () => {
  expect(await sublet('三、租金按月支付', '四、未经甲方书面同意，乙方不得转租。')).toBe(
    '未经甲方书面同意,乙方不得转租。',
  )
})
