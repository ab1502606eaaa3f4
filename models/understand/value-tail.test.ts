import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

/** Values of one page of lines below a heading. */
async function read(heading: string, ...lines: SetLine[]) {
  const [document] = await documentsOf(typeset([[500, 80, heading, 40], ...lines], { width: 1600, height: 2000 }))
  return { values: valuesOf(document), fields: document?.fields ?? {} }
}

test('what is said about a person behind the name is no part of it', async () => {
  for (const behind of ['，男，汉族', '；电话：13800001111', '（身份证号：310104199001010011）', '（签字）']) {
    const { values } = await read(
      '委托书',
      [100, 200, `委托人：龚子轩${behind}`],
      [100, 260, `受托人：温如玉${behind}`],
    )
    expect(values).toMatchObject({ 委托人: '龚子轩', 受托人姓名: '温如玉' })
  }
})

test('a firm keeps the brackets of its name and loses those of the place to seal', async () => {
  for (const firm of ['上海知更(集团)有限公司', '上海知更投资中心(有限合伙)']) {
    for (const behind of ['（盖单位公章）', '（加盖公章）', '，统一社会信用代码', '（以下简称甲方）']) {
      const { values } = await read('委托书', [100, 200, `委托单位：${firm}${behind}`], [100, 260, '受托人：温如玉'])
      expect(values.委托人).toBe(firm)
    }
  }
})

test('several owners are all of the value', async () => {
  const { values } = await read('不动产权证书', [100, 200, '权利人：龚子轩，温如玉'], [100, 260, '共有情况：共同共有'])
  expect(values.权利人).toBe('龚子轩,温如玉')
})

test('what a mandate is for ends before the sentence that gives it', async () => {
  const { values } = await read(
    '委托书',
    [100, 200, '委托人：龚子轩'],
    [148, 260, '本人因出差在外不能亲自办理车辆过户的有关手续，现授权温如玉为代理人，办理全部事项。'],
  )
  expect(values.委托事项).toBe('办理车辆过户的有关手续')
})

test('a price for each square metre and day is no rent', async () => {
  const { values } = await read(
    '房屋租赁合同',
    [100, 200, '出租人（甲方）：龚子轩'],
    [100, 260, '承租人（乙方）：上海知更文化传播有限公司'],
    [100, 320, '第四条 该商铺租金单价为每天每平方米4.20元，每月租金共计人民币9660.00元。'],
  )
  expect(values.租金).toMatchObject({ fen: 966000 })
  const { values: price } = await read(
    '房屋租赁合同',
    [100, 200, '出租人（甲方）：龚子轩'],
    [100, 260, '承租人（乙方）：上海知更文化传播有限公司'],
    [100, 320, '租金：4.20元/平方米/天'],
  )
  expect(price).not.toHaveProperty('租金')
})

test('the first clause below a numbered heading is not the heading’s value', async () => {
  for (const clause of ['3-1 乙方不得改变房屋的结构。', '第三条 乙方不得改变房屋的结构。']) {
    const { values } = await read(
      '房屋租赁合同',
      [100, 200, '出租人（甲方）：龚子轩'],
      [100, 260, '承租人（乙方）：上海知更文化传播有限公司'],
      [100, 320, '三、房屋用途'],
      [100, 380, clause],
    )
    expect(values).not.toHaveProperty('房屋用途')
  }
})

test('a term set in two lines around its label is whole', async () => {
  const certificate = (first: string, second: string): Promise<{ values: Record<string, unknown> }> =>
    read(
      '不动产权证书',
      [210, 290, '权利人', 30],
      [400, 290, '龚子轩', 30],
      [210, 370, '共有情况', 30],
      [400, 370, '单独所有', 30],
      [210, 450, '用途', 30],
      [400, 450, '商业', 30],
      [210, 540, '使用期限', 30],
      [400, 520, first, 30],
      [400, 560, second, 30],
    )
  for (const [first, second] of [
    ['国有建设用地使用权2011年4月8日', '起2051年4月7日止'],
    ['国有建设用地使用权2011年4月8日起', '2051年4月7日止'],
    ['国有建设用地使用权2011年4月8日起2051年4月7日', '止'],
  ] as const) {
    const { values } = await certificate(first, second)
    expect(values.使用期限).toBe(first + second)
  }
})

test('a part of a term is never sure', async () => {
  for (const part of ['止', '2011年4月8日', '2011年4月8日起2051年4月7日', '起2051年4月7日止']) {
    const { fields } = await read('不动产权证书', [100, 200, '权利人：龚子轩'], [100, 260, `使用期限：${part}`])
    expect(fields.使用期限?.confidence).toBeLessThan(0.9)
  }
  const { fields } = await read(
    '不动产权证书',
    [100, 200, '权利人：龚子轩'],
    [100, 260, '使用期限：2011年4月8日起2051年4月7日止'],
  )
  expect(fields.使用期限?.confidence).toBeGreaterThan(0.9)
})
