import { claimsAid } from '../text/aid-categories.ts'
import { dispensedDays } from '../text/dispensed-days.ts'
import { isSeriousIllness } from '../text/serious-illness.ts'
import type { DocumentedFunctions } from './documented.ts'

/** Rule functions on illness, medicine and social aid in people's words. */
export const careFunctions: DocumentedFunctions = {
  属门诊大病: {
    params: ['text'],
    returns: 'boolean',
    run: (diagnosis: string) => isSeriousIllness(diagnosis).answer,
    doc: '诊断写的是门诊大病（恶性肿瘤、透析、移植抗排异、血友病、精神类…）；只写待排、疑似的未知',
  },
  写明救助类别: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (words: string, category: string) => claimsAid(words, category).answer,
    doc: '文字里写了某种救助类别（最低生活保障、低收入困难家庭、特困供养），低保边缘算低收入',
  },
  配药超过: {
    params: ['text', 'number'],
    returns: 'boolean',
    run: (note: string, days: number) => (dispensedDays(note) ?? 0) > days,
    doc: '处理意见里写明的一次配药天数超过几天；没有写天数的不算超过',
  },
}
