import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { CatalogueError } from '../catalogue/catalogue-error.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import type { SourceAnswer } from '../results.ts'
import type { Guide } from './guide.ts'
import { loadGuides } from './load-guides.ts'
import { walkGuide } from './walk-guide.ts'

let catalogue: Catalogue
let guides: ReadonlyMap<string, Guide>

beforeAll(() => {
  catalogue = loadCatalogue()
  guides = loadGuides(catalogue)
})

function food(): Guide {
  const guide = guides.get('M01')
  if (!guide) throw new Error('no guide of M01')
  return guide
}

const licence = (state: SourceAnswer['state'], record: SourceAnswer['record'] = {}): SourceAnswer => ({
  source: '许可证库',
  about: null,
  state,
  record,
  recordId: '1',
  asOf: '2026-06-01',
  requestId: 'r',
})

function walk(given: Record<string, number>, sources: SourceAnswer[] = []) {
  return walkGuide(food(), given, { catalogue, at: '2026-06-01', applicant: null, sources })
}

test('every matter has a guide, and every scenario is the end of some path', () => {
  expect([...guides.keys()].sort()).toEqual(catalogue.matters.map(({ id }) => id).sort())
})

test('what the registry answers is not asked, and the step shows the record', () => {
  const found = walk({}, [licence('ok', { 证照名称: '食品经营许可证', 许可证编号: 'JY23101070000001', 状态: '有效' })])
  expect(found.steps).toMatchObject([{ question: 'licensed', say: '有，还在有效期里', by: 'registry' }])
  expect(found.steps[0]?.facts.map(({ display }) => display)).toContain('有效')
  expect(found.next?.id).toBe('purpose')
  expect(walk({}, [licence('absent')]).next?.id).toBe('business')
})

test('a licence of another kind is no licence for this, and one that has run out leads to a new one or its end', () => {
  expect(walk({}, [licence('ok', { 证照名称: '公共场所卫生许可证', 状态: '有效' })]).next?.id).toBe('business')
  expect(walk({}, [licence('ok', { 证照名称: '食品经营许可证', 状态: '过期' })]).next?.id).toBe('expired')
})

test('a source that is down answers nothing: the person is asked', () => {
  expect(walk({}, [licence('unavailable')]).next?.id).toBe('licensed')
  expect(walk({}).next?.id).toBe('licensed')
})

test('what the person says wins over the registry', () => {
  const found = walk({ licensed: 0 }, [licence('ok', { 证照名称: '食品经营许可证', 状态: '有效' })])
  expect(found.steps).toMatchObject([{ by: 'person', say: '没有，第一次办' }])
})

test('a path ends in one scenario with the form fields it settled, or says where else to go', () => {
  expect(walk({ licensed: 0, business: 2, contract: 1 })).toMatchObject({
    next: null,
    scenario: 'S003',
    set: { fd_type: '集中用餐单位食堂', fd_contract: true },
  })
  // Another matter fits.
  expect(walk({ licensed: 0, business: 3 }).scenario).toBe('S008')
  const haulage = guides.get('M12')
  if (!haulage) throw new Error('no guide of M12')
  const stopped = walkGuide(
    haulage,
    { licensed: 0, weight: 1 },
    { catalogue, at: '2026-06-01', applicant: null, sources: [] },
  )
  expect(stopped.scenario).toBeNull()
  expect(stopped.stop).toContain('不用办许可证')
})

test('an answer that does not exist is refused', () => {
  expect(() => walk({ licensed: 7 })).toThrow(RangeError)
})

/** The faults of a guide of M01 written as `text`. */
function faults(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'))
  mkdirSync(join(folder, 'matters', 'food'), { recursive: true })
  writeFileSync(join(folder, 'matters', 'food', 'guide.yaml'), text)
  try {
    loadGuides({ ...catalogue, matters: catalogue.matters.filter(({ id }) => id === 'M01') }, folder)
    return []
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults.map((f) => `${f.line}:${f.column} ${f.message}`)
    throw error
  }
}

const scenarios = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `      - { say: 第${i}, scenario: S00${from + i} }`).join('\n')
const guide = (answers: string, more = '') =>
  `matter: M01\nquestions:\n  - id: a\n    ask: 办什么？\n    answers:\n${answers}\n${more}`

test('a guide in order has no fault', () => {
  expect(faults(guide(scenarios(1, 7)))).toEqual([])
})

test.each([
  ['a scenario nobody gets to', guide(scenarios(1, 6)), '走不到情形 S007'],
  ['an unknown scenario', guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S999 }`), '没有情形 S999'],
  ['an unknown question', guide(`${scenarios(1, 7)}\n      - { say: 别的, next: b }`), '没有问题 b'],
  ['a circle', guide(`${scenarios(1, 7)}\n      - { say: 别的, next: a }`), '绕了回来'],
  ['an answer that leads nowhere', guide(`${scenarios(1, 7)}\n      - { say: 别的 }`), 'next、scenario、stop'],
  [
    'an answer that leads two ways',
    guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S001, stop: 不办 }`),
    'next、scenario、stop',
  ],
  [
    'a question nobody is asked',
    guide(
      scenarios(1, 7),
      '  - id: b\n    ask: 问？\n    answers:\n      - { say: 一, stop: 一 }\n      - { say: 二, stop: 二 }',
    ),
    '从不会问到',
  ],
  [
    'a field the scenario lacks',
    guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S001, set: { no_such: 1 } }`),
    '没有表项',
  ],
  [
    'a choice the field lacks',
    guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S001, set: { fd_type: 夜宵 } }`),
    '没有选项“夜宵”',
  ],
  [
    'a condition on a material',
    guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S001, when: 营业执照.名称 = "某店" }`),
    '引导只看身份和共享数据',
  ],
  [
    'a condition on an unknown fact',
    guide(`${scenarios(1, 7)}\n      - { say: 别的, scenario: S001, when: 许可证库.没有这项 = "某店" }`),
    '没有这项',
  ],
])('%s is refused with its place', (_, text, message) => {
  expect(faults(text).join('\n')).toContain(message)
})

test('five questions on one path are refused', () => {
  const chain = ['b', 'c', 'd', 'e'].map((id, i) => {
    const next = ['c', 'd', 'e', ''][i]
    const end = next ? `{ say: 是, next: ${next} }` : '{ say: 是, scenario: S007 }'
    return `  - id: ${id}\n    ask: 问？\n    answers:\n      - ${end}\n      - { say: 否, scenario: S001 }`
  })
  const found = faults(guide(`${scenarios(1, 7)}\n      - { say: 别的, next: b }`, chain.join('\n')))
  expect(found.join('\n')).toContain('超过 4 问')
})
