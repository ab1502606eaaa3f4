import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const rooms = (...rows: [string, number][]) => rows.map(([名称, 面积]) => ({ 名称, 面积 }))

test('labels centred in their cells are one column: no value takes the rows below it', async () => {
  const [document] = await documentsOf(
    typeset([
      [700, 80, '沪(2018)徐字不动产权第015979号'],
      [160, 250, '不动产权证书', 50],
      [664, 200, '权利人'],
      [800, 200, '上海宏达置业有限公司'],
      [652, 270, '共有情况'],
      [800, 270, '单独所有'],
      [676, 340, '坐落'],
      [800, 340, '上海市徐汇区漕溪北路398号1楼101室'],
      [616, 410, '不动产单元号'],
      [800, 410, '310104012003GB00015F00010101'],
      [652, 480, '权利类型'],
      [800, 480, '国有建设用地使用权/房屋所有权'],
      [652, 550, '权利性质'],
      [800, 550, '出让/市场化商品房'],
      [676, 620, '用途'],
      [800, 620, '商业'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    坐落: '上海市徐汇区漕溪北路398号1楼101室',
    不动产单元号: '310104012003GB00015F00010101',
    权利类型: '国有建设用地使用权/房屋所有权',
    权利性质: '出让/市场化商品房',
    用途: '商业',
  })
})

test('a nation behind the sex on one level is read, though values stand there', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [100, 100, '姓名张三'],
        [100, 170, '性别男'],
        [280, 170, '民族汉'],
        [100, 240, '出生1990年1月1日'],
        [100, 310, '住址上海市徐汇区漕溪北路'],
        [172, 345, '398号2幢1203室'],
        [100, 450, '公民身份号码310104199001010011'],
      ],
      { width: 900, height: 560 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({ 性别: '男', 民族: '汉' })
})

test('a character that two overlapping boxes show is read once', async () => {
  const [document] = await documentsOf(
    typeset([
      [340, 100, '从业人员健康证明', 40],
      [150, 220, '姓名：李四'],
      [150, 280, '身份证号：310104199001010011'],
      [150, 340, '证号：  P'],
      [258, 341, 'PT2026000123'],
      [150, 400, '体检类别：食品'],
      [150, 460, '有效期至：2027年02月13日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({ 证号: 'PT2026000123', 有效期至: '2027-02-13' })
})

test('on a plan the total is no room, dimensions name none, and every room has the area nearest to it', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
      [100, 200, '粗加工区'],
      [40, 220, '2888', 10],
      [100, 235, '12.5㎡'],
      [400, 200, '更衣区'],
      [400, 235, '7.1㎡'],
      [700, 200, '烹饪区'],
      [700, 235, '18.2㎡'],
      [860, 190, '总面积：'],
      [860, 222, '37.8㎡'],
      [860, 300, '比例：'],
      [860, 330, '1:100'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    总面积: 37.8,
    功能区: rooms(['粗加工区', 12.5], ['更衣区', 7.1], ['烹饪区', 18.2]),
  })
  expect(document?.fields.功能区?.confidence).toBeGreaterThan(0.8)
})

test('a plan whose rooms and areas do not match one to one is never sure', async () => {
  const plan = (...more: [number, number, string][]) =>
    documentsOf(
      typeset([
        [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
        [100, 200, '切配区'],
        [100, 235, '12.5㎡'],
        [700, 200, '烹饪区'],
        [700, 235, '18.2㎡'],
        [100, 900, '总面积：120㎡'],
        [100, 940, '比例：1:100'],
        ...more,
      ]),
    )
  const [[whole], [second], [without]] = await Promise.all([
    plan(),
    plan([110, 165, '9.9㎡']),
    plan([400, 500, '就餐区']),
  ])
  expect(whole?.fields.功能区?.confidence).toBeGreaterThan(0.8)
  const sized = rooms(['切配区', 12.5], ['烹饪区', 18.2])
  expect(second?.fields.功能区?.value).toEqual(sized)
  expect(without?.fields.功能区?.value).toEqual([...sized, { 名称: '就餐区', 面积: null }])
  for (const document of [second, without]) expect(document?.fields.功能区?.confidence).toBeLessThan(0.6)
})

test('rooms of a plan that prints no areas are a list all the same, and nobody is sure of their areas', async () => {
  const [plan] = await documentsOf(
    typeset([
      [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
      [100, 200, '切配区'],
      [700, 200, '烹饪区'],
      [400, 500, '就餐区'],
      [100, 940, '比例：1:100'],
    ]),
  )
  const named = ['切配区', '烹饪区', '就餐区'].map((name) => ({ 名称: name, 面积: null }))
  expect(plan?.fields.功能区?.value).toEqual(named)
  expect(plan?.fields.功能区?.confidence).toBeLessThan(0.6)
})

test('two digits in the room of one are no number of a table', async () => {
  const page = typeset([
    [400, 60, '主要设备设施清单', 36],
    [100, 150, '序号'],
    [250, 150, '设备名称'],
    [480, 150, '规格型号'],
    [660, 150, '数量'],
    [820, 150, '用途/位置'],
    [110, 200, '1'],
    [250, 200, '冷藏柜'],
    [480, 200, 'LC-610'],
    [670, 200, '22'],
    [820, 200, '切配区'],
    [110, 250, '2'],
    [250, 250, '保洁柜'],
    [480, 250, 'BJ-1200'],
    [670, 250, '22'],
    [820, 250, '烹饪区'],
  ])
  // The second one stands in a box as wide as one digit.
  const narrow = page.lines.findLast((line) => line.text === '22')
  const [x0, y0, , , , y1] = narrow?.box ?? []
  if (narrow && x0 !== undefined && y0 !== undefined && y1 !== undefined)
    narrow.box = [x0, y0, x0 + 14, y0, x0 + 14, y1, x0, y1]
  const [document] = await documentsOf(page)
  expect(valuesOf(document).设备).toMatchObject([
    { 设备名称: '冷藏柜', 数量: 22 },
    { 设备名称: '保洁柜', 数量: null },
  ])
})

test('a clause ends before the heading of the next one', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 60, '房屋租赁合同', 36],
      [100, 120, '出租人（甲方）：上海宏达置业有限公司'],
      [100, 160, '承租人（乙方）：李四'],
      [100, 240, '第七条 转租约定'],
      [150, 280, '未经甲方书面同意，乙方不得将该房屋转租给第三人。'],
      [100, 320, '第八条 房屋修缮'],
      [150, 360, '房屋的自然损坏由甲方负责修缮。'],
    ]),
  )
  expect(valuesOf(document).转租约定).toBe('未经甲方书面同意,乙方不得将该房屋转租给第三人。')
})

test('a labelled line that reaches the right margin goes on at the left margin', async () => {
  const [document] = await documentsOf(
    typeset([
      [450, 60, '授权委托书', 40],
      [200, 150, '委托人：上海味小馆餐饮有限公司'],
      [200, 210, '受托人姓名：李四'],
      [200, 270, '受托人电话：13800000000'],
      [200, 330, '委托权限：代为提交食品经营许可申请、补正材料、接受询问、领取证照'],
      [200, 375, '和文书'],
      [200, 435, '委托期限：自2026年07月28日至2027年01月24日'],
      [200, 495, '签署日期：2026年07月28日'],
    ]),
  )
  expect(valuesOf(document)).toMatchObject({
    委托权限: '代为提交食品经营许可申请、补正材料、接受询问、领取证照和文书',
    受托人电话: '13800000000',
  })
})

test('an office whose last character a seal covers is not believed', async () => {
  const certificate = (office: string) =>
    documentsOf(
      typeset([
        [340, 100, '从业人员健康证明', 40],
        [150, 220, '姓名：李四'],
        [150, 280, '身份证号：310104199001010011'],
        [150, 340, '有效期至：2027年02月13日'],
        [150, 400, `发证单位：${office}`],
      ]),
    )
  const [[whole], [covered]] = await Promise.all([
    certificate('上海市徐汇区疾病预防控制中心'),
    certificate('上海市徐汇区疾病预防控制中'),
  ])
  expect(whole?.fields.发证单位?.confidence).toBeGreaterThan(0.85)
  expect(covered?.fields.发证单位?.confidence).toBeLessThan(0.6)
})

test('an address ends before a code, a date or an area, and is not sure when it runs on into other words', async () => {
  const card = (...more: string[]) =>
    documentsOf(
      typeset(
        [
          [100, 100, '姓名张三'],
          [100, 170, '性别男民族汉'],
          [100, 240, '出生1990年1月1日'],
          [100, 310, '住址上海市徐汇区漕溪北路'],
          ...more.map((text, i): [number, number, string] => [148, 345 + 35 * i, text]),
          [100, 520, '公民身份号码310104199001010011'],
        ],
        { width: 900, height: 600 },
      ),
    )
  const [[plain], [code], [words]] = await Promise.all([
    card('398号2幢1203室'),
    card('398号2幢1203室', '310104012003GB00015F00010101'),
    card('建设用地使用权与房屋所有权出让'),
  ])
  for (const document of [plain, code]) {
    expect(document?.fields.住址?.value).toBe('上海市徐汇区漕溪北路398号2幢1203室')
    expect(document?.fields.住址?.confidence).toBeGreaterThan(0.85)
  }
  expect(words?.fields.住址?.confidence).toBeLessThan(0.6)
})

test('a number of a table whose digits are not clear is unknown, one on a plan makes the plan unsure', async () => {
  const list = typeset([
    [400, 60, '主要设备设施清单', 36],
    [250, 150, '设备名称'],
    [480, 150, '规格型号'],
    [660, 150, '数量'],
    [250, 200, '冷藏柜'],
    [480, 200, 'LC-610'],
    [670, 200, '3'],
    [250, 250, '保洁柜'],
    [480, 250, 'BJ-1200'],
    [670, 250, '3'],
  ])
  const plan = typeset([
    [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
    [100, 200, '切配区'],
    [100, 235, '12.5㎡'],
    [700, 200, '烹饪区'],
    [700, 235, '18.2㎡'],
    [100, 940, '比例：1:100'],
  ])
  for (const line of [list.lines.at(-1), plan.lines[2]]) if (line) line.confidence = 0.5
  const [[listed], [planned]] = await Promise.all([documentsOf(list), documentsOf(plan)])
  expect(listed?.fields.设备?.value).toMatchObject([{ 数量: 3 }, { 设备名称: '保洁柜', 数量: null }])
  expect(planned?.fields.功能区?.confidence).toBeLessThan(0.6)
})

test('a plan’s rooms are known by how their names end, whatever they are called', async () => {
  const names = ['前厅（就餐区）', '烹饪间', '专间', '更衣室', '粗加工间', '卫生间', '仓库']
  const [document] = await documentsOf(
    typeset([
      [400, 60, '上海味小馆餐饮有限公司平面布局图', 36],
      ...names.map((name, i): [number, number, string] => [150 + 350 * (i % 3), 250 + 200 * Math.floor(i / 3), name]),
      [150, 1000, '地址：上海市徐汇区龙漕路200弄'],
      [150, 1060, '上海市徐汇区'],
      [150, 1120, '比例：1:100'],
    ]),
  )
  const rooms = document?.fields.功能区
  expect((rooms?.value as unknown as { 名称: string }[] | undefined)?.map((room) => room.名称)).toEqual(
    names.map((name) => name.normalize('NFKC')),
  )
})
