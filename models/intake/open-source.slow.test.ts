import { expect, test } from 'vitest'
import { openSource } from './open-source.ts'

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** What is built in has no prototype of its own; a function written in its place has one. */
const builtIn = (made: object) => !Object.hasOwn(made, 'prototype')

test('pdf.js leaves arrays their own push, also when the PDF is damaged', async () => {
  const source = await openSource({ bytes: Buffer.from(PDF) })
  expect(source.pages).toBe(1)
  expect(builtIn(Array.prototype.push)).toBe(true)
  await source.close()
  await expect(openSource({ bytes: Buffer.from('%PDF-1.4\nnothing here\n%%EOF') })).rejects.toThrow()
  expect(builtIn(Array.prototype.push)).toBe(true)
})
