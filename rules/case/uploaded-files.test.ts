import { expect, test } from 'vitest'
import type { ReadDocument } from '../../facts/reading.ts'
import type { Applicant, SubmittedMaterial } from '../index.ts'
import { back, certificate, file, finding, front, leasePages, licence, read, run, sealed, slot } from '../small-case.ts'

const named = (one: SubmittedMaterial, fileName: string): SubmittedMaterial => ({ ...one, fileName })

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
  // It may be the consent that the point asks for: nobody says that there is none.
  expect(open).toMatchObject({ use: 'unsure', rest: expect.stringContaining('请在“转租同意书”和“业主同意证明”里选') })
  expect([open.sublet, open.owners]).not.toContain('provided')
  expect(given(file('c', '业主同意证明', consent()))).toMatchObject({ owners: 'provided', use: 'pass' })
  expect(given(file('c', '业主同意证明', consent('转租同意')))).toMatchObject({ use: 'fail' })
})

test('a lease without a slot still lies in its own slot', () => {
  const judged = run([file('c', null, read('房屋租赁合同', { 出租人: '李大雪' }))])
  expect(slot(judged, '房屋租赁合同')?.status).toBe('provided')
  expect(slot(judged, '转租同意书')?.status).not.toBe('provided')
})
