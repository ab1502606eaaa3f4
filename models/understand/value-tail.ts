import type { DocumentField } from '../../facts/document-type.ts'
import { isLikelyName } from '../../facts/values/likely-name.ts'

/** A place to sign or to seal behind a value. */
const SIGN_HERE = /\((?:(?:加盖|盖|签)[^()]{0,6}|公章|印章)\)?$/u

/** A bracket that tells something about whom a name names; those of firms' names ((集团)有限公司, (有限合伙)) do not. */
const ABOUT =
  /\((?:$|以下|下称|简称|身份证|公民身份|证件|护照|统一社会|社会信用|组织机构|营业执照|姓名|名称|单位名称|全称|法定代表|电话|联系|手机|[甲乙]方|[男女](?![\p{Script=Han}])|加?盖|签[字名章])/u

/** Names in a list (韩冬梅,翟立峰) are all of the value. */
const isName = (part: string) =>
  /(?:公司|[厂店社馆院校会局部所行]|中心|合伙\))$/u.test(part) ||
  (/^\p{Script=Han}{2,4}$/u.test(part) && isLikelyName(part))

/** Where the name at the beginning of a text ends: before a comma behind which no other name stands, or a bracket that tells more about it. */
function endOfName(text: string): number {
  const about = ABOUT.exec(text)?.index ?? text.length
  for (const { index } of text.slice(0, about).matchAll(/[,;]/gu)) {
    const [next = ''] = text.slice(index + 1, about).split(/[,;]/u)
    if (!isName(next)) return index
  }
  return about
}

/** How much of some print is the field's value: a name without what is said about it, anything without the place to sign behind it. */
export function lengthOfValue(field: DocumentField, text: string): number {
  const named = field.type === 'name' || field.type === 'org-name' ? endOfName(text) : text.length
  const signed = SIGN_HERE.exec(text.slice(0, named))?.index ?? named
  return signed > 0 ? signed : text.length
}
