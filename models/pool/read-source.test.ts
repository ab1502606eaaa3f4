import { expect, test } from 'vitest'
import type { Source } from '../intake/source.ts'
import type { Interest, PageReader } from '../ocr/read-lines.ts'
import type { Tesseract } from '../ocr/tesseract.ts'
import { readSource } from './read-source.ts'

const page = (number: number) => ({
  page: number,
  width: 40,
  height: 40,
  rgb: new Uint8Array(40 * 40 * 3).fill(255),
  textLayer: null,
})

/** Two blank pages of a file. */
const source = {
  pages: 2,
  open: async (number: number) => ({ page: page(number), scale: 1 }),
  close: async () => {},
} as unknown as Source

const silent = { crop: async () => ({ text: '', confidence: 0 }) } as unknown as Tesseract

/** A reader that looks at three places of a page once only where it is told what is of interest. */
function watching(): PageReader & { interests: (Interest | undefined)[] } {
  const interests: (Interest | undefined)[] = []
  return {
    interests,
    closer: null,
    lines: async (opened, interest) => {
      interests.push(interest)
      return { page: opened, turned: 0, lines: [], ...(interest && { glanced: 3 }) }
    },
  }
}

test('only asked for fields a reader leaves out print away from them, and the reading says how many lines of all pages', async () => {
  const reader = watching()
  const alone = await readSource(source, reader, silent, () => {}, { only: 'fields' })
  expect(alone).toMatchObject({ only: 'fields', glanced: 6 })
  const whole = await readSource(source, reader, silent, () => {})
  const lines = await readSource(source, reader, silent, () => {}, { only: 'lines' })
  expect(reader.interests.map((interest) => interest !== undefined)).toEqual([true, true, false, false, false, false])
  for (const reading of [whole, lines]) expect(reading).not.toHaveProperty('glanced')
})
