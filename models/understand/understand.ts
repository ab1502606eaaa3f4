import type { DocumentType } from '../../facts/document-type.ts'
import type { Mark, Quality, ReadDocument } from '../../facts/reading.ts'
import type { CloserReader, PageReading, SecondReader } from '../page.ts'
import { doubtAbsence, isUnreadable } from './absent.ts'
import { calibrated } from './calibrate.ts'
import { variantOf } from './classify.ts'
import { copyOf, vouchers } from './copy.ts'
import { readEmptyCells } from './empty-cells.ts'
import { type Extracted, extractFields } from './extract.ts'
import { fold } from './frame.ts'
import { lacksOffice, officesFromRings } from './from-ring.ts'
import { groupPages, type PageGroup } from './group.ts'
import { doubtHandwriting } from './handwriting.ts'
import { unreadable } from './inspect/quality.ts'
import { documentTypes } from './known-types.ts'
import { nameMarks } from './marks.ts'
import { doubtUnsettled } from './order.ts'
import { doubtGuessed } from './pairs.ts'
import type { Owners } from './ring-owner.ts'
import { readDoubtful } from './second.ts'
import { settleCodes } from './settle-codes.ts'
import { settleForms } from './settle-forms.ts'
import { readByLabel, sidesShown } from './sides.ts'

/** The name of what was not recognised. */
export const OTHER = '其他'

/** Quality of the worst page, with the issues of all. */
function worst(qualities: readonly Quality[]): Quality {
  const low = qualities.reduce((a, b) => (b.score < a.score ? b : a))
  return {
    score: low.score,
    issues: [...new Set(qualities.flatMap((quality) => quality.issues))],
    advice: [...new Set(qualities.flatMap((quality) => quality.advice))],
  }
}

/** Whose the seals of a type are, as the document itself says: 出租人签章 is the 出租人's, and what 会计师事务所 asks for that firm's. */
function ownersOf(type: DocumentType, fields: readonly Pick<Extracted, 'field' | 'read'>[]): Owners {
  const parties = fields.filter(({ field, read }) => field.type === 'org-name' && typeof read.value === 'string')
  return new Map([
    ...parties.map(({ field, read }): [string, string] => [field.name, String(read.value)]),
    ...type.marks.flatMap(({ kind, name, near }): [string, string][] => {
      if (kind !== 'seal') return []
      const asked = new Set(near.map(fold))
      const named = fields
        .filter(({ field }) => name.startsWith(field.name) || (field.type !== 'enum' && asked.has(fold(field.name))))
        .toSorted(
          (a, b) =>
            Number(name.startsWith(b.field.name)) - Number(name.startsWith(a.field.name)) ||
            b.field.name.length - a.field.name.length,
        )
      const own = named.find(({ read }) => typeof read.value === 'string')
      return named.length > 0 ? [[name, own ? String(own.read.value) : '']] : []
    }),
  ])
}

/** Confidences as they are before they were calibrated; fields without marks, and nothing said of copies. */
interface UnderstandOptions {
  plain?: boolean | undefined
  only?: 'lines' | 'fields' | undefined
  /** Gives seals of a page the names on their rings, where nobody read them before. */
  rings?: (page: number, marks: Mark[]) => Promise<Mark[]>
  /** Hears what is doubtful about the order of the pages. */
  hear?: (doubt: string) => void
}

async function readGroup(
  group: PageGroup,
  second: SecondReader,
  closer: CloserReader | null,
  { plain, only, rings }: UnderstandOptions,
): Promise<ReadDocument> {
  const { type, pages } = group
  const base = {
    confidence: Math.round(group.confidence * 1000) / 1000,
    pages: pages.map((page) => page.page),
    quality: worst(pages.map((page) => page.quality)),
    digital: pages.every((page) => page.digital === true),
  }
  if (!type)
    return {
      documentType: OTHER,
      ...base,
      fields: {},
      marks: only ? [] : pages.flatMap((page) => page.marks).filter((mark) => mark.kind !== 'signature'),
    }
  const variant = variantOf(type, pages)
  const printed = type.fields.filter(
    (field) => field.variants === undefined || variant === undefined || field.variants.includes(variant),
  )
  const { fields, sheets } = extractFields({ ...type, fields: printed }, pages)
  // What a file itself says in letters, the picture has confirmed already: nothing is to be seen closer.
  if (closer && !base.digital) {
    await settleCodes(fields, pages, closer)
    await readEmptyCells(fields, closer)
  }
  await readDoubtful(fields, second)
  settleForms(fields)
  doubtHandwriting(fields, sheets, pages)
  const sides = sidesShown(type, group.sides, fields)
  // A variant in one piece (机动车登记证书) shows none of the sides of the others.
  const shown = fields.filter(
    ({ field, read }) =>
      field.side === undefined || sides.length === 0 || sides.includes(field.side) || readByLabel(read),
  )
  doubtAbsence(type, shown, pages)
  doubtGuessed(shown, group.guessed)
  const named: PageReading[] = []
  for (const page of pages)
    named.push(rings && lacksOffice(type, shown) ? { ...page, marks: await rings(page.page, page.marks) } : page)
  const marks = nameMarks(type, named, sheets, sides, ownersOf(type, fields))
  officesFromRings(type, shown, marks)
  if (group.unsettled) doubtUnsettled(shown)
  const copy = only ? {} : copyOf(type, pages)
  return {
    documentType: type.name,
    ...(variant ? { variant } : {}),
    ...base,
    ...(isUnreadable(type, shown) && !base.digital ? { quality: unreadable(base.quality) } : {}),
    ...copy,
    ...(type.sides.length > 0 ? { sides } : {}),
    fields: Object.fromEntries(
      shown.map(({ field, read }) => {
        const confidence = plain ? read.confidence : calibrated(field.type, read)
        return [field.name, { ...read, confidence: Math.round(confidence * 1000) / 1000 }]
      }),
    ),
    marks: only ? [] : copy.copyRemark ? [...marks, ...vouchers(pages)] : marks,
  }
}

/**
 * What the pages of one file are and say: documents with type, fields and named marks, in page order.
 * Lines decide alone; `closer` is asked only about codes that no check digit settles, `second` only about deciding fields
 * that are neither settled nor clear; `hear` is told what of the pages' order a person has to settle, in Chinese.
 */
export async function understand(
  pages: readonly PageReading[],
  second: SecondReader,
  closer: CloserReader | null = null,
  { hear = () => {}, ...options }: UnderstandOptions = {},
): Promise<ReadDocument[]> {
  const documents: ReadDocument[] = []
  const { groups, doubts } = groupPages(pages, documentTypes())
  for (const doubt of doubts) hear(doubt)
  for (const group of groups) documents.push(await readGroup(group, second, closer, options))
  return documents
}
