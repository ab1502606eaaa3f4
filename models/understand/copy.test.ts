import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { Line, Mark } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import { copyOf, vouchers } from './copy.ts'

const type = (name: string) => {
  const found = loadDocumentTypes().find((one) => one.name === name)
  if (!found) throw new Error(`no type ${name}`)
  return found
}

function page(colourless: boolean | null, texts: string[] = [], marks: Mark[] = []): PageReading {
  const lines = texts.map((text, i) => ({
    page: 1,
    box: [0, 30 * i, 300, 30 * i, 300, 30 * i + 20, 0, 30 * i + 20] as const,
    text,
    confidence: 0.9,
  }))
  const quality = { score: 1, issues: [], advice: [] }
  return {
    page: 1,
    width: 400,
    height: 400,
    lines: lines as unknown as PageReading['lines'],
    quality,
    marks,
    colourless,
  }
}

const red: Mark = { kind: 'seal', present: true, page: 1, box: null, confidence: 0.9, colour: 'red' }

test('a licence without any colour is a copy, one in colour is not', () => {
  expect(copyOf(type('营业执照'), [page(true)])).toEqual({ copy: true, copyRemark: false })
  expect(copyOf(type('营业执照'), [page(false)])).toEqual({ copy: false })
  expect(copyOf(type('居民身份证'), [page(true), page(false)])).toEqual({ copy: false })
})

test('a colour seal makes it no plain copy', () => {
  expect(copyOf(type('营业执照'), [page(null, [], [red])])).toEqual({ copy: false })
})

test('nobody says copy of a page whose colour cannot be told', () => {
  expect(copyOf(type('营业执照'), [page(null)])).toEqual({})
})

test('contracts and plans are never judged: black print may be the original', () => {
  expect(copyOf(type('房屋租赁合同'), [page(true, ['本复印件与原件一致'])])).toEqual({})
})

test.each(['与原件一致', '复印件与原件一致', '与原件核对一致', '与原件核对无误', '与原件无异', '此 件 与 原 件 相 符'])(
  '%s is a copy’s remark, also beside a red seal',
  (words) => {
    expect(copyOf(type('营业执照'), [page(false, ['营业执照', words], [red])])).toEqual({
      copy: true,
      copyRemark: true,
    })
  },
)

test('nothing is said of the remark where strokes stand that nobody read, or half of it was read', () => {
  expect(copyOf(type('居民身份证'), [{ ...page(true), looseWriting: true }])).toEqual({ copy: true })
  expect(copyOf(type('居民身份证'), [page(true, ['复印件与原仵一致'])])).toEqual({ copy: true })
})

test('a red seal beside unread strokes on a page without other colour may be a copy’s', () => {
  const stamped = page(true, [], [red])
  expect(copyOf(type('营业执照'), [{ ...stamped, looseWriting: true }])).toEqual({})
  expect(copyOf(type('营业执照'), [stamped])).toEqual({ copy: false })
})

test.each(['与原件一放', '本复印件与原件获对一', '与原件对一类'])('a hand’s %s is the remark', (words) => {
  expect(copyOf(type('居民身份证'), [page(true, [words])])).toEqual({ copy: true, copyRemark: true })
})

test('words about copies that do not vouch for one are no remark', () => {
  const texts = ['复印件与原件具有同等效力', '请携带原件', '复印件与原件一并提交']
  expect(copyOf(type('营业执照'), [page(true, texts)])).toEqual({ copy: true, copyRemark: false })
})

test('a name written behind the remark is a signature, whatever is read of it; other words are none', () => {
  const signed = (...texts: string[]) => vouchers([page(true, texts)]).length
  for (const words of [
    '本复印件与原件一致王小满',
    '本复印件与原件核对一致 夏筱英',
    '本复印件与原件扶对一效复筷英',
    '与原件核对无误张三 2026.5.8',
  ])
    expect(signed(words), words).toBe(1)
  for (const words of [
    '与原件一致',
    '与原件核对一致无误',
    '与原件一致，仅供办证使用',
    '与原件相符属实',
    '与原件一致核对人',
    '王小满',
  ])
    expect(signed(words), words).toBe(0)
})

test('so is a name on the level of the remark, and none far from it', () => {
  const line = (x: number, y: number, text: string): Line => ({
    page: 1,
    box: [x, y, x + 40 * text.length, y, x + 40 * text.length, y + 40, x, y + 40],
    text,
    confidence: 0.8,
  })
  const remark = line(100, 1300, '此复印件与原件一效')
  const signed = (...lines: Line[]) => vouchers([{ ...page(true), lines: [remark, ...lines] }]).length
  expect(signed(line(560, 1290, '秦明辉'))).toBe(1)
  expect(signed(line(560, 900, '秦明辉'))).toBe(0)
  expect(signed(line(560, 1290, '收款单位'))).toBe(0)
  expect(signed()).toBe(0)
})

test('of a copy whose remark is written over other print nobody says that it has none', () => {
  expect(copyOf(type('不动产权证书'), [page(true, ['本复印件与原件获树金斌'])])).toEqual({ copy: true })
})
