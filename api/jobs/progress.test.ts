import { expect, test } from 'vitest'
import type { MaterialRow } from '../store/store.ts'
import { progressOf } from './progress.ts'

const row = (state: MaterialRow['state'], pages: number, pagesRead: number): MaterialRow => ({
  id: state,
  caseId: 'c',
  sha256: '',
  fileName: `${state}.pdf`,
  mediaType: 'application/pdf',
  bytes: 1,
  slot: null,
  state,
  pages,
  pagesRead,
  error: null,
  createdAt: 0,
})

test('a case without files has nothing left to read', () => {
  expect(progressOf([])).toMatchObject({ pages: 0, files: 0, done: true, current: null })
})

test('a file nobody opened yet counts as one page, a failed one as done', () => {
  expect(progressOf([row('read', 2, 2), row('reading', 4, 1), row('queued', 0, 0), row('failed', 0, 0)])).toEqual({
    pages: 8,
    pagesRead: 4,
    files: 4,
    filesRead: 2,
    current: 'reading.pdf',
    done: false,
  })
})
