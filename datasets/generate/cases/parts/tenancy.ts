import type { CaseValue, RegistryRecord } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { person } from '../../world/people.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'

/** A house or shop that somebody uses: who owns it, and on what terms. */
export interface Tenancy {
  place: string
  area: number
  /** 用途 of the house as the register has it. */
  use: string
  owner: string
  ownerIsPerson: boolean
  signer: string
  deed: string
  lease: { from: string; to: string; signed: string; rentFen: number; filing: string | null } | null
}

/** Draws who owns a place and how `tenant` came to use it; `own`: it is the tenant's. */
export function tenancy(
  d: Draft,
  label: string,
  o: { place: string; area: number; use: string; tenant: string; own: boolean; filed?: number },
): Tenancy {
  const random = d.random(label)
  const signer = person(random, d.at).name
  const ownerIsPerson = random.chance(0.4)
  const firm = `上海${random.pick(['申浦', '苏堤', '长风', '桃源', '曹杨'])}${random.pick(['置业', '实业', '资产管理'])}有限公司`
  const from = addDays(d.at, -random.int(40, 300))
  const registered = addYears(d.at, -random.int(5, 12))
  return {
    place: o.place,
    area: o.area,
    use: o.use,
    owner: o.own ? o.tenant : ownerIsPerson ? signer : firm,
    ownerIsPerson: o.own || ownerIsPerson,
    signer,
    deed: `沪（${registered.slice(0, 4)}）普字不动产权第${random.digits(6)}号`,
    lease: o.own
      ? null
      : {
          from,
          to: addDays(addYears(from, random.int(2, 5)), -1),
          signed: addDays(from, -random.int(3, 20)),
          rentFen: random.int(30, 300) * 10000,
          filing: random.chance(o.filed ?? 0.5) ? `普房租备字${from.slice(0, 4)}第${random.digits(5)}号` : null,
        },
  }
}

/** What stands on the real-estate certificate of a place. */
export function deedOf(d: Draft, t: Tenancy): Record<string, CaseValue> {
  const random = d.random(`deed/${t.deed}`)
  return {
    不动产权证号: t.deed,
    权利人: t.owner,
    共有情况: '单独所有',
    坐落: t.place,
    不动产单元号: `${DISTRICT.code}${random.digits(6)}GB${random.digits(5)}F${random.digits(8)}`,
    权利类型: '国有建设用地使用权/房屋所有权',
    权利性质: '出让/市场化商品房',
    用途: t.use,
    面积: t.area,
    登记机构: '上海市普陀区示例不动产登记事务中心',
    登记日期: addDays(`${/（(\d{4})）/u.exec(t.deed)?.[1] ?? '2015'}-01-08`, random.int(0, 340)),
  }
}

/** What stands in the lease of a place; throws when it is the tenant's own. */
export function leaseOf(t: Tenancy, tenant: string): Record<string, CaseValue> {
  if (!t.lease) throw new Error(`${t.place} is not let`)
  return {
    出租人: t.owner,
    承租人: tenant,
    房屋坐落: t.place,
    房屋用途: t.use.split('/').at(-1) ?? t.use,
    建筑面积: t.area,
    租赁期限: { from: t.lease.from, to: t.lease.to },
    租金: { fen: t.lease.rentFen, currency: 'CNY' },
    签订日期: t.lease.signed,
    ...(t.lease.filing ? { 备案号: t.lease.filing } : {}),
  }
}

/** Records of the registers of real estate and of leases, found by the one who asks (`key`). */
export function recordTenancy(d: Draft, t: Tenancy, tenant: string, key: RegistryRecord['键']): void {
  d.record(
    '不动产登记库',
    { ...key, number: t.deed },
    {
      不动产权证号: t.deed,
      权利人: t.owner,
      坐落: t.place,
      用途: t.use,
      面积: t.area,
      查封: false,
    },
  )
  if (t.lease?.filing)
    d.record(
      '租赁备案库',
      { ...key, number: t.lease.filing },
      {
        备案号: t.lease.filing,
        出租人: t.owner,
        承租人: tenant,
        房屋坐落: t.place,
        建筑面积: t.area,
        租赁期限: { from: t.lease.from, to: t.lease.to },
      },
    )
}

/** The lease on paper, signed and sealed by both sides; offers its usual defects. */
export function leasePaper(d: Draft, t: Tenancy, tenant: { name: string; signer: string; firm: boolean }): void {
  if (!t.lease) return
  const food = d.scenario.matter.name.includes('食品')
  d.paper('房屋租赁合同', 'LSE', leaseOf(t, tenant.name), {
    ...(food ? {} : { extra: { 承租用途: '经营或者办公，应当依法办理所需的登记、许可手续' } }),
    marks: {
      出租人签章: t.ownerIsPerson ? false : t.owner,
      承租人签章: tenant.firm ? tenant.name : false,
      出租人签名: t.signer,
      承租人签名: tenant.signer,
    },
  })
}
