import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Checks } from './label.ts'

/**
 * Every check by point id, from the files of modules/ and matters/. A matter that names its SCENARIOS reads a module's
 * point its own way in those; throws when a point is written twice otherwise.
 */
export async function loadChecks(): Promise<Checks> {
  const all: Record<string, Checks[string]> = {}
  for (const folder of ['modules', 'matters']) {
    const here = new URL(`./${folder}/`, import.meta.url)
    for (const file of readdirSync(fileURLToPath(here)).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    )) {
      const { CHECKS, SCENARIOS } = (await import(new URL(file, here).href)) as {
        CHECKS: Checks
        SCENARIOS?: readonly string[]
      }
      for (const [id, check] of Object.entries(CHECKS)) {
        const shared = all[id]
        if (shared && !SCENARIOS) throw new Error(`${folder}/${file}: ${id} is written twice`)
        all[id] = shared ? (c) => (SCENARIOS?.includes(c.scenario) ? check(c) : shared(c)) : check
      }
    }
  }
  return all
}
