import { comparable } from '../../../facts/values/text.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, field, firm, get, paper, papers } from '../ask.ts'
import { blank, num, sameName, samePlace, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutFirm, allOf, bears, tells, title } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

const BANNED = /国家级|最高级|最佳|最好|第一品牌|全国第一|顶级|特供|专供|国宴|赌|色情|情色|毒品|中央机关|国务院/u
const TRADITIONAL = /[國館飯麵鋪藥車髮廣門場業東龍鳳興華樂書記發電訊號莊鮮魚雞鴨豬餅點廳園]/u
const WORDS_OF_KIND =
  /有限责任公司|股份有限公司|有限公司|分公司|合伙企业|个体工商户|上海市?|[\p{Script=Han}]{2}新?区|餐饮|管理|服务|贸易|商贸|科技|酒店|咨询|经营部|超市|便利|饭店|餐厅|面馆|美容|美发|药房|门店|中心|小吃店?|快餐|烟酒|水果|五金|服饰|服装|文化|传媒|\(|\)/gu
const OTHER_KIND = /显示屏|电子屏|LED屏|大屏|走字屏|滚动屏|楼顶|屋顶|顶楼|天台|立杆|立柱|跨街|道路上空/u

/** The longest run of characters that two names share. */
function shared(a: string, b: string): number {
  for (let size = Math.min(a.length, b.length); size > 0; size--)
    for (let at = 0; at + size <= a.length; at++) if (b.includes(a.slice(at, at + size))) return size
  return 0
}

/** The sign shows the firm's name, the core of it (字号) or one of its marks. */
function names(sign: string, name: CaseValue): boolean {
  const [s, n] = [comparable(sign), comparable(text(name))]
  if (s === '' || n === '') return false
  const [x, y] = [s.replace(WORDS_OF_KIND, '|'), n.replace(WORDS_OF_KIND, '|')]
  return n.includes(s) || s.includes(n) || shared(x.replaceAll('|', ''), y.replaceAll('|', '')) >= 2
}

const drawing = (c: TrueCase) => papers(c, '招牌效果图').find((p) => p.documentType === '招牌效果图')

/** 户外招牌设置 */
export const CHECKS: Checks = {
  'M09-P01': (c) => {
    const sign = drawing(c)?.fields.招牌内容 ?? null
    if (!paper(c, '招牌效果图')) return none('缺招牌效果图')
    const shown = text(sign) || text(c.form('sg_name'))
    const marks = aboutFirm(c, '商标库').filter((r) => get(r, '状态') === '有效')
    const own = [field(c, '营业执照', '名称'), get(firm(c), '名称'), c.form('subj_name')]
    const fits = own.some((name) => names(shown, name))
    const marked = marks.some((r) => shared(comparable(shown), comparable(text(get(r, '商标名称')))) >= 2)
    return allOf(
      [fits || marked, '招牌内容与名称、字号、商标都不一致'],
      [!BANNED.test(shown), '招牌有违禁用字'],
      [!TRADITIONAL.test(shown), '招牌有不规范用字'],
    )
  },
  'M09-P02': (c) =>
    by(c, '招牌效果图', (given) => {
      const { fields } = drawing(c) ?? given
      const [long, wall] = [num(fields.招牌长度), num(fields.门店立面宽度)]
      return allOf(
        [!blank(fields.尺寸), '效果图没有标尺寸'],
        [!blank(fields.设置位置), '效果图没有标位置'],
        [!blank(fields.距地高度), '效果图没有标距地高度'],
        [long === null || wall === null || long <= wall, '招牌超出门店立面'],
      )
    }),
  'M09-P03': (c) => {
    const owner = title(c, c.form('subj_addr'))?.owner ?? null
    const own = [c.form('subj_name'), c.form('lrep_name')]
    if (text(owner) !== '' && own.some((name) => sameName(owner, name))) return none('自己的房子')
    const consent = paper(c, '业主同意证明')
    if (!consent) return fail('没有产权人或者物业同意的证明')
    const [who, where] = [consent.fields.出租人 ?? null, consent.fields.房屋坐落 ?? null]
    const others = text(owner) !== '' && text(who) !== '' && !sameName(who, owner) && !text(who).includes('物业')
    return allOf(
      [bears(consent, '签名') || bears(consent, '盖章'), '同意证明没有签章'],
      [!others, '同意的人不是产权人'],
      [blank(where) || samePlace(where, c.form('subj_addr')), '同意证明写的是另一处房子'],
    )
  },
  'M09-P04': (c) =>
    by(c, '招牌效果图', (given) => {
      const { fields } = drawing(c) ?? given
      const told = [fields.设置位置, fields.材质与光源, fields.招牌内容, c.form('sg_pos'), c.form('sg_mat')]
      return holds(!told.some((one) => tells(one, OTHER_KIND)), '电子显示屏、楼顶招牌不按招牌备案')
    }),
  'M09-P05': (c) =>
    by(c, '告知承诺书', (p) => {
      const words = text(p.fields.承诺内容)
      return allOf(
        [bears(p, '签名'), '承诺书没有签字'],
        [bears(p, '盖章'), '承诺书没有盖章'],
        [/责任人|维护人|负责人/u.test(words), '没有写维护责任人'],
        [/[\d一二两三四五六七八九十]+个?[年月]|年限|期限/u.test(words), '没有写维护年限'],
      )
    }),
}
