import { type Random, seeded } from '../random.ts'
import { uscc } from './codes.ts'
import { addDays, addYears } from './dates.ts'
import { tradeName } from './names.ts'
import { type Person, person } from './people.ts'
import { address, DISTRICT, type Premises, premises } from './premises.ts'

export interface Firm {
  name: string
  code: string
  type: string
  /** Null for 个体工商户, as is the term. */
  capitalFen: number | null
  founded: string
  until: string | null
  address: string
  scope: string
  registered: string
  authority: string
}

export interface Worker extends Person {
  post: string
  certificate: { number: string; examined: string; until: string; issuer: string }
}

/** Everything that is true of one fictional application, before any paper is drawn. */
export interface World {
  seed: number
  /** 受理日期 */
  at: string
  firm: Firm
  legal: Person
  premises: Premises
  landlord: { name: string; signer: string; person: boolean }
  lease: { number: string; from: string; to: string; signed: string; rentFen: number; filing: string }
  estate: { number: string; unit: string; registered: string; landTo: string; authority: string }
  staff: Worker[]
  agent: Person | null
  network: boolean
  platform: string
  byPost: boolean
  slotted: boolean
  /** Applied once before and withdrew. */
  applied: boolean
  /** 经营项目 applied for. */
  items: string[]
}

const LICENSED_SCOPE =
  '许可项目：餐饮服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）'
const POSTS = ['食品安全管理员', '厨师', '切配工', '服务员', '餐具清洗消毒员']
const CLINICS = ['上海普陀示例体检中心', '上海长风示例社区卫生服务中心', '上海真如示例体检门诊部']

/** Draws a consistent world from a seed; `at` is the day the application is handed in. */
export function world(seed: number, at: string): World {
  const random = seeded(seed)
  const cold = random.fork('cold').chance(0.3)
  const place = premises(random.fork('premises'), cold)
  // Around 26 and 46 an identity card runs out: those ages are drawn more often than others.
  const age = random.fork('age').pick<readonly [number, number]>([
    [26, 28],
    [46, 48],
    [30, 58],
  ])
  const legal = person(random.fork('legal'), at, age)
  const small = random.fork('shop').chance(0.2)
  const firm = small ? makeShop(random.fork('shop-firm'), at, place) : makeFirm(random.fork('firm'), at, place)
  const agent = random.fork('agent').chance(0.4) ? person(random.fork('agent-person'), at) : null
  const dates = random.fork('lease')
  const from = addDays(at, -dates.int(40, 300))
  const term = dates.int(3, 6)
  const estate = random.fork('estate')
  const registered = addDays(addYears(at, -estate.int(5, 9)), -estate.int(1, 300))
  const landlord = makeLandlord(random.fork('landlord'), at)
  return {
    seed,
    at,
    firm,
    legal,
    premises: place,
    landlord,
    lease: {
      number: `PT-${from.slice(0, 4)}-${dates.digits(4)}`,
      from,
      to: addDays(addYears(from, term), -1),
      signed: addDays(from, -dates.int(3, 20)),
      rentFen: Math.round(place.area * dates.between(2.2, 4.2)) * 10000,
      filing: dates.chance(0.5) ? `普房租备字${from.slice(0, 4)}第${dates.digits(5)}号` : '',
    },
    estate: {
      number: `沪（${registered.slice(0, 4)}）普字不动产权第${estate.digits(6)}号`,
      unit: `${DISTRICT.code}${estate.digits(6)}GB${estate.digits(5)}F${estate.digits(8)}`,
      registered,
      landTo: addYears(registered, estate.int(28, 36)),
      authority: '上海市普陀区示例不动产登记事务中心',
    },
    staff: makeStaff(random.fork('staff'), at),
    agent,
    network: random.fork('network').chance(0.35),
    platform: random.fork('platform').pick(['食里外卖平台', '邻味到家小程序', '云餐点单网']),
    byPost: random.fork('post').chance(0.3),
    slotted: random.fork('slotted').chance(0.7),
    applied: random.fork('applied').chance(0.3),
    items: [
      '热食类食品制售',
      ...(cold ? ['冷食类食品制售'] : []),
      ...(random.fork('drinks').chance(0.3) ? ['自制饮品制售'] : []),
    ],
  }
}

function makeFirm(random: Random, at: string, place: Premises): Firm {
  const founded = addDays(at, -random.int(60, 900))
  const years = random.pick([20, 30, null])
  return {
    name: `上海${tradeName(random)}餐饮${random.pick(['管理', '服务', ''])}有限公司`,
    code: uscc(random, DISTRICT.code, '91'),
    type: random.pick(['有限责任公司（自然人独资）', '有限责任公司（自然人投资或控股）']),
    capitalFen: random.pick([30, 50, 80, 100, 200, 500]) * 1000000,
    founded,
    until: years === null ? '长期' : addDays(addYears(founded, years), -1),
    address: address(place),
    scope:
      LICENSED_SCOPE +
      random.pick([
        '一般项目：餐饮管理；外卖递送服务；会议及展览服务。',
        '一般项目：餐饮管理；食用农产品零售；日用百货销售。',
        '一般项目：企业管理咨询；餐饮管理；礼仪服务。',
      ]),
    registered: addDays(founded, random.int(0, 40)),
    authority: `${DISTRICT.name}示例市场监督管理局`,
  }
}

/** A 个体工商户: named after its district, no capital, no term. */
function makeShop(random: Random, at: string, place: Premises): Firm {
  const founded = addDays(at, -random.int(60, 900))
  return {
    name: `上海市${DISTRICT.name}${tradeName(random)}${random.pick(['小吃店', '餐馆', '面馆', '饭店'])}`,
    code: uscc(random, DISTRICT.code, '92'),
    type: '个体工商户',
    capitalFen: null,
    founded,
    until: null,
    address: address(place),
    scope: `${LICENSED_SCOPE}一般项目：外卖递送服务。`,
    registered: founded,
    authority: `${DISTRICT.name}示例市场监督管理局`,
  }
}

function makeLandlord(random: Random, at: string): World['landlord'] {
  const signer = person(random, at).name
  if (random.chance(0.3)) return { name: signer, signer, person: true }
  return {
    name: `上海${random.pick(['申浦', '苏堤', '长风', '桃源', '曹杨'])}${random.pick(['置业', '实业', '资产管理'])}有限公司`,
    signer,
    person: false,
  }
}

function makeStaff(random: Random, at: string): Worker[] {
  const clinic = random.pick(CLINICS)
  return POSTS.slice(0, random.int(3, 5)).map((post, i) => {
    const examined = addDays(at, -random.int(15, 250))
    return {
      ...person(random.fork(`worker-${i}`), at, [20, 52]),
      post,
      certificate: {
        number: `PT${examined.slice(0, 4)}${random.digits(6)}`,
        examined,
        until: addDays(addYears(examined, 1), -1),
        issuer: clinic,
      },
    }
  })
}
