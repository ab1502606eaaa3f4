import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { Reading } from '../facts/reading.ts'
import { createReader } from './index.ts'

const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(FONT)), 'Test Sans')

const reader = createReader({ processes: 1 })
afterAll(() => reader.close())

const read = (bytes: Uint8Array, fileName = 'x') => reader.read({ bytes, fileName })
const textOf = (reading: Reading) => reading.lines.map(({ text }) => text.replace(/\s/g, '')).join('|')

function sheet(
  width: number,
  height: number,
  paint: (text: (said: string, x: number, y: number) => void, canvas: Canvas) => void,
  size = 34,
) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#222222'
  context.font = `${size}px "Test Sans"`
  paint((said, x, y) => context.fillText(said, x, y), canvas)
  return canvas.toBuffer('image/png')
}

test('every page of a TIFF is read', async () => {
  const page = (said: string) => sheet(800, 400, (text) => text(said, 90, 200))
  const raw = async (png: Buffer) => await sharp(png).removeAlpha().raw().toBuffer()
  const both = Buffer.concat([await raw(page('营业执照副本第一页')), await raw(page('营业执照副本第二页'))])
  const tiff = await sharp(both, { raw: { width: 800, height: 800, channels: 3, pageHeight: 400 } })
    .tiff()
    .toBuffer()
  const reading = await read(tiff)
  expect(reading.pages).toHaveLength(2)
  expect(reading.lines.map(({ page: at, text }) => [at, text])).toEqual([
    [1, '营业执照副本第一页'],
    [2, '营业执照副本第二页'],
  ])
  expect((await reader.raster({ bytes: tiff }, 2, { width: 400 })).height).toBe(200)
})

test('small print on a long screenshot is read from top to bottom', async () => {
  const said = Array.from({ length: 60 }, (_, i) => `第${i + 1}条申请人应当如实提交材料`)
  const png = sheet(
    720,
    7300,
    (text) => {
      said.forEach((line, i) => {
        text(line, 60, 100 + i * 120)
      })
    },
    26,
  )
  const reading = await read(png)
  expect(reading.pages).toEqual([{ page: 1, width: 720, height: 7300, turned: 0 }])
  const found = textOf(reading).split('|')
  expect(said.filter((line) => found.includes(line)).length).toBeGreaterThanOrEqual(58)
})

async function qr(text: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises')
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: 6 })
  if (!image) throw new Error(error)
  return Buffer.from(await image.arrayBuffer())
}

test('several QR codes on a page are marks that say what they hold; the link among them is left alone', async () => {
  const codes = ['统一社会信用代码：91330100799655058B', 'http://127.0.0.1:9/never-opened']
  const base = sheet(1000, 700, (text) => text('证照编号', 90, 600))
  const page = await sharp(base)
    .composite(
      await Promise.all(
        codes.map(async (code, i) => ({
          input: await sharp(await qr(code))
            .resize(260)
            .png()
            .toBuffer(),
          left: 90 + i * 450,
          top: 80,
        })),
      ),
    )
    .png()
    .toBuffer()
  const { documents } = await read(page)
  const marks = documents.flatMap((document) => document.marks).filter(({ kind }) => kind === 'qr')
  expect(marks.map(({ text }) => text).sort()).toEqual([...codes].sort())
  expect(marks.find(({ text }) => text === codes[0])?.box?.[0]).toBeLessThan(200)
})

/** A PDF of one page in Helvetica whose code 1 is said to be a 9: its text layer is not what its print says. */
function lyingPdf(content: string): Uint8Array {
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <20> <30> <0020> <32> <7e> <0032> endbfrange 1 beginbfchar <31> <0039> endbfchar endcmap end'
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
    stream(map),
  ]
  return Buffer.from(
    `%PDF-1.7\n${objects.map((one, i) => `${i + 1} 0 obj\n${one}\nendobj\n`).join('')}trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF`,
  )
}

test('where the text layer of a PDF lies, the picture is read, told, and not sure', async () => {
  const say = (text: string, y: number) => `BT /F 24 Tf 40 ${y} Td (${text}) Tj ET\n`
  const reading = await read(
    lyingPdf(say('Company name', 240) + say('Capital 1000000', 180) + say('Valid until 2034', 120)),
  )
  expect(reading.lines.map(({ text }) => text.replace(/\s/g, ''))).toEqual([
    'Companyname',
    'Capital1000000',
    'Validuntil2034',
  ])
  const [, capital] = reading.lines
  expect(capital?.characters?.[capital.text.indexOf('1')]).toBeLessThan(0.5)
  expect(reading.notes?.join()).toContain('第 1 页有 1 行文字与画面上看到的不一致')
})

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const OFD_TEXT =
  '<ofd:TextObject ID="9" Font="3" Size="6" Boundary="20 30 100 9"><ofd:TextCode X="0" Y="6" DeltaX="g 6 6">电子营业执照！</ofd:TextCode></ofd:TextObject>'

function ofd(objects: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    'OFD.xml': `<ofd:OFD ${NS}><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas><ofd:CustomData Name="证照编号">123</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 150 100</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>`,
    'Doc_0/Page.xml': `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2">${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
    ...more,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  )
}

test('an OFD gives its text, what is printed in its pictures, its values and its seal', async () => {
  const picture = sheet(800, 200, (text) => text('图片里的文字', 100, 120), 60)
  const page = `<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="2">${OFD_TEXT}<ofd:ImageObject ID="7" ResourceID="4" Boundary="20 55 100 25" CTM="100 0 0 25 0 0"/></ofd:Layer></ofd:Content></ofd:Page>`
  const digest = (data: string) => createHash('sm3').update(data).digest()
  const signature = `<ofd:Signature ${NS}><ofd:SignedInfo><ofd:References CheckMethod="SM3"><ofd:Reference FileRef="/Doc_0/Page.xml"><ofd:CheckValue>${digest(page).toString('base64')}</ofd:CheckValue></ofd:Reference></ofd:References><ofd:StampAnnot ID="1" PageRef="1" Boundary="100 60 30 30"/></ofd:SignedInfo><ofd:SignedValue>v.dat</ofd:SignedValue></ofd:Signature>`
  const reading = await read(
    ofd('', {
      'Doc_0/Page.xml': page,
      'Doc_0/Res.xml': `<ofd:Res ${NS}><ofd:MultiMedias><ofd:MultiMedia ID="4" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
      'Doc_0/p.png': new Uint8Array(picture),
      'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${NS}><ofd:Signature ID="1" BaseLoc="Signature.xml"/></ofd:Signatures>`,
      'Doc_0/Signs/Signature.xml': signature,
      'Doc_0/Signs/v.dat': new Uint8Array(digest(signature)),
    }),
  )
  expect(textOf(reading)).toBe('电子营业执照！|图片里的文字')
  expect(reading.structured).toEqual([{ name: '证照编号', value: '123' }])
  expect(reading.documents[0]?.marks).toContainEqual(
    expect.objectContaining({ kind: 'seal', integrity: 'intact', millimetres: [100, 60, 30, 30] }),
  )
})

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (xml: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) })
const paragraph = (said: string) =>
  `<w:document ${W}><w:body><w:p><w:r><w:t>${said}</w:t></w:r></w:p></w:body></w:document>`

const bomb = (name: string) =>
  zipSync({ 'OFD.xml': strToU8('x'), [name]: new Uint8Array(450 * 1024 * 1024) }, { level: 9 })

const POISON: [string, string, () => Uint8Array][] = [
  ['a bomb', 'unsafe-file', () => bomb('a')],
  ['a path out of the package', 'unsafe-file', () => ofd('', { '../../x': 'x' })],
  [
    'a hundred thousand entries',
    'unsafe-file',
    () => ofd('', Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`e/${i}`, '']))),
  ],
  [
    'DOCTYPE in OFD',
    'unsafe-file',
    () => ofd('', { 'Doc_0/Document.xml': '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/"><a/>' }),
  ],
  ['DOCTYPE in DOCX', 'unsafe-file', () => docx(`<!DOCTYPE a SYSTEM "http://127.0.0.1:9/">${paragraph('x')}`)],
  ['depth', 'unsafe-file', () => docx('<a>'.repeat(200_000))],
  ['too many objects', 'unsafe-file', () => ofd('<ofd:PathObject Boundary="0 0 1 1"/>'.repeat(450_000))],
  [
    'pages without end',
    'too-many-pages',
    () =>
      docx(`<w:document ${W}><w:body>${'<w:p><w:r><w:t>页</w:t></w:r></w:p>'.repeat(20_000)}</w:body></w:document>`),
  ],
  ['a package cut short', 'damaged-file', () => ofd(OFD_TEXT).subarray(0, 400)],
  [
    'HEIC of rubbish',
    'damaged-file',
    () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4000, 7)]),
  ],
  ['TIFF of rubbish', 'damaged-file', () => Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.alloc(4000, 9)])],
  [
    'a locked Office file',
    'encrypted-file',
    () =>
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
  ],
]

test('among poisonous files every good one is read, by the one reader there is', async () => {
  const answers = await Promise.all(
    POISON.flatMap(([name, , make]) => [read(make(), name), read(docx(paragraph(`好文件：${name}`)), 'good.docx')]),
  )
  POISON.forEach(([name, code], i) => {
    expect([name, answers[2 * i]?.error?.code]).toEqual([name, code])
    expect(answers[2 * i]?.error?.message).toMatch(/请/)
    expect(answers[2 * i + 1]?.lines.map(({ text }) => text)).toEqual([`好文件：${name}`])
  })
})
