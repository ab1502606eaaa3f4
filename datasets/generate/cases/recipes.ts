import type { Draft } from './draft.ts'
import { RESIDENCE_PERMIT } from './matters/residence-permit.ts'

/** Draws the complete and correct application of a scenario into a draft, and offers the ways in which it goes wrong. */
export type DrawCase = (draft: Draft) => void

/** The scenarios of one matter, by id. */
export type MatterRecipe = Readonly<Record<string, DrawCase>>

/** One line per matter, in the order of the catalogue. */
const MATTERS: readonly MatterRecipe[] = [RESIDENCE_PERMIT]

const BY_SCENARIO: MatterRecipe = Object.assign({}, ...MATTERS)

/** Scenarios that can be drawn. */
export const DRAWN: readonly string[] = Object.keys(BY_SCENARIO).sort()

/** The recipe of a scenario; throws when there is none yet. */
export function recipeOf(scenario: string): DrawCase {
  const draw = BY_SCENARIO[scenario]
  if (!draw) throw new Error(`情形 ${scenario} 还画不出案例；画得出的：${DRAWN.join('、')}`)
  return draw
}
