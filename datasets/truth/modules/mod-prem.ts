import type { CaseValue } from '../../case-format.ts'
import { applicant, by, chartered, field, get, has, isSole, paper, papers } from '../ask.ts'
import { blank, inForce, list, near, num, rows, sameAddress, sameName, samePlace, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** The title to the premises: the certificate handed in, else as 不动产登记库 holds it for the place. */
export function title(c: TrueCase): Readonly<Record<string, CaseValue>> | undefined {
  const given = paper(c, '不动产权证书')
  if (given && !blank(given.fields.坐落)) return given.fields
  const place = blank(c.form('prem_addr')) ? field(c, '房屋租赁合同', '房屋坐落') : c.form('prem_addr')
  const [record] = c.records('不动产登记库', (r) => samePlace(get(r, '坐落'), place))
  return (
    record && {
      权利人: get(record, '权利人'),
      坐落: get(record, '坐落'),
      用途: get(record, '用途'),
      面积: get(record, '面积'),
    }
  )
}

/** One of several owners. */
const owns = (owner: CaseValue | undefined, name: CaseValue | undefined) =>
  sameName(owner, name) || list(owner).some((one) => sameName(one, name))

/** A home: 居住, 住宅, but not 非居住. */
export function isHome(use: CaseValue | undefined): boolean {
  return /(?<!非)(?:居住|住宅|公寓)/u.test(text(use)) && !/商业|商务|办公|商住|店铺/u.test(text(use))
}

const ORG = /公司|厂|店|部|行|中心|企业|合作社|委员会|学校|医院|集团|所$|馆$|社$/u

/** A firm seals a contract, a person signs it. */
function bound(c: TrueCase, side: '出租人' | '承租人'): boolean {
  const lease = paper(c, '房屋租赁合同')
  if (!lease) return false
  const sealed = has(lease, `${side}签章`)
  return sealed || (!ORG.test(text(lease.fields[side])) && has(lease, `${side}签名`))
}

export const CHECKS: Checks = {
  'PREM-P01': (c) => {
    const place = c.form('prem_addr')
    if (blank(place)) return none('未填经营场所地址')
    // Settled with the generator: who moves has the old address on the licence until the move is registered.
    const moving = list(c.form('chg_item')).some((item) => /住所|场所/u.test(item))
    const others: [string, CaseValue | undefined][] = [
      ['营业执照', moving ? null : chartered(c, '住所')],
      ['租赁合同', field(c, '房屋租赁合同', '房屋坐落')],
      ['产权证', title(c)?.坐落],
    ]
    const [name] = others.find(([, other]) => !blank(other) && !sameAddress(place, other)) ?? []
    if (others.every(([, other]) => blank(other))) return none('没有可对照的材料')
    return holds(name === undefined, `经营场所地址与${name ?? ''}不一致`)
  },
  'PREM-P02': (c) => {
    const term = field(c, '房屋租赁合同', '租赁期限')
    const filed = get(c.records('租赁备案库')[0], '租赁期限')
    if (paper(c, '房屋租赁合同')) return holds(inForce(term, c.at), '租赁合同不在有效期内')
    return blank(filed) ? none('没有租赁合同') : holds(inForce(filed, c.at), '租赁合同不在有效期内')
  },
  'PREM-P03': (c) =>
    by(c, '房屋租赁合同', ({ fields }) => {
      const owner = title(c)?.权利人
      if (blank(owner)) return none('没有产权信息')
      if (owns(owner, fields.出租人)) return pass
      const consent = papers(c, '转租同意书')
      if (consent.length === 0) return fail('出租人不是产权人，没有转租同意')
      const chain = consent.some((one) =>
        one.documentType.includes('租赁')
          ? owns(owner, one.fields.出租人) && sameName(one.fields.承租人, fields.出租人)
          : Object.keys(one.marks).some((mark) => has(one, mark)),
      )
      return holds(chain, '转租同意书与产权人、出租人对不上')
    }),
  'PREM-P04': (c) =>
    by(c, '房屋租赁合同', ({ fields }) => {
      // A firm that is being founded rents in the name of an investor.
      const founders = rows(c.form('gs_holder')).map((row) => text(row.名称 ?? null))
      const tenants = [applicant(c), isSole(c) ? text(c.form('lrep_name')) : '', ...founders]
      return holds(
        tenants.some((name) => owns(fields.承租人, name)),
        '承租人不是申请人',
      )
    }),
  'PREM-P05': (c) => {
    const uses = [title(c)?.用途, field(c, '房屋租赁合同', '房屋用途'), c.form('prem_use')]
    const use = uses.find((value) => !blank(value))
    if (blank(use)) return none('没有房屋用途信息')
    if (/绿地|农用|耕地|道路用地|车库|车位/u.test(text(use))) return fail('用途不适合经营')
    if (!isHome(use)) return pass
    const consent = papers(c, '业主同意证明').some((one) => Object.keys(one.marks).some((mark) => has(one, mark)))
    return holds(consent, '住宅改作经营用房，没有利害关系业主同意的证明')
  },
  'PREM-P06': (c) =>
    by(c, '房屋租赁合同', () => holds(bound(c, '出租人') && bound(c, '承租人'), '租赁合同双方签章不齐')),
  'PREM-P07': (c) => {
    const area = num(c.form('prem_area'))
    const others = [title(c)?.面积, field(c, '房屋租赁合同', '建筑面积'), field(c, '平面图', '总面积')].map(num)
    const known = others.filter((one) => one !== null)
    if (area === null || known.length === 0) return none('没有可对照的面积')
    return holds(
      known.every((one) => near(area, one, 0.1)),
      '申报面积与材料相差超过10%',
    )
  },
}
