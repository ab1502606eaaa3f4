import { expect, test } from 'vitest'
import { loadDocumentTypes } from '../../facts/load.ts'
import type { PageReading } from '../page.ts'
import { variantOf } from './classify.ts'

const type = loadDocumentTypes().find(({ name }) => name === '同意证明')
if (!type) throw new Error('no type 同意证明')

const page = (...texts: string[]): PageReading => ({
  page: 1,
  width: 1000,
  height: 1400,
  lines: texts.map((text, i) => {
    const y = 100 + 60 * i
    return { page: 1, box: [100, y, 800, y, 800, y + 24, 100, y + 24], text, confidence: 0.95 }
  }),
  quality: { score: 1, issues: [], advice: [] },
  marks: [],
})

test('a consent is the landlord’s to a sublease or the neighbours’ to a change of use by what it says, else neither', () => {
  expect(variantOf(type, [page('同意证明', '本人同意李大雪将房屋转租给上海小满餐饮有限公司')])).toBe('转租同意')
  expect(variantOf(type, [page('同意书', '我们作为有利害关系的业主，同意上述房屋改作经营性用房')])).toBe(
    '利害关系业主同意',
  )
  expect(variantOf(type, [page('同意证明', '兹同意上海小满餐饮有限公司使用该房屋经营')])).toBeUndefined()
})
