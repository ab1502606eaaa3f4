import { expect, test } from 'vitest'
import { allOf, lacking, tells, tellsAll, unsaid } from './matter.ts'

test('a scope that denies a business does not tell it', () => {
  expect(tells('人力资源服务（不含职业中介活动、劳务派遣服务）', /劳务派遣/u)).toBe(false)
  expect(tells('劳务派遣服务；企业管理咨询', /劳务派遣/u)).toBe(true)
})

test('a clause that begins with a denial tells nothing, the next one may', () => {
  expect(tells('不涉及绿化，涉及燃气管线', /绿化/u)).toBe(false)
  expect(tells('不涉及绿化，涉及燃气管线', /管线/u)).toBe(true)
  expect(tells('不涉及绿化、公交站、管线', /管线/u)).toBe(false)
  expect(tells(['无烟区', '候诊区'], /候诊/u)).toBe(true)
  expect(tells('平面图、无障碍坡道', /坡道/u)).toBe(true)
})

test('zones of a plan are told apart from their opposites', () => {
  const zones = { 合格区: /(?<!不)合格/u, 不合格区: /不合格/u }
  expect(lacking('不合格品区', zones)).toEqual(['合格区'])
  expect(tellsAll('合格品区、不合格品区', zones).verdict).toBe('pass')
})

test('the first broken condition gives the reason', () => {
  expect(allOf([true, 'a'], [false, 'b'], [false, 'c'])).toEqual({ verdict: 'fail', because: 'b' })
})

test('待定 and 无 say nothing', () => {
  expect([unsaid('待定'), unsaid('无'), unsaid(null), unsaid('上海某环保公司')]).toEqual([true, true, true, false])
})
