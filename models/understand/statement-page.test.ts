import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const STATEMENT: SetLine[] = [
  [160, 200, '根据《中华人民共和国民法典》等法律法规，'],
  [160, 250, '为保护不动产权利人合法权益，对不动产权利人'],
  [160, 300, '申请登记的本证所列不动产权利，经审查核实，'],
  [160, 350, '准予登记，颁发此证。'],
  [420, 600, '登记机构（章）'],
  [420, 650, '上海市自然资源确权登记局'],
  [420, 700, '2023年03月01日'],
]

const REGISTER: SetLine[] = [
  [160, 100, '沪（2023）普字不动产权第012345号'],
  [160, 170, '权利人　上海小满书店有限公司'],
  [160, 220, '坐落　上海市普陀区武宁路20号101室'],
  [160, 270, '不动产单元号　310107001001GB00012F00010001'],
  [160, 320, '权利类型　国有建设用地使用权/房屋所有权'],
  [160, 370, '用途　商业'],
]

test('the page with the office’s statement and seal belongs to the certificate of title behind it', async () => {
  const [first, ...rest] = await documentsOf(typeset(STATEMENT, { page: 1 }), typeset(REGISTER, { page: 2 }))
  expect(rest).toEqual([])
  expect(first?.documentType).toBe('不动产权证书')
  expect(first?.pages).toEqual([1, 2])
  const said = (field: string) => first?.fields[field]?.value
  expect([said('登记机构'), said('权利人')]).toEqual(['上海市自然资源确权登记局', '上海小满书店有限公司'])
})

test('a statement page alone is a certificate of title, other deeds that are granted are none', async () => {
  const kind = async (lines: SetLine[]) => (await documentsOf(typeset(lines, { page: 1 })))[0]?.documentType
  expect(await kind(STATEMENT)).toBe('不动产权证书')
  expect(await kind([[160, 200, '经审查核实，符合规定条件，准予登记。'], ...STATEMENT.slice(4)])).toBe('其他')
})
