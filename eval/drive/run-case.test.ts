import { afterEach, expect, test } from 'vitest'
import { blankReading } from '../../api/testing/document-reading.ts'
import { startTestService } from '../../api/testing/test-service.ts'
import { client } from './client.ts'
import { runCase } from './run-case.ts'
import type { Submission } from './submission.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** What the form said of a person's case with these answers. */
async function formOf(
  scenario: string,
  more: Pick<Submission, 'answers' | 'knows'>,
  person: { name: string; idNumber: string; phone?: string } = {
    name: '王建国',
    idNumber: '310107195001011234',
    phone: '13800001111',
  },
) {
  const { app, close } = await startTestService(async ({ fileName }) => blankReading(fileName), { sandbox: true })
  closing.push(close)
  const service = client(async (path, init) => app.request(path, init))
  const { form } = await runCase(
    service,
    {
      ...{ scenario, at: '2026-06-01', applicant: { kind: 'person', ...person } },
      ...{ registry: {}, files: [], ...more },
    },
    { bytesOf: () => new Uint8Array(), readingTimeoutMs: 10_000 },
  )
  return (key: string) => form.find((field) => field.key === key)
}

test('a value that stood in a field before the applicant wrote over it was pre-filled', async () => {
  const field = await formOf('S075', { answers: { p_tel: '1380000111' }, knows: {} })
  expect(field('p_tel')).toMatchObject({ value: '13800001111', typed: false })
})

test('an answer where nothing stood before, and one typed into the form, are not pre-filled', async () => {
  const field = await formOf('S075', { answers: { lh_place: '曹杨路菜场旁' }, knows: { lh_type: '自由职业' } })
  expect(field('lh_place')).toMatchObject({ value: '曹杨路菜场旁', typed: true })
  expect(field('lh_type')).toMatchObject({ value: '自由职业', typed: true })
})

test('a table of which the applicant must still fill cells was not pre-filled', async () => {
  const [name, number] = ['王建国', '310107195001011236']
  const job = [{ 姓名: name, 证件号码: number, 劳动能力: '没有', 就业状况: '退休' }]
  const family = [{ 姓名: name, 证件号码: number, 关系: '户主' }]
  const field = await formOf('S093', { answers: { db_job: job }, knows: { fm_list: family } })
  expect(field('db_job')).toMatchObject({ value: job, typed: true })
})

test('a row that the form knows in part is completed by the applicant, and was not pre-filled', async () => {
  const [name, idNumber] = ['王建国', '310107195001011236']
  const whole = [{ 姓名: name, 证件号码: idNumber, 电话: '13800001111' }]
  const field = await formOf('S083', { answers: {}, knows: { hq_m: whole } }, { name, idNumber })
  expect(field('hq_m')).toMatchObject({ value: whole, typed: true })
})
