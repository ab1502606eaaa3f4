import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { mayLeaveUnasked } from '../parts/blank-field.ts'
import { identityCard, register } from '../parts/identity.ts'
import { bornYearsAgo, relative } from '../parts/kin.ts'
import { reborn } from '../parts/reborn.ts'

/** M41 婚前保健（免费婚前医学检查） */
export const SCENARIOS: MatterRecipe = { S083: book }

const CLINIC = '上海市普陀区示例妇幼保健所'

function book(d: Draft): void {
  const random = d.random('couple')
  const self = personalApplicant(d, { age: [24, 34], local: random.chance(0.75) })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const other = self.sex === '男' ? '女' : '男'
  const drawn = relative(random.fork('partner'), d.at, self, {
    sex: other,
    birth: bornYearsAgo(random.fork('age'), d.at, random.int(24, 33)),
    region: '340103',
  })
  const partner = {
    ...drawn,
    address: `安徽省合肥市庐阳区文昌路${random.int(12, 980)}号2幢301室`,
    issuer: '合肥市公安局庐阳示例分局',
  }
  register(d, partner)
  // Somebody else's electronic licence is not shown without that person's consent.
  d.paper('对方身份证', 'ID', identityCard(partner))
  for (const one of [self, partner])
    d.record(
      '人口核验库',
      { cnid: one.number },
      {
        姓名: one.name,
        证件号码: one.number,
        户籍地址: one.address,
        居住地址: one === self ? self.home : one.address,
        照片可用: true,
        人员状态: '正常',
      },
    )
  if (random.chance(0.5))
    for (const one of [self, partner])
      d.record(
        '婚姻登记库',
        { cnid: one.number },
        {
          [`${one.sex}方姓名`]: one.name,
          [`${one.sex}方证件号码`]: one.number,
          婚姻状况: '未婚',
        },
      )
  const row = (one: typeof partner) => [{ 姓名: one.name, 证件号码: one.number, 电话: one.phone }]
  const [man, woman] = self.sex === '男' ? [self, partner] : [partner, self]
  const mine = self.sex === '男' ? 'hq_m' : 'hq_f'
  d.known({
    hq_m: row(man),
    hq_f: row(woman),
    hq_huji: `${self.address}；${partner.address}`,
  })
  // The partner's telephone is known to nobody but the couple.
  const theirs = mine === 'hq_m' ? 'hq_f' : 'hq_m'
  d.typed({ [theirs]: row(partner), hq_photo: '用身份证照片' })
  const day = addDays(d.at, random.int(3, 25))
  const half = random.pick(['上午', '下午'])
  d.typed({ hq_date: `${day} ${half}` })
  d.record('预约号源库', {}, { 机构: CLINIC, 服务: '婚前医学检查', 时段: `${day} ${half}`, 余号: random.int(2, 12) })
  mayLeaveUnasked(d, 'hq_date', { 'M41-P04': '没有填预约日期' })
  offerDefects(d, self, partner, theirs)
}

type Somebody = ReturnType<typeof relative>

function offerDefects(d: Draft, self: ReturnType<typeof personalApplicant>, partner: Somebody, theirs: string): void {
  d.mayFail({
    id: 'under-age',
    title: '申请人没有到法定婚龄',
    slot: '申请人身份证',
    touches: '婚龄',
    refuse: true,
    fails: { 'M41-P01': '没有到法定婚龄' },
    apply: (draft) => {
      const before = self.number
      reborn(draft, self, self.sex === '男' ? 20 : 18)
      const number = String(draft.form.p_idno)
      for (const key of ['hq_m', 'hq_f'])
        draft.form[key] = (draft.form[key] as Record<string, string>[]).map((row) =>
          row.证件号码 === before ? { ...row, 证件号码: number } : row,
        )
    },
  })
  d.mayFail({
    id: 'married-already',
    title: '两人已经登记结婚',
    slot: '婚姻登记',
    fails: { 'M41-P01': '已经登记结婚' },
    apply: (draft) => {
      draft.registry.婚姻登记库 = []
      const [man, woman] = self.sex === '男' ? [self, partner] : [partner, self]
      const fields = {
        男方姓名: man.name,
        男方证件号码: man.number,
        女方姓名: woman.name,
        女方证件号码: woman.number,
        登记日期: addDays(draft.at, -40),
        婚姻状况: '已婚',
        登记机关: '上海市普陀区民政局示例婚姻登记中心',
      }
      for (const one of [man, woman]) draft.record('婚姻登记库', { cnid: one.number }, fields)
    },
  })
  d.mayFail({
    id: 'partner-name-wrong',
    title: '对方的姓名与人口库不一致',
    slot: '申请表',
    touches: 'partner',
    fails: { 'M41-P02': '对方姓名与证件号对不上' },
    apply: (draft) =>
      draft.answer(theirs, [
        { 姓名: `${partner.name.slice(0, 1)}晓明`, 证件号码: partner.number, 电话: partner.phone },
      ]),
  })
  d.mayFail({
    id: 'photo-unusable',
    title: '人口库的照片不能用',
    slot: '人口核验',
    fails: { 'M41-P02': '照片不可用' },
    apply: (draft) => draft.amend('人口核验库', { 照片可用: false }, ({ 键 }) => 键.cnid === self.number),
  })
  d.mayFail({
    id: 'no-places-left',
    title: '预约的时段号源已满',
    slot: '申请表',
    touches: '号源',
    fails: { 'M41-P04': '时段没有余号' },
    apply: (draft) => draft.amend('预约号源库', { 余号: 0 }),
  })
}
