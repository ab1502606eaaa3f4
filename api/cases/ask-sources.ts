import type { Reading } from '../../facts/reading.ts'
import type { Service } from '../service.ts'
import { type SourcePool, type SourceQuestion, sourcePool } from '../sources/ask-sources.ts'
import type { KeyKind } from '../sources/connector.ts'
import { caseRegistrySchema, recordsConnector } from '../sources/registry-records.ts'
import type { AskedSource, CaseRow } from '../store/store.ts'
import { type CaseKeys, caseKeys } from './case-keys.ts'
import { requireCase } from './require-case.ts'

/** A blind hash, so that the database holds no number in the clear. */
export const questionId = (service: Service, kind: KeyKind, value: string): string =>
  service.keys.blind(`${kind}:${value}`)

/** Asks about the applicant of a case that has no materials yet, and keeps the answers. */
export async function askAboutApplicant(
  service: Service,
  row: Pick<CaseRow, 'id' | 'scenario' | 'applicant' | 'registry' | 'at'>,
  requestId: string,
): Promise<void> {
  const asked = await askAll(service, row, [], [])
  if (asked.length > 0) await service.store.saveAnswers(row.id, asked, act(requestId, asked))
}

/** Asks again everything that can be asked (a source came back, a record changed). */
export async function askAgain(service: Service, caseId: string, requestId: string): Promise<void> {
  const row = await requireCase(service, caseId)
  const asked = await askAll(service, row, [...(await service.store.readings(caseId)).values()], [])
  await service.store.saveAnswers(caseId, asked, act(requestId, asked))
}

/** What sources say about keys that a new reading reveals; questions answered before are not put again. */
export async function askAbout(service: Service, caseId: string, reading: Reading): Promise<AskedSource[]> {
  const row = await requireCase(service, caseId)
  const readings = [...(await service.store.readings(caseId)).values(), reading]
  const answered = (await service.store.answers(caseId)).filter(({ answers }) =>
    answers.every(({ state }) => state !== 'unavailable'),
  )
  return askAll(service, row, readings, answered)
}

async function askAll(
  service: Service,
  row: Pick<CaseRow, 'scenario' | 'applicant' | 'registry' | 'at'>,
  readings: readonly Reading[],
  answered: readonly AskedSource[],
): Promise<AskedSource[]> {
  const pool = poolOf(service, row)
  const asked: AskedSource[] = []
  // The firm register may name the person to ask about: at most two rounds.
  for (let round = 0; round < 2; round += 1) {
    const known = [...answered, ...asked]
    const keys = caseKeys(
      row.applicant,
      readings,
      known.flatMap(({ answers }) => answers),
    )
    const open = questions(service, row.scenario, keys).filter(
      ({ source, key }) =>
        !known.some((a) => a.source === source && a.question === questionId(service, key.kind, key.value)),
    )
    if (open.length === 0) break
    for (const [{ source, key }, answers] of await pool.ask(open)) {
      asked.push({ source, question: questionId(service, key.kind, key.value), answers, at: service.now() })
    }
  }
  return asked
}

function questions(service: Service, scenario: string, keys: CaseKeys): SourceQuestion[] {
  return service.judgement.requiredSources(scenario).flatMap(({ source, keys: kinds }) =>
    kinds.flatMap((kind) => {
      const value = keys[kind]
      return value === undefined ? [] : [{ source, key: { kind, value } }]
    }),
  )
}

/** The service's sources, or those a sandbox case brought along. */
function poolOf(service: Service, row: Pick<CaseRow, 'registry' | 'at'>): SourcePool {
  if (row.registry === null || row.registry === undefined) return service.sources
  const registry = caseRegistrySchema.parse(row.registry)
  return sourcePool({
    connectors: service.judgement
      .sources()
      .map(({ source, agency }) => recordsConnector(source, agency, registry[source] ?? [], row.at)),
    down: new Set(service.config.down),
    deadlineMs: service.config.sourceDeadlineMs,
    failuresToOpen: Number.POSITIVE_INFINITY,
    pauseMs: 0,
    now: service.now,
  })
}

function act(requestId: string, asked: readonly AskedSource[]) {
  const states = asked.map(({ source, answers }) => `${source}:${answers[0]?.state ?? 'absent'}`)
  return { requestId, action: 'sources.ask', detail: { sources: states.join(' ') } }
}
