import { addDays } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { type Held, holderOf, holdLicence, type LicenceOptions, offerLapsed, restate } from './held-licence.ts'
import { offerStale } from './renew.ts'

export interface LostOptions {
  licence: LicenceOptions
  place?: string
  /** What the paper is called in the statement of loss. */
  title: string
  expired?: Readonly<Record<string, string>>
  revoked?: Readonly<Record<string, string>>
  stale?: Readonly<Record<string, string>>
}

/** MOD-LOST: a licence that was lost (a statement of loss) or damaged (the rest of it handed back). */
export function lost(d: Draft, firm: Firm, o: LostOptions): Held {
  const random = d.random('lost')
  const damaged = random.chance(0.4)
  const when = addDays(d.at, -random.int(4, 40))
  const held = holdLicence(d, holderOf(firm, o.place), { ...o.licence, held: damaged ? 'paper' : 'register' })
  d.known({ lost_no: held.number })
  d.typed({ lost_reason: damaged ? '损坏' : '遗失', lost_date: when })
  if (damaged) {
    d.none('不是遗失补证', 'LOST-P02')
    d.mayFail({
      id: 'damaged-not-returned',
      title: '损坏补证没有交回原证',
      slot: held.slot,
      touches: 'licence-life',
      fails: { 'IMG-P02': '没有交回损坏的原证', 'LOST-P03': '损坏补证没有交回残证' },
      apply: (draft) => draft.remove(held.slot),
    })
  } else {
    d.none('不是损坏补证', 'LOST-P03')
    lossStatement(d, firm, held, o.title, when)
    d.mayFail({
      id: 'loss-other-number',
      title: '遗失声明的证号写错',
      slot: '遗失声明',
      fails: { 'LOST-P02': '遗失声明的证号与在册的不同' },
      apply: (draft) => draft.change('遗失声明', { 证照编号: otherNumber(held.number) }),
    })
    d.mayFail({
      id: 'loss-of-another-paper',
      title: '遗失声明写的是别的证照',
      slot: '遗失声明',
      fails: { 'LOST-P02': '声明遗失的不是这张证' },
      apply: (draft) => draft.change('遗失声明', { 证照名称: '道路运输证' }),
    })
    d.mayFail({
      id: 'loss-statement-missing',
      title: '遗失补证没有交遗失声明',
      slot: '遗失声明',
      fails: { 'IMG-P02': '没有交遗失声明' },
      silences: { 'LOST-P02': '没有交遗失声明' },
      apply: (draft) => draft.remove('遗失声明'),
    })
  }
  offerLapsed(d, held, {
    expired: { 'LOST-P01': '原证有效期已过', ...o.expired },
    revoked: { 'LOST-P01': '原证已被吊销', ...o.revoked },
  })
  d.mayFail({
    id: 'licence-of-another-district',
    title: '原证是别的区发的',
    slot: held.slot,
    touches: 'licence-life',
    refuse: true,
    fails: { 'LOST-P01': '发证机关不是本区' },
    apply: (draft) => {
      const 发证机关 = held.authority.replace('普陀区', '静安区')
      restate(draft, held, { 发证机关 })
      for (const paper of draft.of(held.slot)) paper.content.marks.盖章 = 发证机关
    },
  })
  offerStale(d, held, { 'LOST-P04': '主体信息变了，原证没有变更', ...o.stale })
  return held
}

/** The statement that a licence is lost, as published by its holder. */
export function lossStatement(d: Draft, firm: Firm, held: Held, title: string, when: string): void {
  d.paper(
    '遗失声明',
    'LST',
    {
      声明主体: firm.name,
      证照名称: title,
      证照编号: held.number,
      遗失经过: `因保管不慎，${title}遗失，声明作废。`,
      声明日期: addDays(when, 2),
    },
    { marks: { 盖章: firm.name } },
  )
}

/** Two digits in the wrong order, or one too high. */
function otherNumber(number: string): string {
  const digits = number.slice(-2)
  const turned = `${digits[1] ?? ''}${digits[0] ?? ''}`
  return number.slice(0, -2) + (turned !== digits ? turned : `${digits[0] ?? ''}${(Number(digits[1]) + 1) % 10}`)
}
