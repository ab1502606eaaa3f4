import type { CaseValue } from '../../case-format.ts'
import { applicant, get, isUnsettled, papers, param, table } from '../ask.ts'
import { blank, inForce, num, rows, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, holds, none, person } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** One of the staff: name, number, number of the certificate, post. */
export interface Member {
  name: CaseValue
  id: CaseValue
  number: CaseValue
  post: string
}

/** The staff: by the roster handed in, else by the list on the form. */
export function staff(c: TrueCase): Member[] {
  const roster = papers(c, '人员名单').flatMap(({ fields }) => rows(fields.人员))
  const all = roster.length > 0 ? roster : rows(c.form('st_list'))
  return all.map((row) => ({
    name: row.姓名 ?? null,
    id: row.证件号码 ?? null,
    number: row.资质证书号 ?? row.证书号 ?? null,
    post: text(row.岗位),
  }))
}

const inPost = ({ post }: Member, names: unknown) => speaksOf(post, String(names))

/** Certificates of one member. */
const certificates = (c: TrueCase, who: Member) =>
  papers(c, '职业资格证书').filter(({ fields }) => sameCode(fields.证件号码, who.id) || sameName(fields.姓名, who.name))

/** Records of 人员资格库 about one member. */
const qualified = (c: TrueCase, who: Member) => c.about('人员资格库', text(who.id))

export const CHECKS: Checks = {
  'STAFF-P01': (c) => {
    const [posts, least] = [table(c, '岗位配备'), num(param(c, '专职人员最少人数'))]
    const all = staff(c)
    if (posts.length === 0 && least === null) return none('没有规定最低配备')
    if (all.length === 0) return none('缺人员名单')
    const short = posts.find(({ 岗位, 人数 }) => all.filter((who) => inPost(who, 岗位)).length < Number(人数))
    return holds(
      short === undefined && (least === null || all.length >= least),
      `${text(short?.岗位 as CaseValue)}人数不足`,
    )
  },
  'STAFF-P02': (c) => {
    const posts = table(c, '岗位证书')
    if (isUnsettled(c, '岗位证书')) return person('要什么证书，依据待核')
    if (posts.length === 0) return none('没有规定岗位证书')
    const bound = staff(c).flatMap((who) =>
      posts.filter(({ 岗位 }) => inPost(who, 岗位)).map((post) => ({ who, post })),
    )
    const proofs = bound.map(({ who, post }) => {
      const papersOf = certificates(c, who).map(({ fields }) => `${text(fields.职业名称)} ${text(fields.等级)}`)
      const held = qualified(c, who).map(
        (r) => `${text(get(r, '资格名称'))} ${text(get(r, '专业'))} ${text(get(r, '等级'))}`,
      )
      const level = post.等级 === '不限' ? null : String(post.等级)
      return { who, proofs: papersOf.length > 0 ? papersOf : held, post, level }
    })
    const shown = proofs.filter((one) => one.proofs.length > 0)
    if (shown.length === 0) return none('缺职业资格证书')
    const wrong = shown.find(
      ({ proofs: all, post, level }) =>
        !all.some((one) => speaksOf(one, String(post.专业)) && (level === null || one.includes(level))),
    )
    return holds(wrong === undefined, `${text(wrong?.who.name)}的证书与岗位不符`)
  },
  'STAFF-P03': (c) => {
    const [given, all] = [papers(c, '职业资格证书'), staff(c)]
    if (given.length === 0) return none('缺职业资格证书')
    if (all.length === 0) return none('缺人员名单')
    const strange = given.find(
      ({ fields }) =>
        !all.some(
          (who) =>
            sameName(who.name, fields.姓名) &&
            (blank(fields.证件号码) || blank(who.id) || sameCode(who.id, fields.证件号码)),
        ),
    )
    return holds(strange === undefined, `${text(strange?.fields.姓名)}与名册不一致`)
  },
  'STAFF-P04': (c) => {
    const given = papers(c, '职业资格证书')
    const held = staff(c).flatMap((who) => qualified(c, who))
    if (given.length === 0 && held.length === 0) return none('缺职业资格证书')
    const late = given.some(({ fields }) => !blank(fields.有效期至) && !inForce(fields.有效期至, c.at))
    const lapsed = held.some(
      (r) => /过期|注销|吊销/u.test(text(get(r, '状态'))) || !inForce(get(r, '有效期限'), c.at, true),
    )
    return holds(!late && !lapsed, '有人员的证书已过期或失效')
  },
  'STAFF-P05': (c) => {
    const all = staff(c)
    if (all.length === 0) return none('缺人员名单')
    const name = applicant(c)
    const away = all.find((who) => {
      const paid = c
        .about('社保库', text(who.id))
        .some((r) => sameName(get(r, '参保单位'), name) && get(r, '参保状态') === '在缴')
      const contract = papers(c, '劳动关系证明').some(
        ({ fields }) =>
          sameName(fields.单位名称, name) && sameName(fields.姓名, who.name) && inForce(fields.合同期限, c.at, true),
      )
      return !paid && !contract
    })
    return holds(away === undefined, `${text(away?.name)}没有在本单位参保，也没有聘用合同`)
  },
}
