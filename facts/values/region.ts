/** A county-level division with the years in which its GB/T 2260 code was given out; open end when in force. */
export interface Region {
  code: string
  name: string
  /** Year of abolition or renumbering. */
  until?: number
  /** Name of the district that holds its ground today. */
  now?: string
}

/** First two digits of GB/T 2260 → province (81–83 are the 港澳台居民居住证 ranges). */
export const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 11: '北京市', 12: '天津市', 13: '河北省', 14: '山西省', 15: '内蒙古自治区' },
  ...{ 21: '辽宁省', 22: '吉林省', 23: '黑龙江省' },
  ...{ 31: '上海市', 32: '江苏省', 33: '浙江省', 34: '安徽省', 35: '福建省', 36: '江西省', 37: '山东省' },
  ...{ 41: '河南省', 42: '湖北省', 43: '湖南省', 44: '广东省', 45: '广西壮族自治区', 46: '海南省' },
  ...{ 50: '重庆市', 51: '四川省', 52: '贵州省', 53: '云南省', 54: '西藏自治区' },
  ...{ 61: '陕西省', 62: '甘肃省', 63: '青海省', 64: '宁夏回族自治区', 65: '新疆维吾尔自治区' },
  ...{ 71: '台湾省', 81: '香港特别行政区', 82: '澳门特别行政区', 83: '台湾省' },
}

/** Shanghai's districts and counties, abolished ones included: ID numbers and old licences keep them. */
export const SHANGHAI: readonly Region[] = [
  { code: '310101', name: '黄浦区' },
  { code: '310102', name: '南市区', until: 2000, now: '黄浦区' },
  { code: '310103', name: '卢湾区', until: 2011, now: '黄浦区' },
  { code: '310104', name: '徐汇区' },
  { code: '310105', name: '长宁区' },
  { code: '310106', name: '静安区' },
  { code: '310107', name: '普陀区' },
  { code: '310108', name: '闸北区', until: 2015, now: '静安区' },
  { code: '310109', name: '虹口区' },
  { code: '310110', name: '杨浦区' },
  { code: '310111', name: '吴淞区', until: 1988, now: '宝山区' },
  { code: '310112', name: '闵行区' },
  { code: '310113', name: '宝山区' },
  { code: '310114', name: '嘉定区' },
  { code: '310115', name: '浦东新区' },
  { code: '310116', name: '金山区' },
  { code: '310117', name: '松江区' },
  { code: '310118', name: '青浦区' },
  { code: '310119', name: '南汇区', until: 2009, now: '浦东新区' },
  { code: '310120', name: '奉贤区' },
  { code: '310151', name: '崇明区' },
  { code: '310221', name: '上海县', until: 1992, now: '闵行区' },
  { code: '310222', name: '嘉定县', until: 1992, now: '嘉定区' },
  { code: '310223', name: '宝山县', until: 1988, now: '宝山区' },
  { code: '310224', name: '川沙县', until: 1992, now: '浦东新区' },
  { code: '310225', name: '南汇县', until: 2001, now: '浦东新区' },
  { code: '310226', name: '奉贤县', until: 2001, now: '奉贤区' },
  { code: '310227', name: '松江县', until: 1998, now: '松江区' },
  { code: '310228', name: '金山县', until: 1997, now: '金山区' },
  { code: '310229', name: '青浦县', until: 1999, now: '青浦区' },
  { code: '310230', name: '崇明县', until: 2016, now: '崇明区' },
]

/** Province of a GB/T 2260 code by its first two digits; null when no such prefix exists. */
export function provinceOf(code: string): string | null {
  return PROVINCES[code.slice(0, 2)] ?? null
}

/** Name of a 6-digit region as printed at the time: 上海市卢湾区; only the province where we hold no counties. */
export function regionName(code: string): string | null {
  const province = provinceOf(code)
  if (province === null) return null
  const county = SHANGHAI.find((r) => r.code === code.slice(0, 6))
  return county ? `${province}${county.name}` : province
}

/** Today's district for a Shanghai district name in any of its forms (普陀, 普陀区, 卢湾区 → 黄浦区); null when unknown. */
export function currentDistrict(name: string): string | null {
  const bare = name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^上海市?/u, '')
  const found =
    SHANGHAI.find((r) => r.name === bare) ?? SHANGHAI.find((r) => r.name.replace(/新?[区县]$/u, '') === bare)
  return found ? (found.now ?? found.name) : null
}
