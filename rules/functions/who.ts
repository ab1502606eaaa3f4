import { readPersonName } from '../../facts/values/person-name.ts'

/** Words that only names of firms, shops and agencies end with. */
const BODY =
  /(?:公司|集团|厂|店|铺|馆|坊|中心|部|社|院|所|局|处|站|学校|幼儿园|政府|委员会|协会|商会|合伙|合伙企业|个人独资企业|商行|银行|车行|药行|花行|[分支]行|餐厅|饭堂|食堂|酒家|酒楼|茶楼|商场|市场|超市)(?:\([^)]*\))?$/u
/** Also ends of given names (王知行, 李宇轩): alone they tell nothing. */
const EITHER = /[行会堂园苑城轩阁楼居记场]$/u
const COMPOUND_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|长孙|宇文|夏侯|端木|南宫|独孤|申屠|轩辕|百里|呼延|赫连|闻人|澹台|太史|钟离|东郭|万俟|鲜于|淳于|单于|拓跋|仲孙|公冶|宗政|濮阳|公羊|西门|南门|第五)/u

function isOnePerson(name: string): boolean | null {
  if (BODY.test(name)) return false
  const han = [...name].filter((c) => /\p{Script=Han}/u.test(c)).length
  if (name.includes('·')) return han === [...name].length - [...name].filter((c) => c === '·').length ? true : null
  if (han > 4) return false
  if (!readPersonName(name).valid || han !== [...name].length || EITHER.test(name)) return null
  return han < 4 || COMPOUND_SURNAME.test(name) ? true : null
}

/** Whether a party's name is that of people (several joined by 、): null where the name alone does not tell. */
export function isPerson(name: string): boolean | null {
  const parts = name
    .normalize('NFKC')
    .split(/[、,;]/u)
    .map((part) => readPersonName(part).value ?? '')
    .filter((part) => part !== '')
  const told = parts.map(isOnePerson)
  if (told.includes(false)) return false
  return told.length === 0 || told.includes(null) ? null : true
}
