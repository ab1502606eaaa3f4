import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { IntakeError } from '../intake-error.ts'
import { INTAKE_LIMITS } from '../source.ts'
import { openOfd } from './ofd-source.ts'

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const MM = 200 / 25.4

type Parts = Record<string, string | Uint8Array>

const text = (x: number, y: number, said: string, attributes = '') =>
  `<ofd:TextObject ID="9" Font="3" Size="5" Boundary="${x} ${y} 100 8" ${attributes}><ofd:TextCode X="0" Y="5" DeltaX="g ${[...said].length - 1} 5">${said}</ofd:TextCode></ofd:TextObject>`
const page = (objects: string, before = '') =>
  `<ofd:Page ${NS}>${before}<ofd:Content><ofd:Layer ID="2">${objects}</ofd:Layer></ofd:Content></ofd:Page>`

/** A package of one 100 × 80 mm page in Doc_0, with parts replaced or added. */
function parts(objects: string, { common = '', document = '', body = '', more = {} as Parts } = {}): Parts {
  return {
    'OFD.xml': `<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>${body}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 100 80</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>${document}</ofd:Document>`,
    'Doc_0/Pages/Page_0/Content.xml': page(objects),
    ...more,
  }
}

const pack = (files: Parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  )
const open = (files: Parts) => openOfd(pack(files), INTAKE_LIMITS)

async function linesOf(files: Parts): Promise<string[]> {
  const { page } = await (await open(files)).open(1)
  return (page.textLayer ?? []).map((line) => line.text)
}

const refusal = (files: Parts) =>
  open(files).then(
    () => 'not refused',
    (error: unknown) => (error instanceof IntakeError ? error.code : String(error)),
  )

test('text comes with its place on a page drawn at 200 dots an inch', async () => {
  const { page } = await (await open(parts(text(10, 20, '营业执照')))).open(1)
  expect([page.width, page.height]).toEqual([Math.round(100 * MM), Math.round(80 * MM)])
  const [line] = page.textLayer ?? []
  expect(line?.text).toBe('营业执照')
  expect(line?.box[0]).toBeCloseTo(10 * MM, 0)
  expect(line?.box[2]).toBeCloseTo(30 * MM, 0)
  expect(line?.box[5]).toBeGreaterThan(25 * MM)
  const ink = page.rgb.filter((value) => value < 128).length
  expect(ink).toBeGreaterThan(500)
})

test('characters set one by one, and labels set wide, become one line each', async () => {
  const pieces = [...'名称甲'].map((char, i) => text(10 + 5 * i, 20, char)).join('')
  const wide =
    '<ofd:TextObject ID="8" Font="3" Size="5" Boundary="10 40 60 8"><ofd:TextCode X="0" Y="5" DeltaX="25 5">住所：</ofd:TextCode></ofd:TextObject>'
  expect(await linesOf(parts(pieces + wide))).toEqual(['名称甲', '住所：'])
})

test('a matrix stretches and moves text', async () => {
  const scaled =
    '<ofd:TextObject ID="8" Font="3" Size="1" CTM="6 0 0 6 4 0" Boundary="10 20 60 8"><ofd:TextCode X="0" Y="1" DeltaX="1">执照</ofd:TextCode></ofd:TextObject>'
  const { page } = await (await open(parts(scaled))).open(1)
  expect(page.textLayer?.[0]?.box[0]).toBeCloseTo(14 * MM, 0)
  expect(page.textLayer?.[0]?.box[2]).toBeCloseTo(26 * MM, 0)
})

test('text of a template page belongs to the page', async () => {
  const files = parts('', {
    common: '<ofd:TemplatePage ID="5" BaseLoc="Tpls/T.xml"/>',
    more: {
      'Doc_0/Tpls/T.xml': page(text(10, 10, '印好的标签')),
      'Doc_0/Pages/Page_0/Content.xml': page(text(10, 30, '填入的值'), '<ofd:Template TemplateID="5"/>'),
    },
  })
  expect(await linesOf(files)).toEqual(['印好的标签', '填入的值'])
})

test('everything in one folder, absolute paths and backslashes are found', async () => {
  const flat = parts('')
  const files = {
    'OFD.xml': (flat['OFD.xml'] as string).replace('Doc_0/Document.xml', '/Document.xml'),
    'Document.xml': (flat['Doc_0/Document.xml'] as string).replace('Pages/Page_0/Content.xml', 'Content.xml'),
    'Content.xml': page(text(10, 20, '平行结构')),
  }
  expect(await linesOf(files)).toEqual(['平行结构'])
  const windows = { ...parts(text(10, 20, '反斜杠')) }
  windows['Doc_0/Document.xml'] = (windows['Doc_0/Document.xml'] as string).replace('Pages/Page_0', 'Pages\\Page_0')
  expect(await linesOf(windows)).toEqual(['反斜杠'])
})

test('hidden objects and text in the colour of the paper are not read, and the latter is told', async () => {
  const white = text(10, 40, '看不见').replace('<ofd:TextCode', '<ofd:FillColor Value="255 255 255"/><ofd:TextCode')
  const source = await open(parts(text(10, 10, '看得见') + white + text(10, 60, '藏起来', 'Visible="false"')))
  const { page } = await source.open(1)
  expect(page.textLayer?.map((line) => line.text)).toEqual(['看得见'])
  expect(source.extras?.().notes?.join()).toContain('看不见')
})

const patch = (x: number, y: number) =>
  `<ofd:PathObject ID="21" Boundary="${x} ${y} 60 10" Stroke="false" Fill="true"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 60 0 L 60 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>`

test('text under a patch is not read; text that an annotation covers is kept and nobody may rely on it', async () => {
  expect(await linesOf(parts(text(10, 10, '看得见') + text(10, 40, '盖住了') + patch(8, 38)))).toEqual(['看得见'])
  const covering = `<ofd:PageAnnot ${NS}><ofd:Annot ID="7" Type="Stamp"><ofd:Appearance Boundary="0 0 100 80">${patch(8, 38)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`
  const source = await open(
    parts(text(10, 10, '看得见') + text(10, 40, '盖住了'), {
      document: '<ofd:Annotations>Annots.xml</ofd:Annotations>',
      more: {
        'Doc_0/Annots.xml': `<ofd:Annotations ${NS}><ofd:Page PageID="1"><ofd:FileLoc>A1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        'Doc_0/A1.xml': covering,
      },
    }),
  )
  const { page } = await source.open(1)
  expect(page.textLayer?.map(({ text, characters }) => [text, Math.max(...(characters ?? [])) < 0.5])).toEqual([
    ['看得见', false],
    ['盖住了', true],
  ])
  expect(source.extras?.().notes?.join()).toContain('盖住')
})

const watermark = `<ofd:PageAnnot ${NS}><ofd:Annot ID="7" Type="Watermark"><ofd:Appearance Boundary="0 50 100 20">${text(10, 5, '注释文字')}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`

test('annotations are shown and listed and never read as the page', async () => {
  const source = await open(
    parts(text(10, 10, '正文'), {
      document: '<ofd:Annotations>Annots.xml</ofd:Annotations>',
      more: {
        'Doc_0/Annots.xml': `<ofd:Annotations ${NS}><ofd:Page PageID="1"><ofd:FileLoc>A1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        'Doc_0/A1.xml': watermark,
      },
    }),
  )
  const { page, overlaid } = await source.open(1)
  expect(page.textLayer?.map((line) => line.text)).toEqual(['正文'])
  expect(source.extras?.().annotations).toEqual([{ page: 1, kind: 'Watermark', text: '注释文字' }])
  const dark = (rgb: Uint8Array) => rgb.filter((value) => value < 128).length
  expect(dark(overlaid ?? new Uint8Array())).toBeGreaterThan(dark(page.rgb) + 500)
})

test('values for machines and attachments are listed', async () => {
  const source = await open(
    parts(text(10, 10, '正文'), {
      body: '<ofd:CustomDatas><ofd:CustomData Name="发票号码">00123</ofd:CustomData></ofd:CustomDatas>',
      document: '<ofd:Attachments>Attachments.xml</ofd:Attachments>',
      more: {
        'Doc_0/Attachments.xml': `<ofd:Attachments ${NS}><ofd:Attachment ID="1" Name="原件"><ofd:FileLoc>a.jpg</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
        'Doc_0/a.jpg': 'twelve bytes',
      },
    }),
  )
  expect(source.extras?.().structured).toEqual([{ name: '发票号码', value: '00123' }])
  expect(source.extras?.().attachments).toEqual([{ name: '原件', type: 'jpg', bytes: 12 }])
})

/** A 2 × 2 bitmap of 24 bits, all one colour, written by hand. */
function bmp([r, g, b]: [number, number, number]) {
  const file = Buffer.alloc(54 + 16)
  file.write('BM')
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(2, 18)
  file.writeInt32LE(2, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (const at of [54, 57, 62, 65]) file.set([b, g, r], at)
  return file
}

/** A 16 × 2 bitmap of one bit a pixel whose palette is the given colour twice. */
function oneBit([r, g, b]: [number, number, number]) {
  const file = Buffer.alloc(62 + 8)
  file.write('BM')
  file.writeUInt32LE(62, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(16, 18)
  file.writeInt32LE(-2, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(1, 28)
  file.set([b, g, r, 0, b, g, r, 0], 54)
  file.fill(0xaa, 62)
  return file
}

const COLOUR: [number, number, number] = [200, 30, 60]
const flat = sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 200, g: 30, b: 60 } } })

test.each([
  ['bmp', async () => bmp(COLOUR)],
  ['1-bit bmp', async () => oneBit(COLOUR)],
  ['jpg', () => flat.clone().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()],
  ['png', () => flat.clone().png().toBuffer()],
  ['tif', () => flat.clone().tiff().toBuffer()],
  ['gif', () => flat.clone().gif().toBuffer()],
])('a picture in %s stands where its matrix puts it', async (_, make) => {
  const source = await open(
    parts('<ofd:ImageObject ID="6" ResourceID="4" Boundary="20 30 40 20" CTM="40 0 0 20 0 0"/>', {
      common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
      more: {
        'Doc_0/Res.xml': `<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="4" Type="Image"><ofd:MediaFile>p</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
        'Doc_0/Res/p': new Uint8Array(await make()),
      },
    }),
  )
  const { page } = await source.open(1)
  const at = (x: number, y: number) => {
    const i = (Math.round(y * MM) * page.width + Math.round(x * MM)) * 3
    return [...page.rgb.subarray(i, i + 3)]
  }
  at(40, 40).forEach((value, i) => {
    expect(Math.abs(value - (COLOUR[i] ?? 0))).toBeLessThan(6)
  })
  expect(at(15, 40)).toEqual([255, 255, 255])
  expect(page.textLayer).toBeNull()
})

test('a picture that cannot be decoded is told', async () => {
  const source = await open(parts('<ofd:ImageObject ID="6" ResourceID="4" Boundary="20 30 40 20"/>'))
  await source.open(1)
  expect(source.extras?.().notes?.join()).toMatch(/第 1 页有 1 张图片无法显示/)
})

const sm3 = (data: string | Uint8Array) => createHash('sm3').update(data).digest()

/** The package sealed over the named parts; the signed value encloses the digest of the list, as GB/T 38540 has it. */
function sealed(files: Parts, names: string[], method = '1.2.156.10197.1.401'): Parts {
  const references = names
    .map(
      (name) =>
        `<ofd:Reference FileRef="/${name}"><ofd:CheckValue>${sm3(files[name] ?? '').toString('base64')}</ofd:CheckValue></ofd:Reference>`,
    )
    .join('')
  const signature = `<ofd:Signature ${NS}><ofd:SignedInfo><ofd:References CheckMethod="${method}">${references}</ofd:References><ofd:StampAnnot ID="1" PageRef="1" Boundary="60 40 30 30"/></ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>`
  return {
    ...files,
    'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${NS}><ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
    'Doc_0/Signs/Sign_0/Signature.xml': signature,
    'Doc_0/Signs/Sign_0/SignedValue.dat': Buffer.concat([Buffer.from([0x30, 0x22, 0x04, 0x20]), sm3(signature)]),
  }
}

const CONTENT = 'Doc_0/Pages/Page_0/Content.xml'
const seal = async (files: Parts) => {
  const source = await open(files)
  return { mark: (await source.open(1)).marks?.[0], signature: source.extras?.().signatures?.[0] }
}

test('a seal stands where the file says, over contents unchanged since', async () => {
  const { mark, signature } = await seal(sealed(parts(text(10, 10, '正文')), ['OFD.xml', CONTENT]))
  expect(mark).toMatchObject({
    kind: 'seal',
    present: true,
    page: 1,
    millimetres: [60, 40, 30, 30],
    integrity: 'intact',
  })
  expect(mark?.box?.[0]).toBeCloseTo(60 * MM, 3)
  expect(signature).toMatchObject({ kind: 'seal', integrity: 'intact', digests: { matching: 2, total: 2 } })
})

test('a page changed after sealing is found out', async () => {
  const files = sealed(parts(text(10, 10, '壹万元')), ['OFD.xml', CONTENT])
  const { mark, signature } = await seal({ ...files, [CONTENT]: page(text(10, 10, '玖万元')) })
  expect(mark?.integrity).toBe('changed')
  expect(signature).toMatchObject({ integrity: 'changed', digests: { matching: 1, total: 2 } })
})

test('a sealed part taken away counts as changed', async () => {
  const files = sealed(parts('', { more: { 'Doc_0/x.bin': 'x' } }), [CONTENT, 'Doc_0/x.bin'])
  delete files['Doc_0/x.bin']
  expect((await seal(files)).mark?.integrity).toBe('changed')
})

test.each([
  ['keyed SM3', (files: Parts) => sealed(files, [CONTENT], '1.2.156.10197.1.401.2')],
  ['a page outside the list', (files: Parts) => sealed(files, ['OFD.xml'])],
  ['no list', (files: Parts) => sealed(files, [])],
  [
    'a list rewritten after signing',
    (files: Parts) => ({
      ...sealed(files, [CONTENT]),
      'Doc_0/Signs/Sign_0/SignedValue.dat': Buffer.from([0x30, 0x02, 0x04, 0x00]),
    }),
  ],
])('%s is never called intact', async (_, make) => {
  expect((await seal(make(parts(text(10, 10, '正文'))))).mark?.integrity).toBe('unverified')
})

test.each([
  ['damaged-file', { 'OFD.xml': '<ofd:OFD' }],
  ['damaged-file', { 'Doc_0/Document.xml': '<other/>' }],
  ['unsafe-file', { [CONTENT]: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }],
  ['unsafe-file', { [CONTENT]: '<a>'.repeat(200_000) }],
  ['unsafe-file', { '../outside.xml': 'x' }],
])('a poisoned package is refused as %s', async (code, bad: Parts) => {
  expect(await refusal({ ...parts(''), ...bad })).toBe(code)
})

test('a unit that draws itself without end is refused', async () => {
  const files = parts('<ofd:CompositeObject ID="6" ResourceID="4" Boundary="0 0 9 9"/>', {
    common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
    more: {
      'Doc_0/Res.xml': `<ofd:Res ${NS}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="4"><ofd:Content>${'<ofd:CompositeObject ID="6" ResourceID="4" Boundary="0 0 9 9"/>'.repeat(2)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
    },
  })
  const source = await open(files)
  await expect(source.open(1)).rejects.toMatchObject({ code: 'unsafe-file' })
})

test('a page kilometres wide is drawn small', async () => {
  const files = parts(text(10, 10, '正文'))
  files['Doc_0/Document.xml'] = (files['Doc_0/Document.xml'] as string).replace('0 0 100 80', '0 0 9000000 8')
  const { page } = await (await open(files)).open(1)
  expect(page.width * page.height).toBeLessThanOrEqual(INTAKE_LIMITS.workingPixels)
})
