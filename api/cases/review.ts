import type { ReviewView } from '../client.ts'
import type { Service } from '../service.ts'
import { judgeCase } from './judge-case.ts'
import { requireCase } from './require-case.ts'

/** Findings and notice, judged anew. */
export async function reviewCase(service: Service, caseId: string): Promise<ReviewView> {
  const row = await requireCase(service, caseId)
  const { findings, notice } = await judgeCase(service, row)
  return { at: row.at, catalogue: service.judgement.catalogue, findings, notice }
}
