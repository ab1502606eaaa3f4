import { expect, test } from 'vitest'
import { ReaderLog } from './reader-memory.ts'

test('every hundred pages tell what readers hold, their peak since the last time, and how many were replaced', () => {
  let held = new Map([
    ['1', 500],
    ['2', 600],
  ])
  const log = new ReaderLog(() => held)
  log.look()
  held = new Map([
    ['1', 900],
    ['2', 600],
  ])
  log.look()
  held = new Map([
    ['3', 400],
    ['2', 650],
  ])
  for (let i = 0; i < 99; i += 1) expect(log.page()).toBeNull()
  expect(log.page()).toEqual({ pages: 100, bytes: [400, 650], peakBytes: 900, replaced: 1 })
  for (let i = 0; i < 100; i += 1) log.page()
  expect(log.rows[1]).toEqual({ pages: 200, bytes: [400, 650], peakBytes: 650, replaced: 1 })
})
