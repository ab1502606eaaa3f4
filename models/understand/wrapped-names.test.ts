import { expect, test } from 'vitest'
import { documentsOf, valuesOf } from './reading-of.ts'
import { type SetLine, typeset } from './typeset.ts'

const heading: SetLine[] = [
  [520, 180, '从业人员名册', 48],
  [200, 375, '单位名称：上海青橙体育文化有限公司'],
  [800, 375, '填报日期：2026年1月8日'],
  [134, 470, '姓名', 26],
  [395, 470, '证件号码', 26],
  [734, 470, '岗位', 26],
  [848, 470, '资质证书号', 26],
  [1035, 470, '联系电话', 26],
]

const staff = async (...below: SetLine[]) => {
  const [document] = await documentsOf(typeset([...heading, ...below]))
  const people = valuesOf(document).人员
  return [document?.fields.人员?.confidence, (people as { 姓名: string }[]).map((one) => one.姓名)] as const
}

/** A row whose cells stand in the middle of two lines of name. */
const person = (y: number, name: string, id: string, post: string, paper: string, phone: string): SetLine[] => [
  [134, y - 19, name.slice(0, 2), 26],
  ...(name.length > 2 ? [[146, y + 18, name.slice(2), 26] as const] : []),
  [300, y, id, 22],
  [721, y, post, 26],
  [848, y, paper, 20],
  [1035, y, phone, 20],
]

/** The same with the name on the level of the other cells. */
const level = ([x, y, text, height]: SetLine): SetLine => [x, x === 134 ? y : y - 19, text, height ?? 24]

test('a name that wraps onto a second line is one person, the last of the list too', async () => {
  const [confidence, names] = await staff(
    ...person(544, '潘峰立', '330102199911151578', '救生员', 'T31004221538842', '15800008687'),
    ...person(636, '谢文平', '320902198608138132', '救生员', 'S31003925027515', '13900000135'),
    ...person(728, '石军斌', '510104199409116132', '救生员', 'S31008992018803', '17700003204'),
  )
  expect(names).toEqual(['潘峰立', '谢文平', '石军斌'])
  expect(confidence).toBeGreaterThan(0.6)
})

test('a name as far below the one above as the next one is a person of their own', async () => {
  const [, names] = await staff(
    ...person(559, '潘峰', '330102199911151578', '救生员', 'T31004221538842', '15800008687').map(level),
    [134, 580, '谢平', 26],
    ...person(639, '石斌', '510104199409116132', '救生员', 'S31008992018803', '17700003204').map(level),
  )
  expect(names).toEqual(['潘峰', '谢平', '石斌'])
})

test('a name of Han with a letter in it is never sure', async () => {
  const [confidence] = await staff(
    ...person(544, 'T志亮', '330102199911151578', '救生员', 'T31004221538842', '15800008687'),
    ...person(636, '谢文平', '320902198608138132', '救生员', 'S31003925027515', '13900000135'),
  )
  expect(confidence).toBeLessThan(0.6)
})

test('a list with a name of which a character was hardly read, or that may be misread, is never sure', async () => {
  const list = (name: string) => [
    ...person(544, name, '330102199911151578', '救生员', 'T31004221538842', '15800008687').map(level),
    ...person(636, '谢文平', '320902198608138132', '救生员', 'S31003925027515', '13900000135').map(level),
  ]
  const readWith = async (name: string, characters: number[]) => {
    const read = typeset([...heading, ...list(name)])
    const lines = read.lines.map((line) => (line.text === name ? { ...line, characters } : line))
    const [document] = await documentsOf({ ...read, lines })
    return document?.fields.人员?.confidence ?? Number.NaN
  }
  // A name that no usual surname begins is as good as any, where every character of it was clearly read.
  for (const name of ['秦淼', '扎西']) expect(await readWith(name, [0.99, 0.99]), name).toBeGreaterThan(0.6)
  expect(await readWith('都慧', [0.93, 0.99])).toBeLessThan(0.6)
  expect(await readWith('秦哗', [0.99, 0.99])).toBeLessThan(0.6)
  expect(await readWith('邱淼', [0.98, 0.72])).toBeLessThan(0.6)
})
