import { expect, test } from 'vitest'
import type { Line } from '../../facts/reading.ts'
import { documentsOf, valuesOf } from './reading-of.ts'
import { typeset } from './typeset.ts'

/** A line of an identity card whose characters, 40 pixels wide, stand at these shares of it. */
const seen = (text: string, x0: number, x1: number, xs: number[]): Line => ({
  page: 1,
  box: [x0, 200, x1, 200, x1, 240, x0, 240],
  text,
  confidence: 0.98,
  characters: xs.map(() => 0.98),
  xs,
})

const card = (name: readonly Line[]) => {
  const page = typeset([
    [190, 300, '性别女'],
    [380, 300, '民族汉'],
    [190, 360, '出生1983年4月3日'],
    [190, 430, '住址上海市普陀区民生街309号10幢602室'],
    [190, 650, '公民身份号码'],
    [450, 650, '310107198304035747'],
  ])
  return { ...page, lines: [...name, ...page.lines] }
}

test('half a character at the end of a box that the next box has whole is no character', async () => {
  // The left half of 孙 in the first box is 子.
  const torn = [seen('姓名子', 184, 318, [0.156, 0.531, 0.969]), seen('孙丽凤', 295, 437, [0.233, 0.5, 0.833])]
  const [document] = await documentsOf(card(torn))
  expect(valuesOf(document)).toMatchObject({ 姓名: '孙丽凤' })
})

test('a whole character before a box that begins beside it stays', async () => {
  const whole = [seen('姓名子', 184, 328, [0.15, 0.45, 0.85]), seen('孙丽凤', 318, 460, [0.2, 0.5, 0.833])]
  const [document] = await documentsOf(card(whole))
  expect(valuesOf(document)).toMatchObject({ 姓名: '子孙丽凤' })
})

test('a letter at the end of a box that lies within the next box and was hardly read is the next one’s', async () => {
  const number = async (least: number) => {
    const label: Line = { ...seen('证号：F', 177, 351, [0.12, 0.35, 0.6, 0.93]), characters: [0.98, 0.98, 0.98, least] }
    const value = seen(
      'PT2025450930',
      333,
      546,
      [0.04, 0.12, 0.2, 0.29, 0.37, 0.46, 0.54, 0.62, 0.71, 0.79, 0.88, 0.96],
    )
    const page = typeset([
      [230, 80, '健康证明', 44],
      [177, 260, '姓名：孙丽凤'],
      [177, 320, '从业类别：食品'],
      [177, 380, '有效期至：2026年8月19日'],
    ])
    const [document] = await documentsOf({ ...page, lines: [...page.lines, label, value] })
    return valuesOf(document).证号
  }
  expect(await number(0.79)).toBe('PT2025450930')
  expect(await number(0.98)).toBe('FPT2025450930')
})

test('a figure at the beginning of a box that lies within the box before it and was read worse is that one’s', async () => {
  const born = async (least: number) => {
    const year: Line = {
      ...seen('出生1988', 190, 342, [0.06, 0.2, 0.45, 0.6, 0.75, 0.9]),
      characters: Array(6).fill(0.99),
    }
    const day: Line = { ...seen('3年8月13日', 320, 591, [0.03, 0.16, 0.34, 0.52, 0.7, 0.77, 0.91]) }
    const page = typeset([
      [190, 80, '姓名孙丽凤'],
      [190, 140, '性别女'],
      [380, 140, '民族汉'],
      [190, 430, '住址上海市普陀区民生街309号10幢602室'],
      [190, 650, '公民身份号码'],
      [450, 650, '310107198304035747'],
    ])
    const characters = [least, ...Array(6).fill(0.99)]
    const [document] = await documentsOf({ ...page, lines: [...page.lines, year, { ...day, characters }] })
    return valuesOf(document).出生
  }
  expect(await born(0.89)).toBe('1988-08-13')
  expect(await born(0.995)).not.toBe('1988-08-13')
})

test('figures that two boxes both begin with stay once, whichever of them was read more surely', async () => {
  const page = typeset([
    [400, 80, '食品经营许可证', 40],
    [100, 240, '经营者名称　上海一次过餐饮有限公司'],
    [100, 300, '发证日期'],
  ])
  const line = (text: string, x0: number, x1: number, xs: number[], first: number): Line => ({
    ...seen(text, x0, x1, xs),
    box: [x0, 300, x1, 300, x1, 330, x0, 330],
    characters: xs.map((_, i) => (i === 0 ? first : 0.99)),
  })
  const lines = [
    line('20', 296, 316, [0.2, 0.8], 0.99),
    line('2024年09月01日', 300, 500, [0.02, 0.06, 0.12, 0.18, 0.28, 0.38, 0.44, 0.54, 0.64, 0.72, 0.8], 0.9),
  ]
  const [document] = await documentsOf({ ...page, lines: [...page.lines, ...lines] })
  expect(valuesOf(document)).toMatchObject({ 发证日期: '2024-09-01' })
})
