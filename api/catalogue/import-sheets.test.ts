import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CATALOGUE_FOLDER,
  type Cell,
  catalogueSheets,
  type FilledSheet,
  loadCatalogueFiles,
} from '../../rules/index.ts'
import { importReport } from './catalogue-report.ts'
import { applyImport, planImport } from './import-sheets.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'

let temporary: string
let folder: string
let exported: FilledSheet[]

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'sheets-'))
  folder = join(temporary, 'rules', 'catalogue')
  // One matter is enough to change, with the one it sends people to, and one that has a parameter to be set: the whole
  // catalogue takes its time to load.
  const isKept = (name: string) =>
    !name.endsWith('.ts') &&
    (!/[\\/]matters[\\/]/.test(name) || /food-business|prepacked-food-filing|birth-registration-service/.test(name))
  cpSync(CATALOGUE_FOLDER, folder, { recursive: true, filter: isKept })
  exported = await readWorkbook(await writeWorkbook(catalogueSheets(loadCatalogueFiles(folder))))
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const FOOD = 'matters/food-business/matter.yaml'
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** The workbook with some cells written over, by sheet, place and title. */
function filled(...cells: { sheet: string; file?: string; place: string; title: string; value: Cell; nth?: number }[]) {
  return exported.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row])
    for (const { file = FOOD, place, title, value, nth = 0 } of cells.filter((cell) => cell.sheet === sheet.name)) {
      const row = rows.filter((one) => one[0] === file && one[1] === place)[nth]
      const column = rows[0]?.indexOf(title) ?? -1
      if (!row || column < 0) throw new Error(`no cell ${file} ${place} ${title}`)
      row[column] = value
    }
    return { name: sheet.name, rows }
  })
}

test('a workbook taken back as it was exported changes nothing, over the whole catalogue', async () => {
  const whole = await readWorkbook(await writeWorkbook(catalogueSheets(loadCatalogueFiles())))
  expect(whole.map(({ name, rows }) => [name, rows.length > 1])).toEqual([
    ['参数', true],
    ['决策表', true],
    ['要点', true],
    ['材料', true],
  ])
  expect(planImport(CATALOGUE_FOLDER, whole)).toEqual({ files: [], changes: [], faults: [], broken: [], gaps: [] })
})

describe('a change', () => {
  test('is told with file, key, old and new, and only its own text changes', () => {
    const plan = planImport(
      folder,
      filled(
        { sheet: '参数', place: 'parameters.变更期限', title: '值', value: 12 },
        { sheet: '参数', place: 'parameters.业务', title: '值', value: '食品经营\n食品销售\n餐饮管理' },
        { sheet: '决策表', place: 'parameters.必备功能区', title: '功能区', value: '冷荤间', nth: 5 },
        { sheet: '要点', place: 'points.M01-P01', title: '严重程度', value: '补正' },
      ),
    )
    expect(plan.faults).toEqual([])
    expect(plan.changes.map(({ file, key, before, after }) => [file, key, before, after])).toEqual([
      [FOOD, 'parameters.业务 值', '食品经营\n食品销售\n餐饮服务', '食品经营\n食品销售\n餐饮管理'],
      [FOOD, 'parameters.变更期限 值', '10', '12'],
      [FOOD, 'parameters.必备功能区 功能区', '专间', '冷荤间'],
      [FOOD, 'points.M01-P01 严重程度', '不予受理', '补正'],
    ])
    expect(plan.files).toEqual([
      {
        file: FOOD,
        text: read(FOOD)
          .replace('变更期限: { value: 10,', '变更期限: { value: 12,')
          .replace('食品销售, 餐饮服务]', '食品销售, 餐饮管理]')
          .replace('{ 项目: 冷食, 功能区: 专间 }', '{ 项目: 冷食, 功能区: 冷荤间 }')
          .replace(/(id: M01-P01[\s\S]*?severity: )block/, '$1correct'),
      },
    ])
    expect(read(FOOD)).toContain('变更期限: { value: 10,')
  })

  test('may set what nobody has set yet, where its type was said; a value without its type is told how to be written', () => {
    const file = 'matters/birth-registration-service/matter.yaml'
    const cell = { sheet: '参数', file, place: 'parameters.本街镇' }
    const value = { ...cell, title: '值', value: '曹杨新村街道' }
    const set = planImport(folder, filled({ ...cell, title: '类型', value: '文字' }, value))
    expect([set.faults, set.broken]).toEqual([[], []])
    expect(set.files[0]?.text).toMatch(/^ {2}本街镇: \{.*value: 曹杨新村街道.*\}$/mu)
    expect(planImport(folder, filled(value)).faults[0]).toMatchObject({
      sheet: '参数',
      column: 'F（值）',
      fix: expect.stringContaining('类型改成它的那一种'),
    })
    const wrong = filled({ ...cell, title: '类型', value: '数' }, { ...cell, title: '值', value: 3 })
    expect(planImport(folder, wrong).faults[0]).toMatchObject({
      sheet: '参数',
      message: expect.stringContaining('类型不对'),
    })
  })

  test('that says a matter has no such requirement is one word', () => {
    const [plan] = [
      planImport(
        folder,
        filled(
          { sheet: '参数', place: 'parameters.变更期限', title: '类型', value: '无此要求' },
          { sheet: '参数', place: 'parameters.变更期限', title: '值', value: null },
        ),
      ),
    ]
    expect(plan.faults).toEqual([])
    expect(plan.files[0]?.text).toBe(read(FOOD).replace('变更期限: { value: 10,', '变更期限: { value: null,'))
  })

  test('that leaves a choice without a row is shown with that choice', () => {
    const place = 'parameters.必备功能区'
    const plan = planImport(folder, filled({ sheet: '决策表', place, title: '项目', value: '零食', nth: 12 }))
    expect([plan.faults, plan.changes.length]).toEqual([[], 1])
    expect(plan.gaps).toEqual([
      expect.stringMatching(/^食品经营许可 参数 必备功能区：经营项目选 .*散装.* 时一行也对不上$/u),
    ])
    expect(importReport(plan)).toContain('散装')
  })

  test('may add a row to a table and take one away', () => {
    const sheets = filled().map((sheet) => {
      if (sheet.name !== '决策表') return sheet
      const own = sheet.rows.filter(([file, place]) => file === FOOD && place === 'parameters.必备功能区')
      const [gone, sample] = [own[5], own[0]]
      const added = sample?.map((cell, i) =>
        ['行', '校验', '所属'].includes(String(sheet.rows[0]?.[i])) ? null : cell,
      )
      const column = sheet.rows[0]?.indexOf('项目') ?? -1
      if (added) added[column] = '中央厨房'
      return { ...sheet, rows: [...sheet.rows.filter((row) => row !== gone), added ?? []] }
    })
    const plan = planImport(folder, sheets)
    expect(plan.faults).toEqual([])
    const last = '      - { 项目: 散装, 功能区: 销售/陈列/经营 }\n'
    expect(plan.files[0]?.text).toBe(
      read(FOOD)
        .replace('      - { 项目: 冷食, 功能区: 专间 }\n', '')
        .replace(last, `${last}      - { 项目: 中央厨房, 功能区: 烹饪/切配/粗加工/制作/操作 }\n`),
    )
  })
})

describe('nothing is written', () => {
  test('when a cell is wrong: sheet, row, column, what and how to mend it', () => {
    const { faults, files } = planImport(
      folder,
      filled(
        { sheet: '参数', place: 'parameters.变更期限', title: '值', value: '十' },
        { sheet: '参数', place: 'parameters.变更期限', title: '依据', value: '某法 第五条' },
        { sheet: '决策表', place: 'parameters.必备功能区', title: '功能区', value: null },
        { sheet: '要点', place: 'points.M01-P01', title: '严重程度', value: '严重' },
        { sheet: '要点', place: 'points.M01-P01', title: '怎么改', value: null },
        { sheet: '要点', place: 'points.M01-P02', title: '编号', value: 'M01-P99' },
        {
          sheet: '材料',
          place: 'materials.设备设施清单',
          file: 'matters/food-business/S001.yaml',
          title: '是否必交',
          value: '要',
        },
      ),
    )
    expect(files).toEqual([])
    expect(faults.map(({ sheet, column, message }) => [sheet, column, message])).toEqual([
      ['参数', 'F（值）', '“十”不是数'],
      ['参数', 'I（依据）', '依据“某法 第五条”看不懂'],
      ['决策表', expect.stringMatching(/（功能区）$/u), '这一格不能空着'],
      ['要点', 'G（严重程度）', '没有“严重”这一种'],
      ['要点', 'I（怎么改）', '这一格不能空着'],
      ['要点', 'D（编号）', '这一列只供查看，不能改'],
      ['材料', 'E（是否必交）', '没有“要”这一种'],
    ])
    expect(faults.every(({ row, fix }) => row > 1 && fix !== '')).toBe(true)
  })

  test('when a number is beyond the limits of its column, or a row then speaks of another row’s case', async () => {
    const before = read(FOOD)
    const table = '  岗位配备: { value: [{ 岗位: 店长/经理, 人数: 1 }, { 岗位: 厨师, 人数: 2 }] }\n'
    try {
      writeFileSync(join(folder, FOOD), before.replace('parameters:\n', `parameters:\n${table}`))
      const sheets = await readWorkbook(await writeWorkbook(catalogueSheets(loadCatalogueFiles(folder))))
      const told = (changes: Record<string, Cell>, place: string) => {
        const changed = sheets.map((sheet) => {
          const titles = sheet.rows[0] ?? []
          const wanted = sheet.rows.findIndex(([file, at]) => file === FOOD && at === place)
          const cells = (row: readonly Cell[]) => row.map((cell, i) => changes[String(titles[i])] ?? cell)
          return { ...sheet, rows: sheet.rows.map((row, i) => (i === wanted ? cells(row) : row)) }
        })
        const { faults, files } = planImport(folder, changed)
        expect(files).toEqual([])
        return faults.map(({ sheet, column, message }) => [
          sheet,
          column,
          message.replace(/（matters.*|（rules.*/u, ''),
        ])
      }
      const [posts, days] = ['parameters.岗位配备', 'parameters.变更期限']
      expect(told({ 人数: -5 }, posts)).toEqual([
        ['决策表', expect.stringMatching(/（人数）$/u), '参数 岗位配备 第 1 行的“人数”是 -5，不能小于 1'],
      ])
      expect(told({ 值: -5 }, days)).toEqual([['参数', 'F（值）', '参数 变更期限 是 -5，不能小于 0']])
      expect(told({ 岗位: '店长, 厨师' }, posts)).toEqual([
        ['决策表', expect.any(String), '参数 岗位配备 第 1 行和第 2 行都说到 岗位 厨师，结果却不一样'],
      ])
    } finally {
      writeFileSync(join(folder, FOOD), before)
    }
  })

  test('when days are fewer than none or no whole number', () => {
    const file = 'matters/birth-registration-service/matter.yaml'
    const told = (value: number) =>
      planImport(folder, filled({ sheet: '参数', file, place: 'parameters.孕期天数', title: '值', value }))
    for (const [value, why] of [
      [-280, '不能小于 0'],
      [280.5, '要写整数'],
    ] as const) {
      const { faults, files } = told(value)
      expect(files).toEqual([])
      expect(faults).toMatchObject([{ sheet: '参数', column: 'F（值）', message: expect.stringContaining(why) }])
    }
  })

  test('when a row stands one column beside its place: the cell from which on it does', () => {
    const days = 'parameters.变更期限'
    const told = (sheet: string, place: string, move: (row: readonly Cell[]) => Cell[]) => {
      const sheets = exported.map((one) => {
        const at = one.rows.findIndex(([file, where]) => file === FOOD && where === place)
        return one.name === sheet ? { ...one, rows: one.rows.map((row, i) => (i === at ? move(row) : row)) } : one
      })
      const { faults, files } = planImport(folder, sheets)
      expect(files).toEqual([])
      return faults.map(({ row, column, message }) => [row > 1, column, message])
    }
    const right = '从这一格起，整行往右错了一列'
    const inserted = (at: number) => (row: readonly Cell[]) => [...row.slice(0, at), null, ...row.slice(at)]
    expect(told('参数', days, inserted(4))).toEqual([[true, 'E（类型）', right]])
    expect(told('参数', days, inserted(0))).toEqual([[true, 'A（文件）', right]])
    expect(told('参数', days, (row) => [...row.slice(0, 4), ...row.slice(5)])).toEqual([
      [true, 'E（类型）', '从这一格起，整行往左错了一列'],
    ])
    expect(told('决策表', 'parameters.必备功能区', inserted(3))).toEqual([[true, 'D（行）', right]])
    // Pushed aside and changed as well: at least the cell that no export wrote.
    const changed = (row: readonly Cell[]) => inserted(4)(row).map((cell) => (cell === 10 ? 12 : cell))
    expect(told('参数', days, changed)).toEqual([[true, 'J（校验）', expect.stringContaining('可能错了列')]])
  })

  test('when a formula came to nothing: the error value is told as one, not as an empty cell', async () => {
    const sheets = catalogueSheets(loadCatalogueFiles(folder))
    const parts = unzipSync(await writeWorkbook(sheets))
    const name = 'xl/worksheets/sheet1.xml'
    const xml = strFromU8(parts[name] ?? new Uint8Array())
    const row =
      2 + (sheets[0]?.rows.findIndex(({ file, place }) => file === FOOD && place === 'parameters.变更期限') ?? -2)
    const broken = xml.replace(
      new RegExp(`<c r="F${row}"[^>]*>.*?</c>`, 'u'),
      `<c r="F${row}" t="e"><v>#DIV/0!</v></c>`,
    )
    expect(broken).not.toBe(xml)
    const { faults } = planImport(
      folder,
      await readWorkbook(Buffer.from(zipSync({ ...parts, [name]: strToU8(broken) }))),
    )
    expect(faults).toMatchObject([{ row, column: 'F（值）', message: '这一格是错误值 #DIV/0!（公式没有算出来）' }])
  })

  test('when the changed catalogue would not load; the cell that breaks it is named', () => {
    const { faults, broken, files } = planImport(
      folder,
      filled({ sheet: '要点', place: 'points.M01-P01', title: '判断', value: '申请表.没有这一项 = "甲"' }),
    )
    expect([files, broken]).toEqual([[], []])
    expect(faults[0]).toMatchObject({ sheet: '要点', column: 'L（判断）' })
    expect(faults[0]?.message).toContain('没有这一项')
  })

  test('when a row is missing, stands twice, or is not in the catalogue', () => {
    const sheets = filled().map((sheet) => {
      if (sheet.name !== '材料') return sheet
      const [header = [], first = [], second = [], ...rows] = sheet.rows
      return {
        ...sheet,
        rows: [header, second, second, [...first.slice(0, 1), 'materials.没有', ...first.slice(2)], ...rows],
      }
    })
    const { faults } = planImport(folder, sheets)
    expect(faults.map(({ message }) => message)).toEqual([
      '和第 2 行重复',
      expect.stringMatching(/^少了/),
      expect.stringMatching(/^目录里没有/),
    ])
  })

  test('over what somebody else changed in the YAML since the export', () => {
    const before = read(FOOD)
    try {
      writeFileSync(join(folder, FOOD), before.replace('变更期限: { value: 10,', '变更期限: { value: 11,'))
      expect(planImport(folder, exported)).toMatchObject({ changes: [], faults: [] })
      const both = planImport(folder, filled({ sheet: '参数', place: 'parameters.变更期限', title: '值', value: 12 }))
      expect(both.faults.map(({ message }) => message)).toEqual(['导出以后，目录里的这一处也改过'])
    } finally {
      writeFileSync(join(folder, FOOD), before)
    }
  })
})

test('an agreed plan is written, and the next import of the same workbook has nothing left to do', () => {
  const sheets = filled({
    sheet: '参数',
    place: 'parameters.变更期限',
    title: '说明',
    value: '改过的说明，带“引号”: 和 # 号',
  })
  applyImport(folder, planImport(folder, sheets))
  expect(read(FOOD)).toContain('unit: 工作日, note: "改过的说明，带“引号”: 和 # 号" }')
  expect(planImport(folder, sheets)).toMatchObject({ changes: [], faults: [] })
})
