import type { Scenario } from '../catalogue/scenario.ts'
import type { Item } from '../engine/knowledge.ts'
import type { Policy } from '../policy.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { AssembledCase } from './assemble-facts.ts'
import type { Need } from './material-lists.ts'
import { UNKNOWN } from './place-materials.ts'
import type { Strays } from './unidentified.ts'

/** What the uploads that could not be identified may be: the slots that lack a paper or a page. */
export function guessedSlots(
  scenario: Scenario,
  { placement, provided, byLicence }: AssembledCase,
  needs: ReadonlyMap<string, Need>,
  files: readonly Item[],
  policy: Policy,
): Strays {
  const strays = placement.ignored.filter(
    ({ material, choose, misfit }) => !misfit && (choose.length > 0 || isUnidentified(material, policy)),
  )
  const gaps = new Map<string, readonly SubmittedMaterial[]>()
  const absent = new Map<string, readonly SubmittedMaterial[]>()
  for (const { material, when } of strays.length > 0 ? scenario.materials : []) {
    const { slot } = material
    const need = needs.get(slot)?.need ?? 'unknown'
    const maybe = strays.filter(({ choose }) => choose.length === 0 || choose.includes(slot))
    // Its condition says that nobody needs it; without one the points say when it is needed.
    const isIdle = need === 'exempt' || (need === 'not-required' && when !== null)
    if (maybe.length === 0 || isIdle || byLicence.has(slot)) continue
    const isShort = files.some((file) => file.get('slot')?.value === slot && file.get('页面齐全')?.value === false)
    const isThere = provided.get(slot) === true
    const found = maybe.map((one) => one.material)
    if (!isThere) absent.set(slot, found)
    if (need === 'required' && (!isThere || isShort)) gaps.set(slot, found)
  }
  return { gaps, absent }
}

/** Nothing in the file was taken for a paper with any confidence. */
function isUnidentified({ documents }: SubmittedMaterial, policy: Policy): boolean {
  return documents.every(({ documentType, confidence }) => documentType === UNKNOWN || confidence < policy.documentType)
}
