import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

test('a value that fills its line goes on at the margin of its label', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 60, '授权委托书', 50],
      [100, 200, '委托人：上海宏达餐饮有限公司'],
      [100, 260, '受托人姓名：李四'],
      [100, 320, '委托权限：'],
      [225, 320, '代为提交食品经营许可申请、补正材料、接受询问、领取证照和'],
      [100, 365, '文书'],
      [100, 430, '委托期限：自2026年01月07日至2026年07月06日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    委托权限: '代为提交食品经营许可申请、补正材料、接受询问、领取证照和文书',
  })
})

test('a list runs over the lines of its cell', async () => {
  const [document] = await documentsOf(
    typeset([
      [360, 60, '食品安全管理制度', 50],
      [360, 200, '食品安全自查制度、从业人员健康管理制度、进货查验'],
      [100, 235, '制度名称清单'],
      [360, 235, '记录制度、食品安全事故处置制度、从业人员培训管理'],
      [360, 270, '制度、餐厨废弃物处置制度'],
      [124, 340, '单位名称'],
      [360, 340, '上海宏达餐饮有限公司'],
      [124, 400, '实施日期'],
      [360, 400, '2026年1月26日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    制度名称清单: [
      '食品安全自查制度',
      '从业人员健康管理制度',
      '进货查验记录制度',
      '食品安全事故处置制度',
      '从业人员培训管理制度',
      '餐厨废弃物处置制度',
    ],
  })
})

test('what stands far left of a label that begins its line belongs to another column', async () => {
  const [document] = await documentsOf(
    typeset([
      [560, 60, '租房合同', 50],
      [100, 200, '出租人（甲方）：上海桃源置业有限公司'],
      [760, 200, '承租人（乙方）：上海麦里医疗器械有限公司'],
      [100, 250, '房屋坐落：'],
      [330, 250, '上海市普陀区光新路498弄8号127室'],
      [100, 300, '房屋用途：'],
      [330, 300, '商业'],
      [760, 300, '建筑面积：'],
      [960, 300, '113.9㎡'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    承租人: '上海麦里医疗器械有限公司',
    房屋坐落: '上海市普陀区光新路498弄8号127室',
  })
})

test('the back of a card below its front is read, though its labels stand right of the front’s', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 60, '姓名李四'],
        [100, 110, '性别男民族汉'],
        [100, 160, '出生1980年7月14日'],
        [100, 210, '住址浙江省杭州市上城区新建路'],
        [172, 245, '283号3幢203室'],
        [100, 330, '公民身份号码'],
        [280, 330, '310104199001010011'],
        [300, 560, '中华人民共和国', 34],
        [290, 620, '居民身份证', 40],
        [270, 760, '签发机关杭州市公安局上城分局'],
        [270, 810, '有效期限2018.11.29-2038.11.29'],
      ],
      { width: 900, height: 1200 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({
    签发机关: '杭州市公安局上城分局',
    有效期限: { from: '2018-11-29', to: '2038-11-29' },
  })
})

test('print named like a label below that label is its value', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [360, 60, '上海宏达健身有限公司平面布局图', 40],
        [1000, 200, '申请人：'],
        [1000, 235, '上海宏达健身有限公司'],
        [1000, 280, '总面积：'],
        [1000, 315, '127.60㎡'],
        [1000, 360, '比例：'],
        [1000, 395, '1:100，尺寸单位mm'],
        [1000, 440, '出入口：'],
        [1000, 475, '主出入口南侧，后门北侧'],
        [1000, 520, '绘制日期：'],
        [1000, 555, '2026年09月26日'],
      ],
      { width: 1500, height: 1000 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({ 出入口: '主出入口南侧,后门北侧' })
})

test('print at the foot of the page is no second record of a table of one', async () => {
  const [document] = await documentsOf(
    typeset([
      [440, 60, '从业人员名单', 50],
      [100, 200, '序号'],
      [220, 200, '姓名'],
      [380, 200, '证件号码'],
      [700, 200, '岗位'],
      [860, 200, '联系电话'],
      [110, 250, '1'],
      [220, 250, '孟敏萍'],
      [340, 250, '310104198911101786'],
      [690, 250, '厨师'],
      [850, 250, '18600006013'],
      [700, 1500, '样例'],
    ]),
  )
  expect(valuesOf(document).人员).toHaveLength(1)
})

test('a speck beyond the end of a line is no part of its value', async () => {
  const page = typeset([
    [100, 60, '授权委托书', 50],
    [100, 200, '委托人：上海宏达餐饮有限公司'],
    [100, 260, '受托人姓名：'],
    [260, 260, '李四'],
    [900, 260, '6'],
    [100, 320, '委托期限：自2026年01月07日至2026年07月06日'],
  ])
  const lines = page.lines.map((line) => (line.text === '6' ? { ...line, confidence: 0.45 } : line))
  const [document] = await documentsOf({ ...page, lines })
  expect(valuesOf(document)).toMatchObject({ 受托人姓名: '李四' })
})

test('a plan is not sure of its rooms when print among them is none, or a room’s name has a doubtful character', async () => {
  const plan = (name: string, number: string) =>
    typeset(
      [
        [300, 60, '上海宏达网吧平面布局图', 40],
        [200, 300, '上网营业区'],
        [200, 330, '107.60㎡'],
        [500, 300, name, 14],
        [500, 318, number, 14],
        [800, 290, '休闲区'],
        [800, 320, '14.60㎡'],
        [300, 600, '机房'],
        [300, 630, '7.30㎡'],
        [1100, 300, '总面积：'],
        [1100, 335, '138.20㎡'],
      ],
      { width: 1500, height: 1000 },
    )
  const sure = async (page: ReturnType<typeof plan>) =>
    (await documentsOf(page))[0]?.fields.功能区?.confidence ?? Number.NaN
  const clear = plan('收银前台', '8.70㎡')
  expect(await sure(clear)).toBeGreaterThan(0.8)
  expect(await sure(plan('收想前台', 't.70'))).toBeLessThan(0.6)
  const doubtful = clear.lines.map((line) =>
    line.text === '收银前台' ? { ...line, characters: [0.99, 0.4, 0.99, 0.99] } : line,
  )
  expect(await sure({ ...clear, lines: doubtful })).toBeLessThan(0.6)
})

const CLAUSES = [
  '第一条名称:上海普陀区味小馆社区助老服务中心;住所:上海市普陀区兰溪路28号',
  '第二条宗旨和业务范围:社区老年人日间照料、助餐、生活服务',
  '第三条组织管理制度:设理事会,理事会是决策机构',
  '第四条资产管理和使用的原则',
]

test('clauses in one cell are told by how they begin, and words in them are no labels of their own', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 90, '民办非企业单位章程', 40],
      [200, 290, '本单位的名称'],
      [550, 290, '上海普陀区味小馆社区助老服务中心'],
      [200, 330, '本单位的住所'],
      [550, 330, '上海市普陀区兰溪路28号'],
      [200, 380, '开办资金'],
      [550, 380, '¥210,000.00'],
      [200, 430, '签署日期'],
      [550, 430, '2026年2月2日'],
      [330, 500, '第一条名称：上海普陀区味小馆社区助老服务中心；住所：上海市'],
      [330, 530, '普陀区兰溪路28号、第二条宗旨和业务范围：社区老年人日间'],
      [210, 545, '条'],
      [265, 545, '款'],
      [330, 560, '照料、助餐、生活服务、第三条组织管理制度：设理事会，理事'],
      [330, 590, '会是决策机构、第四条资产管理和使用的原则'],
      [210, 700, '法定代表人签字：'],
    ]),
  )
  expect(document?.documentType).toBe('章程')
  expect(valuesOf(document).条款).toEqual(CLAUSES)
})

test('clauses that run on behind their label are told, too', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 90, '民办非企业单位章程', 40],
      [180, 290, '1、本单位的名称：上海普陀区味小馆社区助老服务中心'],
      [180, 330, '2、签署日期：2026年2月2日'],
      [180, 370, '3、条款：第一条名称：上海普陀区味小馆社区助老服务中心；住所：上海市'],
      [180, 405, '普陀区兰溪路28号、第二条宗旨和业务范围：社区老年人日间照料、助餐、'],
      [180, 440, '生活服务、第三条组织管理制度：设理事会，理事会是决策机构、第四条'],
      [180, 475, '资产管理和使用的原则'],
      [180, 600, '法定代表人签字：'],
    ]),
  )
  expect(valuesOf(document).条款).toEqual(CLAUSES)
})

test('who is printed as a signatory counts before what is read of the hand, and the labelled day before days of a table', async () => {
  const [decision] = await documentsOf(
    typeset([
      [502, 188, '股东会决议', 40],
      [191, 291, '决议名称：上海粥记广告有限公司股东会决议'],
      [191, 340, '会议日期：2026年8月29日'],
      [191, 390, '决议事项：同意变更公司住所'],
      [191, 455, '签署人：林凡、韩宇'],
      [191, 600, '股东签字：林韩宇'],
    ]),
  )
  expect(valuesOf(decision)).toMatchObject({ 签署人: ['林凡', '韩宇'] })
  const [articles] = await documentsOf(
    typeset([
      [417, 209, '有限责任公司章程', 36],
      [183, 323, '1.公司名称：上海溪上企业管理咨询有限公司'],
      [184, 363, '2.公司住所：上海市普陀区大渡河路237弄43号127室'],
      [185, 442, '3.公司注册资本：1000000元'],
      [185, 521, '4.签署日期：2026年02月02日'],
      [203, 819, '股东名称'],
      [371, 817, '认缴出资额'],
      [552, 811, '出资比例'],
      [672, 806, '出资方式'],
      [828, 803, '出资期限'],
      [212, 865, '蔡俊峰'],
      [362, 863, '500000元'],
      [579, 861, '50'],
      [690, 861, '货币'],
      [800, 860, '2028年04月04日'],
    ]),
  )
  expect(valuesOf(articles)).toMatchObject({ 签署日期: '2026-02-02' })
})

test('the value of the label below does not go on with the name of a firm that fills its line', async () => {
  const [document] = await documentsOf(
    typeset([
      [933, 330, '获奖证书', 90],
      [173, 474, '文件名称', 36],
      [418, 474, '上海市技术发明奖证书', 36],
      [1118, 474, '文', 36],
      [1222, 474, '号', 36],
      [1362, 474, '沪府发〔2025〕20号', 36],
      [173, 595, '项目编号', 36],
      [418, 595, '2025F3659', 36],
      [1118, 595, '承担/获奖单位上海普陀区鹿野产业技术研究院', 36],
      [173, 656, '排名/等级', 36],
      [418, 656, '技术发明奖二等奖', 36],
      [1118, 656, '资助金额', 36],
      [1362, 656, '￥150,000.00', 36],
      [173, 716, '立项/颁奖日期2025年9月4日', 36],
      [1118, 716, '发文单位', 36],
      [1362, 716, '上海市人民政府', 36],
      [173, 777, '批准日期', 36],
      [418, 777, '2025年9月4日', 36],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    承担单位: '上海普陀区鹿野产业技术研究院',
    资助金额: { fen: 15_000_000 },
    发文单位: '上海市人民政府',
  })
})
