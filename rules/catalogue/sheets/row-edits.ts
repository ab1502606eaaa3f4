import { CellError, cellText, readBasis, readNumber, readValue, readYesNo, Words } from './cells.ts'
import type { YamlEdit } from './edit-yaml.ts'
import { required, type SheetName, type SheetRow, severity } from './sheets.ts'

const EXEMPT = ['电子证照免交', '数据核验免交', '告知承诺', '制式文书', '系统生成', '部分免交', '自备']
const exemptBy = new Words(Object.fromEntries(EXEMPT.map((word) => [word, word])))

/** Cells of a row by the key they show, as text. */
export type CellsByKey = ReadonlyMap<string, string>

/** Edits for one changed cell of a row; `cells` are all of the row's as they now stand. Throws CellError. */
export function cellEdits(sheet: SheetName, row: SheetRow, key: string, cells: CellsByKey): YamlEdit[] {
  const text = (cells.get(key) ?? '').trimEnd()
  const set = (name: string, value: unknown): YamlEdit[] => [{ path: [...row.path, name], value }]
  if (sheet === '决策表') return set(key, text === '' ? undefined : tableCell(text, row.node[key]))
  if (sheet === '参数' && (key === 'value' || key === 'kind')) return valueEdits(row, cells, key)
  if (key === 'basis') return set(key, readBasis(text))
  if (key.startsWith('exempt.')) return exemptEdits(row, cells)
  if (text === '' && isNeeded(sheet, row, key)) throw new CellError('这一格不能空着', '写上，或照原来的')
  if (key === 'severity') return set(key, text === '' ? undefined : severity.read(text))
  if (key === 'required') return set(key, text === '' ? undefined : required.read(text))
  return set(key, text === '' ? undefined : text)
}

/** A cell of a table's row, of the kind that `like` is. */
export function tableCell(text: string, like: unknown): unknown {
  if (typeof like === 'number') return readNumber(text)
  if (typeof like === 'boolean') return readYesNo(text)
  return text.trim()
}

function valueEdits(row: SheetRow, cells: CellsByKey, key: string): YamlEdit[] {
  const [kind = '', value = ''] = [cells.get('kind'), cells.get('value')]
  if (row.cells[1] === '表') throw new CellError('表不在这里改', '到“决策表”那一张里改')
  const given = readValue(kind, value)
  if (given.value === undefined && given.from === undefined && row.file.startsWith('matters/')) {
    throw new CellError('事项的参数要有值', '还没有核到的，整条从 YAML 里删去；没有这项要求的写“无此要求”')
  }
  // One edit for both columns: told at the value when both were changed.
  if (key === 'kind' && cellText(row.cells[2]) !== value) return []
  const path = (name: string) => [...row.path, name]
  const edits: YamlEdit[] = [
    { path: path('value'), value: given.value },
    { path: path('from'), value: given.from },
  ]
  // What is added goes first: a map never becomes empty in between.
  return edits
    .filter(({ path: at, value: one }) => one !== undefined || String(at.at(-1)) in row.node)
    .sort((a, b) => Number(a.value === undefined) - Number(b.value === undefined))
}

function exemptEdits(row: SheetRow, cells: CellsByKey): YamlEdit[] {
  const [by, when] = [cells.get('exempt.by')?.trim() ?? '', cells.get('exempt.when')?.trimEnd() ?? '']
  if (by === '' && when !== '')
    throw new CellError('写了免交条件，没有写免交方式', `免交方式写 ${EXEMPT.join('、')} 之一`)
  const path = [...row.path, 'exempt']
  if (by === '') return [{ path, value: undefined }]
  const exempt = { by: exemptBy.read(by), ...(when === '' ? {} : { when }) }
  if (row.node.exempt === undefined) return [{ path, value: exempt }]
  return [
    { path: [...path, 'by'], value: exempt.by },
    { path: [...path, 'when'], value: when === '' ? undefined : when },
  ]
}

/** Only a whole point or material must say these; an adjusted one or a dated version takes the rest from it. */
function isNeeded(sheet: SheetName, { path }: SheetRow, key: string): boolean {
  if (path.length !== 2) return false
  const needed = sheet === '要点' ? ['statement', 'severity', 'message', 'fix'] : sheet === '材料' ? ['required'] : []
  return needed.includes(key)
}
