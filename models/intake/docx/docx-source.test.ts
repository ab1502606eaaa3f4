import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { IntakeError } from '../intake-error.ts'
import { INTAKE_LIMITS } from '../source.ts'
import { openDocx } from './docx-source.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (...texts: string[]) => `<w:p>${texts.map(run).join('')}</w:p>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** A package with one body; `relations` adds files that it refers to by id. */
function docx(body: string, relations: Record<string, { type: string; name: string; data: string | Uint8Array }> = {}) {
  const table = Object.entries(relations)
    .map(([id, { type, name }]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${name}"/>`)
    .join('')
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${table}</Relationships>`,
  }
  for (const { name, data } of Object.values(relations)) files[`word/${name}`] = data
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  )
}

const open = (...args: Parameters<typeof docx>) => openDocx(docx(...args), INTAKE_LIMITS)

async function textsOf(...args: Parameters<typeof docx>): Promise<string[]> {
  const source = await open(...args)
  const texts: string[] = []
  for (let page = 1; page <= source.pages; page++)
    texts.push(...((await source.open(page)).page.textLayer ?? []).map(({ text }) => text))
  return texts
}

test('paragraphs come as lines with places on an A4 page', async () => {
  const source = await open(p('房屋', '租赁合同') + p('甲方：张三'))
  const { page } = await source.open(1)
  expect([page.width, page.height]).toEqual([1653, 2339])
  expect(page.textLayer?.map(({ text }) => text)).toEqual(['房屋租赁合同', '甲方：张三'])
  const [first, second] = page.textLayer ?? []
  expect(second?.box[1]).toBeGreaterThan(first?.box[5] ?? Infinity)
  expect(page.rgb.some((value) => value < 100)).toBe(true)
})

test('a table whose cells, rows and itself are content controls loses nothing', async () => {
  const row = `<w:tr>${sdt(cell(sdt(p('项目名称'))))}${cell(p('食堂改造'))}</w:tr>`
  expect(await textsOf(sdt(`<w:tbl><w:tblGrid/>${sdt(row)}</w:tbl>`))).toEqual(['项目名称', '食堂改造'])
})

test('cells of a row stand side by side, and a wrapped cell does not run into its neighbour', async () => {
  const long = '经营范围很长'.repeat(10)
  const source = await open(
    `<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cell(p(long))}${cell(p('甲'))}</w:tr></w:tbl>`,
  )
  const lines = (await source.open(1)).page.textLayer ?? []
  const right = lines.find(({ text }) => text === '甲')
  expect(
    lines
      .filter(({ text }) => text !== '甲')
      .map(({ text }) => text)
      .join(''),
  ).toBe(long)
  for (const line of lines) if (line !== right) expect(line.box[2]).toBeLessThan(right?.box[0] ?? 0)
})

test('text boxes, headers, footers, footnotes and inserted text are read', async () => {
  const box = `<w:p><w:r><w:pict><w:textbox><w:txbxContent>${p('文本框')}</w:txbxContent></w:textbox></w:pict></w:r></w:p>`
  const texts = await textsOf(`${p('正文')}${box}<w:p><w:ins>${run('新增')}</w:ins></w:p>`, {
    h: { type: 'header', name: 'header1.xml', data: `<w:hdr ${W}>${p('页眉')}</w:hdr>` },
    f: { type: 'footer', name: 'footer1.xml', data: `<w:ftr ${W}>${p('页脚')}</w:ftr>` },
    n: {
      type: 'footnotes',
      name: 'footnotes.xml',
      data: `<w:footnotes ${W}><w:footnote w:type="separator">${p('线')}</w:footnote><w:footnote>${p('脚注')}</w:footnote></w:footnotes>`,
    },
  })
  expect(texts).toEqual(['页眉', '正文', '文本框', '新增', '脚注', '页脚'])
})

test('of two renderings of a shape one is read', async () => {
  const shape = (name: string) => `<w:r><w:txbxContent>${p(name)}</w:txbxContent></w:r>`
  const both = `<w:p><AlternateContent><Choice>${shape('图形')}</Choice><Fallback>${shape('图形')}</Fallback></AlternateContent></w:p>`
  const only = `<w:p><AlternateContent><Choice><x/></Choice><Fallback>${shape('旧式')}</Fallback></AlternateContent></w:p>`
  expect(await textsOf(both + only)).toEqual(['图形', '旧式'])
})

test('struck-out revisions are read as doubtful, hidden text not at all, and both are told', async () => {
  const source = await open(
    `<w:p><w:del><w:r><w:delText>租金壹万元</w:delText></w:r></w:del></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着</w:t></w:r></w:p>${p('租金贰万元')}`,
  )
  const lines = (await source.open(1)).page.textLayer ?? []
  expect(lines.map(({ text, confidence }) => [text, confidence < 0.9])).toEqual([
    ['租金壹万元', true],
    ['租金贰万元', false],
  ])
  const notes = source.extras?.().notes?.join() ?? ''
  expect(notes).toContain('修订')
  expect(notes).toContain('2 个隐藏文字')
})

const styled = (properties: string, text: string, paragraph = '') =>
  `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`
const STYLES = `<w:styles ${W}><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="w"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ww"><w:basedOn w:val="w"/></w:style></w:styles>`
test.each([
  ['white', '<w:color w:val="FFFFFF"/>', ''],
  ['white by the theme', '<w:color w:val="FFFFFF" w:themeColor="background1"/>', ''],
  ['one point high', '<w:sz w:val="2"/>', ''],
  ['hidden by its style', '<w:rStyle w:val="h"/>', ''],
  ["white by a style that its paragraph's is based on", '', '<w:pStyle w:val="ww"/>'],
])('text that is %s is told and not read', async (_, properties, paragraph) => {
  const source = await open(styled(properties, '藏着', paragraph) + p('租金贰万元'), {
    s: { type: 'styles', name: 'styles.xml', data: STYLES },
  })
  const lines = (await source.open(1)).page.textLayer ?? []
  expect(lines.map(({ text }) => text)).toEqual(['租金贰万元'])
  expect(source.extras?.().notes?.join()).toContain('2 个隐藏文字')
})

test('white text on a filled cell, shading or highlight is read', async () => {
  const white = '<w:color w:val="FFFFFF"/>'
  const dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
  const head = `<w:tbl><w:tr>${cell(styled(white, '表头'), dark)}</w:tr></w:tbl>`
  const shaded = styled(white + dark, '反白')
  const marked = styled(`${white}<w:highlight w:val="black"/>`, '标出')
  expect(await textsOf(head + shaded + marked + styled('<w:vanish w:val="0"/>', '不藏'))).toEqual([
    '表头',
    '反白',
    '标出',
    '不藏',
  ])
})

test('no character of a struck-out revision is sure', async () => {
  const source = await open('<w:p><w:del><w:r><w:delText>租金壹万元</w:delText></w:r></w:del></w:p>')
  const [line] = (await source.open(1)).page.textLayer ?? []
  expect(Math.max(...(line?.characters ?? [1]))).toBeLessThan(0.9)
})

test('ticks of form fields and symbol fonts show', async () => {
  const legacy = '<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
  const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
  expect(await textsOf(`<w:p>${legacy}${run('是')}${symbol}${run('否')}</w:p>`)).toEqual(['☑是☐否'])
})

const blip = '<w:p><w:r><w:drawing><a:blip r:embed="pic"/></w:drawing></w:r></w:p>'
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 0, b: 0 } } })
    .png()
    .toBuffer()

test('a large picture is a page of its own in its own pixels, a small one stays in the text', async () => {
  const large = await open(p('正文') + blip, {
    pic: { type: 'image', name: 'media/1.png', data: new Uint8Array(await picture(900, 600)) },
  })
  expect(large.pages).toBe(2)
  const { page } = await large.open(2)
  expect([page.width, page.height, page.textLayer]).toEqual([900, 600, null])
  const small = await open(p('正文') + blip, {
    pic: { type: 'image', name: 'media/1.png', data: new Uint8Array(await picture(90, 60)) },
  })
  expect(small.pages).toBe(1)
  const { rgb } = (await small.open(1)).page
  let red = 0
  for (let i = 0; i < rgb.length; i += 3) if ((rgb[i] ?? 0) > 150 && (rgb[i + 1] ?? 0) < 60) red++
  expect(red).toBeGreaterThan(1000)
})

test('a picture elsewhere is never fetched, and its absence is told', async () => {
  const source = await open(p('正文') + blip)
  expect(source.extras?.().notes?.join()).toContain('1 张图片无法显示')
})

test('long texts go on to further pages', async () => {
  const source = await open(Array.from({ length: 200 }, (_, i) => p(`第${i}行`)).join(''))
  expect(source.pages).toBeGreaterThan(2)
  expect(await textsOf(Array.from({ length: 200 }, (_, i) => p(`第${i}行`)).join(''))).toHaveLength(200)
})

test('numbers that Word writes by itself are part of the text', async () => {
  const numbered = (text: string, level = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const lists = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const body = [
    ...Array.from({ length: 11 }, () => numbered('租期')),
    numbered('甲', 1),
    numbered('乙', 1),
    numbered('租金'),
  ]
  const texts = await textsOf(body.join(''), { l: { type: 'numbering', name: 'numbering.xml', data: lists } })
  expect(texts.slice(0, 2)).toEqual(['第一条 租期', '第二条 租期'])
  expect(texts.slice(10)).toEqual(['第十一条 租期', '（1） 甲', '（2） 乙', '第十二条 租金'])
})

test.each([
  ['unsafe-file', `<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]><w:document ${W}><w:body/></w:document>`],
  ['unsafe-file', `<w:document ${W}><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(60_000)}`],
  ['damaged-file', '<w:document'],
  ['damaged-file', '<other/>'],
])('a poisoned document is refused as %s', async (code, xml) => {
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) })
  await expect(openDocx(bytes, INTAKE_LIMITS)).rejects.toThrow(IntakeError)
  await expect(openDocx(bytes, INTAKE_LIMITS)).rejects.toMatchObject({ code })
})
