import type { Random } from '../../random.ts'
import type { Context } from './sheet.ts'

/** How a person or a printer marks a box: a pen's tick that runs over its edge, a cross, the box filled in, a printed tick inside. */
export const TICKS = ['pen', 'cross', 'filled', 'printed'] as const
export type Tick = (typeof TICKS)[number]

/** Draws a box of `side` mm standing on the baseline at x, y; `tick` marks it, null leaves it open. */
export function tickBox(
  ctx: Context,
  { x, y, side }: { x: number; y: number; side: number },
  tick: Tick | null,
  pen: string,
  random: Random,
): void {
  const top = y - side * 0.92
  ctx.save()
  ctx.strokeStyle = '#232323'
  ctx.lineWidth = side * random.between(0.055, 0.085)
  ctx.strokeRect(x, top, side, side)
  const at = (u: number, v: number): [number, number] => [
    x + side * (u + random.between(-0.06, 0.06)),
    top + side * (v + random.between(-0.06, 0.06)),
  ]
  ctx.lineCap = ctx.lineJoin = 'round'
  if (tick === 'filled') {
    ctx.fillStyle = '#232323'
    ctx.fillRect(x, top, side, side)
  } else if (tick === 'printed') {
    ctx.lineWidth = side * 0.1
    stroke(ctx, [
      [x + side * 0.18, top + side * 0.5],
      [x + side * 0.42, top + side * 0.76],
      [x + side * 0.84, top + side * 0.2],
    ])
  } else if (tick) {
    ctx.strokeStyle = pen
    ctx.lineWidth = random.between(0.35, 0.55)
    if (tick === 'cross') {
      stroke(ctx, [at(0.08, 0.1), at(0.94, 0.92)])
      stroke(ctx, [at(0.9, 0.06), at(0.1, 0.94)])
    } else {
      const over = random.between(0, 0.55)
      stroke(ctx, [at(0.08 - over * 0.2, 0.42), at(0.42, 0.88), at(0.9 + over, 0.08 - over)])
    }
  }
  ctx.restore()
}

function stroke(ctx: Context, points: readonly (readonly [number, number])[]): void {
  ctx.beginPath()
  for (const [x, y] of points) ctx.lineTo(x, y)
  ctx.stroke()
}
