import type { Applicant } from '../../api/client.ts'
import { readCnid } from '../../facts/values/cnid.ts'
import { readPhone } from '../../facts/values/phone.ts'
import { readUscc } from '../../facts/values/uscc.ts'
import { t } from '../strings/index.ts'

/** What is typed in step 2; all of it may be empty. */
export interface ApplicantDraft {
  kind: Applicant['kind']
  name: string
  uscc: string
  idNumber: string
  phone: string
  byAgent: boolean
  agentName: string
  agentId: string
  agentPhone: string
}

export interface DraftMistake {
  field: string
  message: string
}

/** What is wrong with the draft, by input id; an empty draft is fine. */
export function mistakesOf(draft: ApplicantDraft): DraftMistake[] {
  const found: DraftMistake[] = []
  const refuse = (field: string, message: string, wrong: boolean) => {
    if (wrong) found.push({ field, message })
  }
  const code = draft.kind === 'organisation' ? draft.uscc.trim() : draft.idNumber.trim()
  const nameless = draft.name.trim() === '' && [code, draft.phone.trim(), draft.byAgent].some(Boolean)
  refuse('applicant-name', t.facts.nameFirst, nameless)
  if (draft.kind === 'organisation') refuse('applicant-uscc', t.facts.badUscc, code !== '' && !readUscc(code).valid)
  else refuse('applicant-id', t.facts.badId(t.facts.idNumber), code !== '' && !readCnid(code).valid)
  refuse('applicant-phone', t.facts.badPhone(t.facts.phone), !phoneFits(draft.phone))
  if (!draft.byAgent) return found
  const named = draft.agentName.trim() !== ''
  refuse(named ? 'agent-id' : 'agent-name', t.facts.agentNeeds, !named || draft.agentId.trim() === '')
  refuse('agent-id', t.facts.badId(t.facts.agentId), draft.agentId.trim() !== '' && !readCnid(draft.agentId).valid)
  refuse('agent-phone', t.facts.badPhone(t.facts.agentPhone), !phoneFits(draft.agentPhone))
  return found
}

const phoneFits = (phone: string) => phone.trim() === '' || readPhone(phone).valid

/** The draft as the service takes it; undefined when nothing was typed. */
export function applicantOf(draft: ApplicantDraft): Applicant | undefined {
  const name = draft.name.trim()
  if (name === '') return undefined
  const applicant: Applicant = { kind: draft.kind, name }
  if (draft.kind === 'organisation' && draft.uscc.trim()) applicant.uscc = draft.uscc.trim()
  if (draft.kind === 'person' && draft.idNumber.trim()) applicant.idNumber = draft.idNumber.trim()
  if (draft.phone.trim()) applicant.phone = draft.phone.trim()
  if (draft.byAgent) {
    applicant.agent = { name: draft.agentName.trim(), idNumber: draft.agentId.trim() }
    if (draft.agentPhone.trim()) applicant.agent.phone = draft.agentPhone.trim()
  }
  return applicant
}
