import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { sheet } from '../../../datasets/generate/pages/primitives/sheet.ts'
import { line } from '../../../datasets/generate/pages/primitives/text.ts'
import { scannedPdf } from '../../../datasets/generate/physics/scanned-pdf.ts'

/** One file for the pool; `says` is what a good one must be read as, a poisonous one has none. */
export interface MixedFile {
  kind: string
  fileName: string
  bytes: Uint8Array
  says?: string
}

const GOOD = ['jpeg', 'png', 'webp', 'tiff', 'pdf'] as const

/** A small page with one sentence of its own. */
async function good(index: number): Promise<MixedFile> {
  const kind = GOOD[index % GOOD.length] ?? 'png'
  const says = `第${1000 + index}号材料由申请人如实提交`
  const made = sheet({ width: 110, height: 40, density: 8 }, (ctx) => {
    line(ctx, says, 12, 22, { face: 'Hei', size: 5 })
  })
  const { width, height } = made.canvas
  const picture = sharp(made.canvas.toBuffer('image/png')).removeAlpha()
  const bytes =
    kind === 'pdf'
      ? scannedPdf([{ bytes: await picture.jpeg({ quality: 85 }).toBuffer(), width, height }])
      : await picture.toFormat(kind).toBuffer()
  return { kind, fileName: `${index}.${kind}`, bytes, says }
}

/** Bytes that look random and are the same every time. */
function noise(seed: string, length: number): Uint8Array {
  const parts: Buffer[] = []
  for (let i = 0; 32 * parts.length < length; i += 1) parts.push(createHash('sha256').update(`${seed}/${i}`).digest())
  return Buffer.concat(parts).subarray(0, length)
}

const ascii = (text: string) => Buffer.from(text, 'latin1')

function pngHeader(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const body = Buffer.concat([ascii('IHDR'), head])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(13, 0)
  framed.set(body, 4)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), framed, noise('png', 400)])
}

/** A PDF of one page whose content stream is `stream`, deflated as often as `filters` says. */
function pdf(stream: Buffer, filters: number, box = '0 0 595 842', kids = '3 0 R'): Uint8Array {
  const filter = `[${'/FlateDecode '.repeat(filters)}]`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count 1 >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R >>`,
  ].map((body, i) => ascii(`${i + 1} 0 obj\n${body}\nendobj\n`))
  const content = [ascii(`4 0 obj\n<< /Length ${stream.length} /Filter ${filter} >>\nstream\n`), stream]
  const tail = ascii('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n')
  return Buffer.concat([ascii('%PDF-1.4\n'), ...objects, ...content, tail])
}

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
const docx = (document: string) =>
  zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': strToU8(document) })

const LAUGHS = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "${`&${i === 0 ? 'a' : 'b'.repeat(i)};`.repeat(10)}">`).join('')}]><w:document>&bbbbbbbbbbbb;</w:document>`

/** Ways in which a file is broken, hostile or no material at all. The costly ones are made once. */
const POISON: Record<string, (index: number, whole: Uint8Array) => Uint8Array> = {
  empty: () => new Uint8Array(0),
  noise: (i) => noise(`noise-${i}`, 5000),
  'cut jpeg': (_, whole) => whole.subarray(0, Math.floor(whole.length / 3)),
  'jpeg head, then noise': (i) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(`jpeg-${i}`, 3000)]),
  'png of 30000 x 30000': () => pngHeader(30_000, 30_000),
  'png of 0 x 0': () => pngHeader(0, 0),
  svg: () => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  html: () => ascii('<html><body>1</body></html>'),
  program: (i) => Buffer.concat([ascii('\x7fELF'), noise(`elf-${i}`, 2000)]),
  'cut pdf': () => pdf(deflateSync(ascii('BT ET')), 1).subarray(0, 120),
  'pdf, its pages a loop': () => pdf(deflateSync(ascii('BT ET')), 1, '0 0 595 842', '2 0 R'),
  'pdf, a page of kilometres': () => pdf(deflateSync(ascii('BT ET')), 1, '0 0 90000000 90000000'),
  'pdf, deflated twice': () => pdf(deflateSync(deflateSync(Buffer.alloc(300 << 20, 0x20))), 2),
  'docx, deflated zeros': () => docx(' '.repeat(120 << 20)),
  'docx, entities': () => docx(LAUGHS),
  'docx, very deep': () => docx(`<w:document>${'<a>'.repeat(200_000)}</w:document>`),
  'zip of nothing we know': () => zipSync({ 'a.txt': strToU8('a') }),
  'zip that lies': (i) => Buffer.concat([ascii('PK\x03\x04'), noise(`zip-${i}`, 2000)]),
  'ofd, a path upwards': () => zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>'), '../../x': strToU8('x') }),
  'heic head, then noise': (i) => Buffer.concat([ascii('\0\0\0\x18ftypheic'), noise(`heic-${i}`, 3000)]),
  'tiff, its directory a loop': () => Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]),
  'cut webp': (i) => Buffer.concat([ascii('RIFF\0\0\x01\0WEBPVP8 '), noise(`webp-${i}`, 500)]),
}

/** These take a reader long: a few of each are enough. */
const COSTLY = new Set(['pdf, deflated twice', 'docx, deflated zeros'])
const FEW = 3

/** `count` files, half of them good, in an order that mixes them; the same every time. */
export async function mixedFiles(count: number): Promise<MixedFile[]> {
  const files: MixedFile[] = []
  const whole = (await good(0)).bytes
  const names = Object.keys(POISON)
  const made = new Map<string, { bytes: Uint8Array; uses: number }>()
  let turn = 0
  for (let i = 0; files.length < count; i += 1) {
    files.push(await good(i))
    while (files.length < 2 * (i + 1) && files.length < count) {
      const kind = names[turn++ % names.length] ?? 'empty'
      const known = made.get(kind)
      if (COSTLY.has(kind) && (known?.uses ?? 0) >= FEW) continue
      const bytes = COSTLY.has(kind) && known ? known.bytes : (POISON[kind]?.(i, whole) ?? new Uint8Array(0))
      made.set(kind, { bytes, uses: (known?.uses ?? 0) + 1 })
      files.push({ kind, fileName: `${i}.jpg`, bytes })
    }
  }
  const order = (file: MixedFile, i: number) => createHash('sha256').update(`${i}/${file.kind}`).digest('hex')
  return files
    .map((file, i) => ({ file, at: order(file, i) }))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(({ file }) => file)
}
