import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feelFunctions } from './index.ts'

function call(name: string, ...args: unknown[]): unknown {
  const found = feelFunctions[name]
  if (!found) throw new Error(`no function ${name}`)
  return (found.run as (...inner: unknown[]) => unknown)(...args)
}

type Case = [name: string, args: unknown[], result: unknown]

test.each<Case>([
  ['地址一致', ['真北路1号101室', '上海市普陀区真北路1号101室'], true],
  ['地址一致', ['真北路1号', '上海市普陀区真北路1号101室'], false],
  ['地址一致', ['长风商务区', '上海市普陀区真北路1号101室'], null],
  ['地址覆盖', ['真北路1号', '真北路1号101室'], true],
  ['区', ['上海市卢湾区淮海中路1号'], '黄浦区'],
  ['属于区', ['上海市普陀区真北路1号', '普陀区'], true],
  ['属于区', ['上海市静安区共和新路1号', '普陀区'], false],
  ['属于区', ['真北路1号', '普陀区'], null],
  ['属于区', ['浙江省舟山市普陀区东港路1号', '普陀区'], false],
  ['名称一致', ['上海百味（普陀）餐饮有限公司', '上海百味(普陀)餐饮有限公司'], true],
  ['姓名一致', ['张三', '李四'], false],
  ['名单包含姓名', ['李大雪、张小寒', '张小寒'], true],
  ['名单包含姓名', ['李大雪，张小寒;王五', '李大雪、王五'], true],
  ['名单包含姓名', ['上海王小明置业有限公司', '王小明'], false],
  ['名单包含姓名', ['上海小满(普陀)餐饮有限公司', '上海小满（普陀）餐饮有限公司'], true],
  ['名单包含姓名', ['李大雪 张小寒', '李大雪'], null],
  ['名单包含姓名', ['李大雪、张小寒', '李大雪、王五'], false],
  ['名单包含姓名', ['李大雪', ''], false],
  ['身份证有效', ['11010519491231002X'], true],
  ['身份证有效', ['110105194912310021'], false],
  ['身份证有效', ['H12345678'], null],
  ['信用代码有效', ['91330100799655058B'], true],
  ['信用代码有效', ['91330100799655058C'], false],
  ['许可证编号有效', ['JY23101140041987'], true],
  ['手机号有效', ['13812345678'], true],
  ['手机号有效', ['021-65432109'], false],
  ['电话有效', ['021-65432109'], true],
  ['出生日期', ['11010519491231002X'], '1949-12-31'],
  ['出生日期', ['110105194912310021'], null],
  ['性别', ['11010519491231002X'], '女'],
  ['周岁', ['11010519491231002X', '2024-12-30'], 74],
  ['周岁', ['11010519491231002X', '2024-12-31'], 75],
  ['天数差', ['2024-02-28', '2024-03-01'], 2],
  ['在期内', [{ from: '2024-01-01', to: '长期' }, '2090-01-01'], true],
  ['在期内', [{ from: '2024-01-01', to: null }, '2024-06-01'], null],
  ['期间覆盖', [{ from: '2024-01-01', to: '2024-12-31' }, '2024-06-01', '2025-06-01'], false],
  ['期间覆盖', [{ from: '2024-01-01', to: '2026-12-31' }, '2024-06-01', '2025-06-01'], true],
  ['到期日', [{ from: '2024-01-01', to: '长期' }], '长期'],
  ['年份', ['2026-06-01'], 2026],
  ['年份', ['长期'], null],
  ['高企证书编号有效', ['GR202331001234'], true],
  ['高企证书编号有效', ['gr 2023 31 001234'], true],
  ['高企证书编号有效', ['GR20233100123'], false],
  ['高企证书编号有效', ['GR2023310012345'], false],
  ['高企证书编号有效', ['GR199931001234'], false],
  ['高企证书编号有效', ['GF201431001234'], null],
  ['加年', ['2024-02-29', 1], '2025-02-28'],
  ['加月', ['长期', 3], '长期'],
  ['加日', ['2024-12-31', 1], '2025-01-01'],
  ['面积相差', [100, 90], 0.1],
  ['面积相差', [0, 90], null],
  ['大写金额', [100_000_000], '壹佰万元整'],
  ['大写金额', [123_456], '壹仟贰佰叁拾肆元伍角陆分'],
  ['功能区包含', [[{ 名称: '烹调间', 面积: 20 }], '烹饪'], true],
  ['功能区包含', [[{ 名称: '厨房', 面积: 20 }], '烹饪'], null],
  ['制度包含', [['食品安全自查制度'], '食品安全自查'], true],
  ['制度包含', ['食品安全自查制度、进货查验记录制度', '进货查验记录'], true],
  ['体检类别适合', ['公共场所', '食品'], false],
])('%s(%j) is %j', (name, args, result) => {
  expect(call(name, ...args)).toEqual(result)
})

// Spring Festival 2024: off 02-10 to 02-17, working on Sundays 02-04 and 02-18.
test.each<Case>([
  ['工作日', ['2024-02-12'], false],
  ['工作日', ['2024-02-18'], true],
  ['工作日', ['2024-02-09'], true],
  ['工作日', ['2031-02-09'], null],
  ['工作日差', ['2024-02-09', '2024-02-18'], 1],
  ['工作日差', ['2024-02-18', '2024-02-09'], -1],
  ['工作日差', ['2026-12-31', '2027-01-31'], null],
  ['工作日加', ['2024-02-09', 1], '2024-02-18'],
  ['工作日加', ['2024-02-18', -1], '2024-02-09'],
  ['工作日加', ['2026-12-31', 5], null],
  ['工作日至少', ['2026-12-01', '2027-06-30', 90], true],
  ['工作日至少', ['2026-12-25', '2027-01-10', 40], false],
  ['工作日至少', ['2026-12-31', '2027-01-31', 15], null],
])('%s(%j) is %j', (name, args, result) => {
  expect(call(name, ...args)).toEqual(result)
})

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

test('counting and adding working days agree', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const to = call('工作日加', from, n)
      fc.pre(to !== null)
      expect(call('工作日差', from, to)).toBe(n)
      expect(call('工作日至少', from, to, n)).toBe(true)
      expect(call('工作日至少', from, to, n + 1)).toBe(false)
    }),
  )
})

test('every function declares its parameters, its result and one line of what it answers', () => {
  const types = ['text', 'number', 'boolean', 'date', 'date-range', 'list', 'any']
  for (const [name, { params, returns, doc, run }] of Object.entries(feelFunctions)) {
    expect(run.length, name).toBeLessThanOrEqual(params.length)
    for (const type of [...params, returns]) expect(types).toContain(type)
    expect(doc.length).toBeGreaterThan(5)
  }
})
