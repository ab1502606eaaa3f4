import type { CaseValue, RegistryRecord } from '../../case-format.ts'
import { by, get, paper, papers } from '../ask.ts'
import { blank, endOf, inForce, list, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import { allOf, any, byEither, changes, drawn, isSelf, tellsAll } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const FORBIDDEN = /麻醉药品|第一类精神药品|放射性药品|疫苗|易制毒|终止妊娠|蛋白同化|肽类激素/u
const PERMITTED_BY_REVIEW = ['注册地址', '经营范围']
const PHARMACIST = /执业(?:中|西)?药师|执业药师|药师/u

type Fields = Readonly<Record<string, CaseValue>>

/** Kinds of medicine dealt in: as applied for, else as the licence says. */
const scope = (c: TrueCase) =>
  blank(c.form('dr_scope')) ? list(any(c, '原许可证', '经营范围')) : list(c.form('dr_scope'))

const sells = (c: TrueCase, kind: RegExp) => scope(c).some((one) => kind.test(one))

/** Pharmacists of the form on record. */
const recorded = (c: TrueCase) =>
  rows(c.form('dr_pharm')).flatMap((row) => c.records('人员资格库', (r) => sameCode(get(r, '证书编号'), row.证号)))

const asCertificate = (r: RegistryRecord): Fields => ({
  姓名: get(r, '姓名'),
  职业名称: get(r, '资格名称'),
  证书编号: get(r, '证书编号'),
  注册单位: get(r, '注册单位'),
  有效期至: endOf(get(r, '有效期限')),
})

/** Why the pharmacist of a certificate does not count; null when he does. */
function barred(c: TrueCase, fields: Fields): string | null {
  const kept = c.records('人员资格库', (r) => sameCode(get(r, '证书编号'), fields.证书编号))[0]
  const unit = get(kept, '注册单位') ?? fields.注册单位 ?? null
  if (!isSelf(c, unit)) return `${text(fields.姓名)}注册在其他单位`
  if (!blank(fields.注册单位) && !isSelf(c, fields.注册单位)) return `${text(fields.姓名)}注册在其他单位`
  if (!inForce(fields.有效期至, c.at, true)) return `${text(fields.姓名)}注册证过期`
  return kept && get(kept, '状态') !== '有效' ? `${text(fields.姓名)}资格${text(get(kept, '状态'))}` : null
}

/** 药品经营许可（零售） */
export const CHECKS: Checks = {
  'M18-P01': (c) => {
    const strict = sells(c, /^处方药|甲类/u) || /^处方药|^非处方药$/u.test(text(c.form('dr_type')))
    if (!strict) return none('不经营处方药、甲类非处方药')
    return byEither(c, '职业资格证书', recorded(c)[0], () => {
      const shown = papers(c, '职业资格证书').map(({ fields }) => fields)
      const given = shown.length > 0 ? shown : recorded(c).map(asCertificate)
      const certified = given.filter((fields) => PHARMACIST.test(text(fields.职业名称)))
      const bad = certified.map((fields) => barred(c, fields)).find((one) => one !== null)
      return allOf([certified.length > 0, '没有执业药师'], [bad === undefined, bad ?? ''])
    })
  },
  'M18-P02': (c) => by(c, '职业资格证书', () => person('看质量负责人的经验')),
  'M18-P03': (c) => {
    if (blank(c.form('dr_scope'))) return none('没有申报经营范围')
    const banned = list(c.form('dr_scope')).filter((one) => FORBIDDEN.test(one))
    return holds(banned.length === 0, `${banned.join('、')}不得零售`)
  },
  'M18-P04': (c) =>
    by(c, '平面图', (plan) => {
      const zones: Record<string, RegExp> = { 非药品区: /非药品/u, 非处方药区: /非处方药|OTC/u }
      if (scope(c).length === 0 || sells(c, /^处方药/u)) zones.处方药区 = /(?<!非)处方药/u
      if (sells(c, /中药饮片/u)) zones.中药饮片区 = /饮片/u
      if (sells(c, /冷藏|生物制品/u)) zones.冷藏区 = /冷藏|冷柜|阴凉冷/u
      return tellsAll(drawn(plan), zones)
    }),
  'M18-P05': (c) => {
    if (!sells(c, /冷藏|生物制品/u)) return none('没有冷藏药品')
    return by(c, '设备设施清单', ({ fields }) => {
      const equipment = rows(fields.设备).map((row) => `${text(row.设备名称)}${text(row.用途)}`)
      return tellsAll(equipment, { 冷藏柜: /冷藏|冷柜|冰箱|冷库/u, 温湿度自动监测: /温湿度/u })
    })
  },
  'S047-P01': (c) => {
    const items = list(c.form('chg_item'))
    const review = items.filter((one) => PERMITTED_BY_REVIEW.includes(one))
    if (review.length === 0) return holds(true, '')
    const there = (...slots: string[]) => slots.some((slot) => paper(c, slot) !== undefined)
    return allOf(
      [review.length === items.length, '许可事项与登记事项混报'],
      [!review.includes('注册地址') || there('平面图'), '变更注册地址没有新平面图'],
      [there('平面图', '设备设施清单', '管理制度', '职业资格证书'), '变更经营范围没有相应材料'],
    )
  },
  'S047-P02': (c) => {
    const people = [
      changes(c, '企业负责人') ? text(c.form('dr_head')) : '',
      changes(c, '质量负责人') ? text(c.form('dr_qa')) : '',
    ].filter((name) => name !== '')
    if (!changes(c, '企业负责人', '质量负责人')) return none('不换企业负责人、质量负责人')
    const named = papers(c, '任命文件').map(({ fields }) => `${text(fields.姓名)}、${text(fields.决议事项)}`)
    if (named.length === 0) return fail('没有任命文件')
    const holders = papers(c, '职业资格证书').map(({ fields }) => text(fields.姓名))
    return allOf(
      [people.every((name) => named.some((one) => one.includes(name))), '任命文件不是这个人的'],
      [holders.length > 0, '没有资格证明'],
      [people.every((name) => holders.some((one) => sameName(one, name))), '资格证明不是这个人的'],
    )
  },
}
