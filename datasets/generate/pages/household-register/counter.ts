import { type Layout, mark, printDate, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** 居民户口簿 as a counter keeps it: the page of the household and the card of the person copied in black one above the other onto A4. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fcfcfc' }, content, (ctx, content) => {
    const value = (words: string, span = 1): Cell => ({ text: words, face: 'Hei', size: 3.9, align: 'left', span })
    const row = (...cells: (readonly [label: string, name: string, span?: number])[]): Cell[] =>
      cells.flatMap(([label, name, span]) => [{ text: label }, value(name && text(content, name), span)])
    const at = { x: 24, rowHeight: 10, style: { face: 'Song', size: 3.4 } } as const
    const seal = { ring: mark(content, '户口专用章') ?? '', foot: '户口专用章', diameter: 34, colour: '#2d2d2d' }
    line(ctx, '居民户口簿', 105, 26, { face: 'SongBold', size: 5.4, align: 'center', spacing: 2 })
    const home = table(
      ctx,
      [row(['户　　别', '户别'], ['户主姓名', '户主姓名']), row(['户　　号', '户号'], ['住　　址', '住址'])],
      {
        ...at,
        y: 31,
        columns: [22, 50, 22, 68],
        rowHeight: 14,
      },
    )
    line(ctx, '省级公安机关\u3000户口专用章', 30, home + 14, at.style)
    line(ctx, '户口登记机关\u3000户口专用章', 112, home + 14, at.style)
    line(ctx, '承办人签章：', 30, home + 28, at.style)
    if (seal.ring) roundSeal(ctx, seal, 140 + random.between(-6, 6), home + 14, random)
    line(ctx, '常住人口登记卡', 105, 128, { face: 'SongBold', size: 5.4, align: 'center', spacing: 2 })
    const born = printDate(text(content, '出生日期'), random.pick(['plain', 'dash'] as const))
    const card = table(
      ctx,
      [
        row(['姓　　名', '姓名', 2], ['户主或与\n户主关系', '户主或与户主关系', 2]),
        row(['曾 用 名', '曾用名', 2], ['性　　别', '性别', 2]),
        row(['出 生 地', '出生地', 2], ['民　　族', '民族', 2]),
        [{ text: '籍　　贯' }, value(text(content, '籍贯'), 2), { text: '出生日期' }, value(born, 2)],
        row(['本市（县）\n其他住址', '', 2], ['宗教信仰', '', 2]),
        row(['公民身份\n证件编号', '公民身份号码', 2], ['身高　血型', '', 2]),
        row(['文化程度', '文化程度'], ['婚姻状况', '婚姻状况'], ['兵役状况', '']),
        row(['服务处所', '', 2], ['职　　业', '', 2]),
        [{ text: '何时由何地迁来本市（县）', span: 2 }, value(text(content, '迁来本市'), 4)],
        [{ text: '何时由何地迁来本址', span: 2 }, value('', 4)],
      ],
      { ...at, y: 133, columns: [22, 34, 25, 25, 24, 32] },
    )
    line(ctx, '承办人签章：', 30, card + 10, at.style)
    line(ctx, `登记日期：${printDate(text(content, '登记日期'), 'spaced')}`, 118, card + 10, at.style)
    if (seal.ring) roundSeal(ctx, seal, 122 + random.between(-8, 8), card + 2, random)
    line(ctx, '与原件核对一致', 30, 276, { face: 'Hand', size: 8, colour: '#22306a' })
    sample(ctx, 105, 292)
  }),
]
