import { addressCovers } from '../../../facts/values/compare-addresses.ts'
import { comparable } from '../../../facts/values/text.ts'
import { get, paper } from '../ask.ts'
import { blank, dateOf, fen, list, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutFirm, allOf, changes, matches, title } from '../matter.ts'

const FORM_OF_TRADE =
  /(?:店|部|铺|行|社|厂|坊|中心|室|馆|堂|屋|院|楼|吧|所|场|站|摊|档|园|庄|轩|阁|城|厨房|超市|经营户|家|队|房|点)$/u
const NOT_FOR_SOLE = /公司|集团|农民专业合作社|合作社|中国|中华|全国|国家|中央/u
const REGION = /^(?:上海市?)?(?:[\p{Script=Han}]{2,3}?新?区)?/u

/** 个体工商户登记 */
export const CHECKS: Checks = {
  'M20-P01': (c) => {
    const [name, number] = [c.form('gt_op'), c.form('gt_opid')]
    if (blank(name) && blank(number)) return none('不变更经营者')
    // Settled with the generator: who the operator is was verified also when the card is missing (IMG-P02 says that).
    const card = paper(c, '经营者身份证')?.fields
    const verified = c.about('人口核验库', text(number)).some((r) => matches(sameName, get(r, '姓名'), name))
    return allOf(
      [!card || matches(sameName, card.姓名, name), '姓名与身份证不一致'],
      [!card || matches(sameCode, card.公民身份号码, number), '证件号与身份证不一致'],
      [blank(number) || verified, '没有完成实名认证'],
    )
  },
  'M20-P02': (c) => {
    const items = list(c.form('gt_scope'))
    if (items.length === 0) return none('不变更经营范围')
    const entries = c.records('经营范围目录')
    const bare = (v: string) => comparable(v).replace(/\([^()]*\)$/u, '')
    const entry = (one: string) => {
      const exact = entries.find((r) => comparable(text(get(r, '条目'))) === comparable(one))
      return exact ?? entries.find((r) => bare(text(get(r, '条目'))) === bare(one))
    }
    const odd = items.filter((one) => entries.length > 0 && (!entry(one) || get(entry(one), '审批') === '禁止'))
    return holds(odd.length === 0, `${odd.join('、')}不是规范条目`)
  },
  'M20-P03': (c) => {
    const name = comparable(text(c.form('gt_name')))
    if (name === '' || (c.asked.situation === '变更' && !changes(c, '名称'))) return none('不变更名称')
    const core = name.replace(REGION, '')
    const kept = c.records('名称库')
    const own = (r: (typeof kept)[number]) =>
      get(r, '状态') === '已预留' &&
      [text(c.form('gt_op')), '本人', '申请人'].some((one) => one !== '' && text(get(r, '说明')).includes(one))
    const used = kept.some(
      (r) => /已登记|已预留/u.test(text(get(r, '状态'))) && sameName(get(r, '名称'), name) && !own(r),
    )
    const banned = kept.some((r) => {
      const word = comparable(text(get(r, '名称')))
      return get(r, '状态') === '禁用词' && word !== '' && name.includes(word)
    })
    return allOf(
      [core !== name, '名称没有行政区划'],
      [FORM_OF_TRADE.test(name), '名称没有组织形式'],
      [core.length >= 4, '名称没有字号或行业'],
      [!banned && !NOT_FOR_SOLE.test(core), '名称有禁限用字'],
      [!used, '名称已有人用'],
    )
  },
  'S049-P01': (c) => {
    if (text(c.form('gt_form')) !== '家庭经营') return none('个人经营')
    const family = rows(c.form('gt_family'))
    return holds(family.length > 0 && family.every((row) => !blank(row.姓名)), '没有列明参加经营的家庭成员')
  },
  'S050-P01': (c) => {
    if (!changes(c, '经营者')) return none('不变更经营者')
    const owes = aboutFirm(c, '税务库').some(
      (r) => get(r, '清税状态') === '未清税' || (fen(get(r, '欠税金额')) ?? 0) > 0,
    )
    return holds(!owes, '没有结清税款')
  },
  'S050-P02': (c) => {
    if (!changes(c, '经营场所')) return none('不变更经营场所')
    const place = c.form('gt_place')
    const move = dateOf(c.form('gt_move'))
    if (!title(c, place)) return fail('新场所没有产权证明')
    const shown = text(paper(c, '不动产权证书')?.fields.坐落)
    return allOf(
      [shown === '' || blank(place) || addressCovers(shown, text(place)) !== false, '产权证不是新场所的'],
      [move === null || c.at <= move, '迁入以后才提出'],
    )
  },
  'S051-P01': (c) => {
    const tax = aboutFirm(c, '税务库')
    if (tax.length === 0) return pass
    return holds(
      tax.every((r) => get(r, '清税状态') !== '未清税' && (fen(get(r, '欠税金额')) ?? 0) === 0),
      '没有清税证明',
    )
  },
}
