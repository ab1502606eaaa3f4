import { parse } from 'yaml'
import { type Cell, showBasis, showValue, valueKind, Words } from './cells.ts'
import type { YamlPath } from './edit-yaml.ts'

/** One catalogue file: its name inside the catalogue's folder (matters/food-business/S001.yaml) and what it says. */
export interface CatalogueFile {
  file: string
  text: string
}

/** What of a parsed catalogue file the sheets show; it was checked when the catalogue was loaded. */
interface CatalogueTree {
  id?: string
  name?: string
  parameters?: Record<string, Record<string, unknown>>
  points?: Record<string, unknown>[]
  materials?: Record<string, unknown>[]
  adjust?: Partial<Record<'points' | 'materials', Record<string, Record<string, unknown>>>>
}

export interface SheetRow {
  file: string
  /** Where it stands in its file, as the sheet says it: parameters.变更期限. */
  place: string
  /** Id and name of the matter, scenario or module it is written in. */
  whose: string
  path: YamlPath
  /** Of a table's row: its number from 1, and the table's path is that of `path` without the last part. */
  number?: number
  node: Record<string, unknown>
  /** Without the first columns (file, place, whose) and the last (校验). */
  cells: Cell[]
}

export interface SheetColumn {
  title: string
  width: number
  /** Key of the row's node that it shows; missing for what is only there to read. */
  key?: string
}

export interface CatalogueSheet {
  name: SheetName
  columns: readonly SheetColumn[]
  rows: SheetRow[]
}

export type SheetName = '参数' | '决策表' | '要点' | '材料'

/** First columns of every sheet; the last one tells an import whether the YAML has changed since. */
export const HEAD: readonly SheetColumn[] = [
  { title: '文件', width: 30 },
  { title: '位置', width: 26 },
  { title: '所属', width: 24 },
]
export const CHECK: SheetColumn = { title: '校验', width: 10 }

export const severity = new Words({ block: '不予受理', correct: '补正', advise: '提示' })
export const required = new Words({ required: '必交', conditional: '按条件交' })

const PARAMETER: readonly SheetColumn[] = [
  { title: '名称', width: 16 },
  { title: '类型', width: 10, key: 'kind' },
  { title: '值', width: 40, key: 'value' },
  { title: '单位', width: 10, key: 'unit' },
  { title: '说明', width: 40, key: 'note' },
  { title: '依据', width: 60, key: 'basis' },
]
const POINT: readonly SheetColumn[] = [
  { title: '编号', width: 12 },
  { title: '版本', width: 10 },
  { title: '要点', width: 40, key: 'statement' },
  { title: '严重程度', width: 10, key: 'severity' },
  { title: '不通过时说', width: 40, key: 'message' },
  { title: '怎么改', width: 40, key: 'fix' },
  { title: '人工看什么', width: 30, key: 'look' },
  { title: '适用条件', width: 40, key: 'when' },
  { title: '判断', width: 60, key: 'check' },
]
const MATERIAL: readonly SheetColumn[] = [
  { title: '材料', width: 20 },
  { title: '是否必交', width: 10, key: 'required' },
  { title: '什么时候交', width: 50, key: 'when' },
  { title: '免交方式', width: 14, key: 'exempt.by' },
  { title: '免交条件', width: 40, key: 'exempt.when' },
  { title: '说明', width: 50, key: 'note' },
]

interface Source {
  file: string
  whose: string
  tree: CatalogueTree
}

const plain = (value: unknown): Cell => (typeof value === 'string' ? value : null)

/** The four sheets of the catalogue: parameters, table rows, points, materials, in the order of the files. */
export function catalogueSheets(files: readonly CatalogueFile[]): CatalogueSheet[] {
  const sources = files.map(({ file, text }): Source => {
    const tree = (parse(text) ?? {}) as CatalogueTree
    return { file, tree, whose: `${tree.id ?? ''} ${tree.name ?? ''}`.trim() }
  })
  const tables = sources.flatMap(tableRows)
  const names = [...new Set(tables.flatMap(({ node }) => Object.keys(node)))]
  return [
    { name: '参数', columns: PARAMETER, rows: sources.flatMap(parameterRows) },
    {
      name: '决策表',
      columns: [{ title: '行', width: 6 }, ...names.map((title) => ({ title, width: 24, key: title }))],
      rows: tables.map((row) => ({
        ...row,
        cells: [row.number ?? null, ...names.map((name) => shown(row.node[name]))],
      })),
    },
    { name: '要点', columns: POINT, rows: sources.flatMap(pointRows) },
    { name: '材料', columns: MATERIAL, rows: sources.flatMap(materialRows) },
  ]
}

const shown = (value: unknown): Cell => (typeof value === 'boolean' ? (value ? '是' : '否') : ((value ?? null) as Cell))

function parameterRows({ file, whose, tree }: Source): SheetRow[] {
  return Object.entries(tree.parameters ?? {}).map(([name, node]) => ({
    file,
    whose,
    place: `parameters.${name}`,
    path: ['parameters', name],
    node,
    cells: [name, valueKind(node), showValue(node), plain(node.unit), plain(node.note), showBasis(node.basis as never)],
  }))
}

function tableRows({ file, whose, tree }: Source): SheetRow[] {
  return Object.entries(tree.parameters ?? {}).flatMap(([name, node]) => {
    const rows: unknown[] = Array.isArray(node.value) ? node.value : []
    return rows.flatMap((row, i) =>
      typeof row === 'object' && row !== null
        ? [
            {
              file,
              whose,
              place: `parameters.${name}`,
              path: ['parameters', name, 'value', i],
              number: i + 1,
              node: { ...row },
              cells: [],
            },
          ]
        : [],
    )
  })
}

function pointRows({ file, whose, tree }: Source): SheetRow[] {
  const own = (tree.points ?? []).map((node, i) => ({
    path: ['points', i],
    id: String(node.id),
    node,
    place: 'points',
  }))
  const adjusted = Object.entries(tree.adjust?.points ?? {}).map(([id, node]) => ({
    path: ['adjust', 'points', id],
    id,
    node,
    place: 'adjust.points',
  }))
  return [...own, ...adjusted].flatMap(({ path, id, node, place }) => {
    const versions = Array.isArray(node.versions) ? (node.versions as Record<string, unknown>[]) : []
    const row = (one: Record<string, unknown>, version: string | null, at: YamlPath): SheetRow => ({
      file,
      whose,
      place: `${place}.${id}${version === null ? '' : `.${version}`}`,
      path: at,
      node: one,
      cells: [
        id,
        version,
        plain(one.statement),
        severity.show(one.severity),
        ...['message', 'fix', 'look', 'when', 'check'].map((key) => plain(one[key])),
      ],
    })
    return [row(node, null, path), ...versions.map((one, i) => row(one, String(one.version), [...path, 'versions', i]))]
  })
}

function materialRows({ file, whose, tree }: Source): SheetRow[] {
  const own = (tree.materials ?? []).map((node, i) => ({
    path: ['materials', i],
    slot: String(node.slot),
    node,
    place: 'materials',
  }))
  const adjusted = Object.entries(tree.adjust?.materials ?? {}).map(([slot, node]) => ({
    path: ['adjust', 'materials', slot],
    slot,
    node,
    place: 'adjust.materials',
  }))
  return [...own, ...adjusted].map(({ path, slot, node, place }) => {
    const exempt = (node.exempt ?? {}) as Record<string, unknown>
    return {
      file,
      whose,
      place: `${place}.${slot}`,
      path,
      node,
      cells: [
        slot,
        required.show(node.required),
        plain(node.when),
        plain(exempt.by),
        plain(exempt.when),
        plain(node.note),
      ],
    }
  })
}

/** Short mark of what a row (or a whole table) says, so that an import can tell whether the YAML has changed since. */
export function fingerprint(cells: readonly unknown[]): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(cells)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
