import { expect, test } from 'vitest'
import { scoreTicks, tickedFound, tickTally } from './score-ticks.ts'

const about = { document: '1', level: 'phone' }
const ticks = (text: string) => text.split(' ').map((one) => ({ ticked: one.startsWith('☑'), words: one.slice(1) }))

test('a wrong state and a box not found each lower the figure, a box that is none is counted apart', () => {
  const labels = ticks('☑是 □否 □短信 ☑电话')
  const all = scoreTicks(about, labels, labels)
  expect(tickTally(all.outcomes)).toEqual({ right: 4, n: 4 })
  expect(all.extra).toBe(0)
  expect(tickTally(scoreTicks(about, labels, ticks('□是 □否 □短信 ☑电话')).outcomes)).toEqual({ right: 3, n: 4 })
  expect(tickTally(scoreTicks(about, labels, ticks('☑是 □短信 ☑电话')).outcomes)).toEqual({ right: 3, n: 4 })
  expect(scoreTicks(about, labels, ticks('☑是 □否 ☑普陀区 □短信 ☑电话')).extra).toBe(1)
  expect(tickTally(scoreTicks(about, labels, []).outcomes)).toEqual({ right: 0, n: 4 })
})

test('words read a little wrong still tell which box it is', () => {
  const { outcomes, extra } = scoreTicks(about, ticks('□个体工商户 ☑社会组织'), ticks('□个体工商 ☑社会维织'))
  expect(tickTally(outcomes)).toEqual({ right: 2, n: 2 })
  expect(extra).toBe(0)
})

test('a ticked box told blank or not found is missed, a blank one told ticked is false', () => {
  const { outcomes } = scoreTicks(about, ticks('☑是 □否 □短信 ☑电话 ☑邮件'), ticks('☑是 ☑否 □短信 □电话'))
  expect(tickedFound(outcomes)).toEqual({ truePositive: 1, falsePositive: 1, falseNegative: 2 })
})
