import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '../../../facts/reading.ts'
import type { NewMaterial, Store } from '../store.ts'
import { keyFile } from '../vault.ts'
import { sqliteStore } from './store.ts'

const act = { requestId: 'r1', action: 'test' }
const reading: Reading = { file: 'a.jpg', documents: [], lines: [], pages: [{ page: 1, width: 10, height: 20 }] }

let folder: string
let store: Store
let clock: number
const database = () => join(folder, 'db.sqlite')
const open = () => sqliteStore(database(), keyFile(join(folder, 'key')), () => clock)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fp-store-'))
  clock = 1_000
  store = open()
  await store.createCase(
    {
      id: 'c1',
      scenario: 'S001',
      at: '2026-01-02',
      applicant: { kind: 'organisation', name: '样例餐饮店', uscc: '91330100799655058B' },
      answers: { fd_net: true },
      registry: null,
    },
    act,
  )
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const material = (id: string, sha256 = id): NewMaterial => ({
  id,
  caseId: 'c1',
  sha256,
  fileName: '张三身份证.jpg',
  mediaType: 'image/jpeg',
  bytes: 3,
  slot: null,
})

async function claimed() {
  const job = await store.claimJob('1:a', 100)
  if (!job) throw new Error('no job')
  return job
}

test('what is written is there after closing and opening again, migrations included', async () => {
  await store.addMaterial(material('m1'), act)
  store.close()
  store = open()
  expect(await store.case('c1')).toMatchObject({ scenario: 'S001', answers: { fd_net: true } })
  expect(await store.materials('c1')).toMatchObject([{ id: 'm1', fileName: '张三身份证.jpg', state: 'queued' }])
})

test('nothing personal stands readable in the database file, and the key file is for its owner only', async () => {
  await store.addMaterial(material('m1'), act)
  await store.editForm('c1', { lrep_name: '张三丰' }, 'applicant', act)
  await store.finishJob(await claimed(), { ...reading, file: '张三丰' }, [])
  store.close()
  const everything = readFileSync(database()).toString('utf8')
  for (const secret of ['样例餐饮店', '91330100799655058B', '张三']) expect(everything).not.toContain(secret)
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600)
  store = open()
  expect((await store.readings('c1')).get('m1')?.file).toBe('张三丰')
})

test('the same file twice in a case is the same material with one job', async () => {
  await store.addMaterial(material('m1', 'same'), act)
  const again = await store.addMaterial(material('m2', 'same'), act)
  expect(again).toMatchObject({ duplicate: true, material: { id: 'm1' } })
  await claimed()
  expect(await store.claimJob('1:a', 100)).toBeNull()
})

test('the same file is read again when nothing came of it or another version of the reader read it, and only then', async () => {
  await store.addMaterial(material('m1', 'same'), act, 'v1')
  expect(await store.addMaterial(material('m2', 'same'), act, 'v2')).toMatchObject({ again: false })
  await store.finishJob(await claimed(), reading, [], 'v1')
  expect(await store.addMaterial(material('m2', 'same'), act, 'v1')).toMatchObject({ again: false })
  expect(await store.claimJob('1:a', 100)).toBeNull()

  const again = await store.addMaterial(material('m2', 'same'), act, 'v2')
  expect(again).toMatchObject({ duplicate: true, again: true, material: { id: 'm1', state: 'queued', pages: 1 } })
  expect((await store.readings('c1')).size).toBe(0)
  for (let i = 0; i < 3; i++) await store.failJob(await claimed(), 'x', 0)
  expect(await store.material('c1', 'm1')).toMatchObject({ state: 'failed' })
  expect(await store.addMaterial(material('m2', 'same'), act, 'v2')).toMatchObject({ again: true })
  expect((await store.material('c1', 'm1'))?.error).toBeNull()
  const told = (await store.audit('c1')).filter(({ action }) => action === 'material.read-again')
  expect(told).toHaveLength(2)
  expect(await store.checkAudit()).toBeNull()
})

test('a job of a process that died is taken back and done by another', async () => {
  await store.addMaterial(material('m1'), act)
  const first = await claimed()
  expect(await store.releaseJobs((owner) => owner !== '1:a')).toBe(1)
  const second = await store.claimJob('2:b', 100)
  expect(second).toMatchObject({ materialId: 'm1', attempt: first.attempt + 1 })
})

test('an expired lease lets another take the job, and the late result of the first is refused', async () => {
  await store.addMaterial(material('m1'), act)
  const late = await claimed()
  clock += 101
  const second = await claimed()
  expect(await store.finishJob(late, reading, [])).toBe(false)
  expect(await store.reportJob(late, 100)).toBe(false)
  expect(await store.failJob(late, 'late', 0)).toBe('fenced')
  expect(await store.finishJob(second, reading, [])).toBe(true)
  expect(await store.material('c1', 'm1')).toMatchObject({ state: 'read', pages: 1, pagesRead: 1 })
})

test('a renewed lease is not taken over', async () => {
  await store.addMaterial(material('m1'), act)
  const job = await claimed()
  clock += 99
  await store.reportJob(job, 100, { pages: 4, pagesRead: 1 })
  clock += 99
  expect(await store.claimJob('1:b', 100)).toBeNull()
  expect(await store.material('c1', 'm1')).toMatchObject({ state: 'reading', pages: 4, pagesRead: 1 })
})

test('after three failed tries the material is failed with a reason a person understands', async () => {
  await store.addMaterial(material('m1'), act)
  expect(await store.failJob(await claimed(), 'x', 0)).toBe('queued')
  expect(await store.failJob(await claimed(), 'x', 0)).toBe('queued')
  expect(await store.failJob(await claimed(), 'x', 0)).toBe('dead')
  expect(await store.material('c1', 'm1')).toMatchObject({
    state: 'failed',
    error: { code: 'reading-failed', message: expect.stringContaining('请重新拍照') },
  })
})

test('a job whose process dies three times is buried, not tried for ever', async () => {
  await store.addMaterial(material('m1'), act)
  for (let i = 0; i < 3; i += 1) {
    await claimed()
    await store.releaseJobs(() => false)
  }
  expect(await store.claimJob('1:a', 100)).toBeNull()
  expect((await store.material('c1', 'm1'))?.state).toBe('failed')
})

test('a job given back is taken again at once with none of its tries used, whatever its holder says later', async () => {
  await store.addMaterial(material('m1'), act)
  for (let stop = 0; stop < 5; stop += 1) {
    const job = await claimed()
    expect(job.attempt).toBe(1)
    await store.returnJob(job)
    expect(await store.material('c1', 'm1')).toMatchObject({ state: 'queued', pagesRead: 0 })
    expect(await store.finishJob(job, reading, [])).toBe(false)
  }
})

test('a job that somebody else holds by now is not given back', async () => {
  await store.addMaterial(material('m1'), act)
  const late = await claimed()
  clock += 101
  const second = await claimed()
  await store.returnJob(late)
  expect(await store.finishJob(second, reading, [])).toBe(true)
})

test('a failed try waits its delay before the next', async () => {
  await store.addMaterial(material('m1'), act)
  await store.failJob(await claimed(), 'x', 500)
  expect(await store.claimJob('1:a', 100)).toBeNull()
  clock += 500
  await claimed()
})

test('a bad document is a result: failed at once, without further tries', async () => {
  await store.addMaterial(material('m1'), act)
  const error = { code: 'damaged-file', message: '文件已损坏' }
  await store.finishJob(await claimed(), { ...reading, error, pages: [] }, [])
  expect(await store.material('c1', 'm1')).toMatchObject({ state: 'failed', error })
  expect(await store.claimJob('1:a', 100)).toBeNull()
})

test('a later form edit replaces an earlier one and null is kept as taken back', async () => {
  await store.editForm('c1', { a: 1, b: 2 }, 'applicant', act)
  await store.editForm('c1', { a: null }, 'applicant', act)
  const edits = await store.formEdits('c1')
  expect(Object.fromEntries(edits.map(({ field, value }) => [field, value]))).toEqual({ a: null, b: 2 })
})

test('a new answer to the same question replaces the old one', async () => {
  const answer = (state: 'ok' | 'unavailable') => ({
    source: '法人库',
    question: 'q',
    answers: [{ source: '法人库', about: null, state, record: {}, recordId: '', asOf: '2026-01-01', requestId: '' }],
    at: clock,
  })
  await store.saveAnswers('c1', [answer('unavailable')], act)
  await store.saveAnswers('c1', [answer('ok')], act)
  expect((await store.answers('c1')).map(({ answers }) => answers[0]?.state)).toEqual(['ok'])
})

test('erasing a case leaves only its audit, and what was sealed with its key opens no more', async () => {
  await store.addMaterial(material('m1'), act)
  const sealed = await store.seal('c1', Buffer.from('photo'), 'x')
  expect(await store.eraseCase('c1', act)).toBe(true)
  expect(await store.case('c1')).toBeNull()
  expect(await store.materials('c1')).toEqual([])
  await expect(store.unseal('c1', sealed, 'x')).rejects.toMatchObject({ code: 'case-not-found' })
  expect(await store.audit('c1')).toHaveLength(3)
  expect(await store.eraseCase('c1', act)).toBe(false)
})

test('every change writes an audit row in a chain; a changed or removed row is found', async () => {
  await store.addMaterial(material('m1'), act)
  await store.placeMaterial('c1', 'm1', '营业执照', act)
  await store.removeMaterial('c1', 'm1', act)
  expect(await store.audit('c1')).toHaveLength(4)
  expect(await store.checkAudit()).toBeNull()
  const raw = new Sqlite(database())
  raw.prepare('DELETE FROM audit WHERE id = 2').run()
  raw.close()
  expect(await store.checkAudit()).toBe(3)
})

test('a crash inside the upload leaves neither material nor job', async () => {
  const raw = new Sqlite(database())
  raw.exec("CREATE TRIGGER crash BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'crash'); END")
  raw.close()
  await expect(store.addMaterial(material('m1'), act)).rejects.toThrow()
  expect(await store.materials('c1')).toEqual([])
})
