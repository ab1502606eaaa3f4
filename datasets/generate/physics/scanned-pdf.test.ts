import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { scannedPdf } from './scanned-pdf.ts'

const jpeg = (width: number, height: number) => ({
  bytes: createCanvas(width, height).toBuffer('image/jpeg'),
  width,
  height,
})

test('a scanned PDF has one page per picture, no text and no metadata', async () => {
  const bytes = scannedPdf([jpeg(300, 424), jpeg(424, 300)])
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  expect(pdf.numPages).toBe(2)
  const [first, second] = [await pdf.getPage(1), await pdf.getPage(2)]
  expect(first.getViewport({ scale: 1 }).height).toBeCloseTo(842, 0)
  expect(second.getViewport({ scale: 1 }).width).toBeCloseTo(842, 0)
  expect((await first.getTextContent()).items).toEqual([])
  expect((await pdf.getMetadata()).info).not.toHaveProperty('Producer')
  await pdf.destroy()
})
