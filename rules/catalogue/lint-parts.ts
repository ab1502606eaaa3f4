import type { DocumentType } from '../../facts/document-type.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { Material } from './format.ts'
import { lintExemption } from './lint-exemption.ts'
import type { Placed, PlacedPoint, ScenarioParts } from './resolve.ts'

/** What a scenario's parts must be to each other and to the document types, beside their expressions. */
export function lintParts(
  parts: ScenarioParts,
  documentTypes: ReadonlyMap<string, DocumentType>,
  sources: readonly SharedSource[],
): CatalogueFault[] {
  return [
    ...missingPoints(parts),
    ...changeItems(parts),
    ...parts.points.flatMap((placed) => ungrounded(placed, parts)),
    ...parts.fields.flatMap((placed) => [
      ...idleCondition(placed),
      ...(placed.part.type === 'enum' && !placed.part.values?.length
        ? [at(placed, ['type'], `${placed.part.name}没有可选的值`, '写 values（enum without values）')]
        : []),
    ]),
    ...parts.materials.flatMap((placed) => [
      ...idleCondition(placed),
      ...documents(placed, documentTypes),
      ...lintExemption(placed, documentTypes, sources),
    ]),
    ...parts.conditions
      .filter(({ part: { mode, check } }) => (mode === 'auto') !== (check !== undefined))
      .map((placed) =>
        at(placed, ['mode'], 'auto 的条件要写 check，manual 的不写', '补上 check，或改 mode（condition mode）'),
      ),
  ]
}

/** 名称变更项 and the like are among the options of chg_item: the checks on a change are dead otherwise. */
function changeItems({ file, matterFile, fields, parameters }: ScenarioParts): CatalogueFault[] {
  const options = fields.find(({ part }) => part.key === 'chg_item')?.part.values
  if (!options) return []
  return [...parameters].flatMap(([name, { value }]) => {
    if (!name.endsWith('变更项')) return []
    const items = Array.isArray(value) ? value : [value]
    const path = ['parameters', name]
    const written = [file, matterFile].find((one) => one.written(path)) ?? file
    return items
      .filter((item) => typeof item === 'string' && !options.includes(item))
      .map((item) =>
        written.fault(
          path,
          `情形 ${file.value.id} 的参数 ${name} 写“${item}”，变更事项里没有这一项`,
          '照 chg_item 的选项写；没有这一项的写 value: null（no such option of chg_item）',
        ),
      )
  })
}

const at = ({ file, path }: Placed<unknown>, rest: readonly PropertyKey[], message: string, fix: string) =>
  file.fault([...path, ...rest], message, fix)

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

/** 依据待核 is said by an empty list; nothing at all is a mistake. */
function ungrounded(placed: PlacedPoint, { matter, parameters }: ScenarioParts): CatalogueFault[] {
  const { part, basis, file } = placed
  const named = part.reads.some((path) => {
    const [head, name = ''] = path.split('.')
    return head === '参数' && parameters.get(name)?.basis !== undefined
  })
  const said = part.basis !== undefined || named || file.value.id in matter.moduleBasis || file.written(['basis'])
  if (basis.length > 0 || said) return []
  return [at(placed, ['id'], `${part.id} 没有依据`, '写 basis；查不到条文的写 basis: []，表示依据待核（no basis）')]
}

function idleCondition(placed: Placed<{ required: string; when?: string | undefined }>): CatalogueFault[] {
  const { required, when } = placed.part
  // A matter's own `when` speaks for its scenarios of base condbase, where required becomes conditional.
  if (when === undefined || required === 'conditional' || 'category' in placed.file.value) return []
  return [
    at(placed, ['when'], `required 是 ${required} 的不看 when`, '改为 conditional，或删去 when（idle condition）'),
  ]
}

/** Fields and variants that a slot names must be those of a document it takes. */
function documents(placed: Placed<Material>, documentTypes: ReadonlyMap<string, DocumentType>): CatalogueFault[] {
  const { match, variants = {}, documents: ids } = placed.part
  const types = ids.flatMap((id) => documentTypes.get(id) ?? [])
  const fields = types.flatMap((type) => type.fields.map(({ name }) => name))
  const faults: CatalogueFault[] = []
  if (match && types.length > 0 && !fields.includes(match.field)) {
    faults.push(
      at(placed, ['match', 'field'], `${ids.join('、')} 没有字段 ${match.field}`, '写文书上的字段（unknown field）'),
    )
  }
  for (const [id, names] of Object.entries(variants)) {
    const known = documentTypes.get(id)?.variants.map(({ name }) => name)
    const unknown = names.filter((name) => !known?.includes(name))
    if (ids.includes(id) && unknown.length === 0) continue
    const what = ids.includes(id) ? `${id} 没有版式 ${unknown.join('、')}` : `这一格不收 ${id}`
    faults.push(at(placed, ['variants', id], what, '核对文书类型的 variants（unknown variant）'))
  }
  return faults
}
