import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** What judgement asks of a reading before it decides by it (rules/policy.yaml). */
const USED_FROM = 0.6

/** A floor plan whose labels stand above their values; `doubtful` is how surely one character of 出入口 was read. */
function plan(doubtful: number): PageReading {
  const page = typeset([
    [400, 60, '上海江右食品有限公司平面布局图', 40],
    [200, 300, '收银区'],
    [200, 335, '13.80平方米'],
    [900, 300, '申请人：'],
    [900, 330, '上海江右食品有限公司'],
    [900, 370, '地址：'],
    [900, 400, '上海市普陀区中山北路760号'],
    [900, 440, '出入口：'],
    [900, 470, '主出入口南侧，后门北侧'],
    [900, 510, '绘制日期：'],
    [900, 540, '2026年10月16日'],
  ])
  return {
    ...page,
    lines: page.lines.map((line) =>
      line.text.startsWith('主出')
        ? { ...line, characters: [...line.text].map((_, i) => (i ? 0.99 : doubtful)) }
        : line,
    ),
  }
}

test('free text read clearly below its label is used: it has no form to miss', async () => {
  const [document] = await documentsOf(plan(0.99))
  const { value, confidence } = document?.fields.出入口 ?? {}
  expect(value).toBe('主出入口南侧,后门北侧')
  expect(confidence).toBeGreaterThan(USED_FROM)
})

test('free text with a doubtful character is not used: nothing in its form would show the error', async () => {
  const [document] = await documentsOf(plan(0.5))
  expect(document?.fields.出入口?.confidence).toBeLessThan(USED_FROM)
})

/** A statement of loss; the brackets of its number were read with 0.5. */
const loss = (number: string): PageReading => {
  const page = typeset([
    [480, 100, '遗失声明', 48],
    [160, 240, '声明主体：上海味小馆餐饮有限公司'],
    [160, 300, '证照名称：公共场所卫生许可证'],
    [160, 360, `证照编号：${number}`],
    [160, 480, '声明日期：2026年3月5日'],
  ])
  const lines = page.lines.map((line) => ({
    ...line,
    characters: [...line.text].map((character) => (/[〔\]】]/u.test(character) ? 0.5 : 0.99)),
  }))
  return { ...page, lines }
}

test('which kind of bracket stands about a year need not be sure, one without its fellow must be', async () => {
  const [[paired], [alone]] = await Promise.all([
    documentsOf(loss('普卫公证字〔2025]第310107734641号')),
    documentsOf(loss('普卫公证字2025]第310107734641号')),
  ])
  expect(paired?.fields.证照编号?.confidence).toBeGreaterThan(USED_FROM)
  expect(alone?.fields.证照编号?.confidence).toBeLessThan(USED_FROM)
})

test('a name that no usual surname begins is used when it was clearly read, and not when its print leaves a doubt', async () => {
  const owner = async (name: string, rivals: Line['rivals'] = [], sure = 0.99) => {
    const page = typeset([
      [400, 100, '居民户口簿', 44],
      [200, 250, '户别：家庭户'],
      [200, 310, `户主姓名：${name}`],
      [200, 370, '住址：上海市普陀区桃浦路32弄25号204室'],
      [200, 430, `姓名：${name}`],
      [200, 490, '户主或与户主关系：户主'],
    ])
    const at = '户主姓名：'.length
    const lines = page.lines.map((line) =>
      line.text.startsWith('户主姓名')
        ? {
            ...line,
            characters: [...line.text].map((_, i) => (i === at + 1 ? sure : 0.99)),
            ...(rivals.length > 0 && { rivals: rivals.map((rival) => ({ ...rival, at })) }),
          }
        : line,
    )
    const [document] = await documentsOf({ ...page, lines })
    return document?.fields.户主姓名?.confidence ?? 1
  }
  expect(await owner('郝慧')).toBeGreaterThan(USED_FROM)
  for (const name of ['扎西', '阿依古丽', '都慧']) expect(await owner(name), name).toBeGreaterThan(USED_FROM)
  expect(await owner('都慧', [{ at: 0, text: '郝', probability: 0.006 }])).toBeLessThan(USED_FROM)
  expect(await owner('扎西', [], 0.9)).toBeLessThan(USED_FROM)
  expect(await owner('钟霞哗')).toBeLessThan(USED_FROM)
})

test('text with a bracket that has no fellow is not used unseen: a line is missing', async () => {
  const scope = async (text: string) => {
    const [document] = await documentsOf(
      typeset([
        [480, 100, '遗失声明', 48],
        [160, 240, '声明主体：上海味小馆餐饮有限公司'],
        [160, 300, '证照名称：公共场所卫生许可证'],
        [160, 360, `遗失经过：${text}`],
        [160, 480, '声明日期：2026年3月5日'],
      ]),
    )
    return document?.fields.遗失经过?.confidence ?? Number.NaN
  }
  expect(await scope('保管不善（搬家途中遗落）')).toBeGreaterThan(USED_FROM)
  for (const whole of ['1)搬家 2)遗落', '叉车司机(N1)', '搬家(第1次)遗落'])
    expect(await scope(whole), whole).toBeGreaterThan(USED_FROM)
  expect(await scope('沪普审2024)57号')).toBeLessThan(USED_FROM)
  expect(await scope('保管不善（搬家途中')).toBeLessThan(USED_FROM)
})

test('a firm or a code with another character seen nearly as well is never sure, and says so', async () => {
  const read = async (probability: number, other: string) => {
    const page = typeset([
      [450, 80, '授权委托书', 48],
      [100, 200, '委托人：上海江右商贸有限公司'],
      [100, 260, '受托人：王小满'],
    ])
    const lines = page.lines.map((line) => {
      const at = line.text.indexOf('右')
      return at < 0 ? line : { ...line, rivals: [{ at, text: other, probability }] }
    })
    const [document] = await documentsOf({ ...page, lines })
    return document?.fields.委托人
  }
  const open = await read(0.08, '有')
  expect(open?.value).toBe('上海江右商贸有限公司')
  expect(open?.confidence).toBeLessThan(0.9)
  expect(open?.note).toContain('有')
  expect((await read(0.02, '有'))?.confidence).toBeGreaterThan(0.9)
  expect((await read(0.08, '、'))?.confidence).toBeGreaterThan(0.9)
})

test('a code of letters and digits by turns is not sure where a look-alike would stand as well', async () => {
  const code = async (printed: string) => {
    const [document] = await documentsOf(
      typeset([
        [300, 70, '上海市医疗门诊收费票据（电子）', 40],
        [120, 140, '票据代码：31060125'],
        [700, 140, '票据号码：0012345678'],
        [120, 180, '交款人：王小明'],
        [700, 180, `校验码：${printed}`],
        [700, 220, '开票日期：2025-03-08'],
        [120, 600, '金额合计（大写）壹佰元整'],
        [120, 660, '门诊号：88776655'],
      ]),
    )
    return document?.fields.校验码
  }
  expect(await code('c1d7e4')).toMatchObject({ value: 'c1d7e4', note: expect.stringContaining('核对') })
  expect((await code('c1d7e4'))?.confidence).toBeLessThanOrEqual(0.85)
  expect((await code('c3d7e4'))?.confidence).toBeGreaterThan(0.9)
  expect((await code('730946'))?.confidence).toBeGreaterThan(0.9)
})

test('an office whose name has a hole in its row is not sure: characters under a seal may not have been read', async () => {
  const office = async (...parts: [number, string][]) => {
    const [document] = await documentsOf(
      typeset([
        [480, 100, '食品经营许可证', 48],
        [160, 240, '经营者名称：上海味小馆餐饮有限公司'],
        [160, 300, '许可证编号：JY13101070012345'],
        ...parts.map(([x, text]): [number, number, string] => [x, 360, text]),
      ]),
    )
    return document?.fields.发证机关
  }
  const whole = await office([160, '发证机关：上海市普陀区市场监督管理局'])
  const torn = await office([160, '发证机关：上海市'], [480, '区市场监督管理局'])
  expect(whole?.confidence).toBeGreaterThan(0.9)
  expect(torn?.value).toBe('上海市区市场监督管理局')
  expect(torn?.confidence).toBeLessThan(0.9)
})
