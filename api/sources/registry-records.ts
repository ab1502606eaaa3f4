import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { compareAddresses } from '../../facts/values/compare-addresses.ts'
import { sameOrgName } from '../../facts/values/org-name.ts'
import { comparable } from '../../facts/values/text.ts'
import type { SourceAnswer } from '../../rules/results.ts'
import type { SourceConnector, SourceKey } from './connector.ts'

const answerState = z.enum(['ok', 'denied', 'unavailable', 'stale'])

/** One record as written in a registry file: the source's fields beside 键, about, asOf and, to rehearse faults, state. */
const recordSchema = z
  .looseObject({
    键: z
      .strictObject({
        cnid: z.string().optional(),
        uscc: z.string().optional(),
        name: z.string().optional(),
        number: z.string().optional(),
        address: z.string().optional(),
        // A calendar answers for any day.
        calendar: z.literal('any').optional(),
      })
      .optional(),
    about: z.string().nullish(),
    asOf: z.string(),
    state: answerState.optional(),
  })
  .transform(({ 键, about, asOf, state, ...record }) => ({
    keys: 键 ?? {},
    about: about ?? null,
    asOf,
    state: state ?? 'ok',
    record: record as SourceAnswer['record'],
  }))

export const recordsSchema = z.array(recordSchema)

const day = z.iso.date()

/** A source's records: a list, or, of a calendar, the days that the list covers with it. */
export const sourceRecordsSchema = z.union([
  recordsSchema.transform((records) => ({ covers: null, records })),
  z.strictObject({ covers: z.strictObject({ from: day, to: day }), records: recordsSchema }),
])

export type SourceRecords = z.infer<typeof sourceRecordsSchema>

/** A case's own registry (sandbox): records per source, or the state in which the whole source is. */
export const caseRegistrySchema = z.record(z.string(), z.union([sourceRecordsSchema, answerState]))

export type RegistryRecord = z.infer<typeof recordSchema>

/** The answer of one record; ids follow from the content, so the same record always has the same id. */
export function answerOf(source: string, { about, asOf, state, record }: Omit<RegistryRecord, 'keys'>): SourceAnswer {
  const recordId = createHash('sha256')
    .update(JSON.stringify([source, about, asOf, record]))
    .digest('hex')
    .slice(0, 16)
  return { source, about, state, record: state === 'denied' ? {} : record, recordId, asOf, requestId: randomUUID() }
}

/** "Not found" is an answer. */
export function absentAnswer(source: string, asOf: string): SourceAnswer {
  return { source, about: null, state: 'absent', record: {}, recordId: '', asOf, requestId: randomUUID() }
}

/** A calendar that ends before the day asked about has not said that nothing happens on it. */
export function isCovered(covers: SourceRecords['covers'], { kind, value }: SourceKey): boolean {
  return covers === null || kind !== 'calendar' || (covers.from <= value && value <= covers.to)
}

export function uncoveredAnswer(source: string, asOf: string): SourceAnswer {
  return { ...absentAnswer(source, asOf), state: 'unavailable', rejected: 'uncovered' }
}

/** Connector over records held in memory: a case's own registry. */
export function recordsConnector(
  source: string,
  agency: string,
  content: z.infer<typeof caseRegistrySchema>[string],
  today: string,
): SourceConnector {
  return {
    source,
    agency,
    async ask(key) {
      if (content === 'unavailable') throw new Error('unavailable')
      if (typeof content === 'string') {
        return [{ ...absentAnswer(source, today), state: content === 'ok' ? 'absent' : content }]
      }
      if (!isCovered(content.covers, key)) return [uncoveredAnswer(source, today)]
      const found = content.records.filter((record) => answersTo(record, key))
      if (found.some((record) => record.state === 'unavailable')) throw new Error('unavailable')
      return found.length > 0 ? found.map((record) => answerOf(source, record)) : [absentAnswer(source, today)]
    },
  }
}

/** Whether a record answers to a key: numbers and names as compared, addresses by what they mean. */
export function answersTo({ keys }: Pick<RegistryRecord, 'keys'>, key: SourceKey): boolean {
  const own = keys[key.kind]
  if (Object.keys(keys).length === 0) return true
  if (own === undefined) return false
  if (key.kind === 'calendar') return true
  if (key.kind === 'address') return compareAddresses(own, key.value).relation === 'same'
  return key.kind === 'name' ? sameOrgName(own, key.value) : comparable(own) === comparable(key.value)
}
