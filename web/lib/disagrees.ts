import type { FormValue } from '../../api/client.ts'

/** Whether sources of a field say different things; one reading that nobody has taken over yet disagrees with nothing. */
export const disagrees = ({ value, conflicts }: Pick<FormValue, 'value' | 'conflicts'>): boolean =>
  conflicts.length > 0 && (value !== null || new Set(conflicts.map(({ display }) => display)).size > 1)
