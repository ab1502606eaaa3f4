import type { ScenarioDetail } from '../client.ts'
import { problem } from '../errors/service-error.ts'
import { near } from '../http/near.ts'
import type { Judgement } from '../ports.ts'
import type { Service } from '../service.ts'
import type { CaseRow, MaterialRow } from '../store/store.ts'

export async function requireCase(service: Service, id: string): Promise<CaseRow> {
  const row = await service.store.case(id)
  if (!row) throw problem('case-not-found')
  return row
}

export async function requireMaterial(service: Service, caseId: string, id: string): Promise<MaterialRow> {
  const row = await service.store.material(caseId, id)
  if (!row) throw problem('material-not-found')
  return row
}

/** The scenario's catalogue entry; when unknown the problem names the ids nearest to what was written. */
export function requireScenario(judgement: Judgement, id: string): ScenarioDetail {
  const found = judgement.scenario(id)
  if (found) return found
  const all = judgement.scenarios()
  const meant = near(
    id,
    all.map((s) => s.id),
  )
  const named = meant.map((candidate) => `${candidate} ${all.find((s) => s.id === candidate)?.name ?? ''}`)
  throw problem('scenario-not-found', {
    detail: `没有编号为“${id.slice(0, 40)}”的办理情形`,
    ...(named.length > 0 ? { fix: `您要找的可能是：${named.join('；')}` } : {}),
    members: { near: meant },
  })
}
