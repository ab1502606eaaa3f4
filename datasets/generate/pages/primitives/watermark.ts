import type { Random } from '../../random.ts'
import type { Context } from './sheet.ts'
import { line, widthOf } from './text.ts'

const WORDS = ['仅供办理本事项使用', '复印件再次复印无效', '仅用于行政审批', '此件仅供审核']

/** Lays one sentence slantwise over a whole sheet again and again, at `ink` 0–1. */
export function watermark(ctx: Context, size: { width: number; height: number }, ink: number, random: Random): void {
  const words = random.pick(WORDS)
  const style = {
    face: random.pick(['Hei', 'HeiBold'] as const),
    size: random.between(5, 9),
    colour: random.pick(['#3a3a3a', '#5a5a5a', '#8a3030', '#30508a']),
  }
  const step = widthOf(ctx, words, style) + random.between(12, 30)
  const lead = style.size * random.between(2.2, 4)
  const long = Math.hypot(size.width, size.height)
  ctx.save()
  ctx.globalAlpha = ink
  ctx.globalCompositeOperation = 'multiply'
  ctx.translate(size.width / 2, size.height / 2)
  ctx.rotate(-random.between(0.3, 0.8))
  for (let y = -long / 2; y < long / 2; y += lead)
    for (let x = -long / 2 + random.between(-0.5, 0) * step; x < long / 2; x += step) line(ctx, words, x, y, style)
  ctx.restore()
}
