import { afterEach, beforeEach, expect, test } from 'vitest'
import { blankReading } from './testing/document-reading.ts'
import { startTestService, type TestService } from './testing/test-service.ts'

let t: TestService
beforeEach(async () => {
  t = await startTestService(async ({ fileName }) => blankReading(fileName))
})
afterEach(() => t.close())

test('every answer carries the security headers, also refusals and pages', async () => {
  for (const path of ['/api/scenarios', '/nowhere', '/docs', '/']) {
    const { headers } = await t.app.request(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('404_an unknown address is a problem in Chinese', async () => {
  const response = await t.app.request('/api/nowhere')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'route-not-found', status: 404, detail: '没有这个地址' })
})

test('405_a wrong method names the right ones', async () => {
  const response = await t.app.request('/api/cases/x/form', { method: 'PUT' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'PATCH'])
})

test('403_another site cannot use the service through a visitor’s browser', async () => {
  const foreign = { headers: { origin: 'https://evil.example' } }
  expect((await t.app.request('/api/scenarios', foreign)).status).toBe(403)
  expect((await t.app.request('http://evil.example/api/scenarios')).status).toBe(403)
  expect((await t.app.request('/api/scenarios', { headers: { origin: 'http://localhost:5173' } })).status).toBe(200)
})

test('paths that try to leave the pages’ folder find nothing', async () => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/..%5c..%5ckey']) {
    const response = await t.app.request(path)
    expect(response.status).toBe(404)
  }
})

test('however its path is encoded, a route answers the same, with the same checks', async () => {
  const document = (await (await t.app.request('/openapi.json')).json()) as { paths: Record<string, object> }
  const encode = (path: string) => path.replace(/[a-z]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  let compared = 0
  for (const [pattern, methods] of Object.entries(document.paths)) {
    const path = pattern.replaceAll(/\{\w+\}/g, '1')
    for (const method of Object.keys(methods)) {
      const plain = await t.app.request(path, { method: method.toUpperCase() })
      const encoded = await t.app.request(encode(path), { method: method.toUpperCase() })
      expect([path, encoded.status]).toEqual([path, plain.status])
      expect(encoded.headers.get('content-security-policy')).toBe(plain.headers.get('content-security-policy'))
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(15)
})

test('the OpenAPI document names every route that the service answers', async () => {
  const document = (await (await t.app.request('/openapi.json')).json()) as { paths: Record<string, object> }
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = t.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`)
  expect(served.length).toBeGreaterThan(10)
  expect([...new Set(served)].filter((route) => !documented.includes(route))).toEqual([])
})

test('the readable page names every route and every problem code, and loads nothing from elsewhere', async () => {
  const page = await (await t.app.request('/docs')).text()
  expect(page).toContain('/api/cases/{id}/review')
  expect(page).toContain('id="unsupported-type"')
  expect(page).not.toMatch(/(src|href)="https?:/)
})

test('without built pages the start page says how to build them', async () => {
  const bare = await startTestService(async ({ fileName }) => blankReading(fileName), { webDir: '/nonexistent' })
  const response = await bare.app.request('/')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build:web')
  await bare.close()
})
