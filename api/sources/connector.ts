import type { SourceAnswer } from '../../rules/results.ts'

export type KeyKind = 'cnid' | 'uscc'

export interface SourceKey {
  kind: KeyKind
  value: string
}

/** One shared-data source (共享数据). `ask` gives one answer per record; "not found" is one answer with state absent. */
export interface SourceConnector {
  readonly source: string
  readonly agency: string
  ask(key: SourceKey, signal: AbortSignal): Promise<SourceAnswer[]>
}
