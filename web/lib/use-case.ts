import { reactive } from 'vue'
import type { CaseView, FormView, NewCase, Progress, ReviewView, ScenarioDetail } from '../../api/client.ts'
import { t } from '../strings/index.ts'
import { announce } from './announce.ts'
import * as api from './api.ts'
import { followProgress } from './follow-progress.ts'

/** Everything the page knows of the case being prepared. */
export const state = reactive({
  scenario: null as ScenarioDetail | null,
  view: null as CaseView | null,
  form: null as FormView | null,
  review: null as ReviewView | null,
  trouble: null as api.Trouble | null,
  resultsShown: false,
  /** Keys of form fields on their way to the service. */
  saving: new Set<string>(),
})

let stopFollowing: (() => void) | null = null
/** Latest wins: an answer that was asked for before a newer one is dropped. */
let asked = 0

/** Runs a request; what goes wrong is shown as the page's problem and gives undefined. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const answer = await work()
    state.trouble = null
    return answer
  } catch (error) {
    state.trouble = api.troubleOf(error)
    return undefined
  }
}

export function forgetCase(): void {
  stopFollowing?.()
  stopFollowing = null
  asked++
  state.view = null
  state.form = null
  state.review = null
  state.trouble = null
}

export async function openScenario(id: string): Promise<void> {
  if (state.scenario?.id === id) return
  state.scenario = null
  state.scenario = (await attempt(() => api.getScenario(id))) ?? null
}

/** Opens a new case and gives its id, or undefined when the service refused. */
export async function startCase(body: NewCase): Promise<string | undefined> {
  const view = await attempt(() => api.createCase(body))
  if (!view) return undefined
  forgetCase()
  state.view = view
  return view.id
}

/** Loads a case by the id in the address and follows its reading. */
export async function openCase(id: string): Promise<void> {
  if (state.view?.id !== id) {
    forgetCase()
    const view = await attempt(() => api.getCase(id))
    if (!view) return
    state.view = view
  }
  await openScenario(state.view.scenario)
  follow()
}

/** Fetches the case as it stands now and, where results are on show, its form and findings. */
export async function refresh(): Promise<void> {
  const id = state.view?.id
  if (!id) return
  const mine = ++asked
  const both = () => Promise.all([api.getForm(id), api.getReview(id)])
  const answer = await attempt(() => Promise.all([api.getCase(id), state.resultsShown ? both() : null]))
  if (!answer || mine !== asked) return
  const [view, results] = answer
  state.view = view
  if (results) [state.form, state.review] = results
}

/** Results are fetched while they are on show. */
export function showResults(on: boolean): void {
  state.resultsShown = on
  if (on) void refresh()
}

/** Follows the reading until nothing is left to read; every newly read file refreshes what is shown. */
export function follow(): void {
  const view = state.view
  if (!view) return
  stopFollowing?.()
  let files = -1
  stopFollowing = followProgress(view.id, (progress) => {
    if (state.view?.id !== view.id) return
    tell(state.view.progress, progress)
    state.view.progress = progress
    if (progress.filesRead !== files || progress.done) void refresh()
    files = progress.filesRead
  })
}

function tell(before: Progress, now: Progress): void {
  if (now.pages === 0 || (before.pagesRead === now.pagesRead && before.done === now.done)) return
  announce(now.done ? t.progress.done(now.pages) : t.progress.read(now.pagesRead, now.pages))
}

export async function changeField(key: string, name: string, value: unknown): Promise<void> {
  const id = state.view?.id
  if (!id) return
  state.saving.add(key)
  const form = await attempt(() => api.saveForm(id, { [key]: value }))
  state.saving.delete(key)
  if (!form) return
  state.form = form
  announce(t.form.saved(name))
  const mine = ++asked
  const review = await attempt(() => api.getReview(id))
  if (review && mine === asked) state.review = review
}

/** Asks the shared sources once more, then shows what they said. */
export async function askSourcesAgain(): Promise<void> {
  const id = state.view?.id
  if (id && (await attempt(() => api.askAgain(id)))) await refresh()
}

export async function assignSlot(material: string, slot: string | null): Promise<void> {
  const id = state.view?.id
  if (id && (await attempt(() => api.setSlot(id, material, slot)))) await refresh()
}

export async function dropMaterial(material: string, fileName: string): Promise<void> {
  const id = state.view?.id
  if (!id) return
  const removed = await attempt(async () => {
    await api.removeMaterial(id, material)
    return true
  })
  if (!removed) return
  announce(t.materials.removed(fileName))
  await refresh()
}
