import { type Content, type Layout, list, mark, printDate, rows, text } from '../content.ts'
import { type Box, cell } from '../primitives/cell.ts'
import { received } from '../primitives/counter.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

interface Zone {
  name: string
  area: string
}

const WALLS: Box = { x: 26, y: 44, width: 158, height: 104 }
const nth = (i: number) => String.fromCodePoint(0x2460 + i)

/** 经营场所平面示意图 as it is made in a word processor: boxes with numbers alone, a table that says what each is, the rest as lines below. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fefefe' }, content, (ctx, content) => {
    const zones = rows(content, '功能区').map((row): Zone => ({ name: String(row.名称), area: `${row.面积}` }))
    line(ctx, text(content, '图名') || '平面示意图', 105, 26, { face: 'SongBold', size: 7, align: 'center' })
    line(ctx, `（比例　${text(content, '比例尺') || '示意'}）`, 105, 34, { face: 'Song', size: 3.6, align: 'center' })
    drawing(ctx, zones, list(content, '设备设施位置').length)
    let y = table(ctx, legend(zones, text(content, '总面积')), {
      x: 26,
      y: 160,
      columns: [16, 39, 24, 16, 39, 24],
      rowHeight: 8,
      style: { face: 'Song', size: 3.5 },
    })
    y += 8
    for (const [label, words] of particulars(content))
      y = paragraph(ctx, `${label}：${words}`, 26, y, 158, { face: 'Hei', size: 3.6, leading: 1.5 }) + 1.4
    line(ctx, '申请人（盖章）', 128, Math.max(y + 6, 268), { face: 'Song', size: 3.8 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 158 + random.between(-8, 8), Math.max(y + 2, 262), random)
    if (random.chance(0.4)) received(ctx, 16, 10, random)
    sample(ctx, 105, 292)
  }),
]

/** The table of zones, two to a row, the sum at its end. */
function legend(zones: readonly Zone[], total: string): Cell[][] {
  const heads = ['图号', '区域名称', '面积（㎡）'].map((words): Cell => ({ text: words, face: 'HeiBold', size: 3.3 }))
  const cells = (i: number): Cell[] => {
    const zone = zones[i]
    return [zone ? nth(i) : '', zone?.name ?? '', zone?.area ?? ''].map((words) => ({ text: words }))
  }
  const half = Math.ceil(zones.length / 2)
  return [
    [...heads, ...heads],
    ...Array.from({ length: half }, (_, i) => [...cells(2 * i), ...cells(2 * i + 1)]),
    [
      { text: '面积合计（㎡）', span: 2, face: 'HeiBold', size: 3.3 },
      { text: total, span: 4 },
    ],
  ]
}

function particulars(content: Content): [label: string, words: string][] {
  const day = printDate(text(content, '绘制日期'), 'dash')
  const all: [string, string][] = [
    ['经营者名称', text(content, '单位名称')],
    ['经营场所', text(content, '地址')],
    ['出入口/流线', text(content, '出入口')],
    ['主要设备', list(content, '设备设施位置').join('、')],
    ['安全设施标注', list(content, '安全标注').join('、')],
    ['终端台数', text(content, '机位数')],
    ['制图日期', day],
  ]
  return all.filter(([, words]) => words !== '')
}

/** The outer wall, a corridor across it, a numbered box for each zone above and below, small squares for the equipment. */
function drawing(ctx: Context, zones: readonly Zone[], pieces: number): void {
  const { x, y, width, height } = WALLS
  const corridor = 12
  const above = Math.ceil(zones.length / 2)
  const deep = (height - corridor) / 2
  const wall = { face: 'Hei', size: 5, ink: '#111', rule: 0.5 } as const
  for (const [i] of zones.entries()) {
    const [inRow, at] = i < above ? [above, i] : [zones.length - above, i - above]
    const wide = width / inRow
    const box = { x: x + at * wide, y: i < above ? y : y + deep + corridor, width: wide, height: deep }
    cell(ctx, box, nth(i), wall)
    ctx.fillStyle = '#fefefe'
    ctx.fillRect(box.x + wide * 0.4, i < above ? y + deep - 0.6 : box.y - 0.6, 8, 1.2)
    if (i < pieces)
      cell(ctx, { x: box.x + 3, y: box.y + 4, width: 9, height: 6 }, String.fromCodePoint(65 + i), { size: 3 })
  }
  ctx.lineWidth = 1.2
  ctx.strokeStyle = '#111'
  ctx.strokeRect(x, y, width, height)
  line(ctx, '通　道', x + width / 2, y + deep + corridor / 2 + 1.4, { face: 'Song', size: 3.6, align: 'center' })
  ctx.fillStyle = '#fefefe'
  ctx.fillRect(x - 1, y + deep + 2, 2, corridor - 4)
  line(ctx, '⇨', x - 9, y + deep + corridor / 2 + 2, { face: 'Hei', size: 6 })
  line(ctx, '入口', x - 10, y + deep - 1, { face: 'Hei', size: 3.2 })
  line(ctx, '北 ↑', x + width - 10, y - 4, { face: 'Hei', size: 4 })
}
