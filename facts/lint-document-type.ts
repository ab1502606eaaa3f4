import type { CatalogueFault } from './catalogue-error.ts'
import type { DocumentType } from './document-type.ts'
import type { Located } from './located-yaml.ts'
import { crossesSentence } from './sentence-borders.ts'

/** What a document type says of its own parts must be there: fields, sides, variants. */
export function lintDocumentType(file: Located<DocumentType>): CatalogueFault[] {
  const { fields, marks, sides, variants, generic, validity } = file.value
  const faults: CatalogueFault[] = []
  const known = {
    字段: new Set(fields.map(({ name }) => name)),
    面: new Set(sides.map(({ name }) => name)),
    版式: new Set(variants.map(({ name }) => name)),
  }
  const want = (what: keyof typeof known, name: string | undefined, path: readonly PropertyKey[]) => {
    if (name === undefined || known[what].has(name)) return
    faults.push(file.fault(path, `没有${what} ${name}`, `可选：${[...known[what]].join('、')}（unknown name）`))
  }
  const parts = [
    ...fields.map((part, index) => ({ ...part, path: ['fields', index] })),
    ...marks.map((part, index) => ({ ...part, path: ['marks', index] })),
  ]
  parts.forEach(({ name, side, path }, index) => {
    // Fields and marks share one namespace of fact paths.
    if (parts.findIndex((part) => part.name === name) < index) {
      faults.push(file.fault([...path, 'name'], `字段或标记 ${name} 重复`, '换一个名字（duplicate）'))
    }
    want('面', side, [...path, 'side'])
  })
  fields.forEach(({ name, type, values = [], hints, multiline, variants: printed = [] }, index) => {
    want('字段', hints?.otherwise, ['fields', index, 'hints', 'otherwise'])
    printed.forEach((variant, i) => {
      want('版式', variant, ['fields', index, 'variants', i])
    })
    hints?.patterns?.forEach((source, i) => {
      if (!multiline && crossesSentence(source))
        faults.push(
          file.fault(
            ['fields', index, 'hints', 'patterns', i],
            `${name} 的句式会越过句号`,
            '[^…] 里加上 。，或写 multiline（runs over a sentence）',
          ),
        )
    })
    if (type === 'enum' && values.length === 0) {
      faults.push(file.fault(['fields', index], `字段 ${name} 没有可选的值`, '写 values（enum without values）'))
    }
  })
  for (const [common, path] of Object.entries(generic)) want('字段', path.split('.')[0], ['generic', common])
  for (const end of ['from', 'to'] as const) {
    const [name, part] = validity?.[end]?.split('.') ?? []
    want('字段', name, ['validity', end])
    const type = fields.find((field) => field.name === name)?.type
    if (type && type !== (part ? 'date-range' : 'date'))
      faults.push(
        file.fault(['validity', end], `${validity?.[end]} 不是日期`, '起止日期写 字段.from 或 字段.to（type）'),
      )
  }
  return faults
}
