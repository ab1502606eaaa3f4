import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { IntakeError } from './intake-error.ts'
import { sniff } from './sniff.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

function refusal(data: Uint8Array): IntakeError {
  try {
    sniff(data)
  } catch (error) {
    if (error instanceof IntakeError) return error
  }
  throw new Error('not refused')
}

test('pictures and PDF are told by their first bytes', () => {
  expect(sniff(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
  expect(sniff(bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]))).toBe('png')
  expect(sniff(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '))).toBe('webp')
  expect(sniff(bytes('GIF89a'))).toBe('gif')
  expect(sniff(bytes('%PDF-1.7\n'))).toBe('pdf')
  expect(sniff(bytes([0x49, 0x49, 0x2a, 0]))).toBe('tiff')
  expect(sniff(bytes([0x4d, 0x4d, 0, 0x2a]))).toBe('tiff')
  expect(sniff(bytes([0, 0, 0, 24], 'ftypheic'))).toBe('heic')
})

const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

test('packages are told by the names inside', () => {
  expect(sniff(zipOf('Doc_0/Document.xml', 'OFD.xml'))).toBe('ofd')
  expect(sniff(zipOf('[Content_Types].xml', 'word/document.xml'))).toBe('docx')
  expect(refusal(zipOf('[Content_Types].xml', 'xl/workbook.xml')).message).toContain('Excel')
  expect(refusal(zipOf('a.jpg')).message).toContain('压缩包')
})

test('an encrypted OFD asks for a copy without password', () => {
  expect(refusal(zipOf('OFD.xml', 'Encryptions.xml', 'decryptseed.dat')).code).toBe('encrypted-file')
})

const ole = (stream: string) =>
  bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [...Buffer.from(stream, 'utf16le')])

test('an OLE container is a locked new document or an old one, and each is told its way out', () => {
  expect(refusal(ole('EncryptedPackage')).code).toBe('encrypted-file')
  expect(refusal(ole('WordDocument'))).toMatchObject({ code: 'unsupported-type' })
  expect(refusal(ole('WordDocument')).message).toMatch(/\.docx 或 PDF/)
})

test('a PDF may start with some bytes of rubbish', () => {
  expect(sniff(bytes('rubbish\n%PDF-1.4\n'))).toBe('pdf')
})

test('an empty file says that it is empty', () => {
  const error = refusal(new Uint8Array())
  expect(error.code).toBe('empty-file')
  expect(error.message).toContain('0 字节')
})

test.each([
  ['SVG', bytes('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['AVIF', bytes([0, 0, 0, 24], 'ftypavif')],
  ['XML', bytes('<!DOCTYPE html><html></html>')],
])('%s is refused by content and told what to do', (name, data) => {
  const error = refusal(data)
  expect(error.code).toBe('unsupported-type')
  expect(error.message).toContain(name)
  expect(error.message).toMatch(/请/)
})

test('a polyglot that opens as a ZIP is not taken for the PDF inside', () => {
  expect(refusal(bytes('PK', [3, 4], '%PDF-1.7')).code).toBe('damaged-file')
})

const JPEG = [0xff, 0xd8, 0xff, 0xe0]
test.each([
  ['a JPEG with a PDF behind it', bytes(JPEG, 'x'.repeat(5000), [0xff, 0xd9], '%PDF-1.7\n%%EOF')],
  ['a PDF whose first bytes are a JPEG', bytes(JPEG, [0, 16], '%PDF-1.7\n')],
  ['a PNG with a package behind it', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], [...zipOf('word/document.xml')])],
  ['a PDF that ends as a package', bytes('%PDF-1.7\n%%EOF\n', [...zipOf('OFD.xml')])],
  ['a package that begins as a PDF', zipSync({ '%PDF-1.7': strToU8('x'), 'OFD.xml': strToU8('x') })],
])('%s is two things and refused', (_, data) => {
  const error = refusal(data)
  expect(error.code).toBe('unsafe-file')
  expect(error.message).toMatch(/不同的内容.*请/)
})

test('what a camera writes behind a picture is no harm', () => {
  expect(sniff(bytes(JPEG, 'picture', [0xff, 0xd9], [0, 0, 0, 24], 'ftypmp42', 'a short film'))).toBe('jpeg')
})

test('anything else is refused with the list of formats', () => {
  expect(refusal(bytes('hello')).message).toContain('JPG、PNG、WebP')
})
