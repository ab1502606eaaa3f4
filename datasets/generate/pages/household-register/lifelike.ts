import { createCanvas } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { cell } from '../primitives/cell.ts'
import { guilloche } from '../primitives/figure.ts'
import { font } from '../primitives/fonts.ts'
import { notePrinted } from '../primitives/printed.ts'
import { roundSeal } from '../primitives/seal.ts'
import { type Context, sheet } from '../primitives/sheet.ts'
import { line, sample, wrap } from '../primitives/text.ts'

const PAGE = { width: 145, height: 105, density: 14, paper: '#f7f3ea' } as const
const LEFT = 9
const WIDTH = 127
const RULE = { ink: '#6b4a44', rule: 0.22 } as const
/** Height of the type of a needle printer in mm. */
const PINS = 3.4

/** 居民户口簿: the page of the household, then the 常住人口登记卡 of one person; forms in print, values by needle printer. */
export const lifelike: Layout = (content, random) => [
  sheet(PAGE, (ctx) => household(ctx, content, random.fork('household')), [
    '户别',
    '户主姓名',
    '户号',
    '住址',
    '户口专用章',
  ]),
  sheet(PAGE, (ctx) => person(ctx, content, random.fork('person')), [
    ...CARD.flat().flatMap(({ name }) => name ?? []),
    '登记日期',
    '户口专用章',
  ]),
]

interface Entry {
  label: string
  /** Field whose value stands in the box; none for what is no field of the type. */
  name?: string
  /** Widths of label and value in mm. */
  labelWidth: number
  valueWidth: number
}

const entry = (label: string, labelWidth: number, valueWidth: number, name?: string): Entry => ({
  label,
  labelWidth,
  valueWidth,
  ...(name ? { name } : {}),
})

const CARD: readonly (readonly Entry[])[] = [
  [entry('姓　　名', 22, 42, '姓名'), entry('户主或与户主关系', 27, 36, '户主或与户主关系')],
  [entry('曾 用 名', 22, 42, '曾用名'), entry('性　　别', 27, 36, '性别')],
  [entry('出 生 地', 22, 42, '出生地'), entry('民　　族', 27, 36, '民族')],
  [entry('籍　　贯', 22, 42, '籍贯'), entry('出 生 日 期', 27, 36, '出生日期')],
  [entry('本市（县）\n其他住址', 22, 62), entry('宗教信仰', 19, 24)],
  [entry('公民身份\n证件编号', 22, 50, '公民身份号码'), entry('身高', 12, 16), entry('血型', 11, 16)],
  [entry('文 化 程 度', 22, 26, '文化程度'), entry('婚姻状况', 18, 21, '婚姻状况'), entry('兵役状况', 18, 22)],
  [entry('服 务 处 所', 22, 62), entry('职业', 15, 28)],
  [entry('何时由何地迁\n来本市（县）', 32, 95, '迁来本市')],
  [entry('何时由何地\n迁来本址', 32, 95)],
]

function person(ctx: Context, content: Content, random: Random): void {
  ground(ctx)
  line(ctx, '常住人口登记卡', LEFT + WIDTH / 2, 11.5, { face: 'SongBold', size: 5, align: 'center', spacing: 2.2 })
  let y = 15.5
  for (const row of CARD) {
    let x = LEFT
    for (const { label, name, labelWidth, valueWidth } of row) {
      box(ctx, { x, y, width: labelWidth, height: 7.1 }, label)
      const words = name === '出生日期' ? printDate(text(content, name)) : text(content, name ?? '')
      filled(ctx, { x: x + labelWidth, y, width: valueWidth, height: 7.1 }, words, random)
      x += labelWidth + valueWidth
    }
    y += 7.1
  }
  const print = { face: 'Song', size: 3 } as const
  line(ctx, '承办人签章：', LEFT + 2, 94.5, print)
  line(ctx, '登记日期：', 82, 94.5, print)
  dated(ctx, text(content, '登记日期'), 97, 94.5, random)
  stamp(ctx, content, 112, 84, random)
  sample(ctx, 72.5, 103, 2)
}

function household(ctx: Context, content: Content, random: Random): void {
  ground(ctx)
  const height = 12
  for (const [y, [first, second]] of [
    [14, ['户别', '户主姓名']],
    [14 + height, ['户号', '住址']],
  ] as const) {
    box(ctx, { x: LEFT, y, width: 16, height }, [...first].join('　'))
    filled(ctx, { x: LEFT + 16, y, width: 42, height }, text(content, first), random)
    box(ctx, { x: LEFT + 58, y, width: 18, height }, second === '住址' ? '住　　址' : second)
    filled(ctx, { x: LEFT + 76, y, width: 51, height }, text(content, second), random)
  }
  const print = { face: 'Song', size: 3.2, align: 'center' } as const
  for (const [x, office] of [
    [40, '省级公安机关'],
    [105, '户口登记机关'],
  ] as const) {
    line(ctx, office, x, 55, print)
    line(ctx, '户口专用章', x, 61, print)
  }
  line(ctx, '承办人签章：', LEFT + 4, 88, { ...print, align: 'left' })
  dated(ctx, '', 92, 88, random)
  line(ctx, '签发', 126, 88, { ...print, align: 'left' })
  stamp(ctx, content, 106, 60, random)
  sample(ctx, 72.5, 103, 2)
}

function ground(ctx: Context): void {
  guilloche(ctx, { x: 3, y: 3, width: 139, height: 99 }, ['#efe2d8', '#e6eadd'], { lines: 40, swing: 2, weight: 0.12 })
  // The spine: pages are bound at the top edge.
  const fold = ctx.createLinearGradient(0, 0, 0, 7)
  fold.addColorStop(0, 'rgba(80,60,50,.30)')
  fold.addColorStop(1, 'rgba(80,60,50,0)')
  ctx.fillStyle = fold
  ctx.fillRect(0, 0, 145, 7)
}

const box = (ctx: Context, at: Parameters<typeof cell>[1], label: string) =>
  cell(ctx, at, label, { face: 'Song', size: 3, colour: '#3b2a28', ...RULE })

/** A ruled box whose words a needle printer struck, a little off their place. */
function filled(ctx: Context, at: Parameters<typeof cell>[1], words: string, random: Random): void {
  cell(ctx, at, '', RULE)
  const lines = wrap(ctx, words, at.width - 2, { face: 'Hei', size: PINS })
  const first = at.y + at.height / 2 - ((lines.length - 1) * PINS * 1.1) / 2 + PINS * 0.36
  const off = random.between(-0.5, 0.5)
  for (const [i, part] of lines.entries()) needles(ctx, part, at.x + 1.2, first + off + i * PINS * 1.1)
}

function dated(ctx: Context, iso: string, x: number, y: number, random: Random): void {
  const parts = iso.split('-')
  for (const [i, word] of ['年', '月', '日'].entries()) {
    const left = x + i * 11.5
    if (parts[i]) needles(ctx, parts[i], left + (i === 0 ? 0.2 : 3.6), y + random.between(-0.3, 0.3))
    line(ctx, word, left + 8, y, { face: 'Song', size: 3 })
  }
}

/** Words struck by 24 needles: rows of dots, no curves. `x`, `y` in mm is the baseline's left end. */
function needles(ctx: Context, words: string, x: number, y: number): void {
  const pins = 24
  const scratch = createCanvas(pins * ([...words].length + 1), Math.ceil(pins * 1.4))
  const c = scratch.getContext('2d')
  c.font = font('Hei', pins)
  c.fillText(words, 0, pins)
  const { data, width, height } = c.getImageData(0, 0, scratch.width, scratch.height)
  const pitch = PINS / pins
  ctx.fillStyle = '#2f3038'
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((data[(row * width + column) * 4 + 3] ?? 0) < 105) continue
      ctx.beginPath()
      ctx.arc(x + column * pitch, y + (row - pins) * pitch, pitch * 0.62, 0, Math.PI * 2)
      ctx.fill()
    }
  }
  notePrinted(ctx, words, x, y, c.measureText(words).width * pitch, PINS)
}

function stamp(ctx: Context, content: Content, x: number, y: number, random: Random): void {
  const ring = mark(content, '户口专用章')
  if (ring) roundSeal(ctx, { ring, foot: '户口专用章', diameter: 32 }, x + random.between(-6, 6), y, random)
}
