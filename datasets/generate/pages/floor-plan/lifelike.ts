import type { Random } from '../../random.ts'
import { type Content, type Layout, list, mark, printDate, rows, text } from '../content.ts'
import { type Box, cell } from '../primitives/cell.ts'
import { roundSeal } from '../primitives/seal.ts'
import { type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

interface Room extends Box {
  name: string
  area: number
}

const PAPER = { width: 297, height: 210, density: 8, paper: '#fdfdfc' } as const
/** Where the drawing may stand, in mm. */
const FIELD: Box = { x: 30, y: 34, width: 176, height: 122 }
const LINE = '#2b2b2b'

/**
 * 平面布局图 as a draughting program plots it on A4: frame and title block, walls as double lines, doors, dimension chains, equipment and
 * safety signs by symbol with a legend, notes, a compass rose.
 */
export const lifelike: Layout = (content, random) => [
  sheet(PAPER, (ctx) => {
    ctx.strokeStyle = LINE
    ctx.lineWidth = 0.2
    ctx.strokeRect(6, 6, 285, 198)
    ctx.lineWidth = 0.7
    ctx.strokeRect(18, 10, 269, 190)
    const rooms = arrange(content)
    for (const [i, room] of rooms.entries()) walls(ctx, room, i)
    outline(ctx)
    equipment(ctx, rooms, list(content, '设备设施位置'), random)
    signs(ctx, rooms, list(content, '安全标注'))
    if (text(content, '出入口')) gates(ctx, text(content, '出入口'))
    chains(ctx, rooms)
    rose(ctx, 250, 30)
    legend(ctx, content)
    block(ctx, content)
    const title = text(content, '图名') || '平面图'
    const under = line(ctx, title, 118, 178, { face: 'HeiBold', size: 5.4, align: 'center' })
    ctx.fillStyle = LINE
    ctx.fillRect(118 - under / 2, 180, under, 0.6)
    ctx.fillRect(118 - under / 2, 181.2, under, 0.15)
    if (text(content, '比例尺')) line(ctx, text(content, '比例尺'), 118 + under / 2 + 4, 178, { face: 'Hei', size: 4 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring }, 262 + random.between(-6, 4), 172 + random.between(-8, 6), random)
    sample(ctx, 30, 196, 3)
  }),
]

/** Cuts the field into rooms, always across the longer side, areas in proportion. */
function arrange(content: Content): Room[] {
  const all = rows(content, '功能区').map((row) => ({ name: String(row.名称 ?? ''), area: Number(row.面积 ?? 0) }))
  // No room may be so small beside the others that its name does not fit.
  const weight = (one: { area: number }) => Math.max(one.area, 1) ** 0.6
  const cut = (some: typeof all, box: Box): Room[] => {
    const [only] = some
    if (some.length <= 1) return only ? [{ ...only, ...box }] : []
    const half = Math.ceil(some.length / 2)
    const sum = (part: typeof all) => part.reduce((total, one) => total + weight(one), 0)
    const share = sum(some.slice(0, half)) / sum(some)
    const across = box.width > box.height
    const first = across ? { ...box, width: box.width * share } : { ...box, height: box.height * share }
    const second = across
      ? { ...box, x: box.x + box.width * share, width: box.width * (1 - share) }
      : { ...box, y: box.y + box.height * share, height: box.height * (1 - share) }
    return [...cut(some.slice(0, half), first), ...cut(some.slice(half), second)]
  }
  return cut(all, FIELD)
}

function walls(ctx: Context, room: Room, i: number): void {
  ctx.strokeStyle = LINE
  ctx.lineWidth = 0.28
  ctx.strokeRect(room.x + 0.7, room.y + 0.7, room.width - 1.4, room.height - 1.4)
  const size = Math.min(4, (room.width - 8) / Math.max([...room.name].length, 5))
  const [x, y] = [room.x + room.width / 2, room.y + room.height * 0.46]
  line(ctx, room.name, x, y, { face: 'Hei', size, align: 'center' })
  line(ctx, `${room.area}㎡`, x, y + size * 1.4, { face: 'Hei', size: size * 0.86, align: 'center' })
  if (/餐|厅/.test(room.name)) seats(ctx, room)
  // A door leaf with its swing, in the wall below or above.
  const wide = Math.min(9, room.width * 0.24)
  const [left, wall, up] =
    i % 2 === 0 ? [room.x + room.width * 0.62, room.y + room.height, -1] : [room.x + room.width * 0.7, room.y, 1]
  ctx.fillStyle = PAPER.paper
  ctx.fillRect(left, wall - 1, wide, 2)
  ctx.beginPath()
  ctx.moveTo(left, wall)
  ctx.lineTo(left, wall + up * wide)
  ctx.arc(left, wall, wide, (up * Math.PI) / 2, 0, up > 0)
  ctx.stroke()
}

/** Tables with a chair on either side along the lower part of a room. */
function seats(ctx: Context, room: Room): void {
  ctx.strokeStyle = '#8a8a8a'
  ctx.lineWidth = 0.18
  const count = Math.max(1, Math.floor((room.width - 10) / 15))
  for (let i = 0; i < count; i++) {
    const [x, y] = [room.x + 6 + i * 15, room.y + room.height * 0.68]
    ctx.strokeRect(x, y, 8, 5)
    ctx.strokeRect(x + 2.2, y - 2.4, 3.6, 1.8)
    ctx.strokeRect(x + 2.2, y + 5.6, 3.6, 1.8)
  }
  ctx.strokeStyle = LINE
  ctx.lineWidth = 0.28
}

function outline(ctx: Context): void {
  ctx.strokeStyle = LINE
  ctx.lineWidth = 0.6
  ctx.strokeRect(FIELD.x - 1.2, FIELD.y - 1.2, FIELD.width + 2.4, FIELD.height + 2.4)
  ctx.fillStyle = LINE
  for (const x of [0, 0.5, 1])
    for (const y of [0, 1]) ctx.fillRect(FIELD.x + FIELD.width * x - 1.8, FIELD.y + FIELD.height * y - 1.8, 3.6, 3.6)
}

/** Each piece as a hatched box in a corner of a room, its name beside it. */
function equipment(ctx: Context, rooms: readonly Room[], names: readonly string[], random: Random): void {
  for (const [i, name] of names.entries()) {
    const room = rooms[i % Math.max(rooms.length, 1)]
    if (!room) return
    const row = Math.floor(i / rooms.length)
    const [x, y] = [room.x + 3, room.y + 3 + row * 9]
    const width = random.between(6, 9)
    ctx.strokeStyle = '#555'
    ctx.lineWidth = 0.2
    ctx.strokeRect(x, y, width, 5)
    ctx.beginPath()
    ctx.moveTo(x, y)
    ctx.lineTo(x + width, y + 5)
    ctx.moveTo(x + width, y)
    ctx.lineTo(x, y + 5)
    ctx.stroke()
    line(ctx, name, x + width + 1, y + 3.6, { face: 'Hei', size: 2.6 })
  }
}

/** Safety signs stand in the rooms by symbol alone; the legend says what each is. */
function signs(ctx: Context, rooms: readonly Room[], names: readonly string[]): void {
  for (const i of names.keys()) {
    const room = rooms[(i + 1) % Math.max(rooms.length, 1)]
    if (room) symbol(ctx, i, room.x + room.width - 6, room.y + room.height - 6 - Math.floor(i / rooms.length) * 6)
  }
}

function symbol(ctx: Context, kind: number, x: number, y: number): void {
  ctx.strokeStyle = '#1f6b3a'
  ctx.lineWidth = 0.3
  ctx.beginPath()
  if (kind % 3 === 0) ctx.rect(x - 2.2, y - 1.4, 4.4, 2.8)
  else if (kind % 3 === 1) ctx.arc(x, y, 1.8, 0, Math.PI * 2)
  else {
    ctx.moveTo(x - 2, y + 1.6)
    ctx.lineTo(x, y - 1.8)
    ctx.lineTo(x + 2, y + 1.6)
    ctx.closePath()
  }
  ctx.moveTo(x - 1, y)
  ctx.lineTo(x + 1, y)
  ctx.stroke()
}

/** An arrow through the outer wall on every side that the words name; on the south when they name none. */
function gates(ctx: Context, words: string): void {
  const { x, y, width, height } = FIELD
  const sides = [
    { word: '北', x: x + width * 0.4, y: y - 1.2, turn: Math.PI },
    { word: '南', x: x + width * 0.4, y: y + height + 1.2, turn: 0 },
    { word: '东', x: x + width + 1.2, y: y + height * 0.3, turn: -Math.PI / 2 },
    { word: '西', x: x - 1.2, y: y + height * 0.3, turn: Math.PI / 2 },
  ]
  const named = sides.filter(({ word }) => words.includes(word))
  for (const gate of named.length > 0 ? named : sides.slice(1, 2)) {
    ctx.save()
    ctx.translate(gate.x, gate.y)
    ctx.rotate(gate.turn)
    ctx.fillStyle = PAPER.paper
    ctx.fillRect(-6, -3.4, 12, 4.4)
    ctx.fillStyle = LINE
    ctx.beginPath()
    ctx.moveTo(0, -2.6)
    ctx.lineTo(-1.7, 1.6)
    ctx.lineTo(1.7, 1.6)
    ctx.fill()
    ctx.fillRect(-0.25, 1.6, 0.5, 2.6)
    ctx.restore()
  }
}

/** Dimension chains in mm along the upper and the left side, as if the building were 1:100. */
function chains(ctx: Context, rooms: readonly Room[]): void {
  const cuts = (ends: readonly number[]) =>
    [...new Set(ends.map((end) => Math.round(end * 10) / 10))].sort((a, b) => a - b)
  const small = { face: 'Hei', size: 2.3, align: 'center', colour: '#444' } as const
  ctx.strokeStyle = '#555'
  ctx.lineWidth = 0.15
  const tick = (x: number, y: number) => {
    ctx.moveTo(x - 0.8, y + 0.8)
    ctx.lineTo(x + 0.8, y - 0.8)
  }
  const topRooms = rooms.filter((room) => room.y === FIELD.y)
  const xs = cuts(topRooms.flatMap((room) => [room.x, room.x + room.width]))
  const sideRooms = rooms.filter((room) => room.x === FIELD.x)
  const ys = cuts(sideRooms.flatMap((room) => [room.y, room.y + room.height]))
  const [above, beside] = [FIELD.y - 9, FIELD.x - 6]
  ctx.beginPath()
  ctx.moveTo(FIELD.x, above)
  ctx.lineTo(FIELD.x + FIELD.width, above)
  for (const x of xs) tick(x, above)
  ctx.moveTo(beside, FIELD.y)
  ctx.lineTo(beside, FIELD.y + FIELD.height)
  for (const y of ys) tick(beside, y)
  ctx.stroke()
  for (const [i, x] of xs.slice(1).entries()) {
    const from = xs[i] ?? x
    line(ctx, String(Math.round(x - from) * 100), (x + from) / 2, above - 1, small)
  }
  for (const [i, y] of ys.slice(1).entries()) {
    const from = ys[i] ?? y
    ctx.save()
    ctx.translate(beside - 1, (y + from) / 2)
    ctx.rotate(-Math.PI / 2)
    line(ctx, String(Math.round(y - from) * 100), 0, 0, small)
    ctx.restore()
  }
}

function rose(ctx: Context, x: number, y: number): void {
  ctx.strokeStyle = ctx.fillStyle = LINE
  ctx.lineWidth = 0.25
  ctx.beginPath()
  ctx.arc(x, y, 7, 0, Math.PI * 2)
  ctx.stroke()
  ctx.beginPath()
  ctx.moveTo(x, y - 9.5)
  ctx.lineTo(x - 2.2, y + 5)
  ctx.lineTo(x, y + 3)
  ctx.fill()
  line(ctx, 'N', x, y - 10.4, { face: 'HeiBold', size: 3.6, align: 'center' })
}

/** 图例 and 说明, in the column beside the drawing. */
function legend(ctx: Context, content: Content): void {
  let y = 52
  const names = list(content, '安全标注')
  if (names.length > 0) {
    line(ctx, '图例', 216, y, { face: 'HeiBold', size: 3.6 })
    for (const [i, name] of names.entries()) {
      y += 7
      symbol(ctx, i, 220, y - 1.2)
      line(ctx, name, 226, y, { face: 'Hei', size: 3.2 })
    }
    y += 10
  }
  const notes = [
    ['图中尺寸单位为毫米，标注面积为使用面积。', true],
    [`出入口：${text(content, '出入口')}。`, text(content, '出入口') !== ''],
    [`机位数：${text(content, '机位数')}台。`, text(content, '机位数') !== ''],
  ] as const
  line(ctx, '说明', 216, y, { face: 'HeiBold', size: 3.6 })
  y += 6.4
  for (const [i, [words]] of notes.filter(([, is]) => is).entries())
    y = paragraph(ctx, `${i + 1}. ${words}`, 216, y, 66, { face: 'Hei', size: 3.1, leading: 1.6 })
}

/** The title block in the lower right corner. */
function block(ctx: Context, content: Content): void {
  const area = text(content, '总面积')
  const rows: [string, string, number][] = [
    ['单位名称', text(content, '单位名称'), 9],
    ['地　　址', text(content, '地址'), 12],
    ['图　　名', text(content, '图名'), 9],
    ['总 面 积', area ? `${Number(area).toFixed(2)}㎡` : '', 8],
    ['比　　例', text(content, '比例尺'), 8],
    ['绘制日期', printDate(text(content, '绘制日期'), 'dot'), 8],
  ]
  let y = 200 - rows.reduce((sum, [, , height]) => sum + height, 0)
  for (const [label, words, height] of rows) {
    cell(ctx, { x: 213, y, width: 20, height }, label, { face: 'Hei', size: 3.1 })
    cell(ctx, { x: 233, y, width: 54, height }, words, { face: 'Hei', size: 3.2 })
    y += height
  }
}
