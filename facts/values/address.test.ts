import fc from 'fast-check'
import { expect, test } from 'vitest'
import { districtOf, parseAddress } from './address.ts'
import { addressCovers, compareAddresses } from './compare-addresses.ts'

test.each([
  [
    '上海市普陀区真北路888弄12号301室',
    { province: '上海', district: '普陀区', road: '真北路', lane: '888', number: '12', room: '301' },
  ],
  [
    '上海市崇明区长兴镇潘园公路1800号2号楼2299室（上海泰和经济发展区）',
    { town: '长兴镇', road: '潘园公路', number: '1800', building: '2', room: '2299', rest: '' },
  ],
  ['普陀区长寿路１２３号一层101-103室', { number: '123', floor: '1', room: '101-103' }],
  ['上海市普陀区石泉路街道石泉东路129号-1', { town: '石泉路街道', road: '石泉东路', number: '129-1' }],
  ['武宁路19号A座1902室', { road: '武宁路', number: '19', building: 'A', room: '1902' }],
  ['上海市嘉定区安亭镇镇宁路12号', { town: '安亭镇', road: '镇宁路', number: '12' }],
  [
    '中国（上海）自由贸易试验区富特西一路115号2号楼5层',
    { road: '富特西一路', number: '115', building: '2', floor: '5' },
  ],
  ['浙江省杭州市余杭区文一西路969号3幢509室', { province: '浙江', city: '杭州', district: '余杭区', building: '3' }],
])('%s is taken apart', (text, parts) => {
  expect(parseAddress(text)).toMatchObject(parts)
})

const BASE = '上海市普陀区真北路888弄12号301室'

test.each([
  '普陀区真北路888弄12号301室',
  '真北路888弄12号301室',
  '上海市普陀区真北道８８８弄12＃301室',
  '上海市 普陀区 真北路 888弄 12号 三零一室',
  '上海市普陀区真北路八百八十八弄十二号三〇一',
  '上海市上海市普陀区真北路888弄12号301室（近武宁路）',
])('%s is the same place', (other) => {
  expect(compareAddresses(BASE, other)).toMatchObject({ relation: 'same', where: null })
})

test.each([
  ['上海市普陀区真北路888弄12号302室', 'different', 'room'],
  ['上海市普陀区真北路888弄13号301室', 'different', 'number'],
  ['上海市普陀区真北路898弄12号301室', 'different', 'lane'],
  ['上海市普陀区武宁路888弄12号301室', 'different', 'road'],
  // One character apart with the same door: as likely misread as another road.
  ['上海市普陀区真比路888弄12号301室', 'unknown', 'road'],
  ['上海市普陀区真比路888弄12号302室', 'different', 'room'],
  ['上海市普阤区真北路888弄12号301室', 'unknown', 'district'],
  ['上海市普陀区长征镇真北路888弄12号', 'partial', 'room'],
  ['上海市静安区真北路888弄12号301室', 'different', 'district'],
  ['上海市普陀区真北路12号301室', 'different', 'lane'],
  ['上海市普陀区真北路888弄12号', 'partial', 'room'],
  ['上海市普陀区真北路888弄', 'partial', 'number'],
  ['上海市普陀区真北路888弄12号301-303室', 'partial', 'room'],
  ['长风商务区', 'unknown', 'road'],
])('%s is %s at the %s', (other, relation, where) => {
  expect(compareAddresses(BASE, other)).toMatchObject({ relation, where })
})

test('another town with the same road and door is a question', () => {
  expect(compareAddresses('长征镇真北路1号', '真如镇真北路1号').relation).toBe('unknown')
})

test('an old district name is the same ground, A区 and B区 are not', () => {
  expect(compareAddresses('卢湾区淮海中路1号', '上海市黄浦区淮海中路1号').relation).toBe('same')
  expect(compareAddresses('真北路1号A区201室', '真北路1号B区201室').relation).not.toBe('same')
  expect(districtOf('上海市卢湾区淮海中路1号')).toBe('黄浦区')
  expect(districtOf('真北路1号')).toBeNull()
})

test('a whole building covers its rooms, a room does not cover the building', () => {
  expect(addressCovers('真北路1号', '真北路1号102室')).toBe(true)
  expect(addressCovers('真北路1号101-103室', '真北路1号102室')).toBe(true)
  expect(addressCovers('真北路1号102室', '真北路1号101-103室')).toBe(false)
  expect(addressCovers('真北路1号102室', '真北路1号')).toBe(false)
})

const address = fc
  .record({
    road: fc.constantFrom('真北路', '长寿路', '武宁南路', '共和新路', '人民大道'),
    lane: fc.option(fc.integer({ min: 1, max: 3000 })),
    number: fc.integer({ min: 1, max: 3000 }),
    building: fc.option(fc.integer({ min: 1, max: 30 })),
    room: fc.option(fc.integer({ min: 101, max: 2999 })),
  })
  .map(({ road, lane, number, building, room }) =>
    [road, lane && `${lane}弄`, `${number}号`, building && `${building}幢`, room && `${room}室`]
      .filter(Boolean)
      .join(''),
  )

test('comparison is reflexive, symmetric, and never calls two different doors the same', () => {
  fc.assert(
    fc.property(address, address, (a, b) => {
      expect(compareAddresses(a, `上海市普陀区${a}`).relation).toBe('same')
      expect(compareAddresses(a, b).relation).toBe(compareAddresses(b, a).relation)
      if (a !== b) expect(compareAddresses(a, b).relation).not.toBe('same')
    }),
  )
})

test('parsing never throws and ends', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => parseAddress(text).rest.length >= 0))
})
