import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { IntakeError } from './intake-error.ts'
import { openZip } from './zip.ts'

const small = (files: Record<string, string>, level: 0 | 9 = 9) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level })

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof IntakeError) return error.code
  }
  return 'not refused'
}

/** The package with bytes replaced wherever `find` stands, in local headers and directory alike. */
function patched(zip: Uint8Array, signature: number, offset: number, value: number, bytes: 2 | 4): Uint8Array {
  const copy = Buffer.from(zip)
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (copy.readUInt32LE(at) !== signature) continue
    if (bytes === 2) copy.writeUInt16LE(value, at + offset)
    else copy.writeUInt32LE(value, at + offset)
  }
  return copy
}

const CENTRAL = 0x02014b50

test.each([0, 9] as const)('entries come out as they went in, packed at level %i', (level) => {
  const zip = openZip(small({ 'a/b.xml': '内容'.repeat(50), '中文/甲.txt': '乙' }, level))
  expect(zip.names).toEqual(['a/b.xml', '中文/甲.txt'])
  expect(new TextDecoder().decode(zip.read('a/b.xml') ?? new Uint8Array())).toBe('内容'.repeat(50))
  expect(zip.read('none')).toBeNull()
})

test('rubbish before the package does no harm', () => {
  const zip = openZip(Buffer.concat([Buffer.from('rubbish'), small({ a: 'x' })]))
  expect(Buffer.from(zip.read('a') ?? []).toString()).toBe('x')
})

test.each(['../a', 'a/../../b', '/etc/passwd', 'C:\\x', 'a\\..\\b'])('the path %s leads out and is refused', (name) => {
  expect(refusal(() => openZip(small({ [name]: 'x' })))).toBe('unsafe-file')
})

test('a package that grows beyond the limit is refused from its directory', () => {
  const bomb = zipSync({ a: new Uint8Array(3_000_000), b: new Uint8Array(3_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(20_000)
  expect(refusal(() => openZip(bomb, { entries: 10, inflated: 5_000_000 }))).toBe('unsafe-file')
})

test.each([10, 9_000_000])('a header that declares %i bytes for three million is found out', (size) => {
  const bomb = zipSync({ a: new Uint8Array(3_000_000) }, { level: 9 })
  const zip = openZip(patched(bomb, CENTRAL, 24, size, 4))
  expect(refusal(() => zip.read('a'))).toBe('unsafe-file')
})

test('too many entries are refused', () => {
  const many = small(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}`, 'x'])))
  expect(refusal(() => openZip(many, { entries: 20, inflated: 1e6 }))).toBe('unsafe-file')
})

test('symbolic links are refused', () => {
  const linked = patched(small({ a: '/etc/passwd' }), CENTRAL, 38, 0xa1ff0000, 4)
  expect(refusal(() => openZip(linked))).toBe('unsafe-file')
})

test('locked entries ask for a copy without password', () => {
  expect(refusal(() => openZip(patched(small({ a: 'x' }), CENTRAL, 8, 1, 2)))).toBe('encrypted-file')
})

test('two entries of one name are refused: readers would disagree which one counts', () => {
  const zip = Buffer.from(small({ aa: 'x', ab: 'y' }))
  const twice = Buffer.from(zip.toString('latin1').replaceAll('ab', 'aa'), 'latin1')
  expect(refusal(() => openZip(twice))).toBe('unsafe-file')
})

test('a package cut short is damaged', () => {
  expect(refusal(() => openZip(small({ a: 'x'.repeat(500) }, 0).subarray(0, 300)))).toBe('damaged-file')
})
