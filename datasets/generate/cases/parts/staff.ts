import type { CaseValue, RegistryRecord } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft, Paper } from '../draft.ts'
import type { Firm } from './firm.ts'
import { register } from './identity.ts'

/** A post to fill, and the certificate that it needs; none when `certificate` is missing. */
export interface Post {
  post: string
  certificate?: { trade: string; level?: string; variant?: string; prefix: string }
  /** What else the certificate says (注册单位, 准驾车型). */
  printed?: Readonly<Record<string, CaseValue>>
}

export interface Qualified extends Person {
  post: string
  certificate: { trade: string; level: string; number: string; issued: string; until: string } | null
}

export interface StaffOptions {
  posts: readonly Post[]
  /** Slot of the certificates; 职业资格证书 when missing. */
  slot?: string
  /** Certificates are asked by a matter's own point when the posts say nothing; the paper comes always then. */
  always?: boolean
  /** 注册单位 is printed and recorded. */
  registered?: boolean
  /** A trade that does not fit the last post with a certificate, for the defect. */
  otherTrade?: string
  /** What fails when the last post is left out (STAFF-P01 and points of the matter's own). */
  short?: Readonly<Record<string, string>>
  wrongTrade?: Readonly<Record<string, string>>
  expired?: Readonly<Record<string, string>>
  elsewhere?: Readonly<Record<string, string>>
  /** After the staff or their certificates changed: what the form takes from them. */
  restated?: (draft: Draft, staff: readonly Qualified[]) => void
}

/** Insured by the firm at the social insurance office. */
export function insure(d: Draft, firm: Firm, one: Person, since = addYears(d.at, -1)): void {
  const months = d.random(`insured-${one.number}`).int(6, 40)
  d.record(
    '社保库',
    { cnid: one.number },
    {
      姓名: one.name,
      证件号码: one.number,
      参保单位: firm.name,
      单位统一社会信用代码: firm.code,
      险种: ['养老保险', '医疗保险', '失业保险', '工伤保险'],
      参保状态: '在缴',
      参保身份: '单位职工',
      参保起始日期: since,
      累计缴费月数: months + 12,
      连续缴费月数: months,
    },
  )
}

const listed = (one: Qualified) => ({
  姓名: one.name,
  证件号码: one.number,
  岗位: one.post,
  ...(one.certificate ? { 资质证书号: one.certificate.number } : {}),
  联系电话: one.phone,
})

const told = (one: Qualified) => ({
  姓名: one.name,
  证件号码: one.number,
  证书号: one.certificate?.number ?? null,
  岗位: one.post,
})

/** Somebody for each post, with the certificate; nothing is put into a case. */
export function qualified(d: Draft, posts: readonly Post[]): Qualified[] {
  const random = d.random('staff')
  return posts.map(({ post, certificate }, i) => {
    const issued = addDays(addYears(d.at, -random.int(1, 3)), -random.int(20, 300))
    return {
      ...person(random.fork(`staff-${i}`), d.at, [24, 50]),
      post,
      certificate: certificate
        ? {
            trade: certificate.trade,
            level: certificate.level ?? '',
            number: `${certificate.prefix}${random.digits(10)}`,
            issued,
            until: addDays(addYears(issued, 6), -1),
          }
        : null,
    }
  })
}

/** The paper of a certificate. */
function certificatePaper(
  d: Draft,
  firm: Firm,
  one: Qualified,
  post: Post,
  key: string,
  o: StaffOptions,
): Paper | null {
  const { certificate } = one
  if (!certificate || !post.certificate) return null
  return d.paper(
    o.slot ?? '职业资格证书',
    'PRO',
    {
      姓名: one.name,
      证件号码: one.number,
      职业名称: certificate.trade,
      ...(certificate.level ? { 等级: certificate.level } : {}),
      证书编号: certificate.number,
      发证日期: certificate.issued,
      有效期至: certificate.until,
      ...(o.registered ? { 注册单位: firm.name } : {}),
      ...post.printed,
    },
    { key, variant: post.certificate.variant ?? '职业技能等级证书' },
  )
}

/** MOD-STAFF: list, certificates, registers of qualifications and of insurance, and what is usually wrong. */
export function staff(d: Draft, firm: Firm, o: StaffOptions): Qualified[] {
  const people = qualified(d, o.posts)
  const random = d.random('staff-papers')
  for (const [i, one] of people.entries()) {
    const post = o.posts[i] as Post
    register(d, one)
    insure(d, firm, one)
    if (!one.certificate) continue
    const { trade, level, number, issued, until } = one.certificate
    d.record(
      '人员资格库',
      { cnid: one.number },
      {
        姓名: one.name,
        证件号码: one.number,
        资格名称: trade,
        ...(level ? { 等级: level } : {}),
        证书编号: number,
        发证日期: issued,
        有效期限: { from: issued, to: until },
        状态: '有效',
        ...(o.registered ? { 注册单位: firm.name } : {}),
      },
    )
    certificatePaper(d, firm, one, post, `certificate-${i}`, o)
  }
  d.paper(
    '人员名单',
    'STF',
    { 单位名称: firm.name, 人员: people.map(listed), 填报日期: addDays(d.at, -random.int(1, 10)) },
    { marks: { 盖章: firm.name } },
  )
  if (d.scenario.parameters.get('岗位配备') === null) d.none('没有规定最低配备', 'STAFF-P01')
  if (d.scenario.parameters.get('岗位证书') === null) d.none('没有规定岗位证书', 'STAFF-P02')
  if (!people.some(({ certificate }) => certificate)) d.none('岗位不要求证书', 'STAFF-P02', 'STAFF-P03', 'STAFF-P04')
  const state = (draft: Draft, all: readonly Qualified[]) => {
    draft.known({ st_list: all.map(told) })
    o.restated?.(draft, all)
  }
  state(d, people)
  offerDefects(d, people, o, state)
  return people
}

function offerDefects(
  d: Draft,
  people: readonly Qualified[],
  o: StaffOptions,
  state: (draft: Draft, all: readonly Qualified[]) => void,
): void {
  const slot = o.slot ?? '职业资格证书'
  const last = people.at(-1)
  const at = people.findLastIndex(({ certificate }) => certificate)
  const holder = people[at]
  if (!last) return
  const about = (one: Person) => (record: RegistryRecord) => record.键.cnid === one.number
  const restate = (draft: Draft, fields: Readonly<Record<string, CaseValue>>) => {
    const paper = draft.papers.find(({ key }) => key === `certificate-${at}`)
    if (paper) Object.assign(paper.content.fields, fields)
  }
  if (o.short)
    d.mayFail({
      id: 'staff-too-few',
      title: `少了${last.post}，人数不够`,
      slot: '人员名单',
      touches: 'staff',
      fails: o.short,
      apply: (draft) => {
        const rest = people.slice(0, -1)
        draft.change('人员名单', { 人员: rest.map(listed) })
        draft.papers = draft.papers.filter(({ key }) => key !== `certificate-${people.length - 1}`)
        state(draft, rest)
      },
    })
  d.mayFail({
    id: 'staff-insured-elsewhere',
    title: `${last.post}的社保在别的单位`,
    slot: '人员名单',
    touches: 'staff',
    fails: { 'STAFF-P05': `${last.name}的社保在其他单位，又没有聘用合同`, ...o.elsewhere },
    apply: (draft) =>
      draft.amend('社保库', { 参保单位: '上海启帆示例实业有限公司', 单位统一社会信用代码: null }, about(last)),
  })
  if (!holder) return
  const { otherTrade } = o
  if (otherTrade)
    d.mayFail({
      id: 'certificate-of-another-trade',
      title: `${holder.post}的证书是别的职业的`,
      slot,
      touches: 'certificate',
      fails: { 'STAFF-P02': `${holder.name}的证书与岗位不符`, ...o.wrongTrade },
      apply: (draft) => {
        restate(draft, { 职业名称: otherTrade })
        draft.amend('人员资格库', { 资格名称: otherTrade }, about(holder))
        state(draft, people)
      },
    })
  d.mayFail({
    id: 'certificate-of-somebody-else',
    title: `证书上的姓名与名册不同`,
    slot,
    touches: 'certificate',
    fails: { 'STAFF-P03': `证书持有人与名册上的${holder.name}不符` },
    apply: (draft) => {
      const other = person(draft.random('somebody-else'), draft.at)
      restate(draft, { 姓名: other.name, 证件号码: other.number })
      state(draft, people)
    },
  })
  d.mayFail({
    id: 'certificate-expired',
    title: `${holder.post}的证书已过期`,
    slot,
    touches: 'certificate',
    fails: { 'STAFF-P04': `${holder.name}的证书已过有效期`, ...o.expired },
    apply: (draft) => {
      const until = addDays(draft.at, -draft.random('certificate-expired').int(10, 200))
      const issued = addDays(addYears(until, -6), 1)
      restate(draft, { 发证日期: issued, 有效期至: until })
      draft.amend(
        '人员资格库',
        { 发证日期: issued, 有效期限: { from: issued, to: until }, 状态: '过期' },
        about(holder),
      )
    },
  })
}
