import type { DocumentType } from '../../../facts/document-type.ts'
import { loadDocumentTypes } from '../../../facts/load.ts'
import type { CaseValue } from '../../case-format.ts'
import type { Content } from '../pages/content.ts'
import { LAYOUTS, layoutsOf } from '../pages/layouts.ts'
import type { Random } from '../random.ts'
import { sampleContent } from '../values/sample-content.ts'

let types: ReadonlyMap<string, DocumentType> | undefined

/** A document type by its id; throws when there is none. */
export function typeOf(id: string): DocumentType {
  types ??= new Map(loadDocumentTypes().map((type) => [type.id, type]))
  const type = types.get(id)
  if (!type) throw new Error(`no document type ${id}`)
  return type
}

/**
 * What a paper of a type says when only some of it matters: fields as given, other required fields of the type (or of its
 * variant) made up, optional ones left out; every mark there unless given otherwise. A field given as null is left out.
 * Variant and heading are those that the slot and the fields speak of.
 */
export function fillContent(
  { id, slot }: { id: string; slot: string },
  given: Readonly<Record<string, CaseValue>>,
  more: { marks?: Content['marks']; variant?: string; extra?: Content['extra'] },
  random: Random,
): Content {
  const type = typeOf(id)
  for (const name of Object.keys(given))
    if (!type.fields.some((field) => field.name === name)) throw new Error(`${type.name} has no field ${name}`)
  const sample = sampleContent(type, random)
  const variant = more.variant ?? variantOf(type, more.extra?.标题 ?? slot, given)
  const [usual] = type.titles
  const extra = variant === undefined && usual && type.variants.length > 0 ? { 标题: usual, ...more.extra } : more.extra
  const fields: Content['fields'] = {}
  for (const field of type.fields) {
    if (field.name in given) {
      const value = given[field.name]
      if (value !== null && value !== undefined) fields[field.name] = value as Content['fields'][string]
    } else if (
      !field.optional &&
      !GIVEN_ONLY.has(field.name) &&
      !(field.variants && !field.variants.includes(variant ?? ''))
    ) {
      const made = sample.fields[field.name]
      if (made !== undefined) fields[field.name] = made
    }
  }
  const owner = Object.values(fields).find((value): value is string => typeof value === 'string') ?? type.name
  const marks = Object.fromEntries(
    type.marks.map(({ name, kind }) => {
      const own = kind === 'seal' ? (issuer(given) ?? USUAL_SEAL[id]) : undefined
      const words = own ?? (sample.marks[name] || (kind === 'signature' || kind === 'seal' ? owner : name))
      return [name, more.marks?.[name] ?? words]
    }),
  )
  return { fields, marks, ...(variant ? { variant } : {}), ...(extra ? { extra } : {}) }
}

/** Stands on some papers of its type only: the recipe says on which. */
const GIVEN_ONLY = new Set(['设备代码'])

/** Who seals papers of a type that do not name their issuer. */
const USUAL_SEAL: Readonly<Record<string, string>> = {
  EDU: '上海示例大学',
  PRO: '上海市普陀区示例人力资源和社会保障局',
  TST: '上海普陀示例检测技术有限公司检验检测专用章',
  VEH: '上海市公安局示例交通警察总队',
}

/** Who issued a paper, by its given fields: its seal is no other office's. */
function issuer(given: Readonly<Record<string, CaseValue>>): string | undefined {
  const named = Object.entries(given).filter(
    ([name, value]) => /(?:机关|机构)$/u.test(name) && typeof value === 'string',
  )
  return named.at(-1)?.[1] as string | undefined
}

/** The variant that the paper's name, the given fields or their words point to, if one does. */
function variantOf(type: DocumentType, called: string, given: Readonly<Record<string, CaseValue>>): string | undefined {
  const words = Object.values(given).filter((value) => typeof value === 'string')
  const scored = type.variants.map(({ name, titles, cues }) => {
    const named = [name, ...titles].some((title) => called.includes(title) || title.includes(called))
    const said = cues.filter((cue) => words.some((value) => value.includes(cue))).length
    const own = type.fields.some((field) => field.name in given && field.variants?.includes(name))
    return { name, score: (named ? 3 : 0) + (own ? 2 : 0) + said }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.name : undefined
}

/** One layout of every type is kept for the scored split. */
export const UNSEEN_LAYOUT = 'leaflet'

/** Types of which only one face exists. */
const ONE_FACE = new Set(['ID', 'FLP'])

/** A layout of the type: mostly its own where it has one. */
export function chooseLayout(id: string, split: 'calibration' | 'scored', random: Random): string {
  const own = Object.keys(LAYOUTS[id] ?? {})
  const all = Object.keys(layoutsOf(typeOf(id))).filter((name) => split === 'scored' || name !== UNSEEN_LAYOUT)
  if (own.length > 0 && (ONE_FACE.has(id) || random.chance(0.7))) return random.pick(own)
  return random.pick(all)
}
