import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import { line, pageOf } from './drawn-page.ts'
import { straightness, strokesOn } from './strokes.ts'

const doubtful = (one: Line): Line => ({ ...one, characters: Array.from(one.text, () => 0.5) })
const print = doubtful(line(120, 300, 600, '上下左右中国文字横平竖直', 40))
const slant = doubtful(line(120, 500, 600, '上下左右中国文字横平竖直', 40))

/** Level and upright strokes in one line, slanting ones in the other, both over a rule. */
const draw = (ctx: SKRSContext2D) => {
  ctx.strokeStyle = ctx.fillStyle = '#222'
  ctx.lineWidth = 4
  for (let x = 130; x < 700; x += 40) {
    for (const [y, lean] of [
      [300, 0],
      [500, 12],
    ] as const) {
      ctx.beginPath()
      ctx.moveTo(x - 10, y + lean / 2)
      ctx.lineTo(x + 14, y - lean / 2)
      ctx.moveTo(x + lean / 2, y - 14)
      ctx.lineTo(x - lean / 2, y + 14)
      ctx.stroke()
    }
  }
  ctx.fillRect(120, 514, 600, 3)
}

test('print is straight, slanting strokes are not, whatever rule lies under them', () => {
  const found = strokesOn(pageOf(draw), [print, slant])
  const share = (one: Line) => {
    const strokes = found.get(one)
    return strokes ? straightness(strokes, 0, 1) : null
  }
  expect(share(print)).toBeGreaterThan(0.6)
  expect(share(slant)).toBeLessThan(0.5 * (share(print) ?? 0))
})

test('a page that was read surely is not measured', () => {
  const sure = { ...print, characters: Array.from(print.text, () => 0.99) }
  expect(strokesOn(pageOf(draw), [sure]).size).toBe(0)
})
