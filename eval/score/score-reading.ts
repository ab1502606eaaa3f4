import type { TruePage } from '../../datasets/case-format.ts'
import type { DocumentType } from '../../facts/document-type.ts'
import type { ReadDocument } from '../../facts/reading.ts'
import { sameValue } from '../../facts/values/same-value.ts'
import type { Value } from '../../facts/values/value.ts'
import type { SaidDocument, SaidMaterial, Seen } from '../drive/answer.ts'
import { trueReading } from '../drive/true-reading.ts'
import { captureLevel } from './capture-level.ts'
import { labelledPlaces, placeOf, pointsAt } from './places.ts'

/** One printed value: what became of it, and on what kind of page it stood. */
export interface ReadingScore {
  documentType: string
  field: string
  layout: string
  /** How the page was taken; null when unknown. */
  level: string | null
  digital: boolean
  unseenLayout: boolean
  /** `wrong`: another value was read; `missed`: none was. */
  outcome: 'right' | 'wrong' | 'missed'
  confidence: number
  /** Whether its box points at where the value stands; null when it was not read right, has no box or no labelled place. */
  inPlace: boolean | null
}

/** Scores what was read of one file against its labelled pages, value by value; unreadable and blank ones are left out. */
export function scoreReading(
  pages: readonly TruePage[],
  material: SaidMaterial | undefined,
  path: string,
  types: ReadonlyMap<string, DocumentType>,
): ReadingScore[] {
  const open = [...(material?.documents ?? [])]
  return trueReading(path, pages, types).documents.flatMap((document) => {
    const type = types.get(document.documentType)
    const match = best(document, open, type)
    if (match) open.splice(open.indexOf(match), 1)
    const first = pages.find(({ page }) => document.pages.includes(page))
    return Object.entries(document.fields).flatMap(([field, { value, state, page }]): ReadingScore[] => {
      if (state !== 'ok' || value === null) return []
      const read = match?.fields[field]
      const kind = type?.fields.find(({ name }) => name === field)?.type ?? 'text'
      const on = pages.find((one) => one.page === page) ?? first
      const given = read?.state === 'ok' ? read.value : null
      const right = given !== null && sameValue(kind, given, value)
      return [
        {
          documentType: document.documentType,
          field,
          layout: on?.layout ?? '',
          level: on ? captureLevel(on) : null,
          digital: document.digital === true,
          unseenLayout: on?.unseenLayout === true,
          outcome: right ? 'right' : given === null ? 'missed' : 'wrong',
          confidence: read?.confidence ?? 0,
          inPlace: right && read ? placed(read.seen, field, pages, material) : null,
        },
      ]
    })
  })
}

/** The read document of this type that agrees in most fields. */
function best(document: ReadDocument, read: readonly SaidDocument[], type: DocumentType | undefined) {
  const same = (one: SaidDocument) =>
    (type?.fields ?? []).filter(({ name, type: kind }) => {
      const [a, b] = [document.fields[name]?.value ?? null, (one.fields[name]?.value ?? null) as Value | null]
      return a !== null && b !== null && sameValue(kind, a, b)
    }).length
  return read.filter((one) => one.type === document.documentType).toSorted((a, b) => same(b) - same(a))[0]
}

function placed(
  { page, box }: Seen,
  field: string,
  pages: readonly TruePage[],
  material: SaidMaterial | undefined,
): boolean | null {
  const places = labelledPlaces(
    pages.find((one) => one.page === page),
    field,
  )
  const size = material?.pages.find((one) => one.page === page)
  return box && size && places.length > 0 ? pointsAt(placeOf(box, size), places) : null
}
