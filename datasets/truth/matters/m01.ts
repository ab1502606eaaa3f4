import type { CaseValue } from '../../case-format.ts'
import { by, charter, field, get, has, isSole, paper, papers } from '../ask.ts'
import {
  blank,
  list,
  num,
  rows,
  sameAddress,
  sameCode,
  sameItems,
  sameName,
  speaksOf,
  text,
  workingDays,
} from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held, holdings, kept, type Licence, lapsed, original, shown } from '../licence.ts'
import { drawn } from '../modules/mod-plan.ts'
import { lastDay } from '../modules/mod-renew.ts'
import { scopeOf } from '../modules/mod-subj.ts'
import { lacking } from '../modules/mod-sys.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

const items = (c: TrueCase) => list(c.form('fd_items'))
const isMade = (item: string) => /制售|制作|现制|现做/u.test(item)

/** Dishes made on the spot are for restaurants and canteens only. */
function misfit(kind: CaseValue, sold: readonly string[]): boolean {
  return sold.some(isMade) && !/餐饮|食堂/u.test(text(kind))
}

/** Banned from the trade on that day (食品安全法第一百三十五条). */
function banned(c: TrueCase, number: CaseValue): boolean {
  if (blank(number)) return false
  return c.about('行业禁入库', text(number)).some((r) => {
    const { from, to } = (get(r, '禁入期限') ?? {}) as { from?: string | null; to?: string | null }
    return (from ?? '') <= c.at && (to === null || to === undefined || to === '长期' || to >= c.at)
  })
}

const equipment = (page: TrueDocument) => rows(page.fields.设备).map((row) => `${text(row.设备名称)} ${text(row.用途)}`)

const COLD = '冷藏/冷冻/冰箱/冰柜/冷柜/冷库/雪柜/冷链/保鲜柜/风幕柜'
const EQUIPMENT = [COLD, '消毒', '保洁', '防蝇/灭蝇/纱窗/风幕/防虫', '防鼠/挡鼠/灭鼠/鼠', '油烟/排烟/排油', '隔油']

/** Rooms that a kitchen's plan shows; a cooking place only where hot dishes are made. */
function rooms(c: TrueCase): string[] {
  const hot = items(c).some((item) => item.includes('热食'))
  const dining = (num(c.form('fd_dinearea')) ?? 0) > 0
  const always = ['餐用具清洗消毒', '备餐', '更衣', '仓储', '粗加工/切配/烹饪/加工/操作/制作/厨房']
  return [...always, ...(hot ? ['烹饪/热加工/热厨/厨房/操作'] : []), ...(dining ? ['就餐/用餐/餐厅/堂食/大厅'] : [])]
}

const latestInspection = (c: TrueCase) => {
  const number = held(c)?.number ?? c.form('rn_no')
  const own = c.records(
    '监督检查库',
    (r) => Object.values(r.键).includes(text(c.form('uscc'))) || sameCode(get(r, '许可证编号'), number),
  )
  return [...own].sort((a, b) => text(get(b, '检查日期')).localeCompare(text(get(a, '检查日期'))))[0]
}

const CHANGED_ON_PAPER = ['经营者名称', '法定代表人（负责人）', '住所']
const SCHOOL = /学校|小学|中学|幼儿园|托儿所|托育|学院|大学|一贯制/u

/** Items asked for that the permit does not have. */
const added = (c: TrueCase, one: Licence | undefined) => {
  const now = items(c).length > 0 ? items(c) : list(c.form('chg_new'))
  const before = `${text(one?.items)}、${text(c.form('chg_old'))}`
  return now.filter((item) => !speaksOf(before, item.replace(/^[^：:]*[：:]/u, '')))
}

export const CHECKS: Checks = {
  'M01-P01': (c) => {
    if (items(c).length === 0) return none('没有申报经营项目')
    return holds(!items(c).every((item) => item.startsWith('预包装食品销售')), '只销售预包装食品，应办备案')
  },
  'M01-P02': (c) =>
    items(c).length === 0 || blank(c.form('fd_type'))
      ? none('没有申报业态或项目')
      : holds(!misfit(c.form('fd_type'), items(c)), '经营项目与主体业态不符'),
  'M01-P03': (c) => {
    if ((charter(c)?.documentType ?? '').includes('法人登记')) return none('非企业单位没有经营范围')
    const scope = scopeOf(c)
    if (blank(scope)) return none('缺营业执照')
    const meals = items(c).some(isMade) || /餐饮|食堂/u.test(text(c.form('fd_type')))
    const goods = items(c).some((item) => item.includes('销售')) && !meals
    const wanted = meals
      ? '餐饮/食品经营'
      : goods
        ? '食品销售/食品经营/食品互联网销售/食品零售/食品批发'
        : '餐饮/食品销售/食品经营'
    return holds(speaksOf(scope, wanted), '经营范围没有对应的食品经营表述')
  },
  'M01-P04': (c) => {
    const who = ['lrep_idno', 'fd_mgrid'].filter((key) => banned(c, c.form(key)))
    return holds(who.length === 0, '法定代表人或食品安全管理人员在禁入期内')
  },
  'M01-P05': (c) => {
    const asked = c.asked.fields.find(({ key }) => key === 'fd_mgrid')?.required === 'required'
    if (blank(c.form('fd_mgr')) && blank(c.form('fd_mgrid')) && !asked) return none('没有申报食品安全管理人员')
    if (blank(c.form('fd_mgr')) || blank(c.form('fd_mgrid'))) return fail('食品安全管理人员姓名或证件号未填')
    return holds(!banned(c, c.form('fd_mgrid')), '食品安全管理人员在禁入期内')
  },
  'S001-P01': (c) =>
    by(c, '平面图', (plan) => {
      const missing = rooms(c).find((name) => !drawn(plan, name))
      if (missing !== undefined) return fail(`平面图没有标明${missing}`)
      const [whole, declared] = [num(plan.fields.总面积), num(c.form('prem_area'))]
      const off = whole !== null && declared !== null && Math.abs(whole - declared) > 0.05 * Math.max(whole, declared)
      return holds(!off, '图上面积与申报面积不一致')
    }),
  'S001-P02': (c) => {
    if (!items(c).some((item) => speaksOf(item, '冷食', '生食', '裱花'))) return none('没有申报要专间的项目')
    return by(c, '平面图', (plan) => {
      if (!drawn(plan, '专间/专用操作/专用间')) return fail('平面图没有专间或专用操作区')
      return holds(drawn(plan, '预进间/洗手/手消毒/二次更衣'), '专间没有预进间或洗手消毒设施')
    })
  },
  'S001-P03': (c) => {
    const [kitchen, dining] = [num(c.form('fd_procarea')), num(c.form('fd_dinearea')) ?? 0]
    const whole = num(c.form('prem_area')) ?? num(field(c, '平面图', '总面积'))
    if (kitchen === null || kitchen <= 0) return fail('没有食品处理区面积')
    return holds(whole === null || kitchen + dining <= whole + 1e-9, '处理区与就餐场所面积之和超过总面积')
  },
  'S001-P04': () => person('流线是否交叉须看图判断'),
  'S001-P05': (c) =>
    by(c, '设备设施清单', (page) => {
      const missing = EQUIPMENT.find((name) => !equipment(page).some((row) => speaksOf(row, name)))
      return holds(missing === undefined, `设备清单没有${missing?.split('/')[0] ?? ''}设施`)
    }),
  'S001-P06': (c) =>
    by(c, '管理制度', ({ fields }) => {
      const required = ['食品安全自查', '从业人员健康管理', '进货查验记录', '食品安全事故处置']
      const missing = lacking(list(fields.制度名称清单), required)
      return holds(missing === undefined, `缺${missing ?? ''}制度`)
    }),
  'S001-P07': () => person('与污染源的距离须现场核查'),
  'S002-P01': (c) => {
    if (!items(c).some((item) => speaksOf(item, '冷藏', '冷冻'))) return none('没有申报冷藏冷冻食品')
    return by(c, '设备设施清单', (page) => {
      const cold = rows(page.fields.设备).filter((row) => speaksOf(`${text(row.设备名称)} ${text(row.用途)}`, COLD))
      return holds(
        cold.some((row) => (num(row.数量) ?? 1) > 0),
        '设备清单没有冷藏冷冻设备',
      )
    })
  },
  'S002-P02': (c) => {
    if (!items(c).some((item) => speaksOf(item, '熟食'))) return none('没有申报散装熟食')
    return by(c, '平面图', (plan) => holds(drawn(plan, '专间/专柜/专用/熟食/防护'), '图上没有熟食专间或专用销售柜'))
  },
  'S002-P03': (c) => {
    if (!items(c).some((item) => item.includes('自动售货'))) return none('没有申报自动售货设备')
    if (papers(c, '产品合格证明').length === 0) return fail('没有自动售货设备的产品合格证明')
    return holds(!blank(c.form('fd_vend')), '没有写自动售货设备的放置地点')
  },
  'S002-P04': (c) =>
    c.form('fd_net') === true
      ? holds(!blank(c.form('fd_plat')), '通过网络经营，没有写平台或网址')
      : none('不通过网络经营'),
  'S002-P05': (c) =>
    items(c).length === 0
      ? none('没有申报经营项目')
      : holds(!misfit(c.form('fd_type'), items(c)), '现制现售项目不属于食品销售'),
  'S003-P01': (c) => {
    const name = text(c.form('subj_name'))
    if (name === '') return none('未填申请人')
    if (sameName(field(c, '承包合同', '承包方'), name)) return fail('申请人是承包方，不是用餐单位')
    return holds(!/餐饮|膳食|团膳|配餐|饮食|酒店管理/u.test(name), '申请人是餐饮公司，不是集中用餐单位')
  },
  'S003-P02': (c) => {
    if (c.form('fd_contract') !== true) return none('没有委托承包经营')
    const contract = paper(c, '承包合同')
    if (!contract) return fail('委托承包经营，没有承包合同')
    const name = contract.fields.承包方 ?? null
    const shownOnes = papers(c, '承包方许可证').map((one) => ({ one: shown(one), kind: one.fields.主体业态 ?? null }))
    const filed = c.records('许可证库', (r) => sameName(get(r, '经营者名称'), name))
    const all = [...shownOnes, ...filed.map((r) => ({ one: kept(r), kind: get(r, '主体业态') }))]
    if (all.length === 0) return fail('没有承包方的食品经营许可证')
    const good = all.filter(({ one }) => sameName(one.holder, name) && lapsed(one, c.at) === null)
    const meals = good.some(({ one, kind }) => /餐饮|制售|食品经营管理/u.test(`${text(kind)}${text(one.items)}`))
    return holds(meals, '承包方没有有效的餐饮服务许可')
  },
  'S003-P03': (c) => {
    const name = text(c.form('subj_name'))
    if (!SCHOOL.test(name)) return none('不是学校、幼儿园食堂')
    const young = !/大学|学院/u.test(name)
    const barred = items(c).find((item) => speaksOf(item, '生食', '裱花') || (young && speaksOf(item, '冷食')))
    return holds(barred === undefined, `学校食堂不得申报${barred ?? ''}`)
  },
  'S003-P04': () => person('设施与供餐人数是否匹配须判断'),
  'S004-P01': (c) => {
    const ticked = list(c.form('chg_item'))
    if (ticked.length === 0 || !ticked.every((item) => CHANGED_ON_PAPER.includes(item)))
      return none('不是仅变更登记类事项')
    const surplus = ['平面图', '设备设施清单'].find((slot) => papers(c, slot).length > 0)
    return holds(surplus === undefined, `仅变更登记类事项，不用交${surplus ?? ''}`)
  },
  'S004-P02': (c) => {
    const ticked = list(c.form('chg_item'))
    if (ticked.includes('经营场所（搬迁）')) return fail('经营场所改变，应重新申请')
    const before = (held(c) ?? original(c))?.place ?? null
    if (ticked.includes('经营场所（门牌重编）')) {
      const proof = paper(c, '门牌证明')?.fields
      if (!proof) return fail('门牌重编没有公安或民政部门的证明')
      const from = blank(before) || sameAddress(proof.原地址, before)
      return holds(from && sameAddress(proof.现地址, c.form('prem_addr')), '门牌证明的新旧地址对不上')
    }
    if (blank(before) || blank(c.form('prem_addr'))) return pass
    return holds(sameAddress(before, c.form('prem_addr')), '经营场所与原证不同，应重新申请')
  },
  'S004-P03': (c) => {
    if (!list(c.form('chg_item')).includes('经营项目')) return none('没有变更经营项目')
    const risky = added(c, held(c) ?? original(c)).filter((item) => speaksOf(item, '制售', '熟食', '专间'))
    if (risky.length === 0) return none('没有增加高风险项目')
    const missing = ['平面图', '设备设施清单'].find((slot) => papers(c, slot).length === 0)
    return holds(missing === undefined, `增加${risky[0] ?? ''}，没有附${missing ?? ''}`)
  },
  'S004-P04': (c) => {
    const ticked = list(c.form('chg_item'))
    if (!ticked.includes('经营项目') && !ticked.includes('主体业态')) return none('没有变更项目或业态')
    const one = paper(c, '原许可证')?.fields
    const kind = blank(c.form('fd_type')) ? one?.主体业态 : c.form('fd_type')
    const sold = items(c).length > 0 ? items(c) : list(c.form('chg_new'))
    if (blank(kind)) return none('没有业态信息')
    return holds(!misfit(kind ?? null, sold), '变更后经营项目与主体业态不符')
  },
  'S005-P01': (c) => {
    const end = lastDay(c)
    if (end === null || end === '长期') return none('缺原许可证')
    const left = workingDays(c.at, end)
    return holds(left >= 15 && left <= 90, left < 15 ? '离到期不足15个工作日' : '离到期超过90个工作日')
  },
  'S005-P02': (c) => {
    const end = lastDay(c)
    return end === null ? none('缺原许可证') : holds(end === '长期' || end >= c.at, '有效期已届满，应重新申请')
  },
  'S005-P03': (c) => {
    if (c.form('rn_changed') === true) {
      const missing = ['平面图', '设备设施清单'].find((slot) => papers(c, slot).length === 0)
      return holds(missing === undefined, `经营条件有变化，没有附${missing ?? ''}`)
    }
    const page = paper(c, '告知承诺书')
    // Settled with the generator: a missing paper is IMG-P02's.
    if (!page) return none('没有经营条件未变化的声明')
    return holds(has(page, '盖章') || (isSole(c) && has(page, '签名')), '声明没有申请人签章')
  },
  'S005-P04': (c) => {
    const last = latestInspection(c)
    if (!last || get(last, '已整改') === true) return pass
    return holds(get(last, '超范围经营') !== true && get(last, '检查结论') !== '不符合', '最近一次监督检查与许可证不符')
  },
  'S006-P01': (c) => {
    const one = held(c)
    if (!one) return fail('证照库没有这张证')
    if (!sameCode(one.number, c.form('lost_no'))) return fail('原证编号与在册不一致')
    if (!blank(one.uscc) && !sameCode(one.uscc, c.form('uscc'))) return fail('主体与在册不一致')
    if (!blank(one.place) && !sameAddress(one.place, c.form('prem_addr'))) return fail('经营场所与在册不一致')
    const said = field(c, '申请书', '经营项目')
    return holds(blank(said) || blank(one.items) || sameItems(said, one.items), '经营项目与在册不一致')
  },
  'S007-P01': (c) => {
    const own = holdings(c)
    const [number, paperNumber] = [c.form('cn_no'), original(c)?.number ?? null]
    const meant = own.find((one) => sameCode(one.number, number))
    if (own.length > 0 && !meant) return fail('拟注销的证号不是申请人名下的')
    if (!blank(paperNumber) && !sameCode(paperNumber, number)) return fail('证号与交回的许可证不一致')
    if (own.length < 2) return none('申请人只有一张许可证')
    return holds(blank(meant?.place) || sameAddress(meant?.place, c.form('prem_addr')), '证号对应的是另一处经营场所')
  },
}
