import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EligibilityView, GuideView, MatterSummary, Problem } from '../client.ts'
import { eligibilityView, guideView, matterSummary } from '../http/schemas/guide.ts'
import { documentReading } from '../testing/document-reading.ts'
import { startTestService, type TestService } from '../testing/test-service.ts'

const uscc = '91330100799655058B'
const applicant = { kind: 'organisation', name: '样例餐饮有限公司', uscc }

let t: TestService
let registryDir: string

beforeEach(async () => {
  registryDir = mkdtempSync(join(tmpdir(), 'fp-sources-'))
  const write = (source: string, record: object) =>
    writeFileSync(join(registryDir, `${source}.yaml`), JSON.stringify([{ 键: { uscc }, asOf: '当日', ...record }]))
  write('法人库', { 名称: '样例餐饮有限公司', 统一社会信用代码: uscc, 登记状态: '存续', 主体类别: '企业' })
  write('许可证库', {
    证照名称: '食品经营许可证',
    许可证编号: 'JY23101070000001',
    统一社会信用代码: uscc,
    状态: '有效',
  })
  t = await startTestService(async ({ fileName }) => documentReading(fileName, '营业执照', {}), { registryDir })
})
afterEach(async () => {
  await t.close()
  rmSync(registryDir, { recursive: true })
})

async function post<T>(path: string, body: unknown, status = 200): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const response = await t.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status).toBe(status)
  return (await response.json()) as T
}

test('all matters are listed with their scenarios', async () => {
  const response = await t.app.request('/api/matters')
  const matters = (await response.json()) as MatterSummary[]
  for (const matter of matters) matterSummary.parse(matter)
  expect(matters.find(({ id }) => id === 'M01')?.scenarios.map(({ id }) => id)).toContain('S007')
})

test('the guide asks only what the registry cannot answer and ends in a scenario', async () => {
  const asked = await post<GuideView>('/api/matters/M01/guide', { applicant })
  guideView.parse(asked)
  expect(asked.steps).toMatchObject([{ question: 'licensed', by: 'registry' }])
  expect(asked.next?.id).toBe('purpose')
  const done = await post<GuideView>('/api/matters/M01/guide', { applicant, given: { purpose: 1 } })
  expect(done).toMatchObject({ next: null, scenario: { id: 'S005' } })
})

test('without an applicant the person is asked everything', async () => {
  const asked = await post<GuideView>('/api/matters/M01/guide', {})
  expect(asked).toMatchObject({ steps: [], next: { id: 'licensed' } })
})

test('an unknown matter and an answer that does not exist are told apart', async () => {
  expect((await post<Problem>('/api/matters/M99/guide', {}, 404)).code).toBe('matter-not-found')
  expect((await post<Problem>('/api/matters/M01/guide', { given: { licensed: 9 } }, 422)).code).toBe('unknown-answer')
})

test('conditions and the personal material list are told before any upload', async () => {
  const found = await post<EligibilityView>('/api/scenarios/S001/eligibility', { applicant })
  eligibilityView.parse(found)
  expect(found.conditions.find(({ id }) => id === 'M01-C1')?.outcome).toBe('holds')
  expect(found.materials.find(({ slot }) => slot === '平面图')?.need).toBe('required')
  expect((await post<Problem>('/api/scenarios/S999/eligibility', {}, 404)).code).toBe('scenario-not-found')
})

test('a source that is down leaves its condition unknown, and says so', async () => {
  await t.close()
  t = await startTestService(async ({ fileName }) => documentReading(fileName, '营业执照', {}), {
    registryDir,
    down: ['法人库'],
  })
  const found = await post<EligibilityView>('/api/scenarios/S001/eligibility', { applicant })
  const condition = found.conditions.find(({ id }) => id === 'M01-C1')
  expect(condition?.outcome).toBe('unknown')
  expect(condition?.blockers[0]?.missing).toContain('法人库')
})
