import type { CaseView, FormValue, FormView, MaterialView, ReviewView, UploadOutcome } from '../../api/client.ts'
import { type Answer, answerOf } from './answer.ts'
import { type Client, NotAnswered, Refused } from './client.ts'
import { type BytesOf, type Submission, upload } from './submission.ts'

export interface RunOptions {
  bytesOf: BytesOf
  readingTimeoutMs: number
}

/** Each look costs the service a judgement: the wait for reading begins short and grows. */
const FIRST_WAIT_MS = 15
const LONGEST_WAIT_MS = 500

/** Opens a case as any client would, hands the files in, waits until they are read and asks for form and review. */
export async function runCase(service: Client, submission: Submission, options: RunOptions): Promise<Answer> {
  const started = performance.now()
  const { files, registry, knows: _, ...opened } = submission
  const { id } = await service.post<CaseView>('/api/cases', registry ? { ...opened, registry } : opened)
  const at = `/api/cases/${id}`
  try {
    const paths = new Map<string, string>()
    const refused: Answer['refused'] = []
    for (const { path, slot } of files) {
      const bytes = options.bytesOf(path)
      const outcome = await uploadOne(service, `${at}/materials`, () => upload(bytes, path, slot))
      if (typeof outcome === 'string') refused.push({ path, reason: outcome })
      else paths.set(outcome.id, path)
    }
    const { materials } = await whenRead(service, at, options.readingTimeoutMs)
    const form = await completeForm(service, at, submission)
    const { findings, notice, catalogue } = await service.get<ReviewView>(`${at}/review`)
    const latencyMs = Math.round(performance.now() - started)
    const offered = await beforeAnswers(service, at, form, submission)
    return { ...answerOf({ form: offered, findings, notice, materials }, paths), refused, catalogue, latencyMs }
  } finally {
    // Labelled cases are no applications: nothing of them stays in the service.
    await service.erase(at).catch(() => {})
  }
}

/** Typing one field may ask another: so often the form is looked at again. */
const ROUNDS = 4

/** A table with cells left to fill is still the applicant's to fill in. */
const isBlank = ({ value, gaps }: FormValue): boolean => value === null || (gaps ?? []).length > 0

/** The applicant looks at the pre-filled form and types what is still blank, as far as it is known to him or her. */
async function completeForm(
  service: Client,
  at: string,
  { answers, knows }: Submission,
): Promise<(FormValue & { typed: boolean })[]> {
  const typed = new Set(Object.keys(answers))
  let { fields } = await service.get<FormView>(`${at}/form`)
  for (let round = 0; round < ROUNDS; round += 1) {
    const blank = fields.filter((field) => field.asked && isBlank(field) && !typed.has(field.key))
    const now = blank.flatMap(({ key }) => (knows[key] === undefined || knows[key] === null ? [] : [[key, knows[key]]]))
    if (now.length === 0) break
    for (const [key] of now) typed.add(String(key))
    fields = (await service.patch<FormView>(`${at}/form`, { fields: Object.fromEntries(now) })).fields
  }
  return fields.map((field) => ({ ...field, typed: typed.has(field.key) }))
}

/**
 * The form as the applicant meets it from top to bottom: what stands in each field before its answer is given. Once
 * everything else was asked for, what was answered and typed is taken back from the last field to the first, and what was
 * pre-filled in an answered one shows, right or wrong. A value that an authority verified stands whatever was answered; a
 * table with cells left to fill is not pre-filled.
 */
async function beforeAnswers(
  service: Client,
  at: string,
  form: (FormValue & { typed: boolean })[],
  { answers }: Submission,
): Promise<(FormValue & { typed: boolean })[]> {
  const seen = form.map((field) => (field.locked ? { ...field, typed: false } : field))
  for (const [i, { key, locked, typed, value }] of [...form.entries()].toReversed()) {
    if (locked || !typed || value === null) continue
    const { fields } = await service.patch<FormView>(`${at}/form`, { fields: { [key]: null } })
    const offer = fields.find((field) => field.key === key)
    const answered = (answers[key] ?? null) !== null
    if (answered && offer?.asked && !isBlank(offer)) seen[i] = { ...offer, typed: false }
  }
  return seen
}

async function uploadOne(service: Client, path: string, form: () => FormData): Promise<MaterialView | string> {
  try {
    const { files } = await service.upload<{ files: UploadOutcome[] }>(path, form)
    return files[0]?.material ?? files[0]?.problem?.detail ?? '没有回音'
  } catch (error) {
    // A file that the service refuses is part of the case: people do hand such files in.
    if (error instanceof Refused) return error.message
    throw error
  }
}

async function whenRead(service: Client, at: string, timeoutMs: number): Promise<CaseView> {
  const deadline = performance.now() + timeoutMs
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    await new Promise((done) => setTimeout(done, wait))
    const view = await service.get<CaseView>(at)
    if (view.progress.done) return view
    if (performance.now() > deadline) throw new NotAnswered(`${at}：${timeoutMs / 1000} 秒内没有读完材料`)
  }
}
