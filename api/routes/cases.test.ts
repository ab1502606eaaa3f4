import { afterEach, beforeEach, expect, test } from 'vitest'
import { blankReading } from '../testing/document-reading.ts'
import { startTestService, type TestService } from '../testing/test-service.ts'

let t: TestService
beforeEach(async () => {
  t = await startTestService(async ({ fileName }) => blankReading(fileName))
})
afterEach(() => t.close())

const post = (body: string, contentType = 'application/json') =>
  t.app.request('/api/cases', { method: 'POST', headers: { 'content-type': contentType }, body })
const open = (body: object) => post(JSON.stringify(body))
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

test('201_a new case says where it is, what it needs and that nothing is there yet', async () => {
  const response = await open({ scenario: 'S001', at: '2026-01-02' })
  expect(response.status).toBe(201)
  const view = (await response.json()) as { id: string; slots: { slot: string; status: string }[] }
  expect(response.headers.get('location')).toBe(`/api/cases/${view.id}`)
  expect(view).toMatchObject({ scenario: 'S001', at: '2026-01-02', state: 'draft', materials: [] })
  expect(view.slots.find(({ slot }) => slot === '营业执照')).toMatchObject({ status: 'missing' })
})

test('200_a case is found by its id, also when its path is written with percent codes', async () => {
  const { id } = (await (await open({ scenario: 'S001' })).json()) as { id: string }
  expect((await t.app.request(`/api/cases/${id}`)).status).toBe(200)
  expect((await t.app.request(`/api/c%61ses/${id}`)).status).toBe(200)
})

test('204_an erased case is gone with its files', async () => {
  const { id } = (await (await open({ scenario: 'S001' })).json()) as { id: string }
  expect((await t.app.request(`/api/cases/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await t.app.request(`/api/cases/${id}`)).status).toBe(404)
  expect((await t.app.request(`/api/cases/${id}`, { method: 'DELETE' })).status).toBe(404)
})

test('400_broken JSON is told as such', async () => {
  const response = await post('{"scenario":')
  expect(response.status).toBe(400)
  expect(await codeOf(response)).toBe('malformed-json')
})

test('403_a registry may come with a case only in a sandbox', async () => {
  const response = await open({ scenario: 'S001', registry: { 法人库: [] } })
  expect(response.status).toBe(403)
  expect(await codeOf(response)).toBe('registry-not-allowed')
})

test('404_an unknown scenario names the ids near it', async () => {
  const response = await open({ scenario: 'S01' })
  expect(response.status).toBe(404)
  const body = (await response.json()) as { near: string[]; fix: string }
  expect(body.near).toContain('S001')
  expect(body.fix).toContain('S001')
})

test('404_a case nobody opened is not there, whatever its id looks like', async () => {
  for (const id of ['nobody', '..%2f..%2fkey', '%00', "'%20OR%201=1"]) {
    const response = await t.app.request(`/api/cases/${id}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('413_a body over the limit is refused before it is parsed, also when its length is not declared', async () => {
  const big = '"'.padEnd(2 * 1024 * 1024, 'x')
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(big))
      controller.close()
    },
  })
  const headers = { 'content-type': 'application/json' }
  const chunked = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  expect((await t.app.request('/api/cases', chunked)).status).toBe(413)
  expect((await post(big)).status).toBe(413)
})

test('415_another media type is refused', async () => {
  expect((await post('scenario=S001', 'application/x-www-form-urlencoded')).status).toBe(415)
})

test('422_wrong members are named in Chinese, one by one', async () => {
  const response = await open({ scenario: 'S001', at: '2026-02-30', applicant: { kind: 'robot', name: '' }, extra: 1 })
  expect(response.status).toBe(422)
  const { errors } = (await response.json()) as { errors: { path: string; message: string }[] }
  expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining(['at', 'applicant.kind', 'applicant.name']))
})
