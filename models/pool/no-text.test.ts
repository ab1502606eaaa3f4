import { expect, test } from 'vitest'
import type { PageReading } from '../page.ts'
import { withWordless } from './no-text.ts'

const quality = { score: 0, issues: [], advice: [] }
const blank: PageReading = { page: 1, width: 100, height: 100, lines: [], quality, marks: [] }
const line = { page: 2, box: [0, 0, 9, 0, 9, 9, 0, 9] as const, text: '营业执照', confidence: 1 }
const printed: PageReading = { ...blank, page: 2, lines: [{ ...line, box: [...line.box] }] }

test('a file on which nothing was read says so, and what to do, beside what else it carries', () => {
  const said = withWordless({ notes: ['附件没有读'] }, [blank, { ...blank, page: 2 }]).notes ?? []
  expect(said).toHaveLength(2)
  expect(said[1]).toMatch(/没有看到文字.*请/u)
})

test('a file with one page of print, or a portrait, does not', () => {
  expect(withWordless(undefined, [blank, printed])).toEqual({})
  expect(withWordless(undefined, [{ ...blank, portrait: true }])).toEqual({})
  expect(withWordless({ notes: ['附件没有读'] }, [printed]).notes).toEqual(['附件没有读'])
})
