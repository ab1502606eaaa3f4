/** A Chinese telephone number: mobile as 11 digits, landline as 021-12345678 (with 转 extension when printed). */
export interface Phone {
  number: string
  kind: '手机' | '固定电话' | '服务电话' | null
  valid: boolean
  note: string | null
}

/** Reads a mobile, landline or 400/800 number with +86, spaces, dashes and brackets; never throws. */
export function readPhone(raw: string): Phone {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s·.]/gu, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/^(\+|00)86-?/u, '')
  const [main = '', extension] = text.split(/转|(?<=\d)ext\.?/iu)
  const digits = main.replace(/[-()]/gu, '')
  const tail = extension ? `转${extension}` : ''
  if (/^1[3-9]\d{9}$/u.test(digits)) return { number: digits, kind: '手机', valid: true, note: null }
  if (/^[48]00\d{7}$/u.test(digits)) return { number: digits, kind: '服务电话', valid: true, note: null }
  const local = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/u.exec(digits)
  if (local) return { number: `${local[1]}-${local[2]}${tail}`, kind: '固定电话', valid: true, note: null }
  if (/^[2-8]\d{7}$/u.test(digits))
    return { number: `${digits}${tail}`, kind: '固定电话', valid: true, note: '未写区号' }
  return { number: main + tail, kind: null, valid: false, note: '应为11位手机号，或带区号的固定电话' }
}
