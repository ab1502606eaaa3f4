import { expect, test } from 'vitest'
import { judge, loadCatalogue, type SourceAnswer } from '../index.ts'

const catalogue = loadCatalogue()

const record = (source: string, recordId: string, values: SourceAnswer['record']): SourceAnswer => ({
  source,
  about: null,
  state: 'ok',
  record: values,
  recordId,
  asOf: '2026-06-01',
  requestId: 'r',
})

function filled(scenario: string, key: string, sources: SourceAnswer[]) {
  const { form } = judge({ catalogue, scenario, at: '2026-06-01', applicant: null, materials: [], sources })
  return form.find((field) => field.key === key)?.value ?? null
}

const permit = (id: string, 主体业态: string) => record('许可证库', id, { 状态: '有效', 许可证编号: id, 主体业态 })

test('the kind of food business is taken from the only licence, and left open among several', () => {
  const shop = permit('JY13101070001233', '食品销售经营者')
  expect(filled('S005', 'fd_type', [shop])).toBe('食品销售经营者')
  expect(filled('S005', 'fd_type', [shop, permit('JY23101070001233', '餐饮服务经营者')])).toBeNull()
})

test.each([
  ['S006', 'lost_no'],
  ['S007', 'cn_no'],
])('%s: the number of the only licence of this kind is filled in, other licences aside', (scenario, key) => {
  const licence = (id: string, 证照名称: string) => record('许可证库', id, { 证照名称, 许可证编号: id, 状态: '有效' })
  const food = licence('JY23101070001233', '食品经营许可证')
  expect(filled(scenario, key, [food])).toBe('JY23101070001233')
  expect(filled(scenario, key, [food, licence('PSX2024001', '城镇污水排入排水管网许可证')])).toBe('JY23101070001233')
  expect(filled(scenario, key, [food, licence('JY23101070009999', '食品经营许可证')])).toBeNull()
})

const ONE: [string, string, string, SourceAnswer['record'], unknown][] = [
  ['S004', 'prem_addr', '许可证库', { 许可证编号: '1', 经营场所: '上海市普陀区长安路1号' }, '上海市普陀区长安路1号'],
  ['S020', 'prem_addr', '许可证库', { 许可证编号: '1', 经营场所: '上海市普陀区长安路1号' }, '上海市普陀区长安路1号'],
  ['S005', 'rn_end', '许可证库', { 证照名称: '食品经营许可证', 有效期至: '2026-08-01' }, '2026-08-01'],
  ['S087', 'ce_no', '出生登记库', { 出生医学证明编号: 'A310000001' }, 'A310000001'],
  [
    'S087',
    'ce_mother',
    '出生登记库',
    { 出生医学证明编号: 'A310000001', 母亲姓名: '李小雪', 母亲证件号码: 'X' },
    [{ 姓名: '李小雪', 证件号码: 'X' }],
  ],
  ['S021', 'nc_permit', '施工许可库', { 编号: '310107202601010101' }, '310107202601010101'],
  [
    'S026',
    'ws_proj',
    '施工许可库',
    { 编号: '310107202601010101', 工程名称: '长安路工程' },
    '长安路工程 310107202601010101',
  ],
]

test.each(ONE)(
  '%s: %s comes from the only record of %s, from none of two',
  (scenario, key, source, values, expected) => {
    expect(filled(scenario, key, [record(source, 'a', values)])).toEqual(expected)
    expect(filled(scenario, key, [record(source, 'a', values), record(source, 'b', values)])).toBeNull()
  },
)

const registered = record('法人库', 'f', { 名称: '甲', 最近变更日期: '2026-05-20', 最近变更事项: ['名称'] })

test('the day of a change is that of the business licence only when what changed stands on it', () => {
  const dayOf = (items: string[]) => {
    const input = {
      catalogue,
      scenario: 'S004',
      at: '2026-06-01',
      applicant: null,
      materials: [],
      sources: [registered],
    }
    const { form } = judge({ ...input, answers: { chg_item: items } })
    return form.find(({ key }) => key === 'chg_date')?.value ?? null
  }
  expect(dayOf(['经营者名称'])).toBe('2026-05-20')
  expect(dayOf(['经营场所（门牌重编）'])).toBeNull()
})

test('a father whom the archive does not name is not filled in as an empty row', () => {
  const child = { 出生医学证明编号: 'A310000001', 母亲姓名: '李小雪', 母亲证件号码: 'X' }
  expect(filled('S087', 'ce_father', [record('出生登记库', 'b', child)])).toBeNull()
  expect(
    filled('S087', 'ce_father', [record('出生登记库', 'b', { ...child, 父亲姓名: '王大山', 父亲证件号码: 'Y' })]),
  ).toEqual([{ 姓名: '王大山', 证件号码: 'Y' }])
})

test('the months of insurance are told from the latest date among several records', () => {
  const paid = (id: string, 参保起始日期: string, 最近缴费月: string) =>
    record('社保库', id, {
      证件号码: '310107198503121023',
      参保身份: '灵活就业人员',
      险种: ['养老', '医疗'],
      参保起始日期,
      最近缴费月,
    })
  const input = { catalogue, scenario: 'S075', at: '2026-06-01', applicant: null, materials: [] }
  const sources = [paid('a', '2024-01-01', '2025-03-01'), paid('b', '2025-06-01', '2026-05-01')]
  const { form } = judge({ ...input, sources, answers: { p_idno: '310107198503121023' } })
  expect(form.find(({ key }) => key === 'lh_pay')?.value).toContain('2025-06-01至2026-05-01')
})
