import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { client, NotAnswered, Refused } from './client.ts'
import { driveCases, type Outcome } from './drive-cases.ts'

let server: Server
let base: string
let asked = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1
    const status = Number(request.url?.slice(1, 4))
    if (request.url === '/000') return void request.socket.destroy()
    if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' }).write('{"half":')
      return void setTimeout(() => request.socket.destroy(), 20)
    }
    if (request.url === '/gateway') return void response.writeHead(200).end('<html>请先登录</html>')
    if (request.url === '/503-once' && asked > 1) return void response.writeHead(200).end('{"ok":true}')
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end('{"code":"unknown-slot","detail":"没有这个位置"}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const service = () => client((path, init) => fetch(base + path, init), { timeoutMs: 2_000, retryDelaysMs: [1, 1] })

test('no answer, a refusal and an answer are three different things', async () => {
  await expect(service().get('/000')).rejects.toBeInstanceOf(NotAnswered)
  await expect(service().get('/cut')).rejects.toBeInstanceOf(NotAnswered)
  await expect(service().get('/gateway')).rejects.toBeInstanceOf(NotAnswered)
  await expect(service().get('/500')).rejects.toBeInstanceOf(NotAnswered)
  await expect(service().get('/422')).rejects.toBeInstanceOf(Refused)
  await expect(service().get('/200')).resolves.toMatchObject({ code: 'unknown-slot' })
})

test('what fails once is asked again', async () => {
  asked = 0
  await expect(service().get('/503-once')).resolves.toEqual({ ok: true })
})

test('a case without an answer is no wrong case, is not kept, and is asked again by the next run', async () => {
  const kept = new Map<string, Outcome<string>>()
  const journal = {
    get: (key: string) => kept.get(key),
    put: (key: string, value: Outcome<string>) => void kept.set(key, value),
  }
  const quiet = { done: () => {}, known: () => {}, end: () => {} }
  const options = { journal, progress: quiet, concurrency: 2, key: (id: string) => id }
  const items = [{ id: 'good' }, { id: 'refused' }, { id: 'silent' }]
  let isBack = false
  const work = async ({ id }: { id: string }) => {
    if (id === 'refused') throw new Refused('POST /', 422, { code: 'unknown-slot' })
    if (id === 'silent' && !isBack) throw new NotAnswered('refused')
    return id
  }
  const first = await driveCases(items, work, options)
  expect([...first.values()].map(({ state }) => state).sort()).toEqual(['answered', 'not-answered', 'refused'])
  expect([...kept.keys()].sort()).toEqual(['good', 'refused'])
  isBack = true
  const second = await driveCases(items, work, options)
  expect(second.get('silent')).toEqual({ state: 'answered', value: 'silent' })
})
