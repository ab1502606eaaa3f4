import type { Scenario } from '../catalogue/scenario.ts'
import type { Item } from '../engine/knowledge.ts'
import type { Policy } from '../policy.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { AssembledCase } from './assemble-facts.ts'
import type { Need } from './material-lists.ts'
import { UNKNOWN } from './place-materials.ts'
import type { Guesses } from './unidentified.ts'

/**
 * Uploads that could not be identified, by the slots that lack a paper or a page. Only where there are as many of them as
 * lacking slots: with fewer, something is missing whatever they are.
 */
export function guessedSlots(
  scenario: Scenario,
  { placement, provided, byLicence }: AssembledCase,
  needs: ReadonlyMap<string, Need>,
  files: readonly Item[],
  policy: Policy,
): Guesses {
  const strays = placement.ignored.filter(
    ({ material, choose, misfit }) => !misfit && (choose.length > 0 || isUnidentified(material, policy)),
  )
  const lacking = scenario.materials.flatMap(({ material: { slot } }) => {
    if (needs.get(slot)?.need !== 'required' || byLicence.has(slot)) return []
    const isShort = files.some((file) => file.get('slot')?.value === slot && file.get('页面齐全')?.value === false)
    if (provided.get(slot) === true && !isShort) return []
    const maybe = strays.filter(({ choose }) => choose.length === 0 || choose.includes(slot))
    return maybe.length > 0 ? [{ slot, materials: maybe.map(({ material }) => material) }] : []
  })
  if (lacking.length > strays.length) return new Map()
  return new Map(lacking.map(({ slot, materials }) => [slot, materials]))
}

/** Nothing in the file was taken for a paper with any confidence. */
function isUnidentified({ documents }: SubmittedMaterial, policy: Policy): boolean {
  return documents.every(({ documentType, confidence }) => documentType === UNKNOWN || confidence < policy.documentType)
}
