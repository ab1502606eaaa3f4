import type { CaseValue } from '../../case-format.ts'
import { get, has, papers, param, words } from '../ask.ts'
import {
  blank,
  fen,
  inForce,
  num,
  rangeOf,
  rows,
  sameCode,
  sameMoney,
  sameName,
  speaksOf,
  text,
  within,
} from '../compare.ts'
import { type Check, type Checks, fail, holds, none, pass } from '../label.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

/** Every bill handed in. */
export const bills = (c: TrueCase) => papers(c, '医疗收费票据')

/** Asks each bill for what is wrong with it; 不适用 when none was handed in. */
const each =
  (wrong: (c: TrueCase, bill: TrueDocument) => string | null): Check =>
  (c) => {
    if (bills(c).length === 0) return none('缺医疗收费票据')
    const why = bills(c)
      .map((bill) => wrong(c, bill))
      .find((one) => one !== null)
    return why ? fail(why) : pass
  }

/** The bill as 电子票据库 holds it. */
const filed = (c: TrueCase, bill: TrueDocument) =>
  c.records('电子票据库', (r) => sameCode(get(r, '票据号码'), bill.fields.票据号码))[0]

/** An electronic bill bears a check code; a stamped paper bill has none. */
const isElectronic = (bill: TrueDocument) => bill.electronic || !blank(bill.fields.校验码)

/** The rows add up to the total; cells are 元 (or 分 throughout). */
function addsUp(table: CaseValue | undefined, total: number): boolean {
  const cells = rows(table).map((row) => num(row.金额) ?? (fen(row.金额) ?? Number.NaN) / 100)
  const sum = cells.reduce((all, one) => all + one, 0)
  return cells.length === 0 || Math.round(sum * 100) === total || Math.round(sum) === total
}

function miscounted(_: TrueCase, { fields }: TrueDocument): string | null {
  const total = fen(fields.金额合计)
  if (total === null) return '票据没有金额合计'
  if (!blank(fields.金额合计大写) && fen(fields.金额合计大写) !== total) return '大小写金额不一致'
  if (!addsUp(fields.收费项目, total)) return '收费项目合计不等于票据总额'
  const parts = ['医保统筹基金支付', '其他支付', '个人账户支付', '个人现金支付'].map((name) => fen(fields[name]))
  const known = parts.filter((one) => one !== null)
  if (known.length > 1 && known.reduce((sum, one) => sum + one, 0) !== total) return '各支付项合计不等于总额'
  return null
}

/** Lists of charges against the bills. */
function listsDiffer(c: TrueCase): boolean {
  const lists = papers(c, '费用明细清单')
  const totals = bills(c).map(({ fields }) => fen(fields.金额合计) ?? 0)
  const sum = totals.reduce((all, one) => all + one, 0)
  const listed = lists.reduce((all, { fields }) => all + (fen(fields.合计) ?? 0), 0)
  const inner = lists.some(({ fields }) => !addsUp(fields.费用明细, fen(fields.合计) ?? 0))
  return (
    lists.length > 0 &&
    (inner || (listed !== sum && !lists.every(({ fields }) => totals.includes(fen(fields.合计) ?? -1))))
  )
}

function uncovered(c: TrueCase, { fields }: TrueDocument): string | null {
  const when = rangeOf(fields.就诊时间) ?? rangeOf(fields.开票日期)
  const day = when?.from ?? when?.to ?? null
  if (day === null) return '票据没有就诊日期'
  if (day > c.at) return '就诊日期晚于申请日'
  const number = text(c.form('p_idno'))
  if (param(c, '须医保参保') === true) {
    const insured = c
      .about('医保库', number)
      .some((r) => get(r, '险种') !== '未参保' && inForce(get(r, '参保期间'), day, true))
    if (!insured) return '就诊时不在医保参保期内'
  }
  const mutual = c.about('职工互保库', number)
  if (mutual.length > 0 && !mutual.some((r) => inForce(get(r, '保障期间'), day, true))) return '就诊日期不在保障期内'
  return null
}

const HISTORY = ['出院小结', '门急诊病历'] as const

/** Hospital, person, number and days of a case history against the bills; null when one bill fits. */
function strange(c: TrueCase, page: TrueDocument): string | null {
  const { fields } = page
  const wrong = bills(c).map(({ fields: bill }) => {
    if (!blank(bill.收款单位) && !sameName(bill.收款单位, fields.医院名称)) return '医院与票据不一致'
    if (!sameName(bill.交款人, fields.姓名)) return '姓名与票据不一致'
    if (!blank(bill.住院号) && !blank(fields.住院号) && !sameCode(bill.住院号, fields.住院号))
      return '住院号与票据不一致'
    const when = rangeOf(bill.就诊时间)
    if (!blank(fields.出院日期)) {
      const stay = { from: text(fields.入院日期), to: text(fields.出院日期) }
      return when && (when.from !== stay.from || when.to !== stay.to) ? '住院日期与票据不一致' : null
    }
    const day = text(fields.就诊日期)
    return when && day !== '' && !within({ from: day, to: day }, { from: when.from, to: when.to ?? when.from })
      ? '就诊日期与票据不一致'
      : null
  })
  return wrong.includes(null) ? null : (wrong[0] ?? null)
}

const HURT = ['外伤', '骨折', '挫伤', '扭伤', '撞伤', '摔伤', '跌伤', '车祸', '烧伤', '割伤', '裂伤']
const OTHERS = [
  '工伤',
  '职业病',
  '第三方责任',
  '第三人责任',
  '交通事故',
  '他人致伤',
  '他人打伤',
  '打伤',
  '斗殴',
  '车祸',
  '对方负责',
  '上班途中',
  '工作中受伤',
]

export const CHECKS: Checks = {
  'MEDFEE-P01': each((c, { fields }) => (sameName(fields.交款人, c.form('p_name')) ? null : '交款人不是申请人')),
  'MEDFEE-P02': each((c, bill) => {
    const [code, number, check] = [bill.fields.票据代码, bill.fields.票据号码, bill.fields.校验码].map(text)
    if (!/^\d{6,12}$/u.test(code ?? '') || !/^\d{8,12}$/u.test(number ?? '')) return '票据代码或号码不全'
    if (!isElectronic(bill)) return null
    if (!/^\d{8}$/u.test(code ?? '') || !/^\d{10}$/u.test(number ?? '') || !/^[\dA-Za-z]{6}$/u.test(check ?? ''))
      return '电子票据的代码、号码或校验码不全'
    const held = filed(c, bill)
    if (!held) return '电子票据库没有这张票据'
    if (get(held, '状态') !== '有效') return `票据${text(get(held, '状态'))}`
    const same =
      sameCode(get(held, '票据代码'), code) &&
      sameCode(get(held, '校验码'), check) &&
      sameMoney(get(held, '金额'), bill.fields.金额合计 ?? null)
    return same ? null : '与电子票据库不一致'
  }),
  'MEDFEE-P03': each((c, bill) => (bill.copy && !bill.electronic && !filed(c, bill) ? '票据是复印件' : null)),
  'MEDFEE-P04': each((_, bill) =>
    has(bill, '财政监制章') && has(bill, '收款单位章') ? null : '票据没有收款单位章或财政监制章',
  ),
  'MEDFEE-P05': (c) => {
    const one = each(miscounted)(c)
    return one.verdict === 'pass' && listsDiffer(c) ? fail('清单与票据金额不符') : one
  },
  'MEDFEE-P06': (c) => {
    const asked = param(c, '申请时限') !== null || param(c, '须医保参保') === true
    const mutual = c.about('职工互保库', text(c.form('p_idno'))).length > 0
    return asked || mutual ? each(uncovered)(c) : none('没有规定申请时限，也不看医保参保')
  },
  'MEDFEE-P07': (c) => {
    const settled = words(c, '不能再报的结算')
    const numbers = bills(c).map(({ fields }) => text(fields.票据号码))
    if (numbers.length === 0) return none('缺医疗收费票据')
    if (new Set(numbers).size < numbers.length) return fail('同一票据交了两次')
    const [again] = c.records('医保结算库', (r) => {
      const same = numbers.some((number) => sameCode(number, get(r, '票据号码')))
      return same && settled.includes(text(get(r, '结算方式')))
    })
    return holds(again === undefined, `票据${text(get(again, '票据号码'))}已经报销过`)
  },
  'MEDFEE-P08': (c) => {
    const pages = HISTORY.flatMap((slot) => papers(c, slot)).filter(({ fields }) => !blank(fields.医院名称))
    if (bills(c).length === 0 || pages.length === 0) return none('缺票据或病史材料')
    const why = pages.map((page) => strange(c, page)).find((one) => one !== null)
    return why ? fail(why) : pass
  },
  'MEDFEE-P09': (c) => {
    const pages = HISTORY.flatMap((slot) => papers(c, slot))
    if (pages.length === 0) return none('缺病史材料')
    const bare = pages.find((page) => !has(page, '盖章') || !(has(page, '医师签名') || has(page, '医师')))
    return holds(bare === undefined, `${bare?.slot ?? ''}没有医师签名或医院盖章`)
  },
  'MEDFEE-P10': (c) => {
    const history = HISTORY.flatMap((slot) => papers(c, slot)).map(({ fields }) =>
      ['主诉', '诊断', '入院诊断', '出院诊断', '诊疗经过'].map((name) => text(fields[name])).join('。'),
    )
    const cause = c.form('mf_injury')
    const said = [text(cause), ...history].join('。')
    if (speaksOf(said, ...OTHERS)) return fail('费用应由工伤或第三人负担')
    const place = [
      ...bills(c).map(({ fields }) => text(fields.收款单位)),
      text(c.form('mf_hosp')),
      text(c.form('ls_area')),
    ].join('。')
    if (/香港|澳门|台湾|境外|国外|日本|美国|韩国|新加坡|泰国/u.test(place)) return fail('境外就医的费用')
    if (history.length === 0 && blank(c.form('mf_diag'))) return none('没有病史材料')
    const hurt = speaksOf([...history, text(c.form('mf_diag'))].join('。'), ...HURT)
    return holds(!hurt || !blank(cause), '外伤没有写明致伤原因')
  },
}
