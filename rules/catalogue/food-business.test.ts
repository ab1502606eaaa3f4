import { expect, test } from 'vitest'
import type { ReadDocument } from '../../facts/reading.ts'
import type { Value } from '../../facts/values/value.ts'
import { judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from '../index.ts'
import {
  APPLICATIONS,
  type Application,
  AT,
  CODE,
  COOK,
  FIRM,
  type Fields,
  LEGAL,
  licence,
  PASSPORT,
  type Paper,
  PLACE,
} from './food-applications.ts'

/** Complete and correct applications, read without a mistake: what the catalogue itself says of them. */
const catalogue = loadCatalogue()

/** Whether a page is a photocopy no reader tells yet. */
const UNREAD = ['IMG-P04']

function submitted(papers: readonly Paper[]): SubmittedMaterial[] {
  return papers.map(({ slot, type, fields, marks, sides }, i) => {
    const read = (value: Value) => ({
      value,
      raw: '',
      label: '',
      confidence: 1,
      state: 'ok' as const,
      page: 1,
      box: null,
    })
    const names = catalogue.scenarios.get('S001')?.documentTypes.values() ?? []
    const declared = [...names].find(({ name }) => name === type)?.marks ?? []
    const document: ReadDocument = {
      documentType: type,
      confidence: 1,
      pages: [1],
      sides,
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, read(value)])),
      marks: declared.map(({ name, kind }) => ({
        kind,
        name,
        present: marks.includes(name),
        page: 1,
        box: null,
        confidence: 1,
      })),
      quality: { score: 1, issues: [], advice: [] },
    }
    return { id: `m${i}`, slot, fileName: `${i}.jpg`, documents: [document], error: null }
  })
}

function registry(scenario: string, isUp: boolean, { registered = {}, firm = {} }: Application): SourceAnswer[] {
  const entity: Fields = {
    统一社会信用代码: CODE,
    名称: FIRM,
    类型: '有限责任公司',
    主体类别: '企业',
    法定代表人: LEGAL.name,
    法定代表人证件类型: '居民身份证',
    法定代表人证件号码: LEGAL.number,
    住所: PLACE,
    经营范围: '许可项目：餐饮服务；食品销售。',
    登记状态: '存续',
    最近变更日期: '2026-05-29',
    联系电话: '13800000001',
    ...firm,
  }
  const known: Record<string, Fields | undefined> = {
    法人库: entity,
    人口库: { 公民身份号码: LEGAL.number, 姓名: LEGAL.name },
    许可证库: /S00[4-7]/.test(scenario)
      ? { 证照名称: '食品经营许可证', ...licence(), 状态: '有效', ...registered }
      : undefined,
  }
  const sources = catalogue.sources.map(({ name }) => name)
  return sources.map((source) => ({
    source,
    about: null,
    state: !isUp ? 'unavailable' : known[source] ? 'ok' : 'absent',
    record: isUp ? (known[source] ?? {}) : {},
    recordId: '1',
    asOf: AT,
    requestId: 'r',
    asked: [LEGAL.number, PASSPORT, COOK.number, CODE],
  }))
}

const NOTHING: Application = { papers: [], answers: {}, open: [] }

function run(scenario: string, isUp = true, application = APPLICATIONS[scenario] ?? NOTHING) {
  const { papers, answers: typed } = application
  return judge({
    catalogue,
    scenario,
    at: AT,
    applicant: { kind: 'organisation', name: FIRM, uscc: CODE, phone: '13800000001' },
    materials: submitted(papers),
    sources: registry(scenario, isUp, application),
    answers: typed,
  })
}

const scenarios = Object.keys(APPLICATIONS)

test.each(scenarios)(
  '%s: a complete, correct application fails no point and asks a person only what none can decide',
  (id) => {
    const { findings } = run(id)
    const by = (verdict: string) => findings.filter((finding) => finding.verdict === verdict)
    expect(by('fail').map(({ point, message }) => `${point} ${message}`)).toEqual([])
    expect(new Set(by('unsure').map(({ point }) => point))).toEqual(
      new Set([...UNREAD, ...(APPLICATIONS[id]?.open ?? [])]),
    )
  },
)

test.each(scenarios)('%s: with every source down a correct application still fails no point', (id) => {
  const { findings } = run(id, false)
  expect(
    findings.filter(({ verdict }) => verdict === 'fail').map(({ point, message }) => `${point} ${message}`),
  ).toEqual([])
})

test.each(scenarios)(
  '%s: a legal representative with a passport can be complete, and a person looks at the passport',
  (id) => {
    const application = APPLICATIONS[id]
    if (!application) throw new Error(id)
    const firm = { ...application.firm, 法定代表人证件类型: '护照', 法定代表人证件号码: PASSPORT }
    const papers = application.papers.filter(({ slot }) => slot !== '法定代表人身份证')
    const { findings, materials } = run(id, true, { ...application, papers, firm })
    expect(materials.find(({ slot }) => slot === '法定代表人身份证')).toMatchObject({ need: 'not-required' })
    expect(
      findings.filter(({ verdict }) => verdict === 'fail').map(({ point, message }) => `${point} ${message}`),
    ).toEqual([])
    const asked = new Set(findings.filter(({ verdict }) => verdict === 'unsure').map(({ point }) => point))
    expect(asked).toEqual(new Set([...UNREAD, ...application.open, 'LREP-P02', 'LREP-P03']))
  },
)

test.each(scenarios)(
  '%s: an identity card that is missing is told once, also when its kind is nowhere stated',
  (id) => {
    const application = APPLICATIONS[id]
    if (!application) throw new Error(id)
    const papers = application.papers.filter(({ slot }) => slot !== '法定代表人身份证')
    for (const 法定代表人证件类型 of ['居民身份证', '']) {
      const { findings, materials } = run(id, true, {
        ...application,
        papers,
        firm: { ...application.firm, 法定代表人证件类型 },
      })
      expect(materials.find(({ slot }) => slot === '法定代表人身份证')).toMatchObject({ status: 'missing' })
      const failed = findings.filter(({ verdict }) => verdict === 'fail').map(({ point }) => point)
      expect(failed.filter((point) => !['FORM-P01'].includes(point))).toEqual(['IMG-P02'])
    }
  },
)

test.each(scenarios)('%s: seven in ten required fields come filled, half of them from materials alone', (id) => {
  const share = (isUp: boolean) => {
    const wanted = run(id, isUp).form.filter(({ required, asked }) => required && asked)
    return wanted.filter(({ value, source }) => value !== null && source !== '本人填写').length / wanted.length
  }
  expect(share(true)).toBeGreaterThanOrEqual(0.7)
  expect(share(false)).toBeGreaterThanOrEqual(0.5)
})
