import type { Service } from '../service.ts'
import type { CaseRow } from '../store/store.ts'

/** Form values a person gave, at opening or later in the form, by key; what was taken back is not there. */
export async function filledValues(service: Service, row: CaseRow): Promise<Record<string, unknown>> {
  const edits = (await service.store.formEdits(row.id)).map(({ field, value }) => [field, value] as const)
  const filled = Object.entries({ ...row.answers, ...Object.fromEntries(edits) })
  return Object.fromEntries(filled.filter(([, value]) => value !== null && value !== ''))
}
