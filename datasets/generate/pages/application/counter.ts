import { type Content, type Layout, list, mark, printDate, text } from '../content.ts'
import { band, received } from '../primitives/counter.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, type Sheet } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { TICKS, tickBox } from '../primitives/tick-box.ts'

const FORMS = ['食品销售经营者', '餐饮服务经营者', '集中用餐单位食堂']
const KINDS = ['新办', '变更', '延续', '补证', '注销', '备案']
const PLEDGE = '本申请人对所填内容和所附材料的真实性、合法性、有效性负责，复印件与原件一致，并同意行政机关依法核查。'
type Ticked = { words: string; ticked: boolean }[]

/** 食品经营许可申请表 of one dense page in four parts, filled in by hand or typed; or the 核对授权书 as a table of the household. */
export const counter: Layout = (content, random) =>
  content.variant === '核对授权书' ? [household(content, random)] : [permit(content, random)]

function permit(content: Content, random: Parameters<Layout>[1]): Sheet {
  const ticks: Ticked = []
  const tick = random.pick(TICKS)
  const face = random.pick(['Hei', 'SongMedium', 'Hand'] as const)
  const made = sheetOf({ ...A4, paper: '#fdfdfb' }, content, (ctx, content) => {
    line(ctx, '表号：沪食经-01　（2024年版）', 16, 15, { face: 'Hei', size: 2.9 })
    line(ctx, '食品经营许可申请表', 105, 26, { face: 'SongBlack', size: 7.2, align: 'center', spacing: 1 })
    const boxes = (label: string, options: readonly string[], chosen: string, y: number) => {
      let x = 16 + line(ctx, label, 16, y, { face: 'HeiBold', size: 3.5 }) + 2
      for (const words of options) {
        tickBox(ctx, { x, y, side: 3.2 }, words === chosen ? tick : null, '#1b2a63', random)
        x += 4.2 + line(ctx, words, x + 4.2, y, { face: 'Song', size: 3.5 }) + 4
        ticks.push({ words, ticked: words === chosen })
      }
    }
    boxes('申请类别：', KINDS, text(content, '申请类型'), 35)
    boxes('主体业态：', FORMS, text(content, '主体业态'), 42)
    const size = face === 'Hand' ? 5.4 : 3.7
    const value = (name: string, span = 1): Cell => ({ text: text(content, name), face, size, align: 'left', span })
    const wide = (label: string, name: string): Cell[] => [{ text: label }, value(name, 3)]
    const pair = (a: string, left: string, b: string, right: string): Cell[] => [
      { text: a },
      value(left),
      { text: b },
      value(right),
    ]
    const at = {
      x: 14,
      head: 10,
      columns: [36, 52, 32, 52],
      rowHeight: 11.5,
      style: { face: 'Song', size: 3.3 },
    } as const
    let y = band(
      ctx,
      '申请人',
      [
        wide('申请人（单位）名称', '申请人'),
        wide('统一社会信用代码/证件号', '统一社会信用代码'),
        pair('法定代表人\n（负责人）姓名', '法定代表人', '身份证件号码', '法定代表人证件号码'),
        wide('住所（登记地址）', '住所'),
        pair('联系人姓名', '联系人', '手机号码', '联系电话'),
      ],
      { ...at, y: 47 },
    )
    y = band(
      ctx,
      '经营情况',
      [
        wide('经营场所地址', '经营场所'),
        wide('申请经营项目', '经营项目'),
        pair('使用面积（㎡）', '经营面积', '其中：加工面积（㎡）', '食品处理区面积'),
        pair('就餐区面积（㎡）', '就餐场所面积', '职工人数', '从业人员数'),
      ],
      { ...at, y },
    )
    y = band(
      ctx,
      '食安员',
      [
        pair('食品安全管理员', '食品安全管理人员', '食品安全管理员\n身份证号', '食品安全管理人员证件号码'),
        wide('培训考核', ''),
      ],
      { ...at, y },
    )
    y = paragraph(ctx, PLEDGE, 16, y + 8, 178, { face: 'Hei', size: 3.5, indent: 7, leading: 1.6 }) + 8
    line(ctx, '申请人（签字或盖章）：', 18, y, { face: 'Song', size: 3.8 })
    line(ctx, `填表日期：${printDate(text(content, '申请日期'), 'short')}`, 142, y + 12, { face: 'Song', size: 3.8 })
    const signer = mark(content, '签名')
    if (signer) signature(ctx, signer, 60, y + 1, random, 9)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 112 + random.between(-8, 8), y + 8, random)
    const notes =
      '填表说明：1. 用黑色墨水笔填写或者打印，不得涂改；2. 在所选“□”内打“√”；3. 面积以平方米计，保留两位小数。'
    paragraph(ctx, notes, 14, 281, 182, { face: 'Song', size: 2.8, leading: 1.4 })
    if (random.chance(0.6)) received(ctx, 156, 9, random)
    sample(ctx, 188, 291)
  })
  return { ...made, ticks }
}

function household(content: Content, random: Parameters<Layout>[1]): Sheet {
  return sheetOf({ ...A4, paper: '#fdfdfb' }, content, (ctx: Context, content) => {
    line(ctx, '家庭经济状况核对授权书', 105, 32, { face: 'HeiBold', size: 7, align: 'center' })
    const head: Cell[][] = [
      [
        { text: '申请人姓名' },
        { text: text(content, '申请人'), face: 'Hei', size: 4 },
        { text: '手机号码' },
        { text: text(content, '联系电话'), face: 'Hei', size: 4 },
      ],
    ]
    const at = { x: 20, columns: [34, 56, 30, 50], rowHeight: 13, style: { face: 'Song', size: 3.8 } } as const
    let y = table(ctx, head, { ...at, y: 42 })
    const words =
      '为申请社会救助（住房保障），本人及家庭成员同意并授权居民经济状况核对机构，向公安、民政、人力资源社会保障、税务、公积金、市场监管等部门和银行、证券、保险等金融机构，查询、核对家庭人口、收入和财产等有关信息。'
    y = paragraph(ctx, words, 22, y + 10, 166, { face: 'Song', size: 4, leading: 1.75, indent: 8 }) + 4
    const people = list(content, '授权人')
    const rows: Cell[][] = [
      ['序号', '授权人', '与申请人关系', '签名（指印）'].map((text) => ({ text, face: 'HeiBold' as const })),
      ...Array.from({ length: Math.max(5, people.length) }, (_, i): Cell[] => [
        { text: String(i + 1) },
        { text: people[i] ?? '', face: 'Hei', size: 4 },
        { text: '' },
        { text: '' },
      ]),
    ]
    y = table(ctx, rows, { ...at, y, columns: [18, 56, 42, 54], rowHeight: 11 })
    line(ctx, '申请人（签名）：', 24, y + 18, { face: 'Song', size: 4 })
    const signer = mark(content, '签名')
    if (signer) signature(ctx, signer, 58, y + 19, random, 9)
    line(ctx, `日期：${printDate(text(content, '申请日期'), 'numerals')}`, 128, y + 18, { face: 'Song', size: 4 })
    line(ctx, '注：未成年人由监护人代为签名。本授权书自签名之日起至救助终止之日有效。', 24, y + 32, {
      face: 'Song',
      size: 3.2,
    })
    if (random.chance(0.6)) received(ctx, 146, y + 40, random)
    sample(ctx, 188, 290)
  })
}
