import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { NewCase } from '../client.ts'
import { isSandbox } from '../config.ts'
import { problem } from '../errors/service-error.ts'
import type { Service } from '../service.ts'
import { caseRegistrySchema } from '../sources/registry-records.ts'
import type { Act, CaseRow } from '../store/store.ts'
import { askNew } from './ask-sources.ts'
import { requireScenario } from './require-case.ts'

/** Opens a case and asks the shared sources about the applicant; its id is unguessable. */
export async function openCase(
  service: Service,
  input: NewCase & { registry?: unknown },
  requestId: string,
): Promise<CaseRow> {
  const scenario = requireScenario(service.judgement, input.scenario)
  const registry = input.registry === undefined ? null : parseRegistry(service, input.registry)
  const row = {
    id: randomUUID(),
    scenario: scenario.id,
    at: input.at ?? service.today(),
    applicant: input.applicant ?? null,
    answers: input.answers ?? {},
    registry,
  }
  const act: Act = { requestId, action: 'case.open', detail: { scenario: row.scenario, at: row.at } }
  await service.store.createCase(row, act)
  await askNew(service, row.id, requestId)
  return { ...row, createdAt: service.now() }
}

/** Sources a client brought along; only a sandbox on loopback takes them. Throws registry-not-allowed or invalid-request. */
export function parseRegistry(service: Service, registry: unknown): unknown {
  if (!isSandbox(service.config)) throw problem('registry-not-allowed')
  const parsed = caseRegistrySchema.safeParse(registry)
  if (!parsed.success) throw problem('invalid-request', { detail: `registry：${z.prettifyError(parsed.error)}` })
  return registry
}
