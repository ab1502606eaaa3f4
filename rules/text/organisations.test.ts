import { expect, test } from 'vitest'
import { coversActivity } from './business-scope.ts'
import { states } from './contents.ts'
import { listsSystem } from './management-systems.ts'
import { isProperName } from './organisation-name.ts'
import { quotes, quotesAddress } from './quotes.ts'
import { scopeItems } from './scope-items.ts'
import { shareOfVotes } from './share-of-votes.ts'
import { suitsSpecialHours } from './special-hours.ts'

type Answer = boolean | null

test.each<[string, string, Answer]>([
  ['许可项目：劳务派遣服务。一般项目：企业管理咨询。', '劳务派遣', true],
  ['人力资源服务（不含职业中介活动、劳务派遣服务）', '劳务派遣', false],
  ['对外劳务派遣；企业管理', '劳务派遣', false],
  ['劳务派谴服务', '劳务派遣', null],
  ['企业管理咨询；家政服务', '劳务派遣', false],
  ['许可项目：职业中介活动。', '职业中介', true],
  ['人力资源服务（不含职业中介活动、劳务派遣服务）', '职业中介', false],
  ['人力资源服务', '职业中介', null],
  ['人才中介', '职业中介', true],
])('scope “%s” covers %s: %s', (scope, activity, answer) => {
  expect(coversActivity(scope, activity).answer).toBe(answer)
})

test.each<[string, string, Answer]>([
  ['劳动合同管理制度', '劳动合同', true],
  ['薪酬管理制度', '劳动报酬', true],
  ['五险一金缴纳办法', '社会保险', true],
  ['考勤管理制度', '工作时间', true],
  ['员工请休假管理办法', '休息休假', true],
  ['绩效考核办法', '劳动报酬', null],
  ['消防安全制度', '劳动纪律', false],
])('systems “%s” hold %s: %s', (title, name, answer) => {
  expect(listsSystem([title], name).answer).toBe(answer)
})

test.each<[string, string, Answer]>([
  ['同意公司名称变更为上海惊蛰（普陀）科技有限公司。', '上海惊蛰(普陀)科技有限公司', true],
  ['同意公司名称变更为上海惊垫科技有限公司。', '上海惊蛰科技有限公司', null],
  ['同意公司名称变更为上海谷雨科技有限公司。', '上海惊蛰科技有限公司', false],
  ['同意公司名称变更为北京白露商贸有限责任公司。', '上海惊蛰科技有限公司', false],
  ['同意增加软件开发', '软件开犮', false],
  ['', '软件开发', null],
  ['软件开发', '', null],
])('“%s” mentions %s: %s', (text, words, answer) => {
  expect(quotes(text, words)).toBe(answer)
})

test.each<[string, Answer]>([
  ['同意公司住所变更为：上海市普陀区长安路18弄3号102室。', true],
  ['住所由真北路1号迁至长安路18弄3号102室，其他不变', true],
  ['同意公司住所变更为上海市普陀区长安路18弄3号105室。', false],
  ['同意公司住所变更为上海市普陀区真北路1号101室。', false],
  ['同意变更住所。', null],
])('“%s” mentions the address 上海市普陀区长安路18弄3号102室: %s', (text, answer) => {
  expect(quotesAddress(text, '上海市普陀区长安路18弄3号102室')).toBe(answer)
})

test('an address that names no road cannot be looked for', () => {
  expect(quotesAddress('同意变更住所', '长风商务区')).toBe(null)
})

test.each<[string, number | null]>([
  ['出席100%，表决权80%同意', 80],
  ['代表百分之七十表决权的股东同意', 70],
  ['全体股东一致同意', 100],
  ['全票通过，占表决权的66.7%', 66.7],
  ['经股东讨论通过', null],
  ['同意0%', null],
  ['同意180%', null],
])('the votes of “%s” are %s', (text, share) => {
  expect(shareOfVotes(text)).toBe(share)
})

test('two thirds of the votes are 66.67 per cent', () => {
  expect(shareOfVotes('代表三分之二以上表决权的股东同意')).toBeCloseTo(66.67, 2)
})

test('a scope falls into its items without heads and standing remarks', () => {
  expect(
    scopeItems(
      '许可项目：餐饮服务；食品销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目：软件开发，技术服务（不含危险化学品、烟花）。',
    ),
  ).toEqual(['餐饮服务', '食品销售', '软件开发', '技术服务(不含危险化学品、烟花)'])
  expect(scopeItems('软件开发；技术服务、技术开发、技术咨询')).toEqual(['软件开发', '技术服务、技术开发、技术咨询'])
  expect(scopeItems('处方药、甲类非处方药')).toEqual(['处方药', '甲类非处方药'])
  expect(scopeItems('')).toEqual([])
})

test.each<[string, string, Answer]>([
  ['上海市普陀区小满小吃店', '个体工商户', true],
  ['小满小吃店', '个体工商户', false],
  ['杭州市西湖区小满小吃店', '个体工商户', null],
  ['上海市普陀区最佳小吃店', '个体工商户', false],
  ['上海市普陀区小满小吃', '个体工商户', false],
  ['上海惊蛰科技有限公司', '公司', true],
  ['惊蛰科技（上海）有限公司', '公司', true],
  ['上海惊蛰有限公司', '公司', null],
  ['上海有限公司', '公司', false],
  ['上海中国惊蛰科技有限公司', '公司', null],
  ['上海惊蛰科技中心', '公司', false],
  ['上海普陀惊蛰养老服务中心', '社会服务机构', true],
  ['上海市普陀区惊蛰养老服务中心', '社会服务机构', true],
  ['上海市惊蛰养老服务中心', '社会服务机构', false],
  ['上海惊蛰养老服务中心', '社会服务机构', null],
  ['', '公司', null],
  ['上海惊蛰科技有限公司', '合伙企业', null],
])('“%s” is a proper name of a %s: %s', (name, kind, answer) => {
  expect(isProperName(name, kind)).toBe(answer)
})

test.each<[string, string, Answer]>([
  ['销售代表', '不定时工作制', true],
  ['长途货运司机', '不定时工作制', true],
  ['前台文员', '不定时工作制', false],
  ['研发工程师', '不定时工作制', null],
  ['流水线操作工', '综合计算工时工作制（月）', true],
  ['财务会计', '综合计算工时工作制（月）', false],
  ['销售代表', '综合计算工时工作制（年）', null],
  ['全体员工', '不定时工作制', false],
  ['公司所有岗位', '综合计算工时工作制（季）', false],
  ['', '不定时工作制', null],
  ['销售代表', '标准工时', null],
])('post “%s” suits %s: %s', (post, kind, answer) => {
  expect(suitsSpecialHours(post, kind)).toBe(answer)
})

test.each<[string, string, Answer]>([
  ['第六条 股东的姓名、出资方式、出资额、出资日期如下', '股东出资方式', true],
  ['第六条 股东的姓名、出资方式、出资额、出资日期如下', '股东出资期限', true],
  ['第五条 股东认缴的出资额如下', '股东出资期限', false],
  ['第八条 股东会由全体股东组成，其议事规则如下', '公司机构及议事规则', true],
  ['第八条 公司设股东会、执行董事', '公司机构及议事规则', null],
  ['第二十条 法定代表人由执行董事担任', '法定代表人产生变更办法', true],
  ['第二十条 法定代表人：王小满', '法定代表人产生变更办法', null],
  ['负责人的产生、罢免的程序', '法定代表人产生罢免程序', true],
  ['法定代表人由理事长担任', '法定代表人产生罢免程序', null],
  ['资产管理和使用的原则', '资产管理使用原则', true],
  ['修改本章程须经理事会通过', '章程修改程序', true],
  ['终止后的剩余财产用于公益', '终止程序和资产处理', true],
  ['派遣人员数量和工作岗位', '派遣岗位', true],
  ['派遣员工人数：20人', '派遣人数', true],
  ['被派遣劳动者发生工伤的，由甲方申请认定', '工伤处理', true],
  ['本协议未约定其他事项', '工伤处理', false],
  ['三年来与劳动者签订劳动合同 300 份', '劳动合同订立', true],
  ['一年来执行情况良好', '执行情况', true],
  ['与上次相比岗位没有变化', '岗位变化', true],
  ['申请岗位：司机', '岗位变化', null],
  ['本次增加岗位两个', '岗位变化', true],
])('“%s” states %s: %s', (text, thing, answer) => {
  expect(states([text], thing).answer).toBe(answer)
})
