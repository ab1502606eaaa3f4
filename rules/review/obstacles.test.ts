import { expect, test } from 'vitest'
import { loadCatalogue } from '../catalogue/load.ts'
import { parsePointCases, pointCaseContext, scenarioOf } from '../catalogue/point-case.ts'
import type { Finding } from '../results.ts'
import { reviewPoint } from './review-points.ts'

const catalogue = loadCatalogue()

/** The finding on the one case that a text in the format of the points' tests tells. */
function findingOn(text: string): Finding {
  const [one] = parsePointCases(text)
  const scenario = one && scenarioOf(one, catalogue)
  const rule = scenario?.points.find(({ point }) => point.id === one?.point)
  if (!one || !scenario || !rule) throw new Error(`no such case: ${text}`)
  const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
  return reviewPoint(rule, context, knowledge(rule.point.severity))
}

/** A changed drain of a car wash: the drainage permit is older than the filing, if that is there. */
const drain = (slots: string, facts = '') =>
  findingOn(`
point: S024-P01
scenario: S024
at: 2026-06-01
cases:
  - name: 变更排水口
    facts:
      申请表.chg_item: [排水口]
      平面图.绘制日期: 2026-05-01
      ${facts}
    slots: ${slots}
    expect: unsure
`)

const permit = '排水许可证.有效期: 2023-01-01至2028-01-01'

test('a look about a paper that is there does not wait for another paper that is missing', () => {
  const { verdict, blockers } = drain('{ 原许可证: 缺 }', permit)
  expect(verdict).toBe('unsure')
  expect(blockers.map(({ settle }) => settle)).toEqual(['排水许可证是不是变更以后的'])
})

test('a look about a paper that another point asks for waits until it is there', () => {
  const { verdict, because } = findingOn(`
point: PREM-P03
scenario: S001
at: 2026-06-01
cases:
  - name: 没有产权证，也没有合同
    facts:
      申请表.prem_own: 租赁
      转租同意书.出租人: 王小满
      转租同意书.承租人: !没有
      转租同意书.房屋坐落: 上海市普陀区长安路18弄3号102室
    slots: { 不动产权证书: 缺, 房屋租赁合同: 缺 }
    expect: not-applicable
`)
  expect(verdict).toBe('not-applicable')
  expect(because).toContain('不动产权证书')
})

test('a file that nobody gave a number is told by its place in the pile', () => {
  const { verdict, message } = findingOn(`
point: IMG-P01
scenario: S001
at: 2026-06-01
cases:
  - name: 第二份没看完
    facts: { 材料: [{ 文件名: 执照.jpg, 序号: 1, 清晰: true }, { 文件名: 合同.jpg, 序号: !没有, 清晰: !看不清 }] }
    expect: unsure
`)
  expect(verdict).toBe('unsure')
  expect(message).toContain('上传文件第2份')
})
