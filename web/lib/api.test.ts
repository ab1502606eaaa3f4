import { expect, test } from 'vitest'
import { t } from '../strings/index.ts'
import { problemOf, troubleOf } from './api.ts'

test('a problem document is shown in its own words', () => {
  const body = JSON.stringify({ code: 'file-too-large', detail: '文件超过 50 MB 的上限', fix: '请压缩后再传' })
  expect(problemOf(413, body).trouble).toEqual({
    code: 'file-too-large',
    message: '文件超过 50 MB 的上限',
    fix: '请压缩后再传',
  })
})

test("a proxy's page and an unknown failure become a general sentence", () => {
  for (const body of ['<html>502</html>', '', 'null', '{}', '[]']) {
    expect(problemOf(502, body).trouble.message).toBe(t.errors.strange)
  }
  expect(troubleOf(new TypeError('x')).message).toBe(t.errors.strange)
})
