import type { Random } from '../../random.ts'
import { addDays } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bankAccount } from '../parts/bank.ts'
import { drawHousehold, family, type Household, marriageCertificate, recordMarriage } from '../parts/family.ts'
import { ageOn, relative, whose, yuan } from '../parts/kin.ts'
import { recordHospital } from '../parts/medical-bill.ts'
import { type Birth, birthCertificate, recordBirth } from '../parts/newborn.ts'

/** M42 生育保险待遇申领 */
export const SCENARIOS: MatterRecipe = { S084: delivery, S085: operation }

const HOSPITALS = ['上海普陀示例妇婴保健院', '上海真如示例中心医院', '上海长风示例妇产医院']

/** The mother, her insurance as an employee, and where she is paid. */
function mother(d: Draft) {
  const random = d.random('maternity')
  const self = personalApplicant(d, { sex: '女', age: [25, 38] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  bankAccount(d, { name: self.name, key: { cnid: self.number } })
  agent(d, { name: self.name, signer: self.name, firm: false }, '生育保险待遇申领')
  const unit = `上海${tradeName(random)}${random.pick(['信息科技', '商贸', '文化传播', '餐饮管理'])}有限公司`
  const base = random.int(78, 190) * 100
  const months = random.int(14, 70)
  d.record(
    '生育保险库',
    { cnid: self.number },
    {
      ...whose(self),
      参保单位: unit,
      参保状态: '正常',
      参保期间: { from: addDays(d.at, -months * 30), to: '长期' },
      连续缴费月数: months,
      单位月平均工资: yuan(base),
    },
  )
  d.record(
    '社保库',
    { cnid: self.number },
    {
      ...whose(self),
      参保单位: unit,
      险种: ['养老保险', '医疗保险', '失业保险', '工伤保险', '生育保险'],
      参保状态: '在缴',
      参保身份: '单位职工',
      连续缴费月数: months,
      累计缴费月数: months + random.int(0, 30),
      缴费基数: yuan(base),
    },
  )
  d.known({ sy_pay: `${unit}，正常`, sy_base: yuan(base) })
  offerInsuranceDefects(d)
  return { self, random, unit }
}

function offerInsuranceDefects(d: Draft): void {
  d.mayFail({
    id: 'too-few-months',
    title: '生产前连续缴费不够月数',
    slot: '生育保险',
    refuse: true,
    fails: { 'M42-P01': '连续缴费月数不够' },
    apply: (draft) => {
      draft.amend('生育保险库', {
        连续缴费月数: draft.random('few').int(2, 5),
        参保期间: { from: addDays(draft.at, -150), to: '长期' },
      })
      draft.amend('社保库', { 连续缴费月数: 5, 累计缴费月数: 5 })
    },
  })
  d.mayFail({
    id: 'insurance-interrupted',
    title: '生产时已经断缴',
    slot: '生育保险',
    refuse: true,
    fails: { 'M42-P01': '参保已中断' },
    apply: (draft) => {
      draft.amend('生育保险库', {
        参保状态: '中断',
        连续缴费月数: 0,
        参保期间: { from: addDays(draft.at, -900), to: addDays(draft.at, -330) },
      })
      draft.amend('社保库', { 参保状态: '停缴', 连续缴费月数: 0 })
      const [record] = draft.registry.生育保险库 ?? []
      draft.form.sy_pay = `${String(record?.参保单位 ?? '')}，中断`
    },
  })
  d.mayFail({
    id: 'own-wage-instead',
    title: '填的是个人工资，不是单位月平均工资',
    slot: '申请表',
    touches: 'sy_base',
    fails: { 'M42-P04': '月平均工资与缴费基数不一致' },
    // The insurance's register fills the field and locks it: nobody can type another value. It keeps its place in the draw.
    moot: () => true,
    apply: () => {},
  })
}

/** How a delivery reads in the summary, by kind. */
const DELIVERIES = {
  顺产: (w: string) => [
    `${w}，单胎，头位，自然临产`,
    `${w} 单胎 顺产（会阴I度裂伤）`,
    '自然临产，阴道分娩一活婴，产后恢复好。',
  ],
  难产: (w: string) => [
    `${w}，单胎，头盆不称`,
    `${w} 单胎 剖宫产`,
    '因头盆不称行子宫下段剖宫产术，手术顺利，切口愈合好。',
  ],
  多胞胎: (w: string) => [`${w}，双胎`, `${w} 双胎 顺产`, '双胎，先后阴道分娩两活婴，产后恢复好。'],
  '多胞胎（难产）': (w: string) => [`${w}，双胎`, `${w} 双胎 剖宫产`, '双胎行子宫下段剖宫产术，手术顺利。'],
} as const
type Delivery = keyof typeof DELIVERIES

function daysFor(kind: Delivery, children: number): number {
  return 158 + (kind.includes('难产') ? 15 : 0) + (children - 1) * 15
}

function delivery(d: Draft): void {
  const { self, random } = mother(d)
  const home = family(d, self, { marriage: '已婚', children: [], wedYears: [1, 5] })
  const spouse = home.spouse
  if (!spouse) return
  const kind = random.pick(['顺产', '顺产', '难产', '难产', '多胞胎', '多胞胎（难产）'] as const)
  const weeks = kind.includes('多胞胎') ? random.int(35, 37) : random.int(37, 40)
  const born = addDays(d.at, -random.int(20, 120))
  const hospital = random.pick(HOSPITALS)
  const count = kind.includes('多胞胎') ? 2 : 1
  const births = Array.from(
    { length: count },
    (_, i): Birth => ({
      child: relative(random.fork(`newborn-${i}`), d.at, spouse, {
        sex: random.pick(['男', '女'] as const),
        birth: born,
        heir: true,
      }),
      number: `${random.pick(['R', 'S', 'T'])}31${random.digits(7)}`,
      weeks,
      hospital,
    }),
  )
  for (const [i, one] of births.entries()) {
    d.paper('新生儿出生医学证明', 'BTC', birthCertificate(d, one, self, spouse), {
      key: `新生儿出生医学证明-${i}`,
      marks: { 专用章: `${hospital}出生医学证明专用章` },
    })
    recordBirth(d, one, self, spouse, { key: self, children: count })
  }
  recordHospital(d, { name: hospital, area: '上海市', grade: '三级' })
  summaryOf(d, self, { hospital, kind, weeks, born })
  d.record(
    '生育服务库',
    { cnid: self.number },
    {
      ...whose(self),
      配偶姓名: spouse.name,
      配偶证件号码: spouse.number,
      登记状态: '已登记',
      登记日期: addDays(born, -200),
      已有子女数: 0,
      预产期: addDays(born, (40 - weeks) * 7),
    },
  )
  d.known({
    sy_spouse: `${spouse.name} ${spouse.number}`,
    sy_date: born,
    sy_hosp: hospital,
    sy_type: kind,
    sy_weeks: weeks,
    sy_days: daysFor(kind, count),
  })
  offerDeliveryDefects(d, births, kind, home)
}

function summaryOf(
  d: Draft,
  self: PersonalApplicant,
  o: { hospital: string; kind: Delivery; weeks: number; born: string },
): void {
  const [entry, leaving, course] = DELIVERIES[o.kind](`孕${o.weeks}周`)
  const stay = d.random('stay').int(3, 6)
  d.paper(
    '出院小结',
    'DSM',
    {
      医院名称: o.hospital,
      姓名: self.name,
      性别: '女',
      年龄: ageOn(self.birth, o.born),
      住院号: `ZY${d.random('stay').digits(8)}`,
      科室: '产科',
      入院日期: addDays(o.born, -1),
      出院日期: addDays(o.born, stay - 1),
      住院天数: stay,
      入院诊断: entry ?? '',
      出院诊断: leaving ?? '',
      诊疗经过: course ?? '',
      出院医嘱: '产后42天门诊复查，禁性生活三个月，母乳喂养。',
    },
    { variant: '出院小结', marks: { 医师签名: '沈立', 盖章: `${o.hospital}病史专用章` } },
  )
}

function offerDeliveryDefects(d: Draft, births: readonly Birth[], kind: Delivery, home: Household): void {
  d.mayFail({
    id: 'born-outside-without-proof',
    title: '在外省市医院生产，没有附证明',
    slot: '外省市生产证明',
    touches: '医院',
    fails: { 'M42-P02': '外省市生产没有附证明' },
    apply: (draft) => {
      const there = '江苏省苏州市示例妇幼保健院'
      draft.registry.医疗机构库 = []
      recordHospital(draft, { name: there, area: '江苏省苏州市', grade: '三级' }, { 医保定点: false })
      if (draft.of('出院小结').length > 0) draft.change('出院小结', { 医院名称: there }, { 盖章: `${there}病史专用章` })
      for (const { content } of draft.of('新生儿出生医学证明')) {
        Object.assign(content.fields, { 接生机构名称: there, 签发机构: there, 出生地点: '江苏省苏州市' })
        content.marks.专用章 = `${there}出生医学证明专用章`
      }
      draft.amend('出生登记库', { 签发机构: there })
      draft.form.sy_hosp = there
    },
  })
  if (kind === '难产' || kind === '多胞胎（难产）')
    d.mayFail({
      id: 'difficult-birth-not-ticked',
      title: '难产没有勾选，天数算错',
      slot: '申请表',
      touches: 'sy_type',
      fails: { 'M42-P03': '生育类型和天数与出院小结不符' },
      apply: (draft) => {
        const wrong = kind === '难产' ? '顺产' : '多胞胎'
        draft.answer('sy_type', wrong)
        draft.answer('sy_days', daysFor(wrong, births.length))
      },
    })
  d.mayFail({
    id: 'days-miscounted',
    title: '应享受天数算错',
    slot: '申请表',
    touches: 'sy_type',
    fails: { 'M42-P03': '应享受天数不对' },
    apply: (draft) => draft.answer('sy_days', daysFor(kind, births.length) + 15),
  })
  d.mayFail({
    id: 'certificate-of-another-mother',
    title: '出生医学证明上的母亲不是申请人',
    slot: '新生儿出生医学证明',
    fails: { 'S084-P01': '出生医学证明的母亲不是申请人' },
    apply: (draft) => {
      const other = relative(
        draft.random('other-mother'),
        draft.at,
        home.members[0]?.person ?? (births[0]?.child as never),
        {
          sex: '女',
          birth: addDays(draft.at, -11000),
        },
      )
      for (const { content } of draft.of('新生儿出生医学证明'))
        Object.assign(content.fields, { 母亲姓名: other.name, 母亲证件号码: other.number })
      draft.amend('出生登记库', { 母亲姓名: other.name, 母亲证件号码: other.number })
    },
  })
  d.mayFail({
    id: 'pregnancy-not-registered',
    title: '没有办生育登记',
    slot: '生育登记',
    fails: { 'S084-P02': '没有办生育登记' },
    apply: (draft) => draft.amend('生育服务库', { 登记状态: '未登记' }),
  })
}

/** Kinds of ended pregnancies as an outpatient record tells them. */
function ended(random: Random, weeks: number): { diagnosis: string; treatment: string; days: number } {
  return weeks < 16
    ? {
        diagnosis: `孕${weeks}周，${random.pick(['稽留流产', '难免流产', '胚胎停育'])}`,
        treatment: '静脉麻醉下行人工流产术（负压吸宫），术后休息15天',
        days: 15,
      }
    : { diagnosis: `孕${weeks}周，胎死宫内`, treatment: '行中期妊娠引产流产术，术后休息42天', days: 42 }
}

function operation(d: Draft): void {
  const { self, random } = mother(d)
  const married = random.chance(0.8)
  const weeks = random.chance(0.75) ? random.int(7, 13) : random.int(17, 24)
  const day = addDays(d.at, -random.int(20, 90))
  const hospital = random.pick(HOSPITALS)
  const { diagnosis, treatment, days } = ended(random, weeks)
  recordHospital(d, { name: hospital, area: '上海市', grade: '三级' })
  if (married) {
    const home = drawHousehold(d, self, { marriage: '已婚', children: [] })
    recordMarriage(d, self, home)
    marriageCertificate(d, self, home)
    if (home.spouse) {
      d.record(
        '生育服务库',
        { cnid: self.number },
        {
          ...whose(self),
          配偶姓名: home.spouse.name,
          配偶证件号码: home.spouse.number,
          登记状态: '已登记',
          已有子女数: 0,
        },
      )
      d.known({ sy_spouse: `${home.spouse.name} ${home.spouse.number}` })
    }
  }
  const slot = '手术病历'
  d.paper(
    slot,
    'CSE',
    {
      医院名称: hospital,
      姓名: self.name,
      就诊日期: day,
      科室: '妇产科',
      主诉: `停经${weeks}周，阴道少量流血`,
      诊断: diagnosis,
      处理: treatment,
    },
    { variant: '门急诊病历', marks: { 盖章: `${hospital}门急诊专用章`, 医师: '陆伟' } },
  )
  d.none('不是生产类', 'M42-P03')
  d.known({ sy_date: day, sy_hosp: hospital, sy_type: '流产', sy_weeks: weeks, sy_days: days })
  d.mayFail({
    id: 'weeks-not-written',
    title: '病历没有写孕周',
    slot,
    fails: { 'S085-P01': '病历没有写妊娠周数' },
    apply: (draft) => draft.change(slot, { 诊断: diagnosis.replace(/^孕\d+周，/u, ''), 主诉: '停经后阴道少量流血' }),
  })
  d.mayFail({
    id: 'days-miscounted',
    title: '应享受天数算错',
    slot: '申请表',
    touches: 'sy_days',
    fails: { 'S085-P01': '津贴天数不对' },
    apply: (draft) => draft.answer('sy_days', days === 15 ? 30 : 98),
  })
  d.mayFail({
    id: 'done-outside-without-proof',
    title: '在外省市医院手术，没有附证明',
    slot: '外省市生产证明',
    touches: '医院',
    fails: { 'M42-P02': '外省市手术没有附证明' },
    apply: (draft) => {
      const there = '江苏省苏州市示例妇幼保健院'
      draft.registry.医疗机构库 = []
      recordHospital(draft, { name: there, area: '江苏省苏州市', grade: '三级' }, { 医保定点: false })
      draft.change(slot, { 医院名称: there }, { 盖章: `${there}门急诊专用章` })
      draft.form.sy_hosp = there
    },
  })
}
