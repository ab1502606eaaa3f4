import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import { classifyPage } from './classify.ts'
import { fold } from './frame.ts'
import { documentsOf } from './reading-of.ts'
import { SAMPLES } from './samples/index.ts'
import { OTHERS } from './samples/others.ts'
import { typeset } from './typeset.ts'

const types = loadDocumentTypes()
// A later page of a contract belongs to the page before it: what it would be alone does not matter.
const pages = SAMPLES.flatMap(({ type, pages }) => pages.slice(0, 1).map((page) => ({ type, page })))

// Some hundred pages against every type.
const SLOW = { timeout: 60_000 }

test('every type’s sample is told from all types, and by a clear margin', SLOW, () => {
  const seen = pages.map(({ type, page }) => ({ type, seen: classifyPage(page, types) }))
  const wrong = seen.filter(({ type, seen }) => seen.type?.name !== type)
  const faint = seen.filter(({ seen }) => seen.confidence < 0.7)
  expect(wrong.map(({ type, seen }) => `${type} → ${seen.type?.name ?? '其他'}`)).toEqual([])
  expect(faint.map(({ type }) => type)).toEqual([])
})

test('a page whose heading was cut off is told by its labels, or called 其他, never another type', SLOW, () => {
  const headings = new Set(
    types.flatMap((type) => [...type.titles, ...type.variants.flatMap((v) => v.titles)]).map(fold),
  )
  const wrong = pages.flatMap(({ type, page }) => {
    const lines = page.lines.filter(({ text }) => ![...headings].some((heading) => fold(text).endsWith(heading)))
    const seen = classifyPage({ ...page, lines }, types).type
    return seen !== null && seen.name !== type ? [`${type} → ${seen.name}`] : []
  })
  expect(wrong).toEqual([])
})

test.each(OTHERS)('%s is 其他', async (_name, sets) => {
  const documents = await documentsOf(typeset(sets))
  expect(documents.map((document) => document.documentType)).toEqual(['其他'])
})
