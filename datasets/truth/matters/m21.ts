import { districtOf } from '../../../facts/values/address.ts'
import { addDays, addMonths, daysBetween } from '../../../facts/values/date.ts'
import { comparable } from '../../../facts/values/text.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, field, firm, get, paper, papers } from '../ask.ts'
import {
  blank,
  dateOf,
  fen,
  inForce,
  list,
  num,
  rangeOf,
  rows,
  sameAddress,
  sameItems,
  sameMoney,
  sameName,
  text,
} from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { aboutFirm, allOf, bears, changes, matches } from '../matter.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

/** Who holds the company: as applied for when it is set up, else as registered. */
function holders(c: TrueCase): string[] {
  const applied = rows(c.form('gs_holder')).map((row) => text(row.名称))
  const registered = list(get(firm(c), '投资人'))
  return (c.asked.situation === '新办' || registered.length === 0 ? applied : registered).filter((one) => one !== '')
}

/** Share of each holder in percent, where the form or the articles say it. */
function shareOf(c: TrueCase, name: string): number | null {
  const tables = [rows(c.form('gs_holder')), rows(field(c, '章程', '股东'))]
  const row = tables.flat().find((one) => sameName(one.名称, name))
  return num(row?.出资比例)
}

const lrepId = (c: TrueCase) => text(c.form('gs_lrepid')) || text(c.form('lrep_idno'))

/** Items of a scope that the registered one does not hold. */
function added(c: TrueCase): string[] {
  const before = comparable(text(get(firm(c), '经营范围')) || text(field(c, '营业执照', '经营范围')))
  return list(c.form('gs_scope')).filter((one) => !before.includes(comparable(one)))
}

/** What the form wants to be registered, with the place of it in the articles and its name in a resolution. */
const MATTERS = [
  ['gs_name', '单位名称', /名称/u],
  ['gs_addr', '住所', /住所|地址/u],
  ['gs_scope', '经营范围', /经营范围/u],
  ['gs_cap', '注册资本', /注册资本/u],
  ['gs_lrep', '法定代表人', /法定代表人/u],
] as const

/** Whether a running text that speaks of the matter gives the same content. */
function wordsAgree(words: string, key: string, wanted: CaseValue): boolean {
  const said = comparable(words)
  if (key === 'gs_scope') return list(wanted).every((one) => said.includes(comparable(one)))
  if (key === 'gs_cap') {
    const yuan = (fen(wanted) ?? 0) / 100
    return [`${yuan / 10000}万`, `${yuan}元`, yuan.toLocaleString('en-US')].some((one) => said.includes(one))
  }
  if (key === 'gs_addr')
    return said.includes(comparable(text(wanted)).replace(/^(?:上海市)?(?:[\p{Script=Han}]{2,4}区)?/u, ''))
  return said.includes(comparable(text(wanted)))
}

function fieldAgrees(given: CaseValue, key: string, wanted: CaseValue): boolean {
  if (blank(given)) return true
  if (key === 'gs_addr') return sameAddress(given, wanted)
  if (key === 'gs_cap') return sameMoney(given, wanted)
  if (key === 'gs_scope') return sameItems(given, wanted) || wordsAgree(text(given), key, wanted)
  return sameName(given, wanted)
}

/** Why a resolution or articles differ from the form; null when they do not. */
function differs(c: TrueCase, articles: TrueDocument): string | null {
  const amended = text(articles.fields.修正条款)
  const resolved = text(paper(c, '股东会决议')?.fields.决议事项)
  for (const [key, name, topic] of MATTERS) {
    const wanted = c.form(key)
    if (blank(wanted)) continue
    if (!fieldAgrees(articles.fields[name] ?? null, key, wanted)) return `章程的${name}与申请书不同`
    const speaks = (words: string) => topic.test(words) && /变更|修改|改为|为|迁|:/u.test(words)
    const changed = blank(c.form('chg_item')) || list(c.form('chg_item')).some((one) => topic.test(one))
    if (changed && speaks(amended) && !wordsAgree(amended, key, wanted)) return `章程修正案的${name}与申请书不同`
    if (changed && speaks(resolved) && !wordsAgree(resolved, key, wanted)) return `决议的${name}与申请书不同`
  }
  return null
}

/** 公司登记（内资有限责任公司） */
export const CHECKS: Checks = {
  'M21-P01': (c) => {
    const id = lrepId(c)
    if (id === '') return none('没有法定代表人证件号码')
    const barred = c.about('信用处罚库', id).filter((r) => {
      const kind = /任职限制|失信被执行人|刑事限制/u.test(text(get(r, '类别')))
      return kind && get(r, '状态') === '有效' && inForce(get(r, '期限'), c.at, true)
    })
    const revoked = c.about('企业任职库', id).some((r) => {
      const headed = /法定代表人/u.test(text(get(r, '角色')))
      return headed && get(r, '登记状态') === '吊销'
    })
    return allOf(
      [barred.length === 0, `法定代表人有${text(get(barred[0], '类别'))}`],
      [!revoked, '担任过被吊销企业的法定代表人'],
    )
  },
  'M21-P02': (c) =>
    by(c, '股东会决议', (p) => {
      const [all, signed] = [holders(c), list(p.fields.签署人)]
      const strangers = signed.filter((one) => all.length > 0 && !all.some((name) => sameName(name, one)))
      const present = all.filter((name) => signed.some((one) => sameName(one, name)))
      const shares = all.map((name) => shareOf(c, name))
      const known = all.length > 0 && shares.every((one) => one !== null)
      const sum = present.reduce((total, name) => total + (shareOf(c, name) ?? 0), 0)
      const enough = known ? sum >= 200 / 3 - 0.01 : present.length === all.length
      return allOf(
        [bears(p, '股东签名') || bears(p, '盖章'), '决议没有股东签名'],
        [strangers.length === 0, `${strangers.join('、')}不是登记的股东`],
        [enough, '签署的股东没有到法定比例'],
      )
    }),
  'M21-P03': (c) =>
    by(c, '章程', (p) => {
      const why = differs(c, p)
      return why === null ? pass : fail(why)
    }),
  'S052-P01': (c) =>
    by(c, '章程', ({ fields }) => {
      const needed = ['单位名称', '住所', '经营范围', '注册资本', '股东', '法定代表人产生办法']
      const missing = needed.filter((name) => blank(fields[name]))
      const shares = rows(fields.股东)
      const organs = blank(fields.条款) || /机构|股东会|董事|监事|经理/u.test(text(fields.条款))
      return allOf(
        [missing.length === 0, `章程缺${missing.join('、')}`],
        [shares.every((row) => !blank(row.出资额)), '章程缺出资额'],
        [shares.every((row) => !blank(row.出资期限)), '章程缺出资期限'],
        [shares.every((row) => !blank(row.出资方式)), '章程缺出资方式'],
        [organs, '章程缺机构'],
      )
    }),
  'S052-P02': (c) => {
    const shares = rows(c.form('gs_holder'))
    if (shares.length === 0) return none('没有填股东')
    const total = shares.reduce((sum, row) => sum + (num(row.出资比例) ?? 0), 0)
    const late = shares.find((row) => (dateOf(row.出资期限) ?? '') > addMonths(c.at, 60))
    return allOf([late === undefined, '出资期限超过五年'], [Math.abs(total - 100) < 0.01, '出资比例合计不是100%'])
  },
  'S053-P01': (c) => {
    const [from, to] = [text(get(firm(c), '住所')) || text(c.form('subj_addr')), text(c.form('gs_addr'))]
    const [before, after] = [districtOf(from), districtOf(to)]
    if (before === null || after === null || before === after) return none('不是跨区迁移')
    return holds(after === c.asked.district, '应向迁入区申请')
  },
  'S054-P01': (c) => {
    if (!changes(c, '法定代表人（负责人）')) return none('不变更法定代表人')
    return by(c, '申请书', (p) => {
      const signed = p.marks.签名?.text
      const who = signed ?? text(p.fields.法定代表人)
      return allOf(
        [bears(p, '签名'), '申请书没有签字'],
        [who === '' || matches(sameName, who, c.form('gs_lrep')), '申请书不是新任法定代表人签的'],
      )
    })
  },
  'S054-P02': (c) => {
    if (!changes(c, '经营范围')) return none('不变更经营范围')
    const licensed = c.records('经营范围目录', (r) => /[前后]置许可/u.test(text(get(r, '审批'))))
    const kinds = added(c).flatMap((one) =>
      licensed.filter((r) => comparable(text(get(r, '条目'))) === comparable(one)).map((r) => text(get(r, '审批'))),
    )
    if (kinds.length === 0) return none('没有增加许可项目')
    const approved = papers(c, '前置许可批准文件').length > 0
    return holds(!kinds.includes('前置许可') || approved, '前置许可没有取得')
  },
  'S055-P01': (c) => {
    const limits = aboutFirm(c, '登记限制库').filter((r) => get(r, '状态') === '有效')
    const marks = aboutFirm(c, '信用处罚库').filter((r) => {
      const kind = /经营异常名录|严重违法失信名单|股权冻结|失信被执行人/u.test(text(get(r, '类别')))
      return kind && get(r, '状态') === '有效'
    })
    const cases = aboutFirm(c, '在办案件库').filter((r) => get(r, '类别') === '处罚' && get(r, '状态') === '在办')
    return allOf(
      // 市场主体登记管理条例 第三十三条
      [
        !/吊销|关闭|撤销/u.test(text(get(aboutFirm(c, '法人库')[0], '登记状态'))),
        '被吊销、责令关闭、撤销的不适用简易注销',
      ],
      [limits.length === 0, text(get(limits[0], '事项'))],
      [marks.length === 0, text(get(marks[0], '类别'))],
      [cases.length === 0, '有立案的案件'],
    )
  },
  'S055-P02': (c) => {
    const notices = aboutFirm(c, '公示库').filter((r) => get(r, '公告类别') === '简易注销公告')
    const when = rangeOf(get(notices.at(-1), '公告期限'))
    if (!when?.from || !when.to) return fail('没有简易注销公告')
    return allOf(
      [daysBetween(when.from, when.to) >= 19, '公示期不满20日'],
      [c.at > when.to, '公示期未满'],
      [c.at <= addDays(when.to, 20), '公示期满超过20日'],
    )
  },
  'S055-P03': (c) =>
    by(c, '全体投资人承诺书', (p) => {
      const [all, signed] = [holders(c), list(p.fields.签署人)]
      const without = all.filter((name) => !signed.some((one) => sameName(one, name)))
      const strangers = signed.filter((one) => !all.some((name) => sameName(name, one)))
      return allOf(
        [without.length === 0, `${without.join('、')}没有签署`],
        [all.length === 0 || strangers.length === 0, `${strangers.join('、')}不是登记的股东`],
        [bears(p, '签名') || bears(p, '盖章'), '承诺书没有签名'],
      )
    }),
}
