import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reader } from '../ports.ts'
import { blankReading, documentReading } from '../testing/document-reading.ts'
import { pngBytes, startTestService, type TestService } from '../testing/test-service.ts'

let t: TestService
let id: string
let read: Reader['read']
let version: string

beforeEach(async () => {
  read = async ({ fileName }) => documentReading(fileName, '营业执照', { 名称: '样例餐饮店' })
  version = 'v1'
  const limits = { fileLimitBytes: 1_000, requestLimitBytes: 5_000 }
  t = await startTestService(
    (...call) => read(...call),
    limits,
    () => version,
  )
  id = await openCase()
})
afterEach(() => t.close())

async function openCase(): Promise<string> {
  const response = await t.app.request('/api/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: 'S001', at: '2026-01-02' }),
  })
  return ((await response.json()) as { id: string }).id
}

function upload(files: [string, Uint8Array<ArrayBuffer>][], slot?: string) {
  const body = new FormData()
  for (const [name, bytes] of files) body.append('files', new File([bytes], name))
  if (slot) body.append('slot', slot)
  return t.app.request(`/api/cases/${id}/materials`, { method: 'POST', body })
}

interface Answer {
  files: { outcome: string; fileName: string; material?: { id: string; notes: string[] }; problem?: { code: string } }[]
}
const answer = async (response: Response) => (await response.json()) as Answer
const view = async () =>
  (await (await t.app.request(`/api/cases/${id}`)).json()) as {
    materials: { id: string; state: string; slot: string | null; error: { message: string } | null }[]
    state: string
  }

async function uploadOne(): Promise<string> {
  const { files } = await answer(await upload([['a.png', pngBytes('a')]]))
  await t.settled(id)
  return files[0]?.material?.id ?? ''
}

test('201_one bad file does not cost the others, and each outcome is told', async () => {
  const response = await upload([
    ['执照.png', pngBytes('a')],
    ['空.png', new Uint8Array()],
    ['假.png', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['大.png', pngBytes('x'.repeat(1_000))],
  ])
  expect(response.status).toBe(201)
  const { files } = await answer(response)
  expect(files.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
    'accepted',
    'empty-file',
    'unsupported-type',
    'file-too-large',
  ])
  await t.settled(id)
  expect((await view()).materials).toHaveLength(1)
})

test('201_the same file again is the same material, and says so', async () => {
  const first = await uploadOne()
  const { files } = await answer(await upload([['别名.png', pngBytes('a')]]))
  expect(files[0]).toMatchObject({ outcome: 'duplicate', material: { id: first, notes: ['这份材料已上传过'] } })
  expect((await view()).materials).toHaveLength(1)
})

test('201_bytes that were read are not read again, whatever their name or slot; forgotten ones and those of an older reader are', async () => {
  let asked = 0
  const first = read
  read = (...call) => {
    asked += 1
    return first(...call)
  }
  const material = await uploadOne()
  await upload([['别名.png', pngBytes('a')]], '平面图')
  await t.settled(id)
  expect(asked).toBe(1)

  const page = () => t.app.request(`/api/cases/${id}/materials/${material}/pages/1`)
  await page()
  await page()
  expect(t.drawn).toHaveLength(1)
  version = 'v2'
  const { files } = await answer(await upload([['a.png', pngBytes('a')]]))
  expect(files[0]).toMatchObject({
    outcome: 'duplicate',
    material: { id: material, state: 'queued', notes: ['这份材料已上传过，正在重新识别'] },
  })
  await t.settled(id)
  expect(asked).toBe(2)
  await page()
  expect(t.drawn).toHaveLength(2)
  await uploadOne()
  expect(asked).toBe(2)

  await t.app.request(`/api/cases/${id}/materials/${material}`, { method: 'DELETE' })
  await uploadOne()
  expect(asked).toBe(3)
})

test('201_another case knows nothing of bytes read before: neither their reading nor that there is one', async () => {
  let asked = 0
  const first = read
  read = (...call) => {
    asked += 1
    return first(...call)
  }
  await uploadOne()
  id = await openCase()
  const { files } = await answer(await upload([['a.png', pngBytes('a')]]))
  expect(files[0]).toMatchObject({ outcome: 'accepted', material: { notes: [] } })
  await t.settled(id)
  expect(asked).toBe(2)
})

test('201_folders and control characters leave the file name', async () => {
  const { files } = await answer(await upload([['..\\..\\etc/\u202Egnp.执照.png', pngBytes('b')]]))
  expect(files[0]?.fileName).toBe('gnp.执照.png')
})

test('200_what was read stands in the slot of its document type', async () => {
  await uploadOne()
  const { materials, state } = await view()
  expect(materials[0]).toMatchObject({ state: 'read', slot: '营业执照' })
  expect(state).toBe('ready')
})

test('200_a page comes as an image that only this visitor may keep; a page that is not there is 404', async () => {
  const material = await uploadOne()
  const page = await t.app.request(`/api/cases/${id}/materials/${material}/pages/1`)
  expect(page.headers.get('content-type')).toBe('image/webp')
  expect(page.headers.get('cache-control')).toContain('private')
  expect(await page.text()).toBe('webp')
  expect((await t.app.request(`/api/cases/${id}/materials/${material}/pages/2`)).status).toBe(404)
})

test('200_a page comes as narrow as asked for, and the full picture is not spoilt by it; 422_a width out of bounds', async () => {
  const material = await uploadOne()
  const page = (query: string) => t.app.request(`/api/cases/${id}/materials/${material}/pages/1${query}`)
  expect((await page('?width=160')).status).toBe(200)
  expect((await page('')).status).toBe(200)
  expect(t.drawn).toEqual([160, 1600])
  for (const width of ['99', '2001', 'wide', '']) expect((await page(`?width=${width}`)).status).toBe(422)
})

test('200_a material can be moved to another slot and back to its own', async () => {
  const material = await uploadOne()
  const move = (slot: string | null) =>
    t.app.request(`/api/cases/${id}/materials/${material}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ slot }),
    })
  expect(await (await move('平面图')).json()).toMatchObject({ id: material, slot: '平面图' })
  expect(await (await move(null)).json()).toMatchObject({ slot: '营业执照' })
  const unknown = await move('没有这个位')
  expect(unknown.status).toBe(422)
  expect(await unknown.json()).toMatchObject({ code: 'unknown-slot', fix: expect.stringContaining('营业执照') })
})

test('200_a wrong, an unasked and an unknown document are told as what they are, and stay', async () => {
  const notes = async () => ((await view()).materials as unknown as { notes: string[] }[]).flatMap((m) => m.notes)
  await upload([['a.png', pngBytes('a')]], '平面图')
  await t.settled(id)
  expect(await notes()).toEqual(['放在“平面图”的位置，看起来却是营业执照，请核对'])
  read = async ({ fileName }) =>
    fileName === 'c.png' ? blankReading(fileName) : documentReading(fileName, '食品经营许可证', {})
  await upload([
    ['b.png', pngBytes('b')],
    ['c.png', pngBytes('c')],
  ])
  await t.settled(id)
  expect(await notes()).toEqual(
    expect.arrayContaining([
      expect.stringContaining('清单里没有要求'),
      expect.stringContaining('没有认出这是什么材料'),
    ]),
  )
})

test('200_what a reading leaves to a person is told with its material', async () => {
  const doubt = '第 1、2 页看起来放乱了，编号接不上'
  read = async ({ fileName }) => ({ ...documentReading(fileName, '营业执照', {}), notes: [doubt] })
  await upload([['a.png', pngBytes('a')]])
  await t.settled(id)
  const [material] = (await view()).materials as unknown as { notes: string[] }[]
  expect(material?.notes).toContain(doubt)
})

test('204_a removed material is gone and may be uploaded again', async () => {
  const material = await uploadOne()
  const path = `/api/cases/${id}/materials/${material}`
  expect((await t.app.request(path, { method: 'DELETE' })).status).toBe(204)
  expect((await t.app.request(path, { method: 'DELETE' })).status).toBe(404)
  expect((await answer(await upload([['a.png', pngBytes('a')]]))).files[0]?.outcome).toBe('accepted')
})

test('404_materials of a case that is not there', async () => {
  const body = new FormData()
  body.append('files', new File([pngBytes('a')], 'a.png'))
  expect((await t.app.request('/api/cases/nobody/materials', { method: 'POST', body })).status).toBe(404)
})

test('404_another case’s material cannot be reached through one’s own case', async () => {
  const material = await uploadOne()
  const other = await openCase()
  expect((await t.app.request(`/api/cases/${other}/materials/${material}/pages/1`)).status).toBe(404)
  expect((await t.app.request(`/api/cases/${other}/materials/${material}`, { method: 'DELETE' })).status).toBe(404)
  expect((await view()).materials).toHaveLength(1)
})

test('413_too much at once is refused', async () => {
  const many = Array.from({ length: 8 }, (_, i): [string, Uint8Array<ArrayBuffer>] => [
    `${i}.png`,
    pngBytes(`${i}`.repeat(900)),
  ])
  expect((await upload(many)).status).toBe(413)
})

test('415_an upload that is not multipart is refused; 400_one whose parts are broken', async () => {
  const path = `/api/cases/${id}/materials`
  const send = (type: string) =>
    t.app.request(path, { method: 'POST', headers: { 'content-type': type }, body: 'not parts' })
  expect((await send('image/png')).status).toBe(415)
  expect((await send('multipart/form-data; boundary=x')).status).toBe(400)
})

test('422_when no file can be used the answer is a problem that lists each', async () => {
  const one = await upload([['空.png', new Uint8Array()]])
  expect(one.status).toBe(422)
  expect(await one.json()).toMatchObject({ code: 'empty-file', detail: expect.stringContaining('0 字节') })
  const two = await upload([
    ['空.png', new Uint8Array()],
    ['字.txt', new TextEncoder().encode('hello')],
  ])
  expect(two.status).toBe(422)
  expect(await two.json()).toMatchObject({ code: 'no-usable-file', files: [{ fileName: '空.png' }, {}] })
  expect((await upload([])).status).toBe(422)
})

test('a file that cannot be read keeps its place with the reason, and the case goes on', async () => {
  read = async ({ fileName }) => ({
    ...blankReading(fileName),
    pages: [],
    error: { code: 'encrypted-file', message: '文件设有打开密码' },
  })
  await uploadOne()
  expect((await view()).materials[0]).toMatchObject({ state: 'failed', error: { message: '文件设有打开密码' } })
})

test('a reader that breaks is tried three times, then the material says so', async () => {
  let tries = 0
  read = async () => {
    tries += 1
    throw new Error('out of memory')
  }
  await uploadOne()
  expect(tries).toBe(3)
  expect((await view()).materials[0]).toMatchObject({ state: 'failed' })
})

test('a service asked to stop while reading keeps the tries of the material, also when the reader dies of it', async () => {
  let broken: (error: Error) => void = () => {}
  let started = () => {}
  read = () =>
    new Promise((_, reject) => {
      broken = reject
      started()
    })
  const begin = () =>
    new Promise<void>((resolve) => {
      started = resolve
    })
  let reading = begin()
  const { files } = await answer(await upload([['slow.png', pngBytes('slow')]]))
  await reading
  for (let stop = 0; stop < 4; stop += 1) {
    const stopping = t.service.worker.stop()
    if (stop % 2 === 0) broken(new Error('closed'))
    await stopping
    broken(new Error('closed late'))
    expect((await view()).materials).toMatchObject([{ id: files[0]?.material?.id, state: 'queued' }])
    reading = begin()
    await t.service.worker.start()
    await reading
  }
})

test('a material removed, or a case erased, while it is being read does not come back', async () => {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  const begun = new Promise<void>((resolve) => {
    read = async ({ fileName }) => {
      resolve()
      await held
      return blankReading(fileName)
    }
  })
  const { files } = await answer(await upload([['a.png', pngBytes('a')]]))
  await begun
  await t.app.request(`/api/cases/${id}/materials/${files[0]?.material?.id}`, { method: 'DELETE' })
  await upload([['b.png', pngBytes('b')]])
  await t.app.request(`/api/cases/${id}`, { method: 'DELETE' })
  go()
  id = await openCase()
  expect((await view()).materials).toEqual([])
  await uploadOne()
  expect((await view()).materials).toMatchObject([{ state: 'read' }])
})

test('progress tells pages read of pages and ends with done; who comes late gets done at once', async () => {
  read = async ({ fileName }, call) => {
    call?.onProgress?.({ pages: 3, pagesRead: 1 })
    await new Promise((resolve) => setTimeout(resolve, 30))
    const pages = [1, 2, 3].map((page) => ({ page, width: 1, height: 1 }))
    return { ...blankReading(fileName), pages }
  }
  await upload([['a.png', pngBytes('a')]])
  const events = await (await t.app.request(`/api/cases/${id}/events`)).text()
  expect(events).toContain('"pages":3,"pagesRead":1')
  expect(events.trim().split('\n\n').at(-1)).toMatch(/^event: done\ndata: .*"pagesRead":3.*"done":true/)
  const late = await (await t.app.request(`/api/cases/${id}/events`)).text()
  expect(late).toContain('event: done')
})

test('POST /api/readings answers for every file and keeps nothing', async () => {
  const body = new FormData()
  body.append('files', new File([pngBytes('a')], '执照.png'))
  body.append('files', new File([new Uint8Array()], '空.png'))
  const response = await t.app.request('/api/readings', { method: 'POST', body })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject([
    { file: '执照.png', documents: [{ documentType: '营业执照' }] },
    { file: '空.png', error: { code: 'empty-file' } },
  ])
})

test('503_a reading that takes too long is given up with an answer, and the reader is told to stop', async () => {
  let signal: AbortSignal | undefined
  const never: Reader['read'] = (_, call) => {
    signal = call?.signal
    return new Promise(() => {})
  }
  const slow = await startTestService(never, { readingDeadlineMs: 20 })
  const body = new FormData()
  body.append('files', new File([pngBytes('a')], 'a.png'))
  const response = await slow.app.request('/api/readings', { method: 'POST', body })
  expect(response.status).toBe(503)
  expect(signal?.aborted).toBe(true)
  await slow.close()
})

test('a sheet of a contract that was photographed by itself is shown as part of the contract it goes on with', async () => {
  const clauses = (...texts: string[]) =>
    texts.map((text, i) => {
      const [top, bottom] = [20 + 40 * i, 44 + 40 * i]
      return { page: 1, box: [40, top, 360, top, 360, bottom, 40, bottom] as const, text, confidence: 0.99 }
    })
  read = async ({ fileName }) =>
    fileName === '1.png'
      ? {
          ...documentReading(fileName, '房屋租赁合同', { 出租人: '王小满' }),
          lines: clauses('第一条 房屋坐落：武宁路20号', '第二条 租期两年'),
        }
      : { ...documentReading(fileName, '其他', {}), lines: clauses('第三条 租金按月支付', '第四条 不得转租') }
  const { files } = await answer(
    await upload([
      ['2.png', pngBytes('b')],
      ['1.png', pngBytes('a')],
    ]),
  )
  await t.settled(id)
  const shown = (await (await t.app.request(`/api/cases/${id}`)).json()) as {
    materials: { id: string; documents: { documentType: string }[] }[]
  }
  const sheet = shown.materials.find((material) => material.id === files[0]?.material?.id)
  expect(sheet?.documents.map(({ documentType }) => documentType)).toEqual(['房屋租赁合同'])
})
