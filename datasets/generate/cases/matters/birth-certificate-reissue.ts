import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { agent } from '../parts/agent.ts'
import { alsoFails } from '../parts/also-fails.ts'
import { type PersonalApplicant, personalApplicant } from '../parts/applicant-person.ts'
import { applicationForm } from '../parts/application.ts'
import { bookPage, family, type Household } from '../parts/family.ts'
import { type Birth, birthCertificate, recordBirth } from '../parts/newborn.ts'

/** M44 出生医学证明补发/换发 */
export const SCENARIOS: MatterRecipe = { S087: apply }

type Reason = '遗失' | '被盗' | '证件损毁' | '信息有误更正' | '变更父母信息'

const OFFICE = '上海普陀示例妇婴保健院'

function apply(d: Draft): void {
  const random = d.random('reissue')
  const self = personalApplicant(d, { sex: '女', age: [26, 42] })
  applicationForm(d, { name: self.name, code: self.number, signer: self.name, firm: false })
  agent(d, { name: self.name, signer: self.name, firm: false }, '出生医学证明补发', 0.25)
  alsoFails(d, 'power-unsigned', { 'M44-P05': '委托书没有母亲签字' })
  const home = family(d, self, { marriage: '已婚', children: [random.int(0, 9)], wedYears: [2, 10] })
  const [child] = home.children
  const father = home.spouse
  if (!child || !father) return
  const birth: Birth = {
    child,
    number: `${random.pick(['P', 'Q', 'R', 'S'])}31${random.digits(7)}`,
    weeks: 39,
    hospital: OFFICE,
  }
  const reason: Reason = random.pick(['遗失', '被盗', '证件损毁', '信息有误更正', '变更父母信息'])
  const added = reason === '变更父母信息'
  recordBirth(d, birth, self, added ? null : father, { key: self, children: 1, settled: child.name })
  childBook(d, home, child)
  d.known({
    ce_no: birth.number,
    ce_baby: [{ 姓名: child.name, 性别: child.sex, 出生日期: child.birth }],
    ce_mother: [{ 姓名: self.name, 证件号码: self.number }],
    ...(added ? {} : { ce_father: [{ 姓名: father.name, 证件号码: father.number }] }),
    ce_hosp: OFFICE,
  })
  d.typed({ ce_reason: reason })
  if (reason === '遗失' || reason === '被盗') lost(d, self, birth, reason)
  else original(d, self, birth, added ? null : father)
  if (added) parentage(d, self, father, child)
  else d.none('父母信息没有变更', 'M44-P03')
  offerDefects(d, father, child)
}

/** The child's own page of the household register. */
function childBook(d: Draft, home: Household, child: Person): void {
  const member = home.members.find(({ person }) => person === child)
  if (member)
    d.paper('新生儿户口簿', 'HKB', bookPage(home, member), {
      variant: '家庭户口',
      marks: { 户口专用章: '上海市公安局普陀分局示例派出所户口专用章' },
    })
}

function lost(d: Draft, self: PersonalApplicant, birth: Birth, reason: Reason): void {
  const slot = '遗失声明'
  const told = `不慎将孩子${birth.child.name}的出生医学证明（编号${birth.number}）${reason === '被盗' ? '连同钱包被盗' : '遗失'}，特此声明。`
  d.paper(
    slot,
    'LST',
    {
      声明主体: self.name,
      证照名称: '出生医学证明',
      证照编号: birth.number,
      遗失经过: told,
      声明日期: addDays(d.at, -3),
    },
    { marks: { 盖章: false } },
  )
  d.mayFail({
    id: 'loss-without-number',
    title: '遗失声明没有写编号',
    slot,
    fails: { 'M44-P02': '遗失声明没有载明编号' },
    apply: (draft) => {
      const { fields } = draft.one(slot).content
      delete fields.证照编号
      fields.遗失经过 = `不慎将孩子${birth.child.name}的出生医学证明遗失，特此声明。`
    },
  })
  d.mayFail({
    id: 'loss-without-child',
    title: '遗失声明没有写孩子的姓名',
    slot,
    fails: { 'M44-P02': '遗失声明没有载明新生儿姓名' },
    apply: (draft) => draft.change(slot, { 遗失经过: '不慎将出生医学证明遗失，特此声明。' }),
  })
}

function original(d: Draft, self: PersonalApplicant, birth: Birth, father: Person | null): void {
  const slot = '原出生医学证明'
  const fields = birthCertificate(d, birth, self, father)
  const marks = { 专用章: `${OFFICE}出生医学证明专用章` }
  d.paper(slot, 'BTC', fields, { key: `${slot}-0`, marks })
  d.paper(slot, 'BTC', fields, { key: `${slot}-1`, marks, variant: '副页' })
  d.mayFail({
    id: 'counterfoil-missing',
    title: '只交了正页，没有交副页',
    slot,
    fails: { 'M44-P02': '原证没有副页' },
    apply: (draft) => {
      draft.papers = draft.papers.filter(({ key }) => key !== `${slot}-1`)
    },
  })
}

function parentage(d: Draft, self: PersonalApplicant, father: Person, child: Person): void {
  const slot = '亲子关系文书'
  d.paper(slot, 'JUD', {
    文书编号: `沪示例司鉴〔${d.at.slice(0, 4)}〕物鉴字第${d.random('parentage').int(100, 990)}号`,
    当事人: `${father.name}、${self.name}、${child.name}`,
    结论: `支持${father.name}为${child.name}的生物学父亲`,
    出具机构: '上海示例司法鉴定中心',
    出具日期: addDays(d.at, -20),
  })
  d.mayFail({
    id: 'no-proof-of-parentage',
    title: '加父亲的信息，没有亲子鉴定或法院文书',
    slot,
    fails: { 'M44-P03': '变更父母信息没有依据', 'IMG-P02': '没有交亲子关系文书' },
    apply: (draft) => draft.remove(slot),
  })
}

function offerDefects(d: Draft, father: Person, child: Person): void {
  d.mayFail({
    id: 'issued-elsewhere',
    title: '签发机构填错',
    slot: '申请表',
    touches: 'ce_hosp',
    fails: { 'M44-P01': '填的签发机构与原签发档案不同' },
    apply: (draft) => draft.answer('ce_hosp', '上海长风示例妇产医院'),
  })
  d.mayFail({
    id: 'number-miswritten',
    title: '原证编号填错',
    slot: '申请表',
    touches: 'ce_no',
    fails: { 'M44-P01': '填的编号与原签发档案不同' },
    apply: (draft) => draft.answer('ce_no', `Z31${draft.random('number').digits(7)}`),
  })
  d.mayFail({
    id: 'child-named-otherwise',
    title: '户口簿上孩子的姓名与出生证不一致',
    slot: '新生儿户口簿',
    fails: { 'M44-P04': '户籍姓名与出生医学证明不一致' },
    apply: (draft) => {
      const other = `${child.name.slice(0, -1)}一`
      draft.change('新生儿户口簿', { 姓名: other })
      draft.amend('出生登记库', { 户籍姓名: other })
    },
  })
  if (!d.applicant.agent)
    d.mayFail({
      id: 'father-collects',
      title: '父亲来代领，没有母亲签字的委托书',
      slot: '授权委托书',
      fails: { 'M44-P05': '父亲代领没有委托书', 'IMG-P02': '没有交受托人身份证' },
      silences: {
        'AGENT-P01': '没有交授权委托书',
        'AGENT-P02': '没有交授权委托书',
        'AGENT-P03': '没有交授权委托书',
        'AGENT-P04': '没有交授权委托书',
      },
      apply: (draft) => {
        draft.applicant = {
          ...draft.applicant,
          agent: { name: father.name, idNumber: father.number, phone: father.phone },
        }
        draft.known({ ag_name: father.name, ag_idno: father.number, ag_tel: father.phone })
        draft.review['PERS-P04'] = { verdict: 'pass' }
      },
    })
}
