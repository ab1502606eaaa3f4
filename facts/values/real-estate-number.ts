import { compact } from './text.ts'

/** A 不动产权证号 or 不动产单元号 in its canonical writing (half-width brackets, no spaces). */
export interface RealEstateNumber {
  number: string
  kind: '不动产权证号' | '房地产权证号' | '不动产单元号' | null
  valid: boolean
  note: string | null
}

/** Reads 沪(2018)徐字不动产权第015979号, its predecessor 沪房地徐字(2010)第012345号, or a 28-character 单元号. */
export function readRealEstateNumber(raw: string): RealEstateNumber {
  const number = compact(raw)
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
    .toUpperCase()
  if (/^\p{Script=Han}\(\d{4}\)\p{Script=Han}{0,8}不动产权第\d{5,8}号$/u.test(number))
    return { number, kind: '不动产权证号', valid: true, note: null }
  if (/^\p{Script=Han}房地\p{Script=Han}{0,4}字?\(\d{4}\)第\d{4,8}号$/u.test(number))
    return { number, kind: '房地产权证号', valid: true, note: null }
  if (/^\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}$/u.test(number)) return { number, kind: '不动产单元号', valid: true, note: null }
  return { number, kind: null, valid: false, note: '编号格式与不动产权证不符' }
}
