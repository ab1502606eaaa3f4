import type {
  BeforeCase,
  CaseView,
  EligibilityView,
  FormView,
  GuideRequest,
  GuideView,
  MaterialView,
  MatterSummary,
  NewCase,
  Problem,
  ReviewView,
  ScenarioDetail,
  UploadOutcome,
} from '../../api/client.ts'
import { t } from '../strings/index.ts'

/** What went wrong, in words for the user: what happened and what to do. */
export interface Trouble {
  code: string
  message: string
  fix: string
}

/** A refused or failed request; `trouble` is ready to show. */
export class ApiError extends Error {
  readonly trouble: Trouble
  readonly status: number
  constructor(status: number, trouble: Trouble) {
    super(trouble.message)
    this.status = status
    this.trouble = trouble
  }
}

/** Turns anything thrown into words for the user. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiError) return error.trouble
  return { code: 'strange', message: t.errors.strange, fix: t.errors.strangeFix }
}

const offline = () => new ApiError(0, { code: 'offline', message: t.errors.offline, fix: t.errors.offlineFix })

/** Reads a problem+json body; a body that is none (a proxy's page) becomes the general sentence. */
export function problemOf(status: number, body: string): ApiError {
  try {
    const problem = JSON.parse(body) as Partial<Problem> | null
    if (typeof problem?.detail === 'string' && problem.detail !== '') {
      return new ApiError(status, {
        code: problem.code ?? 'strange',
        message: problem.detail,
        fix: problem.fix ?? '',
      })
    }
  } catch {
    // not JSON: fall through to the general sentence
  }
  return new ApiError(status, { code: 'strange', message: t.errors.strange, fix: t.errors.strangeFix })
}

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch {
    throw offline()
  }
  const body = await response.text()
  if (!response.ok) throw problemOf(response.status, body)
  return (body === '' ? undefined : JSON.parse(body)) as T
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const caseUrl = (id: string) => `/api/cases/${encodeURIComponent(id)}`
const materialUrl = (id: string, material: string) => `${caseUrl(id)}/materials/${encodeURIComponent(material)}`

export const listMatters = () => request<MatterSummary[]>('/api/matters')
export const followGuide = (matter: string, body: GuideRequest) =>
  request<GuideView>(`/api/matters/${encodeURIComponent(matter)}/guide`, json('POST', body))
export const checkEligibility = (scenario: string, body: BeforeCase) =>
  request<EligibilityView>(`/api/scenarios/${encodeURIComponent(scenario)}/eligibility`, json('POST', body))
export const getScenario = (id: string) => request<ScenarioDetail>(`/api/scenarios/${encodeURIComponent(id)}`)
export const createCase = (body: NewCase) => request<CaseView>('/api/cases', json('POST', body))
export const getCase = (id: string) => request<CaseView>(caseUrl(id))
export const getForm = (id: string) => request<FormView>(`${caseUrl(id)}/form`)
export const saveForm = (id: string, fields: Record<string, unknown>) =>
  request<FormView>(`${caseUrl(id)}/form`, json('PATCH', { fields }))
/** Asks the shared sources once more. */
export const askAgain = (id: string) => request<FormView>(`${caseUrl(id)}/prefill`, { method: 'POST' })
export const getReview = (id: string) => request<ReviewView>(`${caseUrl(id)}/review`)
export const setSlot = (id: string, material: string, slot: string | null) =>
  request<CaseView>(materialUrl(id, material), json('PATCH', { slot }))
export const removeMaterial = (id: string, material: string) =>
  request<void>(materialUrl(id, material), { method: 'DELETE' })
export const pageUrl = (id: string, material: string, page: number) => `${materialUrl(id, material)}/pages/${page}`
export const noticeUrl = (id: string) => `${caseUrl(id)}/notice`
export const eventsUrl = (id: string) => `${caseUrl(id)}/events`

/** Uploads one file; `onSent` gets the share sent, 0–1. XMLHttpRequest because fetch cannot report it. */
export function addMaterial(
  id: string,
  file: File,
  slot: string | null,
  onSent: (share: number) => void,
): Promise<{ material: MaterialView; duplicate: boolean }> {
  return new Promise((resolve, reject) => {
    const body = new FormData()
    if (slot) body.append('slot', slot)
    body.append('files', file, file.name)
    const call = new XMLHttpRequest()
    call.open('POST', `${caseUrl(id)}/materials`)
    call.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    call.onerror = () => reject(offline())
    call.onload = () => {
      if (call.status < 200 || call.status >= 300) return reject(problemOf(call.status, call.responseText))
      const [outcome] = (JSON.parse(call.responseText) as { files: UploadOutcome[] }).files
      if (outcome?.material) resolve({ material: outcome.material, duplicate: outcome.outcome === 'duplicate' })
      else reject(problemOf(call.status, JSON.stringify(outcome?.problem ?? null)))
    }
    call.send(body)
  })
}
