import { expect, test } from 'vitest'
import type { TruePage } from '../../datasets/case-format.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import { trueReading } from './true-reading.ts'

const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
const page = (documentType: string, fields: TruePage['fields'], more: Partial<TruePage> = {}): TruePage => ({
  file: '1.jpg',
  page: 1,
  slot: documentType,
  documentType,
  layout: 'plain',
  fields,
  marks: {},
  ...more,
})

test('both sides of a card in one file are one document, two fronts are two', () => {
  const front = (name: string, no: number) => page('居民身份证', { 姓名: name }, { page: no })
  const back = page('居民身份证', { 签发机关: '上海市公安局普陀分局' }, { page: 2 })
  const one = trueReading('1.pdf', [front('潘倩怡', 1), back], types)
  expect(one.documents.map(({ sides, fields }) => [sides, fields.姓名?.value, fields.签发机关?.value])).toEqual([
    [['人像面', '国徽面'], '潘倩怡', '上海市公安局普陀分局'],
  ])
  expect(trueReading('1.pdf', [front('潘倩怡', 1), front('陈浩志', 2)], types).documents).toHaveLength(2)
})

test('the other side of a card is not spoken of', () => {
  const [card] = trueReading('1.jpg', [page('居民身份证', { 姓名: '潘倩怡' })], types).documents
  expect(card?.fields.签发机关).toBeUndefined()
  expect(card?.fields.住址).toMatchObject({ state: 'absent' })
})

test('pages numbered as one document are one, and their tables run on', () => {
  const rows = (...names: string[]) => ({ 人员: names.map((name) => ({ 姓名: name })) })
  const pages = [page('人员名单', rows('甲', '乙')), page('人员名单', rows('丙'), { page: 2 })]
  const together = trueReading(
    '1.pdf',
    pages.map((one) => ({ ...one, document: 1 })),
    types,
  )
  expect(together.documents[0]?.fields.人员?.value).toEqual([{ 姓名: '甲' }, { 姓名: '乙' }, { 姓名: '丙' }])
})

test('what nobody can read on the picture is unreadable, what is not printed is absent', () => {
  const [licence] = trueReading(
    '1.jpg',
    [page('营业执照', { 名称: '甲公司', 成立日期: '2020-01-01' }, { unreadable: ['名称'], issues: ['glare'] })],
    types,
  ).documents
  expect(licence?.fields.名称).toMatchObject({ state: 'unreadable', value: null })
  expect(licence?.fields.成立日期).toMatchObject({ state: 'ok', value: '2020-01-01' })
  expect(licence?.fields.注册资本).toMatchObject({ state: 'absent' })
  expect(licence?.quality).toMatchObject({ issues: ['glare'], score: 0.1 })
})

test('a copy says surely whether 与原件一致 stands on it', () => {
  const copied = (more: Partial<TruePage>) => {
    const [card] = trueReading(
      '1.jpg',
      [page('居民身份证', { 姓名: '潘倩怡' }, { copy: true, ...more })],
      types,
    ).documents
    return { copy: card?.copy, copyRemark: card?.copyRemark }
  }
  expect(copied({})).toEqual({ copy: true, copyRemark: false })
  expect(copied({ copyRemark: true })).toEqual({ copy: true, copyRemark: true })
})
