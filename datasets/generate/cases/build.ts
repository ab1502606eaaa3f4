import type { CaseRegistry, CaseValue, Truth } from '../../case-format.ts'
import { seeded } from '../random.ts'
import { commonDefects } from './common-defects.ts'
import { type Defect, Draft, type Habits, type Paper } from './draft.ts'
import { recipeOf } from './recipes.ts'
import type { ScenarioData } from './scenario-data.ts'

/** Which case to draw; the same request gives the same bytes. */
export interface CaseRequest {
  scenario: ScenarioData
  seed: string
  at: string
  split: Habits['split']
  /** Defects by id; chosen by the seed when missing; empty for a clean case. */
  defects?: readonly string[]
  /** Papers come also as photocopies and as files with a text layer, not only as pictures of originals. */
  mixed?: boolean
}

/** What the applicant hands in or types when told of one defect alone. */
export interface Repair {
  replace: { papers: string[]; with: Paper[] }[]
  add: Paper[]
  answers: Record<string, CaseValue>
  /** Sources that answer otherwise once it is mended. */
  registry: CaseRegistry
}

/** A case ready to be drawn. */
export interface BuiltCase {
  draft: Draft
  defects: { defect: Defect; repair: Repair | null }[]
  outcome: Truth['outcome']
}

/** Builds the application of a request, with its defects and what mends each. */
export function buildCase(request: CaseRequest): BuiltCase {
  const right = assemble(request, [])
  const chosen = choose(request, right.defects)
  const wrong = assemble(request, chosen)
  const real = chosen.map((id) => find(wrong, id)).filter((defect) => !defect.moot?.(chosen))
  const defects = real.map((defect) => {
    const { id } = defect
    return { defect, repair: defect.refuse ? null : repairOf(assemble(request, [id]), right) }
  })
  const refused = defects.some(({ defect }) => defect.refuse)
  return { draft: wrong, defects, outcome: refused ? 'refuse' : defects.length > 0 ? 'correct' : 'accept' }
}

function find(draft: Draft, id: string): Defect {
  const defect = draft.defects.find((one) => one.id === id)
  if (!defect) throw new Error(`${draft.seed} cannot have ${id}: only ${draft.defects.map((one) => one.id).join(', ')}`)
  return defect
}

function assemble(request: CaseRequest, ids: readonly string[]): Draft {
  const { scenario, seed, at, split } = request
  const slotted = seeded(`${seed}/slotted`).chance(0.7)
  const draft = new Draft(scenario, seed, at, { slotted, split, mixed: request.mixed ?? false })
  recipeOf(scenario.id)(draft)
  asksNothing(draft)
  for (const defect of commonDefects(draft)) draft.mayFail(defect)
  for (const id of ids) {
    const { apply, fails, silences = {}, moot } = find(draft, id)
    apply(draft)
    if (moot?.(ids)) continue
    for (const [point, because] of Object.entries(silences))
      if (draft.hasPoint(point) && draft.review[point]?.verdict !== 'fail')
        draft.review[point] = { verdict: 'not-applicable', because }
    for (const [point, because] of Object.entries(fails))
      if (draft.hasPoint(point)) draft.review[point] = { verdict: 'fail', because }
  }
  if (draft.papers.length === 0) draft.none('没有上传材料', 'IMG-P01', 'IMG-P03')
  // A defect may bring a paper (the licence that the library no longer holds) where nothing was handed in before.
  else
    for (const point of ['IMG-P01', 'IMG-P02', 'IMG-P03'])
      if (draft.review[point]?.verdict === 'not-applicable') draft.review[point] = { verdict: 'pass' }
  copies(draft)
  return draft
}

/** IMG-P04 asks of photocopies only, whichever papers the defects left. */
function copies(draft: Draft): void {
  const any = draft.papers.some(({ photo }) => photo.copy !== undefined)
  if (!any) draft.none('没有交复印件', 'IMG-P04')
  else if (draft.hasPoint('IMG-P04') && draft.review['IMG-P04']?.verdict === 'not-applicable')
    draft.review['IMG-P04'] = { verdict: 'pass' }
}

/** Requirements that a matter may leave out (its parameter is null), with the point that asks them. */
const OPTIONAL: readonly (readonly [parameter: string, point: string, because: string])[] = [
  ['证照名称', 'FORM-P06', '办的不是在库的许可证'],
  ['业务', 'SUBJ-P04', '经营范围里不要求有特定的业务'],
  ['变更期限', 'CHANGE-P03', '没有规定变更后多少日内申请'],
  ['须新办的变更项', 'CHANGE-P04', '没有须重新申请的变更'],
  ['户籍要求', 'PERS-P03', '不看户籍和居住状态'],
]

/**
 * What a point measures against where the catalogue knows no value (依据待核): nobody knows either whether anything is
 * asked, so a person looks; a defect that fails it whatever the value still does.
 */
const UNSETTLED: readonly (readonly [parameter: string, point: string, because: string])[] = [
  ['变更期限', 'CHANGE-P03', '变更后多少日内申请，依据待核'],
  ['延续最晚', 'RENEW-P01', '届满前多少日申请，依据待核'],
  ['承诺书版本', 'COMMIT-P01', '现行承诺书是哪一版，依据待核'],
  ['后补材料', 'COMMIT-P04', '承诺后要补交什么，依据待核'],
  ['必备制度', 'SYS-P01', '必备哪些制度，依据待核'],
  ['岗位配备', 'STAFF-P01', '要配多少人，依据待核'],
  ['岗位证书', 'STAFF-P02', '要什么证书，依据待核'],
]

/** Points of the shared modules that ask nothing of this application, by what it brings and what the matter leaves out. */
function asksNothing(draft: Draft): void {
  const { parameters } = draft.scenario
  for (const [name, point, because] of OPTIONAL) if (parameters.get(name) === null) draft.none(because, point)
  for (const [name, point, because] of UNSETTLED)
    if (parameters.has(name) && parameters.get(name) === undefined && draft.review[point]?.verdict === 'pass')
      draft.person(because, point)
  draft.none('没有提交电子证照文件', 'IMG-P05')
  if (draft.papers.length === 0) draft.none('材料都免交，没有上传', 'IMG-P01', 'IMG-P02', 'IMG-P03')
  if (draft.of('申请书').length === 0) draft.none('申请表由系统生成，提交时电子签名', 'FORM-P03', 'FORM-P04')
  if (parameters.get('受理地址') === null && parameters.get('受理地址二') === null)
    draft.none('全市通办，不看地址', 'FORM-P07')
}

/** Of the cases with defects that could have one that blocks, the share that is made to: otherwise too few to judge by. */
const BLOCKED = 0.56

/** A third of all cases is clean; the others have one to four defects, on different things, blocking ones over-sampled. */
function choose(request: CaseRequest, possible: readonly Defect[]): string[] {
  if (request.defects) return [...request.defects]
  const random = seeded(`${request.seed}/defects`)
  if (random.chance(1 / 3)) return []
  const count = random.pick([1, 1, 1, 2, 2, 3, 4])
  const order = random.sample(possible, possible.length)
  const blocking = random.chance(BLOCKED) ? order.filter((one) => blocks(request.scenario, one)).slice(0, 1) : []
  const chosen: Defect[] = []
  for (const defect of [...blocking, ...order])
    if (chosen.length < count && !chosen.some((other) => meets(defect, other))) chosen.push(defect)
  return chosen.map(({ id }) => id)
}

/** Two defects that touch the same thing: they never stand in one case. */
export function meets(a: Defect, b: Defect): boolean {
  return (a.touches ?? a.slot) === (b.touches ?? b.slot) || a.slot === b.slot
}

/** A point of severity block fails by it. */
export function blocks(scenario: ScenarioData, { fails }: Defect): boolean {
  return scenario.points.some(({ id, severity }) => severity === 'block' && id in fails)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function repairOf(alone: Draft, right: Draft): Repair {
  const replace: Repair['replace'] = []
  const add: Repair['add'] = []
  for (const paper of right.papers) {
    const drawn = alone.papers.find(({ key }) => key === paper.key)
    if (!drawn) add.push(paper)
    else if (!same(drawn, paper)) replace.push({ papers: [paper.key], with: [paper] })
  }
  for (const { key } of alone.papers)
    if (!right.papers.some((paper) => paper.key === key)) replace.push({ papers: [key], with: [] })
  const keys = new Set([...Object.keys(alone.answers), ...Object.keys(right.answers)])
  const answers = [...keys]
    .filter((key) => !same(alone.answers[key], right.answers[key]))
    .map((key): [string, CaseValue] => [key, right.answers[key] ?? right.form[key] ?? null])
  const registry = Object.keys(right.registry)
    .filter((source) => !same(alone.registry[source], right.registry[source]))
    .map((source): [string, CaseRegistry[string]] => [source, right.registry[source] ?? []])
  return { replace, add, answers: Object.fromEntries(answers), registry: Object.fromEntries(registry) }
}
