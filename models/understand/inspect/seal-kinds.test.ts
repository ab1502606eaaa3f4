import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { H, pageOf, seal, text, W, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

const RED = '#c8202c'

/** The seals found on a page with print and what else is drawn. */
async function sealsOn(draw: (ctx: SKRSContext2D) => void) {
  const page = pageOf((ctx) => {
    write()(ctx)
    draw(ctx)
  })
  const { marks } = await inspectPage(page, text)
  return marks.filter(({ kind }) => kind.endsWith('seal'))
}

/** An outline through some points, with words within. */
function outlined(ctx: SKRSContext2D, points: readonly (readonly [number, number])[], width = 6) {
  ctx.strokeStyle = ctx.fillStyle = RED
  ctx.lineWidth = width
  ctx.beginPath()
  for (const [x, y] of points) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.stroke()
}

const around = (x: number, y: number, rx: number, ry: number) =>
  Array.from({ length: 60 }, (_, i) => [x + rx * Math.cos(i / 9.549), y + ry * Math.sin(i / 9.549)] as const)
const box = (x: number, y: number, half: number, turn = 0) =>
  [0, 1, 2, 3].map((i) => {
    const angle = (i + 0.5) * (Math.PI / 2) + turn
    return [x + half * Math.SQRT2 * Math.cos(angle), y + half * Math.SQRT2 * Math.sin(angle)] as const
  })

test('a seal tells its shape, turned any way', async () => {
  expect(await sealsOn((ctx) => seal(ctx, 700, 1050, 90, RED))).toMatchObject([{ kind: 'seal', shape: 'round' }])
  expect(await sealsOn((ctx) => outlined(ctx, around(700, 1050, 110, 75)))).toMatchObject([
    { kind: 'seal', shape: 'oval' },
  ])
  const triangle = [
    [700, 960],
    [800, 1130],
    [600, 1130],
  ] as const
  expect(await sealsOn((ctx) => outlined(ctx, triangle))).toMatchObject([{ kind: 'seal', shape: 'triangle' }])
  for (const turn of [0, 0.2])
    expect(await sealsOn((ctx) => outlined(ctx, box(700, 1050, 80, turn)))).toMatchObject([
      { kind: 'seal', shape: 'square' },
    ])
})

test('a small framed square beside the print is a person’s seal; characters of a red heading are none', async () => {
  const name = (ctx: SKRSContext2D, x: number) => {
    outlined(ctx, box(x, 1000, 34), 4)
    for (const [dx, dy] of [
      [-14, -14],
      [14, -14],
      [-14, 14],
      [14, 14],
    ] as const)
      ctx.fillRect(x + dx - 8, 1000 + dy - 2, 16, 4)
  }
  expect(await sealsOn((ctx) => name(ctx, 700))).toMatchObject([
    { kind: 'personal-seal', shape: 'square', present: true },
  ])
  const heading = await sealsOn((ctx) => {
    for (let i = 0; i < 5; i += 1) name(ctx, 300 + 90 * i)
  })
  expect(heading.filter(({ kind }) => kind === 'personal-seal')).toEqual([])
})

test('a part of a round seal at the edge of the page is its own mark; a frame or a red table at the edge is none', async () => {
  for (const [x, y] of [
    [W, 1000],
    [W + 30, 1000],
    [W - 20, 1000],
    [500, H + 10],
  ] as const)
    expect(await sealsOn((ctx) => seal(ctx, x, y, 90, RED))).toMatchObject([{ kind: 'cross-page-seal', present: true }])
  expect(await sealsOn((ctx) => outlined(ctx, box(W - 10, 1000, 60)))).toEqual([])
  // Cut a little, it is a whole seal at the edge.
  expect(await sealsOn((ctx) => seal(ctx, W - 75, 1000, 90, RED))).toMatchObject([{ kind: 'seal' }])
})

test('a copy sealed again in red shows both seals with their colours', async () => {
  const found = await sealsOn((ctx) => {
    seal(ctx, 300, 1050, 90, '#333333')
    seal(ctx, 720, 1050, 90, RED)
  })
  expect(found.map(({ colour }) => colour).sort()).toEqual(['black', 'red'])
})
