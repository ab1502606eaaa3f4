import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { type CellStyle, cell, cellRow } from '../primitives/cell.ts'
import { fillingFace } from '../primitives/fills.ts'
import type { Face } from '../primitives/fonts.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, type Sheet, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'
import { TICKS, type Tick, tickBox } from '../primitives/tick-box.ts'

const LEFT = 20
const FORMS = ['餐饮服务经营者', '食品销售经营者', '集中用餐单位食堂']
const KINDS = ['新办', '变更', '延续', '补证', '注销', '备案']
const NOTES = [
  '1. 本申请书适用于食品经营许可的申请，由申请人如实填写。',
  '2. 本申请书内所称申请人，是指食品经营者，应与营业执照载明的名称一致。',
  '3. 填写应当使用钢笔或签字笔，字迹清楚，文字规范、完整，不得涂改。',
  '4. 在选项前的“□”中打“√”；没有的内容填“无”。',
]

type Ticked = { words: string; ticked: boolean }[]

/**
 * 食品经营许可申请书: cover, ruled form with boxes to tick, table of the persons in charge with the declaration; or, in its other variant,
 * the one-page 居民家庭经济状况核对授权书.
 */
export const lifelike: Layout = (content, random) => {
  if (content.variant === '核对授权书') return [authorisation(content, random)]
  const ticks: Ticked = []
  const fill = fillingFace(random)
  const tick = random.pick(TICKS)
  const form = sheet(A4, (ctx) => particulars(ctx, content, { tick, ticks, fill, random: random.fork('ticks') }), [
    ...[
      '申请人',
      '统一社会信用代码',
      '法定代表人',
      '法定代表人证件号码',
      '住所',
      '经营场所',
      '主体业态',
      '经营项目',
      '经营面积',
    ],
    ...['食品处理区面积', '就餐场所面积', '从业人员数', '联系人', '联系电话', '申请类型'],
  ])
  return [
    sheet(A4, (ctx) => cover(ctx, content, fill, random.fork('cover')), ['申请人', '申请日期', '盖章']),
    { ...form, ticks },
    sheet(A4, (ctx) => declaration(ctx, content, fill, random.fork('sign')), [
      '食品安全管理人员',
      '食品安全管理人员证件号码',
      '申请日期',
      '签名',
    ]),
  ]
}

function cover(ctx: Context, content: Content, fill: Face, random: Random): void {
  line(ctx, '食品经营许可申请书', 105, 84, { face: 'SongBlack', size: 11, align: 'center', spacing: 2 })
  const filled = (label: string, words: string, y: number) => {
    line(ctx, label, 40, y, { face: 'Song', size: 5 })
    line(ctx, words, 86, y, { face: fill, size: [...words].length > 18 ? 4.4 : 5 })
    ctx.fillStyle = '#333'
    ctx.fillRect(84, y + 1.6, 86, 0.2)
  }
  filled('申请人（盖章）：', text(content, '申请人'), 124)
  filled('申请日期：', printDate(text(content, '申请日期'), 'spaced'), 142)
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring }, 140 + random.between(-12, 12), 126, random)
  line(ctx, '填　写　说　明', 105, 186, { face: 'HeiBold', size: 4.4, align: 'center' })
  let y = 198
  for (const words of NOTES) y = paragraph(ctx, words, 32, y, 146, { face: 'Song', size: 3.9, leading: 1.7 })
  line(ctx, '国家市场监督管理总局制', 105, 268, { face: 'Song', size: 4.2, align: 'center' })
  sample(ctx, 188, 289, 3)
}

/** The form; what is ticked goes to `ticks` in reading order. */
function particulars(
  ctx: Context,
  content: Content,
  { tick, ticks, fill, random }: { tick: Tick; ticks: Ticked; fill: Face; random: Random },
): void {
  line(ctx, '一、申请人基本情况', LEFT, 26, { face: 'HeiBold', size: 4.6 })
  const value: CellStyle = { face: fill, size: 3.9, align: 'left' }
  const label: CellStyle = { face: 'Song', size: 3.6 }
  const area = (name: string) => (text(content, name) ? `${text(content, name)}` : '')
  let y = 31
  const wide = (words: string, name: string, height = 11) => {
    y = cellRow(ctx, { x: LEFT, y, widths: [42, 128], height }, [
      { text: words, style: label },
      { text: text(content, name), style: value },
    ])
  }
  const pair = (first: readonly [string, string], second: readonly [string, string]) => {
    y = cellRow(
      ctx,
      { x: LEFT, y, widths: [42, 43, 42, 43], height: 11 },
      [first, second].flatMap(([words, shown]) => [
        { text: words, style: label },
        { text: shown, style: value },
      ]),
    )
  }
  const boxes = (words: string, options: readonly string[], chosen: string, across: number) => {
    const height = Math.max(11, Math.ceil(options.length / across) * 7.5 + 2)
    y = cellRow(ctx, { x: LEFT, y, widths: [42, 128], height }, [{ text: words, style: label }])
    for (const [i, option] of options.entries()) {
      const x = LEFT + 45 + (i % across) * (124 / across)
      const base = y - height / 2 + 1.3 + (Math.floor(i / across) - (Math.ceil(options.length / across) - 1) / 2) * 7.5
      tickBox(ctx, { x, y: base, side: 3.5 }, option === chosen ? tick : null, '#1b2a63', random)
      line(ctx, option, x + 4.6, base, { face: 'Song', size: 3.6 })
      ticks.push({ words: option, ticked: option === chosen })
    }
  }
  boxes('申请类型', KINDS, text(content, '申请类型'), 6)
  wide('经营者名称', '申请人')
  wide('统一社会信用代码', '统一社会信用代码')
  wide('法定代表人（负责人）', '法定代表人')
  wide('法定代表人（负责人）\n身份证件号码', '法定代表人证件号码', 13)
  wide('住　　所', '住所')
  wide('经营场所', '经营场所')
  boxes('主体业态', FORMS, text(content, '主体业态'), 3)
  wide('经营项目', '经营项目', 18)
  pair(['经营面积（㎡）', area('经营面积')], ['食品处理区面积（㎡）', area('食品处理区面积')])
  pair(['就餐场所面积（㎡）', area('就餐场所面积')], ['从业人员数', text(content, '从业人员数')])
  pair(['联 系 人', text(content, '联系人')], ['联系电话', text(content, '联系电话')])
  pair(['电子邮箱', ''], ['邮政编码', ''])
  cell(ctx, { x: LEFT, y, width: 42, height: 24 }, '外设仓库', label)
  cell(ctx, { x: LEFT + 42, y, width: 128, height: 24 }, '无', value)
  line(ctx, '1', 105, 285, { face: 'Song', size: 3.2, align: 'center' })
  sample(ctx, 188, 289, 3)
}

function declaration(ctx: Context, content: Content, fill: Face, random: Random): void {
  line(ctx, '二、食品安全专业技术人员与食品安全管理人员', LEFT, 26, { face: 'HeiBold', size: 4.6 })
  const widths = [12, 28, 22, 56, 30, 22]
  const head = ['序号', '姓名', '职务', '身份证件号码', '培训考核情况', '专/兼职']
  let y = cellRow(ctx, { x: LEFT, y: 31, widths, height: 10 }, head, { face: 'SongBold', size: 3.5 })
  const person = text(content, '食品安全管理人员')
  const number = text(content, '食品安全管理人员证件号码')
  const first = person || number ? ['1', person, '管理员', number, '合格', '专职'] : ['1']
  for (const cells of [first, ['2'], ['3'], ['4']])
    y = cellRow(ctx, { x: LEFT, y, widths, height: 10 }, cells, { face: fill, size: 3.7 })
  line(ctx, '三、保证声明', LEFT, y + 14, { face: 'HeiBold', size: 4.6 })
  const words =
    '本申请人保证：本申请书中所填内容及所附材料均真实、合法、有效，复印件与原件一致；对照食品安全法律法规和食品安全标准，经营条件符合要求。如有不实之处，本申请人愿负相应的法律责任，并承担由此产生的一切后果。'
  y = paragraph(ctx, words, LEFT + 4, y + 25, 162, { face: 'Song', size: 4.1, leading: 1.8, indent: 8.2 }) + 18
  line(ctx, '法定代表人（负责人）签字：', 84, y, { face: 'Song', size: 4.1 })
  line(ctx, printDate(text(content, '申请日期'), 'spaced'), 130, y + 22, { face: fill, size: 4.3 })
  const signer = mark(content, '签名')
  if (signer) signature(ctx, signer, 140, y + 1, random, 9.5)
  line(ctx, '2', 105, 285, { face: 'Song', size: 3.2, align: 'center' })
  sample(ctx, 188, 289, 3)
}

function authorisation(content: Content, random: Random): Sheet {
  return sheet(
    A4,
    (ctx) => {
      line(ctx, '居民家庭经济状况核对授权书', 105, 40, { face: 'SongBlack', size: 7, align: 'center', spacing: 0.6 })
      const body = { face: 'Song', size: 4.3, leading: 1.9 } as const
      line(ctx, `申请人：${text(content, '申请人')}`, 28, 60, body)
      const words =
        '本人及共同生活的家庭成员因申请社会救助等事项，同意并授权居民经济状况核对机构，依法向有关部门、金融机构等单位查询、核对本人及家庭成员的户籍、收入、存款、有价证券、房产、车辆等经济状况信息。所查询的信息仅用于上述事项的审核。'
      let y = paragraph(ctx, words, 28, 71, 154, { ...body, indent: 8.6 })
      y = paragraph(ctx, '本授权书自签名之日起生效，有效期至救助待遇终止之日。', 28, y, 154, { ...body, indent: 8.6 })
      const people = Array.isArray(content.fields.授权人) ? content.fields.授权人.map(String) : []
      line(ctx, '授权人（签名）：', 28, y + 14, body)
      for (const [i, name] of people.entries())
        line(ctx, name, 64 + (i % 4) * 30, y + 14 + Math.floor(i / 4) * 9, { face: 'Hei', size: 4.6 })
      line(ctx, '申请人（签名）：', 28, y + 36, body)
      const signer = mark(content, '签名')
      if (signer) signature(ctx, signer, 64, y + 37, random, 9.5)
      line(ctx, `联系电话：${text(content, '联系电话')}`, 28, y + 50, body)
      line(ctx, printDate(text(content, '申请日期'), 'spaced'), 178, y + 66, { ...body, align: 'right' })
      sample(ctx, 188, 289, 3)
    },
    ['申请人', '授权人', '联系电话', '申请日期', '签名'],
  )
}
