import { rejectionOf } from '../../rules/index.ts'
import type { CaseView, MaterialView } from '../client.ts'
import { progressOf } from '../jobs/progress.ts'
import type { Service } from '../service.ts'
import type { CaseRow, MaterialRow } from '../store/store.ts'
import { liveDecisions } from './decide.ts'
import { type JudgedCase, judgeCase } from './judge-case.ts'
import { requireCase, requireMaterial, requireScenario } from './require-case.ts'

/** GET /api/cases/{id}: what is there, what is missing, what was asked. */
export async function viewCase(service: Service, id: string): Promise<CaseView> {
  const row = await requireCase(service, id)
  const judged = await judgeCase(service, row)
  const progress = progressOf(judged.materialRows)
  const decided = liveDecisions(await service.store.decisions(id))
  const open = judged.findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'unsure')
  const allDecided = decided.size > 0 && open.every(({ point }) => decided.has(point))
  const settled = progress.files === 0 ? 'draft' : allDecided ? 'decided' : 'ready'
  return {
    id,
    scenario: row.scenario,
    scenarioName: requireScenario(service.judgement, row.scenario).name,
    at: row.at,
    applicant: row.applicant,
    state: progress.done ? settled : 'reading',
    progress,
    materials: judged.materialRows.map((material) => materialOf(judged, slotsOf(service, row), material)),
    slots: judged.materials,
    sources: viewSources(service, row.scenario, judged),
  }
}

/** Judgement also lists what nobody asked for, under its own name: that is not a slot of the scenario. */
const slotsOf = (service: Service, { scenario }: CaseRow): ReadonlySet<string> =>
  new Set(requireScenario(service.judgement, scenario).materials.map(({ slot }) => slot))

function materialOf(judged: JudgedCase, slots: ReadonlySet<string>, row: MaterialRow): MaterialView {
  const holds = judged.materials.find(({ slot, materials }) => slots.has(slot) && materials.includes(row.id))
  const placed = holds?.slot ?? null
  const documents = judged.submitted.find(({ id }) => id === row.id)?.documents ?? []
  const aside = judged.materials.find(({ slot, materials }) => !slots.has(slot) && materials.includes(row.id))
  const told = aside?.need === 'unknown' ? [aside.why] : placeNotes(judged, row.slot, placed, documents, aside?.why)
  const notes = row.state === 'read' ? [...told, ...(judged.notes.get(row.id) ?? [])] : []
  return materialView(row, { placed, documents, pages: judged.pages.get(row.id) ?? [] }, notes)
}

/** What the applicant should know about where a material stands: wrong slot, not asked for (`aside`: as judgement says it), not recognised. */
function placeNotes(
  judged: JudgedCase,
  chosen: string | null,
  placed: string | null,
  documents: MaterialView['documents'],
  aside: string | undefined,
): string[] {
  const types = [...new Set(documents.map(({ documentType }) => documentType))].filter((type) => type !== '其他')
  if (chosen !== null) {
    const wanted = judged.materials.find(({ slot }) => slot === chosen)?.documentTypes ?? types
    if (types.length === 0 || types.some((type) => wanted.includes(type))) return []
    return [`放在“${chosen}”的位置，看起来却是${types.join('、')}，请核对`]
  }
  if (placed !== null) return []
  if (types.length === 0) return ['没有认出这是什么材料：请拍全、拍清楚，或自己选择它的位置']
  return aside === undefined ? [] : [aside]
}

export async function viewMaterial(service: Service, caseId: string, id: string): Promise<MaterialView> {
  const row = await requireCase(service, caseId)
  const material = await requireMaterial(service, caseId, id)
  return materialOf(await judgeCase(service, row), slotsOf(service, row), material)
}

/** One material as clients see it; `placed` is where judgement put it when the applicant chose no slot. */
export function materialView(
  row: MaterialRow,
  read: Pick<MaterialView, 'documents' | 'pages'> & { placed: string | null },
  notes: string[] = [],
): MaterialView {
  const { id, fileName, mediaType, bytes, state, pagesRead, error } = row
  const advice = read.documents.flatMap(({ quality }) => quality.advice)
  const { documents, pages } = read
  const slot = row.slot ?? read.placed
  return {
    id,
    fileName,
    mediaType,
    bytes,
    slot,
    state,
    pages,
    pagesRead,
    documents,
    error,
    notes: [...new Set([...notes, ...advice])],
  }
}

function viewSources(service: Service, scenario: string, { answers }: JudgedCase): CaseView['sources'] {
  return service.judgement.requiredSources(scenario).map(({ source, agency }) => {
    const own = answers.filter((answer) => answer.source === source)
    // Asked about several people: trouble first, and "found" before "found nothing".
    const order = ['unavailable', 'denied', 'stale', 'ok', 'absent']
    const [worst] = own.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    if (!worst) return { source, agency, state: 'not-asked', message: `尚未查询${source}：还不知道证件号码` }
    if (worst.connected === false)
      return { source, agency, state: 'not-connected', message: `本系统没有接入${source}，要看它的要点由人工核对` }
    if (worst.rejected) {
      const state = worst.rejected === 'uncovered' ? 'not-covered' : 'rejected'
      const { why, settle } = rejectionOf(source, worst.rejected)
      return { source, agency, state, message: `${why}。${settle}` }
    }
    const message = {
      ok: `已取得${source}截至 ${worst.asOf} 的记录`,
      absent: `${source}查无记录`,
      denied: `${source}不允许查询，相关栏目请自行填写`,
      unavailable: `${source}暂时无法连接，相关栏目请先自行填写，稍后可重新获取`,
      stale: `${source}的记录截至 ${worst.asOf}，可能不是最新`,
    }[worst.state]
    return { source, agency, state: worst.state, message }
  })
}
