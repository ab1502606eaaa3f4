import { expect, test } from 'vitest'
import { back, certificate, field, file, finding, front, leasePages, licence, read, run, slot } from '../small-case.ts'

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
