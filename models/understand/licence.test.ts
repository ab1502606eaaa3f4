import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const portrait: SetLine[] = [
  [400, 80, '营业执照', 60],
  [480, 150, '（副本）'],
  [300, 200, '统一社会信用代码 91310104MA1FR1WF02'],
  [100, 260, '名　　　称'],
  [320, 260, '上海味小馆餐饮有限公司'],
  [100, 320, '类　　　型'],
  [320, 320, '有限责任公司（自然人独资）'],
  [100, 380, '住　　　所'],
  [320, 365, '上海市徐汇区漕溪北路398号'],
  [320, 395, '1楼101室'],
  [100, 440, '法定代表人'],
  [320, 440, '李四'],
  [100, 500, '注册资本'],
  [320, 500, '人民币100.0000万元整'],
  [100, 560, '成立日期'],
  [320, 560, '2020年05月06日'],
  [100, 620, '营业期限'],
  [320, 620, '2020年05月06日 至 2050年05月05日'],
  [100, 680, '经营范围'],
  [320, 680, '餐饮服务；食品销售。（依法须经批准的项目，经相关部门批'],
  [320, 710, '准后方可开展经营活动）'],
  [700, 980, '登记机关'],
  [700, 1040, '2020年05月06日'],
]

const printed = {
  统一社会信用代码: '91310104MA1FR1WF02',
  名称: '上海味小馆餐饮有限公司',
  类型: '有限责任公司(自然人独资)',
  法定代表人: '李四',
  注册资本: { fen: 100_000_000, currency: 'CNY' },
  成立日期: '2020-05-06',
  营业期限: { from: '2020-05-06', to: '2050-05-05' },
  住所: '上海市徐汇区漕溪北路398号1楼101室',
  经营范围: '餐饮服务;食品销售。(依法须经批准的项目,经相关部门批准后方可开展经营活动)',
  登记日期: '2020-05-06',
}

test('a portrait licence is read whole, values of two lines included', async () => {
  const [document] = await documentsOf(typeset(portrait))
  expect(document?.documentType).toBe('营业执照')
  expect(document?.variant).toBe('企业法人营业执照')
  expect(valuesOf(document)).toEqual(printed)
})

test('a page turned by some degrees reads the same', async () => {
  for (const degrees of [-6, 4]) {
    const [document] = await documentsOf(typeset(portrait, { degrees }))
    expect(valuesOf(document)).toEqual(printed)
  }
})

test('labels read in parts, or merged with their values, are told by the column they stand in', async () => {
  const parts = portrait.flatMap(([x, y, text, h]): SetLine[] => {
    if (text === '名　　　称') return [[196, 260, '称上海味小馆餐饮有限公司']]
    if (text === '上海味小馆餐饮有限公司') return []
    if (text === '类　　　型') return [[196, 320, '型']]
    if (text === '注册资本')
      return [
        [100, 500, '注'],
        [150, 500, '册'],
        [200, 500, '资'],
        [250, 500, '本'],
      ]
    if (text === '成立日期')
      return [
        [150, 560, '立'],
        [200, 560, '日'],
        [250, 560, '期'],
      ]
    if (text === '经营范围') return [[100, 680, '经营范']]
    if (text === '法定代表人') return [[100, 440, '法定代表人李四']]
    if (text === '李四') return []
    return [h === undefined ? [x, y, text] : [x, y, text, h]]
  })
  const [document] = await documentsOf(typeset(parts))
  expect(valuesOf(document)).toMatchObject({
    名称: printed.名称,
    类型: printed.类型,
    法定代表人: printed.法定代表人,
    注册资本: printed.注册资本,
    成立日期: printed.成立日期,
    经营范围: printed.经营范围,
  })
})

test('rows whose labels were missed altogether go to the missing fields they look like', async () => {
  const [document] = await documentsOf(typeset(portrait.filter(([, , text]) => !/^[名类住]/u.test(text))))
  expect(valuesOf(document)).toMatchObject({ 名称: printed.名称, 类型: printed.类型, 住所: printed.住所 })
})

test('a landscape licence has two columns and its code below the label', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [600, 120, '营业执照', 60],
        [100, 160, '统一社会信用代码'],
        [100, 200, '91310104MA1FR1WF02'],
        [100, 300, '名称'],
        [260, 300, '上海味小馆餐饮有限公司'],
        [700, 300, '注册资本'],
        [860, 300, '壹佰万元整'],
        [100, 360, '类型'],
        [260, 360, '有限责任公司'],
        [700, 360, '成立日期'],
        [860, 360, '2020年05月06日'],
        [100, 420, '法定代表人'],
        [260, 420, '李四'],
        [700, 420, '营业期限'],
        [860, 420, '2020年05月06日至不约定期限'],
        [100, 480, '经营范围'],
        [260, 480, '餐饮服务；食品销售'],
        [700, 480, '住所'],
        [860, 480, '上海市徐汇区漕溪北路398号1楼'],
        [860, 510, '101室'],
        [900, 700, '登记机关'],
      ],
      { width: 1500, height: 1000 },
    ),
  )
  expect(valuesOf(document)).toMatchObject({
    统一社会信用代码: '91310104MA1FR1WF02',
    注册资本: { fen: 100_000_000, currency: 'CNY' },
    营业期限: { from: '2020-05-06', to: '长期' },
    住所: '上海市徐汇区漕溪北路398号1楼101室',
    经营范围: '餐饮服务;食品销售',
  })
})

test('a licence from before 2015 gives its 15-digit 注册号 with the note that it must be replaced', async () => {
  const [document] = await documentsOf(
    typeset([
      [300, 80, '个体工商户营业执照', 60],
      [700, 160, '注册号450108600144249 1-1'],
      [100, 260, '字号名称'],
      [320, 260, '南宁市某某模具店'],
      [100, 320, '经营者姓名'],
      [320, 320, '莫小英'],
      [100, 380, '组成形式'],
      [320, 380, '个人经营'],
      [100, 440, '经营场所'],
      [320, 440, '南宁市良庆区银海大道512号'],
      [100, 500, '经营范围及方式'],
      [320, 500, '零售：窗帘。'],
    ]),
  )
  expect(document?.variant).toBe('个体工商户营业执照')
  expect(document?.fields.统一社会信用代码).toMatchObject({ value: '450108600144249', label: '注册号' })
  expect(document?.fields.统一社会信用代码?.note).toContain('换领')
  expect(valuesOf(document)).toMatchObject({
    法定代表人: '莫小英',
    类型: '个人经营',
    住所: '南宁市良庆区银海大道512号',
  })
})

test('a branch has 负责人 and 营业场所; an end left blank is null', async () => {
  const [document] = await documentsOf(
    typeset([
      [400, 80, '营业执照', 60],
      [300, 200, '统一社会信用代码91310104MA1FR1WF02'],
      [100, 260, '名称'],
      [300, 260, '上海味小馆餐饮有限公司徐汇分公司'],
      [100, 320, '类型'],
      [300, 320, '有限责任公司分公司'],
      [100, 380, '营业场所'],
      [300, 380, '上海市徐汇区天钥桥路30号'],
      [100, 440, '负责人'],
      [300, 440, '王五'],
      [100, 500, '成立日期'],
      [300, 500, '2019年1月8日'],
      [100, 560, '营业期限'],
      [300, 560, '2019年1月8日 至    年 月 日'],
    ]),
  )
  expect(document?.variant).toBe('分支机构营业执照')
  expect(document?.fields.法定代表人).toMatchObject({ value: '王五', label: '负责人' })
  expect(valuesOf(document)).toMatchObject({
    住所: '上海市徐汇区天钥桥路30号',
    营业期限: { from: '2019-01-08', to: null },
  })
})

test('a code whose check digit fails is given as printed and never confident', async () => {
  const wrong = portrait.map(([x, y, text, h]): SetLine => [x, y, text.replace('WF02', 'WF0N'), h ?? 24])
  const [document] = await documentsOf(typeset(wrong))
  const code = document?.fields.统一社会信用代码
  expect(code?.value).toBe('91310104MA1FR1WF0N')
  expect(code?.confidence).toBeLessThan(0.5)
  expect(code?.note).toContain('校验位')
})

test('a label without readable value is unreadable, a blank date is absent, what is not printed at all is absent when optional', async () => {
  const sets = portrait
    .filter(([, , text]) => text !== '李四' && !/注册资本|人民币/u.test(text))
    .map(([x, y, text, h]): SetLine => [x, y, x === 320 && y === 560 ? '年 月 日' : text, h ?? 24])
  const [document] = await documentsOf(typeset(sets))
  expect(document?.fields.法定代表人).toMatchObject({ value: null, state: 'unreadable', label: '法定代表人' })
  expect(document?.fields.成立日期).toMatchObject({ value: null, state: 'absent', label: '成立日期' })
  expect(document?.fields.注册资本).toMatchObject({ value: null, state: 'absent' })
})

test('a watermark beside a value and a seal’s words below the last one are left out', async () => {
  const noisy: SetLine[] = [
    ...portrait,
    [600, 440, 'made-in-china.com', 36],
    [640, 500, '中国制造网', 40],
    [800, 740, '商行政管理'],
    [620, 560, 'SCJDGL', 30],
  ]
  const [document] = await documentsOf(typeset(noisy))
  expect(valuesOf(document)).toMatchObject({
    法定代表人: printed.法定代表人,
    注册资本: printed.注册资本,
    成立日期: printed.成立日期,
    经营范围: printed.经营范围,
  })
})

test('a line of the value that begins with a label’s words, or holds an address of the web, stays in the value', async () => {
  const lines = portrait.flatMap((line): SetLine[] => {
    if (line[1] === 710) return []
    if (line[0] !== 320 || line[1] !== 680) return [line]
    return [
      [236, 680, '餐饮服务；食品销售；具体项目请登录信息公示', 17],
      [236, 700, '平台查询，网址：http：//a.gov.cn/。本照所载', 17],
      [236, 720, '经营范围中涉及许可的项目，取得许可后方可经营。', 17],
      [236, 740, '食品加工', 17],
    ]
  })
  const [document] = await documentsOf(typeset(lines))
  expect(valuesOf(document).经营范围).toBe(
    '餐饮服务;食品销售;具体项目请登录信息公示平台查询,网址:http://a.gov.cn/。本照所载经营范围中涉及许可的项目,取得许可后方可经营。食品加工',
  )
})

test('days that come round every year, printed at the foot, are not a term that could not be read', async () => {
  const [document] = await documentsOf(
    typeset(
      [
        [240, 290, '统一社会信用代码'],
        [557, 360, '营业执照', 90],
        [1083, 400, '（副本）', 30],
        [233, 480, '名称', 30],
        [371, 485, '上海市徐汇区味小馆面馆'],
        [902, 507, '组成形式个人经营'],
        [231, 535, '类型', 30],
        [368, 539, '个体工商户'],
        [900, 561, '注册日期2014年01月09日'],
        [231, 587, '经营者', 30],
        [368, 592, '李四'],
        [898, 613, '经营场所上海市徐汇区漕溪北路398号'],
        [231, 640, '经营范围', 30],
        [337, 645, '一般项目：企业管理咨询；日用百货销售。'],
        [674, 977, '市场主体应当于每年1月1日至6月30日通过', 19],
        [668, 998, '国家企业信用信息公示系统报送公示年度报告', 19],
      ],
      { width: 1600, height: 1200 },
    ),
  )
  expect(document?.fields.营业期限?.state).toBe('absent')
})
