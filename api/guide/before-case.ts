import { poolOf } from '../cases/ask-sources.ts'
import { keysFor } from '../cases/case-keys.ts'
import { NOTHING_NAMED } from '../cases/named-in-case.ts'
import { parseRegistry } from '../cases/open-case.ts'
import { requireScenario } from '../cases/require-case.ts'
import type { BeforeCase, EligibilityView, GuideRequest, GuideView } from '../client.ts'
import { problem } from '../errors/service-error.ts'
import type { KnownBefore, RequiredSource } from '../ports.ts'
import type { Service } from '../service.ts'

type Before = BeforeCase & { registry?: unknown }

/** Follows a matter's guide with what the registry and the person say. Nothing is kept. */
export async function followGuide(
  service: Service,
  matter: string,
  { given = {}, ...before }: GuideRequest & { registry?: unknown },
): Promise<GuideView> {
  const wanted = service.judgement.guideSources(matter)
  if (!wanted) throw problem('matter-not-found')
  try {
    return service.judgement.walkGuide(matter, given, await lookUp(service, wanted, before))
  } catch (error) {
    if (error instanceof RangeError) throw problem('unknown-answer')
    throw error
  }
}

/** 申请条件预检 and the personal material list of a scenario. Nothing is kept. */
export async function preCheck(service: Service, scenario: string, before: Before): Promise<EligibilityView> {
  const { judgement } = service
  const { id } = requireScenario(judgement, scenario)
  const matter = judgement.matters().find(({ scenarios }) => scenarios.some((one) => one.id === id))
  const guided = (matter && judgement.guideSources(matter.id)) ?? []
  const required = judgement.requiredSources(id)
  const only = guided.filter(({ source }) => !required.some((one) => one.source === source))
  const known = await lookUp(service, [...required, ...only], before)
  return service.judgement.checkEligibility(id, known)
}

/** Asks the sources about whoever applies; the firm register may name the person to ask about next. */
async function lookUp(service: Service, wanted: readonly RequiredSource[], before: Before): Promise<KnownBefore> {
  const at = before.at ?? service.today()
  const registry = before.registry === undefined ? null : parseRegistry(service, before.registry)
  const pool = poolOf(service, { registry, at })
  const { applicant = null, answers = {} } = before
  const known: KnownBefore = { at, applicant, answers, sources: [] }
  const done = new Set<string>()
  for (let round = 0; round < 2; round += 1) {
    const named = { ...NOTHING_NAMED, names: applicant?.kind === 'organisation' ? [applicant.name] : [] }
    const people = { applicant, readings: [], answers: known.sources, filled: Object.values(answers), named, at }
    const open = wanted
      .flatMap((required) => keysFor(required, people).map((key) => ({ source: required.source, key })))
      .filter(({ source, key }) => !done.has(`${source} ${key.kind} ${key.value}`))
    for (const { source, key } of open) done.add(`${source} ${key.kind} ${key.value}`)
    for (const [{ key }, found] of await pool.ask(open)) {
      known.sources.push(...found.map((answer) => ({ ...answer, asked: [key.value] })))
    }
  }
  return known
}
