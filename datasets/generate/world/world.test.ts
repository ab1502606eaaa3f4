import { expect, test } from 'vitest'
import { readCnid } from '../../../facts/values/cnid.ts'
import { readFoodLicenceNumber } from '../../../facts/values/food-licence-number.ts'
import { readPhone } from '../../../facts/values/phone.ts'
import { readUscc } from '../../../facts/values/uscc.ts'
import { makeFirm } from '../cases/parts/applicant-firm.ts'
import { seeded } from '../random.ts'
import { foodLicenceNumber } from './codes.ts'
import { cards, person } from './people.ts'
import { address, premises } from './premises.ts'

const AT = '2026-06-01'
const KINDS = ['企业', '个体工商户', '社会组织'] as const
const FIRMS = Array.from({ length: 90 }, (_, i) =>
  makeFirm(seeded(`firm/${i}`), AT, { trade: '餐饮', scope: '餐饮服务', kind: KINDS[i % 3] ?? '企业' }),
)
const PEOPLE = [
  ...FIRMS.map(({ legal }) => legal),
  ...Array.from({ length: 80 }, (_, i) => person(seeded(`p/${i}`), AT)),
]

test('every 公民身份号码 holds and says the birth date and sex of its owner', () => {
  for (const one of PEOPLE) {
    const read = readCnid(one.number)
    expect(read.valid, one.number).toBe(true)
    expect([read.birth, read.sex]).toEqual([one.birth, one.sex])
  }
})

test('codes of firms of every kind, telephone and licence numbers hold', () => {
  for (const [i, firm] of FIRMS.entries()) {
    expect(readUscc(firm.code)).toMatchObject({ valid: true, note: null })
    expect(readPhone(firm.legal.phone).valid).toBe(true)
    expect(readFoodLicenceNumber(foodLicenceNumber(seeded(i), '310107')).valid).toBe(true)
  }
})

test('on the day of application identity cards are in force and firms are founded', () => {
  for (const { validity } of PEOPLE) {
    expect(validity.from && validity.from < AT).toBe(true)
    expect(validity.to === '长期' || (validity.to ?? '') > AT).toBe(true)
  }
  for (const { founded } of FIRMS) expect(founded < AT).toBe(true)
})

test('identity cards run ten years from 16, twenty from 26, for ever from 46', () => {
  const held = cards('1980-05-01', '2056-01-01')
  const age = (from: string) => Number(from.slice(0, 4)) - 1980
  for (const { from, to } of held) {
    const years = to === '长期' ? Number.POSITIVE_INFINITY : Number(to.slice(0, 4)) - Number(from.slice(0, 4))
    expect(years).toBe(age(from) < 26 ? 10 : age(from) < 46 ? 20 : Number.POSITIVE_INFINITY)
  }
})

test('the zones of a shop add up to the whole and each is a real room', () => {
  for (let i = 0; i < 60; i += 1) {
    const { zones, area } = premises(seeded(`shop/${i}`), i % 2 === 0)
    expect(zones.reduce((total, zone) => total + zone.面积, 0)).toBeCloseTo(area, 6)
    expect(Math.min(...zones.map((zone) => zone.面积))).toBeGreaterThan(2)
  }
})

test('seeds differ: names, addresses and codes repeat seldom', () => {
  expect(new Set(FIRMS.map((firm) => firm.code)).size).toBe(FIRMS.length)
  expect(new Set(FIRMS.map((firm) => address(firm.place))).size).toBe(FIRMS.length)
  expect(new Set(PEOPLE.map((one) => one.name)).size).toBeGreaterThan(PEOPLE.length * 0.8)
})
