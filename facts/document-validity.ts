import type { DocumentType } from './document-type.ts'
import type { Fact } from './fact.ts'
import { addMonths } from './values/date.ts'
import { PERPETUAL } from './values/date-range.ts'
import type { DateRange } from './values/value.ts'

/** A day or the end of a range that `path` (有效期至, 有效期限.to) names; undefined unless it is known. */
function dayOf(path: string | undefined, facts: ReadonlyMap<string, Fact>): string | undefined {
  const [name = '', end] = path?.split('.') ?? []
  const { state, value = null } = facts.get(name) ?? {}
  if (state !== 'ok' || value === null) return undefined
  const day = end === undefined ? value : ({ ...(value as DateRange) }[end as keyof DateRange] ?? undefined)
  return typeof day === 'string' ? day : undefined
}

/**
 * From and until when (ISO, both days included; 长期: for ever) a document counts, by what is known of its fields;
 * undefined when nothing is. A term is counted only where no end is printed: one that could not be read may be another.
 */
export function validityOf(type: DocumentType, facts: ReadonlyMap<string, Fact>): Fact['validity'] {
  const { from, to, months, forever } = type.validity
  const start = dayOf(from, facts)
  const printed = dayOf(to, facts)
  const isPrinted = to !== undefined && facts.get(to.split('.')[0] ?? '')?.state !== 'absent'
  const counted = start && months && !isPrinted ? addMonths(start, months) : undefined
  const end = forever && start ? PERPETUAL : (printed ?? counted)
  return start || end ? { ...(start && { from: start }), ...(end && { to: end }) } : undefined
}
