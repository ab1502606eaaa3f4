import { expect, test } from 'vitest'
import { isBorneByOthers, isInjury } from './cost-bearers.ts'

test.each([
  ['右桡骨远端骨折', true],
  ['左足烫伤（浅二度）', true],
  ['急性阑尾炎', false],
  ['高血压病3级', false],
  ['骨折？', null],
])('%s is an injury: %s', (diagnosis, answer) => {
  expect(isInjury(diagnosis).answer).toBe(answer)
})

test.each([
  ['在家洗澡时滑倒，没有别人的责任', false],
  ['自己骑车摔倒，不是交通事故', false],
  ['不属于工伤，无第三方责任', false],
  ['过马路时发生交通事故，对方全责', true],
  ['在工地干活，单位说是工伤', true],
  ['和邻居争执被打伤', true],
  ['可能是被撞，记不清', null],
])('%s puts the cost on somebody else: %s', (account, answer) => {
  expect(isBorneByOthers(account).answer).toBe(answer)
})
