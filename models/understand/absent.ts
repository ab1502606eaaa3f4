import type { DocumentType } from '../../facts/document-type.ts'
import type { QualityIssue, ReadField } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import type { Extracted } from './extract.ts'
import { fold } from './frame.ts'
import { numbering } from './labels.ts'

/** With so much of what every layout prints read, print that was not found is not there. */
const MOST = 2 / 3
/** Every layout prints it: only with nearly all the others read was it left out rather than missed. */
const NEARLY_ALL = 4 / 5
/** Groups of documents that authorities print, where every such field is printed. */
const ISSUED = new Set(['主体证照', '许可证照', '个人证件', '职业资格'])
/** A value read with less is doubtful, and tells nothing of the print around it. */
const READABLE = 0.5
/** A page that only stands askew shows all its print. */
const HARMLESS: QualityIssue[] = ['tilted']

/** The field was read, or its place was found and is blank. */
export const wasRead = ({ state, confidence, label }: ReadField): boolean =>
  state === 'ok' ? confidence >= READABLE : state === 'absent' && label !== ''

/** Share (0–1) of the fields printed on every layout that were read (and pass `also`); 1 when there are none. */
export function shareRead(fields: readonly Extracted[], also = (_: ReadField): boolean => true): number {
  const printed = fields.filter(({ field }) => !field.optional)
  return printed.length === 0 ? 1 : printed.filter(({ read }) => wasRead(read) && also(read)).length / printed.length
}

/**
 * Certificates and cards print every such field: with fewer than half read, the photograph did not show them.
 * On a paper that somebody wrote, the same may be the writer's omission.
 */
export const isUnreadable = (type: DocumentType, fields: readonly Extracted[]): boolean =>
  type.coloured === true && !type.multipage && shareRead(fields) < 0.5

/** A paper that somebody wrote, up to its last page: on a certificate nobody leaves a row out, and a page not seen may hold it. */
function mayLackRows(type: DocumentType, lines: readonly string[]): boolean {
  if (type.coloured || ISSUED.has(type.group)) return false
  const last = type.complete.map(fold)
  return last.length === 0 || last.some((phrase) => lines.some((line) => line.includes(phrase)))
}

/** No line begins with one of the field's labels; what is found by its form, as tables are, is never said to be left out. */
function isUnprinted({ field, read, pieces }: Extracted, lines: readonly string[]): boolean {
  if (read.state !== 'unreadable' || read.label !== '' || pieces.length > 0 || field.labels.length === 0) return false
  if (field.type === 'table' || field.type === 'list') return false
  const labels = field.labels.map(fold)
  return !lines.some((line) => labels.some((label) => line.startsWith(label)))
}

/** Rows that somebody left out of a clear form, nearly all of which was read behind printed labels, are blank. */
function tellLeftOut(type: DocumentType, fields: readonly Extracted[], pages: readonly PageReading[]): void {
  const share = shareRead(fields, ({ label }) => label !== '')
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => fold(text).replace(numbering, '')))
  if (share < NEARLY_ALL || !mayLackRows(type, lines)) return
  for (const one of fields) {
    if (!one.field.optional && isUnprinted(one, lines))
      Object.assign(one.read, {
        state: 'absent',
        confidence: 0.9 * share,
        note: '页面清楚，其余栏目都读到了，没有这一栏',
      })
  }
}

/**
 * Keeps "not printed here" apart from "could not be seen": a field found nowhere is absent only on clear pages on which
 * most of the others were read (of papers that run over several files, any), with a confidence that grows with their share.
 */
export function doubtAbsence(type: DocumentType, fields: readonly Extracted[], pages: readonly PageReading[]): void {
  const share = shareRead(fields)
  const clear = pages.every(({ quality }) => quality.issues.every((issue) => HARMLESS.includes(issue)))
  const told = clear && (type.multipage ? share > 0 : share >= MOST)
  for (const { read } of fields) {
    if (read.state !== 'absent' || read.label !== '') continue
    if (told) read.confidence = type.multipage ? 0.7 : 0.9 * share
    else Object.assign(read, { state: 'unreadable', confidence: 0.3, note: '未找到此项，其他内容也未能读清' })
  }
  if (clear) tellLeftOut(type, fields, pages)
}
