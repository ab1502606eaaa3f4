import { IntakeError } from './intake-error.ts'
import { hasPdfHeader, refusePolyglot } from './polyglot.ts'
import { openZip } from './zip.ts'

export type FileKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'tiff' | 'pdf' | 'ofd' | 'docx'

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((b, i) => bytes[i] === b)
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/** Kinds that people do upload and we do not read, with the way out. */
const OTHERS: [(bytes: Uint8Array) => boolean, string][] = [
  [(b) => ascii(b, 4, 8) === 'ftyp' && /^avi[fs]/.test(ascii(b, 8, 12)), '这是 AVIF 图片。请转换为 JPG 后上传。'],
  [(b) => ascii(b, 0, 2) === 'BM', '这是 BMP 图片。请另存为 JPG 或 PNG 后上传。'],
  [
    (b) => starts(b, 0x52, 0x61, 0x72, 0x21) || starts(b, 0x37, 0x7a, 0xbc, 0xaf),
    '这是压缩包。请解压后上传里面的照片或 PDF。',
  ],
  [(b) => ascii(b, 4, 8) === 'ftyp', '这是视频文件。请改为拍照上传。'],
  [
    (b) => /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/is.test(text(b)),
    '这是 SVG 矢量图，不能作为材料。请另存为 JPG、PNG 或 PDF 后上传。',
  ],
  [(b) => /^\s*(<\?xml|<!doctype|<html)/i.test(text(b)), '这是网页或 XML 文件，不能作为材料。请另存为 PDF 后上传。'],
]

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, '')

/** What a file is by its content; its name is never asked. Throws `empty-file`, `unsupported-type`, or `unsafe-file` for one that is two things. */
export function sniff(bytes: Uint8Array): FileKind {
  const kind = firstKind(bytes)
  refusePolyglot(kind === 'pdf' ? 'pdf' : kind === 'ofd' || kind === 'docx' ? 'package' : 'picture', bytes)
  return kind
}

function firstKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new IntakeError('empty-file')
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif'
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(ascii(bytes, 8, 12))) return 'heic'
  if (starts(bytes, 0x50, 0x4b)) return packageKind(bytes)
  if (starts(bytes, ...OLE)) throw oldOffice(bytes)
  for (const [is, message] of OTHERS) if (is(bytes)) throw new IntakeError('unsupported-type', { message })
  if (hasPdfHeader(bytes)) return 'pdf'
  throw new IntakeError('unsupported-type')
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** What a ZIP package holds, by the names in its directory. */
function packageKind(bytes: Uint8Array): FileKind {
  const names = new Set(openZip(bytes).names.map((name) => name.toLowerCase()))
  // GM/T 0099: an encrypted OFD says so at its root.
  if (names.has('encryptions.xml') || names.has('decryptseed.dat')) throw new IntakeError('encrypted-file')
  if (names.has('ofd.xml')) return 'ofd'
  if (names.has('word/document.xml')) return 'docx'
  const parts = [...names].some((name) => name.startsWith('xl/'))
    ? 'Excel 表格'
    : [...names].some((name) => name.startsWith('ppt/'))
      ? '演示文稿'
      : null
  if (names.has('[content_types].xml') && !parts) return 'docx'
  const message = parts
    ? `这是 ${parts}。请另存为 PDF 后上传。`
    : '这是压缩包。请解压后上传里面的照片、PDF、OFD 或 Word 文件。'
  throw new IntakeError('unsupported-type', { message })
}

/** An OLE container: a Word file of before 2007, or a newer one locked with a password. */
function oldOffice(bytes: Uint8Array): IntakeError {
  const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return new IntakeError('encrypted-file')
  const message = holds('WordDocument')
    ? '这是旧版 Word 文档（.doc）。请在 Word 或 WPS 中另存为 .docx 或 PDF 后上传。'
    : '这是旧版 Office 文档。请另存为 .docx 或 PDF 后上传。'
  return new IntakeError('unsupported-type', { message })
}
