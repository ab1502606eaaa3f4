import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ScenarioDetail, ScenarioSummary } from '../api/client.ts'
import { loadDocumentTypes } from '../facts/load.ts'
import { checkSeen, checkTruth } from './dataset/check-case.ts'
import { checkLeaks } from './dataset/check-leaks.ts'
import type { DatasetCase, Loaded, SeenCase } from './dataset/load-case.ts'
import type { Dataset } from './dataset/load-dataset.ts'
import type { DatasetProblem } from './dataset/problem.ts'
import { sharedApplicants, splitOf } from './dataset/split.ts'
import type { Answer } from './drive/answer.ts'
import type { Client } from './drive/client.ts'
import { driveCases, type Outcome } from './drive/drive-cases.ts'
import type { Driver } from './drive/driver.ts'
import type { Journal } from './drive/journal.ts'
import { type Progress, progressBar } from './drive/progress-bar.ts'
import { runCase } from './drive/run-case.ts'
import { submissionOf } from './drive/submission.ts'
import { worstLevel } from './score/capture-level.ts'
import type { CaseResult, FirstPass } from './score/case-result.ts'
import { scoreCase } from './score/score-case.ts'
import { scoreReading } from './score/score-reading.ts'
import { type Ask, playFirstPass } from './simulate/first-pass.ts'

export interface Kept {
  answers: Journal<Outcome<Answer>>
  firstPass: Journal<Outcome<FirstPass>>
}

/** A case with all that was said of it and what it scored. */
export interface Scored {
  one: DatasetCase
  answer: Answer
  result: CaseResult
}

export interface Evaluation {
  scored: Scored[]
  notAnswered: { id: string; why: string }[]
  refused: { id: string; why: string }[]
  problems: DatasetProblem[]
}

/**
 * Runs the cases through the service and scores what it said. No label is used before every case was asked about: `reveal`
 * opens them then; with `blind` only once every case was answered. A bad case is named and left out; what was not answered is counted apart from what was wrong.
 */
export async function evaluate(
  dataset: Dataset<SeenCase>,
  reveal: (one: SeenCase) => Loaded<DatasetCase>,
  driver: Driver,
  kept: Kept,
  progress: (what: string, total: number) => Progress = progressBar,
  { blind = false } = {},
): Promise<Evaluation> {
  const { client, bytesOf, readingTimeoutMs, concurrency, reads } = driver
  const known = await scenariosOf(client, dataset.cases)
  const problems = [...dataset.problems]
  const keep = <T extends SeenCase>(one: T, faults: DatasetProblem[]): T[] => {
    problems.push(...faults)
    return faults.some(({ fatal }) => fatal) ? [] : [one]
  }
  const cases = dataset.cases.flatMap((one) => keep(one, checkSeen(one, known.detail(one), reads)))
  const ask: Ask = (submission) =>
    runCase(client, driver.passRegistry ? submission : { ...submission, registry: null }, { bytesOf, readingTimeoutMs })
  const drive = { concurrency, key: (id: string) => id }
  const answers = await driveCases(cases, (one) => ask(submissionOf(one)), {
    ...drive,
    journal: kept.answers,
    progress: progress('判', cases.length),
  })
  const types = new Map(loadDocumentTypes().map((type) => [type.name, type]))
  const labelled: { id: string; one: DatasetCase; answer: Answer }[] = []
  const silent = [...answers.values()].filter(({ state }) => state === 'not-answered').length
  const closed = blind && silent > 0
  if (closed) problems.push({ path: '--blind', message: `还有 ${silent} 件没有判，标注一件也没有打开`, fatal: true })
  for (const seen of closed ? [] : cases) {
    const outcome = answers.get(seen.id)
    const scenario = known.detail(seen)
    if (outcome?.state !== 'answered' || !scenario) continue
    const { loaded, problems: faults } = reveal(seen)
    problems.push(...faults)
    if (!loaded) continue
    const own = [
      ...checkTruth(loaded, scenario, outcome.value.findings, types, reads),
      ...(reads ? await checkLeaks(loaded) : []),
    ]
    labelled.push(...keep(loaded, own).map((one) => ({ id: one.id, one, answer: outcome.value })))
  }
  problems.push(...sharedApplicants(labelled.map(({ one }) => one)))
  const played = await driveCases(labelled, ({ one, answer }) => playFirstPass(one, answer, ask), {
    ...drive,
    journal: kept.firstPass,
    progress: progress('模拟申请人', labelled.length),
  })
  for (const [id, outcome] of played)
    if (outcome.state !== 'answered')
      problems.push({ path: id, message: `模拟申请人没有做完，一次通过率里没有它：${outcome.why}`, fatal: false })
  const scored = labelled.map(({ id, one, answer }): Scored => {
    const first = played.get(id)
    const summary = known.summary(one)
    const result = {
      id,
      seen: seenHash(one),
      scenario: one.seen.scenario,
      category: summary?.category ?? '',
      split: splitOf(one),
      outcome: one.truth.outcome,
      level: worstLevel(one.truth.pages),
      score: scoreCase(answer, one.truth, { partialForm: one.partialForm === true }),
      reading: reads && one.truth.pages.length > 0 ? readingOf(one, answer, types) : null,
      firstPass: first?.state === 'answered' ? first.value : null,
      catalogue: summary ? { points: summary.points, automatic: summary.automatic } : null,
      latencyMs: answer.latencyMs,
    }
    return { one, answer, result }
  })
  const without = (state: 'not-answered' | 'refused') =>
    [...answers].flatMap(([id, outcome]) => (outcome.state === state ? [{ id, why: outcome.why }] : []))
  return { scored, notAnswered: without('not-answered'), refused: without('refused'), problems }
}

const seenHash = ({ seen, registry }: SeenCase): string =>
  createHash('sha256')
    .update(JSON.stringify([seen, registry]))
    .digest('hex')
    .slice(0, 12)

/** The scenarios that the cases are about, as the service describes them. */
async function scenariosOf(client: Client, cases: readonly SeenCase[]) {
  const summaries = new Map((await client.get<ScenarioSummary[]>('/api/scenarios')).map((one) => [one.id, one]))
  const details = new Map<string, ScenarioDetail>()
  for (const id of new Set(cases.map(({ seen }) => seen.scenario)))
    if (summaries.has(id)) details.set(id, await client.get<ScenarioDetail>(`/api/scenarios/${id}`))
  return {
    summary: ({ seen }: SeenCase) => summaries.get(seen.scenario) ?? null,
    detail: ({ seen }: SeenCase) => details.get(seen.scenario) ?? null,
  }
}

function readingOf(
  { folder, seen, truth }: DatasetCase,
  { materials }: Answer,
  types: Parameters<typeof scoreReading>[3],
) {
  return seen.materials.flatMap(({ file }) => {
    const path = join(folder, file)
    const pages = truth.pages.filter((page) => page.file === file)
    return scoreReading(
      pages,
      materials.find((one) => one.path === path),
      path,
      types,
    )
  })
}
