import type { Random } from '../../random.ts'
import { font } from './fonts.ts'
import type { Context } from './sheet.ts'

/** A signature: running hand, each character a little off its line, pen blue or black. */
export function signature(ctx: Context, name: string, x: number, y: number, random: Random, size = 9): void {
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(random.between(-0.09, 0.03))
  ctx.fillStyle = random.pick(['#1b2a63', '#20242c', '#16306f'])
  ctx.textAlign = 'left'
  ctx.letterSpacing = '0px'
  let at = 0
  for (const ch of name) {
    const s = size * random.between(0.9, 1.12)
    ctx.font = font('Hand', s)
    ctx.save()
    ctx.translate(at, random.between(-0.5, 0.5))
    ctx.rotate(random.between(-0.08, 0.06))
    ctx.transform(1, 0, -0.12, 1, 0, 0)
    ctx.fillText(ch, 0, 0)
    ctx.restore()
    at += s * random.between(0.72, 0.88)
  }
  ctx.restore()
}
