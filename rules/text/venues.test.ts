import { expect, test } from 'vitest'
import { coversActivity } from './business-scope.ts'
import { isDwelling } from './house-use.ts'
import { listsSystem } from './management-systems.ts'
import { testPassed, testsFor } from './test-items.ts'
import { showsZone } from './zones.ts'

// Phrases as they stand on licences, plans, reports and in rules; written together with the matchers, so not blind.
type Case = [said: string, asked: string, answer: boolean | null]

test.each<Case>([
  ['许可项目：出版物零售；出版物互联网销售。一般项目：文具用品零售。', '出版物零售', true],
  ['一般项目：图书销售；文具用品零售', '出版物零售', false],
  ['许可项目：出版物批发', '出版物零售', null],
  ['书报刊零售，工艺品销售', '出版物零售', true],
  ['除出版物零售外的文化用品经营', '出版物零售', false],
  ['包装装潢印刷品印刷；文件、资料等其他印刷品印刷', '印刷', true],
  ['印刷机械销售；印刷技术咨询', '印刷', false],
  ['图文设计制作，打字复印', '印刷', null],
  ['住宿服务；餐饮服务；停车场服务', '住宿', true],
  ['酒店管理；会议服务', '住宿', false],
  ['洗浴服务（足浴）', '沐浴', true],
  ['沐浴露、洗发水销售', '沐浴', false],
  ['足浴服务；保健按摩', '足浴', true],
  ['足浴盆批发', '足浴', false],
  ['生活美容服务；理发服务', '生活美容', true],
  ['医疗美容服务', '生活美容', false],
  ['宠物美容；汽车美容', '生活美容', false],
  ['医疗美容服务；健康咨询', '医疗美容', true],
  ['生活美容服务（不含医疗美容）', '医疗美容', false],
  ['非医疗美容服务', '医疗美容', false],
  ['母婴生活护理（不含医疗服务）', '母婴保健', true],
  ['母婴用品销售', '母婴保健', false],
  ['美发服务；化妆品零售', '美发', true],
  ['高危险性体育运动（游泳）；体育用品零售', '游泳', true],
  ['游泳衣、泳镜批发', '游泳', false],
  ['电影放映；食品销售', '影剧院', true],
  ['歌舞娱乐活动；酒吧服务', '歌舞娱乐', true],
  ['娱乐场所经营', '歌舞娱乐', null],
  ['游艺娱乐活动', '游艺娱乐', true],
  ['互联网上网服务；饮料零售', '互联网上网服务', true],
  ['互联网信息服务；计算机租赁', '互联网上网服务', false],
  ['高危险性体育运动（攀岩）', '高危险性体育', true],
  ['乒乓球培训；体育用品零售', '高危险性体育', false],
  ['百货零售；服装零售', '商场书店', true],
  ['博物馆服务；文创产品零售', '展览馆', true],
  ['会议及展览服务', '展览馆', null],
  ['会议服务', '展览馆', false],
  ['道路旅客运输站经营', '候车室', null],
  ['汽车客运站经营；小件寄存', '候车室', true],
  ['服装零售', '候车室', false],
])('scope “%s” covers %s: %s', (said, asked, answer) => {
  expect(coversActivity(said, asked).answer).toBe(answer)
})

test.each<Case>([
  ['公共用品用具更换、清洗、消毒、保洁制度', '公共用品用具清洗消毒', true],
  ['消毒制度', '公共用品用具清洗消毒', null],
  ['从业人员健康检查制度', '公共用品用具清洗消毒', false],
  ['卫生检测制度', '卫生检测', true],
  ['消防设备检测制度', '卫生检测', false],
  ['预防控制传染病传播应急预案', '传染病和健康危害事故应急', true],
  ['消防应急预案', '传染病和健康危害事故应急', null],
  ['承印验证制度', '承印验证', true],
  ['承印登记制度', '承印验证', false],
  ['印刷品承印登记制度', '承印登记', true],
  ['访客登记制度', '承印登记', null],
  ['印刷品保管制度', '印刷品保管', true],
  ['印刷品交付制度', '印刷品交付', true],
  ['印刷活动残次品销毁制度', '残次品销毁', true],
  ['考勤制度', '残次品销毁', false],
  ['安全生产岗位责任制度', '岗位责任', true],
  ['游泳池水处理操作规程', '安全操作规程', true],
  ['溺水事故应急救援预案', '突发事件应急预案', true],
  ['救生员值班制度', '突发事件应急预案', null],
  ['体育设施、设备、器材安全检查制度', '设施设备安全检查', true],
  ['考勤制度', '设施设备安全检查', false],
  ['上网消费者实名登记制度', '信息网络安全管理', true],
  ['未成年人禁止进入管理制度', '未成年人禁入', true],
  ['消防安全管理制度', '消防安全', true],
])('rules “%s” name %s: %s', (said, asked, answer) => {
  expect(listsSystem([said], asked).answer).toBe(answer)
})

test.each<Case>([
  ['布草间', '布草间', true],
  ['储物间', '布草间', null],
  ['大堂', '布草间', false],
  ['毛巾消毒间', '公共用品清洗消毒', true],
  ['浸脚消毒池', '公共用品清洗消毒', false],
  ['洗衣房', '公共用品清洗消毒', null],
  ['男淋浴室', '淋浴', true],
  ['男女卫生间', '公共卫生间', true],
  ['新风口', '通风排气', true],
  ['客房', '通风排气', false],
])('plan “%s” shows %s: %s', (said, asked, answer) => {
  expect(showsZone([said], asked).answer).toBe(answer)
})

test.each<Case>([
  ['室内空气中二氧化碳', '空气', true],
  ['池水尿素', '空气', false],
  ['温度、相对湿度、风速', '微小气候', true],
  ['泳池水温', '微小气候', false],
  ['毛巾细菌总数', '用品用具', true],
  ['游离性余氯', '水质', true],
  ['床单大肠菌群', '水质', false],
  ['集中空调送风中细菌总数', '集中空调', true],
  ['毛巾细菌总数', '集中空调', false],
])('tests “%s” take in %s: %s', (said, asked, answer) => {
  expect(testsFor([said], asked).answer).toBe(answer)
})

test.each<[string, boolean | null]>([
  ['所检项目均符合 GB 37488-2019 的要求', true],
  ['合格', true],
  ['本次检测结果达标', true],
  ['未见超标', true],
  ['无不合格项', true],
  ['池水尿素不合格，其余项目合格', false],
  ['二氧化碳超标', false],
  ['所检项目不符合标准要求', false],
  ['仅对来样负责', null],
  ['', null],
])('the conclusion “%s” is in order: %s', (said, answer) => {
  expect(testPassed(said).answer).toBe(answer)
})

test.each<[string, boolean | null]>([
  ['居住', true],
  ['住宅', true],
  ['非居住', null],
  ['商业', false],
  ['店铺', false],
  ['工业厂房', false],
  ['商住两用：居住、商业', null],
  ['', null],
])('the use “%s” is a dwelling: %s', (said, answer) => {
  expect(isDwelling(said).answer).toBe(answer)
})
