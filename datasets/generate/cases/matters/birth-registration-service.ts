import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { family } from '../parts/family.ts'
import { ageOn, whose } from '../parts/kin.ts'
import { type Birth, recordBirth } from '../parts/newborn.ts'

/** M43 生育登记服务 */
export const SCENARIOS: MatterRecipe = { S086: register }

function register(d: Draft): void {
  const random = d.random('pregnancy')
  const sex = random.chance(0.75) ? '女' : '男'
  const self = personalApplicant(d, { sex, age: [25, 36], local: random.chance(0.8) })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const most = ageOn(self.birth, d.at) - 24
  const children = random.pick([[], [], [Math.max(1, Math.min(6, most))]])
  const home = family(d, self, { marriage: '已婚', children, wedYears: [1, 4] })
  const spouse = home.spouse
  if (!spouse) return
  const due = addDays(d.at, random.int(30, 220))
  const row = (one: typeof self | typeof spouse) => [{ 姓名: one.name, 证件号码: one.number, 户籍地: one.address }]
  const [wife, husband] = sex === '女' ? [self, spouse] : [spouse, self]
  d.known({ bd_w: row(wife), bd_h: row(husband), bd_cnt: children.length, bd_tel: self.phone })
  // Where the other one is registered, nobody else knows.
  d.typed(sex === '女' ? { bd_h: row(husband) } : { bd_w: row(wife) })
  d.person('在本区；是不是属于本街镇由受理人员看', 'M43-P02')
  d.record(
    '生育服务库',
    { cnid: self.number },
    {
      ...whose(self),
      配偶姓名: spouse.name,
      配偶证件号码: spouse.number,
      登记状态: '未登记',
      已有子女数: children.length,
    },
  )
  for (const [i, child] of home.children.entries()) {
    const birth: Birth = { child, number: `S31${random.digits(7)}`, weeks: 39, hospital: '上海普陀示例妇婴保健院' }
    recordBirth(d, birth, wife, husband, { key: self, children: i + 1, settled: child.name })
  }
  if (random.chance(0.4)) d.typed({ bd_preg: due })
  else {
    d.known({ bd_preg: due })
    d.paper(
      '门急诊病历',
      'CSE',
      {
        医院名称: '上海普陀示例妇婴保健院',
        姓名: wife.name,
        就诊日期: addDays(d.at, -random.int(3, 20)),
        科室: '产科门诊',
        主诉: '停经，常规产检',
        诊断: '宫内早孕，单活胎',
        处理: '按期产检，补充叶酸',
        预产期: due,
      },
      { variant: '门急诊病历', marks: { 盖章: '上海普陀示例妇婴保健院门急诊专用章', 医师: '陆伟' } },
    )
  }
  d.mayFail({
    id: 'divorced-since',
    title: '婚姻登记已经离婚，没有说明',
    slot: '婚姻登记',
    touches: '结婚证',
    fails: {
      'M43-P01': '婚姻登记为离婚',
      'FAMILY-P02': '婚姻状况与婚姻登记不一致',
    },
    apply: (draft) => draft.amend('婚姻登记库', { 婚姻状况: '离婚', 登记日期: addDays(draft.at, -90) }),
  })
  d.mayFail({
    id: 'children-miscounted',
    title: '已有子女数与出生登记不符',
    slot: '申请表',
    touches: 'bd_cnt',
    fails: { 'M43-P03': '子女数与出生登记不一致' },
    apply: (draft) => {
      for (const record of draft.registry.生育服务库 ?? []) delete record.已有子女数
      draft.answer('bd_cnt', children.length + 1)
    },
  })
  d.mayFail({
    id: 'due-date-too-far',
    title: '预产期填得太远，与孕周对不上',
    slot: '申请表',
    touches: 'bd_preg',
    fails: { 'M43-P04': '预产期超过孕期' },
    apply: (draft) => draft.answer('bd_preg', addDays(draft.at, 330)),
  })
  d.mayFail({
    id: 'both-of-another-district',
    title: '夫妻的户籍和居住地都不在本区',
    slot: '户口簿',
    touches: '户籍',
    refuse: true,
    fails: { 'M43-P02': '户籍和居住地都不在本区' },
    apply: (draft) => {
      const there = '上海市徐汇区文昌路218号3幢201室'
      draft.amend('人口库', { 户籍地址: there, 居住地址: there }, ({ 键 }) =>
        home.members.some(({ person }) => person.number === 键.cnid),
      )
      draft.amend('实有人口库', { 居住地址: there })
      for (const { type, content } of draft.papers) if (type === 'ID' || type === 'HKB') content.fields.住址 = there
      for (const record of draft.registry.电子证照 ?? []) if (record.住址 !== undefined) record.住址 = there
      Object.assign(draft.form, {
        p_huji: there,
        p_live: there,
        bd_w: [{ 姓名: wife.name, 证件号码: wife.number, 户籍地: there }],
        bd_h: [{ 姓名: husband.name, 证件号码: husband.number, 户籍地: there }],
      })
      const theirs = sex === '女' ? 'bd_h' : 'bd_w'
      draft.answer(theirs, draft.form[theirs] ?? null)
    },
  })
}
