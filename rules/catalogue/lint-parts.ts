import type { CatalogueFault } from './catalogue-error.ts'
import type { ScenarioParts } from './resolve.ts'

/** What a scenario's parts must be to each other, beside their expressions. */
export function lintParts(parts: ScenarioParts): CatalogueFault[] {
  return [...missingPoints(parts), ...changeItems(parts)]
}

/** 名称变更项 and the like are among the options of chg_item: the checks on a change are dead otherwise. */
function changeItems({ file, fields, parameters }: ScenarioParts): CatalogueFault[] {
  const options = fields.find(({ part }) => part.key === 'chg_item')?.part.values
  if (!options) return []
  return [...parameters].flatMap(([name, { value }]) => {
    if (!name.endsWith('变更项')) return []
    const items = Array.isArray(value) ? value : [value]
    return items
      .filter((item) => typeof item === 'string' && !options.includes(item))
      .map((item) =>
        file.fault(
          ['parameters', name],
          `情形 ${file.value.id} 的参数 ${name} 写“${item}”，变更事项里没有这一项`,
          '照 chg_item 的选项写；没有这一项的写 value: null（no such option of chg_item）',
        ),
      )
  })
}

/** Points that read a missing material do not apply because another point says it is missing: there must be one. */
function missingPoints({ file, materials, points }: ScenarioParts): CatalogueFault[] {
  if (points.some(({ part }) => part.check !== undefined && part.reads.includes('材料位.已提供'))) return []
  return materials
    .filter(({ part }) => part.missing === undefined)
    .map(({ part }) =>
      file.fault(
        ['modules'],
        `情形 ${file.value.id} 的材料“${part.slot}”缺了，没有要点指出`,
        'modules 里加上 MOD-IMG，或给这个材料位写 missing（no point says it is missing）',
      ),
    )
}
