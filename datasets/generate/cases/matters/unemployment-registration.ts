import { addDays, addYears } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveBlank } from '../parts/blank-field.ts'
import { dismissed, type Leaving, leftJob } from '../parts/employment.ts'
import { whose } from '../parts/kin.ts'
import { reborn } from '../parts/reborn.ts'

/** M31 失业登记 */
export const SCENARIOS: MatterRecipe = { S072: register }

const WISHES = [
  '保安、仓库管理员，每月5000元以上，普陀区',
  '会计或出纳，每月7000元，普陀区或静安区',
  '厨师、面点师，每月6500元，离家近',
  '网约车驾驶员，每月8000元，本市',
]
const SCHOOLS = [
  ['大学本科', '大学本科'],
  ['大学专科', '大专'],
  ['高中', '高中'],
  ['初中', '初中'],
  ['中专（技校）', '中专'],
] as const

function register(d: Draft): void {
  const random = d.random('register')
  const self = personalApplicant(d, { age: [19, 48] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const left = leftJob(d, self, random.int(5, 60))
  const [edu, printed] = random.pick(SCHOOLS)
  if (random.chance(0.5)) {
    d.record(
      '电子证照',
      { cnid: self.number },
      {
        户别: '家庭户',
        户主姓名: self.name,
        住址: self.address,
        姓名: self.name,
        户主或与户主关系: '户主',
        性别: self.sex,
        民族: self.people,
        出生日期: self.birth,
        公民身份号码: self.number,
        文化程度: printed,
        证照状态: '有效',
      },
      '居民户口簿',
    )
    d.known({ un_edu: edu })
  } else d.typed({ un_edu: edu })
  d.known({ un_last: left.firm.name, un_end: left.on, un_reason: left.reason })
  d.typed({ un_want: random.pick(WISHES) })
  if (random.chance(0.3)) {
    const skill = random.pick(['中式烹调师', '电工', '养老护理员'])
    d.known({ un_skill: skill })
    d.record(
      '人员资格库',
      { cnid: self.number },
      {
        ...whose(self),
        资格名称: skill,
        等级: '四级／中级工',
        证书编号: `S${random.digits(15)}`,
        发证日期: addYears(d.at, -3),
        状态: '有效',
      },
    )
  }
  dismissed(d, self, left, random.chance(0.3) ? 'both' : random.chance(0.8) ? 'filed' : 'paper')
  mayLeaveBlank(d, 'un_want')
  offerDefects(d, left)
}

function offerDefects(d: Draft, left: Leaving): void {
  const { self } = left
  d.mayFail({
    id: 'past-working-age',
    title: '已经超过法定退休年龄',
    slot: '申请人身份证',
    refuse: true,
    fails: { 'M31-P01': '已达法定退休年龄' },
    apply: (draft) => reborn(draft, self, 66),
  })
  d.mayFail({
    id: 'still-insured',
    title: '社保还在新单位缴纳',
    slot: '社保',
    fails: { 'M31-P02': '社保仍在缴' },
    apply: (draft) =>
      draft.amend('社保库', {
        参保状态: '在缴',
        参保单位: '上海砚山示例物流有限公司',
        最近缴费月: `${addDays(draft.at, -20).slice(0, 7)}-01`,
      }),
  })
  d.mayFail({
    id: 'has-a-business',
    title: '名下有存续的个体工商户',
    slot: '企业任职',
    fails: { 'M31-P02': '名下有在营的个体工商户' },
    apply: (draft) =>
      draft.record(
        '企业任职库',
        { cnid: self.number },
        {
          ...whose(self),
          单位名称: '上海市普陀区溪上示例便利店',
          角色: '经营者',
          登记状态: '存续',
        },
      ),
  })
  if (d.registry.退工备案库) {
    d.mayFail({
      id: 'other-day',
      title: '填的离职日期与退工备案不同',
      slot: '申请表',
      touches: '退工',
      fails: { 'M31-P03': '离职日期与退工备案不一致' },
      apply: (draft) => {
        draft.answer('un_end', addDays(left.on, 31))
        if (draft.of('解除劳动关系证明').length > 0)
          draft.change('解除劳动关系证明', { 终止日期: addDays(left.on, 31), 签章日期: addDays(left.on, 31) })
      },
    })
    d.mayFail({
      id: 'not-filed',
      title: '单位还没有办退工备案，也没有退工证明',
      slot: '解除劳动关系证明',
      touches: '退工',
      fails: { 'M31-P03': '没有退工备案，也没有退工证明', 'IMG-P02': '没有退工备案，应交退工证明' },
      apply: (draft) => {
        draft.registry.退工备案库 = []
        draft.remove('解除劳动关系证明')
        draft.answer('un_last', left.firm.name)
        draft.answer('un_end', left.on)
        draft.answer('un_reason', left.reason)
      },
    })
  }
}
