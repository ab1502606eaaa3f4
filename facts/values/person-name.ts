import type { Checked } from './checked.ts'
import { hiddenCharacters } from './text.ts'

const DOTS = /[·•∙・‧⋅●˙ᐧ]/gu

/**
 * Normalises a person's name: NFKC, one middle dot for 阿依古丽·买买提, no spaces between Han characters, one between
 * Latin words. Most names are Han and nothing else, as they stand. Rare Han (𠮷) stay; invisible and direction characters stay and make it not valid.
 */
export function readPersonName(raw: string): Checked<string> {
  if (/^[\u4E00-\u9FFF]{2,}$/u.test(raw)) return { value: raw, valid: true }
  const folded = raw.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const value = folded
    .replace(DOTS, '·')
    .replace(/(?<=\p{Script=Han})[ ]*[.。][ ]*(?=\p{Script=Han})/gu, '·')
    .replace(/ *· */gu, '·')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
  if (value === '') return { value: null, valid: false, blank: true, note: '未填写' }
  const hidden = hiddenCharacters(raw)
  if (hidden.length > 0) return { value, valid: false, note: `含有不可见字符 ${hidden.join(' ')}` }
  if (/\d/u.test(value)) return { value, valid: false, note: '姓名中有数字' }
  if (/[^\p{L}\p{M}· .'’-]/u.test(value)) return { value, valid: false, note: '姓名中有不应出现的符号' }
  const han = [...value].filter((c) => /\p{Script=Han}/u.test(c)).length
  if (han > 0 && /[A-Za-z]/u.test(value)) return { value, valid: false, note: '姓名中混有字母' }
  if (han === 1 && [...value].length === 1) return { value, valid: false, note: '姓名只有一个字' }
  return { value, valid: true }
}

/** True when two names are the same after normalisation: exact, Latin letters in any case, never fuzzy. */
export function samePersonName(a: string, b: string): boolean {
  const [x, y] = [readPersonName(a).value, readPersonName(b).value]
  return x !== null && y !== null && x.toUpperCase() === y.toUpperCase()
}
