import { expect, test } from 'vitest'
import { levelFrame, pieceOf } from './frame.ts'
import { packagedWords } from './lexicon.ts'
import { mendWords } from './mend-words.ts'
import { documentsOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** A line in which one character was read with `sure`, and what else was seen there. */
function print(text: string, at: number, sure: number, rivals: [string, number][]) {
  const line = {
    page: 1,
    box: [10, 10, 10 + 20 * text.length, 10, 10 + 20 * text.length, 30, 10, 30] as const,
    text,
    confidence: 0.95,
    characters: [...text].map((_, i) => (i === at ? sure : 0.99)),
    rivals: rivals.map(([seen, probability]) => ({ at, text: seen, probability })),
  }
  const piece = pieceOf(line, levelFrame([line]))
  return piece ? [piece] : []
}
const mended = (...given: Parameters<typeof print>) => mendWords({ type: 'text' }, print(...given)).raw

test('the packaged list holds common words and no misread ones', () => {
  const words = packagedWords()
  expect(words.size).toBeGreaterThan(30_000)
  for (const word of ['手术', '准确', '家庭', '灭火器', '恢复', '关于']) expect(words.has(word), word).toBe(true)
  for (const word of ['手市', '谁确', '家症', '关干', 'Shanghai']) expect(words.has(word), word).toBe(false)
})

test('a character hardly read that makes no word gives way to one that was seen and does', () => {
  expect(mended('完善检查，行手市治疗', 7, 0.6, [['术', 0.18]])).toBe('完善检查，行手术治疗')
  expect(
    mended('信息真实、谁确', 5, 0.65, [
      ['维', 0.2],
      ['准', 0.11],
    ]),
  ).toBe('信息真实、准确')
})

test('a character read almost clearly gives way only to one that was seen almost as well', () => {
  expect(mended('经营许可中请', 4, 0.85, [['申', 0.14]])).toBe('经营许可申请')
})

test('a character that makes a word gives way to one that makes a longer one and was seen nearly as well', () => {
  expect(mended('配置天火器、疏散通道', 2, 0.6, [['灭', 0.3]])).toBe('配置灭火器、疏散通道')
  expect(mended('配置天火器、疏散通道', 2, 0.6, [['灭', 0.05]])).toBe('配置天火器、疏散通道')
})

test('the same character misread again in a value is put right with the first', () => {
  const [first] = print('行手市治疗，市后恢复', 2, 0.6, [['术', 0.18]])
  const glyphs = first?.glyphs.map((glyph, i) =>
    i === 6 ? { ...glyph, confidence: 0.9, rivals: [{ at: i, text: '术', probability: 0.01 }] } : glyph,
  )
  expect(mendWords({ type: 'text' }, first && glyphs ? [{ ...first, glyphs }] : []).raw).toBe('行手术治疗，术后恢复')
})

test('what was not seen is not put there, and what was clearly read or makes a word stays', () => {
  expect(mended('完善检查，行手市治疗', 7, 0.6, [['布', 0.18]])).toBe('完善检查，行手市治疗')
  expect(mended('完善检查，行手市治疗', 7, 0.97, [['术', 0.02]])).toBe('完善检查，行手市治疗')
  expect(mended('经营许可中请', 4, 0.85, [['申', 0.05]])).toBe('经营许可中请')
  expect(mended('变更住所', 2, 0.6, [['住', 0.3]])).toBe('变更住所')
  expect(mended('前往城市治疗', 3, 0.6, [['术', 0.3]])).toBe('前往城市治疗')
})

test('names of firms, persons and places are no words', () => {
  expect(mended('上海拾光记网络有限公司', 4, 0.4, [['电', 0.3]])).toBe('上海拾光记网络有限公司')
  expect(mended('白琴慧', 2, 0.4, [['瑟', 0.3]])).toBe('白琴慧')
  expect(mended('金沙江路市中里3号', 4, 0.4, [['集', 0.3]])).toBe('金沙江路市中里3号')
  expect(mendWords({ type: 'org-name' }, print('手市', 1, 0.6, [['术', 0.2]])).raw).toBe('手市')
})

test('a value put right says what was read first and is not used unseen', async () => {
  const page = typeset([
    [450, 80, '出院小结', 48],
    [100, 200, '姓名：王小满'],
    [100, 260, '入院日期：2026年5月1日'],
    [100, 320, '出院日期：2026年5月9日'],
    [100, 380, '诊疗经过：完善检查，行手市治疗'],
  ])
  const lines = page.lines.map((line) => {
    const at = line.text.indexOf('市')
    if (at < 0) return line
    const characters = [...line.text].map((_, i) => (i === at ? 0.77 : 0.99))
    return { ...line, characters, rivals: [{ at, text: '术', probability: 0.18 }] }
  })
  const [document] = await documentsOf({ ...page, lines })
  const { value, raw, note, confidence } = document?.fields.诊疗经过 ?? {}
  expect([value, raw]).toEqual(['完善检查,行手术治疗', '完善检查，行手市治疗'])
  expect(note).toContain('手市')
  expect(confidence).toBeLessThan(0.6)
})

const place = (...given: Parameters<typeof print>) => mendWords({ type: 'address' }, print(...given)).raw

test('the name of a division in an address is a word, that of a road or a house is none', () => {
  expect(place('江苏省准安市长安路5号', 3, 0.6, [['淮', 0.05]])).toBe('江苏省淮安市长安路5号')
  expect(place('金沙江路市中里3号', 4, 0.4, [['集', 0.3]])).toBe('金沙江路市中里3号')
  expect(place('上海市曹杨路3号', 4, 0.4, [['操', 0.3]])).toBe('上海市曹杨路3号')
})

test('offices are named in words, firms are not', () => {
  expect(mendWords({ type: 'org-name' }, print('某某市文化和旅萨局', 7, 0.6, [['游', 0.2]])).raw).toBe(
    '某某市文化和旅游局',
  )
  expect(mendWords({ type: 'org-name' }, print('某某旅萨用品店', 3, 0.6, [['游', 0.2]])).raw).toBe('某某旅萨用品店')
})
