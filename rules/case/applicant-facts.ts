import type { Fact } from '../../facts/fact.ts'
import type { Applicant } from '../results.ts'

/** 申请人.* from the verified identity. Nobody signed in: nothing is known of the applicant, and there is no agent. */
export function applicantFacts(applicant: Applicant | null): Fact[] {
  const given: [string, string | undefined][] = applicant
    ? [
        ['kind', applicant.kind === 'person' ? '个人' : '单位'],
        ['name', applicant.name],
        ['idNumber', applicant.idNumber],
        ['uscc', applicant.uscc],
        ['phone', applicant.phone],
      ]
    : []
  const agent: [string, string | undefined][] = [
    ['agent.name', applicant?.agent?.name],
    ['agent.idNumber', applicant?.agent?.idNumber],
    ['agent.phone', applicant?.agent?.phone],
  ]
  return [...given, ...agent].map(([name, value]) => ({
    path: `申请人.${name}`,
    value: value ?? null,
    confidence: 1,
    state: value === undefined || value === '' ? 'absent' : 'ok',
    evidence: [{ kind: 'person', who: 'applicant', field: `申请人.${name}` }],
  }))
}
