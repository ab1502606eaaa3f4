import { by, chartered, get, has, isSole, isUnsettled, param, words } from '../ask.ts'
import { blank, dateOf, sameText, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** Records of 信用处罚库 about the applicant that still stand on the day. */
export function standing(c: TrueCase) {
  const keys = [
    c.form('uscc'),
    chartered(c, '统一社会信用代码'),
    c.form('lrep_idno'),
    c.form('p_idno'),
    c.applicant.uscc,
  ]
  const known = new Set(keys.map(text).filter((key) => key !== ''))
  return c.records('信用处罚库', (r) => {
    const about = [...Object.values(r.键), text(get(r, '证件号码'))].some((key) => known.has(text(key)))
    return about && !/已修复|已移出/u.test(text(get(r, '状态')))
  })
}

/** Grave: a list of the untrustworthy, an unpaid judgment, or a promise that was false. */
export function isGrave(r: ReturnType<typeof standing>[number]): boolean {
  return (
    /严重违法失信名单|失信被执行人/u.test(text(get(r, '类别'))) ||
    /虚假承诺|承诺不实|不实承诺|违反承诺/u.test(text(get(r, '事由')))
  )
}

export const CHECKS: Checks = {
  'COMMIT-P01': (c) =>
    by(c, '告知承诺书', ({ fields }) => {
      const [version, matter] = [param(c, '承诺书版本'), words(c, '事项称谓')]
      if (!blank(version) && !sameText(version, fields.告知内容版本)) return fail('不是现行版本的告知承诺书')
      if (matter.length > 0 && !speaksOf(fields.事项名称, ...matter)) return fail('承诺书的事项名称与申请不一致')
      return isUnsettled(c, '承诺书版本') ? person('现行版本依据待核') : pass
    }),
  'COMMIT-P02': (c) =>
    by(c, '告知承诺书', (page) => {
      if (!has(page, '签名')) return fail('承诺书没有法定代表人签字')
      if (!has(page, '盖章') && !isSole(c)) return fail('承诺书没有盖公章')
      return holds(dateOf(page.fields.日期) !== null, '承诺书没有写日期')
    }),
  'COMMIT-P03': (c) => {
    const [grave] = standing(c).filter(isGrave)
    return holds(grave === undefined, `有未修复的${text(get(grave, '类别'))}记录`)
  },
  'COMMIT-P04': (c) => {
    if (isUnsettled(c, '后补材料')) return person('承诺后要补交什么，依据待核')
    const later = words(c, '后补材料')
    if (later.length === 0) return none('没有可以后补的材料')
    const owed = later.filter(
      (name) => !c.asked.slots.some(({ slot }) => slot.includes(name) && c.all(slot).length > 0),
    )
    if (owed.length === 0) return none('材料已经交齐，不用后补')
    return by(c, '告知承诺书', ({ fields }) => {
      const silent = owed.find((name) => !speaksOf(fields.承诺内容, name))
      return holds(silent === undefined, `承诺书没有列明后补的${silent ?? ''}`)
    })
  },
}
