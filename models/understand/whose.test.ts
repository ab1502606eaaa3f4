import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const [HIS, HERS] = ['310104199001010011', '32010219851203452X']

/** What a mandate of these lines says. */
async function mandate(...lines: SetLine[]) {
  const [document] = await documentsOf(
    typeset(
      [[500, 80, '委托书', 40], ...lines, [100, 700, '委托事项：代为领取出版物经营许可证'], [700, 900, '2025年3月6日']],
      {
        width: 1600,
        height: 2000,
      },
    ),
  )
  return { fields: document?.fields ?? {}, values: valuesOf(document) }
}

test('of two numbers behind two names in lines of text the agent’s is the one behind the agent', async () => {
  const { values } = await mandate(
    [100, 200, `委托人：龚子轩，身份证号：${HIS}，电话：13800001111`],
    [100, 260, `被委托人：温如玉，身份证号：${HERS}，电话：13900002222`],
  )
  expect(values).toMatchObject({ 受托人证件号码: HERS, 受托人电话: '13900002222' })
})

test('of two columns the agent’s numbers stand in the agent’s, whichever comes first', async () => {
  for (const [agent, principal] of [
    [900, 100],
    [100, 900],
  ] as const) {
    const { values } = await mandate(
      [principal, 200, '委托人：龚子轩'],
      [agent, 200, '代理人：温如玉'],
      [principal, 260, `身份证号码：${HIS}`],
      [agent, 260, `身份证号码：${HERS}`],
      [principal, 320, '电话：13800001111'],
      [agent, 320, '电话：13900002222'],
    )
    expect(values).toMatchObject({ 受托人证件号码: HERS, 受托人电话: '13900002222' })
  }
})

test('where only the principal’s numbers are printed the agent has none', async () => {
  const { fields } = await mandate(
    [100, 200, `委托人：龚子轩　身份证号：${HIS}　电话：13800001111`],
    [100, 260, '受托人：温如玉'],
  )
  expect(fields.受托人证件号码?.value).toBeNull()
  expect(fields.受托人电话?.value).toBeNull()
})

test('in one sentence the agent is whom the mandate goes to, also over a line’s end', async () => {
  const { values } = await mandate(
    [148, 200, `本人龚子轩（身份证号：${HIS}）现委托温如玉（身份证号：`],
    [100, 260, `${HERS}）代为办理出版物经营许可证注销手续。`],
  )
  expect(values.受托人证件号码).toBe(HERS)
})

test('two numbers that nothing ties to either party are not sure', async () => {
  const { fields } = await mandate(
    [100, 200, '委托人：龚子轩'],
    [100, 260, '受托人：温如玉'],
    [100, 320, `证件号码：${HIS}`],
    [100, 380, `证件号码：${HERS}`],
  )
  expect(fields.受托人证件号码?.confidence).toBeLessThanOrEqual(0.6)
})
