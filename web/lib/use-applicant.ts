import { reactive } from 'vue'
import type { GuideView } from '../../api/client.ts'
import type { ApplicantDraft } from './applicant.ts'

const empty = (): ApplicantDraft => ({
  kind: 'organisation',
  name: '',
  uscc: '',
  idNumber: '',
  phone: '',
  byAgent: false,
  agentName: '',
  agentId: '',
  agentPhone: '',
})

/** Who applies, as typed so far: asked once, kept from the guide to the opening of the case. */
export const draft = reactive(empty())

/** What the guide's answers settled of the form, and for which scenario. */
export const settled = reactive({ scenario: '', answers: {} as GuideView['set'] })

/** The next person begins with nothing. */
export function forgetApplicant(): void {
  Object.assign(draft, empty())
  Object.assign(settled, { scenario: '', answers: {} })
}

/** Form fields that the guide settled for this scenario. */
export const settledFor = (scenario: string): GuideView['set'] =>
  settled.scenario === scenario ? { ...settled.answers } : {}
