import type { PageSize, Reading } from '../../facts/reading.ts'
import { joinSheets } from '../../models/index.ts'
import type { SourceAnswer, SubmittedMaterial } from '../../rules/results.ts'
import type { Judged } from '../ports.ts'
import type { Service } from '../service.ts'
import type { CaseRow, MaterialRow } from '../store/store.ts'
import { questionId, questions } from './ask-sources.ts'
import { filledValues } from './filled-values.ts'
import { knownOfCase } from './known-of-case.ts'

export interface JudgedCase extends Judged {
  materialRows: MaterialRow[]
  submitted: SubmittedMaterial[]
  answers: SourceAnswer[]
  pages: Map<string, PageSize[]>
  /** What the reading of each material says that a person has to settle, in Chinese. */
  notes: Map<string, string[]>
}

/** Judges a case anew from the facts as they stand; materials still being read are not there yet. */
export async function judgeCase(service: Service, row: CaseRow): Promise<JudgedCase> {
  const { store } = service
  const materialRows = await store.materials(row.id)
  const readings = withSheetsJoined(service, materialRows, await store.readings(row.id))
  const filled = await filledValues(service, row)
  const submitted = materialRows
    .filter(({ state }) => state === 'read' || state === 'failed')
    .map(({ id, slot, fileName, error }) => ({
      id,
      slot,
      fileName,
      documents: readings.get(id)?.documents ?? [],
      signatures: readings.get(id)?.signatures ?? [],
      error,
    }))
  const answers = await currentAnswers(service, row, [...readings.values()], filled)
  const judged = service.judgement.judge({
    scenario: row.scenario,
    at: row.at,
    applicant: row.applicant,
    answers: filled,
    materials: submitted,
    sources: answers,
  })
  const pages = new Map([...readings].map(([id, reading]) => [id, reading.pages]))
  const notes = new Map([...readings].map(([id, reading]) => [id, reading.notes ?? []]))
  return { ...judged, materialRows, submitted, answers, pages, notes }
}

/** Readings of a case in which sheets of one paper that were uploaded as separate files, for one slot or for none, are that paper. */
function withSheetsJoined(
  { judgement }: Service,
  rows: readonly MaterialRow[],
  readings: ReadonlyMap<string, Reading>,
): Map<string, Reading> {
  const joined = new Map(readings)
  for (const slot of new Set(rows.map((row) => row.slot))) {
    const ids = rows.filter((row) => row.slot === slot && readings.has(row.id)).map(({ id }) => id)
    const read = ids.flatMap((id) => readings.get(id) ?? [])
    for (const [at, reading] of joinSheets(read, judgement.documentTypes()).entries())
      joined.set(ids[at] ?? '', reading)
  }
  return joined
}

/** Answers about the keys the case has now, each with the number it is about. */
async function currentAnswers(
  service: Service,
  row: CaseRow,
  readings: readonly Reading[],
  filled: Record<string, unknown>,
): Promise<SourceAnswer[]> {
  const asked = await service.store.answers(row.id)
  const said = asked.flatMap((a) => a.answers)
  const known = knownOfCase(service, row, readings, said, filled)
  const current = new Map(
    questions(service, row, known).map(({ source, key }) => [`${source} ${questionId(service, key)}`, key.value]),
  )
  return asked.flatMap(({ source, question, answers }) => {
    const number = current.get(`${source} ${question}`)
    return number === undefined ? [] : answers.map((answer) => ({ ...answer, asked: [number] }))
  })
}
