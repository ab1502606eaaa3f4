import { computed, ref } from 'vue'

export type Step = 'pick' | 'facts' | 'materials' | 'results'

export interface Route {
  step: Step
  /** The matter whose guide is open. */
  matter: string | null
  scenario: string | null
  case: string | null
}

/** Reads the address: #/ · #/guide/M01 · #/new/S001 · #/cases/ID/materials · #/cases/ID/results. Anything else is the start. */
export function parseHash(hash: string): Route {
  const [kind, id, rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponentSafely)
  const nothing = { step: 'pick', matter: null, scenario: null, case: null } as const
  if (kind === 'guide' && id) return { ...nothing, matter: id }
  if (kind === 'new' && id) return { ...nothing, step: 'facts', scenario: id }
  if (kind === 'cases' && id) return { ...nothing, step: rest === 'results' ? 'results' : 'materials', case: id }
  return nothing
}

function decodeURIComponentSafely(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

const hash = ref(typeof location === 'undefined' ? '' : location.hash)
if (typeof addEventListener !== 'undefined') {
  addEventListener('hashchange', () => {
    hash.value = location.hash
  })
}

/** Where the user is; the case stays in the address so that a reload or a second visit resumes it. */
export const route = computed(() => parseHash(hash.value))

export const toStart = () => go('#/')
export const toGuide = (matter: string) => go(`#/guide/${encodeURIComponent(matter)}`)
export const toFacts = (scenario: string) => go(`#/new/${encodeURIComponent(scenario)}`)
export const toCase = (id: string, step: 'materials' | 'results') => go(`#/cases/${encodeURIComponent(id)}/${step}`)

function go(to: string): void {
  location.hash = to
}
