import { expect, test } from 'vitest'
import { cellFaults } from './table-faults.ts'

const bands = (...cells: (string | number)[]) => cells.map((cell, i) => ({ 面积: cell, 人数: i }))
const told = (...cells: (string | number)[]) => cellFaults(bands(...cells)).map(({ row, message }) => [row, message])

test.each([
  [['0–50', '若干', '100以上'], 1, '“若干”看不懂：这一列写的是分段'],
  [['0–50', '五十以上'], 1, '“五十以上”看不懂：这一列写的是分段'],
  [['0–50', '50–0'], 1, '“50–0”起点大于终点'],
  [['从 50 到 0', '60–10'], 0, '“从 50 到 0”起点大于终点'],
  [['50–0', '60–10'], 0, '“50–0”起点大于终点'],
  [['3光年以内', '3光年以上'], 0, '“3光年以内”看不懂：这一列写的是分段'],
  [['1光年–3光年'], 0, '“1光年–3光年”看不懂：这一列写的是分段'],
  [['0–50', '50以上，不足100'], 1, '“50以上，不足100”里的几段说到同样的数'],
  [['50人以下', '50平方米以上'], 1, '“50平方米以上”的单位和别的格（人）不能比'],
  [['5000元以下', '1万元以上', '0.5–1'], 2, '“0.5–1”没有写单位，别的格写的是元、万元'],
  [['2026-01-01至2026-02-30'], 0, '“2026-01-01至2026-02-30”看不懂：这一列写的是分段'],
])('of %o row %i cannot be understood', (cells, row, message) => {
  expect(told(...cells)).toContainEqual([row, message])
})

test.each([
  [['0–50', '５０–１００', '100以上', '全部']],
  [['2小时以下', '超过2小时']],
  [['50平米以下', '50㎡以上', '80平方以上']],
  [['1万元以下', '10000元以上']],
  [['0–50', 50, '超过50']],
  [['50以上不足100', '100以上', '0–50']],
  [['甲', '乙']],
  [['2号–3号', '二楼', '本科以上']],
  [['021-58123456', '2026-03-31']],
])('%o can be understood, or is no column of bands', (cells) => {
  expect(cellFaults(bands(...cells))).toEqual([])
})

test('the ends of 从 and 到 are numbers or days, in order', () => {
  const ends = (从: string | number, 到: string | number) =>
    cellFaults([{ 从, 到, 比例: 1 }]).map(({ column, message }) => [column, message])
  expect(ends(50, 0)).toEqual([['到', '到 0，却从 50 起']])
  expect(ends('2026-03-01', '2026-02-01')).toEqual([['到', '到 2026-02-01，却从 2026-03-01 起']])
  expect(ends('五十', 100)).toEqual([['从', '“五十”不是数，也不是日期']])
  expect(ends(50, '2026-02-01')).toEqual([['到', '“2026-02-01”：一张表里数和日期混着写']])
  expect([ends(0, 50), ends('2026-01-01', '2026-01-01'), ends('2026-01-01', '长期')]).toEqual([[], [], []])
})

test('a column that says what follows is free text', () => {
  const rows = [
    { 面积: '0–50', 程序: '3人以上' },
    { 面积: '50–80', 程序: '面谈' },
  ]
  expect(cellFaults(rows, [{ name: '程序', result: true }])).toEqual([])
})
