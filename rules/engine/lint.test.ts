import { expect, test } from 'vitest'
import { Check } from './check.ts'
import type { RuleFunctions } from './functions.ts'
import { lintExpression } from './lint.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary([
  {
    name: '营业执照',
    kind: 'slot',
    list: false,
    fields: new Map([
      ['名称', { type: 'org-name', label: '营业执照的名称' }],
      ['成立日期', { type: 'date', label: '营业执照的成立日期' }],
      ['营业期限', { type: 'date-range', label: '营业执照的营业期限' }],
      ['注册资本', { type: 'money', label: '营业执照的注册资本' }],
    ]),
  },
  {
    name: '健康证明',
    kind: 'slot',
    list: true,
    fields: new Map([
      ['姓名', { type: 'name', label: '健康证明的姓名' }],
      ['体检类别', { type: 'enum', label: '健康证明的体检类别', values: ['食品', '公共场所'] }],
      ['有效期至', { type: 'date', label: '健康证明的有效期至' }],
    ]),
  },
  {
    name: '禁入库',
    kind: 'source',
    list: true,
    fields: new Map([['证件号码', { type: 'code', label: '禁入库的证件号码' }]]),
  },
])

const functions: RuleFunctions = {
  在期内: { params: ['date-range', 'date'], returns: 'boolean', run: () => true },
  字数: { params: ['text'], returns: 'number', run: () => 1 },
}

const faults = (source: string) =>
  lintExpression(source, new Check(source, vocabulary, functions).parsed, vocabulary, functions, 'boolean').map(
    ({ message }) => message,
  )

test.each([
  '营业执照.成立日期 <= 今天',
  '营业执照.成立日期 in (date("2024-01-01"), > date("2025-01-01"))',
  '营业执照.成立日期 in [date("2024-01-01")..date("2025-01-01")]',
  '营业执照.成立日期 + duration("P1Y") <= date("2026-01-01")',
  '在期内(营业执照.营业期限, 今天) and 营业执照.营业期限.to > 今天',
  'not(营业执照.名称 = "甲") and 营业执照.名称 != "乙"',
  'every x in 健康证明 satisfies x.有效期至 >= 今天 and x.体检类别 = "食品"',
  'count(健康证明[体检类别 = "食品" and 有效期至 < 今天]) = 0',
  'count(健康证明[contains(姓名, "王") = true]) = 0',
  'count(健康证明) = 1 and count(健康证明[体检类别 = "食品"]) = 1',
  'count(健康证明[not(contains(姓名, "王")) = true]) = 0',
  'some h in 健康证明[contains(姓名, "王")] satisfies h.体检类别 = "食品"',
  '查过("禁入库", 营业执照.名称) and not(some b in 禁入库 satisfies b.证件号码 = 营业执照.名称)',
  'list contains(健康证明.有效期至, date("2026-01-01"))',
  'list contains(健康证明[体检类别 = "食品"].姓名, 营业执照.名称)',
  '健康证明[体检类别 = "食品"][1].有效期至 < 今天',
  '健康证明[1 + 1].有效期至 < 今天',
  '健康证明[item.有效期至 < 今天 and contains(姓名, "王")][1].姓名 = "王五"',
  'max(健康证明.有效期至) > 今天 and min(健康证明.有效期至, 今天) = 今天',
  '(今天 in 健康证明.有效期至) or count(for h in 健康证明 return h.有效期至 < 今天) > 0',
  '营业执照.营业期限.to < date("9999-12-31") and 营业执照.成立日期 > date(2024, 2, 29)',
  '营业执照.成立日期 + duration("P1Y6M") > @"2024-02-29" or duration("-P90D") < duration("PT12H")',
  '营业执照.名称 in ["甲（集团）", "乙"] // 全角括号在文字里可以',
])('accepts %s', (source) => {
  expect(faults(source)).toEqual([])
})

test.each([
  ['营业执照.成立日期 < "2024-01-01"', '日期不能和文字比较'],
  ['营业执照.营业期限.to > "2024-01-01"', '日期不能和文字比较'],
  ['营业执照.注册资本 > "100万"', '数字不能和文字比较'],
  ['营业执照.成立日期 in ("2024-01-01", "2024-01-02")', '日期不能和文字比较'],
  ['not(营业执照.成立日期 in (> "2024-01-01"))', '日期不能和文字比较'],
  ['营业执照.注册资本 in ("3", "4")', '数字不能和文字比较'],
  ['营业执照.名称', '的结果是文字，不是真假'],
  ['营业执照.名称 = "甲" and 字数(营业执照.名称)', '的结果是数字，不是真假'],
  ['营业执照.字号 = "甲"', '未知路径 营业执照.字号'],
  ['every x in 健康证明 satisfies x.证号 = "1"', 'x 没有字段 证号'],
  ['健康证明.证号 = "1"', '未知路径 健康证明.证号'],
  ['营业执照.注册资本 ＞ 100', '全角字符 ＞'],
  ['（营业执照.名称 = "甲"）', '全角字符 （'],
  ['营业执照.名称 = null', '规则里不写 null'],
  ['营业执照.成立日期 <= today()', '未登记的函数 today()'],
  ['now() > 今天', '未登记的函数 now()'],
  ['matches(营业执照.名称, "(a+)+")', '未登记的函数 matches()'],
  ['每个(营业执照.名称)', '未登记的函数 每个()'],
  ['every x in 健康证明 satisfies x.体检类别 = "餐饮"', '“餐饮”不是可选的值'],
  ['营业执照.成立日期 + 30 > 今天', '不能这样计算'],
  ['在期内(今天, 营业执照.营业期限)', '第 1 个参数要期间，给了日期'],
  ['在期内(营业执照.营业期限)', '要 2 个参数，写了 1 个'],
  ['已提供("房产证")', '已提供() 不认识 房产证'],
  ['count([已提供("营业执照")]) = 1', '已提供() 必须单独成句'],
  ['count(健康证明[contains(姓名, "王")]) = 0', '方括号里只写 contains(…) 不起筛选作用'],
  ['count(健康证明[not(contains(姓名, "王"))]) = 0', '方括号里只写 not(…) 不起筛选作用'],
  ['健康证明[(contains(姓名, "王"))][1].体检类别 = "食品"', '方括号里只写 contains(…) 不起筛选作用'],
  ['not(some b in 禁入库 satisfies b.证件号码 = "1")', '名单里没有，不等于没有这个人的记录'],
  ['count(禁入库[证件号码 = "1"]) = 0', '名单里没有，不等于没有这个人的记录'],
  ['查过("健康证明", 营业执照.名称)', '查过() 不认识 健康证明'],
  ['查过("禁入库")', '查过() 要写数据源和号码'],
  ['营业执照.名称 = ', '语法错误'],
  ['count(健康证明[有效期至 > "2026-01-01"]) > 0', '日期不能和文字比较'],
  ['count(健康证明[item.有效期至 > "2026-01-01"]) > 0', '日期不能和文字比较'],
  ['count(健康证明[体检类别 = "食品" and 有效期至 in (> "2026-01-01")]) > 0', '日期不能和文字比较'],
  ['健康证明[有效期至 > "2026-01-01"][1].姓名 = "甲"', '日期不能和文字比较'],
  ['some h in 健康证明[有效期至 > "2026-01-01"] satisfies h.姓名 = "甲"', '日期不能和文字比较'],
  ['count(健康证明[体检类别 = "餐饮"]) > 0', '“餐饮”不是可选的值'],
  ['count(健康证明[姓名]) > 0', '的结果是文字，不是真假'],
  ['健康证明[体检类别 = "食品"][1].有效期至 > "2026-01-01"', '日期不能和文字比较'],
  ['list contains(健康证明.有效期至, "2026-01-01")', '日期不能和文字比较'],
  ['list contains(健康证明[体检类别 = "食品"].有效期至, "2026-01-01")', '日期不能和文字比较'],
  ['list contains(distinct values(健康证明.有效期至), "2026-01-01")', '日期不能和文字比较'],
  ['"2026-01-01" in 健康证明.有效期至', '文字不能和日期比较'],
  ['营业执照.成立日期 in ["2024-01-01".."2025-01-01"]', '日期不能和文字比较'],
  ['max(健康证明.有效期至) > "2026-01-01"', '日期不能和文字比较'],
  ['count(for h in 健康证明 return h.有效期至 > "2026-01-01") > 0', '日期不能和文字比较'],
  ['(some h in 健康证明 satisfies h.有效期至 > "2026-01-01") = true', '日期不能和文字比较'],
  ['营业执照.成立日期 < date("2026-13-01")', '日历上没有 date("2026-13-01") 这一天'],
  ['营业执照.成立日期 < date("2026-02-29")', '日历上没有'],
  ['营业执照.成立日期 < date("2026-1-1")', '日历上没有'],
  ['营业执照.成立日期 < @"2026-04-31"', '日历上没有'],
  ['营业执照.成立日期 < date(2026, 13, 1)', '日历上没有'],
  ['count(健康证明[有效期至 < date("2026-13-01")]) = 0', '日历上没有'],
  ['营业执照.成立日期 + duration("90天") > 今天', '不是一段时间'],
  ['营业执照.成立日期 < date and time("2026-01-01T10:00:00")', '不比钟点'],
  ['健康证明[count(健康证明) = 1][1].体检类别 = "食品"', '方括号里数 健康证明 自己'],
  ['健康证明[count(健康证明[体检类别 = "食品"]) = 1][1].体检类别 = "食品"', '方括号里数 健康证明 自己'],
])('refuses %s', (source, message) => {
  expect(faults(source).join('；')).toContain(message)
})

test('the fix of a bare call in a filter is the text to write', () => {
  const source = 'count(健康证明[在期内({from: 有效期至, to: 有效期至}, 今天)]) = 0'
  const [issue] = lintExpression(
    source,
    new Check(source, vocabulary, functions).parsed,
    vocabulary,
    functions,
    'boolean',
  )
  expect(issue?.fix).toContain('今天) = true')
})
