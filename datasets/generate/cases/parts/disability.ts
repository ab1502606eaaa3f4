import type { CaseValue } from '../../../case-format.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { PersonalApplicant } from './applicant-person.ts'
import { whose } from './kin.ts'

const KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const
const GRADES = ['一级', '二级', '三级', '四级'] as const

/** A certificate of disability: its number ends in kind and grade. */
export interface DisabilityCard {
  number: string
  kind: (typeof KINDS)[number]
  grade: (typeof GRADES)[number]
}

/** The certificate of disability of the applicant, in the register and on paper or electronically. */
export function disabled(
  d: Draft,
  self: PersonalApplicant,
  o: {
    kinds?: readonly DisabilityCard['kind'][]
    grades?: readonly DisabilityCard['grade'][]
    jobless?: boolean
    guardian?: string
  },
): DisabilityCard {
  const random = d.random('disability')
  const kind = random.pick(o.kinds ?? KINDS)
  const grade = random.pick(o.grades ?? GRADES)
  const number = `${self.number}${KINDS.indexOf(kind) + 1}${GRADES.indexOf(grade) + 1}`
  const issued = addDays(addYears(d.at, -random.int(1, 6)), -random.int(5, 200))
  d.record(
    '残联库',
    { cnid: self.number },
    {
      ...whose(self),
      证号: number,
      残疾类别: [kind],
      残疾等级: grade,
      证件状态: '有效',
      有效期至: addYears(issued, 10),
      重残无业: o.jobless ?? false,
    },
  )
  d.licence(
    '残疾人证',
    'DPCARD',
    { cnid: self.number },
    {
      姓名: self.name,
      性别: self.sex,
      民族: self.people,
      出生年月: self.birth,
      身份证号: self.number,
      住址: self.address,
      残疾类别: kind,
      残疾等级: grade,
      证号: number,
      批准残联: `上海市${DISTRICT.name}示例残疾人联合会`,
      填发日期: issued,
      ...(o.guardian ? { 监护人姓名: o.guardian, 监护人电话: self.phone } : {}),
    },
    { variant: '第二代残疾人证', marks: { 残联章: `上海市${DISTRICT.name}示例残疾人联合会` } },
  )
  return { number, kind, grade }
}

/** The certificate has run out, or is no longer in force. */
export function disabilityDefects(
  d: Draft,
  self: PersonalApplicant,
  fails: Record<string, string>,
  answers: Record<string, CaseValue> = {},
): void {
  const own = ({ 键 }: { 键: { cnid?: string | undefined } }) => 键.cnid === self.number
  d.mayFail({
    id: 'disability-card-expired',
    title: '残疾人证已经过期',
    slot: '残疾人证',
    fails,
    apply: (draft) => {
      const 填发日期 = addDays(addYears(draft.at, -10), -draft.random('expired').int(20, 300))
      draft.amend('残联库', { 有效期至: addYears(填发日期, 10) }, own)
      if (draft.of('残疾人证').length > 0) draft.change('残疾人证', { 填发日期 })
      for (const record of draft.registry.电子证照 ?? [])
        if (record.about === '残疾人证') Object.assign(record, { 填发日期 })
    },
  })
  d.mayFail({
    id: 'disability-card-frozen',
    title: '残疾人证已被冻结、注销',
    slot: '残疾人证',
    fails,
    apply: (draft) => {
      draft.amend('残联库', { 证件状态: draft.random('frozen').pick(['冻结', '注销']) }, own)
      Object.assign(draft.answers, answers)
    },
  })
}
