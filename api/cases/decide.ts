import type { NewDecision } from '../client.ts'
import { problem } from '../errors/service-error.ts'
import type { Service } from '../service.ts'
import type { DecisionRow } from '../store/store.ts'
import { judgeCase } from './judge-case.ts'
import { requireCase } from './require-case.ts'

/** Keeps the clerk's word on one finding beside the verdict and rule version the clerk saw. */
export async function decide(
  service: Service,
  caseId: string,
  decision: NewDecision,
  requestId: string,
): Promise<DecisionRow> {
  const row = await requireCase(service, caseId)
  const { findings } = await judgeCase(service, row)
  const finding = findings.find(({ point }) => point === decision.point)
  if (!finding) throw problem('unknown-point', { detail: `这个情形没有审查要点“${decision.point.slice(0, 40)}”` })
  const { point, reason, note } = decision
  return service.store.decide(
    caseId,
    {
      point,
      decision: decision.decision,
      reason: reason ?? null,
      note: note ?? '',
      verdict: finding.verdict,
      version: finding.version,
    },
    { requestId, action: 'finding.decide', detail: { point, decision: decision.decision, reason: reason ?? null } },
  )
}

/** The decision that holds for each point; an undo takes back the one before it. */
export function liveDecisions(rows: readonly DecisionRow[]): Map<string, DecisionRow> {
  const stacks = new Map<string, DecisionRow[]>()
  for (const row of rows) {
    const stack = stacks.get(row.point) ?? []
    if (row.decision === 'undo') stack.pop()
    else stack.push(row)
    stacks.set(row.point, stack)
  }
  const live = [...stacks].flatMap(([point, stack]) => {
    const last = stack.at(-1)
    return last ? [[point, last] as const] : []
  })
  return new Map(live)
}
