import type { CatalogueFault } from './catalogue-error.ts'
import type { Category, Matter, Module, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import type { Parameter } from './parameter.ts'
import type { ScenarioParts } from './resolve.ts'

/** S001 of matters/food-business/S001.yaml. */
const nameOf = (file: string) => file.replace(/^.*[\\/]/, '').replace(/\.yaml$/, '')

interface CatalogueFiles {
  categories: Located<Category[]> | null
  modules: readonly Located<Module>[]
  matters: readonly Located<Matter>[]
  scenarios: readonly Located<ScenarioFile>[]
}

/** Numbers and names that must be taken once in the whole catalogue, and what files name of each other. */
export function lintFiles({ categories, modules, matters, scenarios }: CatalogueFiles): CatalogueFault[] {
  const faults: CatalogueFault[] = []
  const files = [...modules, ...matters, ...scenarios]
  const points = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const file of files) {
    const { id, fields, materials, conditions, points: own } = file.value
    once(file, ids, id, ['id'], '编号', faults)
    own.forEach((point, index) => {
      once(file, points, point.id, ['points', index, 'id'], '要点编号', faults)
    })
    faults.push(...optionsTwice(file))
    const inside: [string, readonly string[]][] = [
      ['fields', fields.map(({ key }) => key)],
      ['materials', materials.map(({ slot }) => slot)],
      ['conditions', conditions.map((condition) => condition.id)],
    ]
    for (const [kind, names] of inside) {
      const seen = new Map<string, string>()
      names.forEach((name, index) => {
        once(file, seen, name, [kind, index], '', faults)
      })
    }
  }
  const known = new Set(categories?.value.map(({ id }) => id))
  categories?.value.forEach(({ id }, index) => {
    if (categories.value.findIndex((one) => one.id === id) < index) {
      faults.push(categories.fault([index, 'id'], `类别编号 ${id} 重复`, '换一个编号（duplicate id）'))
    }
  })
  const shared = new Set(modules.map(({ value }) => value.id))
  for (const matter of matters) {
    const { category, moduleBasis } = matter.value
    if (!known.has(category)) {
      faults.push(matter.fault(['category'], `没有类别 ${category}`, '核对 categories.yaml（unknown category）'))
    }
    for (const id of Object.keys(moduleBasis)) {
      if (shared.has(id)) continue
      faults.push(matter.fault(['moduleBasis', id], `没有模块 ${id}`, '核对 modules 文件夹（unknown module）'))
    }
  }
  for (const file of [...modules, ...scenarios]) {
    if (nameOf(file.file) === file.value.id) continue
    faults.push(file.fault(['id'], `文件名和编号 ${file.value.id} 不一样`, '改成一样（file name and id differ）'))
  }
  return faults
}

/** A field's options, as written or adjusted, and a parameter's words: each once. */
function optionsTwice(file: Located<Module | Matter | ScenarioFile>): CatalogueFault[] {
  const { fields, parameters } = file.value
  const adjusted = 'adjust' in file.value ? Object.entries(file.value.adjust.fields) : []
  const lists: [path: readonly PropertyKey[], name: string, options: readonly string[] | undefined][] = [
    ...fields.map(({ name, values }, index) => [['fields', index, 'values'], name, values] as const),
    ...adjusted.map(([key, { values }]) => [['adjust', 'fields', key, 'values'], key, values] as const),
    ...Object.entries<Parameter>(parameters).map(
      ([name, { values }]) => [['parameters', name, 'values'], `参数 ${name} `, values] as const,
    ),
  ].map(([path, name, options]) => [path, name, options])
  return lists.flatMap(([path, name, options = []]) =>
    options.flatMap((option, index) =>
      options.indexOf(option) === index
        ? []
        : [file.fault([...path, index], `${name}的“${option}”这一项写了两次`, '删去一个（option written twice）')],
    ),
  )
}

function once(
  file: Located<unknown>,
  seen: Map<string, string>,
  name: string,
  path: readonly PropertyKey[],
  what: string,
  faults: CatalogueFault[],
): void {
  const before = seen.get(name)
  if (before !== undefined)
    faults.push(file.fault(path, `${what}${name} 重复，已经写在 ${before}`, '换一个（duplicate）'))
  seen.set(name, file.file)
}

/**
 * A parameter that a matter or scenario gives must be declared by a module (`declared`) or read in a scenario where it
 * holds; else its name is misspelt.
 */
export function lintIdleParameters(
  file: Located<Matter | ScenarioFile>,
  scenarios: readonly ScenarioParts[],
  declared: ReadonlySet<string>,
): CatalogueFault[] {
  const own = Object.keys(file.value.parameters).filter((name) => !declared.has(name))
  if (own.length === 0) return []
  const text = scenarios.map(({ fields, materials, conditions, points }) =>
    JSON.stringify([fields, materials, conditions, points].map((all) => all.map(({ part }) => part))),
  )
  return own.flatMap((name) => {
    const read = new RegExp(`参数\\.${name}(?![\\p{L}\\p{N}_])`, 'u')
    if (text.some((all) => read.test(all))) return []
    return [file.fault(['parameters', name], `参数 ${name} 没有谁用`, '核对名字，或删去（unknown parameter）')]
  })
}
