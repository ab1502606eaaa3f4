import { addDays, addYears } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { person } from '../../world/people.ts'
import { address, DISTRICT, premises } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import { everywhere } from './applicant-firm.ts'
import type { Firm } from './firm.ts'
import { type Held, type Holder, holderOf, holdLicence, type LicenceOptions, offerLapsed } from './held-licence.ts'

/** What changed in the register of firms since the licence was issued. */
export type RegisteredChange = '名称' | '法定代表人' | '住所'

/** A change of the matter's own (经营项目 …), which only the applicant can tell. */
export interface OwnChange {
  item: string
  old: string
  now: string
}

export interface ChangeOptions {
  licence: LicenceOptions
  /** 经营场所 on the licence, when it is not the firm's 住所. */
  place?: string
  /** Business is done at the 住所: a move changes both. */
  seat?: boolean
  /** What may have changed; several at once now and then. */
  kinds: readonly RegisteredChange[]
  /** Instead of a change in the register. */
  own?: OwnChange | null
  /** What it fails, beside CHANGE-P04, to hand in a move to other premises as a change. */
  moved?: Readonly<Record<string, string>>
  /** The word of 变更事项 for a move. */
  moveItem?: string
}

const DEADLINE = '变更期限'

/** MOD-CHANGE: the firm as it is now, the licence as it was; form, register, and how such applications go wrong. */
export function change(d: Draft, firm: Firm, o: ChangeOptions): { held: Held; items: string[] } {
  const random = d.random('change')
  const { parameters } = d.scenario
  const word: Record<RegisteredChange, string> = {
    名称: String(parameters.get('名称变更项')),
    法定代表人: String(parameters.get('负责人变更项')),
    住所: String(parameters.get('住所变更项')),
  }
  const changed = o.own ? [] : random.sample(o.kinds, random.chance(0.2) ? 2 : 1)
  const kinds = (['名称', '法定代表人', '住所'] as const).filter((kind) => changed.includes(kind))
  const before: Holder = { ...holderOf(firm, o.place), place: o.place ?? firm.address }
  if (kinds.includes('名称')) before.name = earlierName(firm, random)
  if (kinds.includes('法定代表人')) before.legal = person(d.random('former-legal'), d.at).name
  if (kinds.includes('住所')) before.home = address(premises(d.random('former-home'), false))
  if (o.seat) before.place = before.home
  const pair: Record<RegisteredChange, [old: string, now: string]> = {
    名称: [before.name, firm.name],
    法定代表人: [before.legal, firm.legal.name],
    住所: [before.home, firm.address],
  }
  const items = o.own ? [o.own.item] : kinds.map((kind) => word[kind])
  const olds = o.own ? [o.own.old] : kinds.map((kind) => pair[kind][0])
  const news = o.own ? [o.own.now] : kinds.map((kind) => pair[kind][1])
  const limited = typeof parameters.get(DEADLINE) === 'number'
  const date = addDays(d.at, limited ? -random.int(2, 9) : -random.int(4, 60))
  const tell = { chg_item: items, chg_old: olds.join('；'), chg_new: news.join('；'), chg_date: date }
  if (o.own) {
    d.typed(tell)
    d.none('变更事项不在营业执照上', 'CHANGE-P02')
  } else {
    d.known(tell)
    everywhere(d, '营业执照', { 登记日期: date }, own(firm))
    d.amend(
      '法人库',
      { 最近变更日期: date, 最近变更事项: kinds, ...(kinds.includes('名称') ? { 曾用名: [before.name] } : {}) },
      own(firm),
    )
  }
  const held = holdLicence(d, before, o.licence)
  offerDefects(d, firm, held, o, { items, olds, news, kinds })
  return { held, items }
}

const own =
  (firm: Firm) =>
  ({ 键 }: { 键: { uscc?: string | undefined } }) =>
    键.uscc === firm.code

/** Its name before: another 字号. */
function earlierName(firm: Firm, random: ReturnType<Draft['random']>): string {
  const [other = firm.brand] = [tradeName(random), tradeName(random), `${firm.brand}记`].filter(
    (one) => one !== firm.brand,
  )
  return firm.name.replace(firm.brand, other)
}

interface Told {
  items: string[]
  olds: string[]
  news: string[]
  kinds: readonly RegisteredChange[]
}

function offerDefects(d: Draft, firm: Firm, held: Held, o: ChangeOptions, told: Told): void {
  d.mayFail({
    id: 'change-old-wrong',
    title: '变更前内容与在册的证照不一致',
    slot: '申请书',
    touches: 'chg_old',
    fails: { 'CHANGE-P01': '变更前内容写的是新的，不是证照上原来的' },
    apply: (draft) => draft.answer('chg_old', told.news.join('；')),
  })
  if (told.kinds.length > 0) {
    d.mayFail({
      id: 'change-new-wrong',
      title: '变更后内容与新营业执照不一致',
      slot: '申请书',
      touches: 'chg_new',
      fails: { 'CHANGE-P02': '变更后内容与营业执照上的不同', 'S009-P01': '变更项与营业执照不一致' },
      apply: (draft) => {
        const [first = '', ...rest] = told.news
        draft.answer('chg_new', [slip(first, told.kinds[0]), ...rest].join('；'))
      },
    })
    if (typeof d.scenario.parameters.get(DEADLINE) === 'number')
      d.mayFail({
        id: 'change-late',
        title: '变更后逾期才来申报',
        slot: '申请书',
        touches: 'chg_date',
        fails: { 'CHANGE-P03': '变更发生后超过期限才提出' },
        apply: (draft) => {
          const late = addDays(draft.at, -draft.random('late').int(60, 200))
          draft.form.chg_date = late
          everywhere(draft, '营业执照', { 登记日期: late }, own(firm))
          draft.amend('法人库', { 最近变更日期: late }, own(firm))
        },
      })
  }
  const again = d.scenario.parameters.get('须新办的变更项')
  const move = o.moveItem ?? '经营场所（搬迁）'
  if (Array.isArray(again) && again.includes(move) && !told.kinds.includes('住所'))
    d.mayFail({
      id: 'moved',
      title: '搬到新址却按变更申报',
      slot: '申请书',
      touches: 'chg_item',
      refuse: true,
      fails: { 'CHANGE-P04': '搬迁新址应重新申请，不属变更', ...o.moved },
      silences: { 'S004-P01': '不是只变更登记事项' },
      apply: (draft) => moveAway(draft, firm, held, told, move),
    })
  offerLapsed(d, held, {
    expired: { 'CHANGE-P05': '原证有效期已过' },
    revoked: { 'CHANGE-P05': '原证已被吊销' },
  })
}

/** The firm moved to other premises; its business licence says so already. */
function moveAway(draft: Draft, firm: Firm, held: Held, told: Told, move: string): void {
  const there = address(premises(draft.random('moved'), false))
  everywhere(draft, '营业执照', { 住所: there }, own(firm))
  draft.form.subj_addr = there
  const home = draft.scenario.parameters.get('住所变更项')
  const more: [item: string, old: string][] = [
    ...(typeof home === 'string' && home !== move ? [[home, held.holder.home] as [string, string]] : []),
    [move, held.holder.place],
  ]
  // Beside a change that only the applicant can tell the new 住所 is one that the business licence shows.
  if (told.kinds.length === 0 && more.length > 1 && draft.hasPoint('CHANGE-P02'))
    draft.review['CHANGE-P02'] = { verdict: 'pass' }
  const say = (key: string, value: string | string[]) => {
    draft.form[key] = value
    draft.answer(key, value)
  }
  say('chg_item', [...told.items, ...more.map(([item]) => item)])
  say('chg_old', [...told.olds, ...more.map(([, old]) => old)].join('；'))
  say('chg_new', [...told.news, ...more.map(() => there)].join('；'))
}

/** A slip of the pen: a word of a firm's name, the second character of a person's, the number of a house. */
function slip(text: string, kind: RegisteredChange | undefined): string {
  if (kind === '名称') {
    const slipped = text.replace('有限公司', '公司').replace(/店$/u, '铺').replace(/中心$/u, '站')
    return slipped === text ? `${text}部` : slipped
  }
  if (kind === '法定代表人') return `${text[0] ?? ''}${text[1] === '建' ? '健' : '建'}${text.slice(2)}`
  return text.replace(/(\d+)号/u, (_, number) => `${Number(number) + 2}号`)
}

/** A number of an expired or running licence: issued so that it ends on `until` after `years`. */
export function issuedFor(until: string, years: number): string {
  return addDays(addYears(until, -years), 1)
}

/** The usual name of the office that issues licences here. */
export const OFFICE = `${DISTRICT.name}示例市场监督管理局`
