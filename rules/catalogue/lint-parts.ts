import type { CatalogueFault } from './catalogue-error.ts'
import type { ScenarioParts } from './resolve.ts'

/** What a scenario's parts must be to each other, beside their expressions. */
export function lintParts(parts: ScenarioParts): CatalogueFault[] {
  return missingPoints(parts)
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
