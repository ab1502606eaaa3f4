import { by, firm, get, paper, param } from '../ask.ts'
import { blank, sameAddress, sameCode, sameName, sameText, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held, holdings, lapsed, original, shown } from '../licence.ts'

export const CHECKS: Checks = {
  'LOST-P01': (c) => {
    const one = held(c) ?? original(c)
    if (!one) return fail('证照库没有这张证')
    const why = lapsed(one, c.at)
    if (why) return fail(why)
    const issuer = text(one.issuer)
    const elsewhere = issuer !== '' && /[区县]/u.test(issuer) && !issuer.includes(c.asked.district)
    return holds(!elsewhere, '发证机关不是本区')
  },
  'LOST-P02': (c) => {
    if (text(c.form('lost_reason')) === '损坏') return none('损坏补证，不用遗失声明')
    return by(c, '遗失声明', ({ fields }) => {
      const one = held(c) ?? original(c)
      const kind = text(param(c, '证照名称'))
      if (blank(fields.证照名称) || blank(fields.证照编号) || blank(fields.声明主体)) return fail('遗失声明内容不全')
      if (kind !== '' && !text(fields.证照名称).includes(kind) && !sameText(fields.证照名称, kind))
        return fail('遗失声明的证照名称不对')
      if (!sameCode(fields.证照编号, one?.number ?? c.form('lost_no'))) return fail('遗失声明的证照编号与在册不一致')
      return holds(sameName(fields.声明主体, one?.holder ?? c.form('subj_name')), '遗失声明的主体不是持证人')
    })
  },
  'LOST-P03': (c) => {
    if (text(c.form('lost_reason')) !== '损坏') return none('不是损坏补证')
    const remains = paper(c, '原许可证')
    if (!remains || remains.exempt) return fail('没有交回残证')
    return holds(!blank(shown(remains).number), '残证上看不到编号')
  },
  'LOST-P04': (c) => {
    const [one, record] = [held(c) ?? original(c) ?? holdings(c)[0], firm(c)]
    if (!one || !record) return none('没有可对照的登记信息')
    if (!blank(one.holder) && !sameName(one.holder, get(record, '名称'))) return fail('主体已更名，应先办变更')
    if (!blank(one.head) && !sameName(one.head, get(record, '法定代表人'))) return fail('法定代表人已变，应先办变更')
    const [home, seat] = [one.home, get(record, '住所')]
    if (!blank(home) && !blank(seat) && !sameAddress(home, seat)) return fail('住所已变，应先办变更')
    const [place, site] = [one.place, get(record, '经营场所')]
    return blank(place) || blank(site) || sameAddress(place, site) ? pass : fail('经营场所已变，应先办变更')
  },
}
