import { problem } from '../errors/service-error.ts'
import type { Service } from '../service.ts'
import { requireSlot } from './add-materials.ts'
import { forgetPages } from './kept-pages.ts'
import { requireCase } from './require-case.ts'

/** Puts a material into a slot; null leaves the place to its document type. */
export async function placeMaterial(
  service: Service,
  caseId: string,
  id: string,
  slot: string | null,
  requestId: string,
): Promise<void> {
  const row = await requireCase(service, caseId)
  requireSlot(service, row.scenario, slot)
  const act = { requestId, action: 'material.place', detail: { material: id, slot } }
  if (!(await service.store.placeMaterial(caseId, id, slot, act))) throw problem('material-not-found')
}

/** Takes a material, its reading and its pictures out of the case. */
export async function removeMaterial(service: Service, caseId: string, id: string, requestId: string): Promise<void> {
  await requireCase(service, caseId)
  const pages = (await service.store.readings(caseId)).get(id)?.pages ?? []
  const act = { requestId, action: 'material.remove', detail: { material: id } }
  const hash = await service.store.removeMaterial(caseId, id, act)
  if (hash === null) throw problem('material-not-found')
  await service.files.remove(caseId, hash)
  await forgetPages(service, caseId, hash, pages.length)
  service.progress.moved(caseId)
}

/** Erases a case: key, rows and files; the audit keeps that it happened. */
export async function eraseCase(service: Service, caseId: string, requestId: string): Promise<void> {
  if (!(await service.store.eraseCase(caseId, { requestId, action: 'case.erase' }))) throw problem('case-not-found')
  await service.files.erase(caseId)
  service.progress.moved(caseId)
}
