import type { Row } from '../../../../facts/values/value.ts'
import { type Layout, list, mark, printDate, rows, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import type { Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

interface Room {
  name: string
  area: number
  x: number
  y: number
  w: number
  h: number
}

/** 平面布局图, A4 landscape: rooms to scale with areas, dimensions in mm, doors, entrances, north arrow, title block. */
export const plan: Layout = (content, random) => [
  sheetOf({ width: 297, height: 210, density: 8, paper: '#fbfbf8' }, content, (ctx, content) => {
    const rooms = arrange(rows(content, '功能区'))
    const metres = { w: Math.max(...rooms.map((r) => r.x + r.w)), h: Math.max(...rooms.map((r) => r.y + r.h)) }
    // 1:100 as the title block says, unless the shop is too large for the sheet.
    const unit = Math.min(10, 196 / metres.w, 128 / metres.h)
    const left = 20 + (196 - metres.w * unit) / 2
    const top = 36
    line(ctx, text(content, '图名'), 122, 20, { face: 'HeiBold', size: 6, align: 'center' })
    for (const room of rooms) drawRoom(ctx, room, left, top, unit)
    ctx.strokeStyle = '#222'
    ctx.lineWidth = 1.3
    ctx.strokeRect(left, top, metres.w * unit, metres.h * unit)
    for (const [i, room] of rooms.entries()) door(ctx, room, left, top, unit, i)
    if (text(content, '出入口')) entrances(ctx, metres, left, top, unit)
    if (text(content, '比例尺')) dimensions(ctx, rooms, metres, left, top, unit)
    north(ctx, 252, 34)
    block(ctx, content)
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, diameter: 38 }, 254, 172, random.fork('seal'))
    sample(ctx, 280, 205, 3.2)
    // A draughtsman's table is never exactly clean: one faint construction line.
    ctx.strokeStyle = 'rgba(90,90,110,.18)'
    ctx.lineWidth = 0.15
    const y = top + random.between(0.2, 0.8) * metres.h * unit
    ctx.strokeRect(left - 4, y, metres.w * unit + 8, 0.01)
  }),
]

/** Places rooms in rows whose height follows from their areas: back of house above, guests below. */
function arrange(table: readonly Row[]): Room[] {
  const all = table.map((row) => ({ name: String(row.名称), area: Number(row.面积) }))
  const total = all.reduce((sum, room) => sum + room.area, 0)
  const width = Math.sqrt(total * 1.55)
  const guests = all.filter((room) => /就餐/.test(room.name))
  const back = all.filter((room) => !/就餐/.test(room.name))
  const half = Math.ceil(back.length / 2)
  const out: Room[] = []
  let y = 0
  for (const row of [back.slice(0, half), back.slice(half), guests]) {
    const sum = row.reduce((a, room) => a + room.area, 0)
    const h = sum / width
    let x = 0
    for (const room of row) {
      const w = room.area / h
      out.push({ ...room, x, y, w, h })
      x += w
    }
    y += h
  }
  return out
}

function drawRoom(ctx: Context, room: Room, left: number, top: number, unit: number): void {
  const [x, y, w, h] = [left + room.x * unit, top + room.y * unit, room.w * unit, room.h * unit]
  ctx.strokeStyle = '#333'
  ctx.lineWidth = 0.6
  ctx.strokeRect(x, y, w, h)
  const size = Math.min(3.8, (w - 2) / Math.max(room.name.length, 5))
  line(ctx, room.name, x + w / 2, y + h * 0.42 - 0.6, { face: 'Hei', size, align: 'center' })
  line(ctx, `${room.area.toFixed(2)}㎡`, x + w / 2, y + h * 0.42 + size * 1.35, {
    face: 'Hei',
    size: size * 0.92,
    align: 'center',
  })
  if (room.name.startsWith('就餐')) tables(ctx, x, y, w, h)
}

function tables(ctx: Context, x: number, y: number, w: number, h: number): void {
  ctx.strokeStyle = '#9a9a9a'
  ctx.lineWidth = 0.2
  for (let i = 0; i < 6; i++) {
    const cx = x + (w * (i + 0.5)) / 6
    for (const cy of [y + h * 0.2, y + h * 0.84]) {
      ctx.strokeRect(cx - 4, cy - 2, 8, 4)
      for (const s of [-1, 1]) ctx.strokeRect(cx - 2 + s * 3, cy - 3.6, 2, 1.2)
    }
  }
}

function door(ctx: Context, room: Room, left: number, top: number, unit: number, i: number): void {
  const size = Math.min(0.8, room.w * 0.28, room.h * 0.34) * unit
  const x = left + (room.x + room.w * 0.06) * unit
  const y = top + (room.y + room.h) * unit
  if (i >= 0 && room.name.startsWith('就餐')) return
  ctx.strokeStyle = '#fbfbf8'
  ctx.lineWidth = 1.4
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x + size, y)
  ctx.stroke()
  ctx.strokeStyle = '#555'
  ctx.lineWidth = 0.25
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x, y - size)
  ctx.arc(x, y, size, -Math.PI / 2, 0)
  ctx.stroke()
}

function entrances(ctx: Context, metres: { w: number; h: number }, left: number, top: number, unit: number): void {
  const gate = (x: number, y: number, words: string, up: boolean) => {
    ctx.strokeStyle = '#fbfbf8'
    ctx.lineWidth = 1.8
    ctx.beginPath()
    ctx.moveTo(x - 0.7 * unit, y)
    ctx.lineTo(x + 0.7 * unit, y)
    ctx.stroke()
    ctx.fillStyle = '#333'
    ctx.beginPath()
    ctx.moveTo(x, y + (up ? -1 : 1))
    ctx.lineTo(x - 1.6, y + (up ? 2.4 : -2.4))
    ctx.lineTo(x + 1.6, y + (up ? 2.4 : -2.4))
    ctx.fill()
    line(ctx, words, x + 3, y + (up ? 4.2 : -1.4), { face: 'Hei', size: 3 })
  }
  gate(left + metres.w * unit * 0.5, top + metres.h * unit, '顾客出入口', true)
  gate(left + metres.w * unit * 0.12, top, '原料出入口', false)
}

function dimensions(
  ctx: Context,
  rooms: readonly Room[],
  metres: { w: number; h: number },
  left: number,
  top: number,
  unit: number,
): void {
  ctx.strokeStyle = '#555'
  ctx.lineWidth = 0.18
  const bar = (x1: number, y1: number, x2: number, y2: number, words: string) => {
    ctx.beginPath()
    ctx.moveTo(x1, y1)
    ctx.lineTo(x2, y2)
    for (const [x, y] of [
      [x1, y1],
      [x2, y2],
    ] as const) {
      ctx.moveTo(x - 0.9, y + 0.9)
      ctx.lineTo(x + 0.9, y - 0.9)
    }
    ctx.stroke()
    ctx.save()
    ctx.translate((x1 + x2) / 2, (y1 + y2) / 2)
    if (x1 === x2) ctx.rotate(-Math.PI / 2)
    line(ctx, words, 0, -0.8, { face: 'Hei', size: 2.6, align: 'center', colour: '#444' })
    ctx.restore()
  }
  const mm = (m: number) => String(Math.round(m * 1000))
  const bottom = top + metres.h * unit + 10
  bar(left, bottom, left + metres.w * unit, bottom, mm(metres.w))
  const side = left - 8
  for (const y of [...new Set(rooms.map((room) => room.y))]) {
    const room = rooms.find((r) => r.y === y)
    if (room) bar(side, top + y * unit, side, top + (y + room.h) * unit, mm(room.h))
  }
}

function north(ctx: Context, x: number, y: number): void {
  ctx.strokeStyle = ctx.fillStyle = '#222'
  ctx.lineWidth = 0.3
  ctx.beginPath()
  ctx.arc(x, y, 7, 0, Math.PI * 2)
  ctx.stroke()
  ctx.beginPath()
  ctx.moveTo(x, y - 7)
  ctx.lineTo(x - 2, y + 6)
  ctx.lineTo(x, y + 4)
  ctx.fill()
  line(ctx, '北', x, y - 8.4, { face: 'Hei', size: 3.6, align: 'center' })
}

function block(ctx: Context, content: Parameters<Layout>[0]): void {
  const x = 226
  const width = 56
  let y = 58
  const item = (label: string, value: string) => {
    if (value === '') return
    line(ctx, `${label}：`, x, y, { face: 'HeiBold', size: 3.2 })
    y = paragraph(ctx, value, x, y + 5, width, { face: 'Hei', size: 3.2, leading: 1.45 }) + 2.2
  }
  item('申请人', text(content, '单位名称'))
  item('地址', text(content, '地址'))
  item('总面积', `${Number(text(content, '总面积')).toFixed(2)}㎡`)
  item('比例', text(content, '比例尺'))
  item('出入口', text(content, '出入口'))
  item('设备设施位置', list(content, '设备设施位置').join('；'))
  item('机位数', text(content, '机位数'))
  item('安全标注', list(content, '安全标注').join('；'))
  item('绘制日期', printDate(text(content, '绘制日期')))
  ctx.strokeStyle = '#333'
  ctx.lineWidth = 0.35
  ctx.strokeRect(x - 4, 50, width + 11, 146)
  ctx.strokeRect(8, 8, 281, 194)
}
