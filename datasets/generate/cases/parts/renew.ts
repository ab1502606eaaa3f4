import { addDays } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import { issuedFor } from './change.ts'
import type { Firm } from './firm.ts'
import { type Held, holderOf, holdLicence, type LicenceOptions, offerLapsed, restate } from './held-licence.ts'

export interface RenewOptions {
  licence: Omit<LicenceOptions, 'issued' | 'until'>
  /** Years for which such a licence is given. */
  years: number
  place?: string
  /** Days before the end, when a point of the matter's own sets them. */
  within?: readonly [number, number]
  /** 许可条件是否变化; no when missing. */
  changed?: boolean
  /** Points of the matter that fail beside those of MOD-RENEW when it comes too early, too late, after the end. */
  early?: Readonly<Record<string, string>>
  late?: Readonly<Record<string, string>>
  expired?: Readonly<Record<string, string>>
  /** … and when the firm changed without changing the licence. */
  stale?: Readonly<Record<string, string>>
}

/** Days before the end within which a renewal is in time, well inside what the matter sets in days or working days. */
function window(d: Draft): { low: number; high: number; latest: number; earliest: number | null } {
  const { parameters } = d.scenario
  const number = (name: string) => {
    const value = parameters.get(name)
    return typeof value === 'number' ? value : null
  }
  const latest = number('延续最晚') ?? 0
  const earliest = number('延续最早')
  const working = parameters.get('延续期限单位') === '工作日'
  // Fifteen working days never take more than 32 calendar days here, ninety never less than 126.
  const low = working ? Math.ceil(latest * 1.4) + 13 : latest + 3
  return {
    low,
    high: earliest === null ? low + 55 : working ? Math.floor(earliest * 1.3) : earliest - 3,
    latest,
    earliest,
  }
}

/** MOD-RENEW: a licence that ends soon; form, register, and how such applications go wrong. */
export function renew(d: Draft, firm: Firm, o: RenewOptions): Held {
  const { low, high, latest, earliest } = window(d)
  const until = addDays(d.at, d.random('renew').int(...(o.within ?? ([low, high] as const))))
  const held = holdLicence(d, holderOf(firm, o.place), { ...o.licence, issued: issuedFor(until, o.years), until })
  d.known({ rn_no: held.number, rn_end: until })
  d.typed({ rn_changed: o.changed ?? false })
  const end = (draft: Draft, date: string) => {
    restate(
      draft,
      { ...held, issued: issuedFor(date, o.years) },
      { 有效期至: date, 发证日期: issuedFor(date, o.years) },
    )
    draft.form.rn_end = date
  }
  if (latest > 3)
    d.mayFail({
      id: 'renewal-late',
      title: '离有效期届满太近才申请延续',
      slot: held.slot,
      touches: 'licence-life',
      fails: { 'RENEW-P01': '申请晚于规定的期限', ...o.late },
      apply: (draft) => end(draft, addDays(draft.at, draft.random('renewal-late').int(2, Math.min(12, latest - 1)))),
    })
  if (earliest !== null)
    d.mayFail({
      id: 'renewal-early',
      title: '离有效期届满还早就申请延续',
      slot: held.slot,
      touches: 'licence-life',
      fails: { 'RENEW-P01': '申请早于规定的期限', ...o.early },
      apply: (draft) => end(draft, addDays(draft.at, Math.ceil(earliest * 1.5) + draft.random('early').int(60, 300))),
    })
  offerLapsed(d, held, {
    expired: {
      'RENEW-P01': '有效期届满后才申请',
      'RENEW-P02': '原证有效期已过',
      'FORM-P06': '原证已过期，应重新申请',
      ...o.expired,
    },
    revoked: { 'RENEW-P02': '原证已被吊销' },
  })
  offerStale(d, held, {
    'RENEW-P03': '主体信息变了，原证没有变更',
    ...(o.changed ? {} : { 'RENEW-P04': '声明没有变化，法定代表人已经变了' }),
    ...o.stale,
  })
  return held
}

/** The firm got another legal representative since the licence was issued, and did not change the licence. */
export function offerStale(d: Draft, held: Held, fails: Readonly<Record<string, string>>): void {
  d.mayFail({
    id: 'licence-stale',
    title: '法定代表人（负责人）换了，证照没有办变更',
    slot: held.slot,
    touches: 'licence-holder',
    fails,
    apply: (draft) => restate(draft, held, { 法定代表人: person(draft.random('former-legal'), draft.at).name }),
  })
}
