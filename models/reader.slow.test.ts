import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Reading } from '../facts/reading.ts'
import { createReader } from './index.ts'

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(FONT)), 'Test Sans')

const reader = createReader({ processes: 1 })
afterAll(() => reader.close())

const TEXT = [
  '食品经营许可证',
  '经营者名称 上海一次过餐饮有限公司',
  '许可证编号 JY23101040012345',
  '有效期至 2029年08月15日',
]

/** A page of print, 900 × 1200. */
function drawPage(lines = TEXT) {
  const canvas = createCanvas(900, 1200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f1e8'
  context.fillRect(0, 0, 900, 1200)
  context.fillStyle = '#222222'
  context.font = '34px "Test Sans"'
  lines.forEach((line, i) => {
    context.fillText(line, 90, 200 + i * 90)
  })
  return canvas.toBuffer('image/png')
}

/** A red seal: a ring and a star. */
const seal = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><circle cx="100" cy="100" r="92" fill="none" stroke="#c8202c" stroke-width="6"/><path d="M100 60l12 28h30l-24 18 9 29-27-17-27 17 9-29-24-18h30z" fill="#c8202c"/></svg>',
)

const read = (bytes: Uint8Array, fileName = 'x') => reader.read({ bytes, fileName })
const textOf = (reading: Reading) => reading.lines.map(({ text }) => text.replace(/\s/g, ''))
const printed = TEXT.map((line) => line.replace(/\s/g, ''))

/** A PDF of one page per content stream, 595 × 842 points, written by hand. */
function pdf(contents: Buffer[], resources: string, extra: Buffer[] = [], trailer = '') {
  const bodies = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, i) => `${3 + 2 * i} 0 R`).join(' ')}] >>`,
    ),
    ...contents.flatMap((content, i) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + 2 * i} 0 R /Resources << ${resources} >> >>`,
      ),
      stream('', content),
    ]),
    ...extra,
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  bodies.forEach((body, i) => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0))
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'))
  })
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = bodies.length + 1
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}`))
  parts.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const stream = (dictionary: string, data: Buffer) =>
  Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])

/** Chinese in a font that is only named, as office programs write it. */
const NAMED_FONT = `/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [
  << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
     /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>
     /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]
       /ItalicAngle 0 /Ascent 850 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] >> >>`
const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
const digital = (text: string) => Buffer.from(`BT /F1 18 Tf 80 700 Td <${hex(text)}> Tj ET`)

async function scanned(pages: number) {
  const jpeg = await sharp(drawPage()).jpeg().toBuffer()
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 900 /Height 1200 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    jpeg,
  )
  const contents = Array.from({ length: pages }, () => Buffer.from('595 0 0 793 0 20 cm /Im Do'))
  return pdf(contents, `/XObject << /Im ${3 + 2 * pages} 0 R >>`, [image])
}

test('a photograph gives its lines with boxes, confidences and the place of every character', async () => {
  const reading = await read(drawPage())
  expect(textOf(reading).join('')).toBe(printed.join(''))
  expect(reading.pages).toEqual([{ page: 1, width: 900, height: 1200, turned: 0 }])
  const first = reading.lines[0]
  expect(first?.characters).toHaveLength(first?.text.length ?? 0)
  expect(first?.xs).toHaveLength(first?.text.length ?? 0)
  const [x, y] = first?.box ?? [0, 0]
  expect(Math.abs(x - 90)).toBeLessThan(15)
  expect(Math.abs(y - 168)).toBeLessThan(15)
})

test.each([
  ['JPEG', (png: Buffer) => sharp(png).jpeg().toBuffer()],
  ['WebP', (png: Buffer) => sharp(png).webp().toBuffer()],
  ['CMYK JPEG', (png: Buffer) => sharp(png).toColourspace('cmyk').jpeg().toBuffer()],
  ['16-bit PNG', (png: Buffer) => sharp(png).toColourspace('rgb16').png().toBuffer()],
  ['grey PNG', (png: Buffer) => sharp(png).greyscale().png().toBuffer()],
])('%s says the same', async (_, convert) => {
  expect(textOf(await read(await convert(drawPage()))).join('')).toBe(printed.join(''))
})

test('black print on a transparent ground is read as on white paper', async () => {
  const canvas = createCanvas(600, 200)
  const context = canvas.getContext('2d')
  context.font = '40px "Test Sans"'
  context.fillText('透明底上的文字', 60, 110)
  expect(textOf(await read(canvas.toBuffer('image/png')))).toEqual(['透明底上的文字'])
})

test('EXIF orientation stands the page upright before anything else', async () => {
  const sideways = await sharp(drawPage()).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const reading = await read(sideways)
  expect(textOf(reading).join('')).toBe(printed.join(''))
  expect(reading.pages).toEqual([{ page: 1, width: 900, height: 1200, turned: 0 }])
})

test.each([90, 180, 270] as const)('a page photographed turned by %i degrees is turned back', async (degrees) => {
  const turned = await sharp(drawPage()).rotate(degrees).jpeg().toBuffer()
  const reading = await read(turned)
  expect(textOf(reading).join('')).toBe(printed.join(''))
  expect(reading.pages).toEqual([{ page: 1, width: 900, height: 1200, turned: 360 - degrees }])
  const image = await reader.raster({ bytes: turned }, 1, { width: 450 })
  expect([image.width, image.height]).toEqual([450, 600])
  expect((await sharp(image.webp).metadata()).format).toBe('webp')
})

test('columns of vertical text are read from the right, beside level lines, and the page is not turned', async () => {
  const canvas = createCanvas(1100, 1000)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 1100, 1000)
  context.fillStyle = '#222222'
  context.font = '38px "Test Sans"'
  const columns = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼']
  columns.forEach((text, column) => {
    ;[...text].forEach((character, i) => {
      context.fillText(character, 900 - 90 * column, 260 + 46 * i)
    })
  })
  context.fillText('下面的诗竖排书写', 90, 120)
  context.fillText('抄录于二零二四年', 90, 900)
  const reading = await read(canvas.toBuffer('image/png'))
  expect(reading.pages[0]?.turned).toBe(0)
  expect(textOf(reading)).toEqual(['下面的诗竖排书写', ...columns, '抄录于二零二四年'])
})

test('first characters of labels, one below the other beside their values, are no column of vertical text', async () => {
  const canvas = createCanvas(900, 700)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 900, 700)
  context.fillStyle = '#222222'
  const rows = [
    ['姓', '名', '王小满'],
    ['职', '务', '店长'],
    ['住', '址', '上海市普陀区曹杨路1号'],
  ]
  rows.forEach(([first = '', last = '', value = ''], i) => {
    context.font = '30px "Test Sans"'
    for (const [x, text] of [
      [80, first],
      [260, last],
      [330, value],
    ] as const)
      context.fillText(text, x, 200 + 48 * i)
  })
  const lines = textOf(await read(canvas.toBuffer('image/png')))
  expect(lines).toEqual(expect.arrayContaining(['王小满', '店长', '上海市普陀区曹杨路1号']))
  expect(lines.filter((line) => /姓职|职住|名务|务址/u.test(line))).toEqual([])
})

test('a 50-megapixel photograph is read, its boxes in its own pixels', async () => {
  const large = await sharp(drawPage()).resize(6200, 8267, { kernel: 'linear' }).jpeg({ quality: 60 }).toBuffer()
  const reading = await read(large)
  expect(reading.pages).toEqual([{ page: 1, width: 6200, height: 8267, turned: 0 }])
  expect(textOf(reading).join('')).toBe(printed.join(''))
  expect(Math.abs((reading.lines[0]?.box[0] ?? 0) - 620)).toBeLessThan(100)
})

test('a blank page is an answer, not an error', async () => {
  const reading = await read(drawPage([]))
  expect(reading.error).toBeUndefined()
  expect(reading.lines).toEqual([])
})

test('a digital PDF is read from its text layer, also when its fonts are only named', async () => {
  const reading = await read(pdf([digital('房屋租赁合同'), digital('第二页')], NAMED_FONT))
  expect(reading.lines.map(({ page, text, confidence }) => ({ page, text, confidence }))).toEqual([
    { page: 1, text: '房屋租赁合同', confidence: 1 },
    { page: 2, text: '第二页', confidence: 1 },
  ])
})

test('a scanned PDF is read page by page, telling how far it is', async () => {
  const seen: string[] = []
  const reading = await reader.read(
    { bytes: await scanned(2), fileName: 'scan' },
    { onProgress: ({ pages, pagesRead }) => seen.push(`${pagesRead}/${pages}`) },
  )
  expect(textOf(reading).join('')).toBe([...printed, ...printed].join(''))
  expect(seen).toEqual(['0/2', '1/2', '2/2'])
})

/** Width and height of a PNG's header, the rest left as it was. */
function claimSize(png: Buffer, size: number) {
  const copy = Buffer.from(png)
  copy.writeUInt32BE(size, 16)
  copy.writeUInt32BE(size, 20)
  return copy
}

test.each([
  ['empty-file', () => Buffer.alloc(0)],
  ['damaged-file', async () => (await sharp(drawPage()).jpeg().toBuffer()).subarray(0, 9000)],
  ['damaged-file', () => drawPage().subarray(0, 3000)],
  ['damaged-file', () => Buffer.from('%PDF-1.4\nnothing here')],
  ['too-many-pixels', () => claimSize(drawPage(), 30_000)],
  ['unsupported-type', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['unsupported-type', () => Buffer.from('只是一段文字')],
  [
    'encrypted-file',
    () =>
      pdf(
        [digital('机密')],
        NAMED_FONT,
        [],
        `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
  ],
  [
    'too-many-pages',
    () =>
      pdf(
        Array.from({ length: 201 }, () => digital('页')),
        NAMED_FONT,
      ),
  ],
])('%s is told, and the next good file is read', async (code, make) => {
  const reading = await read(await make(), 'bad.jpg')
  expect(reading).toMatchObject({ file: 'bad.jpg', error: { code }, documents: [], lines: [], pages: [] })
  expect(reading.error?.message).toMatch(/请/)
  expect(textOf(await read(drawPage(['下一份文件'])))).toEqual(['下一份文件'])
})

test('a file that is not there is told', async () => {
  const reading = await reader.read({ path: '/nowhere/x.jpg', fileName: 'x.jpg' })
  expect(reading.error?.code).toBe('file-not-found')
})

test('asked only for lines, a reader gives the same lines and no documents', async () => {
  const bytes = drawPage()
  const whole = await read(bytes)
  const lines = await reader.read({ bytes, fileName: 'x' }, { only: 'lines' })
  expect(lines.lines).toEqual(whole.lines)
  expect(lines.documents).toEqual([])
}, 60_000)

test('asked only for fields, a reader gives the same fields and lines, and says that it looked for no mark', async () => {
  const picture = await sharp(drawPage())
    .composite([{ input: seal, left: 520, top: 640 }])
    .jpeg()
    .toBuffer()
  const whole = await read(picture)
  const alone = await reader.read({ bytes: picture, fileName: 'x' }, { only: 'fields' })
  expect(
    whole.documents.map(({ documentType, marks }) => [documentType, marks.some(({ kind }) => kind === 'seal')]),
  ).toEqual([['食品经营许可证', true]])
  expect(whole.only).toBeUndefined()
  expect(alone).toEqual({
    ...whole,
    only: 'fields',
    glanced: 0,
    documents: whole.documents.map(({ copy: _, copyRemark: __, ...document }) => ({ ...document, marks: [] })),
  })
})

test('asked only for fields, a reader looks once at print away from them, says so, and gives the same fields', async () => {
  const certificate = [
    '食品从业人员健康证明',
    '姓名：王小明',
    '身份证号：310104199001010011',
    '体检类别：食品',
    '有效期至：2025年5月9日',
  ]
  const picture = drawPage([...certificate, '', '', '', '', '本证遗失不补，请妥善保管'])
  const whole = await read(picture)
  const alone = await reader.read({ bytes: picture, fileName: 'x' }, { only: 'fields' })
  expect(whole.documents[0]?.fields).toMatchObject({ 姓名: { value: '王小明' }, 有效期至: { value: '2025-05-09' } })
  expect(alone.documents[0]?.fields).toEqual(whole.documents[0]?.fields)
  // The heading and the words at the foot.
  expect(alone.glanced).toBe(2)
  expect(textOf(alone)).toHaveLength(6)
})
