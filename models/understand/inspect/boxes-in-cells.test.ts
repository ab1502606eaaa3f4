import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import { line, pageOf, text, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

const SIZE = 24

/** A cell of a form at height 900: an open or ticked box of 20 pixels, and its words as the detector finds them, alone. */
const cell = (x: number, words: string): Line => ({
  ...line(x + 26, 900, SIZE * words.length, words, 30),
  xs: [...words].map((_, i) => (i + 0.5) / words.length),
})

const draw = (ticked: readonly boolean[]) =>
  pageOf((ctx) => {
    write()(ctx)
    for (const [i, on] of ticked.entries()) {
      const x = 120 + 200 * i
      ctx.fillStyle = ctx.strokeStyle = '#222'
      for (const dx of [4, 11, 18, 28, 35, 42]) ctx.fillRect(x + 26 + dx, 890, 3, 20)
      ctx.lineWidth = 2
      ctx.strokeRect(x, 890, 20, 20)
      if (!on) continue
      ctx.lineWidth = 3
      ctx.beginPath()
      ctx.moveTo(x + 2, 900)
      ctx.lineTo(x + 9, 908)
      ctx.lineTo(x + 19, 892)
      ctx.stroke()
    }
  })

test('options that stand far apart, each a line of its own, have their boxes before them', async () => {
  const words = ['新办', '变更', '延续']
  const { marks, lines } = await inspectPage(draw([false, false, true]), [
    ...text,
    ...words.map((one, i) => cell(120 + 200 * i, one)),
  ])
  const boxes = marks.filter(({ kind }) => kind === 'checkbox')
  expect(boxes.map((box) => ({ words: box.text, ticked: box.present }))).toEqual([
    { words: '新办', ticked: false },
    { words: '变更', ticked: false },
    { words: '延续', ticked: true },
  ])
  expect(lines.slice(-3).map((one) => one.text)).toEqual(['□新办', '□变更', '☑延续'])
})

test('words that no question offers have no boxes, whatever stands before them', async () => {
  const { marks } = await inspectPage(draw([false, true, true]), [
    ...text,
    ...['楼梯', '走廊', '门厅'].map((one, i) => cell(120 + 200 * i, one)),
  ])
  expect(marks.filter(({ kind }) => kind === 'checkbox')).toEqual([])
})
