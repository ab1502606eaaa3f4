import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseView, DecisionView, FormView, Problem, ReviewView, ScenarioDetail } from '../client.ts'
import type { ServiceConfig } from '../config.ts'
import { caseView, formView, scenarioDetail } from '../http/schemas/case.ts'
import { decisionView, reviewView } from '../http/schemas/review.ts'
import { documentReading } from '../testing/document-reading.ts'
import { pngBytes, startTestService, type TestService } from '../testing/test-service.ts'

const uscc = '91330100799655058B'
const licence = {
  统一社会信用代码: uscc,
  名称: '样例餐饮有限公司',
  法定代表人: '张三',
  住所: '上海市徐汇区样例路100号1层',
  经营范围: '餐饮服务',
}

let t: TestService
let registryDir: string

beforeEach(async () => {
  registryDir = mkdtempSync(join(tmpdir(), 'fp-sources-'))
  const record = {
    键: { uscc },
    asOf: '2026-01-02',
    名称: '样例餐饮有限公司',
    统一社会信用代码: uscc,
    登记状态: '存续',
  }
  writeFileSync(join(registryDir, '法人库.yaml'), JSON.stringify([record]))
  await start()
})
afterEach(async () => {
  await t.close()
  rmSync(registryDir, { recursive: true })
})

async function start(config: Partial<ServiceConfig> = {}): Promise<void> {
  t = await startTestService(async ({ fileName }) => documentReading(fileName, '营业执照', licence), {
    registryDir,
    ...config,
  })
}

async function get<T>(path: string): Promise<T> {
  const response = await t.app.request(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

function send(method: string, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return t.app.request(path, { method, headers, body: JSON.stringify(body) })
}

async function openCase(more: object = {}): Promise<string> {
  const response = await send('POST', '/api/cases', { scenario: 'S001', at: '2026-01-05', ...more })
  expect(response.status).toBe(201)
  return ((await response.json()) as CaseView).id
}

async function openWithLicence(more: object = {}): Promise<string> {
  const id = await openCase(more)
  const body = new FormData()
  body.append('files', new File([pngBytes('licence')], '执照.png'))
  await t.app.request(`/api/cases/${id}/materials`, { method: 'POST', body })
  await t.settled(id)
  return id
}

const form = (id: string) => get<FormView>(`/api/cases/${id}/form`)
const review = (id: string) => get<ReviewView>(`/api/cases/${id}/review`)
const field = async (id: string, key: string) => (await form(id)).fields.find((f) => f.key === key)

test('200_answers keep to the schemas of the OpenAPI document', async () => {
  const id = await openWithLicence()
  await send('POST', `/api/cases/${id}/decisions`, { point: 'SUBJ-P03', decision: 'agree' })
  const held = [
    [scenarioDetail, await get('/api/scenarios/S001')],
    [caseView, await get(`/api/cases/${id}`)],
    [formView, await form(id)],
    [reviewView, await review(id)],
    [decisionView.array(), await get(`/api/cases/${id}/decisions`)],
  ] as const
  for (const [schema, answer] of held) expect(schema.parse(answer)).toEqual(answer)
})

test('200_every review point of the scenario has a finding, whatever is missing', async () => {
  const { points } = await get<ScenarioDetail>('/api/scenarios/S001')
  const { findings } = await review(await openCase())
  expect(findings).toHaveLength(points)
  expect(new Set(findings.map(({ point }) => point)).size).toBe(points)
})

test('200_a number read from the licence lets the register be asked, and what it verified is locked', async () => {
  const id = await openWithLicence()
  const { sources } = await get<CaseView>(`/api/cases/${id}`)
  expect(sources.find(({ source }) => source === '法人库')).toMatchObject({ state: 'ok' })
  expect(await field(id, 'subj_name')).toMatchObject({
    value: '样例餐饮有限公司',
    source: '法人库',
    locked: true,
    evidence: [expect.objectContaining({ kind: 'source', source: '法人库' })],
  })
})

test('200_a register that is down leaves the case going, says so, and is asked again on demand', async () => {
  await t.close()
  await start({ down: ['法人库'] })
  const id = await openWithLicence()
  const { sources } = await get<CaseView>(`/api/cases/${id}`)
  expect(sources.find(({ source }) => source === '法人库')).toMatchObject({
    state: 'unavailable',
    message: expect.stringContaining('暂时无法连接'),
  })
  expect(await field(id, 'subj_name')).toMatchObject({ value: '样例餐饮有限公司', source: '营业执照', locked: false })
  expect((await review(id)).findings.find(({ point }) => point === 'SUBJ-P03')?.verdict).not.toBe('fail')
  const again = await t.app.request(`/api/cases/${id}/prefill`, { method: 'POST' })
  expect(again.status).toBe(200)
  expect(formView.safeParse(await again.json()).success).toBe(true)
})

test('200_what a person typed fills the form until it is taken back', async () => {
  const id = await openCase()
  const path = `/api/cases/${id}/form`
  expect((await send('PATCH', path, { fields: { fd_mgr: '李四' } })).status).toBe(200)
  expect(await field(id, 'fd_mgr')).toMatchObject({ value: '李四', evidence: [{ kind: 'person' }] })
  await send('PATCH', path, { fields: { fd_mgr: null } })
  expect(await field(id, 'fd_mgr')).toMatchObject({ value: null })
})

test('200_typed values are filled but not counted as pre-filled', async () => {
  const id = await openCase()
  const before = await form(id)
  await send('PATCH', `/api/cases/${id}/form`, { fields: { fd_mgr: '李四' } })
  expect(await form(id)).toMatchObject({ prefilled: before.prefilled, asked: before.asked })
})

test('409_a verified value is not overwritten', async () => {
  const id = await openWithLicence()
  const response = await send('PATCH', `/api/cases/${id}/form`, { fields: { subj_name: '别的公司' } })
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'field-locked', detail: expect.stringContaining('法人库') })
  expect(await field(id, 'subj_name')).toMatchObject({ value: '样例餐饮有限公司' })
})

test('422_a field the form does not have is named with those near it; nothing is saved', async () => {
  const id = await openCase()
  const response = await send('PATCH', `/api/cases/${id}/form`, { fields: { fd_mgrr: '李四', fd_mgr: '李四' } })
  expect(response.status).toBe(422)
  expect((await response.json()) as Problem & { near: string[] }).toMatchObject({
    code: 'unknown-field',
    near: expect.arrayContaining(['fd_mgr']),
  })
  expect(await field(id, 'fd_mgr')).toMatchObject({ value: null })
})

test('200_the notice is a page without scripts, and the same as JSON', async () => {
  const id = await openCase()
  const page = await t.app.request(`/api/cases/${id}/notice`)
  expect(page.headers.get('content-type')).toContain('text/html')
  const text = await page.text()
  const notice = await get<ReviewView['notice']>(`/api/cases/${id}/notice.json`)
  expect(notice.items.length).toBeGreaterThan(0)
  expect(text).toContain(notice.title)
  expect(text).not.toContain('<script')
})

test('200_the notice tells the box of what is wrong, and its page shows that piece of the picture', async () => {
  await t.close()
  const clothes = { ...licence, 经营范围: '服装销售' }
  t = await startTestService(async ({ fileName }) => documentReading(fileName, '营业执照', clothes), { registryDir })
  const id = await openWithLicence()
  const { items } = await get<ReviewView['notice']>(`/api/cases/${id}/notice.json`)
  const scope = items.find(({ point }) => point === 'M01-P03')
  expect(scope?.evidence).toContainEqual(expect.objectContaining({ page: 1, box: [1, 1, 9, 1, 9, 9, 1, 9] }))
  const text = await (await t.app.request(`/api/cases/${id}/notice`)).text()
  const [, picture = ''] = /<image href="([^"]+)"/u.exec(text) ?? []
  expect(text).toContain('points="1,1 9,1 9,9 1,9"')
  const shown = new URL(picture, `http://localhost/api/cases/${id}/notice`).pathname
  const { materials } = await get<CaseView>(`/api/cases/${id}`)
  expect(shown).toBe(`/api/cases/${id}/materials/${materials[0]?.id}/pages/1`)
})

test('201_decisions are kept in order; an undo takes back the one before it and nothing is erased', async () => {
  const id = await openCase()
  const path = `/api/cases/${id}/decisions`
  await send('POST', path, { point: 'FORM-P01', decision: 'agree' })
  await send('POST', path, { point: 'FORM-P01', decision: 'override', reason: 5, note: '原件已当场核对' })
  const response = await send('POST', path, { point: 'FORM-P01', decision: 'undo' })
  expect(response.status).toBe(201)
  const rows = (await response.json()) as DecisionView[]
  expect(rows.map(({ decision, live }) => [decision, live])).toEqual([
    ['agree', true],
    ['override', false],
    ['undo', false],
  ])
  expect(rows[0]).toMatchObject({ verdict: 'fail', version: expect.any(String) })
})

test('422_an override needs a reason, reason 5 a note, and a point must be one of the scenario’s', async () => {
  const path = `/api/cases/${await openCase()}/decisions`
  for (const body of [
    { point: 'FORM-P01', decision: 'override' },
    { point: 'FORM-P01', decision: 'override', reason: 5 },
    { point: 'FORM-P01', decision: 'override', reason: 9 },
    { point: 'NONE-P01', decision: 'agree' },
  ])
    expect((await send('POST', path, body)).status).toBe(422)
})

test('404_form, review, notice, decisions and events of a case that is not there', async () => {
  for (const part of ['form', 'review', 'notice', 'notice.json', 'decisions', 'events'])
    expect((await t.app.request(`/api/cases/nobody/${part}`)).status).toBe(404)
  expect((await t.app.request('/api/cases/nobody/prefill', { method: 'POST' })).status).toBe(404)
})

test('in a sandbox a case brings its own registry, and only that one answers', async () => {
  await t.close()
  await start({ sandbox: true })
  const registry = {
    法人库: [{ 键: { uscc }, asOf: '2026-01-02', 名称: '自带的名称', 统一社会信用代码: uscc }],
    人口库: 'unavailable',
  }
  const id = await openCase({ registry, applicant: { kind: 'organisation', name: '自带的名称', uscc } })
  expect(await field(id, 'subj_name')).toMatchObject({ value: '自带的名称', source: '法人库' })
  const bad = await send('POST', '/api/cases', { scenario: 'S001', registry: { 法人库: [{ 名称: '没有日期' }] } })
  expect(bad.status).toBe(422)
})

test('every change of a case is in its audit, without personal data', async () => {
  const id = await openWithLicence()
  await send('PATCH', `/api/cases/${id}/form`, { fields: { fd_mgr: '李四' } })
  await send('POST', `/api/cases/${id}/decisions`, { point: 'FORM-P01', decision: 'agree' })
  const rows = await t.service.store.audit(id)
  expect(rows.map(({ action }) => action)).toEqual(['case.open', 'material.add', 'form.edit', 'finding.decide'])
  expect(JSON.stringify(rows)).not.toMatch(/李四|样例餐饮|9133010079/)
})

test('200_a carrier that only an uploaded paper names is looked up by that name, and one nobody lists is a defect', async () => {
  await t.close()
  const plan = (carrier: string) => ({ 运输单位: carrier, 运输许可证号: '沪运0001', 产生量: '100' })
  const listed = '上海小雪渣土运输有限公司'
  t = await startTestService(
    async ({ fileName }) =>
      documentReading(
        fileName,
        '建筑垃圾处置方案',
        plan(fileName.startsWith('甲') ? listed : '上海没有这家运输有限公司'),
      ),
    { registryDir, sandbox: true },
  )
  const carriers = [
    {
      键: { name: listed },
      asOf: '2026-01-02',
      名称: listed,
      运输许可证号: '沪运0001',
      有效期限: { from: '2025-01-01', to: '2027-01-01' },
      状态: '有效',
    },
  ]
  const verdict = async (fileName: string) => {
    const opened = await send('POST', '/api/cases', {
      scenario: 'S026',
      at: '2026-01-05',
      answers: { ws_period: { from: '2026-02-01', to: '2026-03-01' } },
      registry: { 运输企业库: carriers },
    })
    const { id } = (await opened.json()) as CaseView
    const body = new FormData()
    body.append('files', new File([pngBytes(fileName)], fileName))
    await t.app.request(`/api/cases/${id}/materials`, { method: 'POST', body })
    await t.settled(id)
    return (await review(id)).findings.find(({ point }) => point === 'M08-P01')?.verdict
  }
  expect(await verdict('甲.png')).toBe('pass')
  expect(await verdict('乙.png')).toBe('fail')
})

test('somebody else’s record is not taken: nothing is filled or locked from it, and the source says why', async () => {
  await t.close()
  const record = { 键: {}, asOf: '2026-01-02', 姓名: '李四', 公民身份号码: '310107199608313085', 人员状态: '正常' }
  await start({ down: [], sandbox: true })
  const id = await openCase({
    scenario: 'S084',
    applicant: { kind: 'person', name: '张三', idNumber: '31010719891214682X' },
    registry: { 人口库: [record] },
  })
  const { sources } = await get<CaseView>(`/api/cases/${id}`)
  const register = sources.find(({ source }) => source === '人口库')
  expect(register).toMatchObject({ state: 'rejected', message: expect.stringContaining('没有采用') })
  const { fields } = await get<FormView>(`/api/cases/${id}/form`)
  expect(JSON.stringify(fields)).not.toContain('李四')
  expect(fields.filter(({ locked }) => locked)).toEqual([])
  const { findings } = await get<ReviewView>(`/api/cases/${id}/review`)
  expect(findings.find(({ point }) => point === 'FORM-P02')?.verdict).toBe('unsure')
})
