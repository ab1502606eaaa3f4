import type { Random } from '../../random.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { identityCard } from '../parts/identity.ts'
import { leasePaper, recordTenancy, tenancy } from '../parts/tenancy.ts'

/** M50 上海市居住证 */
export const SCENARIOS: MatterRecipe = { S094: first, S095: endorse, S096: moved, S097: again }

function newcomer(d: Draft): PersonalApplicant {
  const self = personalApplicant(d, { local: false, age: [22, 55] })
  if (d.of('申请人身份证').length === 0 && d.random('card').chance(0.3))
    d.paper('申请人身份证', 'ID', identityCard(self))
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  // The home is what the permit is about: its district is asked by M50-P03, with papers that agree.
  d.cannot('another-district')
  d.none('办的就是居住证，不看户籍', 'PERS-P03')
  return self
}

/** Why the person lives here: work, school or a home. */
function reason(d: Draft, self: PersonalApplicant, random: Random): void {
  const employer = `上海${random.pick(['云渡', '青橙', '江右', '砚山'])}${random.pick(['信息科技', '物流', '餐饮管理'])}有限公司`
  d.known({ jz_type: '就业', jz_unit: employer })
  const months = random.int(7, 40)
  d.record(
    '社保库',
    { cnid: self.number },
    {
      姓名: self.name,
      证件号码: self.number,
      参保单位: employer,
      险种: ['养老保险', '医疗保险', '失业保险'],
      参保状态: '在缴',
      参保身份: '单位职工',
      累计缴费月数: months + random.int(0, 20),
      连续缴费月数: months,
    },
  )
}

function home(d: Draft, self: PersonalApplicant): void {
  const t = tenancy(d, 'home-tenancy', {
    place: self.home,
    area: 62.4,
    use: '居住',
    tenant: self.name,
    own: false,
    filed: 0.5,
  })
  d.known({ jz_addr: self.home })
  if (t.lease?.filing) recordTenancy(d, t, self.name, { cnid: self.number })
  leasePaper(d, t, { name: self.name, signer: self.name, firm: false })
}

function residence(d: Draft, self: PersonalApplicant, since: string): void {
  d.known({ jz_start: since })
  d.amend('实有人口库', { 居住登记日期: since }, ({ 键 }) => 键.cnid === self.number)
}

function first(d: Draft): void {
  const random = d.random('first')
  const self = newcomer(d)
  reason(d, self, random)
  home(d, self)
  residence(d, self, addDays(d.at, -random.int(200, 900)))
  agent(d, { name: self.name, signer: self.name, firm: false }, '上海市居住证')
  d.paper('证件照', 'PHO', {})
  d.mayFail({
    id: 'registered-too-late',
    title: '居住登记不满半年',
    slot: '居住登记',
    refuse: true,
    fails: { 'M50-P01': '居住登记不满半年' },
    apply: (draft) => {
      const since = addDays(draft.at, -draft.random('late').int(20, 150))
      draft.amend('实有人口库', { 居住登记日期: since })
      draft.form.jz_start = since
    },
  })
  d.mayFail({
    id: 'lease-of-another-home',
    title: '租赁合同是另一处房子的',
    slot: '房屋租赁合同',
    fails: { 'M50-P01': '租赁合同的坐落与居住地址不同' },
    apply: (draft) => draft.change('房屋租赁合同', { 房屋坐落: `上海市${DISTRICT.name}真北路2180号6幢403室` }),
  })
}

/** The permit somebody already holds, in the register and mostly as an electronic licence. */
function permit(
  d: Draft,
  self: PersonalApplicant,
  at: { address: string; endorsedTo: string; onPaper?: boolean },
): void {
  const issued = addYears(at.endorsedTo, -d.random('permit').int(2, 5))
  const agency = `上海市公安局${DISTRICT.name.replace('区', '')}示例分局`
  d.record(
    '居住证库',
    { cnid: self.number },
    {
      姓名: self.name,
      居住地住址: at.address,
      签发机关: agency,
      签发日期: issued,
      签注到期日: at.endorsedTo,
      状态: '正常',
    },
  )
  const card = {
    姓名: self.name,
    性别: self.sex,
    民族: self.people,
    出生日期: self.birth,
    公民身份号码: self.number,
    居住地住址: at.address,
    签发机关: agency,
    签发日期: issued,
  }
  if (at.onPaper) d.paper('原许可证', 'RPC', card)
  else d.licence('原许可证', 'RPC', { cnid: self.number }, card)
}

function endorse(d: Draft): void {
  const random = d.random('endorse')
  const self = newcomer(d)
  reason(d, self, random)
  home(d, self)
  residence(d, self, addDays(d.at, -random.int(400, 1500)))
  permit(d, self, { address: self.home, endorsedTo: addDays(d.at, random.int(2, 26)) })
  d.mayFail({
    id: 'endorsement-late',
    title: '签注已经逾期',
    slot: '原许可证',
    fails: { 'S095-P01': '签注到期日已过' },
    apply: (draft) => draft.amend('居住证库', { 签注到期日: addDays(draft.at, -20), 状态: '使用功能中止' }),
  })
  d.mayFail({
    id: 'insurance-stopped',
    title: '社保已经停缴',
    slot: '社保',
    fails: { 'S095-P02': '事由为就业，社保已停缴', 'M50-P02': '没有稳定就业、住所、就读' },
    apply: (draft) => {
      draft.amend('社保库', { 参保状态: '停缴', 连续缴费月数: 0 })
      delete draft.registry.租赁备案库
      delete draft.registry.不动产登记库
      draft.answer('jz_type', '就业')
      draft.answer('jz_unit', draft.form.jz_unit ?? null)
    },
  })
}

function moved(d: Draft): void {
  const self = newcomer(d)
  const old = `上海市${DISTRICT.name}真北路2180号6幢403室`
  reason(d, self, d.random('moved'))
  home(d, self)
  const since = addDays(d.at, -d.random('since').int(5, 25))
  residence(d, self, since)
  permit(d, self, { address: old, endorsedTo: addDays(d.at, 190) })
  d.known({ chg_item: ['居住地址'], chg_old: old, chg_new: self.home, chg_date: since })
  d.mayFail({
    id: 'home-not-registered',
    title: '新地址没有办居住登记',
    slot: '居住登记',
    fails: { 'S096-P01': '居住登记还是旧地址', 'CHANGE-P02': '变更后内容与居住登记不一致' },
    apply: (draft) => {
      draft.amend('实有人口库', { 居住地址: old })
      draft.answer('chg_item', ['居住地址'])
      draft.answer('chg_old', old)
      draft.answer('chg_new', self.home)
      draft.answer('p_live', self.home)
    },
  })
}

function again(d: Draft): void {
  const self = newcomer(d)
  const lost = d.random('lost').chance(0.6)
  const when = addDays(d.at, -d.random('when').int(3, 30))
  if (lost) {
    d.known({ lost_no: self.number })
    d.typed({ lost_reason: '遗失', lost_date: when })
    d.record(
      '居住证库',
      { cnid: self.number },
      {
        姓名: self.name,
        居住地住址: self.home,
        签发机关: '上海市公安局普陀示例分局',
        签发日期: addYears(d.at, -2),
        签注到期日: addDays(d.at, 200),
        状态: '正常',
      },
    )
    d.paper('遗失声明', 'LST', {
      声明主体: self.name,
      证照名称: '上海市居住证',
      证照编号: self.number,
      声明日期: addDays(when, 1),
    })
    d.none('不是损坏补证', 'LOST-P03')
    d.mayFail({
      id: 'loss-of-another-paper',
      title: '遗失声明写的是别的证件',
      slot: '遗失声明',
      fails: { 'LOST-P02': '声明遗失的不是居住证' },
      apply: (draft) => draft.change('遗失声明', { 证照名称: '机动车驾驶证' }),
    })
  } else {
    d.known({ lost_no: self.number })
    d.typed({ lost_reason: '损坏', lost_date: when })
    permit(d, self, { address: self.home, endorsedTo: addDays(d.at, 200), onPaper: true })
    d.none('不是遗失补证', 'LOST-P02')
  }
  d.mayFail({
    id: 'permit-suspended',
    title: '居住证使用功能中止',
    slot: '居住证',
    fails: { 'S097-P01': '原证状态不是正常', 'LOST-P01': '签注已经到期，使用功能中止' },
    apply: (draft) => draft.amend('居住证库', { 状态: '使用功能中止', 签注到期日: addDays(draft.at, -15) }),
  })
}
