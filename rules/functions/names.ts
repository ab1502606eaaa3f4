import { sameOrgName } from '../../facts/values/org-name.ts'
import { samePersonName } from '../../facts/values/person-name.ts'
import { comparable } from '../../facts/values/text.ts'
import type { DocumentedFunctions } from './documented.ts'

/** Rule functions on names: exact after normalisation, never fuzzy. */
export const nameFunctions: DocumentedFunctions = {
  名称一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: sameOrgName,
    doc: '两个单位名称逐字一致（全半角、空格、括号写法不计）',
  },
  姓名一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: samePersonName,
    doc: '两个姓名逐字一致（空格、间隔号写法、拉丁字母大小写不计）',
  },
  号码一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (a: string, b: string) => comparable(a) === comparable(b),
    doc: '两个号码一致（全半角、空格、大小写不计）',
  },
  文字一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (a: string, b: string) => comparable(a) === comparable(b),
    doc: '两段文字一致（全半角、空格不计）',
  },
}
