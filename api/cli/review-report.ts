import type { CaseView, Evidence, Finding, FormValue, FormView, ReviewView, UploadOutcome } from '../client.ts'
import { evidencePlace } from '../notice/evidence-place.ts'

export interface Reviewed {
  uploads: UploadOutcome[]
  view: CaseView
  form: FormView
  review: ReviewView
}

/** The stable JSON of DESIGN §10; additions are fine, renames are not. */
export function reviewJson({ uploads, view, form, review }: Reviewed): object {
  const refused = uploads.filter(({ outcome }) => outcome === 'refused')
  return {
    scenario: view.scenario,
    at: view.at,
    catalogue: review.catalogue,
    form: Object.fromEntries(form.fields.map(({ key, ...field }) => [key, field])),
    prefilled: form.prefilled,
    asked: form.asked,
    findings: review.findings,
    notice: review.notice,
    materials: [
      ...view.materials.map(({ fileName, ...material }) => ({ file: fileName, ...material })),
      ...refused.map(({ fileName, problem }) => ({
        file: fileName,
        state: 'refused',
        error: { code: problem?.code, message: problem?.detail },
      })),
    ],
    slots: view.slots,
    sources: view.sources,
  }
}

/** The same for a person's eyes. */
export function reviewReport(reviewed: Reviewed): string {
  const { view, review } = reviewed
  const title = `${view.scenario} ${view.scenarioName}　受理日期 ${view.at}`
  const bases = basesOf(review.findings)
  const sections = [
    title,
    materialsSection(reviewed),
    sourcesSection(view),
    formSection(reviewed.form),
    findingsSection(view, review.findings, bases),
    noticeSection(view, review, bases),
    basesSection(bases),
    'AI 预审仅供参考，不是行政决定。',
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

/** Laws are long and shared: each is printed once and named by number. */
const basisText = ({ law, article, certainty }: Finding['basis'][number]) =>
  `${law} ${article}${certainty === 'unsure' ? '（条文待核）' : ''}`

const basesOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.filter(isOpen).flatMap(({ basis }) => basis.map(basisText))),
]

const isOpen = ({ verdict }: Finding) => verdict === 'fail' || verdict === 'unsure'

const references = (basis: Finding['basis'], bases: readonly string[]) =>
  basis.map((one) => `[${bases.indexOf(basisText(one)) + 1}]`).join('') || '依据待核'

const basesSection = (bases: readonly string[]) =>
  bases.length === 0 ? '' : [heading('依据'), ...bases.map((text, i) => `  [${i + 1}] ${text}`)].join('\n')

const heading = (text: string) => `【${text}】`
const percent = (share: number) => `${Math.round(share * 100)}%`

function materialsSection({ uploads, view }: Reviewed): string {
  const rows = view.materials.map((material) => {
    const types = material.documents.map(({ documentType }) => documentType).join('、') || '没有认出文种'
    const state = material.error ? `读不了：${material.error.message}` : `${types}，${material.pages.length} 页`
    const notes = material.notes.map((note) => `\n      注意：${note}`).join('')
    return `  ${material.fileName}　${state}${material.slot ? ` → ${material.slot}` : ''}${notes}`
  })
  const others = uploads.flatMap(({ fileName, outcome, problem }) => {
    if (outcome === 'refused') return [`  ${fileName}　没有收：${problem?.detail ?? ''}。${problem?.fix ?? ''}`]
    return outcome === 'duplicate' ? [`  ${fileName}　和前面的一份相同，没有重复读取`] : []
  })
  const missing = view.slots.filter(({ status }) => status === 'missing').map(({ slot }) => slot)
  const lacking = missing.length > 0 ? [`  还缺：${missing.join('、')}`] : []
  return [heading('材料'), ...rows, ...others, ...lacking].join('\n')
}

function sourcesSection({ sources }: CaseView): string {
  if (sources.length === 0) return ''
  return [heading('共享数据'), ...sources.map(({ message }) => `  ${message}`)].join('\n')
}

function formSection({ fields, prefilled, asked }: FormView): string {
  const share = asked === 0 ? '' : `，${percent(prefilled / asked)}`
  const shown = fields.filter((field) => field.asked)
  const blank = shown.filter(({ value }) => value === null)
  const names = (required: boolean) => blank.filter((f) => f.required === required).map(({ name }) => name)
  const list = (title: string, of: string[]) => (of.length > 0 ? [`  ${title}：${of.join('、')}`] : [])
  return [
    heading(`申请表：预填 ${prefilled}/${asked} 项${share}`),
    ...shown.filter(({ value, conflicts }) => value !== null || conflicts.length > 0).map(formRow),
    ...list('还要填写', names(true)),
    ...list('可以不填', names(false)),
    ...[...new Set(shown.flatMap(({ unavailable }) => unavailable))].map((reason) => `  ${reason}`),
  ].join('\n')
}

function formRow(field: FormValue): string {
  const origin = [field.source, field.locked ? '已核验' : '', ...field.evidence.slice(0, 1).map(pageOf)]
  const from = field.value === null ? '' : `　［${origin.filter(Boolean).join('，')}］`
  const conflicts = field.conflicts.map(({ source, display }) => `\n      不一致：${source} 为“${display}”`).join('')
  return `  ${field.name}：${field.value === null ? '（待填写）' : field.display}${from}${conflicts}`
}

const pageOf = (evidence: Evidence) => (evidence.kind === 'material' ? `第 ${evidence.page} 页` : '')

function findingsSection(view: CaseView, findings: readonly Finding[], bases: readonly string[]): string {
  const of = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict)
  const [failed, unsure] = [of('fail'), of('unsure')]
  const counts = `不符 ${failed.length}　存疑 ${unsure.length}　通过 ${of('pass').length}　不适用 ${of('not-applicable').length}`
  return [
    heading(`审查要点 ${findings.length} 条：${counts}`),
    ...failed.map((finding) => findingLines(view, finding, bases)),
    ...unsure.map((finding) => findingLines(view, finding, bases)),
  ].join('\n')
}

function findingLines(view: CaseView, finding: Finding, bases: readonly string[]): string {
  const failed = finding.verdict === 'fail'
  const lines = [
    `  ${failed ? '✗ 不符' : '? 存疑'} ${finding.point} ${finding.statement}`,
    `      ${finding.message}`,
    finding.fix && `      ${failed ? '怎么改' : '请核对'}：${finding.fix}`,
    ...finding.evidence.slice(0, 4).map((evidence) => `      证据：${evidencePlace(view, evidence)}`),
    `      依据：${references(finding.basis, bases)}`,
  ]
  return lines.filter(Boolean).join('\n')
}

function noticeSection(view: CaseView, { notice, findings }: ReviewView, bases: readonly string[]): string {
  const basisOf = (point: string) => findings.find((finding) => finding.point === point)?.basis ?? []
  const items = notice.items.flatMap(({ number, point, material, problem, fix, evidence }) => [
    `  ${number}. ${material ? `〔${material}〕` : ''}${problem}`,
    ...evidence
      .filter(({ kind }) => kind === 'material')
      .map((one) => `     位置：${evidencePlace(view, one)}`)
      .slice(0, 4),
    `     怎么改：${fix}`,
    `     依据：${references(basisOf(point), bases)}`,
  ])
  const none = items.length === 0 ? ['  没有需要补正的问题。'] : []
  const clock = notice.clock ? [`  ${notice.clock}`] : []
  return [heading(notice.title), ...items, ...none, ...clock].join('\n')
}
