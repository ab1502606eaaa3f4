import type { CaseValue } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'

/** What is on record of a birth. */
export interface Birth {
  child: Person
  /** Number of the medical certificate of birth: a letter and nine digits. */
  number: string
  weeks: number
  hospital: string
}

/** What stands on a medical certificate of birth. */
export function birthCertificate(
  d: Draft,
  birth: Birth,
  mother: Person,
  father: Person | null,
): Record<string, CaseValue> {
  const random = d.random(`birth/${birth.number}`)
  const { child, number, weeks, hospital } = birth
  return {
    出生医学证明编号: number,
    新生儿姓名: child.name,
    性别: child.sex,
    出生时间: child.birth,
    出生孕周: weeks,
    体重: random.int(52, 78) * 50,
    身长: random.int(47, 53),
    母亲姓名: mother.name,
    母亲证件号码: mother.number,
    ...(father ? { 父亲姓名: father.name, 父亲证件号码: father.number } : {}),
    出生地点: '上海市普陀区',
    接生机构名称: hospital,
    签发机构: hospital,
    签发日期: addDays(child.birth, random.int(3, 12)),
  }
}

/** The register of births about one child, under a parent's number. */
export function recordBirth(
  d: Draft,
  birth: Birth,
  mother: Person,
  father: Person | null,
  o: { key: Person; children: number; settled?: string },
): void {
  const { child, number, hospital } = birth
  d.record(
    '出生登记库',
    { cnid: o.key.number, number },
    {
      出生医学证明编号: number,
      新生儿姓名: child.name,
      性别: child.sex,
      出生日期: child.birth,
      母亲姓名: mother.name,
      母亲证件号码: mother.number,
      ...(father ? { 父亲姓名: father.name, 父亲证件号码: father.number } : {}),
      签发机构: hospital,
      签发日期: addDays(child.birth, 5),
      子女数: o.children,
      已落户: o.settled !== undefined,
      ...(o.settled !== undefined ? { 户籍姓名: o.settled } : {}),
    },
  )
}
