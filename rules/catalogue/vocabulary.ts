import type { DocumentType } from '../../facts/document-type.ts'
import { genericTypes } from '../../facts/generic-fields.ts'
import { marksOf, partsOf } from '../../facts/mark-facts.ts'
import type { SharedSource } from '../../facts/shared-source.ts'
import type { ValueType } from '../../facts/values/value.ts'
import type { Head, PathType } from '../engine/vocabulary.ts'
import { Vocabulary } from '../engine/vocabulary.ts'
import type { FormField, Material } from './format.ts'
import { parameterPath } from './parameter.ts'
import type { ScenarioParts } from './resolve.ts'

type Columns = readonly { name: string; type: ValueType }[] | undefined

function pathType(
  label: string,
  part: { type: ValueType; values?: readonly string[] | undefined; columns?: Columns; unit?: string | undefined },
): PathType {
  return {
    type: part.type,
    label,
    ...(part.values ? { values: part.values } : {}),
    ...(part.unit ? { unit: part.unit } : {}),
    ...(part.columns ? { columns: new Map(part.columns.map((column) => [column.name, column.type])) } : {}),
  }
}

/** Fields and marks of a document type by name, as read under a role; its own names win over generic ones. */
export function documentFields(role: string, type: DocumentType): [string, PathType][] {
  return [
    ...genericTypes(type).map(([name, kind]): [string, PathType] => [name, { type: kind, label: `${role}的${name}` }]),
    ...type.fields.map((field): [string, PathType] => [field.name, pathType(`${role}的${field.name}`, field)]),
    ...marksOf(type).flatMap((mark): [string, PathType][] => [
      [mark.name, { type: 'boolean', label: `${role}的${mark.name}` }],
      ...partsOf(mark).map((part): [string, PathType] => [
        `${mark.name}.${part.name}`,
        pathType(`${role}的${mark.name}的${part.name}`, part),
      ]),
    ]),
  ]
}

const builtin = (name: string, list: boolean, fields: Record<string, [ValueType, string]>): Head => ({
  name,
  kind: 'builtin',
  list,
  fields: new Map(Object.entries(fields).map(([key, [type, label]]) => [key, { type, label }])),
})

/** Built-in facts: the applicant, the scenario, and the lists of files, slots and form fields. */
const BUILTINS: readonly Head[] = [
  builtin('申请人', false, {
    kind: ['text', '申请人类别'],
    name: ['org-name', '申请人名称'],
    idNumber: ['cnid', '申请人的公民身份号码'],
    uscc: ['uscc', '申请人的统一社会信用代码'],
    phone: ['phone', '申请人的电话'],
    'agent.name': ['name', '经办人姓名'],
    'agent.idNumber': ['cnid', '经办人的公民身份号码'],
    'agent.phone': ['phone', '经办人电话'],
  }),
  builtin('情形', false, {
    id: ['text', '情形编号'],
    name: ['text', '情形名称'],
    situation: ['text', '办理情形'],
    district: ['text', '受理区'],
  }),
  builtin('材料', true, {
    slot: ['text', '上传文件的材料位'],
    文件名: ['text', '上传文件的文件名'],
    文件类型: ['text', '上传文件的文件类型'],
    文书类型: ['text', '上传文件的文书类型'],
    文种相符: ['boolean', '上传文件的文种'],
    清晰: ['boolean', '上传文件的清晰度'],
    须重拍: ['boolean', '上传文件是否看不清、要重拍'],
    页面齐全: ['boolean', '上传文件的页面'],
    复印件: ['boolean', '上传文件是否复印件'],
    复印件声明: ['boolean', '上传文件的复印件声明'],
    电子证照: ['boolean', '上传文件是否电子证照'],
    验签: ['boolean', '上传文件的电子签名'],
    序号: ['integer', '上传文件的序号'],
  }),
  builtin('材料位', true, {
    slot: ['text', '材料位'],
    必需: ['boolean', '材料是否必需'],
    已提供: ['boolean', '材料是否已提供'],
    免提交: ['boolean', '材料是否免提交'],
    页面齐全: ['boolean', '材料的页面'],
    文种相符: ['boolean', '材料的文种'],
  }),
  builtin('表项', true, {
    键: ['text', '表项'],
    名称: ['text', '表项名称'],
    必填: ['boolean', '表项是否必填'],
    已填写: ['boolean', '表项是否已填写'],
    格式正确: ['boolean', '表项的格式'],
  }),
]

type Fields = ReadonlyMap<string, PathType>

/** What rules may talk about: a scenario's own parts first, then those of the rest of the catalogue, built once. */
export class SharedVocabulary {
  private readonly documentTypes: ReadonlyMap<string, DocumentType>
  private readonly sources: readonly SharedSource[]
  private readonly slots: ReadonlyMap<string, Head>
  private readonly form: Fields
  private readonly licences: Fields

  constructor(
    fields: readonly FormField[],
    materials: readonly Material[],
    documentTypes: ReadonlyMap<string, DocumentType>,
    sources: readonly SharedSource[],
  ) {
    this.documentTypes = documentTypes
    this.sources = sources
    this.slots = new Map(materials.toReversed().map((material) => [material.slot, this.slotHead(material)]))
    // What another scenario may choose from is not what this one may: its choices are not known here.
    this.form = new Map(
      fields.toReversed().map((field) => formPath(field.type === 'list' ? { ...field, values: undefined } : field)),
    )
    this.licences = new Map(
      [...documentTypes.values()].flatMap((type) =>
        documentFields(type.name, type).map(([name, about]): [string, PathType] => [`${type.name}.${name}`, about]),
      ),
    )
  }

  /** Every path that a scenario's rules may read. A name declared twice means what the scenario itself says. */
  of({ fields, materials, parameters }: ScenarioParts): Vocabulary {
    const heads = new Map<string, Head>(this.slots)
    for (const { part } of materials.toReversed()) heads.set(part.slot, this.slotHead(part))
    const form = new Map([...this.form, ...fields.toReversed().map(({ part }) => formPath(part))])
    heads.set('申请表', { name: '申请表', kind: 'form', list: false, fields: form })
    for (const source of this.sources) heads.set(source.name, this.sourceHead(source, form))
    for (const head of BUILTINS) heads.set(head.name, head)
    const named = [...parameters].map(([name, one]): [string, PathType] => [name, parameterPath(name, one)])
    heads.set('参数', { name: '参数', kind: 'parameter', list: false, fields: new Map(named) })
    return new Vocabulary(heads.values())
  }

  private slotHead({ slot, many, documents }: Material): Head {
    const types = documents.flatMap((id) => this.documentTypes.get(id) ?? [])
    const fields = new Map(types.toReversed().flatMap((type) => documentFields(slot, type)))
    return { name: slot, kind: 'slot', list: many, fields }
  }

  private readonly fixed = new Map<string, Head>()

  private sourceHead(source: SharedSource, form: Fields): Head {
    const known = this.fixed.get(source.name)
    if (known) return known
    const own = source.fields.map((field): [string, PathType] => [
      field.name,
      pathType(`${source.name}的${field.name}`, field),
    ])
    const base = { name: source.name, kind: 'source' as const }
    if (source.like === 'form') {
      const asForm = [...form].map(([key, type]): [string, PathType] => [
        key,
        { ...type, label: type.label.replace('申请表', source.name) },
      ])
      return { ...base, list: false, fields: new Map([...asForm, ...own]) }
    }
    const fields = source.like === 'document' ? this.licenceFields(source.name, own) : new Map(own)
    const head = { ...base, list: source.like !== 'document' && source.many, fields }
    this.fixed.set(source.name, head)
    return head
  }

  private licenceFields(source: string, own: readonly [string, PathType][]): Fields {
    const types = [...this.documentTypes.values()]
    const shared = types.flatMap(({ name }) =>
      own.map(([field, about]): [string, PathType] => [
        `${name}.${field}`,
        { ...about, label: `${source}中${name}的${field}` },
      ]),
    )
    const printed = [...this.licences].map(([path, about]): [string, PathType] => [
      path,
      { ...about, label: `${source}中${path.replace('.', '的')}` },
    ])
    return new Map([...shared, ...printed])
  }
}

function formPath(field: FormField): [string, PathType] {
  return [field.key, pathType(`申请表的${field.name}`, field)]
}
