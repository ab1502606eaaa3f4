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
 */
export function fillContent(
  id: string,
  given: Readonly<Record<string, CaseValue>>,
  more: { marks?: Content['marks']; variant?: string; extra?: Content['extra'] },
  random: Random,
): Content {
  const type = typeOf(id)
  for (const name of Object.keys(given))
    if (!type.fields.some((field) => field.name === name)) throw new Error(`${type.name} has no field ${name}`)
  const sample = sampleContent(type, random)
  const variant =
    more.variant ?? (type.variants.some(({ name }) => name === sample.variant) ? sample.variant : undefined)
  const fields: Content['fields'] = {}
  for (const field of type.fields) {
    if (field.name in given) {
      const value = given[field.name]
      if (value !== null && value !== undefined) fields[field.name] = value as Content['fields'][string]
    } else if (!field.optional && !(field.variants && !field.variants.includes(variant ?? ''))) {
      const made = sample.fields[field.name]
      if (made !== undefined) fields[field.name] = made
    }
  }
  const owner = Object.values(fields).find((value): value is string => typeof value === 'string') ?? type.name
  const marks = Object.fromEntries(
    type.marks.map(({ name, kind }) => {
      const words = sample.marks[name] || (kind === 'signature' || kind === 'seal' ? owner : name)
      return [name, more.marks?.[name] ?? words]
    }),
  )
  return { fields, marks, ...(variant ? { variant } : {}), ...(more.extra ? { extra: more.extra } : {}) }
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
