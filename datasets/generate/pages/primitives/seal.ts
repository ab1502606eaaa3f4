import { createCanvas } from '@napi-rs/canvas'
import type { Random } from '../../random.ts'
import { type Face, font, loadFonts } from './fonts.ts'
import type { Context } from './sheet.ts'

const DENSITY = 12

export interface RoundSeal {
  /** Name on the ring. */
  ring: string
  /** Words below the star, e.g. 合同专用章. */
  foot?: string
  /** Diameter in mm: 40 for firms, 42 for agencies. */
  diameter?: number
  colour?: string
}

/** Draws a round seal (star, name on the ring) with uneven ink, centred at x, y in mm, over what is already printed. */
export function roundSeal(ctx: Context, seal: RoundSeal, x: number, y: number, random: Random): void {
  const d = seal.diameter ?? 40
  stamp(ctx, d, d, x, y, random.between(-0.22, 0.22), random, (c) => {
    c.strokeStyle = c.fillStyle = seal.colour ?? '#c8202c'
    c.lineWidth = d * 0.027
    c.beginPath()
    c.arc(0, 0, d * 0.485, 0, Math.PI * 2)
    c.stroke()
    star(c, d * 0.15)
    const size = Math.min(d * 0.118, (d * 0.42 * Math.PI * 1.55) / Math.max(seal.ring.length, 1) / 1.02)
    arc(c, seal.ring, d * 0.4, size, 'Song')
    if (seal.foot) {
      c.font = font('Song', d * 0.085)
      c.textAlign = 'center'
      c.fillText(seal.foot, 0, d * 0.32)
    }
  })
}

/** Outlines of seals beside the round one. */
type Outline = 'oval' | 'square' | 'triangle'

/** Draws a firm's or office's seal that is not round: oval with its name on the ring, square or triangular with it within; centred at x, y in mm. */
export function shapedSeal(
  ctx: Context,
  { ring, colour = '#c8202c', outline }: Pick<RoundSeal, 'ring' | 'colour'> & { outline: Outline },
  x: number,
  y: number,
  random: Random,
): void {
  const [width, height] = { oval: [44, 30], square: [34, 34], triangle: [44, 38] }[outline] as [number, number]
  stamp(ctx, width, height, x, y, random.between(-0.15, 0.15), random, (c) => {
    c.strokeStyle = c.fillStyle = colour
    c.lineWidth = 1
    c.beginPath()
    if (outline === 'oval') c.ellipse(0, 0, width / 2 - 0.7, height / 2 - 0.7, 0, 0, Math.PI * 2)
    if (outline === 'square') c.rect(-width / 2 + 0.7, -height / 2 + 0.7, width - 1.4, height - 1.4)
    if (outline === 'triangle') {
      c.moveTo(0, -height / 2 + 0.7)
      c.lineTo(width / 2 - 0.7, height / 2 - 0.7)
      c.lineTo(-width / 2 + 0.7, height / 2 - 0.7)
      c.closePath()
    }
    c.stroke()
    const half = Math.ceil(ring.length / 2)
    const size = outline === 'triangle' ? 2.6 : 3.4
    c.font = font('Song', size)
    c.textAlign = 'center'
    for (const [i, words] of [ring.slice(0, half), ring.slice(half)].entries())
      c.fillText(words, 0, (outline === 'triangle' ? 9 : 0) + i * 1.5 * size)
  })
}

/** Draws a person's small square seal (four characters, red on white). */
export function nameSeal(ctx: Context, name: string, x: number, y: number, random: Random, side = 14): void {
  stamp(ctx, side, side, x, y, random.between(-0.12, 0.12), random, (c) => {
    c.strokeStyle = c.fillStyle = '#c8202c'
    c.scale(side / 14, side / 14)
    c.lineWidth = 0.7
    c.strokeRect(-6.4, -6.4, 12.8, 12.8)
    const chars = [...`${name}印`.padEnd(4, '章')].slice(0, 4)
    c.font = font('Brush', 5.6)
    c.textAlign = 'center'
    for (const [i, ch] of chars.entries()) c.fillText(ch, i < 2 ? 3 : -3, i % 2 === 0 ? -0.9 : 5)
  })
}

function stamp(
  ctx: Context,
  width: number,
  height: number,
  x: number,
  y: number,
  angle: number,
  random: Random,
  draw: (c: Context) => void,
): void {
  loadFonts()
  const margin = 1.05
  const canvas = createCanvas(Math.ceil(width * margin * DENSITY), Math.ceil(height * margin * DENSITY))
  const c = canvas.getContext('2d')
  c.scale(DENSITY, DENSITY)
  c.translate((width * margin) / 2, (height * margin) / 2)
  draw(c)
  // Ink never covers evenly: specks everywhere, one side weaker.
  c.globalCompositeOperation = 'destination-out'
  for (let i = 0; i < 900; i++) {
    c.fillStyle = `rgba(0,0,0,${random.between(0.2, 0.9)})`
    const r = random.between(0.03, 0.13)
    c.fillRect(random.between(-width / 2, width / 2), random.between(-height / 2, height / 2), r, r)
  }
  const weak = random.between(0, Math.PI * 2)
  const fade = c.createLinearGradient(
    (Math.cos(weak) * width) / 2,
    (Math.sin(weak) * height) / 2,
    (-Math.cos(weak) * width) / 2,
    (-Math.sin(weak) * height) / 2,
  )
  fade.addColorStop(0, `rgba(0,0,0,${random.between(0.15, 0.38)})`)
  fade.addColorStop(0.7, 'rgba(0,0,0,0)')
  c.fillStyle = fade
  c.fillRect(-width, -height, width * 2, height * 2)
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(angle)
  ctx.globalCompositeOperation = 'multiply'
  ctx.globalAlpha = 0.86
  ctx.drawImage(canvas, (-width * margin) / 2, (-height * margin) / 2, width * margin, height * margin)
  ctx.restore()
}

/** A filled five-pointed star of circumradius `r` at the origin. */
export function star(ctx: Context, r: number, x = 0, y = 0): void {
  ctx.beginPath()
  for (let i = 0; i < 10; i++) {
    const radius = i % 2 === 0 ? r : r * 0.382
    const angle = -Math.PI / 2 + (i * Math.PI) / 5
    ctx.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  }
  ctx.closePath()
  ctx.fill()
}

function arc(ctx: Context, text: string, radius: number, size: number, face: Face): void {
  ctx.font = font(face, size)
  ctx.textAlign = 'center'
  const chars = [...text]
  const step = Math.min((size * 1.35) / radius, (Math.PI * 1.62) / Math.max(chars.length, 1))
  for (const [i, ch] of chars.entries()) {
    const angle = (i - (chars.length - 1) / 2) * step
    ctx.save()
    ctx.rotate(angle)
    ctx.translate(0, -radius + size * 0.42)
    ctx.scale(0.86, 1.12)
    ctx.fillText(ch, 0, 0)
    ctx.restore()
  }
}
