import { expect, test } from 'vitest'
import { shownLines } from './shown-lines.ts'
import { joinRuns } from './text-layer.ts'

const [W, H] = [200, 100]
const line = (text: string, x: number, y: number, height = 20) =>
  joinRuns([{ text, x, y, dx: 1, dy: 0, length: height * text.length, height }], 1)[0] as ReturnType<
    typeof joinRuns
  >[number]

/** White paper with dark rectangles [x, y, width, height]. */
function paper(...dark: [number, number, number, number][]): Uint8Array {
  const rgb = new Uint8Array(3 * W * H).fill(255)
  for (const [x, y, width, height] of dark)
    for (let row = y; row < y + height; row++) rgb.fill(0, 3 * (row * W + x), 3 * (row * W + x + width))
  return rgb
}

const shown = (lines: ReturnType<typeof joinRuns>, rgb: Uint8Array, bare: Uint8Array) =>
  shownLines(lines, 1, { width: W, height: H, rgb }, bare)
const said = ({ lines }: ReturnType<typeof shownLines>) => lines.map(({ text }) => text)

const BOTH = [line('看得见', 0, 50), line('看不见', 100, 50)]

test('text whose drawing changes nothing is left out, whatever stands in its place', () => {
  // Ink of the first line is its own; what stands where the second should be was there without it.
  const picture = [100, 35, 60, 14] as [number, number, number, number]
  const result = shown(BOTH, paper([0, 35, 58, 14], picture), paper(picture))
  expect(said(result)).toEqual(['看得见'])
  expect(result.note).toContain('看不见')
})

test('a line of which most characters are covered is left out; one that loses a few stays to be compared', () => {
  expect(said(shown([line('注册资本', 0, 50)], paper([0, 35, 18, 14]), paper([90, 80, 5, 5])))).toEqual([])
  expect(said(shown([line('注册资本', 0, 50)], paper([0, 35, 58, 14]), paper()))).toEqual(['注册资本'])
})

test('print too low for eyes is left out', () => {
  expect(said(shown([...BOTH, line('很小很小', 0, 90, 4)], paper([0, 35, 160, 14], [0, 85, 16, 5]), paper()))).toEqual([
    '看得见',
    '看不见',
  ])
})

test('print taller than the page, or far longer, of whatever size the file asks for, is left out at once', () => {
  const tall = [20_000, Number.POSITIVE_INFINITY].map((height) => line('很大', 0, 50, height))
  tall.push(line('很长'.repeat(1000), 0, 50))
  expect(said(shown([...BOTH, ...tall], paper([0, 35, 160, 14]), paper()))).toEqual(['看得见', '看不见'])
})

test('a layer under a picture leaves the picture alone', () => {
  const scan = paper([0, 35, 160, 14])
  const result = shown(BOTH, scan, scan)
  expect(result.lines).toEqual([])
  expect(result.note).toContain('按图像读取')
})

test('where nothing of an empty page shows, a missing font may be why: the text is kept, and no character may be relied on', () => {
  const { lines, note } = shown([line('文字', 0, 50)], paper(), paper())
  expect(lines[0]?.text).toBe('文字')
  expect(lines[0]?.confidence).toBeLessThan(0.6)
  expect(Math.max(...(lines[0]?.characters ?? [1]))).toBeLessThan(0.6)
  expect(note).toContain('请人工核对')
})
