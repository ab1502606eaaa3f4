import type { Value } from './value.ts'

/**
 * A normalised value. `value` keeps what is printed even when `valid` is false (never repaired); null when nothing
 * could be made of the text. `blank`: the place was left empty (年 月 日). `note` says in Chinese why.
 */
export interface Checked<T extends Value = Value> {
  value: T | null
  valid: boolean
  note?: string
  blank?: true
}
