import { addDays, addYears } from '../../world/dates.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { deedOf, leasePaper, recordTenancy, type Tenancy, tenancy } from './tenancy.ts'

/** The premises (MOD-PREM) of a firm or of a person (`person`: `code` is the identity number): form, registers, certificate, lease, and how they go wrong. */
export function premisesOf(
  d: Draft,
  firm: Pick<Firm, 'name' | 'code' | 'address' | 'place'> & { legal: { name: string } },
  o: { use?: string; own?: number; person?: boolean; dwellingFails?: Readonly<Record<string, string>> } = {},
): Tenancy {
  const random = d.random('premises')
  const own = random.chance(o.own ?? 0.2)
  const place = firm.address
  const use = o.use ?? '商业服务/商业'
  const t = tenancy(d, 'tenancy', { place, area: firm.place.area, use, tenant: firm.name, own })
  d.known({
    prem_addr: place,
    prem_area: t.area,
    prem_use: use.split('/').at(-1) ?? use,
    prem_own: own ? '自有' : '租赁',
    ...(t.lease ? { prem_lease_end: t.lease.to } : {}),
  })
  recordTenancy(d, t, firm.name, o.person ? { cnid: firm.code } : { uscc: firm.code })
  d.paper('不动产权证书', 'RED', deedOf(d, t))
  if (own) d.none('自有房屋，没有租赁合同', 'PREM-P02', 'PREM-P03', 'PREM-P04', 'PREM-P06')
  else {
    leasePaper(d, t, { name: firm.name, signer: firm.legal.name, firm: !o.person })
    offerLeaseDefects(d, place)
  }
  d.mayFail({
    id: 'dwelling',
    title: '房屋用途是居住，没有业主同意证明',
    slot: '不动产权证书',
    fails: { 'PREM-P05': '用途为居住，又没有利害关系业主同意证明', ...o.dwellingFails },
    apply: (draft) => {
      draft.change('不动产权证书', { 用途: '城镇住宅用地/居住' })
      draft.amend('不动产登记库', { 用途: '居住' })
      draft.form.prem_use = '居住'
    },
  })
  offerUsableArea(d, t)
  return t
}

/** 建筑面积 and 使用面积 taken for each other, where nothing else is measured by the area. */
function offerUsableArea(d: Draft, { area }: Tenancy): void {
  const others = d.scenario.points.filter(({ id, reads }) => id !== 'PREM-P07' && reads.includes('申请表.prem_area'))
  if (others.length > 0) return
  d.mayFail({
    id: 'usable-area-claimed',
    title: '申报的是使用面积，合同、产权证上是建筑面积',
    slot: '申请表',
    touches: 'prem_area',
    fails: { 'PREM-P07': '申报面积比合同、产权证上的小一成以上' },
    apply: (draft) =>
      draft.answer('prem_area', Math.round(area * draft.random('usable-area').between(0.66, 0.8) * 10) / 10),
  })
}

/** The lease is of another place than the one applied for. */
function elsewhere(d: Draft, id: string, title: string, because: string, 房屋坐落: string): void {
  d.mayFail({
    id,
    title,
    slot: '房屋租赁合同',
    fails: { 'PREM-P01': because },
    apply: (draft) => {
      draft.change('房屋租赁合同', { 房屋坐落 })
      if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 房屋坐落 })
    },
  })
}

function offerLeaseDefects(d: Draft, place: string): void {
  d.mayFail({
    id: 'lease-ended',
    title: '租赁合同已经到期',
    slot: '房屋租赁合同',
    fails: { 'PREM-P02': '租期在受理日期已届满' },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('lease-ended').int(5, 120))
      const 租赁期限 = { from: addDays(addYears(to, -2), 1), to }
      draft.change('房屋租赁合同', { 租赁期限 })
      if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 租赁期限 })
      draft.form.prem_lease_end = to
    },
  })
  elsewhere(
    d,
    'lease-without-room',
    '租赁合同的房屋坐落只写到门牌号，没有室号',
    '租赁合同坐落缺室号，不能覆盖申请地址',
    place.replace(/(?:\d+层)?\d+室$/u, ''),
  )
  elsewhere(
    d,
    'lease-other-room',
    '租赁合同的房屋坐落是另一个室号',
    '租赁合同坐落的室号与申请地址不同',
    place.replace(/(\d+)室$/u, (_, room: string) => `${Number(room) + (Number(room) % 2 === 0 ? 1 : 2)}室`),
  )
  d.mayFail({
    id: 'lease-unsigned',
    title: '租赁合同没有出租人签字盖章',
    slot: '房屋租赁合同',
    fails: { 'PREM-P06': '出租人没有签字盖章' },
    apply: (draft) => draft.change('房屋租赁合同', {}, { 出租人签章: false, 出租人签名: false }),
  })
  d.mayFail({
    id: 'landlord-not-owner',
    title: '出租人不是产权人，没有转租同意',
    slot: '房屋租赁合同',
    fails: { 'PREM-P03': '出租人与产权人不同，没有转租同意' },
    apply: (draft) => {
      const other = '上海苏河湾示例商业管理有限公司'
      draft.change('房屋租赁合同', { 出租人: other }, { 出租人签章: other })
      if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 出租人: other })
    },
  })
  d.mayFail({
    id: 'lease-other-tenant',
    title: '租赁合同的承租人不是申请人',
    slot: '房屋租赁合同',
    fails: { 'PREM-P04': '承租人不是申请人' },
    apply: (draft) => {
      const other = '上海和顺示例贸易有限公司'
      draft.change('房屋租赁合同', { 承租人: other }, { 承租人签章: other })
      if (draft.registry.租赁备案库) draft.amend('租赁备案库', { 承租人: other })
    },
  })
}
