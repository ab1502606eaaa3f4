import type {
  CaseView,
  FormValue,
  FormView,
  MaterialView,
  Notice,
  ReviewView,
  UploadOutcome,
} from '../../api/client.ts'
import { type Client, NotAnswered } from './client.ts'
import { type BytesOf, type Submission, upload } from './submission.ts'

/** What the service said of one submission. */
export interface Observed {
  form: FormValue[]
  findings: ReviewView['findings']
  notice: Notice
  /** Materials with the path they were read from; files that were refused have none. */
  materials: (MaterialView & { path: string })[]
  refused: { path: string; reason: string }[]
  sources: CaseView['sources']
  latencyMs: number
}

/** Where the wait for reading begins and ends to grow. */
const FIRST_WAIT_MS = 4
const LONGEST_WAIT_MS = 400

/** Opens a case as any client would, hands the files in, waits until they are read and asks for form and review. */
export async function runCase(
  service: Client,
  submission: Submission,
  { bytesOf, readingTimeoutMs }: { bytesOf: BytesOf; readingTimeoutMs: number },
): Promise<Observed> {
  const started = performance.now()
  const { files, registry, ...opened } = submission
  const { id } = await service.post<CaseView>('/api/cases', registry ? { ...opened, registry } : opened)
  const at = `/api/cases/${id}`
  try {
    const paths = new Map<string, string>()
    const refused: Observed['refused'] = []
    for (const { path, slot } of files) {
      const bytes = bytesOf(path)
      const outcome = await uploadOne(service, `${at}/materials`, () => upload(bytes, path, slot))
      if (typeof outcome === 'string') refused.push({ path, reason: outcome })
      else paths.set(outcome.id, path)
    }
    const view = await whenRead(service, at, readingTimeoutMs)
    const { fields } = await service.get<FormView>(`${at}/form`)
    const { findings, notice } = await service.get<ReviewView>(`${at}/review`)
    return {
      form: fields,
      findings,
      notice,
      materials: view.materials.map((one) => ({ ...one, path: paths.get(one.id) ?? '' })),
      refused,
      sources: view.sources,
      latencyMs: performance.now() - started,
    }
  } finally {
    // Labelled cases are no applications: nothing of them stays in the service.
    await service.erase(at).catch(() => {})
  }
}

async function uploadOne(service: Client, path: string, form: () => FormData): Promise<MaterialView | string> {
  try {
    const { files } = await service.upload<{ files: UploadOutcome[] }>(path, form)
    return files[0]?.material ?? files[0]?.problem?.detail ?? '没有回音'
  } catch (error) {
    // A file that the service refuses is part of the case: people do hand such files in.
    if (error instanceof Error && error.name === 'Refused') return error.message
    throw error
  }
}

async function whenRead(service: Client, at: string, timeoutMs: number): Promise<CaseView> {
  const deadline = performance.now() + timeoutMs
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    const view = await service.get<CaseView>(at)
    if (view.progress.done) return view
    if (performance.now() > deadline) throw new NotAnswered(`${at}：${timeoutMs / 1000} 秒内没有读完材料`)
    await new Promise((done) => setTimeout(done, wait))
  }
}
