import type { Random } from '../../random.ts'
import { type Content, type Layout, list, mark, printDate, text } from '../content.ts'
import { cell, cellRow } from '../primitives/cell.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { spread } from '../primitives/spread.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const LABEL = { face: 'Song', size: 4 } as const
const VALUE = { face: 'Song', size: 4, align: 'left' } as const
const LEFT = 22
const STATED = [
  '1. 本报告无本机构检验检测专用章和骑缝章无效。',
  '2. 本报告无编制、审核、签发人签字无效，涂改无效。',
  '3. 未经本机构书面批准，不得部分复制本报告。',
  '4. 委托方对本报告有异议的，应于收到报告之日起十五日内向本机构提出。',
  '5. 由委托方自行采集的样品，本报告仅对送检样品的检测结果负责。',
]

/** Upper limits of what is tested and their units. */
const LIMITS: Record<string, readonly [limit: number, unit: string]> = {
  甲醛: [0.1, 'mg/m³'],
  苯: [0.11, 'mg/m³'],
  二氧化碳: [0.15, '%'],
  细菌总数: [4000, 'CFU/m³'],
  噪声: [85, 'dB(A)'],
  照度: [750, 'lx'],
}

/** 检测报告: of a laboratory (cover with the CMA mark, statement, report, results) or, where the paper is about a lift or a boiler, of its inspection. */
export const lifelike: Layout = (content, random) => {
  const machine = text(content, '制造单位') !== '' && text(content, '设备种类') !== '' && random.chance(0.5)
  const rows = machine ? inspection(content) : laboratory(content)
  const shown = rows.map(([, , name]) => name ?? '').filter((name) => name !== '')
  const cma = machine ? [] : ['CMA编号']
  const front = ['报告编号', '委托单位', '受检单位', '报告日期', '检验机构', ...cma]
  return [
    sheet(A4, (ctx) => cover(ctx, content, machine, random.fork('cover')), [...front, '盖章']),
    sheet(A4, (ctx) => statement(ctx), []),
    sheet(A4, (ctx) => report(ctx, content, { rows, machine }, random.fork('report')), [
      ...shown,
      ...['报告编号', '报告日期', '签发人', '检测结论', '盖章'],
    ]),
    ...(machine ? [] : [sheet(A4, (ctx) => results(ctx, content, random.fork('results')), ['报告编号', '检测项目'])]),
  ]
}

/** One row of the report's form: label, words, the field they come from. */
type Row = readonly [label: string, words: string, name?: string]

const field = (content: Content, name: string, label = name): Row => [label, text(content, name), name]
const dated = (content: Content, name: string, label = name): Row => [label, printDate(text(content, name)), name]

function laboratory(content: Content): Row[] {
  return [
    field(content, '委托单位'),
    field(content, '受检单位'),
    field(content, '受检地址'),
    ['检测类别', '委托检测'],
    dated(content, '检验日期', '采样日期'),
    ['检测项目', list(content, '检测项目').join('、'), '检测项目'],
    ['检测依据', 'GB/T 18204 公共场所卫生检验方法'],
    ['评价依据', 'GB 37488 公共场所卫生指标及限值要求'],
  ]
}

function inspection(content: Content): Row[] {
  return [
    field(content, '委托单位'),
    field(content, '受检单位'),
    field(content, '受检地址'),
    field(content, '设备种类'),
    field(content, '设备代码'),
    field(content, '产品编号'),
    field(content, '制造单位'),
    dated(content, '制造日期'),
    field(content, '安装单位'),
    dated(content, '检验日期'),
    dated(content, '下次检验日期'),
  ]
}

function cover(ctx: Context, content: Content, machine: boolean, random: Random): void {
  if (!machine) cma(ctx, text(content, 'CMA编号'))
  const number = `报告编号（No.）：${text(content, '报告编号')}`
  line(ctx, number, 188, 34, { face: 'Song', size: 4, align: 'right' })
  const title = machine ? '特种设备监督检验报告' : '检测报告'
  line(ctx, title, 105, 92, { face: 'SongBlack', size: machine ? 11 : 15, align: 'center', spacing: machine ? 1.5 : 7 })
  line(ctx, machine ? 'INSPECTION REPORT' : 'TEST REPORT', 105, 104, {
    face: 'Hei',
    size: 4.6,
    align: 'center',
    spacing: 1,
  })
  const rows: [string, string, string][] = [
    ['委托单位', 'Client', text(content, '委托单位')],
    ['受检单位', 'Inspected Unit', text(content, '受检单位')],
    [machine ? '检验类别' : '检测类别', 'Test Type', machine ? '监督检验' : '委托检测'],
    ['报告日期', 'Date of Report', printDate(text(content, '报告日期'))],
  ]
  for (const [i, [label, english, words]] of rows.entries()) {
    const y = 138 + i * 17
    spread(ctx, label, 42, y, 28, { face: 'Song', size: 5 })
    line(ctx, english, 42, y + 5, { face: 'Song', size: 2.9, colour: '#555' })
    line(ctx, words, 76, y, { face: 'Song', size: 4.8 })
    ctx.fillStyle = '#333'
    ctx.fillRect(74, y + 1.6, 96, 0.2)
  }
  line(ctx, text(content, '检验机构'), 105, 234, { face: 'SongBold', size: 5.4, align: 'center' })
  line(ctx, '（检验检测专用章）', 105, 243, { face: 'Song', size: 4.4, align: 'center' })
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '检验检测专用章' }, 116 + random.between(-8, 12), 236, random)
  sample(ctx, 188, 289, 3)
}

/** The mark of 检验检测机构资质认定: three letters in a shield of strokes, the number below. */
function cma(ctx: Context, number: string): void {
  ctx.strokeStyle = '#1a1a1a'
  ctx.lineWidth = 1.1
  ctx.beginPath()
  ctx.arc(34, 28, 7, Math.PI * 0.25, Math.PI * 1.75)
  ctx.stroke()
  line(ctx, 'MA', 31, 30.6, { face: 'HeiBold', size: 7 })
  line(ctx, number, 26, 41, { face: 'Hei', size: 3.2 })
}

function statement(ctx: Context): void {
  line(ctx, '声　　明', 105, 46, { face: 'HeiBold', size: 6, align: 'center' })
  let y = 66
  for (const words of STATED) y = paragraph(ctx, words, 30, y, 150, { face: 'Song', size: 4.2, leading: 1.9 }) + 2
  sample(ctx, 188, 289, 3)
}

function report(
  ctx: Context,
  content: Content,
  { rows, machine }: { rows: readonly Row[]; machine: boolean },
  random: Random,
): void {
  running(ctx, content, { machine, page: 1, pages: machine ? 1 : 2 })
  let y = 48
  for (const [label, words] of rows)
    y = cellRow(ctx, { x: LEFT, y, widths: [34, 132], height: 12 }, [
      { text: label, style: LABEL },
      { text: words, style: VALUE },
    ])
  const height = 62
  cell(ctx, { x: LEFT, y, width: 34, height }, machine ? '检验结论' : '检测结论', LABEL)
  cell(ctx, { x: LEFT + 34, y, width: 132, height }, '')
  paragraph(ctx, text(content, '检测结论'), LEFT + 38, y + 12, 122, { ...LABEL, leading: 1.7 })
  const day = printDate(text(content, '报告日期'), 'spaced')
  line(ctx, day, LEFT + 160, y + height - 6, { ...LABEL, align: 'right' })
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '检验检测专用章' }, LEFT + 132 + random.between(-8, 6), y + 38, random)
  y += height + 14
  line(ctx, '编制：', LEFT + 4, y, LABEL)
  line(ctx, '审核：', LEFT + 62, y, LABEL)
  line(ctx, `签发人：${text(content, '签发人')}`, LEFT + 118, y, LABEL)
}

function results(ctx: Context, content: Content, random: Random): void {
  running(ctx, content, { machine: false, page: 2, pages: 2 })
  const widths = [14, 44, 30, 30, 28, 20]
  const heads = ['序号', '检测项目', '标准限值', '检测结果', '计量单位', '判定']
  let y = cellRow(ctx, { x: LEFT, y: 48, widths, height: 11 }, heads, { face: 'SongBold', size: 3.7 })
  for (const [i, name] of list(content, '检测项目').entries()) {
    const [limit, unit] = LIMITS[name] ?? [1, '—']
    const found = (limit * random.between(0.3, 0.9)).toFixed(limit < 1 ? 3 : 0)
    const cells = [String(i + 1), name, `≤${limit.toFixed(limit < 1 ? 2 : 0)}`, found, unit, '合格']
    y = cellRow(ctx, { x: LEFT, y, widths, height: 11 }, cells, { face: 'Song', size: 3.7 })
  }
  line(ctx, '（以下空白）', 105, y + 12, { ...LABEL, align: 'center' })
}

/** What every inner page has: title, number of the report, its place among the pages, pale words across. */
function running(
  ctx: Context,
  content: Content,
  { machine, page, pages }: { machine: boolean; page: number; pages: number },
): void {
  ctx.save()
  ctx.translate(105, 178)
  ctx.rotate(-Math.PI / 6)
  line(ctx, '检验检测专用', 0, 0, { face: 'HeiBold', size: 26, align: 'center', colour: 'rgba(60,110,160,.08)' })
  ctx.restore()
  line(ctx, machine ? '检验报告' : '检测报告', 105, 32, { face: 'HeiBold', size: 6.4, align: 'center', spacing: 2 })
  line(ctx, `报告编号：${text(content, '报告编号')}`, LEFT, 43, { face: 'Song', size: 3.6 })
  line(ctx, `第 ${page} 页 共 ${pages} 页`, LEFT + 166, 43, { face: 'Song', size: 3.6, align: 'right' })
  sample(ctx, 188, 289, 3)
}
