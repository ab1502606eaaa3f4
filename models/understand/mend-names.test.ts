import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { levelFrame, pieceOf, printed } from './frame.ts'
import { mendNames } from './mend-names.ts'
import { mendWords } from './mend-words.ts'

/** Print whose character `own` was read so surely, with others seen there. */
function print(name: string, own: string, confidence: number, seen: Record<string, number>) {
  const line: Line = {
    page: 1,
    box: [0, 0, 30 * name.length, 0, 30 * name.length, 30, 0, 30],
    text: name,
    confidence: 0.9,
    characters: [...name].map((one) => (one === own ? confidence : 0.99)),
    rivals: Object.entries(seen).map(([text, probability]) => ({ at: name.indexOf(own), text, probability })),
  }
  const piece = pieceOf(line, levelFrame([line]))
  if (!piece) throw new Error('nothing printed')
  return piece
}
function read(name: string, own: string, confidence: number, seen: Record<string, number>) {
  const glyphs = printed([print(name, own, confidence, seen)])
  const right = mendNames(glyphs)
  return glyphs.map(({ raw }, at) => right.get(at) ?? raw).join('')
}

test('a character that few are named with gives way to a usual one that was seen there too, the likeliest of them', () => {
  expect(read('张雪品', '品', 0.73, { 晶: 0.22, 昂: 0.01 })).toBe('张雪晶')
  expect(read('彭文详', '详', 0.6, { 洋: 0.4, 祥: 0.02 })).toBe('彭文洋')
  expect(read('都飞建', '都', 0.8, { 郝: 0.05 })).toBe('郝飞建')
})

test('what was read surely, what many bear and what was hardly seen stay', () => {
  expect(read('张雪品', '品', 0.97, { 晶: 0.22 })).toBe('张雪品')
  expect(read('张雪晶', '晶', 0.6, { 明: 0.35 })).toBe('张雪晶')
  expect(read('李英', '李', 0.6, { 季: 0.35 })).toBe('李英')
  expect(read('张雪品', '品', 0.73, { 晶: 0.01 })).toBe('张雪品')
  expect(read('阿依古丽·买买提', '买', 0.5, { 文: 0.4 })).toBe('阿依古丽·买买提')
})

test('a character that is rare in words as well is given for being rare', () => {
  expect(read('马煦', '煦', 0.77, { 照: 0.22 })).toBe('马煦')
})

test('only persons are named so: a firm keeps its characters, a mended name is told', () => {
  const piece = print('张雪品', '品', 0.73, { 晶: 0.22 })
  expect(mendWords({ type: 'name' }, [piece])).toEqual({ raw: '张雪晶', changed: 1 })
  expect(mendWords({ type: 'org-name' }, [piece]).changed).toBe(0)
})
