import { expect, test } from 'vitest'
import type { Applicant } from '../index.ts'
import { answer, field, finding, run, silent } from '../small-case.ts'

const NUMBER = '31010719891214682X'
const OTHER = '310107199608313085'
const FIRM = '91330100799655058B'
const applicant: Applicant = { kind: 'person', name: '张三', idNumber: NUMBER }
const register = (record: Record<string, string>, more = {}) => answer('人口库', { 人员状态: '正常', ...record }, more)
const mine = register({ 姓名: '张三', 公民身份号码: NUMBER })
const others = register({ 姓名: '李四', 公民身份号码: OTHER })

test.each(['S084', 'S091'])(
  '%s: somebody else’s record fills no field and decides no point, and that is told',
  (scenario) => {
    const wrong = run([], { scenario, applicant, sources: [others] })
    const right = run([], { scenario, applicant, sources: [mine] })
    expect(JSON.stringify(wrong.form)).not.toContain('李四')
    expect(JSON.stringify(wrong.form)).not.toContain(OTHER)
    expect(wrong.form.filter(({ locked, source }) => locked && source === '人口库')).toEqual([])
    const register = '人口库答的是别人（别家）的记录，没有采用'
    expect(wrong.form.flatMap(({ unavailable }) => unavailable)).toContain(`${register}，请手工填写`)
    const verdicts = (judged: typeof wrong) => judged.findings.map(({ point, verdict }) => `${point} ${verdict}`)
    expect(verdicts(wrong)).toEqual(verdicts(run([], { scenario, applicant, sources: [silent('人口库')] })))
    expect([finding(right, 'FORM-P02').verdict, finding(wrong, 'FORM-P02').verdict]).toEqual(['pass', 'unsure'])
    const told = wrong.findings.flatMap(({ blockers }) => blockers).find(({ missing }) => missing === register)
    expect(told).toMatchObject({ state: 'unavailable', settle: expect.stringContaining('核对') })
  },
)

test('what an answer was asked about counts before the applicant', () => {
  const names = (sources: Parameters<typeof answer>[2]) =>
    run([], {
      scenario: 'S084',
      applicant,
      sources: [register({ 姓名: '李四', 公民身份号码: OTHER }, sources)],
    }).facts.facts.get('人口库.姓名')?.state
  expect(names({ asked: [OTHER] })).toBe('ok')
  expect(names({ asked: [NUMBER] })).toBe('unavailable')
})

test('the number in other characters, or no number at all, is the person’s own', () => {
  for (const record of [{ 公民身份号码: '３１０１０７１９８９１２１４６８２x' }, {}]) {
    const judged = run([], { scenario: 'S084', applicant, sources: [register({ 姓名: '张三', ...record })] })
    expect(field(judged, 'p_name')).toMatchObject({ value: '张三' })
    expect(judged.facts.facts.get('人口库.姓名')).toMatchObject({ value: '张三', state: 'ok' })
  }
})

test('another firm’s registration is not taken for a verified firm', () => {
  const sources = [answer('法人库', { 名称: '别家公司', 统一社会信用代码: '91310107MA1JARTA0X', 登记状态: '存续' })]
  const firm: Applicant = { kind: 'organisation', name: '上海小满餐饮有限公司', uscc: FIRM }
  expect(finding(run([], { applicant: firm, sources }), 'SUBJ-P03').verdict).toBe('unsure')
  expect(JSON.stringify(run([], { applicant: firm, sources }).form)).not.toContain('别家公司')
})

test('a record as of a day that never was is stale', () => {
  const judged = run([], { sources: [answer('法人库', { 登记状态: '存续' }, { asOf: 'yesterday' })] })
  expect(judged.facts.facts.get('法人库.登记状态')?.state).toBe('stale')
})
