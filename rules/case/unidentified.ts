import type { Fact } from '../../facts/fact.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { Placement } from './place-materials.ts'

/** By slot: uploads that nobody could identify and that may be what the slot lacks. */
export type Guesses = ReadonlyMap<string, readonly SubmittedMaterial[]>

/** The same placement with every guessed file lying, unclear, in the slots that it may belong to. */
export function withGuesses(placement: Placement, guesses: Guesses): Placement {
  if (guesses.size === 0) return placement
  const guessed = new Set([...guesses.values()].flat())
  const slots = new Map(
    [...placement.slots].map(([slot, content]) => [
      slot,
      { ...content, unclear: [...content.unclear, ...(guesses.get(slot) ?? [])] },
    ]),
  )
  return { ...placement, slots, ignored: placement.ignored.filter(({ material }) => !guessed.has(material)) }
}

/** What the applicant is told of a file that may be a slot's. */
export function guessDoubt(slots: readonly string[], { fileName }: SubmittedMaterial): NonNullable<Fact['doubt']> {
  const named = slots.map((slot) => `“${slot}”`).join('或')
  return {
    why: `上传的“${fileName}”认不出是什么材料，可能就是${named}`,
    settle: `如果“${fileName}”就是${named}，请在这一格重新拍一张清楚的；不是的，请补交${named}`,
  }
}
