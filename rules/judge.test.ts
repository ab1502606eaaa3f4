import { expect, test } from 'vitest'
import type { Mark } from '../facts/reading.ts'
import { requiredSources, type SourceAnswer } from './index.ts'
import {
  AT,
  answer,
  catalogue,
  certificate,
  field,
  file,
  finding,
  front,
  licence,
  read,
  run,
  silent,
  slot,
} from './small-case.ts'

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
  expect(field(judged, 'subj_name')?.unavailable).toEqual(['法人库没有连上，请手工填写'])
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
  expect([...new Set(judged.notice.items.map(({ point }) => point))].sort()).toEqual([...fails].sort())
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

test('a first registration asks for what a change asks for only when it changes', () => {
  const first = (scenario: string, key: string) => field(run([], { scenario }), key)?.required
  expect([first('S049', 'gt_cap'), first('S052', 'gs_cap'), first('S098', 'mf2_org')]).toEqual([true, true, true])
  expect(finding(run([], { scenario: 'S049' }), 'FORM-P01')).toMatchObject({ verdict: 'fail' })
  const changed = run([], { scenario: 'S050', edits: { chg_item: ['资金数额'] } })
  expect([field(changed, 'gt_cap')?.required, field(changed, 'gt_staff')?.required]).toEqual([true, false])
  expect(slot(run([], { scenario: 'S049' }), '经营者身份证')?.need).toBe('required')
})

test('a card of which one side was handed in is told by its file, with what to photograph', () => {
  const { notice } = run([file('a', '法定代表人身份证', front('王小满', '310107198412198607'))])
  const item = notice.items.find(({ point, material }) => point === 'IMG-P02' && material === '法定代表人身份证')
  expect(item?.problem).toContain('a.jpg')
  expect(item?.fix).toContain('人像面、国徽面都要拍')
})
