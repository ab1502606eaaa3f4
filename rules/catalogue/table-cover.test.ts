import { expect, test } from 'vitest'
import { alternatives, bandOf } from './table-cells.ts'
import { tableOverlaps, uncovered } from './table-cover.ts'

const band = (from: number, to: number, withFrom: boolean, withTo: boolean) => ({ from, to, withFrom, withTo })
const UP = Number.POSITIVE_INFINITY
const DOWN = Number.NEGATIVE_INFINITY

test.each([
  ['0–50', band(0, 50, true, false)],
  ['0-50', band(0, 50, true, false)],
  ['0至50平方米', band(0, 50, true, false)],
  ['1,000~2,000', band(1000, 2000, true, false)],
  ['[0, 50]', band(0, 50, true, true)],
  ['(0..50]', band(0, 50, false, true)],
  ['50以上', band(50, UP, true, false)],
  ['超过50', band(50, UP, false, false)],
  ['≥50', band(50, UP, true, false)],
  ['50人以下', band(DOWN, 50, false, true)],
  ['不足50', band(DOWN, 50, false, false)],
  ['50', band(50, 50, true, true)],
  ['０－５０', band(0, 50, true, false)],
  ['5000元至1万元', band(5000, 10_000, true, false)],
  ['1–5万人', band(1, 5, true, false)],
  ['50以上不足100', band(50, 100, true, false)],
  ['超过10人且不超过20人', band(10, 20, false, true)],
  ['≥50且<100', band(50, 100, true, false)],
  ['2小时以内', band(DOWN, 2, false, true)],
  ['[50, ∞)', band(50, UP, true, false)],
  ['2026-01-01至2026-01-31', band(20_454, 20_484, true, true)],
])('%s is a band of numbers', (text, expected) => {
  expect(bandOf(text)).toMatchObject(expected)
})

test.each(['甲', '50–0', '5000元–1万人', '2026-02-01至2026-02-30', '专间', '二楼', '2号–3号', ''])(
  '%s is none',
  (text) => {
    expect(bandOf(text)).toBeNull()
  },
)

test('of whole numbers a band holds both ends', () => {
  expect(bandOf('1–50', true)).toMatchObject(band(1, 50, true, true))
})

test('alternatives stand behind a stroke or a comma; thousands, brackets and names with “、” are one', () => {
  expect(alternatives('甲, 乙，丙/丁')).toEqual(['甲', '乙', '丙', '丁'])
  expect(alternatives('0–1,000, [2, 3)')).toEqual(['0–1,000', '[2, 3)'])
  expect(alternatives('高山滑雪、单板滑雪')).toEqual(['高山滑雪、单板滑雪'])
})

const CLEAN = [
  { 项目: '甲, 乙', 面积: '0–50', 人数: 1 },
  { 项目: '甲/乙', 面积: '50–200', 人数: 2 },
  { 项目: '丙', 面积: '0–200', 人数: 3 },
]

test('a table whose bands follow each other for every word has neither gap nor overlap', () => {
  expect(uncovered(CLEAN)).toEqual([])
  expect(tableOverlaps(CLEAN)).toEqual([])
})

test('a gap between two bands is told with the word and the numbers, its ends too', () => {
  expect(
    uncovered([
      { 面积: '0–50', 人数: 1 },
      { 面积: '80–200', 人数: 2 },
    ]),
  ).toEqual(['面积 50–80（不含 80）'])
  expect(
    uncovered([
      { 面积: '0–50', 人数: 1 },
      { 面积: '超过50', 人数: 2 },
    ]),
  ).toEqual(['面积 50'])
  expect(
    uncovered([
      { 面积: '不足50', 人数: 1 },
      { 面积: '80以上', 人数: 2 },
    ]),
  ).toEqual(['面积 50–80（不含 80）'])
})

test('a band that one word has and another lacks is told as that combination', () => {
  const rows = [...CLEAN.slice(0, 2), { 项目: '丙', 面积: '0–50', 人数: 3 }]
  expect(uncovered(rows)).toEqual(['项目 丙，面积 50–200'])
})

test('two words that are never combined are told as that combination', () => {
  const rows = [
    { 项目: '甲', 类别: '大', 人数: 1 },
    { 项目: '甲', 类别: '小', 人数: 2 },
    { 项目: '乙', 类别: '大', 人数: 3 },
  ]
  expect(uncovered(rows)).toEqual(['项目 乙，类别 小'])
})

test('two bands that overlap are told with the rows and where', () => {
  const rows = [
    { 项目: '甲', 面积: '0–100', 人数: 1 },
    { 项目: '甲', 面积: '50–200', 人数: 2 },
    { 项目: '乙', 面积: '0–200', 人数: 2 },
  ]
  expect(tableOverlaps(rows)).toEqual([
    { first: 0, second: 1, where: '项目 甲，面积 50–100（不含 100）', isSame: false },
  ])
  const touching = [
    { 面积: '[0, 50]', 人数: 1 },
    { 面积: '[50, 80]', 人数: 2 },
  ]
  expect(tableOverlaps(touching).map(({ where }) => where)).toEqual(['面积 50'])
})

test('rows that share one of their alternatives overlap there', () => {
  const rows = [
    { 岗位: '安全, 技术', 人数: 1 },
    { 岗位: '技术/网络', 人数: 2 },
  ]
  expect(tableOverlaps(rows)).toEqual([{ first: 0, second: 1, where: '岗位 技术', isSame: false }])
  expect(
    tableOverlaps([
      { 岗位: '安全', 人数: 1 },
      { 岗位: '全部', 人数: 3 },
    ]),
  ).toEqual([])
})

test('columns 从 and 到 are one band; an end that is not written is open', () => {
  const rows = [
    { 从: 0, 到: 50, 比例: 0.5 },
    { 从: 50, 到: 100, 比例: 0.6 },
    { 从: 120, 比例: 0.7 },
  ]
  expect(uncovered(rows)).toEqual(['从…到 100–120（不含 120）'])
  expect(tableOverlaps([...rows, { 从: 90, 到: 110, 比例: 0.8 }]).map(({ where }) => where)).toEqual([
    '从…到 90–100（不含 100）',
  ])
})

test('declared limits are the ends up to which a table must speak', () => {
  const rows = [{ 面积: '10–50', 人数: 1 }]
  expect(uncovered(rows)).toEqual([])
  expect(uncovered(rows, [{ name: '面积', min: 0, max: 80 }])).toEqual([
    '面积 0–10（不含 10）',
    '面积 50–80（不含 50）',
  ])
})

test('of whole numbers nothing lies between 50 and 51', () => {
  const rows = [
    { 人数: '1–50', 名额: 1 },
    { 人数: '51–200', 名额: 2 },
  ]
  expect(uncovered(rows, [{ name: '人数', type: 'integer' }])).toEqual([])
  expect(uncovered(rows)).toEqual(['人数 50–51（不含 51）'])
  const sharing = [
    { 人数: '1–50', 名额: 1 },
    { 人数: '50–200', 名额: 2 },
  ]
  expect(tableOverlaps(sharing, [{ name: '人数', type: 'integer' }]).map(({ where }) => where)).toEqual(['人数 50'])
})

test('where no column counts, the last one beside a band is what follows; a list of words has nothing that follows', () => {
  const rows = [
    { 面积: '0–50', 程序: '简易' },
    { 面积: '60–200', 程序: '一般' },
  ]
  expect(uncovered(rows)).toEqual(['面积 50–60（不含 60）'])
  const list = [
    { 项目: '冷食', 功能区: '专间' },
    { 项目: '冷食/生食', 功能区: '备餐' },
  ]
  expect([uncovered(list), tableOverlaps(list)]).toEqual([[], []])
  const said = [
    { 项目: '冷食', 程序: '甲' },
    { 项目: '冷食/生食', 程序: '乙' },
  ]
  expect(tableOverlaps(said, [{ name: '程序', result: true }]).map(({ where }) => where)).toEqual(['项目 冷食'])
})

test('cells in different sizes of one unit are compared: 1万元 is 10000元', () => {
  const rows = [
    { 金额: '1万元以下', 天数: 1 },
    { 金额: '5000元以上', 天数: 2 },
  ]
  expect(tableOverlaps(rows).map(({ where }) => where)).toEqual(['金额 5000–10000元'])
  const apart = [
    { 时长: '60分钟以下', 天数: 1 },
    { 时长: '超过1小时', 天数: 2 },
  ]
  expect([tableOverlaps(apart), uncovered(apart)]).toEqual([[], []])
})

test('where every column counts, the last is what follows: one grade with two results overlaps', () => {
  const grades = (second: number) => [
    { 等级: 1, 人数: 3 },
    { 等级: second, 人数: 4 },
  ]
  expect(tableOverlaps(grades(1))).toEqual([{ first: 0, second: 1, where: '等级 1', isSame: false }])
  expect(tableOverlaps(grades(2))).toEqual([])
})

test('columns 从 and 到 may hold days, both within: those that follow each other neither overlap nor leave a gap', () => {
  const rows = [
    { 从: '2026-01-01', 到: '2026-01-31', 比例: 0.5 },
    { 从: '2026-02-01', 到: '2026-02-28', 比例: 0.6 },
  ]
  expect([tableOverlaps(rows), uncovered(rows)]).toEqual([[], []])
  const later = [...rows, { 从: '2026-03-02', 比例: 0.7 }]
  expect(uncovered(later)).toEqual(['从…到 2026-02-28–2026-03-02（不含 2026-02-28、2026-03-02）'])
  const both = [...rows, { 从: '2026-02-20', 到: '2026-03-31', 比例: 0.7 }]
  expect(tableOverlaps(both).map(({ where }) => where)).toEqual(['从…到 2026-02-20–2026-02-28'])
})
