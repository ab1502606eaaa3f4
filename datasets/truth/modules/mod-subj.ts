import { isValidUscc } from '../../../facts/values/uscc.ts'
import { charter, chartered, firm, get, words } from '../ask.ts'
import { blank, inForce, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, holds, none, pass, person } from '../label.ts'
import type { TrueCase } from '../true-case.ts'

/** Other words that registered scopes use for a line of business. */
export const ALSO: Readonly<Record<string, string>> = {
  住宿: '旅馆/宾馆/酒店/旅店/民宿',
  沐浴: '洗浴/浴室/浴场',
  足浴: '足疗/足部',
  生活美容: '美容服务/美容店',
  美发: '理发/美容美发',
  游泳: '游泳馆/泳池',
  商场书店: '商场/书店/百货/超市/购物/图书/日用品销售/出版物零售',
  展览: '会展/博物馆/图书馆/美术馆',
  展览馆: '展览/会展/博物馆/图书馆/美术馆',
  候车: '客运站/候船/候机',
  候车室: '客运站/候车/候船/候机',
  体育场馆: '体育场/健身/体育健康/运动场馆',
  电影放映: '电影/影院',
  歌舞娱乐: '歌舞/卡拉OK',
  游艺娱乐: '游艺/电子游戏/游戏游艺',
  预包装食品销售: '预包装食品/食品销售/食品经营/食品互联网销售/仅销售预包装食品',
  印刷: '印制',
  机动车清洗: '洗车/汽车清洗/车辆清洗/机动车修理和维护',
  道路货物运输: '货物运输/道路货运/货运经营',
  互联网上网服务: '网吧/上网服务',
  高危险性体育: '游泳/攀岩/潜水/滑雪/体育运动项目',
  第二类医疗器械: '二类医疗器械/Ⅱ类医疗器械/Ⅱ类医疗器械',
  第三类医疗器械: '三类医疗器械/Ⅲ类医疗器械',
  药品零售: '药品经营/零售药品',
  诊疗服务: '医疗服务/诊所/医疗机构/口腔/中医',
  // Settled with the generator: 人力资源服务（不含职业中介活动） says the opposite.
  职业中介: '职业介绍/人才中介',
}

/** What the subject is registered to do: on its licence, else in 法人库. */
export function scopeOf(c: TrueCase) {
  const licence = chartered(c, '经营范围') ?? chartered(c, '业务范围')
  return blank(licence) ? get(firm(c), '经营范围') : licence
}

const ENDED = /注销|吊销|撤销|歇业|迁出|清算/u

export const CHECKS: Checks = {
  'SUBJ-P01': (c) => {
    if (blank(c.form('uscc'))) return none('未填统一社会信用代码')
    // Settled with the generator: the code on the licence that is shown, too; 15 digits are of before the code.
    const codes = [c.form('uscc'), charter(c)?.fields.统一社会信用代码 ?? null].filter((one) => !blank(one))
    return holds(
      codes.every((one) => isValidUscc(text(one))),
      '统一社会信用代码不足18位或校验位不符',
    )
  },
  'SUBJ-P02': (c) => {
    if (blank(c.form('subj_name'))) return none('未填名称')
    if (!charter(c)) return none('缺营业执照')
    return holds(sameName(c.form('subj_name'), chartered(c, '名称')), '名称与营业执照不一致')
  },
  'SUBJ-P03': (c) => {
    // Settled with the generator: who gives up a permit need not go on; whether he may is CANCEL-P04's question.
    if (c.asked.situation === '注销') return none('办的是注销')
    const state = text(get(firm(c), '登记状态'))
    if (state === '') return person('法人库没有该主体的记录')
    return holds(!ENDED.test(state), `登记状态为${state}`)
  },
  'SUBJ-P04': (c) => {
    const business = words(c, '业务')
    if (business.length === 0) return none('本事项不要求经营范围')
    if (c.asked.situation === '注销') return none('注销不看经营范围')
    const type = charter(c)?.documentType ?? ''
    if (type.includes('法人登记')) return pass
    // Settled with the generator: an agency for a business is not the business (国内货物运输代理).
    const scope = text(scopeOf(c)).replace(/[^；：、，（]*代理/gu, '')
    if (blank(scope)) return none('缺营业执照')
    const wanted = business.flatMap((one) => [one, ALSO[one] ?? one])
    return holds(speaksOf(scope, ...wanted), `经营范围不含${business.join('、')}`)
  },
  'SUBJ-P05': (c) => {
    if (c.asked.situation === '注销') return none('办的是注销')
    const given = charter(c)
    const shown = given?.fields.营业期限 ?? given?.fields.有效期限 ?? null
    const term = blank(shown) ? get(firm(c), '营业期限') : shown
    if (!given && blank(term)) return none('缺营业执照')
    return blank(term) ? pass : holds(inForce(term, c.at, true), '营业期限或证书有效期已届满')
  },
}
