import type { DocumentType } from '../../facts/document-type.ts'
import type { QualityIssue, ReadField } from '../../facts/reading.ts'
import type { PageReading } from '../page.ts'
import type { Extracted } from './extract.ts'

/** With so much of what every layout prints read, print that was not found is not there. */
const MOST = 2 / 3
/** A value read with less is doubtful, and tells nothing of the print around it. */
const READABLE = 0.5
/** A page that only stands askew shows all its print. */
const HARMLESS: QualityIssue[] = ['tilted']

/** The field was read, or its place was found and is blank. */
export const wasRead = ({ state, confidence, label }: ReadField): boolean =>
  state === 'ok' ? confidence >= READABLE : state === 'absent' && label !== ''

/** Share (0–1) of the fields printed on every layout that were read; 1 when there are none. */
export function shareRead(fields: readonly Extracted[]): number {
  const printed = fields.filter(({ field }) => !field.optional)
  return printed.length === 0 ? 1 : printed.filter(({ read }) => wasRead(read)).length / printed.length
}

/**
 * Certificates and cards print every such field: with fewer than half read, the photograph did not show them.
 * On a paper that somebody wrote, the same may be the writer's omission.
 */
export const isUnreadable = (type: DocumentType, fields: readonly Extracted[]): boolean =>
  type.coloured === true && !type.multipage && shareRead(fields) < 0.5

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
}
