import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Line } from '../../../facts/reading.ts'
import { H, line, pageOf, print, seal, text, W, write } from './drawn-page.ts'
import { inspectPage } from './inspect-page.ts'

test('a sharp, evenly lit page has no issue', async () => {
  const { quality } = await inspectPage(pageOf(write()), text)
  expect(quality).toEqual({ score: 1, issues: [], advice: [] })
})

const soft = (pixels: number) => {
  const sharp = createCanvas(W, H)
  write()(sharp.getContext('2d'))
  return pageOf((ctx) => {
    ctx.filter = `blur(${pixels}px)`
    ctx.drawImage(sharp, 0, 0)
  })
}
const sure = (confidence: number) => text.map((one): Line => ({ ...one, confidence }))

/** rules/policy.yaml calls no photograph below this clear. */
const CLEAR = 0.4

test('print out of focus that cannot be relied on is blurred and not clear, and the advice says what to do', async () => {
  const { quality } = await inspectPage(soft(4), sure(0.6))
  expect(quality.issues).toEqual(['blurred'])
  expect(quality.score).toBeLessThan(CLEAR)
  expect(quality.advice.join()).toContain('重拍')
})

test('a photograph so blurred that no line was read is blurred, neither perfect nor blank', async () => {
  for (const [lines, unread] of [
    [[], []],
    [[], text.map(({ box }) => box)],
    [sure(0.95).slice(0, 1), text.slice(1).map(({ box }) => box)],
  ] satisfies [Line[], Line['box'][]][]) {
    const { quality } = await inspectPage(soft(8), lines, unread)
    expect(quality.issues).toEqual(['blurred'])
    expect(quality.score).toBeLessThan(CLEAR)
  }
})

test('a sharp page whose print gives no text is not clear either', async () => {
  const { quality } = await inspectPage(pageOf(write()), sure(0.4))
  expect(quality.issues).toEqual(['blurred'])
  expect(quality.score).toBeLessThan(CLEAR)
})

const dim = (paper: string) =>
  pageOf((ctx) => {
    ctx.fillStyle = '#000'
    for (const { box } of text) print(ctx, box[0], (box[1] + box[7]) / 2, 600)
  }, paper)

test('a page too dark to be read is dark and not clear; one in the dark that reads well has no issue', async () => {
  for (const { quality } of [await inspectPage(dim('#46443f'), sure(0.6)), await inspectPage(dim('#0c0c0a'), text)]) {
    expect(quality.issues).toEqual(['dark'])
    expect(quality.score).toBeLessThan(CLEAR)
  }
  expect((await inspectPage(dim('#46443f'), text)).quality).toEqual({ score: 1, issues: [], advice: [] })
  // With paper as dark as this pages lose values without a doubtful character.
  expect((await inspectPage(dim('#1f1e1c'), text)).quality.issues).toEqual(['dark'])
  expect((await inspectPage(dim('#0c0c0a'), [])).quality.issues).toEqual(['dark'])
})

test('a lamp’s spot over print on grey paper is glare; beside the print it harms nothing, and white paper is none', async () => {
  const spot = (x: number, y: number) => (ctx: SKRSContext2D) => {
    write()(ctx)
    const glow = ctx.createRadialGradient(x, y, 60, x, y, 170)
    glow.addColorStop(0, 'rgba(255,255,255,1)')
    glow.addColorStop(1, 'rgba(255,255,255,0)')
    ctx.fillStyle = glow
    ctx.fillRect(x - 200, y - 200, 400, 400)
  }
  expect((await inspectPage(pageOf(spot(660, 600), '#c9c6bd'), text)).quality.issues).toEqual(['glare'])
  expect((await inspectPage(pageOf(spot(660, 1050), '#c9c6bd'), text)).quality.issues).toEqual([])
  expect((await inspectPage(pageOf(write(), '#ffffff'), text)).quality.issues).toEqual([])
})

test('print that fades under a lamp on white paper is glare, print in a lighter ink is none', async () => {
  const faded = (light: (i: number, x: number) => number) => (ctx: SKRSContext2D) => {
    for (const [i, { box }] of text.entries())
      for (let x = box[0]; x < box[2]; x += 8) {
        const grey = light(i, x)
        ctx.fillStyle = `rgb(${grey},${grey},${grey})`
        ctx.fillRect(x, box[1], 3, 24)
      }
  }
  const issues = async (light: (i: number, x: number) => number) =>
    (await inspectPage(pageOf(faded(light), '#ffffff'), text)).quality.issues
  const spot = (i: number, x: number) => Math.round(34 + 200 * Math.exp(-(((i - 4) / 2) ** 2) - ((x - 500) / 110) ** 2))
  expect(await issues(spot)).toEqual(['glare'])
  expect(await issues((i) => (i % 3 === 0 ? 150 : 34))).toEqual([])
})

test('lines cut by the picture’s edge mean that the page is cropped', async () => {
  const cut = text.map((one): Line => line(0, (one.box[1] + one.box[7]) / 2, 700, one.text))
  expect((await inspectPage(pageOf(write()), cut)).quality.issues).toContain('cropped')
})

test('a page whose rules run out of the picture on one side is cropped; bare paper that does is not, nor a picture full of paper', async () => {
  const rules = (ctx: SKRSContext2D) => {
    write()(ctx)
    ctx.fillStyle = '#222'
    for (const y of [500, 560, 620]) ctx.fillRect(100, y, W - 100, 4)
  }
  /** Desk all around, but not on the right. */
  const desk = (draw: (ctx: SKRSContext2D) => void) => (ctx: SKRSContext2D) => {
    draw(ctx)
    ctx.fillStyle = '#6b4a2c'
    ctx.fillRect(0, 0, 60, H)
    ctx.fillRect(0, 0, W, 60)
    ctx.fillRect(0, H - 60, W, 60)
  }
  const issues = async (draw: (ctx: SKRSContext2D) => void) =>
    (await inspectPage(pageOf(draw, '#e9e7e0'), text)).quality.issues
  expect(await issues(desk(rules))).toEqual(['cropped'])
  expect(await issues(desk(write()))).toEqual([])
  expect(await issues(rules)).toEqual([])
})

test('waves of colour all over a page are a screen’s; lines of one ink or a tint are not', async () => {
  const issues = async (hue: (x: number, y: number) => string) =>
    (
      await inspectPage(
        pageOf((ctx) => {
          for (let y = 0; y < H; y += 4)
            for (let x = 0; x < W; x += 4) {
              ctx.fillStyle = hue(x, y)
              ctx.fillRect(x, y, 4, 4)
            }
          write()(ctx)
        }),
        text,
      )
    ).quality
  const wave = (size: number) => (x: number, y: number) => {
    const [r, g, b] = [0, 2.1, 4.2].map((shift) => Math.round(225 + size * Math.sin((x + 0.4 * y) / 6 + shift)))
    return `rgb(${r},${g},${b})`
  }
  expect(await issues(wave(12))).toMatchObject({ issues: ['screen'], advice: [expect.stringContaining('屏幕')] })
  expect((await issues(wave(1))).issues).toEqual([])
  expect((await issues((x) => `rgb(${235 - Math.round(x / 40)},225,205)`)).issues).toEqual([])
})

test('a page on which many characters could be others says what to do; a few doubtful ones do not', async () => {
  /** Every `each`-th character of a line is doubtful. */
  const doubting = (each: number, height: number) =>
    text.map((one, i): Line => {
      const characters = [...one.text].map((_, at) => (at % each === 0 ? 0.5 : 0.99))
      return { ...line(120, 200 + 60 * i, 600, one.text, height), characters }
    })
  const issues = async (lines: Line[]) => (await inspectPage(pageOf(write()), lines)).quality.issues
  expect(await issues(doubting(4, 20))).toEqual(['small'])
  expect(await issues(doubting(4, 32))).toEqual(['blurred'])
  expect(await issues(doubting(17, 20))).toEqual([])
  const clear = text.map((one): Line => ({ ...one, characters: [...one.text].map(() => 0.99) }))
  const border = (words: string) => ({ ...line(120, 1500, 600, words, 20), characters: [...words].map(() => 0.3) })
  expect(await issues([...clear, border('qqqqqqqqqqqqqq@qqqqqqqqqqq'), border('o00000000000000')])).toEqual([])
})

test('the rings of a border say nothing of how well the page can be read, two letters by turns as little as one', async () => {
  const scored = async (lines: readonly Line[]) =>
    (
      await inspectPage(
        pageOf((ctx) => {
          for (const { box } of lines) print(ctx, box[0], (box[1] + box[7]) / 2, box[2] - box[0], 30)
        }),
        [...lines],
      )
    ).quality.score
  const clear = text.map((one): Line => ({ ...one, confidence: 0.99, characters: [...one.text].map(() => 0.99) }))
  const strip = (y: number, words: string, sure = 0.4): Line => ({
    ...line(20, y, 1560, words, 20),
    confidence: sure,
    characters: [...words].map(() => sure),
  })
  const rings = [
    'q00qqq0q000qq0qqqqqq0qqqn',
    'OIOIOIOHOIOIOHOHOIOIOHOIO',
    'HOIIOIOHOHOI',
    '0I00I0I0I00I0I0I000I0I0)',
    'JOIOIOIO',
  ]
  const border = rings.map((words, i) => strip(30 + 40 * i, words))
  expect(await scored([...border, ...clear])).toBe(1)
  // Print that nobody can read is no border.
  const smear = ['准牛于什么区示亚公', '3A7R91BK2PQX45', '中口品吕回曰目四田'].map((words, i) =>
    strip(30 + 60 * i, words, 0.1),
  )
  expect(await scored([...smear, ...smear, ...clear])).toBeLessThan(0.5)
})

test('print of a few pixels is small, a page without anything is blank', async () => {
  const tiny = text.map((_, i) => line(100, 100 + 30 * i, 200, '很小的文字看不清楚', 8))
  expect(
    (
      await inspectPage(
        pageOf((ctx) => {
          for (const { box } of tiny) print(ctx, box[0], (box[1] + box[7]) / 2, 200, 8)
        }),
        tiny,
      )
    ).quality.issues,
  ).toContain('small')
  const blank = (
    await inspectPage(
      pageOf(() => {}),
      [],
    )
  ).quality
  expect(blank).toMatchObject({ score: 0, issues: ['blank'] })
  expect(blank.advice.join()).toContain('没有看到文字')
})

test('red seals are found where they stand, on warm paper and in dim light, print over them or not', async () => {
  for (const [paper, red] of [
    ['#f4f2ec', '#d0202a'],
    ['#e8d9b8', '#c03a30'],
    ['#6a6762', '#6e2a2a'],
    ['#f4f2ec', '#e9a0a0'],
  ] as const) {
    const page = pageOf((ctx) => {
      seal(ctx, 650, 1000, 90, red)
      write()(ctx)
      print(ctx, 560, 1000, 200)
    }, paper)
    const seals = (await inspectPage(page, text)).marks.filter((mark) => mark.kind === 'seal')
    expect(seals).toHaveLength(1)
    const [x0, y0, , , x1, y1] = seals[0]?.box ?? []
    expect(Math.abs((x0 ?? 0) - 557)).toBeLessThan(12)
    expect(Math.abs((y0 ?? 0) - 907)).toBeLessThan(12)
    expect(Math.abs((x1 ?? 0) - 743)).toBeLessThan(12)
    expect(Math.abs((y1 ?? 0) - 1093)).toBeLessThan(12)
    expect(seals[0]).toMatchObject({ present: true, colour: 'red' })
  }
})

test('a filled emblem, gold letters and a wooden table are no seals', async () => {
  const page = pageOf((ctx) => {
    ctx.fillStyle = '#7d5a3a'
    ctx.fillRect(0, 0, 90, H)
    ctx.fillStyle = '#d0202a'
    ctx.beginPath()
    ctx.arc(500, 120, 70, 0, 2 * Math.PI)
    ctx.fill()
    ctx.fillStyle = '#c8a24a'
    for (let i = 0; i < 4; i += 1) ctx.fillRect(300 + 110 * i, 220, 80, 80)
    write()(ctx)
  })
  expect((await inspectPage(page, text)).marks.filter((mark) => mark.kind === 'seal')).toEqual([])
})

test('a copy’s black seal is found, also where it lies over the words that ask for it; its emblem is none', async () => {
  const page = pageOf((ctx) => {
    write()(ctx)
    seal(ctx, 700, 1050, 90, '#333333')
    ctx.fillStyle = '#555555'
    ctx.beginPath()
    ctx.arc(500, 110, 75, 0, 2 * Math.PI)
    ctx.fill()
  }, '#e9e9e9')
  const seals = (await inspectPage(page, text)).marks.filter((mark) => mark.kind === 'seal')
  expect(seals).toHaveLength(1)
  expect(seals[0]).toMatchObject({ present: true, colour: 'black' })
  expect(Math.abs((seals[0]?.box?.[0] ?? 0) - 607)).toBeLessThan(15)
  expect(Math.abs((seals[0]?.box?.[1] ?? 0) - 957)).toBeLessThan(15)
})

function question(ctx: SKRSContext2D, y: number, options: { words: string; ticked: boolean }[], pen = 3): Line {
  const size = 24
  let text = ''
  const xs: number[] = []
  const put = (x: number, ch: string) => {
    ctx.fillStyle = '#222'
    for (const dx of [4, 11, 18]) ctx.fillRect(x + dx, y - 10, 3, 20)
    text += ch
    xs.push((x + size / 2 - 120) / 700)
  }
  let x = 120
  for (const ch of '告知方式') {
    put(x, ch)
    x += size
  }
  for (const { words, ticked } of options) {
    x += 16
    ctx.strokeStyle = '#222'
    ctx.lineWidth = 2
    ctx.strokeRect(x, y - 10, 20, 20)
    if (ticked) {
      ctx.strokeStyle = '#1b2a63'
      ctx.lineWidth = pen
      ctx.beginPath()
      ctx.moveTo(x + 2, y)
      ctx.lineTo(x + 9, y + 8)
      ctx.lineTo(x + 24, y - 14)
      ctx.stroke()
    }
    x += 26
    for (const ch of words) {
      put(x, ch)
      x += size
    }
  }
  return { ...line(120, y, 700, text, 30), xs }
}

test.each([
  ['a ball pen', 3],
  ['a thin one', 1.6],
])('boxes to tick are marks with their words, ticked with %s or open, and stand in their line', async (_, pen) => {
  const options = [
    { words: '同意', ticked: true },
    { words: '不同意', ticked: false },
    { words: '未表态', ticked: true },
  ]
  let asked: Line | undefined
  const page = pageOf((ctx) => {
    write()(ctx)
    asked = question(ctx, 900, options, pen)
  })
  if (!asked) throw new Error('nothing drawn')
  const { marks, lines } = await inspectPage(page, [...text, asked])
  const boxes = marks.filter(({ kind }) => kind === 'checkbox')
  expect(boxes.map((box) => ({ words: box.text, ticked: box.present }))).toEqual(options)
  expect(lines.at(-1)?.text).toBe('告知方式☑同意□不同意☑未表态')
  expect(lines.slice(0, -1)).toEqual(text)
})

test('a sign guessed where a box stands hides neither the box nor stays among the words', async () => {
  const options = [
    { words: '同意', ticked: true },
    { words: '不同意', ticked: true },
    { words: '未表态', ticked: false },
  ]
  let asked: Line | undefined
  const page = pageOf((ctx) => {
    write()(ctx)
    asked = question(ctx, 900, options)
  })
  if (!asked) throw new Error('nothing drawn')
  // The ticked boxes stand 16 px behind the words before them, 20 px wide; the recogniser made 区 and M of them.
  const xs = asked.xs ?? []
  const guesses = [4, 6].map((at) => ({ at, x: (xs[at - 1] ?? 0) + (12 + 16 + 10) / 700 }))
  const signs = [...asked.text]
  const places = [...xs]
  const sure = xs.map(() => 0.99)
  for (const [i, { at, x }] of guesses.entries()) {
    signs.splice(at + i, 0, i === 0 ? '区' : 'M')
    places.splice(at + i, 0, x)
    sure.splice(at + i, 0, 0.2)
  }
  const { marks, lines } = await inspectPage(page, [
    ...text,
    { ...asked, text: signs.join(''), xs: places, characters: sure },
  ])
  const boxes = marks.filter(({ kind }) => kind === 'checkbox')
  expect(boxes.map((box) => ({ words: box.text, ticked: box.present }))).toEqual(options)
  expect(lines.at(-1)?.text).toBe('告知方式☑同意☑不同意□未表态')
})

test('squares beside words that no box offers are frames or strokes: the line stays as it was read', async () => {
  let asked: Line | undefined
  const page = pageOf((ctx) => {
    write()(ctx)
    asked = question(ctx, 900, [
      { words: '编号', ticked: false },
      { words: '污水管', ticked: false },
    ])
  })
  if (!asked) throw new Error('nothing drawn')
  const { marks, lines } = await inspectPage(page, [...text, asked])
  expect(marks.filter(({ kind }) => kind === 'checkbox')).toEqual([])
  expect(lines).toEqual([...text, asked])
})

test('a seal stamped over a red frame is found', async () => {
  const page = pageOf((ctx) => {
    write()(ctx)
    ctx.strokeStyle = '#8b1f24'
    ctx.lineWidth = 6
    ctx.strokeRect(50, 50, W - 100, H - 100)
    seal(ctx, 700, H - 110, 90, '#c8202c')
  })
  const { marks } = await inspectPage(page, text)
  const seals = marks.filter(({ kind }) => kind === 'seal')
  expect(seals.length).toBe(1)
  expect(Math.abs(((seals[0]?.box?.[0] ?? 0) + (seals[0]?.box?.[2] ?? 0)) / 2 - 700)).toBeLessThan(12)
})

test('a red frame alone is no seal', async () => {
  const page = pageOf((ctx) => {
    write()(ctx)
    ctx.strokeStyle = '#8b1f24'
    ctx.lineWidth = 6
    ctx.strokeRect(50, 50, W - 100, H - 100)
  })
  const { marks } = await inspectPage(page, text)
  expect(marks.filter(({ kind }) => kind === 'seal')).toEqual([])
})

const RED = '#c8202c'
const sealsOf = async (draw: (ctx: SKRSContext2D) => void) => {
  const page = pageOf((ctx) => {
    write()(ctx)
    draw(ctx)
  })
  return (await inspectPage(page, text)).marks
    .filter(({ kind }) => kind === 'seal')
    .map(({ box }) => [((box?.[0] ?? 0) + (box?.[2] ?? 0)) / 2, ((box?.[1] ?? 0) + (box?.[5] ?? 0)) / 2])
}

test('a portrait before red is no seal; the one stamped over its corner is found where it stands', async () => {
  const portrait = (ctx: SKRSContext2D) => {
    ctx.fillStyle = RED
    ctx.fillRect(700, 900, 200, 260)
    ctx.fillStyle = '#caa080'
    ctx.fillRect(760, 960, 80, 200)
  }
  expect(await sealsOf(portrait)).toEqual([])
  const found = await sealsOf((ctx) => {
    portrait(ctx)
    seal(ctx, 650, 1190, 90, RED)
  })
  expect(found).toHaveLength(1)
  expect(Math.hypot((found[0]?.[0] ?? 0) - 650, (found[0]?.[1] ?? 0) - 1190)).toBeLessThan(14)
})

test('an emblem in red and gold, wider than high, is no seal', async () => {
  const emblem = (ctx: SKRSContext2D) => {
    ctx.fillStyle = RED
    ctx.beginPath()
    ctx.ellipse(500, 1000, 62, 74, 0, 0, 2 * Math.PI)
    ctx.fill()
    ctx.fillStyle = '#e8c050'
    for (let i = 0; i < 5; i += 1) ctx.fillRect(455 + 20 * i, 970 + 8 * (i % 2), 10, 10)
    ctx.fillRect(465, 1020, 70, 12)
  }
  expect(await sealsOf(emblem)).toEqual([])
})

test('a rectangular stamp is no row of round seals; two seals stamped over each other are two', async () => {
  const stamp = (ctx: SKRSContext2D) => {
    ctx.strokeStyle = RED
    ctx.lineWidth = 7
    ctx.strokeRect(300, 950, 300, 120)
    ctx.fillStyle = RED
    for (let i = 0; i < 8; i += 1) {
      ctx.fillRect(320 + 33 * i, 975, 6, 70)
      ctx.fillRect(312 + 33 * i, 990 + 20 * (i % 3), 26, 6)
    }
  }
  expect(await sealsOf(stamp)).toEqual([])
  const found = await sealsOf((ctx) => {
    seal(ctx, 600, 950, 90, RED)
    seal(ctx, 650, 1040, 90, RED)
  })
  expect(found).toHaveLength(2)
})

test('round and square characters of a red heading are no seals; a seal over a line of print, as high as several, is one', async () => {
  const page = pageOf((ctx) => {
    write()(ctx)
    for (let i = 0; i < 5; i += 1) {
      ctx.strokeStyle = '#a33333'
      ctx.lineWidth = 5
      ctx.strokeRect(253 + 100 * i, 63, 70, 70)
      ctx.strokeRect(273 + 100 * i, 88, 30, 22)
    }
    seal(ctx, 400, 500, 80, '#c8202c')
  })
  const title = line(248, 98, 490, '回国四田图', 82)
  const seals = (await inspectPage(page, [title, ...text])).marks.filter(({ kind }) => kind.endsWith('seal'))
  expect(seals).toHaveLength(1)
  expect(seals[0]?.box?.[1]).toBeGreaterThan(400)
})

test('round letters of large black print are no seals; a black seal as high as several lines is one', async () => {
  const page = pageOf((ctx) => {
    write()(ctx)
    ctx.strokeStyle = '#1c1c1c'
    ctx.lineWidth = 10
    for (let i = 0; i < 4; i += 1) {
      ctx.beginPath()
      ctx.arc(240 + 170 * i, 1000, 62, 0, 2 * Math.PI)
      ctx.stroke()
    }
    seal(ctx, 700, 1230, 90, '#333333')
  })
  const shown = async (lines: Line[]) =>
    (await inspectPage(page, [...text, ...lines])).marks.filter(({ kind }) => kind === 'seal')
  // Where nobody read them, they may be seals.
  expect((await shown([])).length).toBeGreaterThan(1)
  const seals = await shown([line(165, 1000, 660, 'OOOO', 150)])
  expect(seals).toMatchObject([{ colour: 'black' }])
  expect(seals[0]?.box?.[1]).toBeGreaterThan(1100)
})
