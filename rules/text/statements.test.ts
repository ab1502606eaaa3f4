import { expect, test } from 'vitest'
import { coversAct } from './authority.ts'
import { coversActivity } from './business-scope.ts'
import { suitsExamination } from './examination.ts'
import { suitsBusiness } from './house-use.ts'
import { listsSystem } from './management-systems.ts'
import { showsZone } from './zones.ts'

// The phrases were written down from licences, letters and plans before the matchers, and are no copy of their words.
type Case = [said: string | string[], asked: string, answer: boolean | null]

const SCOPE: Case[] = [
  [
    '许可项目：餐饮服务；食品销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目：餐饮管理。',
    '餐饮服务',
    true,
  ],
  [
    '许可项目：餐饮服务；食品销售。（依法须经批准的项目，经相关部门批准后方可开展经营活动）一般项目：餐饮管理。',
    '食品销售',
    true,
  ],
  ['中型饭店（不含熟食卤味、生食海产品），酒类零售', '餐饮服务', true],
  ['餐饮企业管理，会议及展览服务，食品添加剂销售', '餐饮服务', false],
  ['餐饮企业管理，会议及展览服务，食品添加剂销售', '食品销售', false],
  ['一般项目：食品销售（仅销售预包装食品）；日用百货销售', '餐饮服务', false],
  ['一般项目：食品销售（仅销售预包装食品）；日用百货销售', '食品销售', null],
  ['一般项目：食品销售（仅销售预包装食品）；日用百货销售', '预包装食品销售', true],
  ['除餐饮服务以外的食品经营活动', '餐饮服务', false],
  ['食品经营', '餐饮服务', true],
  ['食品经营', '食品销售', true],
  ['食品经营', '食品经营', true],
  ['餐饮服务', '食品经营', true],
  ['食用农产品零售；食品用洗涤剂销售；食品添加剂销售；食品机械销售', '食品销售', false],
  ['销售食品、日用百货、针纺织品、五金交电', '食品销售', true],
  ['批发、零售：预包装食品、散装食品、乳制品（含婴幼儿配方乳粉）', '食品销售', true],
  ['食品流通，烟草专卖零售', '食品销售', true],
  ['从事计算机科技领域内的技术开发、技术咨询；企业管理咨询', '食品经营', false],
  ['酒店管理；住宿服务；餐饮服务（凭许可证经营）', '餐饮服务', true],
  ['餐饮服务（限分支机构经营）；企业管理', '餐饮服务', null],
  ['茶馆（不含餐饮服务）', '餐饮服务', false],
  ['健身休闲活动，不得从事餐饮服务', '餐饮服务', false],
  ['单位职工食堂', '餐饮服务', true],
  ['咖啡馆、饮品店；工艺品零售', '餐饮服务', true],
  ['许可项目：餐饮服各；一般项目：会务服务', '餐饮服务', null],
  ['', '餐饮服务', null],
  ['家政服务，餐饮服务除外', '餐饮服务', false],
  ['小吃服务（不产生油烟、异味、废气）', '餐饮服务', true],
]

const SYSTEMS: Case[] = [
  [['食品安全自检自查与报告制度'], '食品安全自查', true],
  [['卫生管理制度', '食品安全自查管理办法'], '食品安全自查', true],
  [['从业人员健康管理制度和培训管理制度'], '从业人员健康管理', true],
  [['员工健康检查及健康档案管理制度'], '从业人员健康管理', true],
  [['从业人员体检制度'], '从业人员健康管理', true],
  [['职业健康安全管理制度'], '从业人员健康管理', false],
  [['从业人员培训制度'], '从业人员健康管理', false],
  [['食品采购索证索票制度'], '进货查验记录', true],
  [['原料采购查验与台账制度'], '进货查验记录', true],
  [['食品进货查验和查验记录制度'], '进货查验记录', true],
  [['供应商管理制度', '仓库管理制度'], '进货查验记录', false],
  [['食品安全突发事件应急处置方案'], '食品安全事故处置', true],
  [['食物中毒应急预案'], '食品安全事故处置', true],
  [['消防应急预案', '投诉处理制度'], '食品安全事故处置', false],
  [['餐厨垃圾处理制度'], '餐厨废弃物处置', true],
  [['餐饮具清洗消毒保洁制度'], '清洗消毒', true],
  [[], '食品安全自查', null],
]

const AUTHORITY: Case[] = [
  ['代为办理食品经营许可申请、提交材料、补正材料、领取许可证及文书', '提交', true],
  ['代为办理食品经营许可申请、提交材料、补正材料、领取许可证及文书', '补正', true],
  ['代为办理食品经营许可申请、提交材料、补正材料、领取许可证及文书', '领取', true],
  ['全权代表本单位办理上述事宜', '补正', true],
  ['全权委托办理，含一切相关手续', '领取', true],
  ['办理证照', '办理', true],
  ['办理证照', '补正', false],
  ['办理证照', '领取', false],
  ['仅限递交材料，不得代领证件', '提交', true],
  ['仅限递交材料，不得代领证件', '领取', false],
  ['仅限递交材料，不得代领证件', '补正', false],
  ['同意修改有关表格的填写错误；同意领取许可证和有关文书', '补正', true],
  ['不同意修改企业自备文件的错误；同意修改有关表格的填写错误', '补正', null],
  ['代为领证', '领取', true],
  ['除领取证件外的一切事项', '领取', false],
  ['除领取证件外的一切事项', '补正', true],
  ['补充、修改申请材料，签收法律文书', '补正', true],
  ['', '补正', null],
]

const ZONES: Case[] = [
  [['原料初加工区', '烹调间', '洗碗间'], '粗加工', true],
  [['原料初加工区', '烹调间', '洗碗间'], '烹饪', true],
  [['原料初加工区', '烹调间', '洗碗间'], '餐用具清洗消毒', true],
  [['原料初加工区', '烹调间', '洗碗间'], '备餐', false],
  [['切配烹饪区', '餐具洗消间', '配餐间', '大厅'], '切配', true],
  [['切配烹饪区', '餐具洗消间', '配餐间', '大厅'], '备餐', true],
  [['切配烹饪区', '餐具洗消间', '配餐间', '大厅'], '就餐', true],
  [['厨房', '用餐区', '员工更衣室', '干货库'], '烹饪', null],
  [['厨房', '用餐区', '员工更衣室', '干货库'], '更衣', true],
  [['厨房', '用餐区', '员工更衣室', '干货库'], '仓储', true],
  [['冷菜间', '二次更衣间'], '专间', true],
  [['裱花间'], '专间', true],
  [['厨房', '就餐区'], '专间', false],
  [['炒菜间', '无就餐区'], '就餐', false],
  [['食品处理区', '包厢'], '就餐', true],
]

const USE: Case[] = [
  ['商业', '', true],
  ['店铺', '', true],
  ['商业、办公', '', true],
  ['沿街商铺', '', true],
  ['其他商服用地/商业服务', '', true],
  ['居住', '', false],
  ['住宅', '', false],
  ['工业用地/厂房', '', false],
  ['车库', '', false],
  ['商住两用', '', null],
  ['综合', '', null],
  ['非居住', '', null],
  ['用途为商业，不得用于居住', '', true],
  ['成套住宅', '', false],
  ['', '', null],
]

const EXAMINATION: Case[] = [
  ['食品', '食品', true],
  ['食品生产经营', '食品', true],
  ['餐饮服务从业', '食品', true],
  ['食品、公共场所', '食品', true],
  ['公共场所', '食品', false],
  ['饮用水', '食品', false],
  ['从业人员', '食品', null],
  ['', '食品', null],
]

const text = (said: string | string[]) => (Array.isArray(said) ? said.join('；') : said)

test.each(SCOPE)('scope “%s” covers %s: %s', (said, asked, answer) => {
  expect(coversActivity(text(said), asked).answer).toBe(answer)
})
test.each(SYSTEMS)('rules %j name %s: %s', (said, asked, answer) => {
  expect(listsSystem(said as string[], asked).answer).toBe(answer)
})
test.each(AUTHORITY)('authority “%s” covers %s: %s', (said, asked, answer) => {
  expect(coversAct(text(said), asked).answer).toBe(answer)
})
test.each(ZONES)('plan %j shows %s: %s', (said, asked, answer) => {
  expect(showsZone(said as string[], asked).answer).toBe(answer)
})
test.each(USE)('house use “%s” suits business: %3$s', (said, _, answer) => {
  expect(suitsBusiness(text(said)).answer).toBe(answer)
})
test.each(EXAMINATION)('examination “%s” is for %s: %s', (said, asked, answer) => {
  expect(suitsExamination(text(said), asked).answer).toBe(answer)
})

test('every answer but a plain no says which words it found', () => {
  expect(coversActivity('酒店管理；餐饮服务', '餐饮服务')).toMatchObject({ answer: true, found: '餐饮服务' })
  expect(coversAct('不得代领证件', '领取').why).toContain('不得')
})
