import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { pageOf, seal, text, W, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

type Draw = (ctx: SKRSContext2D) => void
const [GROUND, INK] = ['#b3151f', '#c8202c']

/** The seals found on a page with print and what else is drawn. */
async function sealsOn(...draws: Draw[]) {
  const page = pageOf((ctx) => {
    write()(ctx)
    for (const draw of draws) draw(ctx)
  })
  return (await inspectPage(page, text)).marks.filter(({ kind }) => kind.endsWith('seal'))
}

/** A photograph of people from the shoulders up, side by side before a plain ground. */
const photo =
  (x: number, y: number, width: number, height: number, people: number, ground = GROUND, shirt = '#efeadb'): Draw =>
  (ctx) => {
    ctx.save()
    ctx.beginPath()
    ctx.rect(x, y, width, height)
    ctx.clip()
    ctx.fillStyle = ground
    ctx.fillRect(x, y, width, height)
    for (let i = 0; i < people; i += 1) {
      const [middle, share] = [x + (width * (i + 0.5)) / people, width / people]
      const round = (colour: string, cy: number, rx: number, ry: number) => {
        ctx.fillStyle = colour
        ctx.beginPath()
        ctx.ellipse(middle, cy, rx, ry, 0, 0, 2 * Math.PI)
        ctx.fill()
      }
      round(shirt, y + height, 0.4 * share, 0.25 * height)
      round('#c79e78', y + 0.45 * height, 0.2 * share, 0.2 * height)
    }
    ctx.restore()
  }

const banner =
  (y: number, height: number, letters: number): Draw =>
  (ctx) => {
    ctx.fillStyle = GROUND
    ctx.fillRect(60, y, W - 120, height)
    ctx.fillStyle = '#f6e7a0'
    for (let i = 0; i < letters; i += 1) {
      ctx.beginPath()
      ctx.arc(150 + (700 * i) / letters, y + height / 2, 0.3 * height, 0, 2 * Math.PI)
      ctx.fill()
    }
  }

test('a photograph with a red ground is no seal, of one person or of two, whatever they wear', async () => {
  for (const shirt of ['#efeadb', '#27324a', '#ffffff'])
    for (const [width, height, people] of [
      [180, 250, 1],
      [260, 180, 2],
      [300, 200, 2],
      [340, 210, 2],
      [360, 300, 3],
    ] as const)
      expect(
        await sealsOn(photo(300, 950, width, height, people, GROUND, shirt)),
        `${width} ${people} ${shirt}`,
      ).toEqual([])
})

test('a red banner, a cover’s red field and windows cut into them are no seals', async () => {
  for (const letters of [3, 5, 7]) expect(await sealsOn(banner(900, 110, letters)), `${letters}`).toEqual([])
  expect(await sealsOn(photo(100, 850, 420, 420, 0))).toEqual([])
  const windows: Draw = (ctx) => {
    ctx.fillStyle = GROUND
    ctx.fillRect(250, 900, 380, 220)
    ctx.fillStyle = '#f4f2ec'
    for (const x of [350, 530]) {
      ctx.beginPath()
      ctx.arc(x, 1010, 72, 0, 2 * Math.PI)
      ctx.fill()
    }
  }
  expect(await sealsOn(windows)).toEqual([])
})

test('a seal across the edge of a photograph, and one beside a red ground, stay seals', async () => {
  for (const ground of ['#3b8ede', '#f0f0f0'])
    expect(
      await sealsOn(photo(300, 900, 180, 250, 1, ground), (ctx) => seal(ctx, 480, 1120, 85, INK)),
      ground,
    ).toMatchObject([{ kind: 'seal', present: true }])
  expect(await sealsOn(photo(300, 900, 300, 200, 2), (ctx) => seal(ctx, 760, 1150, 85, INK))).toMatchObject([
    { kind: 'seal', shape: 'round' },
  ])
  // Where its ground is red, the part of the ring on the paper is seen.
  expect(await sealsOn(photo(300, 900, 180, 250, 1), (ctx) => seal(ctx, 510, 1140, 85, INK))).toHaveLength(1)
})
