import { districtOf } from '../../facts/values/address.ts'
import type { Assembled } from '../case/case-knowledge.ts'
import { caseKnowledge } from '../case/case-knowledge.ts'
import { type CaseInput, prepareCase } from '../case/prepare-case.ts'
import { basisOn } from '../catalogue/basis.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ConditionRule, Scenario } from '../catalogue/scenario.ts'
import { allReads } from '../engine/explain.ts'
import type { Knowledge } from '../engine/knowledge.ts'
import { belongs } from '../functions/addresses.ts'
import type { Guide } from '../guide/guide.ts'
import { reachableEnds } from '../guide/reachable-ends.ts'
import type { Applicant, Blocker, ConditionOutcome, Eligibility, Mismatch } from '../results.ts'
import { factUse } from '../review/describe.ts'
import { type ReviewContext, undecided } from '../review/obstacles.ts'
import { ORGANISATIONS, PERSON, scenariosFor } from './scenarios-for.ts'

export interface EligibilityInput extends Omit<CaseInput, 'materials'> {
  /** Of the scenario's matter: tells a scenario that the registry leads away from. */
  guide: Guide | null
}

/**
 * 申请条件预检: which conditions of a scenario hold, fail or are unknown from identity, registry and answers alone; before
 * them, whether it is the wrong counter or the wrong scenario. Pure. Throws RangeError on an unknown scenario or a day
 * that is none.
 */
export function checkEligibility({ guide, ...input }: EligibilityInput): Eligibility {
  const { catalogue, at, applicant } = input
  const { assembled, context } = prepareCase({ ...input, materials: [] })
  const { scenario } = context
  // What nobody has filled in yet is unknown, not missing: the form comes later.
  const form = (path: string) => {
    const fact = assembled.caseFacts.facts.get(path)
    return fact?.value === null ? undefined : fact
  }
  const knowledge = caseKnowledge(assembled, catalogue.policy.use.correct, form)
  const named = (id: string) => ({ id, name: catalogue.scenarios.get(id)?.name ?? id })
  const conditions = scenario.conditions.map((rule) => ({
    ...conditionOutcome(rule, context, knowledge),
    otherwise: rule.condition.otherwise === undefined ? null : named(rule.condition.otherwise),
  }))
  const better = conditions.flatMap((one) =>
    one.outcome === 'fails' && one.otherwise && one.otherwise.id !== scenario.id ? [one] : [],
  )
  return {
    scenario: scenario.id,
    at,
    mismatches: [
      ...applicantMismatch(scenario, applicant, assembled, catalogue),
      ...districtMismatch(scenario, assembled, catalogue.policy.district),
      ...(guide ? guideMismatch(guide, scenario, input) : []),
      ...better.map(
        ({ text, otherwise }): Mismatch => ({
          kind: 'scenario',
          message: `不符合“${text}”`,
          fix: `您的情况应当办“${otherwise?.name}”`,
          suggest: otherwise ? [otherwise] : [],
        }),
      ),
    ],
    conditions,
  }
}

function conditionOutcome(
  { condition, check, basis }: ConditionRule,
  context: ReviewContext,
  knowledge: Knowledge,
): Omit<ConditionOutcome, 'otherwise'> {
  const about = {
    id: condition.id,
    text: condition.text,
    ...basisOn(basis, knowledge.at),
  }
  if (check === null) return { ...about, outcome: 'person', facts: [], blockers: [] }
  const step = check.judge(knowledge)
  const { vocabulary } = context.scenario
  const facts = allReads(step)
    .filter(({ path, fact }) => path.includes('.') && fact !== undefined && vocabulary.typeOf(path) !== null)
    .map((read) => factUse(read, vocabulary))
  if (step.result !== null) return { ...about, outcome: step.result ? 'holds' : 'fails', facts, blockers: [] }
  const { because, blockers } = undecided(step, context, knowledge)
  // Nothing is uploaded yet: that a point will name what is missing is no news here.
  const later = because.map((reason): Blocker => {
    const missing = reason.replace(/，[^，]*已指出$/u, '')
    return { path: '', state: 'absent', missing, settle: '交上材料、填好表就能判断' }
  })
  return { ...about, outcome: 'unknown', facts, blockers: [...blockers, ...later] }
}

/** The registry alone answers the guide's questions so that the chosen scenario is out of reach. */
function guideMismatch(guide: Guide, { id, name }: Scenario, input: Omit<CaseInput, 'materials'>): Mismatch[] {
  const { told, scenarios, stops } = reachableEnds(guide, input)
  if (told.length === 0 || scenarios.includes(id)) return []
  const suggest = scenarios.map((one) => ({ id: one, name: input.catalogue.scenarios.get(one)?.name ?? one }))
  const fits = suggest.length > 0 ? [`您的情况可以办：${suggest.map((one) => one.name).join('、')}`] : stops
  return [
    {
      kind: 'scenario',
      message: `您选的是“${name}”；从共享数据查到：${told.map(({ ask, say }) => `${ask}——${say}`).join('；')}`,
      fix: [...fits, '查到的和实际不一样的，请带原件到窗口核对'].join('。'),
      suggest,
    },
  ]
}

/** A person where only firms may apply, a firm where only persons may, or a kind of firm that is not among them. */
function applicantMismatch(
  scenario: Scenario,
  applicant: Applicant | null,
  assembled: Assembled,
  catalogue: Catalogue,
): Mismatch[] {
  const { applicants } = scenario.parts.file.value
  const told = (kinds: readonly string[], message: string, fix: string): Mismatch[] => {
    const suggest = scenariosFor(kinds, scenario, catalogue)
    const fits =
      suggest.length > 0
        ? `。${kinds.length === 1 ? kinds[0] : '单位'}可以办：${suggest.map(({ name }) => name).join('、')}`
        : ''
    return [{ kind: 'applicant', message, fix: `${fix}${fits}`, suggest }]
  }
  const organisations = applicants.filter((one) => ORGANISATIONS.includes(one))
  const registered = assembled.caseFacts.facts.get('法人库.主体类别')
  const kind = registered?.state === 'ok' && typeof registered.value === 'string' ? registered.value : null
  const own = kind !== null && ORGANISATIONS.includes(kind) ? kind : null
  if (applicant?.kind === 'organisation' && organisations.length === 0) {
    return told(own === null ? ORGANISATIONS : [own], '这个事项由个人办理', '请用本人的实名身份登录再办')
  }
  if (applicant?.kind === 'person' && organisations.length === applicants.length) {
    const message = `这个事项要以${applicants.join('、')}的名义办理`
    return told([PERSON], message, '请用单位的身份登录，或填上单位的统一社会信用代码')
  }
  if (applicant?.kind !== 'organisation' || own === null || applicants.includes(own)) return []
  const message = `这个事项由${applicants.join('、')}办理，登记的主体类别是${own}`
  return told([own], message, '请到窗口问清该办哪一项')
}

const ADDRESS_PARAMETERS = ['受理地址', '受理地址二']

/** Every address that may make this counter the right one (as FORM-P07) is known and in another district. */
function districtMismatch(scenario: Scenario, { caseFacts }: Assembled, own: string): Mismatch[] {
  const asked = new Set(scenario.fields.map(({ field }) => `申请表.${field.key}`))
  const paths = ADDRESS_PARAMETERS.flatMap((name) => scenario.parts.parameters.get(name)?.from ?? [])
  const addresses = paths
    .filter((path) => !path.startsWith('申请表.') || asked.has(path))
    .map((path) => ({ path, fact: caseFacts.facts.get(path) }))
  const elsewhere = addresses.flatMap(({ path, fact }) => {
    const address = fact?.state === 'ok' && typeof fact.value === 'string' ? fact.value : null
    const district = address === null || belongs(address, own) !== false ? null : districtOf(address)
    return district === null ? [] : [{ name: scenario.vocabulary.label(path), address, district }]
  })
  if (elsewhere.length === 0 || elsewhere.length < addresses.length) return []
  const districts = [...new Set(elsewhere.map(({ district }) => district))].join('或')
  return [
    {
      kind: 'district',
      message: `${elsewhere.map(({ name, address, district }) => `${name}在${district}（${address}）`).join('，')}，本窗口办理${own}的事项`,
      fix: `请到${districts}的窗口办理；地址不对的，先改正地址`,
      // The same scenario is the right one, at another counter.
      suggest: [],
    },
  ]
}
