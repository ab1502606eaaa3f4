import type { FormView } from '../client.ts'
import { problem } from '../errors/service-error.ts'
import { near } from '../http/near.ts'
import type { Service } from '../service.ts'
import { askNew } from './ask-sources.ts'
import { judgeCase } from './judge-case.ts'
import { requireCase } from './require-case.ts'

/** What a person typed is filled, but not pre-filled. */
const typedByPerson = '本人填写'

export async function viewForm(service: Service, caseId: string): Promise<FormView> {
  const { form } = await judgeCase(service, await requireCase(service, caseId))
  const asked = form.filter((field) => field.asked)
  const prefilled = asked.filter(({ value, source }) => value !== null && source !== typedByPerson)
  return { fields: form, prefilled: prefilled.length, asked: asked.length }
}

/** Takes what the applicant typed; null takes it back. Values an authority verified stay locked. */
export async function editForm(
  service: Service,
  caseId: string,
  fields: Record<string, unknown>,
  requestId: string,
): Promise<FormView> {
  const { form } = await judgeCase(service, await requireCase(service, caseId))
  for (const key of Object.keys(fields)) {
    const field = form.find((f) => f.key === key)
    if (!field) {
      const meant = near(
        key,
        form.map((f) => f.key),
      )
      throw problem('unknown-field', { detail: `申请表里没有“${key.slice(0, 40)}”这一项`, members: { near: meant } })
    }
    if (field.locked) throw problem('field-locked', { detail: `“${field.name}”已由${field.source}核验，不能直接改` })
  }
  const act = { requestId, action: 'form.edit', detail: { fields: Object.keys(fields).join(' ') } }
  await service.store.editForm(caseId, fields, 'applicant', act)
  await askNew(service, caseId, requestId)
  return viewForm(service, caseId)
}
