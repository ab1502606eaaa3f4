import { expect, test } from 'vitest'
import { wilson } from '../bench/interval.ts'
import { clusteredInterval } from './clustered-interval.ts'

const cases = (n: number, tally: (i: number) => { right: number; n: number }) =>
  Array.from({ length: n }, (_, i) => tally(i))

test('errors that come together make the interval wider than as many errors spread evenly', () => {
  const spread = clusteredInterval(
    cases(100, () => ({ right: 9, n: 10 })).map((t, i) => (i % 2 ? { ...t, right: 8 } : { ...t, right: 10 })),
  )
  const together = clusteredInterval(cases(100, (i) => ({ right: i < 10 ? 0 : 10, n: 10 })))
  expect(together[1] - together[0]).toBeGreaterThan(2 * (spread[1] - spread[0]))
  expect(together[0]).toBeLessThan(0.9)
  expect(together[1]).toBeGreaterThan(0.9)
})

test('of few cases, and where all say the same, the interval is that of the cases, not of what they contain', () => {
  expect(clusteredInterval(cases(3, () => ({ right: 50, n: 50 })))).toEqual(wilson({ right: 3, n: 3 }))
  expect(clusteredInterval(cases(200, () => ({ right: 50, n: 50 })))).toEqual(wilson({ right: 200, n: 200 }))
})

test('single cases of one item each come close to Wilson', () => {
  const [low, high] = clusteredInterval(cases(400, (i) => ({ right: Number(i % 10 > 0), n: 1 })))
  const [a, b] = wilson({ right: 360, n: 400 })
  expect(Math.abs(low - a)).toBeLessThan(0.01)
  expect(Math.abs(high - b)).toBeLessThan(0.01)
})

test('nothing counted says nothing', () => {
  expect(clusteredInterval([])).toEqual([0, 1])
})
