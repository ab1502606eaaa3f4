import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('a commitment under its form’s version: clauses below the sentence, the date of who has signed, who commits alone', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '行政审批告知承诺书', 40],
      [460, 150, '（告知内容版本：2024年第1版）'],
      [100, 220, '事项名称：公共场所卫生许可'],
      [100, 260, '申请人：上海沐野健身管理有限公司'],
      [140, 340, '申请人就上述审批事项，现作出下列承诺：'],
      [140, 380, '（一）已经知晓审批机关告知的全部内容；'],
      [140, 420, '（二）能够符合审批机关告知的条件；'],
      [140, 460, '（三）愿意承担不实承诺的法律责任。'],
      [100, 560, '申请人（盖章）：'],
      [700, 560, '审批机关（盖章）：'],
      [100, 620, '承诺人：鲍文静'],
      [100, 700, '2025年8月22日'],
      [720, 700, '年　月　日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    告知内容版本: '2024年第1版',
    承诺内容: '(一)已经知晓审批机关告知的全部内容;(二)能够符合审批机关告知的条件;(三)愿意承担不实承诺的法律责任。',
    日期: '2025-08-22',
    签署人: ['鲍文静'],
    声明人: '鲍文静',
  })
})

test('a version that stands in brackets below the heading alone is read without its label', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '行政许可告知承诺书', 40],
      [900, 150, '（第2版）'],
      [100, 220, '事项名称：公共场所卫生许可'],
      [100, 260, '申请人：上海沐野健身管理有限公司'],
    ]),
  )
  expect(valuesOf(document).告知内容版本).toBe('第2版')
})

test('clauses of a lease: whose owner somebody is, is no use of the house; a heading is no agreement on subletting', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '上海市房屋租赁合同', 40],
      [100, 160, '网签备案编号：1678063282'],
      [100, 200, '出租方（甲方）：上海云渡物流有限公司'],
      [100, 240, '承租方（乙方）：上海拾光里商贸有限公司'],
      [140, 300, '1-2甲方作为该房屋的房地产权利人与乙方建立租赁关系。'],
      [140, 340, '1-3乙方向甲方承诺，租赁该房屋作为餐饮经营使用，并遵守国家有关规定。'],
      [140, 380, '七、转租、转让和交换'],
      [140, 420, '7-1关于该房屋的转租，甲、乙双方约定：未经出租人书面同意不得转租。'],
      [140, 460, '7-2在租赁期内，甲方如需出售该房屋，应提前三个月通知乙方。'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 房屋用途: '餐饮经营', 转租约定: '未经出租人书面同意不得转租' })
})

test('a heading on subletting alone, with clauses of something else below it, is no agreement', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '上海市房屋租赁合同', 40],
      [100, 200, '出租方（甲方）：上海云渡物流有限公司'],
      [140, 380, '七、转租、转让和交换'],
      [140, 420, '7-1在租赁期内，甲方如需出售该房屋，应提前三个月通知乙方。'],
    ]),
  )
  expect(valuesOf(document)).not.toHaveProperty('转租约定')
})

test('equipment written at its place on a plan is listed by how its name ends; rooms and the front desk are none', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 60, '经营场所平面布局图', 40],
      [200, 300, '就餐区 96.2㎡'],
      [700, 300, '烹饪间 38㎡'],
      [620, 200, '油烟净化器'],
      [820, 200, '炉灶'],
      [300, 200, '前台'],
      [100, 700, '洗手池'],
      [100, 900, '出入口：南侧一个。'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    设备设施位置: ['油烟净化器', '炉灶', '洗手池'],
    出入口: '南侧一个',
  })
})

test('a list of equipment signed with its date alone, handed in by an applying firm', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 60, '主要设备设施清单', 40],
      [100, 160, '申请单位：上海兰馨餐饮管理有限公司'],
      [100, 220, '序号'],
      [250, 220, '名称'],
      [500, 220, '型号/规格'],
      [750, 220, '数量'],
      [1000, 220, '放置位置'],
      [110, 270, '1'],
      [230, 270, '消毒柜'],
      [500, 270, 'YTP-380A'],
      [760, 270, '1'],
      [1000, 270, '洗消间'],
      [900, 500, '2025年9月3日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 单位名称: '上海兰馨餐饮管理有限公司', 填报日期: '2025-09-03' })
})

test('a system’s list of contents with dots and page numbers, one number unread', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 60, '食品安全管理制度', 40],
      [100, 160, '一、从业人员健康管理制度··'],
      [600, 160, '1'],
      [100, 200, '、应急处置预案'],
      [100, 240, '三、废弃物处置制度.·'],
    ]),
  )
  expect(valuesOf(document).制度名称清单).toEqual(['从业人员健康管理制度', '应急处置预案', '废弃物处置制度'])
})

test('the results of a report stand in a table: a column of items is a list, its headings are no labels, the conclusion stands below', async () => {
  const heads = ['序号', '检测项目', '单位', '检测结果', '标准限值', '判定']
  const rows = [
    ['1', '二氧化碳', '%', '0.06', '≤0.15', '合格'],
    ['2', '甲醛', 'mg/m3', '0.03', '≤0.10', '合格'],
    ['3', '细菌总数', 'CFU/皿', '6', '≤40', '合格'],
  ]
  const [document] = await documentsOf(
    typeset([
      [500, 80, '检测报告', 40],
      [100, 160, '报告编号：HJ-WS-2025-08142'],
      [100, 220, '受检单位：上海沐野健身管理有限公司'],
      ...[heads, ...rows].flatMap((cells, row) =>
        cells.map((text, column): [number, number, string] => [100 + 180 * column, 300 + 50 * row, text]),
      ),
      [100, 540, '结论：所检项目均符合要求。'],
      [100, 640, '批准：高亦凡'],
      [100, 800, '上海华净环境检测技术有限公司'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    检测项目: ['二氧化碳', '甲醛', '细菌总数'],
    检测结论: '所检项目均符合要求。',
    签发人: '高亦凡',
    检验机构: '上海华净环境检测技术有限公司',
  })
  expect(valuesOf(document)).not.toHaveProperty('受检人')
})

test('who watches over food safety stands in a table of its own: its number is not the legal representative’s', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '食品经营许可申请书', 40],
      [100, 160, '经营者名称：上海兰馨餐饮管理有限公司'],
      [100, 220, '法定代表人（负责人）：欧阳海'],
      [400, 300, '二、食品安全专业技术人员与食品安全管理人员'],
      [100, 360, '姓名'],
      [300, 360, '职务'],
      [500, 360, '身份证号码'],
      [900, 360, '专/兼职'],
      [100, 410, '蔺晓冬'],
      [300, 410, '总监'],
      [500, 410, '310104199001010011'],
      [900, 410, '专职'],
      [100, 600, '申请人保证：所填内容真实。'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    食品安全管理人员: '蔺晓冬',
    食品安全管理人员证件号码: '310104199001010011',
  })
  expect(valuesOf(document)).not.toHaveProperty('法定代表人证件号码')
})

test('names signed side by side are two; the name below another party’s place to sign is that party’s', async () => {
  const [letter] = await documentsOf(
    typeset([
      [420, 80, '居民家庭经济状况核对授权书', 40],
      [100, 160, '申请人：王小满'],
      [100, 220, '本人及共同生活的家庭成员授权核对机构查询、核对家庭成员的收入。'],
      [100, 400, '授权人（签名）：王小满'],
      [500, 400, '李立夏'],
    ]),
  )
  expect(valuesOf(letter).授权人).toEqual(['王小满', '李立夏'])
  const [commitment] = await documentsOf(
    typeset([
      [420, 80, '行政审批告知承诺书', 40],
      [160, 240, '申请人就申请的行政审批事项，现作出下列承诺：'],
      [160, 280, '所提交材料真实有效，愿意承担不实承诺的法律责任。'],
      [600, 390, '行政机关（盖章）：'],
      [100, 420, '申请人（盖章）：'],
      [600, 420, '上海市普陀区文化和旅游局'],
      [100, 460, '上海老槐树物流有限公司'],
    ]),
  )
  expect(valuesOf(commitment).申请人).toBe('上海老槐树物流有限公司')
})

test('the notes on the page beside a certificate are no part of its values', async () => {
  const labels = ['权利人', '共有情况', '坐落', '权利性质', '用途']
  const values = ['上海恒昌实业有限公司', '单独所有', '上海市普陀区真光路1473弄3号109室', '出让', '店铺']
  const notes = ['', '受理编号：普653220892318', '房屋竣工日期：2003年', '登记原因：买卖', '']
  const [document] = await documentsOf(
    typeset([
      [400, 80, '沪（2019）普字不动产权第021873号'],
      ...labels.flatMap((label, row): [number, number, string][] => [
        [100, 160 + 60 * row, label],
        [260, 160 + 60 * row, values[row] ?? ''],
        ...(notes[row] ? [[1000, 160 + 60 * row, notes[row]] as [number, number, string]] : []),
      ]),
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 共有情况: '单独所有', 坐落: values[2], 权利性质: '出让' })
})

test('a firm named where it seals is named without the words to seal', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 60, '主要设备设施清单', 40],
      [100, 160, '申请单位：普陀区小橘子面馆（盖章）'],
    ]),
  )
  expect(valuesOf(document).单位名称).toBe('普陀区小橘子面馆')
})

test('words of a seal that lie aslant on a page are no value', async () => {
  const page = typeset([
    [500, 80, '检测报告', 40],
    [100, 160, '报告编号：HJ-WS-2025-08142'],
    [100, 220, '检测结论'],
  ])
  const [last] = page.lines
  const aslant = { ...last, text: '检', confidence: 0.99, box: [300, 240, 445, 165, 480, 232, 335, 307] }
  const { lines } = { lines: [...page.lines, aslant] as typeof page.lines }
  const [document] = await documentsOf({ ...page, lines })
  expect(valuesOf(document)).not.toHaveProperty('检测结论')
})

test('options in cells of their own answer the question beside them, also where another column’s label stands above them', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '食品经营许可申请书', 40],
      [100, 160, '经营者名称'],
      [300, 160, '上海兰馨餐饮管理有限公司'],
      [100, 220, '主体业态'],
      [300, 220, '□餐饮服务经营者'],
      [560, 220, '□食品销售经营者'],
      [860, 220, '☑集中用餐单位食堂'],
      [100, 280, '经营面积'],
      [300, 280, '427.7'],
      [560, 280, '食品处理区面积'],
      [860, 280, '105.6'],
      [100, 340, '就餐场所面积'],
      [300, 340, '90.1'],
      [560, 340, '从业人员数'],
      [860, 340, '36'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 主体业态: '集中用餐单位食堂', 经营面积: 427.7, 食品处理区面积: 105.6 })
})

test('a clause below the heading of a lease’s use is not the use; an applicant’s identity number ends the name', async () => {
  const [lease] = await documentsOf(
    typeset([
      [420, 80, '上海市房屋租赁合同', 40],
      [100, 160, '出租人（甲方）：郑丽萍'],
      [100, 200, '承租人（乙方）：上海知更文化传播有限公司'],
      [140, 280, '二、租赁用途'],
      [140, 320, '2-1 乙方向甲方承诺，租赁该房屋作为办公使用，并遵守规定。'],
    ]),
  )
  expect(valuesOf(lease).房屋用途).toBe('办公')
  const [commitment] = await documentsOf(
    typeset([
      [420, 80, '证明事项告知承诺书', 40],
      [100, 160, '证明事项：户籍证明'],
      [100, 200, '申请人：徐若琳　　身份证号：310104199001010011'],
    ]),
  )
  expect(valuesOf(commitment).申请人).toBe('徐若琳')
})

test('a firm’s full mandate is a table: the name of the firm is the principal’s', async () => {
  const [document] = await documentsOf(
    typeset([
      [420, 80, '法人授权委托书', 40],
      [200, 160, '单位名称'],
      [450, 160, '上海知更文化传播有限公司'],
      [200, 220, '法定代表人'],
      [450, 220, '龚子轩'],
      [200, 280, '姓　　名'],
      [450, 280, '温如玉'],
      [200, 340, '身份证号码'],
      [450, 340, '310104199001010011'],
      [200, 400, '委托事项'],
      [450, 400, '办理出版物经营许可证延续手续'],
    ]),
  )
  expect(valuesOf(document).委托人).toBe('上海知更文化传播有限公司')
})
