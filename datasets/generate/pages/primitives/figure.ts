import type { Random } from '../../random.ts'
import { CODES } from './codes.ts'
import { star } from './seal.ts'
import type { Context } from './sheet.ts'

/** A QR code that can be scanned and leads nowhere; `side` in mm. */
export function matrixCode(ctx: Context, x: number, y: number, side: number, random: Random): void {
  const { side: n, dark } = random.pick(CODES)
  const m = side / n
  ctx.fillStyle = '#fff'
  ctx.fillRect(x - 2 * m, y - 2 * m, side + 4 * m, side + 4 * m)
  ctx.fillStyle = '#222'
  dark.forEach((is, i) => {
    if (is) ctx.fillRect(x + (i % n) * m, y + Math.floor(i / n) * m, m * 1.03, m * 1.03)
  })
}

/** An emblem in the manner of the national one: gold rim, red field, five stars, a gate and a gear; `r` is its radius. */
export function emblem(ctx: Context, x: number, y: number, r: number): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.fillStyle = '#d3a233'
  for (let i = 0; i < 28; i++) {
    const a = (i / 28) * Math.PI * 2
    ctx.beginPath()
    ctx.ellipse(Math.cos(a) * r * 0.88, Math.sin(a) * r * 0.88, r * 0.17, r * 0.08, a + Math.PI / 3, 0, Math.PI * 2)
    ctx.fill()
  }
  disc(ctx, r * 0.84, '#d3a233')
  disc(ctx, r * 0.76, '#c3202b')
  ctx.fillStyle = '#e8c04d'
  star(ctx, r * 0.17, 0, -r * 0.38)
  for (const [dx, dy] of [
    [-0.34, -0.12],
    [-0.13, 0.02],
    [0.13, 0.02],
    [0.34, -0.12],
  ] as const)
    star(ctx, r * 0.07, dx * r, dy * r)
  ctx.fillRect(-r * 0.36, r * 0.28, r * 0.72, r * 0.16)
  ctx.fillRect(-r * 0.26, r * 0.2, r * 0.52, r * 0.06)
  ctx.beginPath()
  ctx.moveTo(-r * 0.33, r * 0.2)
  ctx.quadraticCurveTo(0, r * 0.1, r * 0.33, r * 0.2)
  ctx.fill()
  ctx.fillRect(-r * 0.5, r * 0.46, r, r * 0.05)
  ctx.lineWidth = r * 0.1
  ctx.strokeStyle = '#e8c04d'
  ctx.beginPath()
  ctx.arc(0, r * 0.72, r * 0.16, Math.PI, 0)
  ctx.stroke()
  ctx.fillStyle = '#b51822'
  ctx.beginPath()
  ctx.moveTo(-r * 0.45, r * 0.78)
  ctx.lineTo(-r * 0.3, r * 1.02)
  ctx.lineTo(r * 0.3, r * 1.02)
  ctx.lineTo(r * 0.45, r * 0.78)
  ctx.lineTo(0, r * 0.9)
  ctx.fill()
  ctx.restore()
}

function disc(ctx: Context, r: number, colour: string): void {
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.arc(0, 0, r, 0, Math.PI * 2)
  ctx.fill()
}

/** A head-and-shoulders placeholder instead of a photograph: nobody's face. */
export function portrait(
  ctx: Context,
  area: { x: number; y: number; width: number; height: number },
  sex: string,
  random: Random,
  ground?: string,
): void {
  const { x, y, width: w, height: h } = area
  ctx.save()
  ctx.beginPath()
  ctx.rect(x, y, w, h)
  ctx.clip()
  ctx.fillStyle = ground ?? random.pick(['#dfe6ea', '#e4e4e0', '#cfdbe8'])
  ctx.fillRect(x, y, w, h)
  const skin = ctx.createLinearGradient(x, y, x + w, y + h)
  skin.addColorStop(0, '#d9ad8c')
  skin.addColorStop(1, '#b98868')
  const cx = x + w / 2
  ctx.fillStyle = random.pick(['#2b3140', '#3a3330', '#23323a', '#57606b'])
  ctx.beginPath()
  ctx.ellipse(cx, y + h * 1.06, w * 0.5, h * 0.32, 0, 0, Math.PI * 2)
  ctx.fill()
  ctx.fillStyle = '#f0eeea'
  ctx.beginPath()
  ctx.moveTo(cx - w * 0.14, y + h * 0.74)
  ctx.lineTo(cx, y + h * 0.94)
  ctx.lineTo(cx + w * 0.14, y + h * 0.74)
  ctx.fill()
  ctx.fillStyle = skin
  ctx.fillRect(cx - w * 0.1, y + h * 0.58, w * 0.2, h * 0.2)
  ctx.beginPath()
  ctx.ellipse(cx, y + h * 0.42, w * 0.21, h * 0.235, 0, 0, Math.PI * 2)
  ctx.fill()
  ctx.fillStyle = '#201b19'
  const long = sex === '女'
  ctx.beginPath()
  ctx.ellipse(cx, y + h * 0.3, w * 0.235, h * 0.15, 0, Math.PI, 0)
  ctx.ellipse(cx, y + h * 0.3, w * 0.235, h * 0.06, 0, 0, Math.PI)
  ctx.fill()
  if (long)
    for (const s of [-1, 1] as const) {
      ctx.beginPath()
      ctx.ellipse(cx + s * w * 0.22, y + h * 0.45, w * 0.05, h * 0.2, 0, 0, Math.PI * 2)
      ctx.fill()
    }
  ctx.restore()
}

/** Pale guilloche lines, as on cards and licences. */
export function guilloche(
  ctx: Context,
  area: { x: number; y: number; width: number; height: number },
  colours: readonly string[],
  options: { lines?: number; swing?: number; weight?: number; waves?: number } = {},
): void {
  const { lines = 26, swing = 3, weight = 0.12, waves = 5 } = options
  ctx.save()
  ctx.beginPath()
  ctx.rect(area.x, area.y, area.width, area.height)
  ctx.clip()
  ctx.lineWidth = weight
  for (let i = 0; i < lines; i++) {
    ctx.strokeStyle = colours[i % colours.length] ?? '#ddd'
    ctx.beginPath()
    const base = area.y + ((i + 0.5) / lines) * area.height
    const phase = i * 0.55
    for (let t = 0; t <= 160; t++) {
      const px = area.x + (t / 160) * area.width
      const py =
        base +
        swing * Math.sin((t / 160) * Math.PI * 2 * waves + phase) +
        swing * 0.6 * Math.sin((t / 160) * Math.PI * 2 * (waves * 1.7) - phase * 1.3)
      if (t === 0) ctx.moveTo(px, py)
      else ctx.lineTo(px, py)
    }
    ctx.stroke()
  }
  ctx.restore()
}
