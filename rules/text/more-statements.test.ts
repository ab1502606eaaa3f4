import { expect, test } from 'vitest'
import { coversAct } from './authority.ts'
import { coversActivity } from './business-scope.ts'
import { suitsBusiness } from './house-use.ts'
import { listsSystem } from './management-systems.ts'
import { negated } from './negation.ts'
import { showsZone } from './zones.ts'

// A second list, of ways in which the first could be passed by accident: look-alikes, other scopes of a negation.
type Case = [said: string, asked: string, answer: boolean | null]

test.each<Case>([
  ['餐饮服务（热食类，限分支机构经营）', '餐饮服务', null],
  ['非遗文化推广；餐饮服务', '餐饮服务', true],
  ['无人售货机食品销售', '食品销售', true],
  ['除湿机销售，餐饮服务，外卖递送服务', '餐饮服务', true],
  ['建筑物拆除作业；餐饮服务；对外承包工程', '餐饮服务', true],
  ['餐饮服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）', '餐饮服务', true],
  ['食品、饮料及烟草制品批发', '食品销售', true],
  ['热食类食品制售；自制饮品制售', '餐饮服务', true],
  ['食品经营（销售预包装食品）', '散装食品销售', false],
  ['本企业不从事食品经营活动', '食品经营', false],
  ['饭店用品批发；餐饮设备租赁', '餐饮服务', false],
  ['宠物食品及用品零售', '食品销售', false],
  ['日用品销售；用品销售', '食品销售', false],
  ['食品销售（不含预包装食品）', '食品销售', true],
])('scope “%s” covers %s: %s', (said, asked, answer) => {
  expect(coversActivity(said, asked).answer).toBe(answer)
})

test.each<Case>([
  ['受托人有权代为签署、递交、补正及领取', '补正', true],
  ['受托人无权补正材料', '补正', false],
  ['接收补正告知书', '补正', false],
  ['除领取许可证需本人到场外，其余事项均可代办', '领取', false],
  ['除领取许可证需本人到场外，其余事项均可代办', '补正', true],
  ['特别授权', '补正', null],
  ['办理食品经营许可证新办手续', '食品经营许可', true],
  ['办理营业执照变更登记', '食品经营许可', false],
  ['办理许可证', '食品经营许可', null],
])('authority “%s” covers %s: %s', (said, asked, answer) => {
  expect(coversAct(said, asked).answer).toBe(answer)
})

test.each<Case>([
  ['从业人员健康及卫生管理制度', '从业人员健康管理', true],
  ['安全检查制度', '食品安全自查', null],
  ['供货方查验制度', '进货查验记录', null],
  ['食源性疾病报告制度', '食品安全事故处置', true],
  ['进货查验记求制度', '进货查验记录', true],
  ['食品安全自杳制度', '食品安全自查', null],
])('rules “%s” name %s: %s', (said, asked, answer) => {
  expect(listsSystem([said], asked).answer).toBe(answer)
})

test.each<Case>([
  ['清洗间', '餐用具清洗消毒', null],
  ['主食库', '仓储', true],
  ['地下车库', '仓储', false],
  ['就餐区（无）', '就餐', false],
  ['洗手消毒处', '餐用具清洗消毒', false],
])('plan “%s” shows %s: %s', (said, asked, answer) => {
  expect(showsZone([said], asked).answer).toBe(answer)
})

test('a use that names both is for a person', () => {
  expect(suitsBusiness('居住用房改为商业').answer).toBeNull()
  expect(suitsBusiness('非居住（商业）').answer).toBe(true)
  expect(suitsBusiness('公园与绿地/公共绿地').answer).toBe(false)
})

test('a negation ends with its bracket or its clause', () => {
  const text = '饭店（不含熟食、凉菜），零售'
  const mask = negated(text)
  expect([...text].filter((_, i) => mask[i]).join('')).toBe('不含熟食、凉菜')
})
