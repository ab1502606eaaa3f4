/** Kleene's strong three-valued logic: true, false, or null for unknown. */
export type Truth = boolean | null

/** Strong Kleene conjunction: a clear false wins beside an unknown. */
export function and(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

/** Strong Kleene disjunction: a clear true wins beside an unknown. */
export function or(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true
  return parts.includes(null) ? null : false
}

/** Strong Kleene negation. */
export function not(part: Truth): Truth {
  return part === null ? null : !part
}
