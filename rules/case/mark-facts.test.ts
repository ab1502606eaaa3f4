import { expect, test } from 'vitest'
import type { DocumentType } from '../../facts/document-type.ts'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { Mark } from '../../facts/reading.ts'
import { documentFields } from '../catalogue/vocabulary.ts'
import { file, read } from '../small-case.ts'
import { documentFacts } from './document-facts.ts'

const lease = loadDocumentTypes().find(({ name }) => name === '房屋租赁合同') as DocumentType

const seal = (more: Partial<Mark>): Mark => ({
  kind: 'seal',
  name: '承租人签章',
  present: true,
  page: 2,
  box: [0, 0, 9, 0, 9, 9, 0, 9],
  confidence: 0.9,
  ...more,
})

function factsOf(...marks: Mark[]) {
  const document = read('房屋租赁合同', {}, { marks, pages: [1, 2] })
  return documentFacts('租赁合同', lease, { material: file('m', '租赁合同', document), document })
}

test('a seal tells its shape and the name on its ring as facts of their own, with its place', () => {
  const facts = factsOf(seal({ shape: 'round', ring: { text: '上海半亩餐饮有限公司', confidence: 0.93 } }))
  expect(facts.get('承租人签章')).toMatchObject({ value: true, state: 'ok' })
  expect(facts.get('承租人签章.形状')).toMatchObject({ path: '租赁合同.承租人签章.形状', value: '圆形', state: 'ok' })
  expect(facts.get('承租人签章.印文')).toMatchObject({ value: '上海半亩餐饮有限公司', confidence: 0.93, state: 'ok' })
  expect(facts.get('承租人签章.印文')?.evidence[0]).toMatchObject({ page: 2, box: [0, 0, 9, 0, 9, 9, 0, 9] })
})

test('an illegible ring is unreadable, that of a blank place absent', () => {
  expect(factsOf(seal({})).get('承租人签章.印文')).toMatchObject({ value: null, state: 'unreadable' })
  expect(factsOf(seal({ present: false })).get('承租人签章.印文')).toMatchObject({ value: null, state: 'absent' })
  expect(factsOf(seal({})).get('出租人签章.印文')).toMatchObject({ value: null, state: 'unreadable' })
})

test('a personal seal, a part of a seal at the edge and the date beside a signature are facts of every signed paper', () => {
  const facts = factsOf(
    seal({ kind: 'personal-seal', name: '出租人签章', shape: 'square' }),
    seal({ kind: 'cross-page-seal', name: '骑缝章' }),
    seal({ kind: 'date', name: '落款日期', present: false, confidence: 0.7 }),
  )
  expect(facts.get('出租人签章')).toMatchObject({ value: true })
  expect(facts.get('私章')).toMatchObject({ value: true })
  expect(facts.get('私章.形状')).toMatchObject({ value: '方形' })
  expect(facts.get('骑缝章')).toMatchObject({ value: true })
  expect(facts.get('落款日期')).toMatchObject({ value: false, confidence: 0.7 })
  // The part at the edge is nobody's seal.
  expect(facts.get('承租人签章')).toMatchObject({ value: null, state: 'unreadable' })
})

test('what is not seen is not known', () => {
  for (const name of ['私章', '骑缝章', '落款日期'])
    expect(factsOf(seal({})).get(name)).toMatchObject({ value: null, state: 'unreadable' })
})

test('rules may read them all', () => {
  const known = new Map(documentFields('租赁合同', lease))
  const facts = factsOf(seal({}))
  for (const name of ['出租人签章', '出租人签章.印文', '出租人签章.形状', '私章', '骑缝章', '落款日期']) {
    expect(known.has(name)).toBe(true)
    expect(facts.has(name)).toBe(true)
  }
})
