import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { around, box, H, outlined, pageOf, seal, text, W, write } from './drawn-page.ts'
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

test('a seal tells its shape, turned any way', async () => {
  expect(await sealsOn((ctx) => seal(ctx, 700, 1050, 90, RED))).toMatchObject([{ kind: 'seal', shape: 'round' }])
  expect(await sealsOn((ctx) => outlined(ctx, around(700, 1050, 110, 75), RED))).toMatchObject([
    { kind: 'seal', shape: 'oval' },
  ])
  const triangle = [
    [700, 960],
    [800, 1130],
    [600, 1130],
  ] as const
  expect(await sealsOn((ctx) => outlined(ctx, triangle, RED))).toMatchObject([{ kind: 'seal', shape: 'triangle' }])
  for (const turn of [0, 0.2])
    expect(await sealsOn((ctx) => outlined(ctx, box(700, 1050, 80, turn), RED))).toMatchObject([
      { kind: 'seal', shape: 'square' },
    ])
})

test('a small framed square beside the print is a person’s seal; characters of a red heading are none', async () => {
  const name = (ctx: SKRSContext2D, x: number) => {
    outlined(ctx, box(x, 1000, 34), RED, 4)
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
  expect(await sealsOn((ctx) => outlined(ctx, box(W - 10, 1000, 60), RED))).toEqual([])
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
