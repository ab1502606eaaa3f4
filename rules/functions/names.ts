import { sameOrgName } from '../../facts/values/org-name.ts'
import { samePersonName } from '../../facts/values/person-name.ts'
import { comparable } from '../../facts/values/text.ts'
import { showsName } from '../text/shop-name.ts'
import type { DocumentedFunctions } from './documented.ts'
import { isPerson } from './who.ts'

const names = (text: string, between: RegExp) => text.split(between).filter((one) => one.trim() !== '')

/** A blank or 和 may part two names or stand within one: whoever is found only by parting there is unknown. */
function listed(list: string, name: string): boolean | null {
  const among = (between: RegExp) => {
    const members = names(list, between)
    const wanted = names(name, /[、，,；;]/u)
    return wanted.length > 0 && wanted.every((one) => members.some((member) => sameOrgName(member, one)))
  }
  if (sameOrgName(list, name) || among(/[、，,；;]/u)) return true
  return among(/[、，,；;\s和及与]/u) ? null : false
}

/** A bracket that one of two numbers lacks was more likely not read than not written: then nobody knows. */
function sameNumber(a: string, b: string): boolean | null {
  const [one, other] = [comparable(a), comparable(b)]
  if (one === other) return true
  const bare = (text: string) => text.replace(/[()]/gu, '')
  return bare(one) === bare(other) ? null : false
}

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
  是个人: {
    params: ['text'],
    returns: 'boolean',
    run: isPerson,
    doc: '名称是个人姓名（几个人可用“、”连写）；公司、店、厂等单位名为否，单凭名称看不出的为未知',
  },
  名单包含姓名: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: listed,
    doc: '用顿号、逗号或分号隔开的几个姓名（名称）里，有一个和后面的名称一致',
  },
  招牌名称相符: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: showsName,
    doc: '招牌上的字是登记名称（商标）的全部或字号；只有两字相同、外文对中文的未知，只有“餐饮、管理”等通用字相同的为否',
  },
  号码一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: sameNumber,
    doc: '两个号码一致（全半角、空格、大小写、括号写法不计）；只差有没有括号的未知',
  },
  文字一致: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: (a: string, b: string) => comparable(a) === comparable(b),
    doc: '两段文字一致（全半角、空格不计）',
  },
}
