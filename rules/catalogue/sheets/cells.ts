import type { Basis } from '../format.ts'

/** What one cell holds, as text; numbers are written as numbers. Empty: null. */
export type Cell = string | number | null

/** What is wrong with one cell, and how to mend it. */
export class CellError extends Error {
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const PERIOD = /^(\d{4}-\d{2}-\d{2})?\s*至\s*(\d{4}-\d{2}-\d{2})?$/
const LAWS = '｜'

/** A cell as text that can be compared: line breaks as \n, numbers as written, nothing as ''. */
export function cellText(cell: Cell | undefined): string {
  return String(cell ?? '').replace(/\r\n?/g, '\n')
}

/** A closed list of words of the YAML with what the sheet calls them. */
export class Words {
  private readonly words: readonly (readonly [yaml: string, shown: string])[]

  constructor(words: Readonly<Record<string, string>>) {
    this.words = Object.entries(words)
  }

  show(value: unknown): Cell {
    return this.words.find(([yaml]) => yaml === value)?.[1] ?? null
  }

  read(text: string): string {
    const found = this.words.find(([, shown]) => shown === text.trim())
    if (!found) throw new CellError(`没有“${text}”这一种`, `写 ${this.words.map(([, shown]) => shown).join('、')} 之一`)
    return found[0]
  }
}

const certainty = new Words({ verified_text: '已核原文', verified_secondary: '据转载', unsure: '待核' })

/** 依据, one per line: 法规名｜条款｜把握｜来源｜施行起止. Nothing: not written here; 依据待核: an empty list. */
export function showBasis(basis: readonly Basis[] | undefined): Cell {
  if (basis === undefined) return null
  if (basis.length === 0) return '依据待核'
  return basis
    .map(({ law, article, certainty: how, source = '', from = '', to = '' }) => {
      const parts = [law, article, certainty.show(how), source, from || to ? `${from}至${to}` : '']
      return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join(LAWS)
    })
    .join('\n')
}

/** Reads what showBasis shows. */
export function readBasis(text: string): Basis[] | undefined {
  if (text.trim() === '') return undefined
  if (text.trim() === '依据待核') return []
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [law = '', article = '', how = '', source, period, ...more] = line.split(LAWS).map((part) => part.trim())
      const [, from, to] = period ? (PERIOD.exec(period) ?? []) : []
      if (law === '' || article === '' || more.length > 0 || (period && !from && !to)) {
        const fix =
          '每行写 法规名｜条款｜把握｜来源｜施行起止（来源、2024-05-10至2029-05-09 可以不写）；没有的写 依据待核'
        throw new CellError(`依据“${line}”看不懂`, fix)
      }
      const basis = { law, article, certainty: certainty.read(how) as Basis['certainty'] }
      return { ...basis, ...(source && { source }), ...(from && { from }), ...(to && { to }) }
    })
}

/** What a parameter's value may be, by the word in the sheet. */
export type ValueKind = '文字' | '数' | '是否' | '日期' | '期间' | '列表' | '表' | '无此要求' | '取自' | '未定'

const VALUE_KINDS: readonly ValueKind[] = [
  '文字',
  '数',
  '是否',
  '日期',
  '期间',
  '列表',
  '表',
  '无此要求',
  '取自',
  '未定',
]

interface Given {
  value?: unknown
  from?: string | undefined
}

/** Kind of a parameter's value as it is written. */
export function valueKind({ value, from }: Given): ValueKind {
  if (from !== undefined) return '取自'
  if (value === undefined) return '未定'
  if (value === null) return '无此要求'
  if (typeof value === 'number') return '数'
  if (typeof value === 'boolean') return '是否'
  if (Array.isArray(value)) return typeof value[0] === 'string' ? '列表' : '表'
  if (typeof value === 'object') return '期间'
  return DATE.test(String(value)) ? '日期' : '文字'
}

/** The value as one cell; a table's rows stand in their own sheet. */
export function showValue(given: Given): Cell {
  const { value, from } = given
  switch (valueKind(given)) {
    case '取自':
      return from ?? null
    case '未定':
    case '无此要求':
      return null
    case '表':
      return '见“决策表”'
    case '是否':
      return value ? '是' : '否'
    case '列表':
      return (value as string[]).join('\n')
    case '期间': {
      const { from: start, to } = value as { from: string | null; to: string | null }
      return `${start ?? ''} 至 ${to ?? ''}`.trim()
    }
    default:
      return value as Cell
  }
}

/** Reads a value of a kind; the keys it sets, `undefined` for those it takes away. */
export function readValue(kindText: string, text: string): { value: unknown; from: string | undefined } {
  const kind = VALUE_KINDS.find((known) => known === kindText.trim())
  if (!kind) throw new CellError(`没有“${kindText}”这种值`, `类型写 ${VALUE_KINDS.join('、')} 之一`)
  const one = text.trim()
  if ((kind === '无此要求' || kind === '未定') !== (one === '')) {
    throw new CellError(
      `类型是“${kind}”，值却${one === '' ? '空着' : '写了'}`,
      one === ''
        ? '没有这项要求的，类型写“无此要求”，值空着'
        : '要填这个值的，类型改成它的那一种（文字、数、日期、期间……）；没有这项要求的写“无此要求”，值空着',
    )
  }
  if (kind === '取自') return { value: undefined, from: one }
  return { value: kind === '无此要求' ? null : kind === '未定' ? undefined : typed(kind, text), from: undefined }
}

function typed(kind: ValueKind, text: string): unknown {
  const one = text.trim()
  switch (kind) {
    case '数':
      return readNumber(one)
    case '是否':
      return readYesNo(one)
    case '日期':
      return readDate(one)
    case '期间': {
      const [start = '', to = '', ...more] = one.split('至').map((part) => part.trim())
      if (!one.includes('至') || more.length > 0)
        throw new CellError(`期间“${one}”看不懂`, '如 2026-01-01 至 2026-03-31')
      return { from: start === '' ? null : readDate(start), to: to === '' ? null : readDate(to) }
    }
    case '列表':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case '表':
      throw new CellError('表的内容不能写在这一格', '到“决策表”那一张里改')
    default:
      if (DATE.test(one)) throw new CellError(`“${one}”是日期`, '类型写 日期')
      return text
  }
}

export function readNumber(text: string): number {
  const number = Number(text.replace(/(?<=\d),(?=\d{3}\b)/g, ''))
  if (text.trim() === '' || !Number.isFinite(number))
    throw new CellError(`“${text}”不是数`, '只写数字，单位写在“单位”一列')
  return number
}

export function readYesNo(text: string): boolean {
  if (text !== '是' && text !== '否') throw new CellError(`“${text}”不是“是”或“否”`, '写 是 或 否')
  return text === '是'
}

function readDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  const isReal = DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (!isReal) throw new CellError(`“${text}”不是日期`, '写成 2026-03-31 这样')
  return text
}
