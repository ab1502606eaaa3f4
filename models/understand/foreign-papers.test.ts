import { expect, test } from 'vitest'
import { documentsOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

/** A paper with a tall heading and its lines below it. */
const paper = (heading: string, ...lines: string[]): SetLine[] => [
  [360, 90, heading, 44],
  ...lines.map((line, index): SetLine => [120, 190 + 50 * index, line]),
]

const kinds = async (...pages: SetLine[][]) =>
  (await documentsOf(...pages.map((lines, index) => typeset(lines, { page: index + 1 })))).map(
    ({ documentType, pages: of }) => `${documentType} ${of.join()}`,
  )

const bill = (payer: string, item: string, by: string) => [
  '票据代码：31060224',
  '票据号码：0020417735',
  `${payer}：顾望舒`,
  '校验码：7c2e9d',
  '开票日期：2024-09-02',
  `项目名称 数量 金额 ${item} 1 780.00`,
  '金额合计（大写）柒佰捌拾元整 （小写）780.00',
  `收款单位（章）：${by}`,
  '收款人：施蕾  复核人：陆平',
]

test.each([
  ['江苏省非税收入统一票据（电子）', '交款人', '考务费', '启明考试服务中心'],
  ['上海市资金往来结算票据（电子）', '交款人', '代办费', '青浦区启智小学'],
  ['上海市行政事业性收费统一票据', '交款人', '管理费', '青浦区晨光幼儿园'],
  ['公益事业捐赠统一票据（电子）', '捐赠人', '助学捐款', '青浦区仁爱基金会'],
  ['工会经费收入专用收据', '交款单位', '会费', '青浦区总工会'],
  ['非税收入一般缴款书（电子）', '交款人', '占道费', '青浦区城市管理局'],
  ['收据', '交款单位', '保证金', '青浦区某商行'],
])('%s is no bill of a hospital', async (title, payer, item, by) => {
  expect(await kinds(paper(title, ...bill(payer, item, by)))).toEqual(['其他 1'])
})

test('what a hospital takes in trust is no charge for treatment, a bill whose heading was lost still is', async () => {
  const more = ['住院号：5520187', '医疗机构类型：综合医院']
  const lines = bill('交款人', '伙食押金', '青浦区新桥医院')
  expect(await kinds(paper('上海市资金往来结算票据（电子）', ...lines, ...more))).toEqual(['其他 1'])
  expect(await kinds(paper('', ...lines, ...more))).toEqual(['医疗收费票据 1'])
})

const hygiene = (number: string, scope: string) =>
  paper(
    '卫生许可证',
    number,
    '单位名称：上海云栖坊有限公司',
    '单位地址：上海市青浦区盈港路77号',
    '法定代表人（负责人）：顾望舒',
    `许可项目：${scope}`,
    '有效期限：2016年4月1日至2020年3月31日',
    '发证机关：上海市青浦区卫生局',
  )

test('of the papers called 卫生许可证 the number tells the one for public places', async () => {
  expect(await kinds(hygiene('沪卫公证字（2016）第310118-0455号', '理发'))).toEqual(['公共场所卫生许可证 1'])
  expect(await kinds(hygiene('沪卫食证字[2016]第310118-0455号', '小型饭店'))).toEqual(['其他 1'])
  expect(await kinds(hygiene('沪卫水证字（2016）第0118455号', '二次供水'))).toEqual(['其他 1'])
})

const person = ['姓名：顾望舒  性别：男  民族：汉', '出生日期：1990年1月1日', '公民身份号码：310104199001010011']

test.each([
  ['户籍证明', [...person, '住址：上海市青浦区盈港路77号', '青浦公安分局夏阳派出所']],
  [
    '无犯罪记录证明',
    [
      '经查询，被查询人：顾望舒，性别：男，公民身份号码：310104199001010011，',
      '住址：上海市青浦区盈港路77号，未发现有犯罪记录。',
    ],
  ],
  [
    '上海市社会保险缴费情况',
    ['姓名：顾望舒  公民身份号码：310104199001010011', '缴费年月 单位名称 缴费基数', '202409 上海云栖坊有限公司 8000'],
  ],
  [
    '城镇职工基本养老保险缴费情况',
    ['姓名：顾望舒', '公民身份号码：310104199001010011', '缴费单位：上海云栖坊有限公司'],
  ],
])('%s is no identity card, though it prints the number', async (title, lines) => {
  expect(await kinds(paper(title, ...lines))).toEqual(['其他 1'])
})

const stay = ['姓名：顾望舒 性别：男 年龄：41岁', '住院号：5520187', '入院日期：2024年9月2日']

test('the papers of a stay in hospital that are no 出院小结', async () => {
  expect(await kinds(paper('入院记录', ...stay, '主诉：左膝疼痛', '初步诊断：半月板损伤'))).toEqual(['其他 1'])
  const front = ['出院日期：2024年9月9日', '出院诊断：半月板损伤', '实际住院：7天']
  expect(await kinds(paper('住院病案首页', ...stay, ...front))).toEqual(['其他 1'])
  const told = ['出院日期：2024年9月9日', '诊疗经过：详见入院记录。', '出院诊断：半月板损伤', '出院医嘱：休息']
  expect(await kinds(paper('出院小结', ...stay, ...told))).toEqual(['出院小结 1'])
})

const permit = (heading: string) =>
  paper(
    heading,
    '姓名：顾望舒',
    '性别：男  民族：汉',
    '出生：1990年1月1日',
    '户籍地址：安徽省芜湖市镜湖区',
    '居住地址：青竹路18号',
    '公民身份号码：310104199001010011',
    '签发机关：公安局',
    '有效期限：2024.01.02-2025.01.01',
  )

test('the residence permit of another province is not the one of Shanghai', async () => {
  expect(await kinds(permit('上海市居住证'))).toEqual(['上海市居住证 1'])
  expect(await kinds(permit('广东省居住证'))).toEqual(['其他 1'])
  expect(await kinds(permit('北京市居住证'))).toEqual(['其他 1'])
})

const lease = paper(
  '房屋租赁合同',
  '出租方（甲方）：上海云栖坊有限公司',
  '承租方（乙方）：顾望舒',
  '一、甲方将坐落于上海市青浦区盈港路77号的房屋出租给乙方使用。',
)

test('a page with the heading of another paper is not the next page of a contract', async () => {
  const divorce = paper('离婚证', '持证人：顾望舒', '登记日期：2024年9月2日')
  const driver = paper('机动车驾驶证', '证号 310104199001010011', '姓名 顾望舒', '准驾车型 C1')
  expect(await kinds(lease, divorce, driver)).toEqual(['房屋租赁合同 1', '其他 2', '其他 3'])
  const decision = paper(
    '股东会决议',
    '上海云栖坊有限公司于2024年9月2日召开股东会，决议如下：',
    '一、同意变更住所。',
    '全体股东签字：',
  )
  expect(await kinds(decision, paper('中华人民共和国护照', '姓名 顾望舒', '护照号 E20417735'))).toEqual([
    `${(await kinds(decision))[0]}`,
    '其他 2',
  ])
})

test('annexes and clauses set large go on with their contract', async () => {
  const clauses = paper('房屋的基本情况', '七、房屋内设施完好，乙方应当妥善使用。', '八、争议由双方协商解决。')
  const annex = paper('补充协议', '九、押金在交还房屋后七日内退还。')
  expect(await kinds(lease, clauses, annex)).toEqual(['房屋租赁合同 1,2,3'])
})
