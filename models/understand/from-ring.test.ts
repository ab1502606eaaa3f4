import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { Mark, ReadField } from '../../facts/reading.ts'
import type { Extracted } from './extract.ts'
import { officesFromRings } from './from-ring.ts'

const licence = loadDocumentTypes().find(({ name }) => name === '营业执照')
const office = licence?.fields.find(({ name }) => name === '登记机关')

function readFrom(text: string, confidence: number, label = '登记机关'): ReadField {
  if (!licence || !office) throw new Error('the licence declares its office')
  const read: ReadField = { value: null, raw: '区', label, confidence: 0.2, state: 'unreadable', page: 1, box: null }
  const fields: Extracted[] = [{ field: office, read, pieces: [], typed: { value: null, valid: false } }]
  const seal: Mark = { kind: 'seal', name: '盖章', present: true, page: 1, box: null, confidence: 0.95 }
  officesFromRings(licence, fields, [{ ...seal, ring: { text, confidence } }])
  return read
}

test('an office that stands only on the ring of its seal is read from there, never confidently', () => {
  const read = readFrom('普陀区示例市场监督管理局', 0.98)
  expect(read).toMatchObject({ value: '普陀区示例市场监督管理局', state: 'ok' })
  expect(read.confidence).toBeLessThan(0.9)
})

test('a ring that is unclear, or names no office, or is not asked for, tells nothing', () => {
  expect(readFrom('鸿龙区军研市场监督管理局', 0.6).value).toBeNull()
  expect(readFrom('上海宏达餐饮有限公司', 0.98).value).toBeNull()
  expect(readFrom('普陀区示例市场监督管理局', 0.98, '').value).toBeNull()
})

test('an office in a district that never was is not sure: the ring was misread', () => {
  const used = 0.6
  expect(readFrom('普陀区示例市场监督管理局', 0.98).confidence).toBeGreaterThan(used)
  for (const misread of ['普院区示例市场监督管理局', '上海市晋陀区示例市场监督管理局'])
    expect(readFrom(misread, 0.98).confidence, misread).toBeLessThan(used)
})

test('districts of other cities are as sure as the ring was read', () => {
  for (const office of ['北京市朝阳区市场监督管理局', '浙江省杭州市西湖区市场监督管理局', '海淀区市场监督管理局'])
    expect(readFrom(office, 0.98).confidence, office).toBeGreaterThan(0.6)
})
