import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const cnid = '310104199001010011'
const other = '32010219851203452X'
const uscc = '91310104MA1FR1WF02'

test('an identity card is read when labels and values stand in one line', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 100, '姓名张三'],
        [100, 170, '性别男民族汉'],
        [100, 240, '出生1990年1月1日'],
        [100, 310, '住址上海市徐汇区漕溪北路'],
        [172, 345, '398号2幢1203室'],
        [100, 450, `公民身份号码${cnid}`],
      ],
      { width: 900, height: 560 },
    ),
  )
  expect(document).toMatchObject({ documentType: '居民身份证', sides: ['人像面'] })
  expect(valuesOf(document)).toEqual({
    姓名: '张三',
    性别: '男',
    民族: '汉',
    出生: '1990-01-01',
    住址: '上海市徐汇区漕溪北路398号2幢1203室',
    公民身份号码: cnid,
  })
  expect(document?.fields.公民身份号码?.confidence).toBeGreaterThan(0.95)
})

test('an identity card is read when labels and values stand apart, three lines of address included', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 100, '姓 名'],
        [210, 100, '李小红'],
        [100, 170, '性 别 女'],
        [320, 170, '民 族 回'],
        [100, 240, '出 生 1985 年 12 月 3 日'],
        [100, 310, '住 址'],
        [210, 310, '江苏省南京市玄武区珠江'],
        [210, 345, '路88号东方大厦1幢'],
        [210, 380, '4231室'],
        [100, 470, '公民身份号码'],
        [330, 470, other],
      ],
      { width: 900, height: 560 },
    ),
  )
  expect(valuesOf(document)).toEqual({
    姓名: '李小红',
    性别: '女',
    民族: '回',
    出生: '1985-12-03',
    住址: '江苏省南京市玄武区珠江路88号东方大厦1幢4231室',
    公民身份号码: other,
  })
})

test('both sides of a card, on two pages or on one, are one document', async () => {
  const front = [
    [100, 100, '姓名张三'],
    [100, 170, '性别男民族汉'],
    [100, 450, `公民身份号码${cnid}`],
  ] as const
  const back = [
    [300, 700, '中华人民共和国', 40],
    [300, 770, '居民身份证', 60],
    [150, 1000, '签发机关上海市公安局徐汇分局'],
    [150, 1060, '有效期限2010.05.01-长期'],
  ] as const
  const both = {
    签发机关: '上海市公安局徐汇分局',
    有效期限: { from: '2010-05-01', to: '长期' },
    姓名: '张三',
    公民身份号码: cnid,
  }
  const two = await documentsOf(typeset(front), typeset(back, { page: 2 }))
  const one = await documentsOf(typeset([...front, ...back]))
  expect(two).toHaveLength(1)
  expect(one).toHaveLength(1)
  expect(two[0]).toMatchObject({ pages: [1, 2], sides: ['人像面', '国徽面'] })
  expect(valuesOf(two[0])).toMatchObject(both)
  expect(valuesOf(one[0])).toMatchObject(both)
})

test('a card’s missing side leaves its fields out instead of calling them unreadable', async () => {
  const [document] = await documentsOf(
    typeset([
      [300, 100, '中华人民共和国', 40],
      [300, 170, '居民身份证', 60],
      [150, 400, '签发机关上海市公安局徐汇分局'],
      [150, 460, '有效期限2010.05.01-2030.05.01'],
    ]),
  )
  expect(Object.keys(document?.fields ?? {})).toEqual(['签发机关', '有效期限'])
})

test('a lease is read from its clauses, over two pages', async () => {
  const documents = await documentsOf(
    typeset([
      [450, 80, '房屋租赁合同', 48],
      [100, 220, '出租方（甲方）：上海宏达置业有限公司'],
      [100, 260, '法定代表人：王五　联系电话：021-64330000'],
      [100, 300, '承租方（乙方）：上海味小馆餐饮有限公司'],
      [100, 340, `统一社会信用代码：${uscc}`],
      [100, 440, '一、甲方将坐落于上海市徐汇区漕溪北路398号1楼101室的房屋出租给乙方'],
      [100, 480, '使用，建筑面积为128.5平方米，用途为餐饮经营。'],
      [100, 520, '二、租赁期限自2023年3月1日起至2028年2月29日止。'],
      [100, 560, '三、每月租金为人民币25,000元，乙方应于每月5日前支付。'],
      [100, 600, '四、未经甲方书面同意，乙方不得转租该房屋。'],
    ]),
    typeset(
      [
        [100, 100, '五、违约责任：任何一方违约应承担违约金。'],
        [100, 400, '甲方（盖章）：'],
        [700, 400, '乙方（盖章）：'],
        [100, 500, '签订日期：2023年2月20日'],
      ],
      { page: 2 },
    ),
  )
  expect(documents).toHaveLength(1)
  expect(documents[0]?.pages).toEqual([1, 2])
  expect(valuesOf(documents[0])).toEqual({
    出租人: '上海宏达置业有限公司',
    承租人: '上海味小馆餐饮有限公司',
    房屋坐落: '上海市徐汇区漕溪北路398号1楼101室',
    房屋用途: '餐饮经营',
    建筑面积: 128.5,
    租赁期限: { from: '2023-03-01', to: '2028-02-29' },
    租金: { fen: 2_500_000, currency: 'CNY' },
    转租约定: '未经甲方书面同意,乙方不得转租该房屋。',
    签订日期: '2023-02-20',
  })
})

test('a lease with labelled lines and its date standing alone is read too', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 80, '上海市房屋租赁合同', 40],
      [100, 220, '出租人：陈国强'],
      [100, 300, '承租人：上海味小馆餐饮有限公司'],
      [100, 350, '房屋坐落：上海市徐汇区天钥桥路30号'],
      [100, 390, '建筑面积：86平方米'],
      [100, 430, '房屋用途：商业'],
      [100, 470, '租赁期限：2024年1月1日至2026年12月31日'],
      [100, 510, '月租金：¥18000元'],
      [100, 700, '出租人（签字）：'],
      [600, 700, '承租人（签章）：'],
      [100, 760, '2023年12月20日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    出租人: '陈国强',
    承租人: '上海味小馆餐饮有限公司',
    租赁期限: { from: '2024-01-01', to: '2026-12-31' },
    租金: { fen: 1_800_000, currency: 'CNY' },
    签订日期: '2023-12-20',
  })
})

test('a real-estate certificate gives its number from the heading and its building area, not the land’s', async () => {
  const [document] = await documentsOf(
    typeset([
      [380, 100, '沪(2018)徐字不动产权第015979号', 30],
      [100, 200, '权利人'],
      [300, 200, '上海宏达置业有限公司'],
      [100, 300, '坐落'],
      [300, 300, '徐汇区漕溪北路398号1楼101室'],
      [100, 350, '不动产单元号'],
      [300, 350, '310104012003GB00015F00010101'],
      [100, 400, '权利类型'],
      [300, 400, '国有建设用地使用权/房屋所有权'],
      [100, 500, '用途'],
      [300, 500, '商业'],
      [100, 550, '面积'],
      [300, 550, '宗地面积：1200平方米/建筑面积：128.50平方米'],
      [100, 650, '权利其他状况'],
      [300, 650, '房屋结构：钢混'],
    ]),
  )
  expect(document?.documentType).toBe('不动产权证书')
  expect(valuesOf(document)).toMatchObject({
    不动产权证号: '沪(2018)徐字不动产权第015979号',
    权利人: '上海宏达置业有限公司',
    坐落: '徐汇区漕溪北路398号1楼101室',
    不动产单元号: '310104012003GB00015F00010101',
    用途: '商业',
    面积: 128.5,
    权利其他状况: '房屋结构:钢混',
  })
})

test('health certificates of two styles are read; a printed range gives its end', async () => {
  const [lined] = await documentsOf(
    typeset([
      [400, 80, '健康证明', 50],
      [100, 200, '姓名：王小明'],
      [100, 250, '性别：男'],
      [300, 250, '年龄：30'],
      [100, 300, `身份证号：${cnid}`],
      [100, 350, '从业类别：食品'],
      [100, 400, '体检日期：2024年5月10日'],
      [100, 450, '有效期至：2025年5月9日'],
      [100, 500, '发证单位：上海市徐汇区疾病预防控制中心'],
    ]),
  )
  const [boxed] = await documentsOf(
    typeset([
      [300, 80, '食品从业人员健康合格证', 40],
      [100, 160, '证号'],
      [220, 160, '沪徐健20240012345'],
      [100, 220, '姓 名'],
      [220, 220, '周丽'],
      [420, 220, '性 别'],
      [520, 220, '女'],
      [100, 280, '身份证号码'],
      [260, 280, other],
      [100, 340, '类 别'],
      [220, 340, '食品生产经营从业人员'],
      [100, 400, '发证机构'],
      [220, 400, '徐汇区中心医院体检中心'],
      [100, 460, '有效期'],
      [220, 460, '2024.05.10至2025.05.09'],
    ]),
  )
  expect(valuesOf(lined)).toMatchObject({
    姓名: '王小明',
    身份证号: cnid,
    体检类别: '食品',
    体检日期: '2024-05-10',
    有效期至: '2025-05-09',
  })
  expect(valuesOf(boxed)).toMatchObject({
    姓名: '周丽',
    性别: '女',
    身份证号: other,
    体检类别: '食品',
    有效期至: '2025-05-09',
    证号: '沪徐健20240012345',
  })
})

test('a food licence with two columns is read, and is not taken for an application', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [400, 100, '食品经营许可证', 50],
        [100, 200, '经营者名称'],
        [300, 200, '上海味小馆餐饮有限公司'],
        [100, 260, '社会信用代码'],
        [300, 260, uscc],
        [100, 320, '法定代表人（负责人）'],
        [400, 320, '李四'],
        [100, 380, '住所'],
        [300, 380, '上海市徐汇区漕溪北路398号'],
        [100, 440, '经营场所'],
        [300, 440, '上海市徐汇区漕溪北路398号1楼101室'],
        [100, 500, '主体业态'],
        [300, 500, '餐饮服务经营者'],
        [100, 560, '经营项目'],
        [300, 560, '热食类食品制售，冷食类食品制售，'],
        [300, 590, '自制饮品制售'],
        [700, 200, '许可证编号'],
        [860, 200, 'JY23101040012345'],
        [700, 320, '发证机关'],
        [700, 440, '签发人'],
        [860, 440, '赵六'],
        [700, 500, '2023年03月01日'],
        [100, 660, '有效期至'],
        [300, 660, '2028年02月29日'],
      ],
      { width: 1300, height: 800 },
    ),
  )
  expect(document?.documentType).toBe('食品经营许可证')
  expect(valuesOf(document)).toMatchObject({
    经营者名称: '上海味小馆餐饮有限公司',
    统一社会信用代码: uscc,
    法定代表人: '李四',
    经营场所: '上海市徐汇区漕溪北路398号1楼101室',
    主体业态: '餐饮服务经营者',
    经营项目: '热食类食品制售,冷食类食品制售,自制饮品制售',
    许可证编号: 'JY23101040012345',
    有效期至: '2028-02-29',
    发证日期: '2023-03-01',
  })
})

test('a power of attorney is read from its sentences', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 80, '授权委托书', 48],
      [100, 200, '上海市徐汇区市场监督管理局：'],
      [148, 250, `兹委托李四（身份证号：${cnid}）办理上海味小馆餐饮有限公司`],
      [100, 290, '食品经营许可新办事宜，代理权限包括提交材料、补正材料、领取证照。'],
      [148, 330, '委托期限自2024年6月1日起至2024年12月31日止。'],
      [600, 500, '委托人（盖章）：上海味小馆餐饮有限公司'],
      [600, 550, '法定代表人（签字）：'],
      [600, 650, '2024年6月1日'],
    ]),
  )
  expect(valuesOf(document)).toEqual({
    委托人: '上海味小馆餐饮有限公司',
    受托人姓名: '李四',
    受托人证件号码: cnid,
    委托事项: '办理上海味小馆餐饮有限公司食品经营许可新办事宜',
    委托权限: '提交材料、补正材料、领取证照。',
    委托期限: { from: '2024-06-01', to: '2024-12-31' },
    签署日期: '2024-06-01',
  })
})

test('a floor plan gives its rooms with their areas, beside, below or behind the name', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
      [100, 200, '粗加工区 12.5㎡'],
      [400, 200, '切配区'],
      [400, 235, '10㎡'],
      [700, 200, '烹饪区'],
      [700, 235, '18.2m²'],
      [100, 500, '餐具清洗消毒间'],
      [100, 535, '6㎡'],
      [400, 500, '备餐间（8㎡）'],
      [100, 900, '总面积：120㎡'],
      [100, 940, '比例：1:100'],
      [100, 980, '地址：上海市徐汇区漕溪北路398号1楼101室'],
    ]),
  )
  const values = valuesOf(document)
  expect(document?.documentType).toBe('平面图')
  expect(values).toMatchObject({ 总面积: 120, 比例尺: '1:100', 地址: '上海市徐汇区漕溪北路398号1楼101室' })
  expect(values.功能区).toHaveLength(5)
  expect(values.功能区).toEqual(
    expect.arrayContaining([
      { 名称: '粗加工区', 面积: 12.5 },
      { 名称: '切配区', 面积: 10 },
      { 名称: '烹饪区', 面积: 18.2 },
      { 名称: '餐具清洗消毒间', 面积: 6 },
      { 名称: '备餐间', 面积: 8 },
    ]),
  )
})

test('management rules give the list of their headings once, over all pages', async () => {
  const documents = await documentsOf(
    typeset([
      [300, 60, '上海味小馆餐饮有限公司', 30],
      [350, 110, '食品安全管理制度', 40],
      [100, 250, '一、从业人员健康管理制度'],
      [100, 290, '二、食品安全自查制度'],
      [100, 330, '三、进货查验记录制度'],
      [100, 370, '四、食品安全事故处置方案'],
      [100, 420, '责任人：张三'],
      [100, 470, '本制度自2024年6月1日起实施'],
    ]),
    typeset(
      [
        [100, 100, '一、从业人员健康管理制度'],
        [100, 150, '从业人员应当每年进行健康检查，取得健康证明后方可上岗。'],
      ],
      { page: 2 },
    ),
  )
  expect(documents).toHaveLength(1)
  expect(valuesOf(documents[0])).toEqual({
    制度名称清单: ['从业人员健康管理制度', '食品安全自查制度', '进货查验记录制度', '食品安全事故处置方案'],
    单位名称: '上海味小馆餐饮有限公司',
    责任人: '张三',
    实施日期: '2024-06-01',
  })
})

test('tables become rows, also when a line runs through several cells, and end where the table ends', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 60, '从业人员名单', 40],
      [100, 200, '序号'],
      [200, 200, '姓名'],
      [400, 200, '身份证号'],
      [720, 200, '岗位'],
      [850, 200, '健康证号'],
      [1040, 200, '联系电话'],
      [110, 250, '1'],
      [190, 250, '张三'],
      [330, 250, cnid],
      [700, 250, '厨师长'],
      [830, 250, 'HS2024001'],
      [1010, 250, '13812345678'],
      [110, 300, '2'],
      [190, 300, '李小红'],
      [330, 300, other],
      [700, 300, '服务员'],
      [830, 300, 'HS2024002'],
      [1010, 300, '13912345678'],
      [100, 360, '以上人员情况属实，接触直接入口食品的人员，均已取得健康证明。'],
      [600, 420, '填报日期：2024年6月1日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    人员: [
      { 姓名: '张三', 证件号码: cnid, 岗位: '厨师长', 资质证书号: 'HS2024001', 联系电话: '13812345678' },
      { 姓名: '李小红', 证件号码: other, 岗位: '服务员', 资质证书号: 'HS2024002', 联系电话: '13912345678' },
    ],
  })
})

test('an application form is read with its ticked boxes', async () => {
  const [document] = await documentsOf(
    typeset([
      [350, 60, '食品经营许可申请书', 40],
      [80, 160, '申请人名称'],
      [300, 160, '上海味小馆餐饮有限公司'],
      [80, 220, '统一社会信用代码'],
      [300, 220, uscc],
      [80, 280, '法定代表人（负责人）'],
      [340, 280, '李四'],
      [640, 280, '联系电话'],
      [800, 280, '13812345678'],
      [80, 400, '经营场所'],
      [300, 400, '上海市徐汇区漕溪北路398号1楼101室'],
      [80, 460, '主体业态'],
      [300, 460, '□食品销售经营者 ☑餐饮服务经营者 □集中用餐单位食堂'],
      [80, 580, '申请类型'],
      [300, 580, '☑新办 □变更 □延续'],
      [600, 800, '申请日期：2024年6月3日'],
    ]),
  )
  expect(document).toMatchObject({ documentType: '申请书', variant: '食品经营许可申请书' })
  expect(valuesOf(document)).toMatchObject({
    申请人: '上海味小馆餐饮有限公司',
    统一社会信用代码: uscc,
    法定代表人: '李四',
    联系电话: '13812345678',
    主体业态: '餐饮服务经营者',
    申请类型: '新办',
    申请日期: '2024-06-03',
  })
})

test('papers of other kinds are 其他, whatever labels they share with ours', async () => {
  const [certificate] = await documentsOf(
    typeset([
      [400, 80, '食品卫生许可证', 60],
      [100, 200, '单位名称：上海某某小吃店'],
      [100, 250, '负责人：李四'],
      [100, 300, '地址：上海市徐汇区漕溪北路398号'],
    ]),
  )
  const [letter] = await documentsOf(
    typeset([
      [100, 100, '各位同事：'],
      [100, 150, '下周一下午三点开会，请准时参加。'],
      [100, 250, '2024年6月3日'],
    ]),
  )
  expect(certificate).toMatchObject({ documentType: '其他', fields: {} })
  expect(letter?.documentType).toBe('其他')
})

test('different papers in one file are told apart', async () => {
  const documents = await documentsOf(
    typeset([
      [400, 80, '健康证明', 50],
      [100, 200, '姓名：王小明'],
      [100, 450, '有效期至：2025年5月9日'],
    ]),
    typeset(
      [
        [450, 80, '委托书', 48],
        [100, 200, '委托人：上海味小馆餐饮有限公司'],
        [100, 250, '受托人：李四'],
        [100, 400, '委托事项：代为办理食品经营许可申请'],
      ],
      { page: 2 },
    ),
  )
  expect(documents.map((document) => [document.documentType, document.pages])).toEqual([
    ['健康证明', [1]],
    ['授权委托书', [2]],
  ])
})
