import { addDays, addMonths } from '../../../facts/values/date.ts'
import { currentDistrict } from '../../../facts/values/region.ts'
import type { CaseValue } from '../../case-format.ts'
import { by, has, paper, papers } from '../ask.ts'
import {
  blank,
  dateOf,
  list,
  num,
  rangeOf,
  rows,
  sameAddress,
  sameMoney,
  sameName,
  sameText,
  speaksOf,
  text,
} from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import { held } from '../persons.ts'
import type { TrueCase } from '../true-case.ts'

const changes = (c: TrueCase, item: string) => list(c.form('chg_item')).some((one) => one.includes(item))
/** A change of registration that leaves the matter of a point alone. */
const untouched = (c: TrueCase, item: string) => c.scenario === 'S099' && !changes(c, item)
/** Only one thing changes, so 变更后内容 is about it. */
const changed = (c: TrueCase, key: string): CaseValue =>
  blank(c.form(key)) && list(c.form('chg_item')).length === 1 ? c.form('chg_new') : c.form(key)

/** 66.7 and 0.667 alike, in per cent. */
function share(v: CaseValue | undefined): number | null {
  const read = num(v)
  return read === null ? null : read <= 1 ? read * 100 : read
}

/** 民办非企业单位登记管理暂行条例 第十条, (一) to (七). */
const ARTICLES: readonly (readonly [string, (item: string) => boolean])[] = [
  ['名称、住所', (item) => /名称|住所/u.test(item)],
  ['宗旨和业务范围', (item) => /宗旨|业务范围/u.test(item)],
  ['组织管理制度', (item) => /组织管理|组织机构|管理制度|理事会|内部管理/u.test(item)],
  ['法定代表人产生、罢免程序', (item) => /法定代表人|负责人/u.test(item) && /产生|罢免|任免|选举/u.test(item)],
  ['资产管理和使用原则', (item) => /资产|财产|财务|经费/u.test(item) && !/终止|清算|解散/u.test(item)],
  ['章程的修改程序', (item) => /修改|修订/u.test(item)],
  ['终止程序和终止后资产的处理', (item) => /终止|解散|清算/u.test(item)],
]

/** The card of a person in a slot; of electronic ones only that person's. */
const cardOf = (c: TrueCase, slot: string, name: CaseValue) =>
  papers(c, slot).find(({ exempt, fields }) => !exempt || blank(fields.姓名) || sameName(fields.姓名, name))

const NO_SUPERVISOR = /^(?:无|\/|-|没有|直接登记.*|无.*直接登记.*)$/u
const HOUSING = /住宅|居住|公寓/u

/** Where this matter's own reading of a module's point holds. */
export const SCENARIOS = ['S098', 'S099', 'S100'] as const

export const CHECKS: Checks = {
  'PREM-P04': (c) => {
    if (c.form('prem_own') === '自有') return none('房屋自有')
    return by(c, '房屋租赁合同', ({ fields }) => {
      const founders = list(paper(c, '理事会决议')?.fields.签署人)
      const may = [c.form('mf2_name'), c.applicant.name, ...founders]
      return holds(
        may.some((one) => sameName(fields.承租人, one)),
        '承租人不是申请人，也不是举办者',
      )
    })
  },
  'M51-P01': (c) => {
    if (untouched(c, '名称')) return none('名称没有变')
    const name = text(changed(c, 'mf2_name'))
    if (name === '') return none('没有填名称')
    if (/中国|中华|全国|国家|世界|国际|全球/u.test(name)) return fail('名称含误导性字样')
    const region = name.replace(/^[（(]?上海市?[）)]?/u, '')
    if (![2, 3, 4].some((length) => currentDistrict(region.slice(0, length)) !== null))
      return fail('名称没有行政区划，或者用了“上海市”字样')
    if (/公司|厂|商行|商店|协会|学会|商会|联合会|基金会$/u.test(name)) return fail('组织形式不是社会服务机构的')
    const known = c.records('名称库', (one) => sameName(held(one, '名称'), name)).map((one) => text(held(one, '状态')))
    return holds(!known.some((state) => ['已登记', '禁用词'].includes(state)), '与已登记的社会组织重名或含禁用词')
  },
  'M51-P02': (c) => {
    if (untouched(c, '住所')) return none('住所没有变')
    const [deed, lease] = [paper(c, '不动产权证书'), paper(c, '房屋租赁合同')]
    if (!deed && !lease) return none('缺住所证明')
    if (lease) {
      const span = rangeOf(lease.fields.租赁期限)
      const to = dateOf(span?.to ?? null)
      // Settled with the generator: a lease that ended proves no right to use the place.
      if (to && to < c.at) return fail('租约已经到期')
      if (span?.from && to && addDays(to, 1) < addMonths(span.from, 12)) return fail('租期不足一年')
    }
    const use = text(lease?.fields.房屋用途) || text(deed?.fields.用途)
    const housing = [use, text(deed?.fields.用途)].some((one) => HOUSING.test(one))
    return holds(!housing || paper(c, '业主同意证明') !== undefined, '房屋用途是居住')
  },
  'M51-P03': (c) => {
    if (untouched(c, '开办资金')) return none('开办资金没有变')
    const report = paper(c, '审计报告')?.fields
    const shares = [share(changed(c, 'mf2_source')), share(report?.非国有资产比例)].filter((one) => one !== null)
    if (shares.some((one) => one < 66.66)) return fail('非国有资产占比低于三分之二')
    if (!report) return none('缺验资报告')
    return holds(sameMoney(report.实收资本, changed(c, 'mf2_money')), '开办资金与验资报告不一致')
  },
  'M51-P04': (c) => {
    if (untouched(c, '法定代表人')) return none('法定代表人没有变')
    const chief = changed(c, 'mf2_lrep')
    const posts = rows(c.form('mf2_board')).filter((one) => sameName(one.姓名 ?? null, chief))
    const titles = posts.map((one) => text(one.职务 ?? null)).join('、')
    if (rows(c.form('mf2_board')).length > 0) {
      if (posts.length === 0) return fail('法定代表人不在理事、负责人名单里')
      if (
        !/理事长|院长|校长|园长|所长|馆长|站长|社长|主任|总干事|干事长|秘书长|行政负责人|负责人/u.test(titles) ||
        /监事/u.test(titles)
      )
        return fail(`由${titles}担任法定代表人`)
    }
    const barred = c
      .about('信用处罚库', text(c.form('mf2_lrepid')))
      .some((one) => ['刑事限制', '任职限制'].includes(text(held(one, '类别'))) && held(one, '状态') === '有效')
    return holds(!barred, '法定代表人正在服刑、被剥夺政治权利或任职受限')
  },
  'M51-P05': (c) =>
    by(c, '章程', ({ fields }) => {
      const articles = list(fields.条款)
      const partial = c.scenario === 'S099' && articles.length === 0 && !blank(fields.修正条款)
      const missing = ARTICLES.filter(([, names]) => !articles.some(names)).map(([name]) => name)
      // A charter whose list of articles was not drawn up still says how its chief is chosen.
      const unlisted = articles.length === 0 && !blank(fields.法定代表人产生办法)
      if (!partial && !unlisted && missing.length > 0) return fail(`章程缺：${missing.join('、')}`)
      const said = (key: string, value: CaseValue | undefined, same: (a: CaseValue, b: CaseValue) => boolean) =>
        blank(c.form(key)) || blank(value) || same(c.form(key), value ?? null)
      if (!said('mf2_name', fields.单位名称, sameName)) return fail('章程上的名称与申请不一致')
      if (!said('mf2_addr', fields.住所, sameAddress)) return fail('章程上的住所与申请不一致')
      if (!said('mf2_money', fields.注册资本, sameMoney)) return fail('章程上的开办资金与申请不一致')
      return holds(said('mf2_lrep', fields.法定代表人, sameName), '章程上的法定代表人与申请不一致')
    }),
  'S098-P01': (c) => {
    const direct = blank(c.form('mf2_org')) || NO_SUPERVISOR.test(text(c.form('mf2_org')))
    const needed = ['章程', '理事会决议', '审计报告', ...(direct ? [] : ['业务主管单位批准文件'])]
    const missing = needed.filter((slot) => papers(c, slot).length === 0)
    if (!cardOf(c, '拟任法定代表人身份证', c.form('mf2_lrep'))) missing.push('拟任法定代表人身份证')
    if (!paper(c, '不动产权证书') && !paper(c, '房屋租赁合同')) missing.push('场所使用权证明')
    return holds(missing.length === 0, `缺${missing.join('、')}`)
  },
  'S098-P02': (c) =>
    by(c, '审计报告', (report) => {
      if (!sameName(report.fields.被审单位, c.form('mf2_name'))) return fail('验资报告不是本单位的')
      if (!sameMoney(report.fields.实收资本, c.form('mf2_money'))) return fail('验资金额与开办资金不一致')
      if ((dateOf(report.fields.报告日期) ?? '') > c.at) return fail('报告日期晚于申请日')
      return holds(has(report, '事务所盖章') && has(report, '注册会计师签章'), '事务所或注册会计师没有签章')
    }),
  'S099-P01': (c) => {
    const supervisor = paper(c, '营业执照')?.fields.业务主管单位
    if (blank(supervisor) || NO_SUPERVISOR.test(text(supervisor))) return none('直接登记，没有业务主管单位')
    return by(c, '业务主管单位批准文件', ({ fields }) => {
      const agreed = dateOf(fields.审批日期)
      if (agreed === null) return fail('批准文件没有日期')
      return holds(agreed <= c.at && c.at <= addDays(agreed, 30), '同意文件已超过30日')
    })
  },
  'S099-P02': (c) => {
    if (!changes(c, '法定代表人')) return none('法定代表人没有变')
    const next = changed(c, 'mf2_lrep')
    const [card, audit] = [cardOf(c, '拟任法定代表人身份证', next), paper(c, '审计报告')]
    if (!card || !audit || !paper(c, '理事会决议')) return fail('变更法定代表人缺离任审计、新任身份证或决议')
    if (!blank(next) && !blank(card.fields.姓名) && !sameName(card.fields.姓名, next))
      return fail('身份证不是新任法定代表人的')
    return holds(
      blank(audit.fields.被审单位) || sameName(audit.fields.被审单位, c.form('subj_name')),
      '离任审计不是本单位的',
    )
  },
  'S099-P03': (c) => {
    const items = ['名称', '住所', '业务范围', '开办资金', '业务主管单位'].filter((item) => changes(c, item))
    if (items.length === 0) return none('章程不用改')
    const charter = paper(c, '章程')?.fields
    if (!charter) return fail('没有修改章程')
    if (!blank(charter.修正条款) && items.some((item) => speaksOf(charter.修正条款, item))) return pass
    const stale = [
      ['名称', 'mf2_name', charter.单位名称, sameName],
      ['住所', 'mf2_addr', charter.住所, sameAddress],
      ['开办资金', 'mf2_money', charter.注册资本, sameMoney],
      ['业务范围', 'mf2_scope', charter.经营范围, sameText],
    ] as const
    const old = stale.find(([item, key, value, same]) => {
      const next = changed(c, key)
      return items.includes(item) && !blank(next) && !blank(value) && !same(value ?? null, next)
    })
    return old ? fail(`章程里的${old[0]}没有改`) : pass
  },
  'S100-P01': (c) =>
    by(c, '清算报告', (report) => {
      if (!has(report, '清算组签章')) return fail('清算报告没有清算组签章')
      const unsettled = /未.{0,6}(?:完|清|结|处)|尚(?:有|未|欠)|没有处置|正在|待/u
      const debts = text(report.fields.债权债务处置).replace(
        /(?:无|没有|不存在)(?:其他)?(?:未|尚未|待)[^，。；]*/gu,
        '无',
      )
      if (debts === '' || unsettled.test(debts)) return fail('债权债务没有处置完毕')
      const seals = text(report.fields.印章凭证缴销)
      return holds(seals !== '' && !/未|尚|没有|待|遗失/u.test(seals), '公章、财务凭证没有缴销')
    }),
  'S100-P02': (c) => {
    const done = dateOf(paper(c, '清算报告')?.fields.清算完成日期) ?? dateOf(c.form('mf2_liqdate'))
    return done === null
      ? none('没有清算完成日期')
      : holds(done <= c.at && c.at <= addDays(done, 15), '清算完成已超过15日')
  },
}
