import { readOrgName } from '../../facts/values/org-name.ts'
import { SHANGHAI } from '../../facts/values/region.ts'
import { comparable } from '../../facts/values/text.ts'

type Kind = '个体工商户' | '公司' | '社会服务机构'

/** Last words of a name by kind of organisation (组织形式). */
const FORMS: Readonly<Record<Kind, readonly string[]>> = {
  个体工商户: [
    ...[
      '店',
      '馆',
      '部',
      '行',
      '社',
      '坊',
      '铺',
      '厂',
      '中心',
      '工作室',
      '经营部',
      '商行',
      '超市',
      '屋',
      '苑',
      '楼',
      '堂',
    ],
    ...['吧', '摊', '站', '所', '院', '城', '室', '厅', '房', '阁', '居', '庄', '场', '园', '户'],
  ],
  公司: ['有限公司', '有限责任公司', '股份有限公司'],
  社会服务机构: [
    '中心',
    '院',
    '所',
    '园',
    '学校',
    '小学',
    '中学',
    '大学',
    '学院',
    '医院',
    '幼儿园',
    '社',
    '馆',
    '服务站',
    '俱乐部',
  ],
}
/** Words that no name may use, and those that only an approval allows. */
const FORBIDDEN = ['国家级', '最高级', '最佳', '政党', '军队', '武警']
const NATIONAL = ['中国', '中华', '中央', '全国', '国家', '国际']
// 上海县 was a district too: alone, 上海 means the city.
const DISTRICT_NAMES = [...new Set(SHANGHAI.map((r) => r.name.replace(/新?[区县]$/u, '')))].filter(
  (name) => name !== '上海',
)
const PLACES = [...new Set(['上海市', '上海', ...SHANGHAI.map((r) => r.name), ...DISTRICT_NAMES])].sort(
  (a, b) => b.length - a.length,
)

/** What is left of a name after its places in front: 上海市普陀区, 上海普陀. */
function withoutPlace(name: string): string {
  for (let rest = name; ; ) {
    const place = PLACES.find((one) => rest.startsWith(one) && rest.length > one.length)
    if (place === undefined) return rest
    rest = rest.slice(place.length).replace(/^市/u, '')
  }
}

/**
 * Whether a name is built as 行政区划 + 字号 + 行业 + 组织形式 without words that names may not use. Null where a person must
 * look: 全国性 words, which may be approved or part of a brand, and names of another place.
 */
export function isProperName(raw: string, kind: string): boolean | null {
  const name = comparable(readOrgName(raw).value ?? '')
  const forms = FORMS[kind as Kind]
  if (name === '' || forms === undefined) return null
  if (FORBIDDEN.some((word) => name.includes(word))) return false
  if (!forms.some((form) => name.endsWith(form))) return false
  // 字号 (two characters at least) and 行业 between the place and the form.
  const place = name.match(/\((.{2,4})\)/u)?.[1]
  const bare = withoutPlace(name.replace(/\(.{2,4}\)/u, ''))
  const form = forms.filter((one) => name.endsWith(one)).sort((a, b) => b.length - a.length)[0] ?? ''
  if (bare.length - form.length < 2) return false
  if (NATIONAL.some((word) => bare.startsWith(word))) return null
  const placed = bare.length < name.length || (place !== undefined && PLACES.includes(place))
  if (!placed) return /^.{2,5}[省市县区]/u.test(name) ? null : false
  // 社会服务机构 of a district carry its name; 上海市 alone speaks for the whole city.
  if (kind === '社会服务机构' && !DISTRICT_NAMES.some((one) => name.slice(0, 8).includes(one)))
    return name.startsWith('上海市') ? false : null
  // 字号 and 行业 take three characters or more; names without a 行业 exist.
  return bare.length - form.length < 3 ? null : true
}
