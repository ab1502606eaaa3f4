import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Checks } from './label.ts'

/** Every check by point id, from the files of modules/ and matters/. Throws when a point is written twice. */
export async function loadChecks(): Promise<Checks> {
  const all: Record<string, Checks[string]> = {}
  for (const folder of ['modules', 'matters']) {
    const here = new URL(`./${folder}/`, import.meta.url)
    for (const file of readdirSync(fileURLToPath(here)).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    )) {
      const { CHECKS } = (await import(new URL(file, here).href)) as { CHECKS: Checks }
      for (const [id, check] of Object.entries(CHECKS)) {
        if (all[id]) throw new Error(`${folder}/${file}: ${id} is written twice`)
        all[id] = check
      }
    }
  }
  return all
}
