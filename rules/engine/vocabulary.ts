import type { ValueType } from '../../facts/values/value.ts'

/** Declared type of one fact path. */
export interface PathType {
  type: ValueType
  /** Chinese words a clerk reads: 营业执照的名称. */
  label: string
  values?: readonly string[]
  columns?: ReadonlyMap<string, ValueType>
  unit?: string
  /** Another path that is meant: 参数.受理地址 of a matter is 申请表.prem_addr. */
  alias?: string
}

/** One first part of paths: a slot, a source, the form … `list`: its facts come as a list of items. */
export interface Head {
  name: string
  kind: 'slot' | 'source' | 'form' | 'builtin' | 'parameter'
  list: boolean
  /** Keys may hold a dot: 电子证照 has 营业执照.名称. */
  fields: ReadonlyMap<string, PathType>
}

/** What a dotted path of a rule means. `rest` are properties inside the value (to, from, a table's column). */
export type Resolved =
  | { kind: 'fact'; path: string; type: PathType; rest: string[] }
  | { kind: 'list'; list: string; field: string | null; type: PathType | null; rest: string[] }
  | { kind: 'constant'; name: string }
  | { kind: 'head'; name: string }

/** The injected dates; everything else is a fact. */
export const CONSTANTS: readonly string[] = ['今天', '受理日期']

/** Every fact path a scenario's rules may read, with its declared type. */
export class Vocabulary {
  readonly heads: ReadonlyMap<string, Head>
  /** Paths asked before: rules ask for the same declared paths again and again. */
  private readonly found = new Map<string, Resolved | null>()

  constructor(heads: Iterable<Head>) {
    this.heads = new Map([...heads].map((head) => [head.name, head]))
  }

  /** Meaning of a path given as its dotted parts; null when nothing is declared under it. */
  resolve(parts: readonly string[]): Resolved | null {
    const [first, ...names] = parts
    if (first === undefined) return null
    if (CONSTANTS.includes(first)) return names.length === 0 ? { kind: 'constant', name: first } : null
    const head = this.heads.get(first)
    if (!head) return null
    if (names.length === 0) {
      return head.list
        ? { kind: 'list', list: first, field: null, type: null, rest: [] }
        : { kind: 'head', name: first }
    }
    for (let length = names.length; length > 0; length--) {
      const field = names.slice(0, length).join('.')
      const type = head.fields.get(field)
      if (!type) continue
      const rest = names.slice(length)
      if (type.alias !== undefined) return this.resolve([...type.alias.split('.'), ...rest])
      return head.list
        ? { kind: 'list', list: first, field, type, rest }
        : { kind: 'fact', path: `${first}.${field}`, type, rest }
    }
    return null
  }

  /** Meaning of a whole dotted path, worked out once. */
  find(path: string): Resolved | null {
    let found = this.found.get(path)
    if (found === undefined) {
      found = this.resolve(path.split('.'))
      this.found.set(path, found)
    }
    return found
  }

  /** The path that a parameter stands for; any other path is itself. */
  meant(path: string): string {
    const found = this.find(path)
    return found?.kind === 'fact' && found.rest.length === 0 ? found.path : path
  }

  /** Declared type of a whole path such as 营业执照.名称 or 健康证明.姓名; null when unknown. */
  typeOf(path: string): PathType | null {
    const plain = path.includes('[') ? path.replace(/\[\d+\]/g, '') : path
    const found = this.find(plain)
    return found && (found.kind === 'fact' || found.kind === 'list') ? found.type : null
  }

  /** Chinese label of a path as a finding read it, e.g. 健康证明（第2份）的姓名. */
  label(path: string): string {
    const type = this.typeOf(path)
    if (!type) return path
    const item = path.includes('[') ? path.match(/\[(\d+)\]/) : null
    return item ? type.label.replace('的', `（第${item[1]}份）的`) : type.label
  }
}
