import type { parseExpression } from 'feelin'
import type { PathType } from './vocabulary.ts'

export type Syntax = ReturnType<typeof parseExpression>['topNode']

/** What a quantified variable stands for. */
export type Domain =
  | { kind: 'list'; list: string }
  | { kind: 'table'; type: PathType; path: string | null }
  | { kind: 'value'; type: PathType | null }

/** Names in force at a place of the expression. `bare`: inside […], fields of the filtered item without a prefix. */
export interface Scope {
  variables: ReadonlyMap<string, Domain>
  bare: { variable: string; domain: Domain } | null
}

/** Which fields of list items or table rows a leaf sees. `whole`: the items themselves are handed on. */
interface Members {
  members: Set<string>
  whole: boolean
}

/** One thing a FEEL leaf reads. `as`: its name as the expression writes it. */
export type LeafRead =
  | ({ kind: 'fact'; as: readonly string[]; path: string; type: PathType; parts: Set<string> } & Members)
  | ({ kind: 'list'; list: string } & Members)
  | ({ kind: 'item'; variable: string; field: string | null; type: PathType | null; parts: Set<string> } & Members)
  | { kind: 'constant'; name: string }

interface Base {
  text: string
  offset: number
}

/** A piece that FEEL evaluates as a whole, once all it reads is known. */
export interface Leaf extends Base {
  kind: 'leaf'
  /** The leaf's source, untouched. */
  code: string
  syntax: Syntax
  scope: Scope
  reads: LeafRead[]
}

/** Where a quantifier's items come from. */
export type Source =
  | { kind: 'list'; list: string }
  | { kind: 'table'; leaf: Leaf; type: PathType; label: string }
  | { kind: 'values'; leaf: Leaf; type: PathType | null; label: string }
  | { kind: 'elements'; leaves: Leaf[] }
  | { kind: 'filtered'; source: Source; variable: string; condition: Expression }

export interface Quantified extends Base {
  kind: 'every' | 'some'
  bindings: { variable: string; source: Source }[]
  body: Expression
}

/** 已提供(slot) · 已填写(path) · 有记录(source) · 查过(source, number). */
export interface Presence extends Base {
  kind: 'presence'
  question: '已提供' | '已填写' | '有记录' | '查过'
  /** Slot or source name; for 已填写 the declared path. */
  about: string
  /** For 已填写 on a quantified variable. */
  item: { variable: string; field: string | null } | null
  /** For 查过: the number asked about. */
  number?: Leaf
}

/** A check as the three-valued layer walks it. */
export type Expression =
  | Leaf
  | Quantified
  | Presence
  | (Base & { kind: 'and' | 'or'; parts: Expression[] })
  | (Base & { kind: 'not'; part: Expression })
  | (Base & { kind: 'if'; condition: Expression; yes: Expression; no: Expression })

/** Something wrong with an expression, with its place in the text and how to mend it. */
export interface Issue {
  offset: number
  message: string
  fix: string
}
