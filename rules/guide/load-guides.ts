import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { CatalogueError, type CatalogueFault } from '../catalogue/catalogue-error.ts'
import { type Located, parseLocated } from '../catalogue/located-yaml.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import { type GuideFile, type GuideQuestion, guideSchema } from './format.ts'
import { createGuide, type Guide } from './guide.ts'
import { lintGuide } from './lint-guide.ts'

const OWN = fileURLToPath(new URL('../catalogue/', import.meta.url))

/**
 * Reads and checks matters/<matter>/guide.yaml; where there is none the applicant picks a scenario. By matter id. Throws
 * CatalogueError with every fault: a broken guide never starts.
 */
export function loadGuides(catalogue: Catalogue, folder: string = OWN): ReadonlyMap<string, Guide> {
  const faults: CatalogueFault[] = []
  const files = new Map<string, Located<GuideFile>>()
  for (const name of existsSync(join(folder, 'matters')) ? readdirSync(join(folder, 'matters')).sort() : []) {
    const path = join(folder, 'matters', name, 'guide.yaml')
    if (!existsSync(path)) continue
    try {
      const file = parseLocated(`rules/catalogue/matters/${name}/guide.yaml`, readFileSync(path, 'utf8'), guideSchema)
      const { matter } = file.value
      const known = catalogue.matters.some(({ id }) => id === matter)
      if (!known) faults.push(file.fault(['matter'], `没有事项 ${matter}`, '核对同一文件夹的 matter.yaml'))
      files.set(matter, file)
    } catch (error) {
      if (!(error instanceof CatalogueError)) throw error
      faults.push(...error.faults)
    }
  }
  const guides = catalogue.matters.map((matter) => {
    const scenarios = [...catalogue.scenarios.values()].filter(({ parts }) => parts.matter.id === matter.id)
    const file = files.get(matter.id)
    const found = file ? lintGuide(file, scenarios, catalogue) : []
    faults.push(...found)
    return [
      matter.id,
      createGuide(matter, scenarios, file && found.length === 0 ? file.value.questions : which(scenarios)),
    ] as const
  })
  if (faults.length > 0) throw new CatalogueError(faults)
  return new Map(guides)
}

/** Of a matter without a guide of its own, the applicant picks the scenario by name. */
function which(scenarios: readonly Scenario[]): GuideQuestion[] {
  if (scenarios.length < 2) return []
  const answers = scenarios.map(({ id, name }) => ({ say: name, scenario: id, set: {} }))
  return [{ id: 'which', ask: '您要办哪一种？', answers }]
}
