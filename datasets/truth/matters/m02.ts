import { field, get, has, papers } from '../ask.ts'
import { blank, list, sameAddress, sameCode, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held, kept, lapsed, original } from '../licence.ts'
import { untold } from '../modules/mod-change.ts'
import { isHome, title } from '../modules/mod-prem.ts'
import { scopeOf } from '../modules/mod-subj.ts'
import type { TrueCase } from '../true-case.ts'

const kinds = (c: TrueCase) => list(c.form('yb_kind'))

/** Foods of special kinds, and how a scope or an application names them. */
const SPECIAL = [
  ['保健食品', '保健食品'],
  ['特殊医学用途配方食品', '特殊医学用途配方食品'],
  ['婴幼儿配方乳粉', '婴幼儿配方乳粉'],
  ['其他婴幼儿配方食品', '其他婴幼儿配方食品'],
] as const

export const CHECKS: Checks = {
  'M02-P01': (c) => {
    const other = kinds(c).find((kind) => /散装|制售|现制/u.test(kind))
    return kinds(c).length === 0 ? none('没有填经营种类') : holds(other === undefined, `${other ?? ''}要办食品经营许可`)
  },
  'M02-P02': (c) => {
    const [has] = c.about('许可证库', text(c.form('uscc'))).filter((r) => {
      const one = kept(r)
      const here = blank(one.place) || sameAddress(one.place, c.form('prem_addr'))
      return (
        text(get(r, '证照名称')).includes('食品经营许可') &&
        here &&
        speaksOf(one.items, '预包装') &&
        lapsed(one, c.at) === null
      )
    })
    return holds(has === undefined, '已有含预包装项目的食品经营许可，不用再备案')
  },
  'M02-P03': (c) => {
    const said = `${text(scopeOf(c))}；${text(field(c, '申请书', '经营项目'))}`
    const missed = SPECIAL.find(([kind, word]) => speaksOf(said, word) && !kinds(c).includes(kind))
    if (kinds(c).length === 0) return none('没有填经营种类')
    if (missed) return fail(`经营${missed[0]}，没有勾选`)
    return kinds(c).some((kind) => SPECIAL.some(([special]) => special === kind)) ? pass : none('不经营特殊食品')
  },
  'M02-P04': (c) => {
    if (!list(c.form('yb_mode')).includes('网络')) return none('不通过网络销售')
    const said = text(c.form('yb_plat'))
    return holds(
      /[\p{Script=Han}]{2}/u.test(said) && /https?:|www\.|\.(?:com|cn|net|shop)/iu.test(said),
      '网络平台名称或网址没有填全',
    )
  },
  'S008-P01': (c) => {
    if (!list(c.form('yb_mode')).includes('实体门店')) return none('没有实体店')
    const use = [title(c)?.用途, field(c, '房屋租赁合同', '房屋用途'), c.form('prem_use')].find(
      (value) => !blank(value),
    )
    if (blank(use)) return none('没有房屋用途信息')
    const consent = papers(c, '业主同意证明').some((one) => Object.keys(one.marks).some((mark) => has(one, mark)))
    return holds(!isHome(use) || consent, '经营场所是住宅，没有利害关系业主同意')
  },
  'S009-P01': (c) => {
    const [filed, shown] = [held(c), original(c)]
    const now = {
      holder: field(c, '营业执照', '名称'),
      head: field(c, '营业执照', '法定代表人'),
      home: field(c, '营业执照', '住所'),
    }
    const off = untold(c, c.form('chg_new'), { ...now, place: null })
    // Settled with the generator: what changed is compared with the licence also when the filing is missing.
    if (!filed && !shown) return off === null ? none('缺原备案信息') : fail(`变更后的${off}与营业执照不一致`)
    const other = [filed, shown].some((one) => one && !blank(one.uscc) && !sameCode(one.uscc, c.form('uscc')))
    if (other) return fail('原备案是另一个主体的')
    if (filed && shown && !sameCode(filed.number, shown.number)) return fail('备案编号与在册不一致')
    return holds(off === null, `变更后的${off ?? ''}与营业执照不一致`)
  },
}
