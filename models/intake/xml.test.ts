import { expect, test } from 'vitest'
import { IntakeError } from './intake-error.ts'
import { descendants, elements, find, parseXml, textOf } from './xml.ts'

const parse = (text: string) => parseXml(new TextEncoder().encode(text))

function refusal(text: string): string {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof IntakeError) return error.code
  }
  return 'not refused'
}

test('elements come without prefixes, with text in order', () => {
  const root = parse('<?xml version="1.0"?><o:a xmlns:o="x"><o:b n="1">甲<![CDATA[<乙>]]></o:b><c>&amp;丙</c></o:a>')
  expect(root.name).toBe('a')
  expect(find(root, 'b')?.attributes.n).toBe('1')
  expect(textOf(root)).toBe('甲<乙>&丙')
  expect(elements(root).map(({ name }) => name)).toEqual(['b', 'c'])
  expect([...descendants(root, 'c')]).toHaveLength(1)
})

test('GBK and UTF-16 are told from what the file says', () => {
  const gbk = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="GB2312"?><a>'),
    Buffer.from([0xbc, 0xd7]),
    Buffer.from('</a>'),
  ])
  expect(textOf(parseXml(gbk))).toBe('甲')
  expect(textOf(parseXml(Buffer.from('\uFEFF<a>甲</a>', 'utf16le')))).toBe('甲')
})

test.each([
  ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><a>&x;</a>'],
  ['billion laughs', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
  ['depth 200,000', '<a>'.repeat(200_000)],
])('%s is refused as unsafe', (_, text) => {
  expect(refusal(text)).toBe('unsafe-file')
})

test('a DOCTYPE in UTF-16 does not slip through', () => {
  expect(() => parseXml(Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le'))).toThrow(IntakeError)
})

test.each(['', '<a>', '<a></b>', 'text', '<a>&x;</a>'])('what is not XML is damaged: %s', (text) => {
  expect(refusal(text)).toBe('damaged-file')
})
