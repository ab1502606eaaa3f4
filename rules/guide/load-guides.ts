import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { CatalogueError, type CatalogueFault } from '../catalogue/catalogue-error.ts'
import { type Located, parseLocated } from '../catalogue/located-yaml.ts'
import { type GuideFile, guideSchema } from './format.ts'
import { createGuide, type Guide } from './guide.ts'
import { lintGuide } from './lint-guide.ts'

const OWN = fileURLToPath(new URL('../catalogue/', import.meta.url))

/**
 * Reads and checks matters/<matter>/guide.yaml; a matter with one scenario needs none. By matter id. Throws
 * CatalogueError with every fault: a broken guide never starts.
 */
export function loadGuides(catalogue: Catalogue, folder: string = OWN): ReadonlyMap<string, Guide> {
  const faults: CatalogueFault[] = []
  const files = new Map<string, Located<GuideFile>>()
  for (const name of existsSync(join(folder, 'matters')) ? readdirSync(join(folder, 'matters')).sort() : []) {
    const path = join(folder, 'matters', name, 'guide.yaml')
    if (!existsSync(path)) continue
    try {
      const file = parseLocated(`catalogue/matters/${name}/guide.yaml`, readFileSync(path, 'utf8'), guideSchema)
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
    const found = file ? lintGuide(file, scenarios, catalogue) : unguided(matter, scenarios.length)
    faults.push(...found)
    return [matter.id, createGuide(matter, scenarios, found.length > 0 || !file ? [] : file.value.questions)] as const
  })
  if (faults.length > 0) throw new CatalogueError(faults)
  return new Map(guides)
}

function unguided({ id, name }: { id: string; name: string }, scenarios: number): CatalogueFault[] {
  if (scenarios < 2) return []
  const message = `${id} ${name}有 ${scenarios} 个情形，没有办事引导`
  return [
    { file: `catalogue/matters（${id}）`, line: 1, column: 1, message, fix: '在事项文件夹里写 guide.yaml，至多四问' },
  ]
}
