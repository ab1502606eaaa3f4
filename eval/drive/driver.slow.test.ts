import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { listen } from '../../api/http/listen.ts'
import { blankReading } from '../../api/testing/document-reading.ts'
import { startTestService } from '../../api/testing/test-service.ts'
import { chooseCases } from '../dataset/choose-cases.ts'
import { datasetFolder } from '../dataset/find-cases.ts'
import { evaluate } from '../evaluation.ts'
import { NotAnswered } from './client.ts'
import { openDriver } from './driver.ts'
import { openJournal } from './journal.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A running service that reads nothing off any page, and its address. */
async function running(config: { sandbox: boolean }): Promise<string> {
  const { app, close } = await startTestService(async ({ fileName }) => blankReading(fileName), config)
  const server = await listen(app, '127.0.0.1', 0)
  closing.push(close, server.close)
  return server.address
}

const wanted = (url: string) => ({ url, perfectReading: false, cache: null, concurrency: 2 })

test('records of shared sources go along to a sandbox on loopback, and to no other service', async () => {
  expect(await openDriver(wanted(await running({ sandbox: true })))).toMatchObject({ passRegistry: true })
  expect(await openDriver(wanted(await running({ sandbox: false })))).toMatchObject({ passRegistry: false })
})

test('a service by its address is scored like one in process, and keeps nothing of the cases', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-url-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const url = await running({ sandbox: true })
  const driver = await openDriver(wanted(url))
  const choice = { scenarios: null, split: null, sample: null, seed: '1', blind: true, down: false }
  const { dataset, reveal } = await chooseCases(datasetFolder('showcase'), choice)
  const opened: string[] = []
  const watching = {
    ...driver.client,
    async post<T>(path: string, body: unknown): Promise<T> {
      const made = await driver.client.post<T & { id: string }>(path, body)
      opened.push(made.id)
      return made
    },
  }
  const { scored, notAnswered, refused } = await evaluate(
    dataset,
    reveal,
    { ...driver, client: watching },
    {
      answers: openJournal(join(folder, 'answers.jsonl'), {}, false),
      firstPass: openJournal(join(folder, 'first-pass.jsonl'), {}, false),
    },
    () => ({ done: () => {}, known: () => {}, end: () => {} }),
  )
  expect([scored.length, notAnswered, refused]).toEqual([2, [], []])
  expect(scored.map(({ answer }) => answer.materials.length)).toEqual(
    scored.map(({ one }) => one.seen.materials.length),
  )
  for (const id of opened) expect((await fetch(`${url}/api/cases/${id}`)).status).toBe(404)
  expect(opened.length).toBeGreaterThanOrEqual(2)
})

test('in a blind run no label is opened while a case has no answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-blind-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const driver = await openDriver(wanted(await running({ sandbox: true })))
  const choice = { scenarios: null, split: null, sample: null, seed: '1', blind: true, down: false }
  const { dataset, reveal } = await chooseCases(datasetFolder('showcase'), choice)
  let asked = 0
  const deaf = {
    ...driver.client,
    async post<T>(path: string, body: unknown): Promise<T> {
      asked += 1
      if (asked === 1) throw new NotAnswered('no answer')
      return driver.client.post<T>(path, body)
    },
  }
  const opened: string[] = []
  const evaluation = await evaluate(
    dataset,
    (one) => {
      opened.push(one.id)
      return reveal(one)
    },
    { ...driver, client: deaf, concurrency: 1 },
    {
      answers: openJournal(join(folder, 'answers.jsonl'), {}, false),
      firstPass: openJournal(join(folder, 'first-pass.jsonl'), {}, false),
    },
    () => ({ done: () => {}, known: () => {}, end: () => {} }),
    { blind: true },
  )
  expect(evaluation.notAnswered).toHaveLength(1)
  expect(evaluation.scored).toEqual([])
  expect(opened).toEqual([])
  expect(evaluation.problems.map(({ message }) => message).join()).toContain('标注一件也没有打开')
})
