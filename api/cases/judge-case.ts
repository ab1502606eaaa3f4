import type { PageSize } from '../../facts/reading.ts'
import type { SourceAnswer, SubmittedMaterial } from '../../rules/results.ts'
import type { Judged } from '../ports.ts'
import type { Service } from '../service.ts'
import type { AskedSource, CaseRow, MaterialRow } from '../store/store.ts'
import { questionId } from './ask-sources.ts'
import { type CaseKeys, caseKeys } from './case-keys.ts'

export interface JudgedCase extends Judged {
  materialRows: MaterialRow[]
  submitted: SubmittedMaterial[]
  answers: SourceAnswer[]
  pages: Map<string, PageSize[]>
}

/** Judges a case anew from the facts as they stand; materials still being read are not there yet. */
export async function judgeCase(service: Service, row: CaseRow): Promise<JudgedCase> {
  const { store } = service
  const materialRows = await store.materials(row.id)
  const readings = await store.readings(row.id)
  const edits = await store.formEdits(row.id)
  const submitted = materialRows
    .filter(({ state }) => state === 'read' || state === 'failed')
    .map((material) => ({
      id: material.id,
      slot: material.slot,
      fileName: material.fileName,
      documents: readings.get(material.id)?.documents ?? [],
      error: material.error,
    }))
  const asked = await store.answers(row.id)
  const keys = caseKeys(
    row.applicant,
    [...readings.values()],
    asked.flatMap(({ answers }) => answers),
  )
  const answers = currentAnswers(service, asked, keys)
  const typed = Object.fromEntries(edits.map(({ field, value }) => [field, value]))
  const filled = Object.entries({ ...row.answers, ...typed }).filter(([, value]) => value !== null)
  const judged = service.judgement.judge({
    scenario: row.scenario,
    at: row.at,
    applicant: row.applicant,
    answers: Object.fromEntries(filled),
    materials: submitted,
    sources: answers,
  })
  const pages = new Map([...readings].map(([id, reading]) => [id, reading.pages]))
  return { ...judged, materialRows, submitted, answers, pages }
}

/** Answers about the keys the case has now; a source that found a record under one key did not "find nothing". */
function currentAnswers(service: Service, asked: readonly AskedSource[], keys: CaseKeys): SourceAnswer[] {
  const current = new Set(
    (['cnid', 'uscc'] as const).flatMap((kind) => {
      const value = keys[kind]
      return value === undefined ? [] : [questionId(service, kind, value)]
    }),
  )
  const answers = asked.filter(({ question }) => current.has(question)).flatMap((a) => a.answers)
  const found = new Set(answers.filter(({ state }) => state !== 'absent').map(({ source }) => source))
  return answers.filter(({ source, state }) => state !== 'absent' || !found.has(source))
}
