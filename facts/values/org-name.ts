import type { Checked } from './checked.ts'
import { comparable, foldText, hiddenCharacters } from './text.ts'

/** Normalises the name of a firm or agency: NFKC (brackets half width), spaces folded; hidden characters stay, not valid. */
export function readOrgName(raw: string): Checked<string> {
  const value = foldText(raw)
    .replace(/[〔【]/gu, '(')
    .replace(/[〕】]/gu, ')')
  if (value === '' || /^[*/\-_]+$/u.test(value)) return { value: null, valid: false, blank: true, note: '未填写' }
  const hidden = hiddenCharacters(raw)
  if (hidden.length > 0) return { value, valid: false, note: `含有不可见字符 ${hidden.join(' ')}` }
  return { value, valid: true }
}

/** True when two names are the same after normalisation (width, spaces, brackets, letter case): exact, never fuzzy. */
export function sameOrgName(a: string, b: string): boolean {
  const [x, y] = [readOrgName(a).value, readOrgName(b).value]
  return x !== null && y !== null && comparable(x) === comparable(y)
}
