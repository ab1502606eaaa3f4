import { isScalar, LineCounter, parseDocument } from 'yaml'
import { type ZodType, z } from 'zod'
import type { CatalogueFault } from './catalogue-error.ts'
import { CatalogueError } from './catalogue-error.ts'

type Path = readonly PropertyKey[]

/** Clerks read what is wrong with a file, whatever else runs in the process. */
const { localeError: inChinese } = z.locales.zhCN()

/** A parsed YAML file that can still say where each of its parts stands. */
export interface Located<T> {
  file: string
  value: T
  /** A fault at a part; `offset` counts characters inside its text. */
  fault(path: Path, message: string, fix: string, offset?: number): CatalogueFault
  /** Does the file itself say something there, be it an empty list? */
  written(path: Path): boolean
}

/** Parses and checks one catalogue file; throws CatalogueError naming file, line and column of every fault. */
export function parseLocated<T>(file: string, text: string, schema: ZodType<T>): Located<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    throw new CatalogueError(
      document.errors.map((error) => ({ ...at(error.pos[0]), message: error.message, fix: '检查缩进和引号（YAML）' })),
    )
  }
  const fault = (path: Path, message: string, fix: string, offset = 0): CatalogueFault => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (typeof node !== 'object' || node === null || !('range' in node)) continue
      const range = node.range as readonly [number, number, number] | undefined
      if (!range) continue
      const whole = length === path.length && isScalar(node) && typeof node.value === 'string'
      return { ...at(whole ? inside(text, range, String(node.value), offset) : range[0]), message, fix }
    }
    return { ...at(0), message, fix }
  }
  const read = schema.safeParse(document.toJS(), { error: inChinese })
  if (!read.success) {
    throw new CatalogueError(read.error.issues.map((issue) => formFault(issue, fault)))
  }
  return { file, value: read.data, fault, written: (path) => document.hasIn(path) }
}

/** A file parsed and checked before: its places are looked up only when something about it must be said. */
export function alreadyParsed<T>(file: string, text: string, value: T, schema: ZodType<T>): Located<T> {
  const parsed = () => parseLocated(file, text, schema)
  return { file, value, fault: (...about) => parsed().fault(...about), written: (path) => parsed().written(path) }
}

type Issue = z.core.$ZodIssue

/** A fault of the format in words of a clerk. */
function formFault(issue: Issue, fault: Located<unknown>['fault']): CatalogueFault {
  const name = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return fault(
        [...issue.path, issue.keys[0] ?? ''],
        `${name}：没有 ${issue.keys.join('、')} 这一项`,
        '核对拼写，或删去（unknown field）',
      )
    case 'invalid_type':
      return fault(issue.path, `${name}：${issue.message}`, `缺的补上，写错类型的改成 ${issue.expected}（wrong type）`)
    case 'invalid_value':
      return fault(issue.path, `${name}：不是可选的值`, `可选：${issue.values.join('、')}（value outside the list）`)
    default:
      return fault(issue.path, `${name}：${issue.message}`, '照格式改正（format）')
  }
}

/** Place in the file of a character of a scalar: exact on one line, found by its word in folded text. */
function inside(text: string, range: readonly [number, number, number], value: string, offset: number): number {
  const source = text.slice(range[0], range[1])
  const start = source.startsWith(value) ? 0 : source.startsWith(value, 1) ? 1 : null
  if (start !== null) return range[0] + start + offset
  const word = value.slice(offset).match(/^\S+/)?.[0] ?? ''
  const before = value.slice(0, offset).split(word).length - 1
  let found = -1
  for (let i = 0; word !== '' && i <= before; i++) found = source.indexOf(word, found + 1)
  return range[0] + Math.max(0, found)
}
