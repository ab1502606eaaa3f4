import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { around, box, H, line, outlined, pageOf, print, seal, text, W, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

const BLACK = '#3a3a3a'

/** The seals found on a page with print and what else is drawn. */
async function sealsOn(draw: (ctx: SKRSContext2D) => void, lines = text) {
  const page = pageOf((ctx) => {
    write()(ctx)
    draw(ctx)
  })
  return (await inspectPage(page, lines)).marks.filter(({ kind }) => kind.endsWith('seal'))
}

const triangle = [
  [700, 950],
  [810, 1140],
  [590, 1140],
] as const

test('a copy’s black seal is found in any shape, also over the words that ask for it', async () => {
  for (const [points, shape] of [
    [around(700, 1050, 120, 80), 'oval'],
    [triangle, 'triangle'],
    [box(700, 1050, 85, 0.12), 'square'],
  ] as const)
    for (const words of [false, true])
      expect(
        await sealsOn((ctx) => {
          outlined(ctx, points, BLACK)
          print(ctx, 660, 1060, 80, 14)
          if (words) print(ctx, 520, 1045, 120)
        }),
      ).toMatchObject([{ kind: 'seal', present: true, colour: 'black', shape }])
})

/** Paper up to x = 940 on a desk of a colour, with a shadow along its edge. */
const onDesk = (desk: string) => (ctx: SKRSContext2D) => {
  ctx.fillStyle = desk
  ctx.fillRect(940, 0, W - 940, H)
  ctx.fillStyle = '#8f8c86'
  ctx.fillRect(940, 0, 6, H)
}

test('a black round seal cut off by the edge of the paper is its own mark, on a dark desk and a light one', async () => {
  for (const desk of ['#4a4038', '#d9d7d2'])
    for (const x of [900, 940])
      expect(
        await sealsOn((ctx) => {
          seal(ctx, x, 1050, 90, BLACK)
          onDesk(desk)(ctx)
        }),
      ).toMatchObject([{ kind: 'cross-page-seal', present: true, colour: 'black' }])
})

test('frames for a photograph, cells, words ringed by hand and rings cut by a rule are no seals', async () => {
  expect(await sealsOn((ctx) => ctx.strokeRect(600, 960, 150, 200))).toEqual([])
  expect(await sealsOn((ctx) => outlined(ctx, box(700, 1050, 80), BLACK))).toEqual([])
  expect(
    await sealsOn((ctx) => {
      for (const x of [600, 720, 840]) outlined(ctx, box(x, 1050, 60), BLACK, 3)
    }),
  ).toEqual([])
  expect(
    await sealsOn((ctx) => outlined(ctx, around(300, 1050, 45, 24), BLACK, 4), [...text, line(270, 1050, 60, '同意')]),
  ).toEqual([])
  // Between the rules of a printed frame about the page its pattern closes small pieces of paper.
  const framed = await sealsOn((ctx) => {
    ctx.strokeStyle = BLACK
    ctx.lineWidth = 4
    ctx.strokeRect(40, 40, W - 80, H - 80)
    ctx.strokeRect(76, 76, W - 152, H - 152)
    for (let y = 160; y < H - 160; y += 70) {
      ctx.beginPath()
      ctx.roundRect(44, y, 30, 62, 8)
      ctx.stroke()
    }
  })
  expect(framed).toEqual([])
  const ruled = await sealsOn((ctx) => {
    seal(ctx, 700, 1050, 90, BLACK)
    ctx.fillStyle = BLACK
    ctx.fillRect(60, 1060, W - 120, 4)
  })
  expect(ruled.filter(({ kind }) => kind === 'cross-page-seal')).toEqual([])
})
