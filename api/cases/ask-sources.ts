import type { Reading } from '../../facts/reading.ts'
import type { Service } from '../service.ts'
import { type SourcePool, type SourceQuestion, sourcePool } from '../sources/ask-sources.ts'
import type { SourceKey } from '../sources/connector.ts'
import { caseRegistrySchema, recordsConnector } from '../sources/registry-records.ts'
import type { AskedSource, CaseRow } from '../store/store.ts'
import { type KnownOfCase, keysFor } from './case-keys.ts'
import { filledValues } from './filled-values.ts'
import { knownOfCase } from './known-of-case.ts'
import { requireCase } from './require-case.ts'

/** A blind hash, so that the database holds no number in the clear. */
export const questionId = (service: Service, { kind, value }: SourceKey): string =>
  service.keys.blind(`${kind}:${value}`)

/** Asks everything that can be asked, also again (a source came back, a record changed), and keeps the answers. */
export async function askAgain(service: Service, caseId: string, requestId: string): Promise<void> {
  const row = await requireCase(service, caseId)
  const readings = [...(await service.store.readings(caseId)).values()]
  await save(service, caseId, await askAll(service, row, readings, []), requestId)
}

/** Asks what became askable, e.g. about a person just named in the form. */
export async function askNew(service: Service, caseId: string, requestId: string): Promise<void> {
  const row = await requireCase(service, caseId)
  const readings = [...(await service.store.readings(caseId)).values()]
  const asked = await askAll(service, row, readings, await settled(service, row))
  if (asked.length > 0) await save(service, caseId, asked, requestId)
}

/** What sources say about keys that a new reading reveals; questions answered before are not put again. */
export async function askAbout(service: Service, caseId: string, reading: Reading): Promise<AskedSource[]> {
  const row = await requireCase(service, caseId)
  const readings = [...(await service.store.readings(caseId)).values(), reading]
  return askAll(service, row, readings, await settled(service, row))
}

/** Questions that need not be put again: answered, or put to a source that is still not there. */
async function settled(service: Service, row: CaseRow): Promise<AskedSource[]> {
  const all = await service.store.answers(row.id)
  const pool = poolOf(service, row)
  return all.filter(({ source, answers }) =>
    answers.every(({ state, connected }) => state !== 'unavailable' || (connected === false && !pool.has(source))),
  )
}

async function askAll(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  answered: readonly AskedSource[],
): Promise<AskedSource[]> {
  const pool = poolOf(service, row)
  const filled = await filledValues(service, row)
  const asked: AskedSource[] = []
  // The firm register may name the person to ask about: at most two rounds.
  for (let round = 0; round < 2; round += 1) {
    const done = [...answered, ...asked]
    const answers = done.flatMap((a) => a.answers)
    const isDone = ({ source, key }: SourceQuestion) =>
      done.some((a) => a.source === source && a.question === questionId(service, key))
    const open = questions(service, row, knownOfCase(service, row, readings, answers, filled))
    for (const [{ source, key }, answer] of await pool.ask(open.filter((question) => !isDone(question)))) {
      asked.push({ source, question: questionId(service, key), answers: answer, at: service.now() })
    }
  }
  return asked
}

/** Everything a case's scenario wants to know about the keys the case has now. */
export function questions(service: Service, row: CaseRow, known: KnownOfCase): SourceQuestion[] {
  return service.judgement
    .requiredSources(row.scenario)
    .flatMap((required) => keysFor(required, known).map((key) => ({ source: required.source, key })))
}

/** The service's sources, or those a sandbox case brought along. */
export function poolOf(service: Service, { registry, at }: Pick<CaseRow, 'registry' | 'at'>): SourcePool {
  if (registry === null || registry === undefined) return service.sources
  const records = caseRegistrySchema.parse(registry)
  return sourcePool({
    // A case that knows of no records of a source says so ([]); one that does not name it cannot ask it.
    connectors: service.judgement.sources().flatMap(({ source, agency }) => {
      const content = records[source]
      return content === undefined ? [] : recordsConnector(source, agency, content, at)
    }),
    down: new Set(service.config.down),
    deadlineMs: service.config.sourceDeadlineMs,
    failuresToOpen: Number.POSITIVE_INFINITY,
    pauseMs: 0,
    now: service.now,
    // A case judged for a later day may bring records of that day.
    today: () => [at, service.today()].sort().at(-1) ?? at,
  })
}

async function save(service: Service, caseId: string, asked: AskedSource[], requestId: string): Promise<void> {
  const states = asked.map(({ source, answers }) => `${source}:${answers[0]?.state ?? 'absent'}`)
  const act = { requestId, action: 'sources.ask', detail: { sources: states.join(' ') } }
  await service.store.saveAnswers(caseId, asked, act)
}
