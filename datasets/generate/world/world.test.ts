import { expect, test } from 'vitest'
import { readCnid } from '../../../facts/values/cnid.ts'
import { readFoodLicenceNumber } from '../../../facts/values/food-licence-number.ts'
import { readPhone } from '../../../facts/values/phone.ts'
import { readRealEstateNumber } from '../../../facts/values/real-estate-number.ts'
import { readUscc } from '../../../facts/values/uscc.ts'
import { seeded } from '../random.ts'
import { foodLicenceNumber } from './codes.ts'
import { addDays, addYears } from './dates.ts'
import { cards } from './people.ts'
import { world } from './world.ts'

const AT = '2026-06-01'
const WORLDS = Array.from({ length: 80 }, (_, seed) => world(seed, AT))
const PEOPLE = WORLDS.flatMap((w) => [w.legal, ...w.staff, ...(w.agent ? [w.agent] : [])])

test('every 公民身份号码 holds and says the birth date and sex of its owner', () => {
  for (const person of PEOPLE) {
    const read = readCnid(person.number)
    expect(read.valid, person.number).toBe(true)
    expect([read.birth, read.sex]).toEqual([person.birth, person.sex])
  }
})

test('every other identifier holds', () => {
  for (const w of WORLDS) {
    expect(readUscc(w.firm.code)).toMatchObject({ valid: true, note: null })
    expect(readRealEstateNumber(w.estate.number)).toMatchObject({ kind: '不动产权证号', valid: true })
    expect(readRealEstateNumber(w.estate.unit)).toMatchObject({ kind: '不动产单元号', valid: true })
    expect(readPhone(w.legal.phone).valid).toBe(true)
    expect(readFoodLicenceNumber(foodLicenceNumber(seeded(w.seed), '310107')).valid).toBe(true)
  }
})

test('on the day of application everything is in force', () => {
  for (const person of PEOPLE) {
    expect(person.validity.from && person.validity.from < AT).toBe(true)
    expect(person.validity.to === '长期' || (person.validity.to ?? '') > AT).toBe(true)
  }
  for (const w of WORLDS) {
    expect(w.lease.signed < w.lease.from && w.lease.from < AT && AT < w.lease.to).toBe(true)
    expect(w.firm.founded < AT && (w.firm.until ?? '长期') > AT).toBe(true)
    for (const { certificate } of w.staff) {
      expect(certificate.examined < AT && AT <= certificate.until).toBe(true)
      expect(certificate.until).toBe(addDays(addYears(certificate.examined, 1), -1))
    }
  }
})

test('identity cards run ten years from 16, twenty from 26, for ever from 46', () => {
  const held = cards('1980-05-01', '2056-01-01')
  const age = (from: string) => Number(from.slice(0, 4)) - 1980
  for (const { from, to } of held) {
    const years = to === '长期' ? Number.POSITIVE_INFINITY : Number(to.slice(0, 4)) - Number(from.slice(0, 4))
    expect(years).toBe(age(from) < 26 ? 10 : age(from) < 46 ? 20 : Number.POSITIVE_INFINITY)
  }
})

test('the zones of a plan add up to the whole and each is a real room', () => {
  for (const { premises } of WORLDS) {
    const sum = premises.zones.reduce((total, zone) => total + zone.面积, 0)
    expect(sum).toBeCloseTo(premises.area, 6)
    expect(Math.min(...premises.zones.map((zone) => zone.面积))).toBeGreaterThan(2)
  }
})

test('each staff list has one food safety manager and nobody twice', () => {
  for (const w of WORLDS) {
    expect(w.staff.filter((worker) => worker.post === '食品安全管理员')).toHaveLength(1)
    expect(new Set(w.staff.map((worker) => worker.number)).size).toBe(w.staff.length)
  }
})

test('seeds differ: names, addresses and codes repeat seldom', () => {
  expect(new Set(WORLDS.map((w) => w.firm.code)).size).toBe(WORLDS.length)
  expect(new Set(WORLDS.map((w) => w.firm.address)).size).toBe(WORLDS.length)
  expect(new Set(PEOPLE.map((person) => person.name)).size).toBeGreaterThan(PEOPLE.length * 0.8)
})
