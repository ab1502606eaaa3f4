import type { DocumentType } from '../../facts/document-type.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import type { CatalogueFault } from './catalogue-error.ts'
import type { Material } from './format.ts'
import type { Placed } from './resolve.ts'

/** 数据核验免交 says how the data are known to be there, and names fields that the source and the paper have. */
export function lintExemption(
  { part, file, path }: Placed<Material>,
  documentTypes: ReadonlyMap<string, DocumentType>,
  sources: readonly SharedSource[],
): CatalogueFault[] {
  const { exempt } = part
  if (!exempt) return []
  const at = (rest: readonly PropertyKey[], message: string, fix: string) =>
    file.fault([...path, 'exempt', ...rest], message, fix)
  const { record } = exempt
  if (!record) {
    if (exempt.by !== '数据核验免交' || exempt.when !== undefined) return []
    return [
      at(
        ['by'],
        `${part.slot}数据核验免交，没有写怎么知道数据查到了没有`,
        '写 record（哪个数据源的哪条记录顶替它）或 when；没有数据可查的写 by: 自备（no way to know）',
      ),
    ]
  }
  const source = sources.find(({ name }) => name === record.source)
  if (!source)
    return [at(['record', 'source'], `没有数据源 ${record.source}`, '写 facts/sources 里的名称（unknown source）')]
  const faults: CatalogueFault[] = []
  const field = (name: string) => source.fields.find((one) => one.name === name)
  const unknown = (rest: readonly PropertyKey[], name: string) =>
    faults.push(at(['record', ...rest], `${source.name}没有字段 ${name}`, '写数据源的字段（unknown field）'))
  for (const [name, words] of Object.entries(record.where)) {
    const known = field(name)
    if (!known) unknown(['where', name], name)
    for (const word of words) {
      if (!known?.values || known.values.includes(word)) continue
      faults.push(at(['record', 'where', name], `${name}没有“${word}”这一项`, '照数据源的选项写（no such option）'))
    }
  }
  for (const name of Object.keys(record.same)) if (!field(name)) unknown(['same', name], name)
  if (record.newest !== undefined && field(record.newest)?.type !== 'date') unknown(['newest'], record.newest)
  const types = part.documents.flatMap((id) => documentTypes.get(id) ?? [])
  for (const [name, from] of Object.entries(record.fields)) {
    const [of = '', end] = from.split('.')
    const known = field(of)
    if (!known || (end !== undefined && known.type !== 'date-range')) unknown(['fields', name], from)
    if (types.every(({ fields }) => fields.every((one) => one.name !== name))) {
      faults.push(at(['record', 'fields', name], `${part.slot}没有字段 ${name}`, '写文书上的字段（unknown field）'))
    }
  }
  if (source.like !== 'document' && Object.keys(record.fields).length === 0) {
    faults.push(at(['record', 'fields'], `没有写${source.name}的哪些字段顶替${part.slot}`, '写 fields（no fields）'))
  }
  return faults
}
