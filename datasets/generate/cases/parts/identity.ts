import type { CaseValue } from '../../../case-format.ts'
import type { Person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'

/** What stands on a person's identity card. */
export function identityCard(person: Person): Record<string, CaseValue> {
  return {
    姓名: person.name,
    性别: person.sex,
    民族: person.people,
    出生: person.birth,
    住址: person.address,
    公民身份号码: person.number,
    签发机关: person.issuer,
    有效期限: person.validity,
  }
}

/** The population register's record of a person. */
export function register(d: Draft, person: Person, more: Record<string, CaseValue> = {}): void {
  d.record(
    '人口库',
    { cnid: person.number },
    {
      公民身份号码: person.number,
      姓名: person.name,
      性别: person.sex,
      民族: person.people,
      出生日期: person.birth,
      户籍地址: person.address,
      身份证有效期限: person.validity,
      签发机关: person.issuer,
      人员状态: '正常',
      ...more,
    },
  )
}
