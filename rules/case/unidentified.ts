import type { Fact } from '../../facts/fact.ts'
import type { SubmittedMaterial } from '../results.ts'
import type { Placement } from './place-materials.ts'

/** By slot: uploads that nobody could identify and that may be its paper. */
export type Guesses = ReadonlyMap<string, readonly SubmittedMaterial[]>

/** What uploads that nobody could identify may be. */
export interface Strays {
  /** Of slots that must be filled and lack a paper or a page. */
  gaps: Guesses
  /** Of slots without a paper, required or such that a point asks for it where it applies. */
  absent: Guesses
}

export const NO_STRAYS: Strays = { gaps: new Map(), absent: new Map() }

/** The gaps, where there may be none after all: with fewer such uploads than gaps something is missing, whatever they are. */
export const fillable = ({ gaps }: Strays): Guesses =>
  new Set([...gaps.values()].flat()).size >= gaps.size ? gaps : NO_STRAYS.gaps

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

/** The slots whose paper an upload may be. */
export const mayBe = (material: SubmittedMaterial, guesses: Guesses): string[] =>
  [...guesses].filter(([, files]) => files.includes(material)).map(([slot]) => slot)

/** What the applicant is told of a file that may be a slot's. */
export function guessDoubt(slots: readonly string[], { fileName }: SubmittedMaterial): NonNullable<Fact['doubt']> {
  const named = slots.map((slot) => `“${slot}”`).join('或')
  return {
    why: `上传的“${fileName}”认不出是什么材料，可能就是${named}`,
    settle: `如果“${fileName}”就是${named}，请在这一格重新拍一张清楚的；不是的，请补交${named}`,
  }
}
