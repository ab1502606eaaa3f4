import { computed, reactive } from 'vue'
import type { Evidence } from '../../api/client.ts'

type MaterialEvidence = Extract<Evidence, { kind: 'material' }>

/** What the viewer shows; `owner` is the finding or form field that asked for it. */
export const shown = reactive({
  owner: null as string | null,
  places: [] as MaterialEvidence[],
  index: 0,
})

export const place = computed(() => shown.places[shown.index] ?? null)

/** The places on materials among pieces of evidence, each once. */
export function placesOf(evidence: readonly Evidence[]): MaterialEvidence[] {
  const seen = new Set<string>()
  return evidence.filter((one): one is MaterialEvidence => {
    if (one.kind !== 'material') return false
    const key = `${one.material} ${one.page} ${one.box?.join() ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Points the viewer at these places, starting with `first`. */
export function show(owner: string, evidence: readonly Evidence[], first?: Evidence): void {
  shown.places = placesOf(evidence)
  shown.owner = owner
  const start = first?.kind === 'material' ? placesOf([first])[0] : undefined
  shown.index = Math.max(
    0,
    shown.places.findIndex(
      (one) => one.material === start?.material && one.page === start.page && String(one.box) === String(start.box),
    ),
  )
}

export function hide(): void {
  shown.owner = null
  shown.places = []
  shown.index = 0
}
