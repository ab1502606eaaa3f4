import { expect, test } from 'vitest'
import type { Mark, ReadDocument, ReadField } from '../facts/reading.ts'
import type { Value } from '../facts/values/value.ts'
import {
  type Applicant,
  type CaseInput,
  judge,
  loadCatalogue,
  requiredSources,
  type SourceAnswer,
  type SubmittedMaterial,
} from './index.ts'

const catalogue = loadCatalogue()
const AT = '2026-06-01'

/** One read document; a value of null stands for a label whose value cannot be read. */
function read(
  documentType: string,
  values: Record<string, Value | null>,
  more: Partial<ReadDocument> = {},
): ReadDocument {
  const fields = Object.fromEntries(
    Object.entries(values).map(([label, value]): [string, ReadField] => [
      label,
      {
        value,
        raw: typeof value === 'string' ? value : '',
        label,
        confidence: value === null ? 0 : 0.95,
        state: value === null ? 'unreadable' : 'ok',
        page: 1,
        box: [0, 0, 10, 0, 10, 10, 0, 10],
      },
    ]),
  )
  const quality = { score: 0.9, issues: [], advice: [] }
  return { documentType, confidence: 0.97, pages: [1], fields, marks: [], quality, ...more }
}

const file = (id: string, slot: string | null, ...documents: ReadDocument[]): SubmittedMaterial => ({
  id,
  slot,
  fileName: `${id}.jpg`,
  documents,
  error: null,
})

const licence = (values: Record<string, Value | null> = {}) =>
  read('营业执照', {
    名称: '上海小满餐饮有限公司',
    统一社会信用代码: '91330100799655058B',
    法定代表人: '王小满',
    住所: '上海市普陀区长安路18弄3号102室',
    类型: '有限责任公司',
    ...values,
  })

const front = (name: string, number: string) =>
  read('居民身份证', { 姓名: name, 公民身份号码: number }, { sides: ['人像面'] })
const back = (to: string) => read('居民身份证', { 有效期限: { from: '2006-06-01', to } }, { sides: ['国徽面'] })

const certificate = (name: string, until: string | null) =>
  read('健康证明', { 姓名: name, 有效期至: until, 体检类别: '食品' })

function answer(source: string, record: Record<string, Value | null>, more: Partial<SourceAnswer> = {}): SourceAnswer {
  return { source, about: null, state: 'ok', record, recordId: `${source}-1`, asOf: AT, requestId: 'q1', ...more }
}

const silent = (source: string) => answer(source, {}, { state: 'unavailable' })

function run(materials: SubmittedMaterial[], more: Partial<CaseInput> = {}) {
  return judge({ catalogue, scenario: 'S001', at: AT, applicant: null, materials, sources: [], ...more })
}

const finding = (judged: ReturnType<typeof run>, point: string) => {
  const found = judged.findings.find((one) => one.point === point)
  if (!found) throw new Error(`no finding ${point}`)
  return found
}
const slot = (judged: ReturnType<typeof run>, name: string) => judged.materials.find((one) => one.slot === name)
const field = (judged: ReturnType<typeof run>, key: string) => judged.form.find((one) => one.key === key)

test('every point of the scenario gets one finding, manual ones included', () => {
  const judged = run([])
  const points = catalogue.scenarios.get('S001')?.points.map(({ point }) => point.id)
  expect(judged.findings.map(({ point }) => point)).toEqual(points)
  expect(finding(judged, 'SITE-P01')).toMatchObject({ verdict: 'unsure', blockers: [{ state: 'manual' }] })
})

test('a missing material is said once: its point fails and names it, points that need it do not apply', () => {
  const judged = run([file('a', '营业执照', licence())])
  expect(finding(judged, 'IMG-P02').verdict).toBe('fail')
  expect(finding(judged, 'IMG-P02').message).toContain('法定代表人身份证')
  expect(finding(judged, 'IMG-P02').message).not.toContain('营业执照')
  expect(finding(judged, 'LREP-P03').verdict).toBe('not-applicable')
  expect(finding(judged, 'LREP-P03').because).toContain('IMG-P02')
  expect(judged.notice.items.filter(({ problem }) => problem.includes('平面图'))).toHaveLength(1)
})

test('front and back of a card in two files are one document', () => {
  const judged = run([
    file('a', '营业执照', licence()),
    file('b', '法定代表人身份证', front('王小满', '310107198503121023')),
    file('c', '法定代表人身份证', back('2026-05-31')),
  ])
  expect(finding(judged, 'LREP-P03')).toMatchObject({ verdict: 'fail', confidence: 0.95 })
  expect(finding(judged, 'LREP-P03').evidence[0]).toMatchObject({ kind: 'material', material: 'c', page: 1 })
  expect(finding(judged, 'LREP-P01').verdict).toBe('pass')
})

test('the back alone says that the front is missing, not that it is unreadable', () => {
  const judged = run([file('a', '法定代表人身份证', back('2036-05-31'))])
  expect(finding(judged, 'LREP-P03').verdict).toBe('pass')
  expect(finding(judged, 'IMG-P02').message).toContain('法定代表人身份证（a.jpg）')
})

const sealed: Mark = { kind: 'seal', name: '出租人签章', present: true, page: 1, box: null, confidence: 0.9 }

/** A lease photographed page by page; the second page repeats 甲方 in running text. */
function leasePages() {
  const first = read('房屋租赁合同', { 出租人: '李大雪', 承租人: '上海小满餐饮有限公司' })
  const second = read('房屋租赁合同', { 出租人: '书面同意转租' }, { marks: [sealed] })
  if (first.fields.出租人) first.fields.出租人.label = '出租人（甲方）'
  if (second.fields.出租人) second.fields.出租人.label = '甲方'
  return { first, second }
}

test('pages of one contract in two files are one document: the fuller label holds, the seal of the last page counts', () => {
  const { first, second } = leasePages()
  const { facts } = run([file('a', '房屋租赁合同', first), file('b', '房屋租赁合同', second)]).facts
  expect(facts.get('房屋租赁合同.出租人')).toMatchObject({ value: '李大雪', confidence: 0.95 })
  expect(facts.get('房屋租赁合同.出租人签章')).toMatchObject({ value: true })
})

test('a list that runs over two pages is one list', () => {
  const page = (names: string[]) => read('管理制度', { 制度名称清单: names })
  const { facts } = run([
    file('a', '管理制度', page(['食品安全自查制度', '进货查验记录制度'])),
    file('b', '管理制度', page(['进货查验记录制度', '培训制度'])),
  ]).facts
  expect(facts.get('管理制度.制度名称清单')).toMatchObject({
    value: ['食品安全自查制度', '进货查验记录制度', '培训制度'],
    confidence: 0.95,
  })
})

test('two pages that contradict each other under the same label make the field doubtful', () => {
  const { first, second } = leasePages()
  if (second.fields.出租人) second.fields.出租人.label = '出租人（甲方）'
  const { facts } = run([file('a', '房屋租赁合同', first), file('b', '房屋租赁合同', second)]).facts
  expect(facts.get('房屋租赁合同.出租人')?.confidence).toBeLessThan(0.6)
})

test('a contract without its signing page is incomplete, unless the photograph is too bad to tell', () => {
  const { first } = leasePages()
  const lacking = (quality: number) => {
    const page = { ...first, quality: { ...first.quality, score: quality } }
    return run([file('a', '房屋租赁合同', page)])
      .facts.lists.get('材料')?.[0]
      ?.get('页面齐全')
  }
  expect(lacking(0.9)).toMatchObject({ value: false, state: 'ok' })
  const judged = run([file('a', '房屋租赁合同', first)], { answers: { prem_own: '租赁' } })
  expect(finding(judged, 'PREM-P06')).toMatchObject({
    verdict: 'not-applicable',
    because: expect.stringContaining('缺页'),
  })
  expect(lacking(0.1)).toMatchObject({ value: null, state: 'unreadable' })
})

test('two different licences in one slot: what they disagree in is unknown, whatever the order of upload', () => {
  const other = licence({ 名称: '上海大雪食品有限公司', 成立日期: '2020-01-01' })
  const files = [file('a', '营业执照', licence()), file('b', '营业执照', other)]
  for (const materials of [files, files.toReversed(), files.map((one) => ({ ...one, slot: null }))]) {
    const judged = run(materials)
    const { facts } = judged.facts
    expect(facts.get('营业执照.名称')).toMatchObject({ value: null, state: 'unreadable' })
    expect(facts.get('营业执照.名称')?.evidence).toHaveLength(2)
    expect(facts.get('营业执照.成立日期')?.state).not.toBe('ok')
    expect(facts.get('营业执照.法定代表人')).toMatchObject({ value: '王小满', state: 'ok' })
    expect(field(judged, 'subj_name')).toMatchObject({ value: null, state: 'unreadable' })
    expect(
      field(judged, 'subj_name')
        ?.conflicts.map(({ value }) => value)
        .sort(),
    ).toEqual(['上海大雪食品有限公司', '上海小满餐饮有限公司'])
    expect(slot(judged, '营业执照')?.why).toContain('请只留一份')
    expect(finding(judged, 'IMG-P03').verdict).toBe('unsure')
  }
})

test('two persons’ cards put into one slot: the person asked for counts, the other card is set aside and told', () => {
  const cards = [
    file('x', '法定代表人身份证', front('李大雪', '310107199001011018'), back('2036-05-31')),
    file('w', '法定代表人身份证', front('王小满', '310107198503121023'), back('2026-05-31')),
  ]
  for (const materials of [cards, cards.toReversed()]) {
    const judged = run([file('a', '营业执照', licence()), ...materials])
    expect(judged.facts.facts.get('法定代表人身份证.姓名')?.value).toBe('王小满')
    expect(finding(judged, 'LREP-P03').verdict).toBe('fail')
    expect(slot(judged, '法定代表人身份证')?.why).toContain('x.jpg')
    const unnamed = run(materials)
    expect(unnamed.facts.facts.get('法定代表人身份证.公民身份号码')?.state).toBe('unreadable')
    expect(finding(unnamed, 'LREP-P03').verdict).toBe('unsure')
  }
})

test('identity cards without a slot go to the person that the licence or the authorisation names', () => {
  const agent: Applicant = {
    kind: 'organisation',
    name: '上海小满餐饮有限公司',
    agent: { name: '周立夏', idNumber: '310107199501011052' },
  }
  const judged = run(
    [
      file('x', null, front('周立夏', '310107199501011052')),
      file('y', null, back('2036-05-31')),
      file('z', null, front('王小满', '310107198503121023')),
      file('a', null, licence()),
    ],
    { applicant: agent },
  )
  expect(slot(judged, '法定代表人身份证')?.materials).toContain('z')
  expect(slot(judged, '受托人身份证')?.materials).toContain('x')
  expect(slot(judged, '营业执照')?.materials).toEqual(['a'])
})

test('a document in the wrong slot is told; one that nobody asked for is listed and not judged', () => {
  const judged = run([
    file('a', '营业执照', certificate('王小满', '2027-01-01')),
    file('b', null, read('检测报告', { 报告编号: '1' })),
  ])
  expect(slot(judged, '营业执照')).toMatchObject({ status: 'wrong-document', materials: ['a'] })
  expect(slot(judged, '营业执照')?.why).toContain('健康证明')
  expect(finding(judged, 'IMG-P03').message).toContain('a.jpg')
  expect(slot(judged, '检测报告')).toMatchObject({ need: 'not-required', status: 'not-required', materials: ['b'] })
})

test('an unreadable certificate neither hides an expired one nor passes for a valid one', () => {
  const expired = run([
    file('a', '健康证明', certificate('王五', '2026-05-31')),
    file('b', '健康证明', certificate('赵六', null)),
  ])
  expect(finding(expired, 'HEALTH-P01').verdict).toBe('fail')
  expect(finding(expired, 'HEALTH-P01').message).toContain('王五')
  expect(finding(expired, 'HEALTH-P01').message).not.toContain('赵六')
  const unclear = run([
    file('a', '健康证明', certificate('王五', '2027-05-31')),
    { ...file('b', '健康证明'), error: { code: 'truncated', message: '文件不完整' } },
  ])
  expect(finding(unclear, 'HEALTH-P01').verdict).toBe('unsure')
  expect(finding(unclear, 'HEALTH-P01').blockers.map(({ path }) => path)).toContain('健康证明[2].有效期至')
})

test('a valid electronic licence replaces the upload, and its fields come with the source as evidence', () => {
  const record = { 名称: '上海小满餐饮有限公司', 法定代表人: '王小满', 证照状态: '有效' }
  const judged = run([], { sources: [answer('电子证照', record, { about: '营业执照' })] })
  expect(slot(judged, '营业执照')).toMatchObject({ need: 'exempt', status: 'exempt' })
  expect(judged.facts.facts.get('营业执照.名称')?.evidence[0]).toMatchObject({ kind: 'source', source: '电子证照' })
  const cancelled = run([], { sources: [answer('ELC', { ...record, 证照状态: '注销' }, { about: 'BL' })] })
  expect(slot(cancelled, '营业执照')).toMatchObject({ need: 'required', status: 'missing' })
})

test('a document stays as printed: the registry fills the form, never the document', () => {
  const judged = run([file('a', '营业执照', licence({ 名称: '上海小满饮食有限公司' }))], {
    sources: [answer('法人库', { 名称: '上海小满餐饮有限公司' })],
  })
  expect(judged.facts.facts.get('营业执照.名称')?.value).toBe('上海小满饮食有限公司')
  expect(field(judged, 'subj_name')).toMatchObject({ value: '上海小满餐饮有限公司', source: '法人库', locked: true })
  expect(field(judged, 'subj_name')?.conflicts).toMatchObject([{ source: '营业执照', value: '上海小满饮食有限公司' }])
  expect(finding(judged, 'SUBJ-P02').verdict).toBe('fail')
})

test('what a person types wins over a reading, and stands beside a locked value without replacing it', () => {
  const typed = { subj_name: '上海小满小吃有限公司', lrep_name: '李大雪' }
  const judged = run([file('a', '营业执照', licence())], {
    sources: [answer('法人库', { 名称: '上海小满餐饮有限公司' })],
    edits: typed,
  })
  expect(field(judged, 'lrep_name')).toMatchObject({ value: '李大雪', source: '本人填写', locked: false })
  expect(field(judged, 'lrep_name')?.conflicts).toMatchObject([{ source: '营业执照', value: '王小满' }])
  expect(field(judged, 'subj_name')).toMatchObject({ value: '上海小满餐饮有限公司', locked: true })
  expect(field(judged, 'subj_name')?.conflicts).toMatchObject([{ source: '本人填写' }])
})

test('a silent source leaves its fields empty and says so; materials fill what they can; nobody fails for it', () => {
  const judged = run([file('a', '营业执照', licence())], { sources: [silent('法人库'), silent('历史申报')] })
  expect(field(judged, 'subj_name')).toMatchObject({ value: '上海小满餐饮有限公司', source: '营业执照', locked: false })
  expect(field(judged, 'subj_name')?.unavailable).toEqual(['法人库暂时无法连接，请手工填写'])
  expect(field(judged, 'subj_scope')).toMatchObject({ value: null, state: 'unavailable' })
  expect(finding(judged, 'SUBJ-P03')).toMatchObject({ verdict: 'unsure', blockers: [{ state: 'unavailable' }] })
})

test('a record older than its source allows is stale: shown, not locked, and not decisive', () => {
  const judged = run([], {
    sources: [answer('法人库', { 名称: '上海小满餐饮有限公司', 登记状态: '存续' }, { asOf: '2026-01-01' })],
  })
  expect(field(judged, 'subj_name')).toMatchObject({ value: '上海小满餐饮有限公司', locked: false, state: 'stale' })
  expect(finding(judged, 'SUBJ-P03').verdict).toBe('unsure')
})

test('a reading that is not sure enough is offered, not filled in', () => {
  const doubtful = licence()
  const { 名称 } = doubtful.fields
  if (名称) 名称.confidence = 0.3
  const judged = run([file('a', '营业执照', doubtful)])
  expect(field(judged, 'subj_name')).toMatchObject({ value: null, state: 'unreadable' })
  expect(field(judged, 'subj_name')?.conflicts).toMatchObject([{ source: '营业执照', confidence: 0.3 }])
  expect(finding(judged, 'SUBJ-P02').verdict).toBe('unsure')
})

test('a mark is there, is not there, or nobody could tell', () => {
  const seal = (present: boolean): Mark => ({
    kind: 'seal',
    name: '委托人盖章',
    present,
    page: 1,
    box: null,
    confidence: 0.9,
  })
  const poa = (marks: Mark[]) => run([file('a', '授权委托书', read('授权委托书', { 委托人: '甲' }, { marks }))])
  const fact = (judged: ReturnType<typeof run>) => judged.facts.facts.get('授权委托书.委托人盖章')
  expect(fact(poa([seal(true)]))).toMatchObject({ value: true, state: 'ok' })
  expect(fact(poa([seal(false)]))).toMatchObject({ value: false, state: 'ok' })
  expect(fact(poa([]))).toMatchObject({ value: null, state: 'unreadable' })
})

test('the notice holds every fail at once, what blocks first, and keeps points for a person apart', () => {
  const judged = run([file('a', '营业执照', licence())], { sources: [answer('法人库', { 登记状态: '吊销' })] })
  const fails = judged.findings.filter(({ verdict }) => verdict === 'fail').map(({ point }) => point)
  expect(judged.notice.items.map(({ point }) => point).sort()).toEqual([...fails].sort())
  expect(judged.notice.items[0]).toMatchObject({ number: 1, point: 'SUBJ-P03', severity: 'block' })
  expect(judged.notice.person.map(({ point }) => point)).toContain('SITE-P01')
  expect(judged.notice.clock).toContain('逾期不告知的，自收到申请材料之日起即为受理')
})

test('judging the same facts twice gives the same, whatever the process clock says', () => {
  const materials = [file('a', '营业执照', licence()), file('b', '健康证明', certificate('王五', '2026-05-31'))]
  expect(JSON.stringify(run(materials).findings)).toBe(JSON.stringify(run(materials).findings))
})

test('the sources to ask follow from what the rules name', () => {
  const scenario = catalogue.scenarios.get('S001')
  const named = scenario ? requiredSources(scenario) : []
  expect(named.map(({ source }) => source)).toEqual(
    expect.arrayContaining(['法人库', '电子证照', '人口库', '历史申报']),
  )
  expect(named.find(({ source }) => source === '电子证照')?.documentTypes).toContain('营业执照')
})

test('a record found by its holder and again by its number is one record; two records stay two', () => {
  const permit = (批准文号: string, recordId: string) =>
    answer('夜间施工许可库', { 批准文号, 状态: '有效' }, { recordId })
  const known = (sources: SourceAnswer[]) => run([], { scenario: 'S022', sources }).facts.lists.get('夜间施工许可库')
  expect(known([permit('夜1', 'a'), permit('夜1', 'a')])).toHaveLength(1)
  expect(known([permit('夜1', 'a'), permit('夜2', 'b')])).toHaveLength(2)
})

test('what a rule asks a source by, on a paper or on the form, is told with its type', () => {
  const asked = (id: string, name: string) => {
    const scenario = catalogue.scenarios.get(id)
    return (scenario ? requiredSources(scenario) : []).find(({ source }) => source === name)?.askedBy
  }
  expect(asked('S026', '运输企业库')).toEqual([{ path: '处置方案.运输单位', type: 'org-name' }])
  expect(asked('S030', '占路许可库')).toEqual([{ path: '申请表.rn_no', type: 'code' }])
  expect(asked('S058', '医疗机构库')).toEqual([{ path: '健康体检表.检验机构', type: 'org-name' }])
  expect(asked('S001', '法人库')).toEqual([])
  expect(asked('S083', '婚姻登记库')).toContainEqual({ path: '申请表.hq_m.证件号码', type: 'code' })
})

test('a source that only a condition reads is asked too', () => {
  const scenario = catalogue.scenarios.get('S082')
  expect((scenario ? requiredSources(scenario) : []).map(({ source }) => source)).toContain('医保库')
})

test('without slots, a card back goes with the front photographed before it, a lease to the slot of its own type', () => {
  const applicant: Applicant = {
    kind: 'organisation',
    name: '甲',
    agent: { name: '周立夏', idNumber: '310107199501011052' },
  }
  const { first, second } = leasePages()
  const judged = run(
    [
      file('a', null, licence()),
      file('b', null, front('王小满', '310107198503121023')),
      file('c', null, first),
      file('d', null, second),
      file('e', null, front('周立夏', '310107199501011052')),
      file('f', null, back('2036-05-31')),
    ],
    { applicant },
  )
  expect(slot(judged, '受托人身份证')?.materials).toEqual(['e', 'f'])
  expect(slot(judged, '法定代表人身份证')?.materials).toEqual(['b'])
  expect(slot(judged, '房屋租赁合同')?.materials).toEqual(['c', 'd'])
  expect(finding(judged, 'LREP-P03').verdict).toBe('not-applicable')
})

test('the plot’s address is no stretch of road, and nobody’s promise is written for them', () => {
  const permit = answer('电子证照', { 建设位置: '上海市普陀区石泉路417号' }, { about: '建设工程规划许可证' })
  expect(field(run([], { scenario: 'S028', sources: [permit] }), 'rd_road')?.value).toBeNull()
  expect(field(run([], { scenario: 'S029' }), 'oc_restore')?.value).toBeNull()
})

test('a region without a street is a well-formed place to be treated in', () => {
  const verdict = (scenario: string, edits: Record<string, unknown>) =>
    finding(run([], { scenario, edits }), 'FORM-P02').verdict
  expect(verdict('S082', { yd_place: '江苏省南京市' })).not.toBe('fail')
  expect(verdict('S081', { ls_area: '江苏省苏州市' })).not.toBe('fail')
})

test('an unknown scenario is refused', () => {
  expect(() => run([], { scenario: 'S999' })).toThrow(RangeError)
})

const named = (one: SubmittedMaterial, fileName: string): SubmittedMaterial => ({ ...one, fileName })

test('copies: colour originals ask for nothing, a bare copy fails, a contract is never taken for a copy', () => {
  const card = (more: Partial<ReadDocument>) => ({ ...front('王小满', '310107198503121023'), ...more })
  const judged = (more: Partial<ReadDocument>, ...others: SubmittedMaterial[]) =>
    finding(run([file('a', '法定代表人身份证', card(more)), ...others]), 'IMG-P04')
  expect(judged({ copy: false }, file('b', '房屋租赁合同', read('房屋租赁合同', {}, { copy: true })))).toMatchObject({
    verdict: 'not-applicable',
    because: expect.stringContaining('机器看不出'),
  })
  expect(judged({ copy: true, copyRemark: false })).toMatchObject({ verdict: 'fail', severity: 'advise' })
  expect(judged({ copy: true, copyRemark: false }).message).toContain('a.jpg')
  expect(judged({ copy: true, copyRemark: true, marks: [{ ...sealed, colour: 'red' }] }).verdict).toBe('pass')
  expect(judged({ copy: true, copyRemark: true }).verdict).toBe('unsure')
})

test('the back of a card follows its front in colour, and is doubtful when only it has none', () => {
  const sides = (copy: boolean | undefined) =>
    finding(
      run([
        file('a', '法定代表人身份证', { ...front('王小满', '310107198503121023'), copy: false }),
        file('b', '法定代表人身份证', { ...back('2036-05-31'), ...(copy === undefined ? {} : { copy }) }),
      ]),
      'IMG-P04',
    ).verdict
  expect(sides(undefined)).toBe('not-applicable')
  expect(sides(true)).toBe('unsure')
})

test('what no machine can tell of the files is a person’s look, told once for all of them', () => {
  const judged = run([
    file('a', '营业执照', licence()),
    file('b', null, read('房屋租赁合同', {})),
    file('c', '法定代表人身份证', front('王小满', '310107198503121023')),
  ])
  const { verdict, blockers, message } = finding(judged, 'IMG-P04')
  expect(verdict).toBe('unsure')
  expect(blockers).toMatchObject([{ state: 'manual', missing: '上传文件第1、3份是否复印件不能由机器判断' }])
  expect(message).toContain('第1、3份')
})

test('a scanned PDF is a picture; OFD and licences as PDF with text of their own are electronic licences', () => {
  const verdict = (one: SubmittedMaterial) => finding(run([one]), 'IMG-P05').verdict
  const scan = file('a', '营业执照', { ...licence(), digital: false })
  const own = file('a', '营业执照', { ...licence(), digital: true })
  const lease = file('a', '房屋租赁合同', read('房屋租赁合同', {}, { digital: true }))
  expect(verdict(named(scan, '执照.pdf'))).toBe('not-applicable')
  expect(verdict(named(lease, '合同.pdf'))).toBe('not-applicable')
  expect(verdict(named(own, '执照.pdf'))).toBe('unsure')
  expect(verdict(named(own, '执照.ofd'))).toBe('unsure')
  const changed = {
    kind: 'seal',
    integrity: 'changed',
    digests: { matching: 0, total: 1 },
    note: '内容已改动',
  } as const
  expect(verdict({ ...named(own, '执照.ofd'), signatures: [changed] })).toBe('fail')
})

test('with no file uploaded the points about files do not apply; what is missing is still said', () => {
  const judged = run([])
  for (const point of ['IMG-P01', 'IMG-P03', 'IMG-P04', 'IMG-P05']) {
    expect(finding(judged, point).verdict).toBe('not-applicable')
  }
  expect(finding(judged, 'IMG-P02').verdict).toBe('fail')
})

test('a consent goes where its contents say; told by nothing it waits for the applicant and passes nothing', () => {
  const estate = file('e', '不动产权证书', read('不动产权证书', { 用途: '居住' }))
  const consent = (variant?: string) => read('同意证明', { 出租人: '李大雪' }, variant ? { variant } : {})
  const given = (one: SubmittedMaterial) => {
    const judged = run([estate, one])
    return {
      sublet: slot(judged, '转租同意书')?.status,
      owners: slot(judged, '业主同意证明')?.status,
      use: finding(judged, 'PREM-P05').verdict,
      rest: judged.materials.find(({ need, materials }) => need === 'unknown' && materials.includes('c'))?.why ?? '',
    }
  }
  expect(given(file('c', null, consent('转租同意')))).toMatchObject({ sublet: 'provided', use: 'fail' })
  expect(given(file('c', null, consent('利害关系业主同意')))).toMatchObject({ owners: 'provided', use: 'pass' })
  const open = given(file('c', null, consent()))
  expect(open).toMatchObject({ use: 'fail', rest: expect.stringContaining('请在“转租同意书”和“业主同意证明”里选') })
  expect([open.sublet, open.owners]).not.toContain('provided')
  expect(given(file('c', '业主同意证明', consent()))).toMatchObject({ owners: 'provided', use: 'pass' })
  expect(given(file('c', '业主同意证明', consent('转租同意')))).toMatchObject({ use: 'fail' })
})

test('a lease without a slot still lies in its own slot', () => {
  const judged = run([file('c', null, read('房屋租赁合同', { 出租人: '李大雪' }))])
  expect(slot(judged, '房屋租赁合同')?.status).toBe('provided')
  expect(slot(judged, '转租同意书')?.status).not.toBe('provided')
})

test('a list of bans is known only of the people it was asked about', () => {
  const number = '310107198503121023'
  const manager = '310107199501011052'
  const none = (asked?: string[], asOf = AT) =>
    answer('行业禁入库', {}, { state: 'absent', asOf, ...(asked ? { asked } : {}) })
  const verdict = (sources: SourceAnswer[], edits: Record<string, unknown>) =>
    finding(run([], { sources, edits }), 'M01-P04').verdict
  const filled = { lrep_idno: number, fd_mgr: '周立夏', fd_mgrid: manager }
  expect(verdict([none()], {})).not.toBe('pass')
  expect(verdict([none()], filled)).toBe('unsure')
  expect(verdict([none([number])], filled)).toBe('unsure')
  expect(verdict([none([number])], { lrep_idno: number })).toBe('not-applicable')
  expect(verdict([none([number]), none([manager], '2026-01-01')], filled)).toBe('unsure')
  expect(verdict([none([number]), none([manager])], filled)).toBe('pass')
  const ban = answer('行业禁入库', { 证件号码: number, 禁入期限: { from: '2023-03-01', to: '2028-02-29' } })
  expect(verdict([ban], filled)).toBe('fail')
})

test('one unreadable cell of a certificate leaves its cell empty and the other rows as they are', () => {
  const judged = run([
    file('a', '健康证明', certificate('王五', '2027-01-09')),
    file('b', '健康证明', certificate('赵六', null)),
  ])
  const list = field(judged, 'hl_list')
  expect(list?.value).toEqual([
    { 姓名: '王五', 证号: null, 有效期至: '2027-01-09' },
    { 姓名: '赵六', 证号: null, 有效期至: null },
  ])
  expect(list?.gaps).toEqual(['第 1 行缺证号，请对照原件补填', '第 2 行缺证号、有效期至，请对照原件补填'])
  expect(list?.confidence).toBeLessThan(0.9)
  expect(finding(judged, 'FORM-P01').verdict).not.toBe('pass')
})

test('a list read without a gap is as sure as what it was read from', () => {
  const whole = certificate('王五', '2027-01-09')
  whole.fields.证号 = { value: 'A1', raw: 'A1', label: '证号', confidence: 0.95, state: 'ok', page: 1, box: null }
  const list = field(run([file('a', '健康证明', whole)]), 'hl_list')
  expect(list).toMatchObject({ value: [{ 姓名: '王五', 证号: 'A1', 有效期至: '2027-01-09' }], confidence: 0.95 })
  expect(list?.gaps).toBeUndefined()
})

const WHOSE = '分不清是谁的'
/** Fronts and backs of another person and of the legal representative, whose card has expired. */
const other = front('李大雪', '310107199001011018')
const rep = front('王小满', '310107198503121023')
const [valid, expired] = [back('2036-05-31'), back('2026-05-31')]
const unslotted = (...documents: ReadDocument[]) => documents.map((one, i) => file(`c${i}`, null, one))
const byLicence = (materials: SubmittedMaterial[], applicant: Applicant | null = null) =>
  run([...materials, file('l', null, licence())], { applicant })

test('another person’s card lies in no slot, and backs that nothing ties to a front decide nothing', () => {
  for (const backs of [
    [valid, expired],
    [expired, valid],
  ]) {
    const judged = byLicence(unslotted(other, rep, ...backs))
    expect(judged.facts.facts.get('法定代表人身份证.公民身份号码')?.value).toBe('310107198503121023')
    expect(finding(judged, 'LREP-P03')).toMatchObject({
      verdict: 'unsure',
      blockers: [{ missing: expect.stringContaining(WHOSE), settle: '请按人选择材料位' }],
    })
    expect(finding(judged, 'IMG-P02').message).not.toMatch(/法定代表人身份证|c0\.jpg/)
    const extra = judged.materials.find(({ extra: isExtra, materials }) => isExtra && materials.includes('c0'))
    expect(extra?.why).toContain('选')
  }
})

test('with an agent, two fronts and two backs in no telling order leave the backs undecided for both', () => {
  const agent: Applicant = {
    kind: 'organisation',
    name: '甲',
    agent: { name: '李大雪', idNumber: '310107199001011018' },
  }
  const judged = byLicence(unslotted(rep, other, valid, expired), agent)
  expect(judged.facts.facts.get('受托人身份证.姓名')?.value).toBe('李大雪')
  expect(judged.facts.facts.get('受托人身份证.有效期限')?.state).toBe('unreadable')
  expect(finding(judged, 'LREP-P03').verdict).toBe('unsure')
})

test('backs are tied by the file, by strict turns, by the issuing district, by being the only pair, or by the slot', () => {
  const verdict = (materials: SubmittedMaterial[]) => finding(byLicence(materials), 'LREP-P03').verdict
  expect(verdict([file('x', null, other, valid), file('w', null, rep, expired)])).toBe('fail')
  expect(verdict(unslotted(other, valid, rep, expired))).toBe('fail')
  expect(verdict(unslotted(rep, expired, other, valid))).toBe('fail')
  const of = (card: ReadDocument, more: Record<string, Value>) => ({
    ...card,
    fields: { ...card.fields, ...read('居民身份证', more).fields },
  })
  const pudong = of(other, { 住址: '上海市浦东新区世纪大道1号' })
  const putuo = of(rep, { 住址: '上海市普陀区长安路18弄' })
  const [byPudong, byPutuo] = [
    of(valid, { 签发机关: '上海市公安局浦东分局' }),
    of(expired, { 签发机关: '上海市公安局普陀分局' }),
  ]
  expect(verdict(unslotted(pudong, putuo, byPudong, byPutuo))).toBe('fail')
  expect(verdict(unslotted(pudong, byPutuo, putuo, byPudong))).toBe('fail')
  // 普陀第一分局 is no other district than 普陀区; 浦东分局 speaks against a back that follows the card of 普陀区.
  const byFirstOffice = of(expired, { 签发机关: '上海市公安局普陀第一分局' })
  expect(verdict(unslotted(pudong, byPudong, putuo, byFirstOffice))).toBe('fail')
  expect(verdict(unslotted(pudong, byPudong, putuo, of(expired, { 签发机关: '上海市公安局徐汇分局' })))).toBe('unsure')
  expect(verdict(unslotted(rep, valid, other))).toBe('unsure')
  const apart = unslotted(expired, licence(), rep)
  expect(verdict(apart)).toBe('fail')
  expect(verdict([...unslotted(other, valid), file('w', '法定代表人身份证', rep, expired)])).toBe('fail')
  // Taken again in its slot: the back is the card's whose front was placed by its name.
  expect(verdict([...unslotted(rep), file('w', '法定代表人身份证', expired)])).toBe('fail')
  expect(verdict([...unslotted(rep), file('w', '法定代表人身份证', valid)])).toBe('pass')
})

test('an agent named in the form counts like one who signed in; a blank form names none', () => {
  const agent = (edits: Record<string, unknown>) => {
    const judged = run([], { edits, sources: [answer('历史申报', { ag_name: '周立夏' }, { about: 'S001' })] })
    return { need: slot(judged, '授权委托书')?.need, because: finding(judged, 'AGENT-P01').because ?? '' }
  }
  const named = agent({ ag_name: '周立夏', ag_idno: '310107199501011052' })
  expect(named.need).toBe('required')
  expect(named.because).toContain('没有提交授权委托书，要点 IMG-P02')
  expect(agent({}).need).toBe('not-required')
  expect(agent({}).because).not.toContain('IMG-P02')
})

test('a relative with a paper of kinship needs no letter of authority for a person, but does for a firm', () => {
  const agent = { name: '周立夏', idNumber: '310107199501011052' }
  const person: Applicant = {
    kind: 'person',
    name: '李小满',
    idNumber: '310107198503121023',
    phone: '13800000000',
    agent,
  }
  const need = (more: Partial<CaseInput>, ...papers: SubmittedMaterial[]) => slot(run(papers, more), '授权委托书')?.need
  const booklet = file('a', '户口簿', read('居民户口簿', { 户主姓名: '周立夏', 姓名: '李小满' }))
  const own = { scenario: 'S090', edits: { p_name: '李小满' } }
  expect(need({ ...own, applicant: person })).toBe('required')
  expect(need({ ...own, applicant: person }, booklet)).toBe('not-required')
  // Nobody signed in as agent: PERS-P04 does not look at the kinship.
  expect(need({ scenario: 'S090', edits: { p_name: '李小满', ag_name: '周立夏' } }, booklet)).toBe('required')
  expect(need({ applicant: { ...person, kind: 'organisation' } }, booklet)).toBe('required')
})

test('a number of the form is not negative, an area not nothing', () => {
  const verdict = (edits: Record<string, unknown>) => {
    const judged = run([], { edits })
    return { verdict: finding(judged, 'FORM-P02').verdict, message: finding(judged, 'FORM-P02').message }
  }
  expect(verdict({ prem_area: -5 })).toMatchObject({ verdict: 'fail', message: expect.stringContaining('面积') })
  expect(verdict({ prem_area: 0 }).verdict).toBe('fail')
  expect(verdict({ fd_staffn: -3 })).toMatchObject({ verdict: 'fail', message: expect.stringContaining('从业人员') })
  expect(verdict({ prem_area: 80.5, fd_staffn: 0 }).verdict).not.toBe('fail')
})

test('a day that does not exist is refused', () => {
  expect(() => run([], { at: '2026-13-45' })).toThrow(RangeError)
  expect(() => run([], { at: '2026-02-30' })).toThrow(RangeError)
})

test('a name one like character off on a photograph is told with both values, where they stand and what settles it', () => {
  const known = answer('法人库', { 名称: '上海老槐树餐饮有限公司', 统一社会信用代码: '91330100799655058B' })
  const judged = (name: string, digital: boolean) =>
    finding(run([file('a', '营业执照', { ...licence({ 名称: name }), digital })], { sources: [known] }), 'SUBJ-P02')
  const doubtful = judged('上海老愧树餐饮有限公司', false)
  expect(doubtful.verdict).toBe('unsure')
  expect(doubtful.message).toContain('读作“上海老愧树餐饮有限公司”，与申请表的单位/个体名称')
  expect(doubtful.message).toContain('“上海老槐树餐饮有限公司”只差一个字（“愧”与“槐”），可能是没看清')
  expect(doubtful.fix).toContain('请对照原件第 1 页核对营业执照的名称')
  expect(judged('上海老愧树餐饮有限公司', true).verdict).toBe('fail')
  expect(judged('上海青松餐饮有限公司', false).verdict).toBe('fail')
})
