import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { economy } from '../parts/economy.ts'
import { family, type Household } from '../parts/family.ts'
import { ageOn, yuan } from '../parts/kin.ts'

/** M49 最低生活保障 */
export const SCENARIOS: MatterRecipe = { S093: apply }

/** Monthly standard a head as the income check states it, in yuan. */
const STANDARD = 1595

function apply(d: Draft): void {
  const random = d.random('allowance')
  const self = personalApplicant(d, { local: true, age: [30, 56] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '最低生活保障', 0.15)
  const marriage = random.pick(['已婚', '已婚', '离婚', '未婚'] as const)
  const age = ageOn(self.birth, d.at)
  const home = family(d, self, {
    marriage,
    children: marriage === '未婚' ? [] : [random.int(6, Math.min(16, age - 24))],
  })
  const means = { income: random.int(60, 148) * 10, savings: random.int(4, 40) * 1000, homes: 1, cars: 0 }
  economy(d, self, home, means, STANDARD)
  d.typed({ db_reason: random.pick(['疾病', '失业', '单亲抚养', '残疾']) })
  mayLeaveBlank(d, 'db_reason')
  house(d, self)
  d.known({ db_car: `车辆${means.cars}辆，房产${means.homes}套` })
  members(d, self, home)
  d.mayFail({
    id: 'income-above-standard',
    title: '人均收入略高于低保标准',
    slot: '经济核对',
    refuse: true,
    fails: { 'M49-P01': '人均收入高于低保标准' },
    apply: (draft) => {
      const income = yuan(STANDARD + draft.random('above').int(3, 30) * 10)
      draft.amend('经济核对库', { 家庭月人均收入: income })
      draft.form.ec_income = income
    },
  })
  d.mayFail({
    id: 'property-over-limit',
    title: '财产不符合规定',
    slot: '经济核对',
    refuse: true,
    fails: { 'M49-P01': '财产超过规定' },
    apply: (draft) => draft.amend('经济核对库', { 财产符合规定: false }),
  })
}

function house(d: Draft, self: PersonalApplicant): void {
  const random = d.random('house')
  if (random.chance(0.5)) {
    d.typed({ db_house: `租住公房，${self.home}，使用面积21平方米` })
    return
  }
  const number = `沪（2015）普字不动产权第${random.digits(6)}号`
  d.record(
    '不动产登记库',
    { cnid: self.number, number },
    { 不动产权证号: number, 权利人: self.name, 坐落: self.home, 用途: '居住', 面积: 48.6, 查封: false },
  )
  d.known({ db_house: self.home })
}

/** What every member can do and does; who can work and has none is registered as jobless. */
function members(d: Draft, self: PersonalApplicant, home: Household): void {
  const rows = home.members.map(({ person }) => {
    const adult = ageOn(person.birth, d.at) >= 18
    const ill = person === self && d.form.db_reason === '疾病'
    const row = { 姓名: person.name, 证件号码: person.number }
    if (!adult) return { ...row, 劳动能力: '没有', 就业状况: '在校' }
    return { ...row, 劳动能力: ill ? '没有' : '有', 就业状况: ill ? '病休' : '失业' }
  })
  d.typed({ db_job: rows })
  for (const { 姓名, 证件号码, 就业状况 } of rows)
    if (就业状况 === '失业') {
      const days = d.random(`jobless/${证件号码}`).int(40, 300)
      d.record(
        '就业库',
        { cnid: 证件号码 },
        {
          姓名,
          证件号码,
          登记类别: '失业登记',
          登记日期: addDays(d.at, -days),
          失业月数: Math.floor(days / 30),
          状态: '有效',
        },
      )
      d.record(
        '就业库',
        { cnid: 证件号码 },
        { 姓名, 证件号码, 登记类别: '求职登记', 登记日期: addDays(d.at, -days), 状态: '有效' },
      )
    }
  if (!rows.some(({ 就业状况 }) => 就业状况 === '失业')) d.none('没有有劳动能力而未就业的成员', 'M49-P03')
  else
    d.mayFail({
      id: 'not-looking-for-work',
      title: '有劳动能力的成员没有办失业登记、求职登记',
      slot: '就业登记',
      fails: { 'M49-P03': '有劳动能力的成员没有办失业登记' },
      apply: (draft) => {
        draft.registry.就业库 = []
      },
    })
}
