import { foldText } from '../../facts/values/text.ts'

/** Subcategories of 医疗器械分类目录 2002版 (68xx); the 2017版 has 01–22, with 体外诊断试剂 still under 6840. */
const CODES_2002 = new Set(
  `01 02 03 04 05 06 07 08 09 10 12 13 15 16 20 21 22 23 24 25 26 27 28 30 31 32 33 34 40 41 45 46 54 55 56 57 58 63
  64 65 66 70 77`
    .split(/\s+/u)
    .map((code) => `68${code}`),
)
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['三类', /三类|III/u],
  ['二类', /二类|II/u],
  ['一类', /一类|I类/u],
]

/**
 * Whether one entry of a device firm's scope (2017版：07医用诊察和监护器械) names the edition of the directory, a code of that
 * edition, and no other management class than `wanted` (二类, 三类); null when there is no code to look at.
 */
export function regularDeviceEntry(entry: string, wanted: string): boolean | null {
  // Roman numerals fold to letters: III holds II and I, so the longest is looked for first.
  const text = foldText(entry).toUpperCase()
  const stated = CLASSES.find(([, words]) => words.test(text))?.[0]
  if (stated !== undefined && stated !== wanted) return false
  const [old, recent] = [text.includes('2002'), text.includes('2017')]
  const rest = text.replace(/(?:2002|2017)年?版?/gu, ' ')
  const codes = (rest.match(/\d+/gu) ?? []).map((code) => (/^(?:68\d{2}|\d{2})$/u.test(code) ? code : ''))
  const [code] = codes
  if (code === undefined) return null
  if (old === recent || code === '') return false
  if (old) return CODES_2002.has(code)
  return code === '6840' || (code.length === 2 && Number(code) >= 1 && Number(code) <= 22)
}
