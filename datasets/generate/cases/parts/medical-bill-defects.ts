import type { CaseValue } from '../../../case-format.ts'
import { printCapital } from '../../pages/content.ts'
import { addDays } from '../../world/dates.ts'
import { type Person, person } from '../../world/people.ts'
import type { Draft, Paper } from '../draft.ts'
import { settlement, type Visit } from './medical-visit.ts'

const BILLS = '医疗收费票据'

/** How bills and records of a visit go wrong (MOD-MEDFEE). */
export function offerBillDefects(d: Draft, self: Person, visit: Visit): void {
  offerPrintDefects(d)
  offerAmountDefects(d, visit)
  offerPeriodDefects(d, self, visit)
  offerRecordDefects(d, visit)
}

/** One bill of the case, and what it says. */
function bill(draft: Draft): Paper {
  return draft.one(BILLS)
}

function offerPrintDefects(d: Draft): void {
  d.mayFail({
    id: 'bill-of-another',
    title: '票据上的姓名不是申请人',
    slot: BILLS,
    fails: { 'MEDFEE-P01': '票据交款人不是申请人', 'MEDFEE-P08': '病史上的姓名与票据不一致' },
    apply: (draft) => {
      const other = person(draft.random('other-payer'), draft.at)
      const { fields } = bill(draft).content
      fields.交款人 = other.name
      fields.交款人证件号码 = other.number
      draft.amend('电子票据库', { 交款人: other.name }, (record) => record.票据号码 === fields.票据号码)
    },
  })
  d.mayFail({
    id: 'bill-written-off',
    title: '电子票据已经冲红作废',
    slot: BILLS,
    fails: { 'MEDFEE-P02': '票据已冲红、作废，验真不通过' },
    apply: (draft) => {
      const { fields } = bill(draft).content
      const 状态 = draft.random('written-off').pick(['已冲红', '已作废'])
      draft.amend('电子票据库', { 状态 }, (record) => record.票据号码 === fields.票据号码)
    },
  })
  d.mayFail({
    id: 'bill-is-a-copy',
    title: '票据交的是复印件',
    slot: BILLS,
    fails: { 'MEDFEE-P03': '票据是复印件' },
    apply: (draft) => {
      const paper = bill(draft)
      // As on every photocopy the remark is written on it (IMG-P04 holds); a bill is wanted as the original all the same.
      paper.photo = { ...paper.photo, copy: 0.8 }
      // A paper bill: it has no check code, and no register knows it.
      delete paper.content.fields.校验码
      const number = paper.content.fields.票据号码
      draft.registry.电子票据库 = (draft.registry.电子票据库 ?? []).filter((one) => one.票据号码 !== number)
    },
  })
  d.mayFail({
    id: 'bill-without-seal',
    title: '票据没有盖收款单位章',
    slot: BILLS,
    fails: { 'MEDFEE-P04': '票据缺收款单位章' },
    apply: (draft) => {
      bill(draft).content.marks.收款单位章 = false
    },
  })
}

function offerAmountDefects(d: Draft, visit: Visit): void {
  d.mayFail({
    id: 'bill-words-differ',
    title: '票据的大小写金额不一致',
    slot: BILLS,
    touches: '票据金额',
    fails: { 'MEDFEE-P05': '大写金额与小写金额不一致' },
    apply: (draft) => {
      const { fields } = bill(draft).content
      const total = (fields.金额合计 as { fen: number }).fen
      fields.金额合计大写 = printCapital({ fen: total + 90000, currency: 'CNY' }).replace(/^人民币/u, '')
    },
  })
  if (d.of('费用明细清单').length > 0)
    d.mayFail({
      id: 'list-does-not-add-up',
      title: '费用清单的合计与票据总额不符',
      slot: '费用明细清单',
      touches: '票据金额',
      fails: {
        'MEDFEE-P05': '明细合计不等于票据总额',
        ...(visit.way === '住院' ? { 'S080-P01': '清单金额与票据不一致' } : {}),
      },
      apply: (draft) => {
        const { fields } = draft.one('费用明细清单').content
        const rows = (fields.费用明细 as Record<string, CaseValue>[]).slice(0, -1)
        fields.费用明细 = rows as never
        fields.合计 = {
          fen: rows.reduce((sum, row) => sum + (row.金额 as { fen: number }).fen, 0),
          currency: 'CNY',
        }
      },
    })
}

function offerPeriodDefects(d: Draft, self: Person, visit: Visit): void {
  if (d.scenario.parameters.get('须医保参保') !== false)
    d.mayFail({
      id: 'visit-outside-insurance',
      title: '就诊时医保已经中断',
      slot: '医保参保',
      refuse: true,
      fails: {
        'MEDFEE-P06': '就诊日期不在参保期间',
        'M39-P02': '断保期间就医',
        'M36-P02': '费用发生在未参保期',
      },
      apply: (draft) => {
        const from = addDays(visit.to, 20)
        draft.amend('医保库', { 参保期间: { from, to: '长期' } })
        if (draft.form.sq_year !== undefined) draft.form.sq_year = `${from}至长期，正常`
      },
    })
  d.mayFail({
    id: 'bill-paid-already',
    title: '同一张票据已经报过',
    slot: BILLS,
    refuse: true,
    fails: { 'MEDFEE-P07': '票据已经由商业保险报过', 'M39-P04': '费用已由商保结算' },
    apply: (draft) => {
      const [first] = visit.bills
      if (first)
        draft.record(
          '医保结算库',
          { cnid: self.number },
          { ...settlement(self, visit.hospital, first), 结算方式: '商保', 结算日期: addDays(first.to, 20) },
        )
    },
  })
}

function offerRecordDefects(d: Draft, visit: Visit): void {
  const inpatient = visit.way === '住院'
  const slot = inpatient ? '出院小结' : '门急诊病历'
  if (d.of(slot).length === 0) return
  d.mayFail({
    id: 'record-of-another-day',
    title: inpatient ? '票据的住院时间与出院小结的日期不符' : '病历的就诊日期与票据不符',
    slot: inpatient ? BILLS : slot,
    fails: {
      'MEDFEE-P08': inpatient ? '出院日期与票据不一致' : '就诊日期与票据不一致',
      ...(inpatient
        ? { 'M37-P02': '住院日期与票据不一致', 'S080-P01': '日期与票据不一致' }
        : { 'S079-P01': '有一张票据没有当天的病历' }),
    },
    apply: (draft) => {
      if (inpatient) bill(draft).content.fields.就诊时间 = { from: visit.from, to: addDays(visit.to, 6) }
      else draft.one(slot).content.fields.就诊日期 = addDays(visit.from, -40)
    },
  })
  d.mayFail({
    id: 'record-of-another-person',
    title: `${slot}上的姓名不是申请人`,
    slot,
    fails: { 'MEDFEE-P08': '病史上的姓名与票据不一致' },
    apply: (draft) => {
      draft.one(slot).content.fields.姓名 = person(draft.random('other-patient'), draft.at).name
    },
  })
  d.mayFail({
    id: 'record-unsealed',
    title: `${slot}没有盖医院的章`,
    slot,
    fails: { 'MEDFEE-P09': '病史材料没有医院专用章', 'M37-P03': '出院小结没有医院盖章' },
    apply: (draft) => {
      draft.one(slot).content.marks.盖章 = false
    },
  })
  d.mayFail({
    id: 'record-unsigned',
    title: `${slot}没有医师签名`,
    slot,
    fails: { 'MEDFEE-P09': '病史材料没有医师签名' },
    apply: (draft) => {
      draft.one(slot).content.marks[inpatient ? '医师签名' : '医师'] = false
    },
  })
  if (visit.injured)
    d.mayFail({
      id: 'injury-without-cause',
      title: '是外伤，没有写明致伤原因',
      slot: '申请表',
      touches: '外伤',
      fails: { 'MEDFEE-P10': '外伤没有写明致伤原因', 'FORM-P01': '外伤情况没有写' },
      apply: (draft) => draft.answer('mf_injury', null),
    })
  d.mayFail({
    id: 'hit-by-a-car',
    title: '是交通事故受的伤，应由对方负担',
    slot,
    touches: '外伤',
    refuse: true,
    fails: {
      'MEDFEE-P10': '应由第三人负担',
      'M39-P03': '车祸外伤，应由第三人负担',
      ...(inpatient ? {} : { 'M36-P03': '不是门诊大病的病种' }),
    },
    apply: (draft) => {
      injure(draft, slot, visit, '交通事故致右胫骨骨折')
      draft.form.mf_injury = '骑车时被汽车撞倒，对方全责'
      draft.answer('mf_injury', '骑车时被汽车撞倒，对方全责')
    },
  })
}

/** Changes the diagnosis to an injury, on the record and in the form. */
function injure(draft: Draft, slot: string, visit: Visit, diagnosis: string): void {
  const inpatient = visit.way === '住院'
  for (const { content } of draft.of(slot)) {
    if (inpatient) Object.assign(content.fields, { 入院诊断: diagnosis, 出院诊断: `${diagnosis}术后` })
    else Object.assign(content.fields, { 诊断: diagnosis, 主诉: '摔伤后右侧肢体疼痛两小时' })
  }
  draft.form.mf_diag = inpatient ? `${diagnosis}术后` : visit.bills.map(() => diagnosis).join('；')
}

/** The whole visit lies `days` earlier, on every paper and in every source. */
export function visitEarlier(draft: Draft, visit: Visit, days: number): void {
  const earlier = (value: unknown): unknown => {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return addDays(value, -days)
    if (typeof value !== 'object' || value === null || !('from' in value)) return value
    const { from, to } = value as { from: string; to: string }
    return { from: addDays(from, -days), to: addDays(to, -days) }
  }
  const shift = (fields: Record<string, unknown>) => {
    for (const name of ['开票日期', '就诊时间', '日期', '入院日期', '出院日期', '就诊日期', '结算日期'])
      if (fields[name] !== undefined) fields[name] = earlier(fields[name])
  }
  for (const { type, content } of draft.papers) if (['MRB', 'FDL', 'DSM', 'CSE'].includes(type)) shift(content.fields)
  for (const source of ['电子票据库', '医保结算库']) for (const record of draft.registry[source] ?? []) shift(record)
  draft.form.mf_date = addDays(visit.from, -days)
}
