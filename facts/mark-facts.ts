import type { DocumentMark, DocumentType } from './document-type.ts'
import type { Mark, SealShape } from './reading.ts'
import type { Value, ValueType } from './values/value.ts'

/** Marks that any paper with a place to sign or stamp may bear, whether its type names them or not. */
const COMMON: readonly DocumentMark[] = [
  { name: '私章', kind: 'personal-seal', near: [], expected: 'optional' },
  { name: '骑缝章', kind: 'cross-page-seal', near: [], expected: 'optional' },
  { name: '落款日期', kind: 'date', near: [], expected: 'optional' },
]

/** The marks that papers of a type may bear: its own, and those common to all that are signed or sealed. */
export function marksOf(type: DocumentType): readonly DocumentMark[] {
  const own = type.marks
  if (!own.some(({ kind }) => kind === 'seal' || kind === 'signature')) return own
  const names = new Set([...own, ...type.fields].map(({ name }) => name))
  return [...own, ...COMMON.filter(({ name }) => !names.has(name))]
}

const SHAPES: Readonly<Record<SealShape, string>> = {
  round: '圆形',
  oval: '椭圆形',
  square: '方形',
  rectangle: '长方形',
  triangle: '三角形',
}

/** One thing that a seal tells beside being there; a fact of its own below the mark's (出租人签章.印文). */
interface SealPart {
  name: string
  type: ValueType
  values?: readonly string[]
  of: (mark: Mark) => { value: Value; confidence: number } | null
}

const SEAL_PARTS: readonly SealPart[] = [
  {
    name: '印文',
    type: 'org-name',
    of: ({ ring }) => (ring ? { value: ring.text, confidence: ring.confidence } : null),
  },
  {
    name: '形状',
    type: 'enum',
    values: Object.values(SHAPES),
    of: ({ shape, confidence }) => (shape ? { value: SHAPES[shape], confidence } : null),
  },
]

/** What marks of a kind tell beside being there. */
export const partsOf = ({ kind }: DocumentMark): readonly SealPart[] =>
  kind === 'seal' || kind === 'personal-seal' ? SEAL_PARTS : []

/** Names of all facts that the marks of a type give. */
export const markNames = (type: DocumentType): string[] =>
  marksOf(type).flatMap((mark) => [mark.name, ...partsOf(mark).map((part) => `${mark.name}.${part.name}`)])
