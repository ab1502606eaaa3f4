import { expect, test } from 'vitest'
import { coversActivity } from './business-scope.ts'
import { states } from './contents.ts'
import { isBorneByOthers, tellsCause } from './cost-bearers.ts'
import { listsSystem } from './management-systems.ts'
import { mentions } from './mentions.ts'

test.each([
  ['批发Ⅲ类医疗器械', '第三类医疗器械', true],
  ['医疗器械批发（二类、三类）', '第三类医疗器械', true],
  ['Ⅲ类医疗器械批发', '第二类医疗器械', null],
  ['第三类医疗器械租赁', '第三类医疗器械', false],
  ['第三类医疗器械生产、销售', '第三类医疗器械', true],
  ['餐饮服务；酒店管理（不含餐饮服务）', '餐饮服务', true],
  ['酒店管理（不含餐饮服务）', '餐饮服务', false],
  ['出版物（限图书）零售', '出版物零售', true],
  ['美容、美发用品零售', '生活美容', false],
  ['字迹模糊', '餐饮服务', null],
])('scope %s covers %s: %s', (scope, activity, answer) => {
  expect(coversActivity(scope, activity).answer).toBe(answer)
})

test.each([
  ['放学路上被一辆三轮车撞了', true],
  ['干活时被工友推倒', true],
  ['被毒蛇咬', false],
  ['在韩国出差时骨折', true],
  ['在韩国街吃饭时滑倒', false],
  ['患者否认外伤及交通事故史', false],
])('%s puts the cost on somebody else: %s', (account, answer) => {
  expect(isBorneByOthers(account).answer).toBe(answer)
})

test.each([
  ['左手受伤', false],
  ['切菜时割了手', true],
  ['受伤经过不详', null],
])('%s tells the cause: %s', (account, answer) => {
  expect(tellsCause(account)).toBe(answer)
})

test.each([
  ['全年派出员工合计88人', '派遣人数', true],
  ['与客户单位3家合作', '派遣人数', false],
  ['和职工续签了劳动合同', '劳动合同订立', true],
  ['岗位变化没有说明', '岗位变化', false],
  ['出资应于2030年底日前付清，出资时间见附表', '股东出资期限', true],
])('%s states %s: %s', (text, thing, answer) => {
  expect(states([text], thing).answer).toBe(answer)
})

test.each([
  ['冷藏冷冻设备', '岛式冷冻柜', true],
  ['冷藏冷冻设备', '空调', false],
  ['温湿度监测', '手工记录温湿度表', false],
  ['消毒设备', '84消毒液', false],
  ['声明作废', '从未声明作废', false],
])('%s in %s: %s', (thing, text, answer) => {
  expect(mentions(text, thing)).toBe(answer)
})

test('checks of papers and people are no checks of equipment', () => {
  expect(listsSystem(['着装检查制度'], '设施设备安全检查').answer).toBe(false)
  expect(listsSystem(['器材每周点检表'], '设施设备安全检查').answer).toBe(true)
})
