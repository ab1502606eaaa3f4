import { expect, test } from 'vitest'
import type { ReadDocument, ReadField } from '../../facts/reading.ts'
import type { Value } from '../../facts/values/value.ts'
import { type CaseInput, judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from '../index.ts'

const catalogue = loadCatalogue()
const AT = '2026-06-01'

function paper(documentType: string, values: Record<string, Value>, sides: string[] = []): ReadDocument {
  const fields = Object.fromEntries(
    Object.entries(values).map(([label, value]): [string, ReadField] => [
      label,
      { value, raw: String(value), label, confidence: 0.97, state: 'ok', page: 1, box: [0, 0, 9, 0, 9, 9, 0, 9] },
    ]),
  )
  const quality = { score: 0.9, issues: [], advice: [] }
  return { documentType, confidence: 0.97, pages: [1], fields, marks: [], quality, ...(sides.length > 0 && { sides }) }
}

/** Files dropped without a slot, in this order. */
const dropped = (...documents: ReadDocument[]): SubmittedMaterial[] =>
  documents.map((document, i) => ({
    id: `m${i + 1}`,
    slot: null,
    fileName: `${i + 1}.jpg`,
    documents: [document],
    error: null,
  }))

const register = (姓名: string, 公民身份号码: string, relation: string) =>
  paper('居民户口簿', { 姓名, 公民身份号码, 户主或与户主关系: relation, 户主姓名: '李静' }, ['首页', '本人页'])
const birth = (新生儿姓名: string) =>
  paper('出生医学证明', { 出生医学证明编号: 'S310000001', 新生儿姓名, 母亲姓名: '李静' })
const card = (姓名: string, 公民身份号码: string) => paper('居民身份证', { 姓名, 公民身份号码 }, ['人像面', '国徽面'])

const answer = (source: string, record: Record<string, Value>): SourceAnswer => ({
  source,
  about: null,
  state: 'ok',
  record,
  recordId: `${source}-1`,
  asOf: AT,
  requestId: 'q',
})

const run = (scenario: string, materials: SubmittedMaterial[], more: Partial<CaseInput> = {}) =>
  judge({ catalogue, scenario, at: AT, applicant: null, materials, sources: [], ...more })

/** Which files lie in a slot. */
const inSlot = ({ materials }: ReturnType<typeof run>, slot: string) =>
  materials.find((one) => one.slot === slot)?.materials

const MOTHER = register('李静', '310107199003123447', '户主')
const FATHER = register('王小满', '310107198503121038', '夫')

test('every page of the household register goes into its slot, whoever it names', () => {
  const judged = run('S093', dropped(MOTHER, FATHER))
  expect(inSlot(judged, '户口簿')).toEqual(['m1', 'm2'])
  const names = judged.form.find(({ key }) => key === 'fm_list')?.value as { 姓名: string }[]
  expect(names.map(({ 姓名 }) => 姓名)).toEqual(['李静', '王小满'])
})

test('a paper that two slots take goes to the one that must be filled', () => {
  expect(inSlot(run('S084', dropped(birth('王小宝'), birth('王小贝'))), '新生儿出生医学证明')).toEqual(['m1', 'm2'])
  const audits = [2023, 2024, 2025].map((年度) => paper('审计报告', { 年度 }))
  expect(inSlot(run('S063', dropped(...audits)), '近三年审计报告')).toEqual(['m1', 'm2', 'm3'])
})

test('a paper that two slots take and neither needs goes to the one with a condition, not to the merely allowed one', () => {
  expect(inSlot(run('S087', dropped(birth('王小宝'))), '原出生医学证明')).toEqual(['m1'])
})

test("the child's page is told from the parents' by the child's name, on paper, in the archive, and among e-licences", () => {
  const child = register('王小宝', '310107202401154529', '女')
  const archive = answer('出生登记库', { 出生医学证明编号: 'S310000001', 新生儿姓名: '王小宝' })
  const byPaper = run('S087', dropped(MOTHER, FATHER, child, birth('王小宝')))
  expect([inSlot(byPaper, '户口簿'), inSlot(byPaper, '新生儿户口簿')]).toEqual([['m1', 'm2'], ['m3']])
  const byArchive = run('S087', dropped(MOTHER, FATHER, child), { sources: [archive] })
  expect([inSlot(byArchive, '户口簿'), inSlot(byArchive, '新生儿户口簿')]).toEqual([['m1', 'm2'], ['m3']])
  const own = { ...answer('电子证照', { 姓名: '李静', 证照状态: '有效' }), about: '居民户口簿' }
  const byLicence = run('S087', [], { sources: [archive, own] })
  const status = (slot: string) => byLicence.materials.find((one) => one.slot === slot)?.status
  expect([status('户口簿'), status('新生儿户口簿')]).toEqual(['exempt', 'not-required'])
})

test('a card belongs to the person whom the applicant names on the form', () => {
  const applicant = {
    name: '张经办',
    kind: 'organisation',
    idNumber: null,
    uscc: null,
    phone: null,
    agent: { name: '孙代办', idNumber: null, phone: null },
  } as unknown as CaseInput['applicant']
  const cards = dropped(card('孙代办', '310107197504186641'), card('周新任', '310107198003121031'))
  const judged = run('S054', cards, { applicant, answers: { chg_item: ['法定代表人（负责人）'], gs_lrep: '周新任' } })
  expect([inSlot(judged, '拟任法定代表人身份证'), inSlot(judged, '受托人身份证')]).toEqual([['m2'], ['m1']])
})

test('a card whose photograph gives a like character of the name belongs to that person all the same', () => {
  const firm = answer('法人库', { 名称: '上海老槐树餐饮有限公司', 法定代表人: '王旻' })
  const shot = { ...card('王曼', '310107198503121038'), digital: false }
  const another = { ...card('李想', '310107198503121038'), digital: false }
  const given = (one: ReadDocument) => inSlot(run('S001', dropped(one), { sources: [firm] }), '法定代表人身份证')
  expect(given(shot)).toEqual(['m1'])
  expect(given(another)).toEqual([])
})

const nothing = (confidence = 0.95) => ({ ...paper('其他', {}), confidence })
const told = (judged: ReturnType<typeof run>, point: string) => judged.findings.find((one) => one.point === point)
/** Everything that S001 asks for from everybody, but what is left out. */
function handedIn(...without: string[]): ReadDocument[] {
  const needed = run('S001', []).materials.filter(({ need, extra }) => need === 'required' && !extra)
  return needed.flatMap(({ slot, documentTypes: [type = ''] }) =>
    without.includes(slot) ? [] : [paper(type, slot.endsWith('身份证') ? { 姓名: '王小满' } : {}, sidesOf(type))],
  )
}
const sidesOf = (type: string) => (type === '居民身份证' ? ['人像面', '国徽面'] : [])

test('a page nobody could identify may be the paper that is missing: unsure, and the file is named', () => {
  const [slot] = run('S001', []).materials.filter(({ need }) => need === 'required')
  const lacking = slot?.slot ?? ''
  expect(told(run('S001', dropped(...handedIn(lacking))), 'IMG-P02')?.verdict).toBe('fail')
  const materials = dropped(...handedIn(lacking), nothing())
  const judged = run('S001', materials)
  expect(told(judged, 'IMG-P02')?.verdict).toBe('unsure')
  expect(told(judged, 'IMG-P02')?.message).toContain(
    `上传的“${materials.at(-1)?.fileName}”认不出是什么材料，可能就是“${lacking}”`,
  )
  expect(told(judged, 'IMG-P02')?.fix).toContain(`不是的，请补交“${lacking}”`)
  // Whether its print can be read, nobody can say who recognised nothing on it.
  expect(told(judged, 'IMG-P01')?.verdict).toBe('unsure')
})

test('a school’s certificate fills the slot that must be filled, not the one of its own name that nothing asks for', () => {
  const school = paper('法人登记证书', { 名称: '上海普陀区拾光里实验学校', 统一社会信用代码: '52310107MA1GH94M6D' })
  const judged = run('S003', dropped(school))
  expect(inSlot(judged, '营业执照')).toEqual(['m1'])
  const licence = paper('营业执照', { 名称: '上海宏达餐饮有限公司', 统一社会信用代码: '91310107MA1JARTA0X' })
  const both = run('S003', dropped(school, licence))
  expect([inSlot(both, '营业执照'), inSlot(both, '法人登记证书')]).toEqual([['m2'], ['m1']])
})

test('of a file that nobody could identify it is not said that the scenario does not need it', () => {
  const notNeeded = '清单里没有要求'
  const said = (one: ReadDocument) => run('S001', dropped(one, one)).materials.find(({ extra }) => extra)?.why
  expect(said(paper('结婚证', {}))).toContain(notNeeded)
  expect(said(nothing())).not.toContain(notNeeded)
})

test('a file that may be nearly anything that is missing is not said to be all of it', () => {
  const why = (...slots: string[]) =>
    run('S001', dropped(...handedIn(...slots), nothing())).materials.find(({ extra }) => extra)?.why
  const missing = run('S001', []).materials.flatMap(({ need, slot }) => (need === 'required' ? [slot] : []))
  expect(missing.length).toBeGreaterThan(4)
  expect(why('管理制度', '人员名单')).toContain('“管理制度”或“人员名单”')
  expect(why(...missing)).not.toContain('“')
})

test('a picture too poor to tell what it is must be taken again; its kind is not asked about until then', () => {
  const blurred = { ...nothing(), quality: { score: 0.1, issues: [], advice: [] } }
  const [first, ...rest] = dropped(...handedIn(), blurred).toReversed()
  const judged = run('S001', [...rest, { ...first, slot: '授权委托书' }] as Parameters<typeof run>[1])
  expect(told(judged, 'IMG-P01')?.verdict).toBe('fail')
  expect(told(judged, 'IMG-P03')?.verdict).toBe('pass')
})

test('a side not seen on a poor picture is looked for on the new one; on a clear picture it is missing', () => {
  const front = paper('居民身份证', { 姓名: '王小满' }, ['人像面'])
  const poor = { ...front, quality: { score: 0.1, issues: [], advice: [] } }
  const said = (one: ReadDocument) =>
    told(run('S001', dropped(...handedIn('法定代表人身份证'), one)), 'IMG-P02')?.message.includes('法定代表人身份证')
  expect([said(front), said(poor)]).toEqual([true, false])
})

test('with fewer such pages than missing papers something is missing whatever they are', () => {
  const lacking = run('S001', [])
    .materials.flatMap(({ need, slot }) => (need === 'required' ? [slot] : []))
    .slice(0, 2)
  const judged = run('S001', dropped(...handedIn(...lacking), nothing()))
  expect(told(judged, 'IMG-P02')?.verdict).toBe('fail')
  for (const slot of lacking) expect(told(judged, 'IMG-P02')?.message).toContain(slot)
})

test('a page nobody could identify may be the other side of a card', () => {
  const back = paper('居民身份证', { 有效期限: '2036-05-31' }, ['国徽面'])
  const others = handedIn('法定代表人身份证')
  expect(told(run('S001', dropped(...others, back)), 'IMG-P02')?.verdict).toBe('fail')
  const judged = run('S001', dropped(...others, back, nothing(0.7)))
  expect(told(judged, 'IMG-P02')?.verdict).toBe('unsure')
  expect(told(judged, 'IMG-P02')?.message).toContain('可能就是“法定代表人身份证”')
})

test('a picture too poor to tell what it is has to be taken again; a clear one of something else has not', () => {
  const poor = { ...nothing(), quality: { score: 0.3, issues: ['dark' as const], advice: [] } }
  expect(told(run('S001', dropped(...handedIn(), poor)), 'IMG-P01')?.verdict).toBe('fail')
  expect(told(run('S001', dropped(...handedIn(), nothing())), 'IMG-P01')?.verdict).toBe('pass')
})

test('a number in the row of a table must pass its check digit as anywhere else', () => {
  const wellFormed = (证件号码: string) => {
    const answers = { fm_list: [{ 姓名: '李静', 证件号码, 关系: '户主' }] }
    const fields = run('S093', [], { answers }).facts.lists.get('表项') ?? []
    return fields.find((one) => one.get('键')?.value === 'fm_list')?.get('格式正确')?.value
  }
  expect(wellFormed('310107198503121023')).toBe(true)
  expect(wellFormed('310107198503121024')).toBe(false)
})

test('a paper whose heading a slot names lies there, not among the forms that have another heading', () => {
  const form = paper('申请书', { 申请人: '李静' })
  const consent: ReadDocument = { ...paper('申请书', { 申请人: '李静' }), variant: '核对授权书' }
  const alone = run('S093', dropped(consent))
  expect(inSlot(alone, '核对授权书')).toEqual(['m1'])
  expect(inSlot(alone, '申请书')).toEqual([])
  const both = run('S093', dropped(consent, form))
  expect([inSlot(both, '核对授权书'), inSlot(both, '申请书')]).toEqual([['m1'], ['m2']])
})

const newHead = {
  answers: { chg_item: ['法定代表人（负责人）'], mf2_lrep: '周新任', mf2_lrepid: '310107198003121031' },
}
const known = (type: string) => paper(type, {})
const decision = (documents: ReadDocument[], point = 'S099-P02') =>
  told(run('S099', dropped(...documents), newHead), point)
const ALL_BUT_AUDIT = ['营业执照', '股东会决议', '章程'].map(known).concat(card('周新任', '310107198003121031'))

test('a point that asks for a paper does not count a page nobody could identify as it, nor says it is not there', () => {
  expect(decision(ALL_BUT_AUDIT)?.verdict).toBe('fail')
  const finding = decision([...ALL_BUT_AUDIT, nothing()])
  expect(finding?.verdict).toBe('unsure')
  expect(finding?.message).toContain('上传的“5.jpg”认不出是什么材料，可能就是“审计报告”')
  expect(finding?.fix).toContain('不是的，请补交“审计报告”')
  expect(decision([...ALL_BUT_AUDIT, known('审计报告')])?.verdict).toBe('pass')
})

test('with more papers missing than such pages each may be the one, and something is missing all the same', () => {
  const few = [nothing()]
  expect(decision(few)?.verdict).toBe('unsure')
  expect(decision(few)?.message).toContain('可能就是“审计报告”')
  expect(decision(few, 'IMG-P02')?.verdict).toBe('fail')
  const stray = run('S099', dropped(...few), newHead).materials.find(({ extra }) => extra)
  expect(stray?.why).toContain('可能是缺的“营业执照”或“法定代表人身份证”')
})
