import { expect, test } from 'vitest'
import { windows } from './detect-page.ts'

test('windows cover a scroll from end to end and share a strip with their neighbours', () => {
  const spans = windows(12_000, 1000)
  expect(spans[0]?.from).toBe(0)
  expect(spans.at(-1)?.to).toBe(12_000)
  spans.slice(1).forEach((span, i) => {
    expect(spans[i]?.to ?? 0).toBeGreaterThanOrEqual(span.from + 300)
  })
})

test('a scroll shorter than a window is looked at once', () => {
  expect(windows(1200, 1000)).toEqual([{ from: 0, to: 1200 }])
})
