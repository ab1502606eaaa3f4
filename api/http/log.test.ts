import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { lineLog } from './log.ts'

const id = randomUUID()
const short = createHash('sha256').update(id).digest('hex').slice(0, 8)

function written(event: string, fields: Record<string, string>): string {
  const lines: string[] = []
  lineLog((line) => lines.push(line))(event, fields)
  return lines.join('')
}

test('the id that opens a case is never written, wherever it stands: a short hash of it is', () => {
  for (const fields of [
    { path: `/api/cases/${id}/form` },
    { path: `/cases/${id.toUpperCase()}` },
    { caseId: id },
    { error: `no such file /data/files/${id}` },
  ]) {
    const line = written('request', fields)
    expect(line.toLowerCase()).not.toContain(id)
    expect(line).toContain(short)
  }
})

test('the id of a request stays whole: it is what a person quotes', () => {
  expect(JSON.parse(written('request', { requestId: id, path: '/api/scenarios' }))).toMatchObject({
    requestId: id,
    path: '/api/scenarios',
  })
})
