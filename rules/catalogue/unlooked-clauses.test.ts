import { expect, test } from 'vitest'
import { loadCatalogue } from './load.ts'

const catalogue = loadCatalogue()
const statements = new Map(
  [...catalogue.scenarios.values()].flatMap(({ points }) =>
    points.map(({ point }) => [point.id, point.statement] as const),
  ),
)

/**
 * A verdict repeats the statement, so a clause that no rule looks at has to be named in it:
 * the point, and the clause that is left to a person or whose number nobody has confirmed.
 */
const unlooked: readonly (readonly [point: string, clause: string])[] = [
  ['M22-P03', '面积数值依据待核'],
  ['M17-P05', '品类面积的数值依据待核'],
  ['M16-P04', '面积数值依据待核'],
  ['M35-P03', '人数依据待核'],
  ['M35-P04', '上限依据待核'],
  ['M42-P04', '津贴额请人算'],
  ['M38-P03', '报销比例依据待核'],
  ['M25-P03', '研发费用占比依据待核'],
  ['M24-P01', '区级奖励标准依据待核'],
  ['S018-P03', '面积请人看'],
  ['M26-P02', '真伪请人查验'],
  ['M22-P02', '诊所基本标准请人看'],
  ['M22-P05', '其余请人看'],
  ['S089-P02', '面积数值依据待核'],
  ['S001-P01', '面积由要点 PLAN-P03 核对'],
  ['S001-P05', '平面图位置的对应请人看'],
  ['S002-P01', '容积的要求依据待核'],
  ['S002-P03', '放置地点只核对填了没有'],
  ['S005-P04', '面积请人看'],
  ['M02-P04', '平台名称请人看'],
  ['M06-P07', '方量与时长是否匹配请人看'],
  ['S016-P03', '机构资质只核对写了CMA编号'],
  ['M09-P01', '不规范用字只核对常见的违禁词'],
  ['M18-P01', '在岗请人看'],
  ['M30-P03', '和岗位人员的对应请人看'],
  ['M33-P02', '等级范围依据待核'],
  ['M34-P02', '是哪几个月请人看'],
  ['M34-P03', '以前的月份请人看'],
  ['S094-P01', '脸部占比请人看'],
  ['M50-P03', '是哪个派出所请人看'],
  ['S085-P01', '计划生育手术的天数、孕周依据待核'],
  ['S098-P01', '由要点 IMG-P02 核对'],
  ['S098-P02', '开户时间请人看'],
  ['PREM-P06', '骑缝章请人看'],
  ['FORM-P04', '材料日期只核对授权委托书的签署日期'],
  ['STAFF-P04', '复训请人看'],
  ['STAFF-P03', '职称证书上没有证件号'],
  ['CHANGE-P01', '其他变更请人看'],
  ['CANCEL-P02', '副本请当面点收'],
  ['S004-P02', '章请人看'],
  ['S017-P02', '章请人看'],
  ['M28-P02', '只核对不比它多'],
  ['FUND-P03', '批次只核对立项日期'],
  ['S006-P01', '有效期照在册信息'],
  ['S013-P03', '有效期照在册信息'],
  ['M47-P04', '打不打得通请人看'],
  ['M09-P02', '立面范围只核对招牌长度'],
  ['M12-P03', '逐车匹配请人看'],
  ['SYS-P02', '正文请人看'],
  ['FORM-P03', '是谁的请人看'],
  ['LOST-P03', '原件请当面收回'],
  ['M32-P04', '没有数据可查，请人问'],
  ['M44-P02', '有没有涂改请人看'],
  ['S054-P01', '是不是本人笔迹请人看'],
  ['S064-P01', '门槛由要点 M26-P01 核对'],
  ['M07-P02', '其余由现场核查看'],
]

test.each(unlooked)('%s says in its statement, in brackets, that no rule looks at: %s', (point, clause) => {
  expect(statements.get(point)).toMatch(new RegExp(`（[^（）]*${clause}[^（）]*）$`))
})
