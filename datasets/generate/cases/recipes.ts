import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DrawCase, MatterRecipe } from './draft.ts'

const HERE = new URL('./matters/', import.meta.url)

/** Recipes of every matter, one file each in matters/: a new matter is a new file there. */
const MATTERS = await Promise.all(
  readdirSync(fileURLToPath(HERE))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map(async (name) => ((await import(new URL(name, HERE).href)) as { SCENARIOS: MatterRecipe }).SCENARIOS),
)

const BY_SCENARIO: MatterRecipe = Object.assign({}, ...MATTERS)

/** Scenarios that can be drawn. */
export const DRAWN: readonly string[] = Object.keys(BY_SCENARIO).sort()

/** The recipe of a scenario; throws when there is none yet. */
export function recipeOf(scenario: string): DrawCase {
  const draw = BY_SCENARIO[scenario]
  if (!draw) throw new Error(`情形 ${scenario} 还画不出案例；画得出的：${DRAWN.join('、')}`)
  return draw
}
