import { expect, test } from 'vitest'
import { levelRect } from './drawn-line.ts'
import { doubtUnread } from './unread.ts'

const [WIDTH, HEIGHT] = [260, 60]

/** Characters (hollow squares of 28 pixels) standing at these left edges. */
function paper(...lefts: number[]) {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3).fill(235)
  for (const left of lefts)
    for (let y = 16; y < 44; y++)
      for (let x = left; x < left + 28; x++)
        if ((x - left) % 7 < 2 || (y - 16) % 9 < 2) rgb.fill(30, 3 * (y * WIDTH + x), 3 * (y * WIDTH + x) + 3)
  return { width: WIDTH, height: HEIGHT, rgb }
}

const line = levelRect(4, 104)
/** 陈龙 read at the first and third place of a line of three. */
const read = { text: '陈龙', confidence: 0.99, characters: [0.99, 0.99], xs: [0.18, 0.82], alternatives: [] }

test('a character that was passed over makes its neighbours doubtful', () => {
  expect(doubtUnread(paper(8, 40, 72), line, read).characters.every((value) => value < 0.5)).toBe(true)
})

test('a name set wide with nothing between its characters stays sure', () => {
  expect(doubtUnread(paper(8, 72), line, read)).toEqual(read)
})

test('a character passed over at the end makes the last one doubtful', () => {
  const { characters } = doubtUnread(paper(8, 40, 72), line, { ...read, xs: [0.18, 0.5] })
  expect(characters[0]).toBe(0.99)
  expect(characters[1]).toBeLessThan(0.5)
})

test('a character passed over in words set apart makes its neighbours doubtful, white between them does not', () => {
  const long = levelRect(4, 232)
  const spaced = { ...read, text: '甘泉里路', characters: [0.99, 0.99, 0.99, 0.99], xs: [0.08, 0.29, 0.5, 0.92] }
  const doubted = doubtUnread(paper(8, 56, 104, 152, 200), long, { ...spaced, alternatives: [] })
  expect(doubted.characters.map((value) => value < 0.5)).toEqual([false, false, true, true])
  const apart = doubtUnread(paper(8, 56, 104, 200), long, { ...spaced, alternatives: [] })
  expect(apart.characters).toEqual(spaced.characters)
})

test('a character passed over behind a comma makes the next one doubtful', () => {
  const { characters } = doubtUnread(paper(8, 40, 72), line, {
    ...read,
    text: '售，装',
    characters: [0.99, 0.99, 0.99],
    xs: [0.05, 0.18, 0.82],
    alternatives: [],
  })
  expect(characters[2]).toBeLessThan(0.5)
})
