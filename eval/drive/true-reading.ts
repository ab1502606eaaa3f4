import type { TruePage } from '../../datasets/case-format.ts'
import type { DocumentField, DocumentType } from '../../facts/document-type.ts'
import type { Box } from '../../facts/fact.ts'
import type { Mark, ReadDocument, ReadField, Reading } from '../../facts/reading.ts'
import type { Row, Value } from '../../facts/values/value.ts'

const SURE = 0.99
const PAGE = { width: 1000, height: 1400 }
const SOMEWHERE: Box = [100, 100, 900, 100, 900, 200, 100, 200]

/** What a reader that makes no mistake says of a file: its labels as a reading. `pages`: those of the file. */
export function trueReading(
  fileName: string,
  pages: readonly TruePage[],
  types: ReadonlyMap<string, DocumentType>,
): Reading {
  const groups = groupPages(
    pages.toSorted((a, b) => a.page - b.page),
    types,
  )
  return {
    file: fileName,
    documents: groups.map((group) => documentOf(fileName, group, types)),
    lines: [],
    pages: [...new Set(pages.map(({ page }) => page))].map((page) => ({ page, ...PAGE })),
  }
}

/** Sides that a page shows: as labelled, or those whose fields and marks are listed. */
function sidesOf(page: TruePage, type: DocumentType | undefined): string[] {
  if (page.sides) return page.sides
  const listed = new Set([...Object.keys(page.fields), ...Object.keys(page.marks)])
  const parts = [...(type?.fields ?? []), ...(type?.marks ?? [])]
  const shown = new Set(parts.flatMap(({ name, side }) => (side !== undefined && listed.has(name) ? [side] : [])))
  return (type?.sides ?? []).map(({ name }) => name).filter((name) => shown.has(name))
}

/** Pages that are one document: by their numbers, else both sides of a card and the pages of a long paper. */
function groupPages(pages: readonly TruePage[], types: ReadonlyMap<string, DocumentType>): TruePage[][] {
  const groups: TruePage[][] = []
  for (const page of pages) {
    const type = types.get(page.documentType)
    const together = groups.find((group) => {
      const [first] = group
      if (first?.documentType !== page.documentType) return false
      if (page.document !== undefined || first.document !== undefined) return page.document === first.document
      if (group !== groups.at(-1) || first.slot !== page.slot) return false
      if (type && type.sides.length > 0) {
        const known = group.flatMap((one) => sidesOf(one, type))
        return sidesOf(page, type).every((side) => !known.includes(side))
      }
      return type?.multipage ?? false
    })
    if (together) together.push(page)
    else groups.push([page])
  }
  return groups
}

function documentOf(
  fileName: string,
  pages: readonly TruePage[],
  types: ReadonlyMap<string, DocumentType>,
): ReadDocument {
  const [first] = pages
  const type = types.get(first?.documentType ?? '')
  const sides = pages.flatMap((page) => sidesOf(page, type))
  const issues = [...new Set(pages.flatMap((page) => page.issues ?? []))]
  const variant = pages.find((page) => page.variant)?.variant
  const copies = pages.map(({ copy, photo }) => copy ?? (photo?.copy ?? 0) > 0)
  return {
    documentType: first?.documentType ?? '其他',
    ...(variant === undefined ? {} : { variant }),
    confidence: SURE,
    pages: [...new Set(pages.map(({ page }) => page))],
    ...(type && type.sides.length > 0 ? { sides } : {}),
    fields: Object.fromEntries(
      (type?.fields ?? [])
        .filter(({ side }) => side === undefined || type?.sides.length === 0 || sides.includes(side))
        .map((field) => [field.name, fieldOf(field, pages)]),
    ),
    marks: pages.flatMap((page) => marksOf(page, type)),
    // Beyond use, as a reader that knows says of a picture with something wrong.
    quality: { score: issues.some((issue) => issue !== 'tilted') ? 0.1 : 1, issues, advice: [] },
    copy: copies.some(Boolean),
    // Left out, it would say that nobody could tell.
    copyRemark: pages.some((page) => page.copyRemark === true),
    digital: pages.every((page) => page.digital ?? (/\.(pdf|ofd|docx)$/i.test(fileName) && page.photo === undefined)),
  }
}

function fieldOf(field: DocumentField, pages: readonly TruePage[]): ReadField {
  const on = pages.filter((page) => page.fields[field.name] !== undefined)
  const page = on[0]?.page ?? pages[0]?.page ?? 1
  const label = on.length > 0 ? (field.labels[0] ?? field.name) : ''
  const blank = { value: null, raw: '', label, confidence: SURE, state: 'absent', page, box: null } as const
  if (on.some(({ unreadable }) => unreadable === true || unreadable?.includes(field.name)))
    return { ...blank, confidence: 0.3, state: 'unreadable' }
  const value = on.map((one) => one.fields[field.name] as Value | null).reduce<Value | null>(joined, null)
  if (value === null) return blank
  return { value, raw: printed(value), label, confidence: SURE, state: 'ok', page, box: SOMEWHERE }
}

/** A list or table that runs over several pages is all of its parts; anything else stands where it stands first. */
function joined(a: Value | null, b: Value | null): Value | null {
  if (!Array.isArray(a) || !Array.isArray(b)) return a ?? b
  const known = new Set((a as unknown[]).map((one) => JSON.stringify(one)))
  return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))] as string[] | Row[]
}

function printed(value: Value): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('、')
  if (typeof value !== 'object') return String(value)
  return 'fen' in value ? `${value.fen / 100}元` : `${value.from ?? ''}至${value.to ?? ''}`
}

function marksOf(page: TruePage, type: DocumentType | undefined): Mark[] {
  return Object.entries(page.marks).flatMap(([name, { present, text }]) => {
    const kind = type?.marks.find((mark) => mark.name === name)?.kind
    if (kind === undefined) return []
    const seen = { kind, name, present, page: page.page, box: present ? SOMEWHERE : null, confidence: SURE }
    return [
      { ...seen, ...(text === undefined ? {} : { text }), ...(kind === 'seal' && present ? { colour: 'red' } : {}) },
    ]
  })
}
