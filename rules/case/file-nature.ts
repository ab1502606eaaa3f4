import type { DocumentType } from '../../facts/document-type.ts'
import type { ReadDocument } from '../../facts/reading.ts'
import type { Truth } from '../engine/truth.ts'
import { and, or } from '../engine/truth.ts'
import type { SubmittedMaterial } from '../results.ts'

/** 图片 · PDF · OFD · 其他. A PDF that is nothing but scans is a picture. */
export function fileKind({ fileName, documents }: SubmittedMaterial): string {
  if (/\.pdf$/i.test(fileName)) {
    return documents.length > 0 && documents.every(({ digital }) => digital === false) ? '图片' : 'PDF'
  }
  if (/\.ofd$/i.test(fileName)) return 'OFD'
  return /\.(jpe?g|png|webp|heic|tiff?)$/i.test(fileName) ? '图片' : '其他'
}

/** Groups of document types that authorities issue as electronic licences, beside all that is printed in colour. */
const LICENCES = new Set(['主体证照', '许可证照', '个人证件'])

/** `together`: the documents of its slot, its own among them. What a file is beside its contents: a copy, vouched for, an electronic licence, verified. null: a person has to look. */
export function fileNature(
  material: SubmittedMaterial,
  together: readonly ReadDocument[],
  kind: string,
  types: readonly DocumentType[],
  minClear: number,
): { 复印件: Truth; 复印件声明: Truth; 电子证照: Truth; 验签: Truth } {
  const { documents } = material
  const typeOf = (document: ReadDocument) => types.find(({ name }) => name === document.documentType)
  const copies = documents.map((document) => isCopy(document, typeOf(document), together))
  const vouched = documents.flatMap((document, i) => (copies[i] === false ? [] : [isVouched(document, minClear)]))
  const licence = documents.map(typeOf).some((type) => type?.coloured || LICENCES.has(type?.group ?? ''))
  return {
    复印件: documents.length === 0 ? null : or(copies),
    复印件声明: documents.length === 0 ? null : and(vouched),
    电子证照: kind === 'OFD' ? true : kind === 'PDF' ? isElectronic(documents, licence) : false,
    验签: isVerified(material),
  }
}

/**
 * Only types printed in colour are judged: black print on white may be an original. The back of a card has little
 * colour of its own: beside a front in colour it is the original too, and never surely a copy.
 */
function isCopy(document: ReadDocument, type: DocumentType | undefined, together: readonly ReadDocument[]): Truth {
  if (!type?.coloured) return false
  const others = together.filter((one) => one !== document && one.documentType === document.documentType)
  const besideOriginal = type.sides.length > 0 && others.some(({ copy }) => copy === false)
  if (besideOriginal && document.copyRemark !== true) return document.copy === true ? null : false
  return document.copy ?? null
}

/** 与原件一致 with a seal or signature; words that were not seen on a clear page without unread strokes are taken as not there. */
function isVouched({ copyRemark, marks, quality }: ReadDocument, minClear: number): Truth {
  if (copyRemark === undefined) return null
  if (copyRemark !== true) return quality.score >= minClear ? false : null
  const signed = marks.some(
    ({ kind, present, colour }) => present && (kind === 'signature' || (kind === 'seal' && colour === 'red')),
  )
  // A hand's name beside the words is not looked for: a person sees it.
  return signed ? true : null
}

/** A PDF with text of its own that is a licence; null while nobody could look into it. */
function isElectronic(documents: readonly ReadDocument[], licence: boolean): Truth {
  if (documents.length === 0) return null
  return licence ? or(documents.map(({ digital }) => digital ?? null)) : false
}

/** Contents changed after sealing fail; that they did not is no proof of who sealed, which is verified elsewhere. */
function isVerified({ signatures }: SubmittedMaterial): Truth {
  return signatures?.some(({ integrity }) => integrity === 'changed') ? false : null
}
