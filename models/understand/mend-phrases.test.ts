import { expect, test } from 'vitest'
import { levelFrame, pieceOf, printed } from './frame.ts'
import { mendPhrases, phrasesOf } from './mend-phrases.ts'

/** Print in which something else was seen at some characters. */
function read(text: string, seen: Record<number, string>, phrases: readonly string[]) {
  const line = {
    page: 1,
    box: [0, 0, 20 * text.length, 0, 20 * text.length, 20, 0, 20] as const,
    text,
    confidence: 0.95,
    characters: [...text].map(() => 0.95),
    rivals: Object.entries(seen).flatMap(([at, others]) =>
      [...others].map((other) => ({ at: Number(at), text: other, probability: 0.01 })),
    ),
  }
  const piece = pieceOf(line, levelFrame([line]))
  const glyphs = piece ? printed([piece]) : []
  const right = mendPhrases(phrases, glyphs)
  return glyphs.map(({ raw }, at) => right.get(at) ?? raw).join('')
}
const firm = phrasesOf({ type: 'org-name' })

test('a character of a set phrase is put right where its own was seen as well', () => {
  expect(read('上海某某有恨公司', { 5: '限' }, firm)).toBe('上海某某有限公司')
  expect(read('2019年3月5日至长朝', { 11: '期' }, phrasesOf({ type: 'date-range' }))).toBe('2019年3月5日至长期')
  expect(read('上海某某文化传插有限公司', { 7: '播' }, firm)).toBe('上海某某文化传播有限公司')
  const choices = phrasesOf({ type: 'enum', values: ['餐饮服务经营者', '食品销售经营者'] })
  expect(read('智饮服务经营者', { 0: '餐' }, choices)).toBe('餐饮服务经营者')
})

test('what was not seen is not put there, nor a phrase of which little was read', () => {
  expect(read('上海某某有恨公司', { 5: '根' }, firm)).toBe('上海某某有恨公司')
  expect(read('上海某某有色公司', {}, firm)).toBe('上海某某有色公司')
  expect(read('上海某某存恨公司', { 4: '有', 5: '限' }, firm)).toBe('上海某某存恨公司')
})

test('where two phrases would do, neither is taken', () => {
  expect(read('晋通合伙', { 0: '普特' }, ['普通合伙'])).toBe('普通合伙')
  expect(read('晋通合伙', { 0: '普特' }, ['普通合伙', '特通合伙'])).toBe('晋通合伙')
})
