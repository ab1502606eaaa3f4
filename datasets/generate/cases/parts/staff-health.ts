import type { RegistryRecord } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { register } from './identity.ts'

export interface Worker extends Person {
  post: string
  certificate: { number: string; examined: string; until: string; issuer: string }
}

export interface StaffOptions {
  /** Who employs them. */
  name: string
  /** Posts in the order in which they are filled; the first is always there. */
  posts: readonly string[]
  /** How many work there. */
  count?: readonly [number, number]
  /** 体检类别 that the trade needs. */
  kind: '食品' | '公共场所'
  /** The matter's own points that fail when one certificate is missing. */
  missing?: Readonly<Record<string, string>>
}

const CLINICS = ['上海普陀示例体检中心', '上海长风示例社区卫生服务中心', '上海真如示例体检门诊部']

/** People who work for a firm, each with a health certificate that is valid; nothing is put into a case. */
export function workers(d: Draft, o: StaffOptions): Worker[] {
  const random = d.random('staff')
  const clinic = random.pick(CLINICS)
  const [low, high] = o.count ?? [3, 5]
  return Array.from({ length: random.int(low, high) }, (_, i) => {
    const examined = addDays(d.at, -random.int(15, 250))
    return {
      ...person(random.fork(`worker-${i}`), d.at, [20, 52]),
      post: o.posts[i % o.posts.length] ?? '',
      certificate: {
        number: `PT${examined.slice(0, 4)}${random.digits(6)}`,
        examined,
        until: addDays(addYears(examined, 1), -1),
        issuer: clinic,
      },
    }
  })
}

/** 人员名单 on paper: everybody who works there. */
export function staffList(d: Draft, name: string, staff: readonly Worker[]): void {
  d.paper(
    '人员名单',
    'STF',
    {
      单位名称: name,
      人员: staff.map((one) => ({
        姓名: one.name,
        证件号码: one.number,
        岗位: one.post,
        资质证书号: one.certificate.number,
        联系电话: one.phone,
      })),
    },
    { marks: { 盖章: name } },
  )
}

/** MOD-HEALTH: staff list, a health certificate each, records of the examinations, and what is usually wrong. */
export function staffHealth(d: Draft, o: StaffOptions): Worker[] {
  const staff = workers(d, o)
  for (const one of staff) register(d, one)
  staffList(d, o.name, staff)
  const variant = o.kind === '食品' ? '食品从业人员健康证明' : '公共场所从业人员健康证明'
  for (const [i, one] of staff.entries()) {
    const { examined, until, issuer, number } = one.certificate
    d.paper(
      '健康证明',
      'HLT',
      {
        姓名: one.name,
        性别: one.sex,
        身份证号: one.number,
        证号: number,
        体检类别: o.kind,
        体检日期: examined,
        有效期至: until,
        发证单位: issuer,
      },
      { key: `health-${i}`, marks: { 盖章: issuer }, variant },
    )
    d.record(
      '健康体检库',
      { cnid: one.number },
      { 姓名: one.name, 身份证号: one.number, 体检类别: o.kind, 体检日期: examined, 有效期至: until, 结果: '合格' },
    )
  }
  d.known({ hl_list: certificates(d) })
  const last = staff.at(-1)
  if (last) offerDefects(d, o, last, `health-${staff.length - 1}`)
  return staff
}

function certificates(draft: Draft) {
  return draft.of('健康证明').map(({ content: { fields } }) => ({
    姓名: String(fields.姓名),
    证号: String(fields.证号),
    有效期至: String(fields.有效期至),
  }))
}

function offerDefects(d: Draft, o: StaffOptions, last: Worker, key: string): void {
  const own = ({ 键 }: RegistryRecord) => 键.cnid === last.number
  const certificate = (draft: Draft) => {
    const paper = draft.papers.find((one) => one.key === key)
    if (!paper) throw new Error(`${draft.seed}: no ${key}`)
    return paper.content
  }
  d.mayFail({
    id: 'health-missing',
    title: '一名从业人员没有健康证明',
    slot: '健康证明',
    fails: { 'HEALTH-P03': `名单上的${last.name}没有健康证明`, ...o.missing },
    apply: (draft) => {
      draft.papers = draft.papers.filter((paper) => paper.key !== key)
      const held = draft.registry.健康体检库 as RegistryRecord[]
      draft.registry.健康体检库 = held.filter((record) => !own(record))
      draft.known({ hl_list: certificates(draft) })
    },
  })
  d.mayFail({
    id: 'health-expired',
    title: '一名从业人员的健康证明已过期',
    slot: '健康证明',
    fails: { 'HEALTH-P01': `${last.name}的健康证明已过有效期` },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('health-expired').int(8, 90))
      const dates = { 体检日期: addDays(addYears(until, -1), 1), 有效期至: until }
      Object.assign(certificate(draft).fields, dates)
      draft.amend('健康体检库', dates, own)
      draft.known({ hl_list: certificates(draft) })
    },
  })
  d.mayFail({
    id: 'health-other-trade',
    title: '一名从业人员的健康证明是别的类别',
    slot: '健康证明',
    fails: { 'HEALTH-P02': `${last.name}的健康证明体检类别不对` },
    apply: (draft) => {
      const other = o.kind === '食品' ? '公共场所' : '食品'
      const content = certificate(draft)
      content.fields.体检类别 = other
      content.variant = other === '食品' ? '食品从业人员健康证明' : '公共场所从业人员健康证明'
      draft.amend('健康体检库', { 体检类别: other }, own)
    },
  })
}
