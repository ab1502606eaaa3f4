import type { SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import { line, pageOf, print, seal, text, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

const hand = (ctx: SKRSContext2D, x: number, y: number) => {
  ctx.strokeStyle = '#1a2a6c'
  ctx.lineWidth = 4
  ctx.beginPath()
  ctx.moveTo(x, y)
  for (let i = 0; i < 9; i += 1) ctx.quadraticCurveTo(x + 18 * i, y - 26, x + 18 * i + 9, y + (i % 2 ? 22 : -18))
  ctx.stroke()
}

test('a signature behind its printed words is seen; a blank place, and a rule to sign on, are blank', async () => {
  const words = [
    line(120, 1000, 190, '委托人（签字）：'),
    line(120, 1100, 190, '受托人（签字）：'),
    line(600, 1000, 220, '法定代表人（签字）：'),
  ]
  const page = pageOf((ctx) => {
    write()(ctx)
    for (const { box } of words) print(ctx, box[0], (box[1] + box[7]) / 2, box[2] - box[0])
    hand(ctx, 340, 1000)
    ctx.fillStyle = '#333'
    ctx.fillRect(310, 1114, 240, 2)
  })
  const marks = (await inspectPage(page, [...text, ...words])).marks.filter((mark) => mark.kind === 'signature')
  expect(marks.map((mark) => [mark.text, mark.present])).toEqual([
    ['委托人(签字)', true],
    ['受托人(签字)', false],
    ['法定代表人(签字)', false],
  ])
})

test('a signature on a line of its own below the place belongs to it', async () => {
  const words = [line(120, 1000, 220, '出租人（甲方）签章：'), line(120, 1090, 70, '签字：')]
  const page = pageOf((ctx) => {
    for (const { box } of words) print(ctx, box[0], (box[1] + box[7]) / 2, box[2] - box[0])
    hand(ctx, 220, 1090)
  })
  const marks = (await inspectPage(page, words)).marks.filter((mark) => mark.kind === 'signature')
  expect(marks[0]).toMatchObject({ text: '出租人(甲方)签章', present: true })
})

/** The signatures on a page with printed words, and what `draw` adds; only the first `shown` pixels of a line are print. */
async function signaturesOn(words: (Line & { shown?: number })[], draw: (ctx: SKRSContext2D) => void) {
  const page = pageOf((ctx) => {
    write()(ctx)
    for (const { box, shown } of words) print(ctx, box[0], (box[1] + box[7]) / 2, shown ?? box[2] - box[0])
    draw(ctx)
  })
  return (await inspectPage(page, [...text, ...words])).marks.filter(({ kind }) => kind === 'signature')
}

test('a hand that runs into the box of its caption is seen: the caption ends where its last character was read', async () => {
  // Eight characters read in the first 190 of 380 pixels: the rest of the box is the hand.
  const xs = Array.from('委托人（签字）：', (_, i) => ((i + 0.5) * 24) / 380)
  const caption = { ...line(120, 1000, 380, '委托人（签字）：'), xs, shown: 190 }
  expect(await signaturesOn([caption], (ctx) => hand(ctx, 325, 1000))).toMatchObject([{ present: true }])
  expect(await signaturesOn([caption], () => {})).toMatchObject([{ present: false, confidence: 0.75 }])
})

test('a hand under which the next caption was read with it is seen; a place without room to sign is not surely blank', async () => {
  const caption = line(120, 1000, 130, '股东签字：')
  const joined = line(262, 1000, 300, '贾飞沈建旭东（盖章）：')
  const written = await signaturesOn([caption, { ...joined, shown: 0 }], (ctx) => {
    hand(ctx, 265, 1000)
    print(ctx, 440, 1000, 120)
  })
  expect(written).toMatchObject([{ text: '股东签字', present: true }])
  const crowded = await signaturesOn([caption, line(262, 1000, 170, '股东（盖章）：')], () => {})
  expect(crowded).toMatchObject([{ text: '股东签字', present: false }])
  expect(crowded[0]?.confidence).toBeLessThan(0.6)
  const roomy = await signaturesOn([caption, line(420, 1000, 170, '股东（盖章）：')], () => {})
  expect(roomy).toMatchObject([{ text: '股东签字', present: false, confidence: 0.75 }])
})

test('a caption whose end a seal covers is still a place to sign, though not surely a blank one', async () => {
  const cut = line(120, 1000, 120, '甲方（盖章')
  expect(await signaturesOn([cut], (ctx) => hand(ctx, 300, 1000))).toMatchObject([
    { text: '甲方(盖章)', present: true },
  ])
  // The rest of the caption is print under the seal, no hand.
  const blank = await signaturesOn([cut], (ctx) => {
    print(ctx, 242, 1000, 22)
    seal(ctx, 300, 1000, 90, '#d02030')
  })
  expect(blank).toMatchObject([{ text: '甲方(盖章)', present: false }])
  expect(blank[0]?.confidence).toBeLessThan(0.6)
})

test('a place on which much of a seal lies is not surely blank', async () => {
  const [mark] = await signaturesOn([line(120, 1000, 190, '委托人（签字）：')], (ctx) => {
    for (let i = 0; i < 4; i += 1) seal(ctx, 360 + 30 * i, 1000, 30, '#d02030')
  })
  expect(mark).toMatchObject({ present: false })
  expect(mark?.confidence).toBeLessThan(0.6)
})

/** A question with its options, each behind a box; `ticked` ones carry a pen's tick. Boxes are not read as characters. */

test('a caption with a character misread or lost is still a place to sign; one that may be two parties’ is none', async () => {
  const told = async (words: string) =>
    (await signaturesOn([line(120, 1000, 220, words)], (ctx) => hand(ctx, 370, 1000))).map(
      ({ text: place, present }) => [place, present],
    )
  expect(await told('乙方（签学）：')).toMatchObject([[expect.stringContaining('乙方(签'), true]])
  expect(await told('受人签名；')).toEqual([['受托人签名', true]])
  for (const field of ['受托人姓名：', '出租人（甲方）：', '法定代表人（甲方）']) expect(await told(field)).toEqual([])
  expect(await told('中方（盖章）：')).toEqual([])
  expect(await told('法定代表人：')).toEqual([])
})

test('for fields only no place to sign is looked at; a page with hardly a word is looked at whole, for it may be a portrait', async () => {
  const words = line(120, 1000, 190, '委托人（签字）：')
  const page = pageOf((ctx) => {
    write()(ctx)
    print(ctx, words.box[0], (words.box[1] + words.box[7]) / 2, words.box[2] - words.box[0])
    hand(ctx, 340, 1000)
    seal(ctx, 700, 1200, 90, '#c8202c')
  })
  const kinds = async (lines: Line[], only?: 'fields') =>
    (await inspectPage(page, lines, [], only)).marks.map(({ kind }) => kind)
  expect(await kinds([...text, words])).toEqual(expect.arrayContaining(['seal', 'signature']))
  expect(await kinds([...text, words], 'fields')).toEqual(['seal'])
  expect(await kinds([words], 'fields')).toEqual(expect.arrayContaining(['seal', 'signature']))
})
