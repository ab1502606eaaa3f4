import { comparable } from '../../../facts/values/text.ts'
import { by, get, paper } from '../ask.ts'
import { blank, endOf, inForce, list, num, rows, sameName, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { allOf, changes, isDwelling, isLive, isSelf, tells, tellsAll, title } from '../matter.ts'

const OTHER_CLASS = /Ⅲ|III|三类|(?<![IⅠ])Ⅰ类|(?<!I)I类|一类/u
const FIT =
  /医疗器械|生物医学|生物工程|生物技术|医学|医疗|机械|电子|化学|化工|药|护理|康复|检验|计算机|临床|口腔|针灸|中医|信息/u
const ZONES = {
  合格区: /(?<!不)合格/u,
  不合格区: /不合格/u,
  待验区: /待验|待检/u,
  退货区: /退货/u,
  发货区: /发货|待发/u,
}

/** Edition of the catalogue that an entry follows: by its label, and by the shape of its code (6820 or 07). */
function edition(entry: string): { label: string | null; shape: string | null } {
  const label = /(2002|2017)/u.exec(entry)?.[1] ?? null
  const code = entry.replace(/2002|2017/gu, '')
  const shape = /68\d{2}/u.test(code) ? '2002' : /(?<!\d)(?:0\d|1\d|2[0-2])(?!\d)/u.test(code) ? '2017' : null
  return { label, shape }
}

/** 第二类医疗器械经营备案 */
export const CHECKS: Checks = {
  'M16-P01': (c) => {
    const entries = list(c.form('md_scope')).map((one) => comparable(one))
    if (entries.length === 0) return none('没有申报经营范围')
    const editions = entries.map(edition)
    const used = new Set(editions.map(({ label, shape }) => label ?? shape).filter((one) => one !== null))
    return allOf(
      [!entries.some((one) => OTHER_CLASS.test(one)), '经营范围混入三类或者一类'],
      [editions.every(({ label, shape }) => label === null || shape === null || label === shape), '代码与版本不符'],
      [used.size < 2 || editions.every(({ label }) => label !== null), '代码版本混用'],
    )
  },
  'M16-P02': (c) => {
    const entries = list(c.form('md_scope'))
    if (entries.length === 0) return none('没有申报经营范围')
    const free = c.records('公开目录库', (r) => /免[予于].*备案/u.test(text(get(r, '目录'))))
    const exempt = (one: string) =>
      free.some((r) => {
        const [entry, code] = [text(get(r, '条目')), text(get(r, '编码'))]
        return (entry !== '' && one.includes(entry)) || (code !== '' && one.includes(code))
      })
    return holds(!entries.every(exempt), '全部产品免予经营备案')
  },
  'M16-P03': (c) =>
    by(c, '学历职称证书', ({ fields }) => {
      const said = text(c.form('md_qa'))
      const skill = `${text(fields.专业)}${text(fields.层次)}`
      const head = text(c.form('md_head'))
      return allOf(
        [said === '' || text(fields.姓名) === '' || said.includes(text(fields.姓名)), '证书不是质量负责人的'],
        [FIT.test(skill), '质量负责人专业不相关'],
        [head === '' || !said.startsWith(head), '质量负责人与企业负责人是同一人'],
      )
    }),
  'M16-P04': (c) => {
    const place = c.form('prem_addr')
    if (blank(place) && !paper(c, '不动产权证书')) return none('不变更经营场所')
    if (!title(c, place)) return none('缺不动产权证书')
    return allOf(
      [!isDwelling(c, place), '经营场所在住宅'],
      [!tells(c.form('md_wh'), /住宅|居民楼|民宅/u), '库房在住宅'],
      [num(c.form('prem_area')) !== 0, '没有面积'],
    )
  },
  'M16-P05': (c) =>
    by(c, '平面图', ({ fields }) =>
      tellsAll(
        rows(fields.功能区)
          .map((row) => text(row.名称))
          .join('、'),
        ZONES,
      ),
    ),
  'M16-P06': (c) => {
    if (!tells(c.form('md_wh'), /委托|第三方/u)) return none('不委托储运')
    const [deal, licence] = [paper(c, '委托协议')?.fields, paper(c, '受托方许可证')?.fields]
    return allOf(
      [deal !== undefined, '没有委托协议'],
      [licence !== undefined, '没有受托方许可证'],
      [inForce(deal?.协议期限, c.at, true), '委托协议不在期限内'],
      [blank(deal?.委托方) || isSelf(c, deal?.委托方), '委托协议的委托方不是申请人'],
      [blank(deal?.受托方) || sameName(deal?.受托方, licence?.企业名称), '许可证不是受托方的'],
      [(endOf(licence?.有效期限) ?? '9999') >= c.at && isLive(licence ?? {}), '受托方许可证已过期'],
    )
  },
  'M16-P07': (c) =>
    by(c, '管理制度', ({ fields }) =>
      tellsAll(fields.制度名称清单, {
        采购: /采购|购进/u,
        验收: /验收/u,
        贮存: /贮存|储存|仓储|保管|库房|养护/u,
        销售: /销售|出库/u,
        售后: /售后/u,
        不良事件: /不良事件/u,
        追溯: /追溯|追踪/u,
        培训: /培训/u,
      }),
    ),
  'S043-P01': (c) => {
    const [place, store] = [changes(c, '经营场所'), changes(c, '库房地址')]
    const business = changes(c, '经营方式', '经营范围')
    if (!place && !store && !business) return none('不变更场所、库房、方式、范围')
    const there = (...slots: string[]) => slots.some((slot) => paper(c, slot) !== undefined)
    const premises = there('房屋租赁合同') || title(c, c.form('chg_new')) !== undefined
    return allOf(
      [!place || (there('平面图') && premises), '换经营场所没有新的平面图、房屋证明'],
      [!store || there('平面图', '委托协议'), '改库房没有新平面图'],
      [!business || there('设备设施清单', '管理制度', '平面图', '学历职称证书'), '改经营方式、范围没有相应材料'],
    )
  },
}
