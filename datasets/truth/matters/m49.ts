import { fen, inForce, rows, text } from '../compare.ts'
import { type Checks, fail, holds, none, person } from '../label.ts'
import { aboutMe, held } from '../persons.ts'

const UNABLE = /^(?:无|没有|丧失|完全丧失|不具备|大部分丧失)/u
const IDLE = /无业|失业|未就业|待业|没有工作|没工作|无工作|求职/u

export const CHECKS: Checks = {
  'M49-P01': (c) => {
    const report = aboutMe(c, '经济核对库')[0]
    const [income, limit] = [fen(held(report, '家庭月人均收入')), fen(held(report, '适用低保标准'))]
    if (income === null || limit === null) return person('还没有经济状况核对报告')
    if (income >= limit) return fail('人均收入不低于低保标准')
    return holds(held(report, '财产符合规定') !== false, '财产不符合规定')
  },
  'M49-P02': () => person('户籍状态和共同生活人员由人认定'),
  'M49-P03': (c) => {
    const able = rows(c.form('db_job')).filter(
      (one) =>
        !UNABLE.test(text(one.劳动能力 ?? null)) &&
        IDLE.test(text(one.就业状况 ?? null)) &&
        !/在校|就读|退休|学生/u.test(text(one.就业状况 ?? null)),
    )
    if (able.length === 0) return none('没有有劳动能力而未就业的成员')
    const without = able.filter(
      (one) =>
        !c
          .about('就业库', text(one.证件号码 ?? null))
          .some(
            (record) =>
              ['失业登记', '求职登记'].includes(text(held(record, '登记类别'))) &&
              held(record, '状态') !== '失效' &&
              inForce(held(record, '有效期限'), c.at, true),
          ),
    )
    return holds(without.length === 0, `${without.map((one) => text(one.姓名 ?? null)).join('、')}没有失业或求职登记`)
  },
  'M49-P04': () => person('入户调查和群众评议由人作出'),
}
