import { expect, test } from 'vitest'
import { openPdf } from './pdf-source.ts'
import { INTAKE_LIMITS } from './source.ts'

/** Bytes of a PDF of one page: its content, its own entries, and further objects from number 6 on. */
function pdf(
  content: string,
  { page = '', more = [] as string[], catalog = '', box = '0 0 300 200' } = {},
): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /Im 6 0 R >> /ExtGState << /Clear << /ca 0 >> /Solid << /ca 1 >> >> >> ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 5 >>\nstream\n2080>\nendstream',
    ...more,
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(body, 'latin1'))
}

const say = (text: string, y: number, before = '') => `BT ${before} /F 20 Tf 20 ${y} Td (${text}) Tj ET\n`

async function opened(bytes: Uint8Array) {
  const source = await openPdf(bytes, INTAKE_LIMITS)
  const { page } = await source.open(1)
  const extras = source.extras?.() ?? {}
  await source.close()
  return { page, texts: (page.textLayer ?? []).map(({ text }) => text), notes: extras.notes?.join() ?? '', extras }
}

const PATCH = '1 g 15 90 250 40 re f 0 g\n'
const PICTURE = 'q 300 0 0 200 0 0 cm /Im Do Q\n'

test.each([
  ['invisible (rendering mode 3)', `q ${say('Hidden', 100, '3 Tr')} Q\n`],
  ['transparent', `q /Clear gs ${say('Hidden', 100)} Q\n`],
  ['in the colour of the paper', `1 g ${say('Hidden', 100)} 0 g\n`],
  ['clipped away', `q 0 0 5 5 re W n ${say('Hidden', 100)} Q\n`],
  ['painted over', say('Hidden', 100) + PATCH],
  ['too small to be read', 'BT /F 1 Tf 20 100 Td (Hidden) Tj ET\n'],
])('text that is %s is left out and told', async (_, hidden) => {
  const { texts, notes } = await opened(pdf(hidden + say('Visible', 40)))
  expect(texts).toEqual(['Visible'])
  expect(notes).toContain('看不见')
})

test('white text on a dark ground is text', async () => {
  const { texts, notes } = await opened(pdf(`0 g 0 90 300 40 re f 1 g ${say('Visible', 100)}`))
  expect([texts, notes]).toEqual([['Visible'], ''])
})

test.each([
  ['under the picture', say('Hidden', 100) + PICTURE],
  ['over it, invisible', PICTURE + say('Hidden', 100, '3 Tr')],
])('a page that is a picture with a layer of text %s is read as a picture', async (_, content) => {
  const { page, notes } = await opened(pdf(content))
  expect(page.textLayer).toBeNull()
  expect(notes).toContain('按图像读取')
})

test('text painted over a picture stays text', async () => {
  expect((await opened(pdf(`${PICTURE}1 g ${say('Visible', 100)}`))).texts).toEqual(['Visible'])
})

test('a page larger than print can be read on is refused with its size', async () => {
  const refused = opened(pdf(say('Visible', 100), { box: '0 0 1000000 1000000' }))
  await expect(refused).rejects.toMatchObject({ code: 'too-many-pixels' })
  await expect(refused).rejects.toThrow(/352\.8 米.*请按实际纸张大小/)
})

test('a long and narrow page is read', async () => {
  const { page, texts } = await opened(pdf(say('Visible', 100), { box: '0 0 700 19000' }))
  expect(texts).toEqual(['Visible'])
  expect(page.height).toBeGreaterThan(15_000)
})

/** Its third object has one annotation, number 7; a form knows it as its only field. */
const annotated = (annotation: string, form = '') =>
  pdf(say('Visible', 40), {
    page: '/Annots [7 0 R]',
    catalog: `/AcroForm << /Fields [7 0 R] ${form} /DR << /Font << /F 5 0 R >> >> >>`,
    more: [`<< /Type /Annot /Rect [20 100 280 130] /DA (/F 14 Tf 0 g) ${annotation} >>`],
  })
const FIELD = '/Subtype /Widget /FT /Tx /T (capital) /V (Nine hundred)'
const inkAbove = ({ rgb, width, height }: { rgb: Uint8Array; width: number; height: number }) =>
  rgb.subarray(0, Math.round(0.6 * height) * width * 3).some((value) => value < 128)

test('a filled-in form field is drawn where the file asks for it, else told: its value never vanishes silently', async () => {
  const shown = await opened(annotated(`${FIELD} /F 4`, '/NeedAppearances true'))
  expect([inkAbove(shown.page), shown.notes]).toEqual([true, ''])
  const { page, notes } = await opened(annotated(`${FIELD} /F 4`))
  expect(inkAbove(page)).toBe(false)
  expect(notes).toContain('1 个填写的表单项')
  expect(notes).toContain('capital：Nine hundred')
  // What a form hides to reckon with, and what nobody filled in, is nothing lost.
  expect((await opened(annotated(`${FIELD} /F 2`))).notes).toBe('')
  expect((await opened(annotated('/Subtype /Widget /FT /Tx /T (capital) /F 4'))).notes).toBe('')
})

test('what is said in an annotation is told with its page', async () => {
  const { extras } = await opened(annotated('/Subtype /Text /Contents (A comment) /F 4'))
  expect(extras.annotations).toEqual([{ page: 1, kind: 'Text', text: 'A comment' }])
})

test('enclosed files and a form for other programs are told', async () => {
  const enclosing = pdf(say('Visible', 40), {
    catalog:
      '/Names << /EmbeddedFiles << /Names [(a.pdf) 7 0 R] >> >> /AcroForm << /Fields [] /XFA 9 0 R >> /Collection << /View /D >>',
    more: [
      '<< /Type /Filespec /F (a.pdf) /EF << /F 8 0 R >> >>',
      '<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream',
      '<< /Length 11 >>\nstream\n<xdp></xdp>\nendstream',
    ],
  })
  const { extras, notes } = await opened(enclosing)
  expect(extras.attachments).toEqual([{ name: 'a.pdf', type: 'pdf', bytes: 5 }])
  expect(notes).toMatch(/XFA.*文件包/)
})

test('a page without any picture is told from one that is or holds a picture', async () => {
  expect((await opened(pdf(say('Visible', 40)))).page.drawn).toBe(true)
  expect((await opened(pdf(PICTURE))).page.drawn).toBeUndefined()
})

test('a page whose picture is over the limit is refused, an empty one is not', async () => {
  const open = async (content: string) => await (await openPdf(pdf(content), { ...INTAKE_LIMITS, pixels: 1 })).open(1)
  await expect(open(PICTURE)).rejects.toMatchObject({ code: 'too-many-pixels' })
  expect((await open('q Q')).page.textLayer).toBeNull()
})
