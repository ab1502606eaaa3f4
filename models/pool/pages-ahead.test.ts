import { expect, test } from 'vitest'
import type { OpenPage } from '../intake/source.ts'
import { pagesAhead } from './pages-ahead.ts'

/** A file of so many pages that tells when which is opened. */
function file(pages: number, broken = 0) {
  const opened: number[] = []
  return {
    pages,
    opened,
    async open(page: number): Promise<OpenPage> {
      opened.push(page)
      if (page === broken) throw new Error('damaged')
      return { page: { page, width: 1, height: 1, rgb: new Uint8Array(3), textLayer: null }, scale: 1 }
    },
  }
}

test('while a page is read the next one is opened, no other, and each once', async () => {
  const source = file(3)
  const seen: number[][] = []
  for await (const { page } of pagesAhead(source)) seen.push([page.page, ...source.opened])
  expect(seen).toEqual([
    [1, 1, 2],
    [2, 1, 2, 3],
    [3, 1, 2, 3],
  ])
})

test('a page that cannot be opened fails in its turn, after those before it were read', async () => {
  const read: number[] = []
  const reading = async () => {
    for await (const { page } of pagesAhead(file(3, 2))) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      read.push(page.page)
    }
  }
  await expect(reading()).rejects.toThrow('damaged')
  expect(read).toEqual([1])
})
