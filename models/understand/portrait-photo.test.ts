import { expect, test } from 'vitest'
import type { Box } from '../../facts/fact.ts'
import type { Mark } from '../../facts/reading.ts'
import { understand } from './index.ts'

const box: Box = [100, 100, 500, 100, 500, 700, 100, 700]
const photo: Mark = { kind: 'photo', present: true, page: 1, box, confidence: 0.9 }
const quality = { score: 1, issues: [], advice: [] }
const nobody = () => Promise.reject(new Error('nothing is read again'))
const page = { page: 1, width: 600, height: 840, lines: [], quality, marks: [photo] }

test('a portrait by itself is an identification photograph that shows a person', async () => {
  const [document] = await understand([{ ...page, portrait: true }], nobody)
  expect(document).toMatchObject({ documentType: '证件照', marks: [{ name: '人像', present: true }] })
  expect(document?.confidence).toBeGreaterThan(0.8)
})

test('a page with a face on it that is not known to be a portrait stays unknown', async () => {
  const [document] = await understand([page], nobody)
  expect(document?.documentType).toBe('其他')
})
