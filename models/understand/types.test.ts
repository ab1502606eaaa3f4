import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { SAMPLES } from './samples/index.ts'

test.each(SAMPLES.map((sample) => [sample.type, sample.layout, sample] as const))(
  '%s, %s layout: the type is told and every field is read as printed',
  async (_type, _layout, { type, variant, pages, fields }) => {
    const documents = await documentsOf(...pages)
    expect(documents.map((document) => document.documentType)).toEqual([type])
    expect(valuesOf(documents[0])).toEqual(fields)
    if (variant) expect(documents[0]?.variant).toBe(variant)
  },
)
