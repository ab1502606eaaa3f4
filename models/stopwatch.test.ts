import { expect, test } from 'vitest'
import { takeProfile, timed } from './stopwatch.ts'

/** Keeps the processor busy for so many milliseconds of its time. */
function work(milliseconds: number) {
  const since = process.cpuUsage()
  while (process.cpuUsage(since).user < 1000 * milliseconds);
}

test('a stage within a stage is charged apart, and nothing twice', async () => {
  takeProfile()
  const before = process.cpuUsage()
  await timed('understand', async () => {
    work(20)
    await timed('second', () => work(60))
  })
  const profile = takeProfile()
  const { user, system } = process.cpuUsage(before)
  expect(profile.second ?? 0).toBeGreaterThan(profile.understand ?? 0)
  expect(Object.values(profile).reduce((a, b) => a + b, 0)).toBeLessThan((user + system) / 1000 + 1)
  expect(takeProfile().second).toBeUndefined()
})

test('a stage that fails is closed', async () => {
  await expect(
    timed('codes', () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  takeProfile()
  work(10)
  expect(takeProfile().codes).toBeUndefined()
})
