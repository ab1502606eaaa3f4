import { readFoodLicenceNumber } from '../../facts/values/food-licence-number.ts'
import { compact } from '../../facts/values/text.ts'
import type { Extracted } from './extract.ts'

/** A number of the printed form is as good as clear when its check digit is right, too; somebody should look all the same. */
const CHECKED = 0.85
const FORMED = 0.7

/** The form in which 食品经营许可证编号 are printed: JY, the kind of business, six figures of the region, six more, a check digit. */
const FORM = /^JY[123]\d{13}$/u

/**
 * Settles one character of a permit's number by the form such numbers are printed in: what was read as IY2310… is
 * JY2310… where the reader saw a J there, too. Chosen only among what was seen, and flagged. Changes fields in place.
 */
export function settleForms(fields: readonly Extracted[]): void {
  for (const { field, read } of fields) {
    if ((field.type !== 'code' && field.type !== 'text') || read.state !== 'ok' || !read.rivals) continue
    if (FORM.test(compact(read.raw).toUpperCase())) continue
    const seen = read.rivals.map(({ at, text }) => read.raw.slice(0, at) + text + read.raw.slice(at + 1))
    const [number, ...others] = new Set(seen.map((raw) => compact(raw).toUpperCase()).filter((raw) => FORM.test(raw)))
    if (number === undefined || others.length > 0) continue
    const confidence = readFoodLicenceNumber(number).valid ? CHECKED : FORMED
    const note = `有一位字符辨认不清（初读为“${read.raw}”），按许可证编号的格式取用，请核对`
    Object.assign(read, { value: number, raw: number, confidence, note })
    delete read.rivals
  }
}
