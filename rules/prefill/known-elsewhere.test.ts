import { expect, test } from 'vitest'
import type { ReadField } from '../../facts/reading.ts'
import { judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from '../index.ts'

const catalogue = loadCatalogue()

const record = (source: string, recordId: string, values: SourceAnswer['record']): SourceAnswer => ({
  ...{ source, about: null, state: 'ok', record: values, recordId, asOf: '2026-06-01', requestId: 'r' },
})

/** A photographed paper that says this, each value read with this confidence. */
function paper(documentType: string, values: Record<string, string | number>, confidence = 0.97): SubmittedMaterial {
  const field = (value: string | number): ReadField => ({
    ...{ value, raw: String(value), label: '', confidence, state: 'ok', page: 1, box: null },
  })
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]))
  const quality = { score: 1, issues: [], advice: [] }
  const document = { documentType, confidence: 0.99, pages: [1], fields, marks: [], quality, digital: false }
  return { id: documentType, slot: null, fileName: '1.jpg', documents: [document], signatures: [], error: null }
}

interface Known {
  sources?: SourceAnswer[]
  materials?: SubmittedMaterial[]
  applicant?: Parameters<typeof judge>[0]['applicant']
}

function field(scenario: string, key: string, { sources = [], materials = [], applicant = null }: Known) {
  const { form } = judge({ catalogue, scenario, at: '2026-06-01', applicant, materials, sources })
  return form.find((one) => one.key === key)
}

const filled = (...asked: Parameters<typeof field>) => field(...asked)?.value ?? null

const account = (id: string, 账号: string, 账户状态 = '正常') => record('银行账户库', id, { 账号, 账户状态 })

test('an account that cannot be read is the only one in good standing; of two nobody knows which', () => {
  expect(filled('S079', 'bk_no', { sources: [account('a', '6222023468423695838')] })).toBe('6222023468423695838')
  const two = [account('a', '6222023468423695838'), account('b', '6217001234567890128')]
  expect(filled('S079', 'bk_no', { sources: two })).toBeNull()
  expect(filled('S079', 'bk_no', { sources: [account('a', '6222023468423695838', '注销')] })).toBeNull()
})

test('the account on the paper that was handed in goes before the register, unless its reading is doubtful', () => {
  const sources = [account('a', '1001225331654679951')]
  const own = { 户名: '上海云渡物流有限公司', 账号: '1001643801085469920' }
  expect(filled('S061', 'bk_no', { sources, materials: [paper('银行账户材料', own)] })).toBe(own.账号)
  expect(filled('S061', 'bk_no', { sources, materials: [paper('银行账户材料', own, 0.4)] })).toBe('1001225331654679951')
})

test('a card number that fails its check digit was misread and is not filled in', () => {
  const applicant = { kind: 'person', name: '王建国', idNumber: '310107195001011236' } as const
  const card = (账号: string) => ({ applicant, materials: [paper('银行账户材料', { 户名: '王建国', 账号 })] })
  expect(filled('S077', 'bk_no', card('6222621937379309111'))).toBe('6222621937379309111')
  expect(filled('S077', 'bk_no', card('622262193737930911'))).toBeNull()
})

test('the contact of a fund is the agent, and without one the head with the phone of the account', () => {
  const sources = [record('法人库', 'f', { 名称: '甲公司', 法定代表人: '董鹏' })]
  const applicant = { kind: 'organisation', name: '甲公司', phone: '15000001707' } as const
  const agent = { name: '杨敏', idNumber: '310107195001011236', phone: '15000001343' }
  expect(filled('S061', 'fd_contact', { sources, applicant })).toBe('董鹏 15000001707')
  expect(filled('S061', 'fd_contact', { sources, applicant: { ...applicant, agent } })).toBe('杨敏 15000001343')
})

test('what was handed in tells whether a licence was lost or damaged', () => {
  const statement = paper('遗失声明', { 声明主体: '甲公司' })
  const licence = paper('食品经营许可证', { 经营者名称: '甲公司', 许可证编号: 'JY23101070001233' })
  expect(filled('S006', 'lost_reason', { materials: [statement] })).toBe('遗失')
  expect(filled('S006', 'lost_reason', { materials: [licence] })).toBe('损坏')
  expect(filled('S006', 'lost_reason', {})).toBeNull()
})

test('the lease that was handed in says how the premises are held, also when nobody can read it', () => {
  const blurred = { ...paper('房屋租赁合同', {}), slot: '房屋租赁合同' }
  expect(filled('S001', 'prem_own', { materials: [blurred] })).toBe('租赁')
  expect(filled('S001', 'prem_own', {})).toBeNull()
})

test('an address without a room on the lease is completed from the certificate that has it', () => {
  const lease = paper('房屋租赁合同', { 房屋坐落: '上海市普陀区真北路319弄35号' })
  const certificate = paper('不动产权证书', { 坐落: '上海市普陀区真北路319弄35号220室' })
  expect(filled('S049', 'gt_place', { materials: [lease, certificate] })).toBe('上海市普陀区真北路319弄35号220室')
  const stored = paper('房屋租赁合同', { 房屋坐落: '上海市普陀区真北路319弄35号', 建筑面积: 153.1 })
  expect(filled('S042', 'md_wh', { materials: [stored, certificate] })).toBe(
    '上海市普陀区真北路319弄35号220室，153.1平方米',
  )
  const other = paper('不动产权证书', { 坐落: '上海市普陀区真北路321弄1号' })
  expect(filled('S049', 'gt_place', { materials: [lease, other] })).toBe('上海市普陀区真北路319弄35号')
})

test.each([
  ['S008', 'yb_kind', []],
  ['S023', 'cw_open', [record('法人库', 'f', { 名称: '甲', 成立日期: '2022-07-28' })]],
  ['S082', 'yd_place', [record('异地就医备案库', 'y', { 状态: '有效', 备案地: '江苏省南京市' })]],
] as const)('%s: %s is not guessed from what only makes it likely', (scenario, key, sources) => {
  expect(filled(scenario, key, { sources: [...sources] })).toBeNull()
})

test('what a licence of public hygiene covers is read from the paper where no electronic one is held', () => {
  const licence = paper('公共场所卫生许可证', { 单位名称: '甲', 许可项目: '美容、美发' })
  expect(filled('S018', 'hy_item', { materials: [licence] })).toEqual(['生活美容', '美发'])
})

test('a default that a rule works out gives way and contradicts nobody', () => {
  const plan = paper('交通组织方案', { 用途: '人行' })
  expect(field('S028', 'rd_use', { materials: [plan] })).toMatchObject({ value: '人行', conflicts: [] })
  expect(field('S028', 'rd_use', {})).toMatchObject({ value: '机动车', source: '推导' })
})

test('a list of staff of whom one certificate cannot be read is left to the applicant, not filled in by half', () => {
  const doctor = paper('医师执业证书', { 姓名: '张明', 执业证书编码: '173379962454438' })
  const nurse = (confidence: number) =>
    paper('护士执业证书', { 姓名: '范雪', 护士执业证书编号: '201731176187' }, confidence)
  expect(filled('S056', 'cl_staff', { materials: [doctor] })).toHaveLength(1)
  expect(filled('S056', 'cl_staff', { materials: [doctor, nurse(0.97)] })).toHaveLength(2)
  expect(filled('S056', 'cl_staff', { materials: [doctor, nurse(0.43)] })).toBeNull()
})

test('what a road is occupied for is not told by the permit of the building site, save where it goes on', () => {
  const materials = [paper('建筑工程施工许可证', { 编号: '310107202601010101' })]
  expect(filled('S029', 'oc_use', { materials })).toBeNull()
  expect(filled('S031', 'oc_use', { materials })).toBeNull()
  expect(filled('S030', 'oc_use', { materials })).toBe('建设工程施工')
})

test('a renewal is of what the licence says, a filing of what was filed, unless that is what changes', () => {
  const licence = paper('食品经营许可证', { 经营者名称: '甲', 经营项目: '热食类食品制售；自制饮品制售' })
  expect(filled('S005', 'fd_items', { materials: [licence] })).toEqual(['热食类食品制售', '自制饮品制售'])
  const filing = paper('预包装食品备案表', { 经营者名称: '甲', 经营种类: '预包装食品', 销售方式: '实体门店' })
  const mode = (item: string) => {
    const input = { catalogue, scenario: 'S009', at: '2026-06-01', applicant: null, materials: [filing], sources: [] }
    return judge({ ...input, edits: { chg_item: [item] } }).form.find(({ key }) => key === 'yb_mode')?.value
  }
  expect(mode('经营者名称')).toEqual(['实体门店'])
  expect(mode('销售方式')).toBeNull()
})

test('a clinic is called as its doctors are registered, or as it is itself; never as the company that runs it', () => {
  const doctor = paper('医师执业证书', { 姓名: '张明', 主要执业机构: '上海普陀拾光坊内科诊所' })
  const run = (名称: string) => [record('法人库', 'f', { 名称 })]
  expect(filled('S056', 'cl_name', { materials: [doctor] })).toBe('上海普陀拾光坊内科诊所')
  expect(filled('S056', 'cl_name', { sources: run('上海市普陀区清明内科诊所') })).toBe('上海市普陀区清明内科诊所')
  expect(filled('S056', 'cl_name', { sources: run('上海拾光坊内科诊所有限公司') })).toBeNull()
})

test('lifeguards whose certificates cannot all be read are those on the list of staff', () => {
  const guard = paper('职业资格证书', { 姓名: '夏龙', 职业名称: '游泳救生员', 证书编号: 'S31006470126421' })
  const coach = paper('职业资格证书', { 姓名: '赵蕾婷', 职业名称: '社会体育指导员', 证书编号: 'T31005927236896' }, 0.5)
  const row = (姓名: string, 岗位: string, 资质证书号: string) => ({
    姓名,
    岗位,
    资质证书号,
    证件号码: '',
    联系电话: '',
  })
  const rows = [row('夏龙', '救生员', 'S31006470126421'), row('赵蕾婷', '游泳指导员', 'T31005927236896')]
  const roster = paper('人员名单', {}, 0.84)
  const [list] = roster.documents
  if (!list) throw new Error('no list')
  list.fields = {
    人员: { value: rows, raw: '', label: '', confidence: 0.84, state: 'ok', page: 1, box: null },
  }
  const materials = [guard, { ...coach, id: 'coach' }, roster]
  expect(filled('S038', 'sp_guard', { materials })).toEqual([{ 姓名: '夏龙', 证书编号: 'S31006470126421' }])
  expect(filled('S038', 'sp_coach', { materials })).toEqual([{ 姓名: '赵蕾婷', 证书编号: 'T31005927236896' }])
  expect(filled('S038', 'sp_coach', { materials: [guard, { ...coach, id: 'coach' }] })).toBeNull()
})

test('the one page of an electronic household register is not the whole family', () => {
  const values = { 姓名: '董平峰', 公民身份号码: '310107199409115799', 户主或与户主关系: '户主' }
  const page = { ...record('电子证照', 'h', { ...values, 证照状态: '有效' }), about: '居民户口簿' }
  const applicant = { kind: 'person', name: '董平峰', idNumber: '310107199409115799' } as const
  expect(filled('S092', 'fm_list', { applicant, sources: [page] })).toBeNull()
  const own = [{ 姓名: '董平峰', 证件号码: '310107199409115799', 关系: '户主' }]
  const none: SourceAnswer = { ...page, about: null, state: 'absent', record: {} }
  expect(filled('S092', 'fm_list', { applicant, sources: [none], materials: [paper('居民户口簿', values)] })).toEqual(
    own,
  )
})

test('an option is chosen by its own line, and none where no line holds', () => {
  const pledge = (承诺内容: string) => ({ materials: [paper('告知承诺书', { 承诺内容 })] })
  expect(filled('S075', 'lh_type', pledge('本人现从事平台就业，承诺如实申报'))).toBe('平台就业')
  expect(filled('S075', 'lh_type', pledge('本人现从事家庭服务，承诺如实申报'))).toBe('家庭服务')
  expect(filled('S075', 'lh_type', pledge('本人承诺如实申报'))).toBeNull()
  expect(['S001', 'S002', 'S003'].map((scenario) => filled(scenario, 'fd_type', {}))).toEqual([
    '餐饮服务经营者',
    '食品销售经营者',
    '集中用餐单位食堂',
  ])
})
