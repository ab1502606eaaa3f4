import { comparable } from '../../../facts/values/text.ts'
import { applicant, by, isSole, isUnsettled, paper, param, sealedBy, words } from '../ask.ts'
import { blank, list, rows, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

const bare = (name: string) =>
  comparable(name).replace(/管理|制度|办法|规定|预案|方案|措施|记录|[和与及、的（）()《》]/gu, '')

/** A rule book's title is about what is required: nearly all characters that matter are in it (word order apart). */
export function isAbout(title: string, required: string): boolean {
  const [said, asked] = [bare(title), [...new Set(bare(required))]]
  const found = asked.filter((character) => said.includes(character)).length
  return asked.length > 0 && found / asked.length >= 0.8
}

/** The first required rule book that the list lacks. */
export function lacking(titles: readonly string[], required: readonly string[]): string | undefined {
  return required.find((one) => !one.split('/').some((name) => titles.some((title) => isAbout(title, name))))
}

const names = (c: TrueCase) => [applicant(c), isSole(c) ? text(c.form('lrep_name')) : '']

export const CHECKS: Checks = {
  'SYS-P01': (c) => {
    const required = words(c, '必备制度')
    if (isUnsettled(c, '必备制度')) return person('必备哪些制度，依据待核')
    if (required.length === 0) return none('没有规定必备制度')
    return by(c, '管理制度', ({ fields }) => {
      const missing = lacking(list(fields.制度名称清单), required)
      return holds(missing === undefined, `缺${missing ?? ''}制度`)
    })
  },
  'SYS-P02': (c) =>
    by(c, '管理制度', ({ fields }) => {
      if (!names(c).some((name) => sameName(name, fields.单位名称))) return fail('制度里的单位名称不是申请人')
      const charge = text(param(c, '制度责任人'))
      if (charge === '' || blank(fields.责任人)) return holds(true, '')
      // Settled with the generator: whoever stands on the roster of staff is the applicant's own.
      const roster = [...rows(c.form('st_list')), ...rows(paper(c, '人员名单')?.fields.人员)]
      const own =
        charge.includes(text(fields.责任人)) ||
        sameName(c.form('lrep_name'), fields.责任人) ||
        roster.some((one) => sameName(one.姓名, fields.责任人))
      return holds(own, '制度里的责任人不是申请人的人员')
    }),
  'SYS-P03': (c) => by(c, '管理制度', (page) => holds(sealedBy(page, '盖章', ...names(c)), '制度没有盖申请人的公章')),
}
