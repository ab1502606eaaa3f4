import { expect, test } from 'vitest'
import { PROBLEMS } from './codes.ts'
import { problem } from './service-error.ts'
import { problemDocument, toServiceError } from './to-problem.ts'

const coded = (code: string) => Object.assign(new Error('secret path /srv/x'), { code })

test('a full disk is 507, a busy database 503, and both say that one may come back', () => {
  for (const code of ['ENOSPC', 'SQLITE_FULL']) expect(problemDocument(toServiceError(coded(code))).status).toBe(507)
  for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])
    expect(problemDocument(toServiceError(coded(code))).status).toBe(503)
})

test('what nobody foresaw is told without its details', () => {
  const document = problemDocument(toServiceError(coded('EWHATEVER')))
  expect(document).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(document)).not.toContain('secret')
})

test('a problem says what happened this time and how to fix it, under its stable code', () => {
  expect(problemDocument(problem('too-large', { detail: '内容超过 5 MB 的上限' }), 'urn')).toMatchObject({
    type: '/docs#too-large',
    status: 413,
    code: 'too-large',
    detail: '内容超过 5 MB 的上限',
    fix: PROBLEMS['too-large'][2],
  })
})
