import type { Evidence, Finding, Verdict } from '../../api/client.ts'

const WEIGHT = { block: 0, correct: 1, advise: 2 } as const
const misread = (one: Finding) => one.blockers.some((b) => b.state === 'unreadable' || b.state === 'low-confidence')

/** Findings of one verdict: what could not be read before what a rule says, then by severity. */
export const findingsOf = (findings: readonly Finding[], verdict: Verdict): Finding[] =>
  findings
    .filter((one) => one.verdict === verdict)
    .sort((a, b) => Number(misread(b)) - Number(misread(a)) || WEIGHT[a.severity] - WEIGHT[b.severity])

/** True when only a person can decide it and the applicant has nothing to do. */
export const isForPerson = (one: Finding): boolean =>
  one.automation === 'manual' || one.blockers.every((b) => b.state === 'manual')

/** What the user should look at, in the order shown. */
export const exceptionsOf = (findings: readonly Finding[]): Finding[] => [
  ...findingsOf(findings, 'fail'),
  ...findingsOf(findings, 'unsure').filter((one) => !isForPerson(one)),
]

/** What is missing, grouped by what would settle it, each group in the order found. */
export function settlingsOf(one: Finding): { settle: string; missing: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const { settle, missing } of one.blockers) groups.set(settle, [...(groups.get(settle) ?? []), missing])
  return [...groups].map(([settle, missing]) => ({ settle, missing: [...new Set(missing)] }))
}

/** True when what is missing is typed into the form rather than photographed. */
export const isAboutForm = (one: Finding): boolean =>
  one.facts.some(({ path, state }) => path.startsWith('表项[') || (path.startsWith('申请表.') && state === 'absent'))

/** All evidence of a finding: its own, then that of the facts it used. */
export const evidenceOf = (one: Finding): Evidence[] => [...one.evidence, ...one.facts.flatMap((fact) => fact.evidence)]
