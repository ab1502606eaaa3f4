import { expect, test } from 'vitest'
import type { Fact } from '../../facts/fact.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import type { Knowledge } from '../engine/knowledge.ts'
import { fillFix, fillMessage } from './describe.ts'

const vocabulary = loadCatalogue().scenarios.get('S027')?.vocabulary
if (!vocabulary) throw new Error('no S027')

const OWNER = '不动产权证书.权利人'

function telling(facts: Record<string, Partial<Fact>>) {
  const fact = (path: string): Fact | undefined => {
    const known = facts[path]
    return known && { path, value: null, confidence: 1, state: 'ok', evidence: [], ...known }
  }
  const knowledge: Knowledge = {
    at: '2026-06-01',
    minConfidence: 0.5,
    fact,
    list: () => undefined,
    provided: () => null,
    recorded: () => null,
    asked: () => false,
  }
  if (!vocabulary) throw new Error('no S027')
  return { step: null, knowledge, vocabulary, statement: '附产权人同意' }
}

const owner = telling({ [OWNER]: { value: '李四' } })
const nobody = telling({})
const quoting = `没有看到同意证明，权利人是“{${OWNER}}”，不是申请人。请核对。`

test('a known value is quoted as it stands', () => {
  expect(fillMessage(quoting, owner)).toBe('没有看到同意证明，权利人是“李四”，不是申请人。请核对。')
})

test('an unknown value is not quoted: what leads up to it stays, then what is asked and what is not known', () => {
  const label = vocabulary.label(OWNER)
  expect(fillMessage(quoting, nobody)).toBe(`没有看到同意证明。请核对。要求：附产权人同意（还不知道${label}）。`)
  expect(fillMessage(`权利人（{${OWNER}}）不是申请人。`, nobody)).toBe(
    `没有达到要求：附产权人同意（还不知道${label}）。`,
  )
  // A quotation that would be left open goes with it.
  expect(fillMessage(`证上写“甲，{${OWNER}}”。请改。`, nobody)).toMatch(/^请改。要求：/u)
})

test('what was looked for and is not there is known', () => {
  const blank = telling({ [OWNER]: { state: 'absent' } })
  expect(fillMessage(`权利人是“{${OWNER}}”。`, blank)).toBe('权利人是“（没有写）”。')
})

test('a fix without its value still says what to do', () => {
  expect(fillFix(`请交“{${OWNER}}”的同意证明。`, owner)).toBe('请交“李四”的同意证明。')
  expect(fillFix(`请交“{${OWNER}}”的同意证明。`, nobody)).toBe('请对照要求补正：附产权人同意')
})
