import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { whose } from '../parts/kin.ts'
import { recordHospital } from '../parts/medical-bill.ts'

/** M23 护士执业注册 */
export const SCENARIOS: MatterRecipe = { S058: first, S059: moved, S060: renewed }

const SCHOOLS = ['上海示例健康医学院', '江南示例护理职业学院', '安徽示例医学高等专科学校']
const HOSPITALS = ['上海市普陀区长风示例医院', '上海真如示例中心医院', '上海曹杨示例医院']
const CHECKERS = ['上海兰溪示例医院', '上海普陀示例中心医院']
const OFFICE = `上海市${DISTRICT.name}示例卫生健康委员会`

interface Nurse {
  self: PersonalApplicant
  school: string
  level: string
  studied: string
  exam: string
}

function nurse(d: Draft, age: readonly [number, number], record: Record<string, string | number | boolean>): Nurse {
  const random = d.random('nurse')
  const self = personalApplicant(d, { age, ...(random.chance(0.85) ? { sex: '女' as const } : {}) })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  const school = random.pick(SCHOOLS)
  const level = random.pick(['大专', '本科'])
  const studied = random.pick(['护理', '护理学', '助产'])
  const exam = `HS${random.digits(10)}`
  const graduated = `${Number(self.birth.slice(0, 4)) + (level === '本科' ? 22 : 21)}-07-01`
  d.record(
    '护士注册库',
    { cnid: self.number },
    {
      ...whose(self),
      考试合格证明编号: exam,
      毕业院校: school,
      专业: studied,
      学制: level === '本科' ? 4 : 3,
      临床实习单位: '上海真如示例中心医院',
      临床实习月数: random.int(8, 10),
      不良执业记录: false,
      ...record,
    },
  )
  d.paper(
    '学历职称证书',
    'EDU',
    {
      姓名: self.name,
      性别: self.sex,
      学校: school,
      专业: studied,
      层次: level,
      证书编号: random.digits(18),
      毕业日期: graduated,
      学制: level === '本科' ? 4 : 3,
      学习形式: '全日制',
    },
    { variant: '毕业证书', marks: { 学校章: school } },
  )
  d.known({ nu_edu: `${school} ${level} ${studied}`, nu_exam: exam })
  const months = d.registry.护士注册库?.[0]?.临床实习月数
  if (d.scenario.id === 'S058') d.known({ nu_intern: `上海真如示例中心医院，${String(months)}个月` })
  examined(d, self)
  photo(d)
  return { self, school, level, studied, exam }
}

/** The health check by a hospital of the second grade or above, within six months. */
function examined(d: Draft, self: PersonalApplicant): void {
  const random = d.random('health')
  const slot = '健康体检表'
  const checker = random.pick(CHECKERS)
  recordHospital(d, { name: checker, area: '上海市', grade: '三级' })
  const on = addDays(d.at, -random.int(8, 120))
  d.paper(
    slot,
    'TST',
    {
      报告编号: `TJ${on.slice(0, 4)}${random.digits(6)}`,
      委托单位: self.name,
      受检单位: self.name,
      受检人: self.name,
      检验日期: on,
      检测项目: ['内科', '外科', '胸部X线', '肝功能', '血常规'],
      检测结论: '合格，身体健康，可以从事护士执业',
      报告日期: addDays(on, 2),
      签发人: '沈立',
      检验机构: checker,
    },
    { marks: { 盖章: `${checker}体检专用章` } },
  )
  d.known({ nu_health: '合格' })
  d.mayFail({
    id: 'health-check-too-old',
    title: '体检已经超过六个月',
    slot,
    fails: { 'M23-P01': '体检表超期' },
    apply: (draft) => {
      const day = addDays(draft.at, -draft.random('old').int(200, 320))
      draft.change(slot, { 检验日期: day, 报告日期: addDays(day, 2) })
    },
  })
  d.mayFail({
    id: 'health-not-fit',
    title: '体检结论不合格',
    slot,
    fails: { 'M23-P01': '体检结论不合格' },
    apply: (draft) => {
      draft.change(slot, { 检测结论: '不合格，活动性肺结核，治愈后复查' })
      draft.form.nu_health = '不合格'
    },
  })
  d.mayFail({
    id: 'health-without-conclusion',
    title: '体检表没有总检结论',
    slot,
    fails: { 'M23-P01': '体检表没有总检结论' },
    apply: (draft) => {
      delete draft.one(slot).content.fields.检测结论
      draft.answer('nu_health', '合格')
    },
  })
}

function photo(d: Draft): void {
  const another = d.random('photo').chance(0.4)
  if (another) d.paper('证件照', 'PHO', {})
  d.known({ nu_photo: another ? '另交照片' : '用身份证照片' })
}

/** The hospital where the nurse is going to work: it has confirmed online, its licence runs. */
function employer(d: Draft, o: { confirmed?: string } = {}): string {
  const name = o.confirmed ?? d.random('employer').pick(HOSPITALS)
  if (!d.registry.医疗机构库?.some(({ 键 }) => 键.name === name))
    recordHospital(d, { name, area: '上海市', grade: '二级' })
  d.known({ nu_org: name })
  d.mayFail({
    id: 'employer-has-not-confirmed',
    title: '执业机构没有在系统里确认',
    slot: '护士注册',
    touches: '确认',
    fails: { 'M23-P02': '执业机构没有确认', 'S059-P01': '新机构没有确认' },
    apply: (draft) => draft.amend('护士注册库', { 拟执业机构已确认: false }),
  })
  d.mayFail({
    id: 'employer-licence-ended',
    title: '执业机构的许可证已经过期',
    slot: '医疗机构',
    fails: { 'M23-P02': '机构许可不在有效期' },
    apply: (draft) =>
      draft.amend(
        '医疗机构库',
        { 许可有效期限: { from: '2010-01-01', to: addDays(draft.at, -60) }, 状态: '注销' },
        ({ 键 }) => 键.name === name,
      ),
  })
  d.mayFail({
    id: 'registered-under-another-name',
    title: '电子化注册系统里的姓名与实际不符',
    slot: '护士注册',
    touches: '姓名',
    fails: { 'M23-P03': '系统里的姓名与实际不符' },
    apply: (draft) => {
      const [record] = draft.registry.护士注册库 ?? []
      draft.amend('护士注册库', { 姓名: `${String(record?.姓名 ?? '').slice(0, 1)}晓` })
    },
  })
  return name
}

function first(d: Draft): void {
  const random = d.random('first')
  const late = random.chance(0.25)
  const passed = addDays(d.at, -(late ? random.int(1200, 1800) : random.int(60, 900)))
  const org = random.pick(HOSPITALS)
  const { self } = nurse(d, [23, 30], {
    考试通过日期: passed,
    拟执业机构: org,
    拟执业机构已确认: true,
    注册状态: '未注册',
  })
  employer(d, { confirmed: org })
  const slot = '培训证明'
  if (late) {
    const from = addDays(d.at, -random.int(120, 160))
    d.paper(slot, 'TRN', {
      姓名: self.name,
      证件号码: self.number,
      培训内容: '临床护理培训',
      培训期间: { from, to: addDays(from, 95) },
      培训机构: '上海真如示例中心医院',
      考核结果: '合格',
      出具日期: addDays(from, 97),
    })
    d.mayFail({
      id: 'late-without-training',
      title: '通过考试超过三年，没有培训证明',
      slot,
      fails: { 'S058-P01': '逾期申请没有培训合格证明', 'IMG-P02': '没有交培训证明' },
      apply: (draft) => draft.remove(slot),
    })
  }
  d.mayFail({
    id: 'studied-something-else',
    title: '学的不是护理、助产专业',
    slot: '学历职称证书',
    refuse: true,
    fails: { 'S058-P02': '不是护理、助产专业' },
    apply: (draft) => {
      const studied = draft.random('studied').pick(['药学', '医学检验技术', '康复治疗技术'])
      draft.change('学历职称证书', { 专业: studied })
      draft.amend('护士注册库', { 专业: studied })
      draft.form.nu_edu = String(draft.form.nu_edu).replace(/\S+$/u, studied)
    },
  })
  d.mayFail({
    id: 'too-few-months-of-practice',
    title: '临床实习不满八个月',
    slot: '护士注册',
    touches: '实习',
    refuse: true,
    fails: { 'S058-P02': '临床实习不满8个月' },
    apply: (draft) => {
      draft.amend('护士注册库', { 临床实习月数: 5 })
      draft.form.nu_intern = '上海真如示例中心医院，5个月'
    },
  })
}

/** The licence in hand, in the register and on paper or electronically. */
function licence(d: Draft, { self }: Nurse, o: { place: string; until: string }): void {
  const since = addDays(addYears(o.until, -5), 1)
  const early = `${Number(self.birth.slice(0, 4)) + 23}-03-01`
  d.licence(
    '护士执业证书',
    'NUR',
    { cnid: self.number },
    {
      姓名: self.name,
      性别: self.sex,
      出生日期: self.birth,
      护士执业证书编号: `${since.slice(0, 4)}31${d.random('licence').digits(6)}`,
      执业地点: o.place,
      首次注册日期: early < since ? early : since,
      注册有效期至: o.until,
      发证机关: OFFICE,
    },
    { marks: { 盖章: OFFICE } },
  )
}

function moved(d: Draft): void {
  const random = d.random('moved')
  const until = addDays(d.at, random.int(200, 1500))
  const [from, to] = random.sample(HOSPITALS, 2)
  const one = nurse(d, [26, 46], {
    考试通过日期: addDays(addYears(until, -5), -90),
    执业机构: from ?? '',
    拟执业机构: to ?? '',
    拟执业机构已确认: true,
    原机构已离职: true,
    注册状态: '注册有效',
    注册有效期至: until,
  })
  employer(d, { confirmed: to ?? '' })
  licence(d, one, { place: from ?? '', until })
  d.mayFail({
    id: 'old-employer-has-not-released',
    title: '原执业机构还没有办离职',
    slot: '护士注册',
    touches: '离职',
    fails: { 'S059-P01': '原机构没有办离职' },
    apply: (draft) => draft.amend('护士注册库', { 原机构已离职: false }),
  })
  d.mayFail({
    id: 'registration-ended',
    title: '原注册已经过期',
    slot: '护士执业证书',
    fails: { 'S059-P01': '原注册不在有效期内' },
    apply: (draft) => expire(draft, addDays(draft.at, -45)),
  })
}

function renewed(d: Draft): void {
  const random = d.random('renewed')
  const until = addDays(d.at, random.int(32, 80))
  const org = random.pick(HOSPITALS)
  const one = nurse(d, [28, 50], {
    考试通过日期: addDays(addYears(until, -5), -90),
    执业机构: org,
    拟执业机构: org,
    拟执业机构已确认: true,
    注册状态: '注册有效',
    注册有效期至: until,
  })
  employer(d, { confirmed: org })
  licence(d, one, { place: org, until })
  d.mayFail({
    id: 'renewed-too-late',
    title: '没有在届满三十日前提出',
    slot: '护士执业证书',
    touches: '期限',
    fails: { 'S060-P01': '不满30日才提出' },
    apply: (draft) => {
      const to = addDays(draft.at, draft.random('late').int(4, 22))
      draft.amend('护士注册库', { 注册有效期至: to })
      printed(draft, to)
    },
  })
  d.mayFail({
    id: 'already-expired',
    title: '注册已经过期才申请延续',
    slot: '护士执业证书',
    touches: '期限',
    fails: { 'S060-P01': '已过期才申请', 'S060-P02': '注册状态为过期' },
    apply: (draft) => expire(draft, addDays(draft.at, -30)),
  })
  d.mayFail({
    id: 'bad-record',
    title: '有不良执业记录',
    slot: '护士注册',
    touches: '不良记录',
    fails: { 'S060-P02': '有不良执业记录' },
    apply: (draft) => draft.amend('护士注册库', { 不良执业记录: true }),
  })
}

function expire(draft: Draft, to: string): void {
  draft.amend('护士注册库', { 注册状态: '注册过期', 注册有效期至: to })
  printed(draft, to)
}

/** Changes the end of the registration on the certificate, wherever it is held. */
function printed(draft: Draft, to: string): void {
  if (draft.of('护士执业证书').length > 0) draft.change('护士执业证书', { 注册有效期至: to })
  for (const record of draft.registry.电子证照 ?? []) if (record.注册有效期至 !== undefined) record.注册有效期至 = to
}
