import type { SourceAnswer } from '../../rules/results.ts'

/**
 * What a source may be asked by: a person, a firm, a name or an address that the case names, the number of a permit that
 * a rule asks about, the day of application and days that a rule asks about.
 */
export const KEY_KINDS = ['cnid', 'uscc', 'name', 'number', 'address', 'calendar'] as const

export type KeyKind = (typeof KEY_KINDS)[number]

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
