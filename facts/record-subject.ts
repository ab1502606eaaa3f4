import { readCnid } from './values/cnid.ts'
import { sameOrgName } from './values/org-name.ts'
import { comparable } from './values/text.ts'
import { isValidUscc } from './values/uscc.ts'

/** What of a number counts: 沪A·12345 is 沪A12345. */
const bare = (raw: string) => comparable(raw).replace(/[^\p{L}\p{N}]/gu, '')

/** The 15-digit form of an 18-digit 公民身份号码. */
const old = (number: string) => (/^\d{17}[\dX]$/u.test(number) ? number.slice(0, 6) + number.slice(8, 17) : number)

function isSameNumber(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)]
  return one === other || old(one) === other || one === old(other)
}

const isPerson = (value: string) => readCnid(value).valid
const isFirm = (value: string) => isValidUscc(value) && !isPerson(value)

interface Subject {
  /** Fields that say whose record it is, as facts/sources name them. */
  field: RegExp
  /** A 证件号码 may be a person's or a firm's: one of the other kind does not say whose the record is. */
  other?: (value: string) => boolean
  same: (a: string, b: string) => boolean
}

/** By what a source is asked. Of spouses either is the one asked about; where a record holds several numbers, any. */
const SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ['cnid', { field: /^(?:公民身份号码|身份证号|(?:配偶|男方|女方)?证件号码)$/u, other: isFirm, same: isSameNumber }],
  ['uscc', { field: /^(?:单位)?统一社会信用代码$|^证件号码$/u, other: isPerson, same: isSameNumber }],
  ['number', { field: /(?<!身份证|账)号$|(?<!证件|身份)号码$|编号$/u, same: isSameNumber }],
  ['name', { field: /^名称$/u, same: sameOrgName }],
])

/** Certificates that say who the holder is; any other that names somebody else is a finding, which rules tell. */
const IDENTITY_PAPERS: ReadonlySet<string> = new Set(['居民身份证', 'ID', '营业执照', 'BL', '法人登记证书', 'SOC'])

interface SourceRecord {
  /** The document type or scenario that the record is about, as its source says. */
  about: string | null
  record: Readonly<Record<string, unknown>>
}

/**
 * Whether a shared source's record is about somebody or something else than what it was asked by (cnid, uscc, number,
 * name). A record that does not say what it is about is about the one asked; of an address or a day that is never told.
 */
export function isAboutAnother(kind: string, asked: string, { about, record }: SourceRecord): boolean {
  const subject = SUBJECTS.get(kind)
  if (!subject || (about !== null && !IDENTITY_PAPERS.has(about))) return false
  const own = Object.entries(record).flatMap(([name, value]) =>
    subject.field.test(name) && typeof value === 'string' && bare(value) !== '' && !subject.other?.(bare(value))
      ? [value]
      : [],
  )
  return own.length > 0 && !own.some((value) => subject.same(value, asked))
}
