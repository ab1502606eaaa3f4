import type { Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { agent } from './agent.ts'
import { type FirmOptions, firmApplicant } from './applicant-firm.ts'
import { applicationForm } from './application.ts'
import type { Firm } from './firm.ts'

/** The beginning of most applications of firms: who applies, who comes to the counter, the application form. */
export function firmCase(d: Draft, options: FirmOptions, business: string): { firm: Firm; agent: Person | null } {
  const firm = firmApplicant(d, options)
  const who = agent(d, { name: firm.name, signer: firm.legal.name, firm: true }, business)
  applicationForm(d, { name: firm.name, code: firm.code, signer: firm.legal.name, firm: true })
  return { firm, agent: who }
}
