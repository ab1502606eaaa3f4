import { compareAddresses } from './compare-addresses.ts'
import { isDateRange, isMoney, isRows } from './kinds.ts'
import { normalise } from './normalise.ts'
import { sameOrgName } from './org-name.ts'
import { samePersonName } from './person-name.ts'
import { comparable } from './text.ts'
import type { Row, Value, ValueType } from './value.ts'

function sameText(type: ValueType, a: string, b: string): boolean {
  switch (type) {
    case 'name':
      return samePersonName(a, b)
    case 'org-name':
      return sameOrgName(a, b)
    case 'address':
      return compareAddresses(a, b).relation === 'same'
    case 'cnid':
    case 'uscc':
    case 'code':
    case 'phone':
    case 'date': {
      const [x, y] = [normalise(type, a).value ?? a, normalise(type, b).value ?? b]
      return comparable(String(x)) === comparable(String(y))
    }
    default:
      return comparable(a) === comparable(b)
  }
}

function sameRow(a: Row, b: Row): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((k) => sameValue('text', a[k] ?? null, b[k] ?? null))
}

/** Whether two tables of one length hold the same rows, each as often. */
function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  const left = [...b]
  return a.every((row) => {
    const at = left.findIndex((other) => sameRow(row, other))
    if (at < 0) return false
    left.splice(at, 1)
    return true
  })
}

/**
 * Exact typed equality, never fuzzy: amounts by 分 and currency, names after normalisation, addresses part by part,
 * lists of strings as sets, tables row by row (`unordered`: whatever their order). Two nulls are the same; null and a value are not.
 */
export function sameValue(type: ValueType, a: Value | null, b: Value | null, unordered = false): boolean {
  if (a === null || b === null) return a === b
  if (typeof a === 'string' && typeof b === 'string') return sameText(type, a, b)
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9
  if (isMoney(a) && isMoney(b)) return a.fen === b.fen && a.currency === b.currency
  if (isDateRange(a) && isDateRange(b)) return a.from === b.from && a.to === b.to
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    if (isRows(a) && isRows(b)) return unordered ? sameRows(a, b) : a.every((row, i) => sameRow(row, b[i] ?? {}))
    const key = (items: (string | Row)[]) =>
      items
        .map((item) => comparable(String(item)))
        .sort()
        .join('\n')
    return key(a) === key(b)
  }
  return a === b
}
