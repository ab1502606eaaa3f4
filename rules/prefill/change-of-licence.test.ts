import { expect, test } from 'vitest'
import { judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from '../index.ts'

const catalogue = loadCatalogue()

const record = (source: string, recordId: string, values: SourceAnswer['record']): SourceAnswer => ({
  ...{ source, about: null, state: 'ok', record: values, recordId, asOf: '2026-06-01', requestId: 'r' },
})

const firm = (values: SourceAnswer['record']) =>
  record('法人库', 'f', {
    名称: '上海云渡物流有限公司',
    法定代表人: '薛飞',
    住所: '上海市普陀区宜川路239弄39号217室',
    ...values,
  })

const licence = (id: string, values: SourceAnswer['record'], kind = '道路运输经营许可证') =>
  record('许可证库', id, {
    证照名称: kind,
    许可证编号: id,
    经营者名称: '上海云渡物流有限公司',
    法定代表人: '薛飞',
    住所: '上海市普陀区宜川路239弄39号217室',
    状态: '有效',
    ...values,
  })

function change(
  scenario: string,
  sources: SourceAnswer[],
  answers: Record<string, unknown> = {},
  materials: SubmittedMaterial[] = [],
) {
  const { form } = judge({
    catalogue,
    scenario,
    at: '2026-06-01',
    applicant: null,
    materials,
    sources,
    edits: answers,
  })
  const value = (key: string) => form.find((field) => field.key === key)?.value ?? null
  return [value('chg_item'), value('chg_old'), value('chg_new')]
}

test('without the licence at hand, what its register says otherwise than the register of firms has changed', () => {
  const sources = [firm({}), licence('1', { 经营者名称: '上海砚山物流有限公司' })]
  expect(change('S033', sources)).toEqual([['名称'], '上海砚山物流有限公司', '上海云渡物流有限公司'])
})

test('where the licence prints the seat under another name, a move is told all the same', () => {
  const moved = { 住所: '上海市普陀区白玉路673号2层217室' }
  expect(change('S047', [firm({}), licence('1', moved, '药品经营许可证')])).toEqual([
    ['注册地址'],
    moved.住所,
    '上海市普陀区宜川路239弄39号217室',
  ])
})

test('a firm that may have moved its shop with its seat is told nothing, not half of it', () => {
  const before = '上海市普陀区白玉路673号2层217室'
  const old = { 经营者名称: '上海砚山餐饮有限公司', 住所: before }
  const tell = (place: string) =>
    change('S004', [firm({}), licence('1', { ...old, 经营场所: place }, '食品经营许可证')])
  expect(tell(before)).toEqual([null, null, null])
  expect(tell('上海市普陀区宜川路239弄39号217室')[0]).toEqual(['经营者名称', '住所'])
})

test('a house renumbered is told by its certificate of door numbers', () => {
  const [old, now] = ['上海市普陀区中山北路1209号1层102室', '上海市普陀区中山北路1203号1层102室']
  const materials = [
    paper('公共场所卫生许可证', { 单位名称: '上海云渡物流有限公司', 法定代表人: '薛飞', 经营场所地址: old }),
    paper('门牌证明', { 原地址: old, 现地址: now }),
  ]
  expect(change('S017', [firm({ 住所: now })], {}, materials)).toEqual([['经营场所（门牌重编）'], old, now])
})

test('a clinic that moved and changed its name tells both', () => {
  const old = '上海市普陀区兰溪路683弄21号122室'
  const materials = [paper('医疗机构执业许可证', { 机构名称: '上海砚山诊所', 法定代表人: '薛飞', 地址: old })]
  expect(change('S057', [firm({})], {}, materials).slice(0, 2)).toEqual([['机构名称', '地址'], `上海砚山诊所；${old}`])
})

test.each([
  ['all as registered', {}, false],
  ['another name', { 经营者名称: '上海砚山物流有限公司' }, null],
  ['a name not known', { 经营者名称: null }, null],
])('a renewal is offered “not changed” only where all that can be compared is the same: %s', (_, values, offered) => {
  const { form } = judge({
    ...{ catalogue, scenario: 'S068', at: '2026-06-01', applicant: null, materials: [], edits: {} },
    sources: [firm({}), licence('1', values, '劳务派遣经营许可证')],
  })
  expect(form.find(({ key }) => key === 'rn_changed')?.value ?? null).toBe(offered)
})

test('of two licences, of one of another kind or one that no longer holds nothing is told', () => {
  const old = { 经营者名称: '上海砚山物流有限公司' }
  const nothing = [null, null, null]
  expect(change('S033', [firm({}), licence('1', old), licence('2', {})])).toEqual(nothing)
  expect(change('S033', [firm({}), licence('1', old, '食品经营许可证')])).toEqual(nothing)
  expect(change('S033', [firm({}), licence('1', { ...old, 状态: '注销' })])).toEqual(nothing)
  expect(change('S033', [firm({}), licence('1', {})])).toEqual(nothing)
})

test.each([
  ['S004', '食品经营许可证', '经营项目', { 经营项目: '热食类食品制售' }, '热食类食品制售'],
  ['S035', '网络文化经营许可证', '计算机数量', { 计算机数量: 47 }, '47台'],
  ['S011', '出版物经营许可证', '经营场所（搬迁）', { 经营场所: '上海市普陀区长安路1号' }, '上海市普陀区长安路1号'],
])('%s: what the register of licences (%s) says of %s is the old content', (scenario, _, item, values, old) => {
  const kind = catalogue.scenarios.get(scenario)?.parts.parameters.get('证照名称')?.value
  const sources = [firm({}), licence('1', values, String(kind))]
  expect(change(scenario, sources, { chg_item: [item] })[1]).toBe(old)
  expect(change(scenario, sources, { chg_item: [item, '其他'] })[1]).toBeNull()
})

test('the old scope of a company is written like the new one: item by item, without its headings', () => {
  const sources = [firm({ 经营范围: '一般项目：广告制作；会议及展览服务。' })]
  expect(change('S054', sources, { chg_item: ['经营范围'] })[1]).toBe('广告制作；会议及展览服务')
})

const paper = (documentType: string, values: Record<string, string>): SubmittedMaterial => ({
  ...{ id: documentType, slot: null, fileName: '1.pdf', signatures: [], error: null },
  documents: [
    {
      ...{ documentType, confidence: 0.99, pages: [1], marks: [], digital: true },
      quality: { score: 1, issues: [], advice: [] },
      fields: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          { value, raw: value, label: '', confidence: 0.99, state: 'ok' as const, page: 1, box: null },
        ]),
      ),
    },
  ],
})

test('what only this matter knows to change is taken from its own papers, beside what every licence shares', () => {
  const materials = [
    paper('药品经营许可证', { 企业名称: '上海云渡物流有限公司', 质量负责人: '钟欣', 企业负责人: '薛飞' }),
    paper('任命文件', { 姓名: '阎宇' }),
  ]
  expect(change('S047', [firm({})], { chg_item: ['质量负责人'] }, materials)).toEqual([['质量负责人'], '钟欣', '阎宇'])
  const renamed = [firm({}), licence('1', { 经营者名称: '上海砚山物流有限公司' }, '药品经营许可证')]
  expect(change('S047', renamed)[1]).toBe('上海砚山物流有限公司')
})
