import { expect, test } from 'vitest'
import type { Mark } from '../../facts/reading.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

const seal = (x: number, y: number): Mark => ({
  kind: 'seal',
  present: true,
  page: 1,
  box: [x, y, x + 200, y, x + 200, y + 200, x, y + 200],
  confidence: 0.9,
})

const rules = (...marks: Mark[]) =>
  documentsOf({
    ...typeset([
      [400, 60, '食品安全管理制度', 36],
      [200, 200, '一、从业人员健康管理制度'],
      [200, 250, '二、进货查验制度'],
      [200, 300, '三、食品安全自查制度'],
      [700, 700, '上海味小馆餐饮有限公司'],
    ]),
    marks,
  })

const certificate = (date: string, ...marks: Mark[]) =>
  documentsOf({
    ...typeset([
      [380, 100, '沪(2018)徐字不动产权第015979号', 30],
      [100, 200, '权利人'],
      [300, 200, '上海宏达置业有限公司'],
      [100, 300, '坐落'],
      [300, 300, '徐汇区漕溪北路398号1楼101室'],
      [100, 400, '用途'],
      [300, 400, '商业'],
      [100, 1000, '登记机构（章）'],
      [100, 1040, '上海市不动产登记事务中心'],
      [100, 1080, date],
    ]),
    marks,
  })

test('a firm without a label is doubted when a seal lies over its beginning, not elsewhere', async () => {
  const [[none], [end], [beginning]] = await Promise.all([rules(), rules(seal(850, 600)), rules(seal(680, 600))])
  for (const document of [none, end]) {
    expect(document?.fields.单位名称).toMatchObject({ value: '上海味小馆餐饮有限公司' })
    expect(document?.fields.单位名称?.confidence).toBeGreaterThan(0.85)
  }
  expect(beginning?.fields.单位名称?.confidence).toBeLessThan(0.6)
  expect(beginning?.fields.单位名称?.note).toBe('盖章压住了文字')
})

test('an office under a seal is doubted, its clear date is not', async () => {
  const [[none], [sealed]] = await Promise.all([
    certificate('2018年10月15日'),
    certificate('2018年10月15日', seal(120, 980)),
  ])
  expect(none?.fields.登记机构?.confidence).toBeGreaterThan(0.75)
  expect(sealed?.fields.登记机构?.confidence).toBeLessThan(0.6)
  expect(sealed?.fields.登记日期?.value).toBe('2018-10-15')
  expect(sealed?.fields.登记日期?.confidence).toBeGreaterThan(0.6)
})

test('a date into which a seal’s words have run is unreadable or doubted, never absent', async () => {
  const [[wrong], [lost]] = await Promise.all([
    certificate('2018年10月4日章', seal(120, 980)),
    certificate('2018年1月45日章', seal(120, 980)),
  ])
  expect(wrong?.fields.登记日期?.confidence).toBeLessThan(0.6)
  expect(lost?.fields.登记日期).toMatchObject({ value: null, state: 'unreadable' })
})

test('words that break off under a seal are doubted: what follows may be lost', async () => {
  const record = (...marks: Mark[]) =>
    documentsOf({
      ...typeset([
        [540, 138, '门诊病历', 48],
        [160, 240, '医院名称：上海长风示例妇产医院'],
        [160, 282, '姓名：徐雪佳'],
        [160, 330, '就诊日期：2025年11月20日'],
        [160, 420, '主诉：停经12周，阴道少量流血'],
        [160, 462, '初步诊断：孕12周，稽留流产'],
        [160, 505, '处理意见：静脉麻醉下行人工流产术'],
        [160, 648, '医师：陆伟'],
      ]),
      marks,
    })
  const [[clear], [sealed]] = await Promise.all([record(), record(seal(500, 470))])
  expect(clear?.fields.处理?.confidence).toBeGreaterThan(0.75)
  expect(sealed?.fields.处理?.confidence).toBeLessThan(0.6)
  expect(sealed?.fields.诊断).toEqual(clear?.fields.诊断)
})

test('words of a seal are no name: what no usual surname begins is doubted where a seal touches it', async () => {
  const household = async (name: string, ...marks: Mark[]) => {
    const page = typeset([
      [400, 100, '居民户口簿', 44],
      [200, 250, '户别：家庭户'],
      [200, 310, `户主姓名：${name}`],
      [200, 370, '住址：上海市普陀区桃浦路32弄25号204室'],
      [200, 430, `姓名：${name}`],
      [200, 490, '户主或与户主关系：户主'],
    ])
    const [document] = await documentsOf({ ...page, marks })
    return document?.fields.户主姓名?.confidence ?? Number.NaN
  }
  expect(await household('场监')).toBeGreaterThan(0.6)
  expect(await household('场监', seal(300, 250))).toBeLessThan(0.6)
  expect(await household('王小满', seal(300, 250))).toBeGreaterThan(0.6)
})
