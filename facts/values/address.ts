import { CHINESE_NUMERAL, parseChineseNumber } from './chinese-number.ts'
import { currentDistrict, PROVINCES, SHANGHAI } from './region.ts'
import { compact } from './text.ts'

/** Parts of an address in their comparable writing (Arabic numbers without their suffix, 路 for 道); null when not written. */
export interface Address {
  province: string | null
  city: string | null
  district: string | null
  town: string | null
  road: string | null
  lane: string | null
  number: string | null
  building: string | null
  unit: string | null
  floor: string | null
  room: string | null
  /** What is left over: 东侧, 商场名. */
  rest: string
}

const N = `\\d${CHINESE_NUMERAL}`
const ID = `[A-Z]?[${N}]+[A-Z甲乙丙丁]?(?:[-~之][A-Z]?[${N}]+[A-Z]?)?`
const IDS = `${ID}(?:[、,/及和]${ID})*`
const SHORT_PROVINCES = Object.values(PROVINCES)
  .map((p) => p.replace(/(市|省|(壮族|回族|维吾尔)?自治区|特别行政区)$/u, ''))
  .join('|')
const DISTRICTS = SHANGHAI.map((r) => r.name).join('|')
const SHORT_DISTRICTS = [...new Set(SHANGHAI.map((r) => r.name.replace(/新?[区县]$/u, '')))].join('|')
const STREET = '(?:[东南西北中]?(?:大道|公路|环路|大街|支路|马路|路|街|道|巷|胡同|里弄))'

/** Takes the matched part off the front of the text. */
class Cursor {
  rest: string
  constructor(text: string) {
    this.rest = text
  }
  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest)
    if (match && match.index === 0 && match[0] !== '') {
      this.rest = this.rest.slice(match[0].length)
      return match
    }
    return null
  }
}

const NUMERALS = new RegExp(`[${CHINESE_NUMERAL}]+`, 'gu')

/** Numerals to Arabic, dashes to one, list marks to one: 二〇一室 = 201室. */
function idText(text: string | undefined): string | null {
  if (!text) return null
  const arabic = text.replace(NUMERALS, (c) => String(parseChineseNumber(c) ?? c))
  return arabic
    .replace(/[~之]/gu, '-')
    .replace(/[,/及和]/gu, '、')
    .replace(/(?<![\d])0+(?=\d)/gu, '')
}

/** Road as written, 道 told as 路 (大道 and 街道 are words of their own). */
function roadText(text: string): string {
  return text.replace(/(?<![大街])道$/u, '路')
}

const HAN = '[\\p{Script=Han}]'
const AT = {
  country: /^中国(?=\(|[\p{Script=Han}]{2,8}[省市区])/u,
  province: new RegExp(`^(${SHORT_PROVINCES})(?:市|省|(?:壮族|回族|维吾尔)?自治区|特别行政区)`, 'u'),
  // 上海真北路, 安徽蚌埠市: the province without its suffix.
  shanghai: new RegExp(`^(上海)(?=(?:${DISTRICTS}|(?:${SHORT_DISTRICTS})区)|${HAN}{2,6}路)`, 'u'),
  bareProvince: new RegExp(`^(${SHORT_PROVINCES})(?![市省自])(?=${HAN}{2,4}市)`, 'u'),
  tradeZone: /^(?:\(上海\)|上海市?)?自由贸易试验区(?:临港新片区)?/u,
  municipalCity: new RegExp(`^(?:(?:上海|北京|天津|重庆)市|市辖区|县(?=${HAN}))`, 'u'),
  city: /^([\p{Script=Han}]{2,7}?)(?:市|自治州|地区|盟)(?!场|政|民)/u,
  shanghaiDistrict: new RegExp(`^(${DISTRICTS}|(?:${SHORT_DISTRICTS})区)`, 'u'),
  district: /^([\p{Script=Han}]{1,6}?(?<![小园发业社地景厂验库商])(?:新区|区|县|旗|市))(?!场|政|民|间)/u,
  // 镇 and 乡 also begin road names: what follows must not be the rest of one.
  town: /^([\p{Script=Han}]{1,8}?(?:街道|镇|乡))(?!路|街|[东南西北中]路|[\p{Script=Han}]{0,2}[路街])/u,
  streetOffice: /^([\p{Script=Han}]{2,8}?街道)/u,
  townBeforeRoad: /^([\p{Script=Han}]{2,6}?镇)(?=[\p{Script=Han}]{2,}[路街村道])/u,
  community: /^[\p{Script=Han}]{2,8}?(?:居委会|社区|村民委员会)/u,
  road: new RegExp(`^((?:${HAN}|\\d){1,14}?${STREET})`, 'u'),
  village: new RegExp(
    `^((?:${HAN}|\\d){1,10}?(?:新村|村|园区|小区|广场|花园))(?=[^路]*[${N}]+(?:弄|号|#|组|幢|栋))`,
    'u',
  ),
  lane: new RegExp(`^([${N}]+弄(?:[${N}]+支弄)?)`, 'u'),
} as const

function takeRegion(at: Cursor): Pick<Address, 'province' | 'city' | 'district'> {
  at.take(AT.country)
  const province = (at.take(AT.province) ?? at.take(AT.shanghai) ?? at.take(AT.bareProvince))?.[1] ?? null
  at.take(AT.tradeZone)
  const municipal = province !== null && /^(上海|北京|天津|重庆)$/u.test(province)
  if (municipal) at.take(AT.municipalCity)
  const city = municipal ? null : (at.take(AT.city)?.[1] ?? null)
  const district = (at.take(AT.shanghaiDistrict) ?? at.take(AT.district))?.[1] ?? null
  return { province, city, district }
}

/** Longer text is no address. */
const LONGEST = 300
const NOTHING: Address = {
  ...{ province: null, city: null, district: null, town: null, road: null, lane: null },
  ...{ number: null, building: null, unit: null, floor: null, room: null, rest: '' },
}

/** Parses a Chinese address into its parts; text it cannot place is kept in `rest`. */
export function parseAddress(raw: string): Address {
  const clean = compact(raw)
    .toUpperCase()
    .replace(/[‐‑‒–—―−]+/gu, '-')
    .replace(/[。;.]+$/u, '')
  // A bracket holds a remark (集中登记地, 近某路) unless it names a floor or room.
  const plain = clean.replace(/\((?!上海\)自由)([^()]*)\)/gu, (_, inner: string) =>
    /[室层楼幢栋座铺号]/u.test(inner) && /\d/u.test(inner) ? inner : '',
  )
  if (plain.length > LONGEST) return { ...NOTHING, rest: plain }
  const at = new Cursor(plain)
  const region = takeRegion(at)
  const town = (at.take(AT.town) ?? at.take(AT.streetOffice) ?? at.take(AT.townBeforeRoad))?.[1] ?? null
  at.take(AT.community)
  const street = at.take(AT.road) ?? at.take(AT.village)
  const road = street ? roadText(street[1] ?? '') : null
  const lane = idText(at.take(AT.lane)?.[1])?.replace(/弄$/u, '') ?? null
  return { ...region, town, road, lane, ...takeDoor(at) }
}

type Door = Pick<Address, 'number' | 'building' | 'unit' | 'floor' | 'room' | 'rest'>

/** Patterns of the parts behind the road; the first group is the value. A bare room number must be Arabic. */
const DOOR: readonly (readonly [keyof Omit<Door, 'rest'>, RegExp])[] = [
  [
    'number',
    new RegExp(
      `^临?(${IDS}(?=号|#))(?:号(?!楼|幢|栋|库|厂房|门)|#(?!楼|幢|栋))([甲乙丙丁A-Z]|-\\d+)?(?![座楼幢栋])`,
      'u',
    ),
  ],
  ['building', new RegExp(`^第?(${IDS}|[A-Z]\\d*|[东南西北中主副])(?:号楼|号幢|号栋|#楼|#|幢|栋|座|号厂房|号库)`, 'u')],
  ['unit', new RegExp(`^(${ID})(?:单元|门)`, 'u')],
  [
    'floor',
    new RegExp(
      `^第?((?:地下|负|B)?(?:${IDS}|底|首)|[A-Z]?\\d+F?)(?:层|楼|F(?![\\dA-Z]))(?:[至到-](${ID})(?:层|楼))?`,
      'u',
    ),
  ],
  ['room', new RegExp(`^(?:商铺|铺位|店铺|商业)?(${IDS})(?:室|房间?|号?商?铺位?|店|单元|号)(?=$|[^\\dA-Z]|-)`, 'u')],
  ['room', /^(?:商铺|铺位|店铺)?([A-Z]?\d+[A-Z]?(?:[-~、,/][A-Z]?\d+[A-Z]?)*)(?=$|[^\dA-Z])/u],
  ['room', /^([〇零一二三四五六七八九]{3,4})$/u],
]

function takeDoor(at: Cursor): Door {
  const part: Door = { number: null, building: null, unit: null, floor: null, room: null, rest: '' }
  while (at.rest !== '') {
    const taken = DOOR.some(([key, pattern]) => {
      if (part[key] !== null) return false
      const match = at.take(pattern)
      if (!match) return false
      part[key] = key === 'floor' ? floorText(match[1] ?? '', match[2]) : idText(match.slice(1, 3).join(''))
      return true
    })
    if (taken) continue
    const [next = ''] = at.rest
    part.rest += next
    at.rest = at.rest.slice(next.length)
  }
  return { ...part, rest: part.rest.replace(/[、,/室]/gu, '') }
}

function floorText(first: string, last: string | undefined): string {
  const one = (idText(first.replace(/^(地下|负|B)/u, '-').replace(/[底首]/u, '1')) ?? '').replace(/F$/u, '')
  return last ? `${one}-${idText(last)}` : one
}

/** Today's district of an address in Shanghai (卢湾区 → 黄浦区), or the district as written elsewhere; null when not written. */
export function districtOf(raw: string): string | null {
  const { district } = parseAddress(raw)
  return district === null ? null : (currentDistrict(district) ?? district)
}
