import type { RuleFunction } from '../engine/functions.ts'

/** A rule function with one Chinese line that says what it answers, shown to whoever writes rules. */
export interface DocumentedFunction extends RuleFunction {
  doc: string
}

export type DocumentedFunctions = Readonly<Record<string, DocumentedFunction>>
