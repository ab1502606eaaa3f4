import type { CatalogueFault } from './catalogue-error.ts'
import type { Matter, Module, ScenarioFile } from './format.ts'
import type { Located } from './located-yaml.ts'
import { fitsType, type Parameter, parameterType } from './parameter.ts'

const WHAT = { fields: '表单项', materials: '材料位', points: '要点' } as const

/** What a matter or scenario adjusts must be there to adjust, and a parameter's value of the type its module or itself declares. */
export function lintOverrides(
  file: Located<Matter | ScenarioFile>,
  above: readonly Located<Module | Matter>[],
): CatalogueFault[] {
  const faults: CatalogueFault[] = []
  const { adjust, parameters } = file.value
  const everywhere = [...above.map(({ value }) => value), file.value]
  const known = {
    fields: new Set(everywhere.flatMap(({ fields }) => fields.map(({ key }) => key))),
    materials: new Set(everywhere.flatMap(({ materials }) => materials.map(({ slot }) => slot))),
    points: new Set(everywhere.flatMap(({ points }) => points.map(({ id }) => id))),
  }
  for (const kind of ['fields', 'materials', 'points'] as const) {
    for (const name of Object.keys(adjust[kind])) {
      if (known[kind].has(name)) continue
      faults.push(
        file.fault(['adjust', kind, name], `没有${WHAT[kind]} ${name} 可改`, '核对模块里的名字（nothing to adjust）'),
      )
    }
  }
  for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
    const own = parameter.type === undefined ? undefined : { type: parameter.type }
    const higher = above.map(({ value }): Parameter | undefined => value.parameters[name])
    faults.push(...unknownWords(file, name, parameter, higher.find((one) => one?.values)?.values ?? []))
    const declared = higher.find((one) => one) ?? own
    if (!declared || 'from' in parameter || fitsType(parameter, parameterType(declared))) continue
    const fix = `声明的类型是 ${parameterType(declared)}`
    faults.push(file.fault(['parameters', name, 'value'], `参数 ${name} 的类型不对`, `${fix}（parameter type）`))
  }
  return faults
}

/** A word that no rule of the parameter's module knows falls silently to the other branch. */
export function unknownWords(
  file: Located<Module | Matter | ScenarioFile>,
  name: string,
  { value }: Parameter,
  known: readonly string[],
): CatalogueFault[] {
  if (known.length === 0) return []
  const given: unknown[] = Array.isArray(value) ? value : [value]
  return given.flatMap((word) =>
    typeof word !== 'string' || known.includes(word)
      ? []
      : [
          file.fault(
            ['parameters', name, 'value'],
            `参数 ${name} 没有“${word}”这一项`,
            `可选：${known.join('、')}（no such option）`,
          ),
        ],
  )
}
