import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFoodLicenceNumber } from './food-licence-number.ts'
import { readLicenceId } from './licence-id.ts'
import { readRealEstateNumber } from './real-estate-number.ts'

// Numbers shown on public web pages of their holders.
test.each([
  ['JY13101140093802', '食品销售经营者', '上海市嘉定区'],
  ['JY13101160000083', '食品销售经营者', '上海市金山区'],
  ['JY23101140041987', '餐饮服务经营者', '上海市嘉定区'],
  ['JY13101050042467', '食品销售经营者', '上海市长宁区'],
  ['JY23101090003184', '餐饮服务经营者', '上海市虹口区'],
])('public food licence number %s is valid and tells business and district', (number, business, region) => {
  expect(readFoodLicenceNumber(number)).toMatchObject({ valid: true, business, region })
})

test('no food licence number with one digit changed is valid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const good = 'JY23101140041987'
      const wrong = good.slice(0, at) + String((Number(good[at]) + by) % 10) + good.slice(at + 1)
      expect(readFoodLicenceNumber(wrong).valid).toBe(false)
    }),
  )
})

test('a 备案 number passes on its format only', () => {
  expect(readFoodLicenceNumber('YB13101070012345')).toMatchObject({ valid: true })
  expect(readFoodLicenceNumber('YB1310107').valid).toBe(false)
})

// Samples printed in public documentation of licence platforms.
test.each([
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S',
  '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  '1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3',
])('public licence identifier %s is valid', (id) => {
  expect(readLicenceId(id)).toMatchObject({ valid: true, note: null })
})

test('unusual part lengths only warn, a wrong check character does not pass', () => {
  expect(readLicenceId('1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9')).toMatchObject({
    valid: true,
    note: '各段长度与标准不同',
  })
  expect(readLicenceId('1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.T').valid).toBe(false)
})

test('real estate numbers of both editions and unit numbers have one canonical writing', () => {
  expect(readRealEstateNumber('沪（2018）徐字不动产权第 015979 号')).toMatchObject({
    number: '沪(2018)徐字不动产权第015979号',
    valid: true,
  })
  expect(readRealEstateNumber('沪房地普字（2010）第012345号').kind).toBe('房地产权证号')
  expect(readRealEstateNumber('310107 003001 GB00012 F00010001').kind).toBe('不动产单元号')
  expect(readRealEstateNumber('第015979号').valid).toBe(false)
})
