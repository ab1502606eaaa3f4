import type { DocumentType } from '../../facts/document-type.ts'
import type { Mark } from '../../facts/reading.ts'
import { SHANGHAI } from '../../facts/values/region.ts'
import type { Extracted } from './extract.ts'
import { readTyped } from './typed.ts'

/** How surely a ring must be read before it names an office, and how sure of it a person may be at most. */
const CLEAR = 0.9
const MOST = 0.85

/** A district that does not exist (普院区) was misread: such an office is not used unseen. */
const MISREAD = 0.55
const DISTRICTS = SHANGHAI.map(({ name }) => name)

/** Whether two names of one length differ in one character. */
const nearly = (a: string, b: string) => a.length === b.length && [...a].filter((one, i) => one !== b[i]).length === 1

/**
 * Whether a name says a district of Shanghai that never was: after 上海市 one that is none, without a city one that differs in
 * one character. Of other cities' districts (北京市朝阳区) nothing is known.
 */
function namesNoDistrict(name: string): boolean {
  const [, city = '', district] = /^(.*[省市])?(\p{Script=Han}{2,4}?区)/u.exec(name) ?? []
  if (district === undefined || (city !== '' && !city.includes('上海'))) return false
  if (DISTRICTS.some((one) => district.endsWith(one))) return false
  return city !== '' || DISTRICTS.some((one) => nearly(district, one))
}

/** The mark whose seal names an office that was asked for behind its label and not read; undefined where nothing is to be read from a ring. */
function sealOf(type: DocumentType, { field, read }: Extracted): DocumentType['marks'][number] | undefined {
  if (read.value !== null || read.state !== 'unreadable' || read.label === '' || !field.hints?.strict) return undefined
  if (field.type !== 'text' && field.type !== 'org-name') return undefined
  return type.marks.find(({ kind, near }) => kind === 'seal' && near.includes(read.label))
}

/** Whether an office is still to be read from the ring of a seal. */
export const lacksOffice = (type: DocumentType, fields: readonly Extracted[]): boolean =>
  fields.some((one) => sealOf(type, one) !== undefined)

/** An office that is asked for (登记机关) and printed nowhere but on the ring of its seal is read from there. Changes the fields in place. */
export function officesFromRings(type: DocumentType, fields: readonly Extracted[], marks: readonly Mark[]): void {
  for (const one of fields) {
    const { field, read } = one
    const asked = sealOf(type, one)
    const seal = asked && marks.find(({ name, present, ring }) => name === asked.name && present && ring)
    if (!seal?.ring || seal.ring.confidence < CLEAR) continue
    const { value, valid } = readTyped(field, seal.ring.text)
    if (!valid) continue
    const { page, box, ring } = seal
    const wrong = namesNoDistrict(ring.text)
    const confidence = Math.min(wrong ? MISREAD : MOST, ring.confidence)
    Object.assign(read, { value, raw: ring.text, state: 'ok', confidence, page, box })
    Object.assign(read, { note: wrong ? '读自印章上的字，区名可能认错了' : '读自印章上的字' })
    delete read.rivals
  }
}
