import { get, papers } from '../ask.ts'
import { blank, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** The latest entry of the marriage register about the applicant. */
export function marriage(c: TrueCase) {
  const all = c.about('婚姻登记库', text(c.form('p_idno')))
  return [...all].sort((a, b) => text(get(b, '登记日期')).localeCompare(text(get(a, '登记日期'))))[0]
}

/** The husband or wife whom the register names; null when not married. */
export function spouse(c: TrueCase): { name: string; number: string } | null {
  const record = marriage(c)
  if (!record || get(record, '婚姻状况') !== '已婚') return null
  const other = sameCode(get(record, '男方证件号码'), c.form('p_idno')) ? '女方' : '男方'
  return { name: text(get(record, `${other}姓名`)), number: text(get(record, `${other}证件号码`)) }
}

export const CHECKS: Checks = {
  'FAMILY-P01': (c) => {
    const listed = rows(c.form('fm_list'))
    if (listed.length === 0) return none('未填家庭成员')
    const knows = (name: unknown, number: unknown) =>
      listed.some(
        (row) =>
          sameName(row.姓名, text(name as string)) &&
          (blank(number as string) || sameCode(row.证件号码, text(number as string))),
      )
    const partner = spouse(c)
    if (partner && !knows(partner.name, partner.number)) return fail('漏报配偶，或与婚姻登记不一致')
    const book = papers(c, '户口簿').map(({ fields }) => fields)
    const self = (number: unknown) => sameCode(text(number as string), c.form('p_idno'))
    const left = book.find(
      (page) => !blank(page.姓名) && !self(page.公民身份号码) && !knows(page.姓名, page.公民身份号码),
    )
    if (left) return fail(`户口簿上的${text(left.姓名)}没有申报或不一致`)
    const strange = listed.find((row) =>
      book.some((page) => sameName(page.姓名, row.姓名) && !sameCode(page.公民身份号码, row.证件号码)),
    )
    return holds(strange === undefined, `${text(strange?.姓名)}的证件号码与户口簿不一致`)
  },
  'FAMILY-P02': (c) => {
    const said = text(c.form('fm_marr'))
    if (said === '') return none('未填婚姻状况')
    const record = marriage(c)
    if (!record) return said === '未婚' ? pass : fail('婚姻登记没有记录')
    return holds(text(get(record, '婚姻状况')) === said, '婚姻状况与婚姻登记不一致')
  },
}
