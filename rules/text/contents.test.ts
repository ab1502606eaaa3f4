import { expect, test } from 'vitest'
import { coversActivity } from './business-scope.ts'
import { states } from './contents.ts'
import { listsSystem } from './management-systems.ts'
import { showsZone } from './zones.ts'

type Case = [said: string[], asked: string, answer: boolean | null]

test.each<Case>([
  [['选用低噪音、静音型发电机'], '低噪声设备', true],
  [['设置隔音围挡'], '低噪声设备', false],
  [['施工车辆进出工地禁止鸣号'], '禁止鸣笛', true],
  [['夜间严禁车辆鸣笛'], '禁止鸣笛', true],
  [['进场车辆禁鸣'], '禁止鸣笛', true],
  [['车辆倒车时鸣笛提醒'], '禁止鸣笛', null],
  [['设置隔声屏障'], '禁止鸣笛', false],
  [[], '禁止鸣笛', null],
  [['工地大门口设投诉热线021-55550000'], '投诉电话', true],
  [['未设投诉电话'], '投诉电话', false],
  [['3号楼底板混凝土连续浇筑'], '混凝土浇捣', true],
  [['钻孔灌注桩混凝土灌注'], '混凝土浇捣', false],
  [['地下室混凝土施工'], '混凝土浇捣', null],
  [['钻孔灌注桩混凝土灌注'], '钻孔灌注桩成孔', true],
  [['土方外运'], '深基坑开挖', null],
  [['内墙抹灰，抢进度'], '一般赶工', true],
  [['深基坑第二层土方开挖'], '一般赶工', false],
  [['脚手架拆除'], '特殊情况拆除', false],
  [['基坑支撑拆除'], '特殊情况拆除', true],
  [['底板一次浇筑，需连续多夜施工'], '超限理由', true],
  [['混凝土浇捣不能中断'], '超限理由', false],
  [['3层外墙门楣'], '楼顶', false],
  [['6层女儿墙上方'], '楼顶', true],
  [['铝塑板，内置LED模组'], '电子显示屏', false],
  [['门楣，不设电子显示屏'], '电子显示屏', false],
  [['全彩LED屏'], '电子显示屏', true],
  [['上海绿洁环境服务有限公司，清运协议'], '处置去向', true],
  [['我公司自行处理'], '处置去向', false],
  [['设锥桶和爆闪灯，行人从临时人行道绕行'], '警示设施', true],
  [['设锥桶和爆闪灯，行人从临时人行道绕行'], '行人通道', true],
  [['设锥桶和爆闪灯'], '行人通道', false],
  [['人行道结构恢复图', '缘石坡道详图'], '无障碍坡道', true],
  [['无障碍设计详图'], '无障碍坡道', true],
  [['不涉及绿化和管线'], '绿化', false],
  [['迁移行道树2棵，燃气管一处'], '管线', true],
  [['永久'], '施工临时', false],
  [['重型厢式货车2辆，2026年12月31日前投入'], '车型', true],
  [['重型厢式货车2辆，2026年12月31日前投入'], '车辆数量', true],
  [['重型厢式货车2辆，2026年12月31日前投入'], '投入期限', true],
  [['承诺购买重型厢式货车'], '车辆数量', false],
  [['承诺购买重型厢式货车'], '投入期限', false],
  [['承诺购买2辆车'], '车型', false],
])('%j states %s: %s', (said, asked, answer) => {
  expect(states(said, asked).answer).toBe(answer)
})

test.each<Case>([
  [['一般项目：洗车服务；汽车零配件零售'], '机动车清洗', true],
  [['一般项目：机动车修理和维护'], '机动车清洗', true],
  [['洗车设备销售；汽车用品销售'], '机动车清洗', false],
  [['许可项目：道路货物运输（不含危险货物）'], '道路货物运输', true],
  [['国内货物运输代理；仓储服务'], '道路货物运输', false],
  [['道路货物运输站经营'], '道路货物运输', false],
  [['货运服务'], '道路货物运输', null],
])('scope %j covers %s: %s', (said, asked, answer) => {
  expect(coversActivity(said.join('；'), asked).answer).toBe(answer)
})

test.each<Case>([
  [['安全生产责任制度', '驾驶员安全操作规程'], '安全生产责任制', true],
  [['安全生产责任制度', '驾驶员安全操作规程'], '安全操作规程', true],
  [['安全生产责任制度', '驾驶员安全操作规程'], '应急预案', false],
  [['安全管理制度'], '安全生产责任制', null],
  [['食品安全事故应急处置方案'], '应急预案', false],
  [['车辆维护保养制度'], '车辆技术管理', true],
])('rules %j name %s: %s', (said, asked, answer) => {
  expect(listsSystem(said, asked).answer).toBe(answer)
})

test.each<Case>([
  [['洗车工位1', '三级沉淀池', '隔油沉淀池'], '清洗车位', true],
  [['洗车工位1', '三级沉淀池', '隔油沉淀池'], '隔油池', true],
  [['洗车工位1', '三级沉淀池'], '循环水设备', false],
  [['雨水排水沟'], '排水口', null],
  [['无沉淀池'], '沉淀池', false],
])('plan %j shows %s: %s', (said, asked, answer) => {
  expect(showsZone(said, asked).answer).toBe(answer)
})
