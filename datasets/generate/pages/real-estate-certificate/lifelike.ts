import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { cell } from '../primitives/cell.ts'
import { emblem, guilloche, matrixCode } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const PAGE = { width: 182, height: 257 } as const
const PAPER = '#f8f2ee'
const RED = '#a24a4f'

/** Rows of the register's page in their order, their labels as printed, heights in mm. */
const ROWS: readonly (readonly [name: string, label: string, height: number])[] = [
  ['权利人', '权 利 人', 15],
  ['共有情况', '共有情况', 13],
  ['坐落', '坐　　落', 17],
  ['不动产单元号', '不动产单元号', 13],
  ['权利类型', '权利类型', 13],
  ['权利性质', '权利性质', 13],
  ['用途', '用　　途', 13],
  ['面积', '面　　积', 17],
  ['使用期限', '使用期限', 17],
  ['权利其他状况', '权利其他状况', 62],
]

/** 不动产权证书: the page of the statement with the registry's stamp, then the opening of register and 附记 (Shanghai's wording). */
export const lifelike: Layout = (content, random) => [
  sheet({ ...PAGE, density: 9, paper: PAPER }, (ctx) => statement(ctx, content, random.fork('statement')), [
    '登记机构',
    '登记日期',
    '盖章',
  ]),
  sheet(
    { width: PAGE.width * 2, height: PAGE.height, density: 8, paper: PAPER },
    (ctx) => opening(ctx, content, random.fork('opening')),
    ['不动产权证号', ...ROWS.map(([name]) => name)],
  ),
]

function statement(ctx: Context, content: Content, random: Random): void {
  ground(ctx, 0)
  emblem(ctx, 91, 42, 15)
  const words =
    '根据《中华人民共和国民法典》等法律法规，为保护不动产权利人合法权益，对不动产权利人申请登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。'
  paragraph(ctx, words, 27, 84, 128, { face: 'SongMedium', size: 6, leading: 1.9, indent: 12 })
  line(ctx, '登记机构（章）', 92, 164, { face: 'SongMedium', size: 5.2 })
  line(ctx, text(content, '登记机构'), 111, 174, { face: 'Song', size: 4.4, align: 'center' })
  line(ctx, printDate(text(content, '登记日期'), 'spaced'), 111, 184, { face: 'Song', size: 4.8, align: 'center' })
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '不动产登记专用章', diameter: 42 }, 114 + random.between(-5, 6), 172, random)
  matrixCode(ctx, 26, 196, 26, random)
  line(ctx, '中华人民共和国自然资源部监制', 91, 236, { face: 'Song', size: 4.2, align: 'center' })
  line(ctx, `编号 № D ${random.digits(11)}`, 156, 246, { face: 'Song', size: 4.2, align: 'right', colour: RED })
  sample(ctx, 22, 250, 3)
}

function opening(ctx: Context, content: Content, random: Random): void {
  ground(ctx, 0)
  ground(ctx, PAGE.width)
  line(ctx, text(content, '不动产权证号'), 93, 28, { face: 'SongMedium', size: 5.4, align: 'center' })
  let y = 35
  for (const [name, label, height] of ROWS) {
    cell(ctx, { x: 16, y, width: 34, height }, label, { face: 'SongMedium', size: 4.5, ink: RED, colour: '#5e2c30' })
    const long = name === '权利其他状况'
    cell(ctx, { x: 50, y, width: 118, height }, printed(content, name), {
      face: 'Song',
      size: 4.3,
      align: 'left',
      leading: long ? 1.6 : 1.32,
      ink: RED,
    })
    y += height
  }
  const right = PAGE.width
  line(ctx, '附　　记', right + 91, 28, { face: 'SongMedium', size: 6, align: 'center' })
  ctx.strokeStyle = RED
  ctx.lineWidth = 0.2
  ctx.strokeRect(right + 16, 35, 150, y - 35)
  const notes = [
    `宗地（丘）号：普陀区示例街道${random.int(10, 390)}街坊${random.int(1, 40)}/${random.int(1, 9)}丘`,
    `受理编号：普${random.digits(12)}`,
    '登记原因：买卖',
    `房屋竣工日期：${random.int(1994, 2016)}年`,
  ]
  for (const [i, words] of notes.entries()) line(ctx, words, right + 22, 47 + i * 8.4, { face: 'Song', size: 4.2 })
  const fold = ctx.createLinearGradient(right - 13, 0, right + 13, 0)
  fold.addColorStop(0, 'rgba(90,60,50,0)')
  fold.addColorStop(0.5, 'rgba(90,60,50,.34)')
  fold.addColorStop(1, 'rgba(90,60,50,0)')
  ctx.fillStyle = fold
  ctx.fillRect(right - 13, 0, 26, PAGE.height)
  sample(ctx, 91, 252, 3)
  sample(ctx, right + 91, 252, 3)
}

function ground(ctx: Context, left: number): void {
  guilloche(ctx, { x: left + 6, y: 6, width: PAGE.width - 12, height: PAGE.height - 12 }, ['#f2dcdc', '#efe6d3'], {
    lines: 56,
    swing: 3.6,
    weight: 0.2,
    waves: 6,
  })
}

/** The area of a building as the register writes it; everything else as it is. */
function printed(content: Content, name: string): string {
  const words = text(content, name)
  return name === '面积' && words ? `房屋建筑面积：${Number(words).toFixed(2)}平方米` : words
}
