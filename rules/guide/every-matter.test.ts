import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { loadCatalogue } from '../catalogue/load.ts'
import { checkEligibility } from '../eligibility/check-eligibility.ts'
import type { Applicant, SourceAnswer } from '../results.ts'
import { type Guide, MOST_QUESTIONS } from './guide.ts'
import { loadGuides } from './load-guides.ts'
import { walkGuide } from './walk-guide.ts'

const AT = '2026-06-01'
const ELDER = '310107195001011031'
const elder: Applicant = { kind: 'person', name: '张三', idNumber: ELDER }
const firm: Applicant = { kind: 'organisation', name: '上海小满有限公司', uscc: '91310107MA1G0000XX' }

let catalogue: Catalogue
let guides: ReadonlyMap<string, Guide>
beforeAll(() => {
  catalogue = loadCatalogue()
  guides = loadGuides(catalogue)
})

/** One answer of a source asked about whoever applies. */
const answer = (source: string, record: SourceAnswer['record'] | null): SourceAnswer => ({
  source,
  about: null,
  state: record ? 'ok' : 'absent',
  record: record ?? {},
  recordId: '1',
  asOf: AT,
  requestId: 'r',
  asked: [ELDER],
})

/** Every way to answer a guide from the first question to an end, the registry silent. */
function paths(guide: Guide): Record<string, number>[] {
  const from = (id: string | undefined, given: Record<string, number>): Record<string, number>[] => {
    const rule = guide.questions.find(({ question }) => question.id === id)
    if (!rule) return [given]
    return rule.answers.flatMap(({ answer: { next } }, index) => from(next, { ...given, [rule.question.id]: index }))
  }
  return from(guide.questions[0]?.question.id, {})
}

const silent = { at: AT, applicant: null, sources: [] }

test('every matter is guided, and every path ends in a scenario or says where to go instead, after at most four questions', () => {
  for (const [matter, guide] of guides) {
    for (const given of paths(guide)) {
      const { next, scenario, stop, steps } = walkGuide(guide, given, { catalogue, ...silent })
      const path = `${matter} ${JSON.stringify(given)}`
      expect(next, path).toBeNull()
      expect(scenario === null, path).toBe(stop !== null)
      expect(scenario === null || catalogue.scenarios.has(scenario), path).toBe(true)
      expect(steps.length, path).toBeLessThanOrEqual(MOST_QUESTIONS)
    }
  }
})

test('nobody is asked which scenario they want by its official name', () => {
  for (const [matter, { scenarios, questions }] of guides) {
    const names = new Set(scenarios.map(({ name }) => name))
    const said = questions.flatMap(({ answers }) => answers.map(({ answer: { say } }) => say))
    expect(scenarios.length < 2 || said.some((say) => !names.has(say)), matter).toBe(true)
  }
})

test('at every end the conditions are decided, or say what would settle them', () => {
  const ends = new Map<string, Record<string, unknown>>()
  for (const guide of guides.values()) {
    for (const given of paths(guide)) {
      const { scenario, set } = walkGuide(guide, given, { catalogue, ...silent })
      if (scenario !== null) ends.set(`${scenario} ${JSON.stringify(set)}`, { scenario, set })
    }
  }
  expect(new Set([...ends.values()].map(({ scenario }) => scenario)).size).toBe(catalogue.scenarios.size)
  for (const [end, { scenario, set }] of ends) {
    for (const applicant of [elder, firm]) {
      const input = { catalogue, at: AT, applicant, sources: [], guide: null }
      const found = checkEligibility({ ...input, scenario: String(scenario), answers: set as Record<string, unknown> })
      for (const { id, outcome, blockers } of found.conditions) {
        if (outcome !== 'unknown') continue
        expect(blockers.map(({ settle }) => settle).join(), `${end} ${id}`).not.toBe('')
        expect(blockers.map(({ missing }) => missing).join(), `${end} ${id}`).not.toBe('')
      }
    }
  }
})

test('with nobody signed in and no source answering, no condition fails and no scenario is questioned', () => {
  for (const [scenario, { parts }] of catalogue.scenarios) {
    const guide = guides.get(parts.matter.id) ?? null
    const { conditions, mismatches } = checkEligibility({ catalogue, scenario, guide, ...silent })
    expect(
      conditions.filter(({ outcome }) => outcome === 'fails').map(({ id }) => id),
      scenario,
    ).toEqual([])
    expect(mismatches, scenario).toEqual([])
  }
})

/** Scenario chosen, what the registry says, scenarios suggested instead; null: nothing to say. */
const MISLED: [string, Applicant, SourceAnswer[], string[] | null][] = [
  ['S012', firm, [answer('许可证库', null)], ['S010']],
  ['S016', firm, [answer('许可证库', null)], null],
  ['S018', firm, [answer('许可证库', { 证照名称: '公共场所卫生许可证', 状态: '过期' })], ['S016', 'S001', 'S020']],
  ['S066', firm, [answer('许可证库', { 证照名称: '劳务派遣经营许可证', 状态: '有效' })], ['S067', 'S068']],
  ['S069', firm, [answer('许可证库', { 证照名称: '人力资源服务许可证', 状态: '有效' })], []],
  ['S063', firm, [answer('科技项目库', { 类别: '科技小巨人培育', 状态: '在研' })], ['S064']],
  ['S073', elder, [answer('就业库', null)], ['S072']],
  ['S095', elder, [answer('居住证库', null)], ['S094']],
]

const valid = (name: string) => answer('许可证库', { 证照名称: name, 状态: '有效' })
const local = answer('人口库', { 户籍地址: '上海市普陀区真北路1号' })
const insured = answer('医保库', { 证件号码: ELDER, 险种: '职工医保', 参保状态: '正常' })
const jobless = answer('就业库', { 证件号码: ELDER, 登记类别: '失业登记', 状态: '有效' })
const permit = answer('施工许可库', { 状态: '有效' })
const project = (kind: string) => answer('科技项目库', { 类别: kind, 状态: '有效' })

/** matter, what the registry says, question that it answers, its answer */
const TOLD: [string, Applicant, SourceAnswer[], string, string][] = [
  ['M01', firm, [valid('食品经营许可证')], 'licensed', '有，还在有效期里'],
  ['M03', firm, [valid('出版物经营许可证')], 'licensed', '有，还在有效期里'],
  ['M04', firm, [answer('许可证库', null)], 'licensed', '没有，第一次办'],
  ['M05', firm, [valid('公共场所卫生许可证')], 'licensed', '有，还在有效期里'],
  ['M06', firm, [permit], 'permit', '有'],
  ['M07', firm, [answer('清洗备案库', { 状态: '在册' })], 'filed', '备过'],
  ['M12', firm, [valid('道路运输经营许可证')], 'licensed', '有，还在有效期里'],
  ['M13', firm, [valid('网络文化经营许可证')], 'licensed', '有，还在有效期里'],
  ['M14', firm, [valid('娱乐经营许可证')], 'licensed', '有，还在有效期里'],
  ['M15', firm, [valid('高危险性体育项目经营许可证')], 'licensed', '有，还在有效期里'],
  ['M16', firm, [valid('第二类医疗器械经营备案凭证')], 'licensed', '有，还在有效期里'],
  ['M17', firm, [valid('医疗器械经营许可证')], 'licensed', '有，还在有效期里'],
  ['M18', firm, [valid('药品经营许可证')], 'licensed', '有，还在有效期里'],
  ['M20', firm, [answer('法人库', { 主体类别: '个体工商户', 登记状态: '存续' })], 'licensed', '有'],
  ['M21', firm, [answer('法人库', { 主体类别: '企业', 登记状态: '存续' })], 'registered', '登记过，有营业执照'],
  ['M23', elder, [answer('护士注册库', { 注册状态: '注册有效' })], 'registered', '注册过，还在有效期里'],
  ['M24', firm, [project('科学技术奖')], 'won', '得过'],
  ['M25', firm, [project('创新资金')], 'approved', '立项了'],
  ['M26', firm, [project('科技小巨人培育')], 'kind', '科技小巨人培育企业'],
  ['M27', firm, [project('高新技术企业')], 'certified', '有'],
  ['M28', firm, [valid('劳务派遣经营许可证')], 'licensed', '有，还在有效期里'],
  ['M29', firm, [answer('许可证库', null)], 'licensed', '没有，第一次办'],
  ['M30', firm, [valid('特殊工时许可')], 'licensed', '有，还在有效期里'],
  ['M31', elder, [answer('社保库', null)], 'working', '不在上班'],
  ['M32', elder, [answer('就业库', null)], 'registered', '没有'],
  ['M33', elder, [jobless], 'registered', '办过'],
  ['M34', elder, [jobless], 'recognised', '没有'],
  ['M36', elder, [insured], 'joined', '没有'],
  ['M37', elder, [answer('职工互保库', { 状态: '有效' })], 'joined', '参加了'],
  ['M38', elder, [answer('征地养老库', { 待遇状态: '正常' })], 'listed', '是'],
  ['M39', elder, [insured], 'insured', '有'],
  ['M40', elder, [insured], 'insured', '有'],
  [
    'M41',
    elder,
    [answer('婚姻登记库', { 婚姻状况: '已婚', 男方证件号码: ELDER, 女方证件号码: '310107195201011045' })],
    'married',
    '领了',
  ],
  ['M42', elder, [answer('生育保险库', { 参保状态: '正常' })], 'insured', '在交'],
  ['M43', elder, [answer('生育服务库', { 登记状态: '未登记' })], 'registered', '没有'],
  ['M44', elder, [answer('出生登记库', { 签发机构: '上海市普陀区妇婴保健院' })], 'here', '是'],
  ['M45', elder, [], 'who', '老人自己，要吃饭的补贴'],
  ['M46', elder, [], 'age', '满了'],
  ['M47', elder, [], 'age', '满了'],
  ['M48', elder, [answer('残联库', { 证件号码: ELDER, 证件状态: '有效' })], 'card', '有'],
  ['M49', elder, [local], 'household', '是'],
  ['M50', elder, [answer('人口库', { 户籍地址: '江苏省南通市崇川区人民路1号' })], 'household', '不是'],
  ['M51', firm, [answer('法人库', { 主体类别: '社会组织', 登记状态: '存续' })], 'registered', '登记过，有登记证书'],
]

describe('a scenario that the registry leads away from is told, with those still open', () => {
  test.each(MISLED)('%s', (scenario, applicant, sources, suggested) => {
    const matter = catalogue.scenarios.get(scenario)?.parts.matter.id ?? ''
    const guide = guides.get(matter) ?? null
    const { mismatches } = checkEligibility({ catalogue, scenario, guide, at: AT, applicant, sources })
    const told = mismatches.filter(({ kind }) => kind === 'scenario')
    expect(told.map(({ suggest }) => suggest.map(({ id }) => id))).toEqual(suggested === null ? [] : [suggested])
  })
})

describe('what the registry knows is not asked', () => {
  test.each(TOLD)('%s', (matter, applicant, sources, question, say) => {
    const guide = guides.get(matter)
    if (!guide) throw new Error(`no guide of ${matter}`)
    const known = walkGuide(guide, {}, { catalogue, at: AT, applicant, sources })
    expect(known.steps).toContainEqual(expect.objectContaining({ question, say, by: 'registry' }))
    expect(walkGuide(guide, {}, { catalogue, ...silent }).steps).toEqual([])
  })

  test('no guide whose first question reads shared data is left out', () => {
    const asking = [...guides].filter(([, { questions }]) => questions[0]?.answers.some(({ when }) => when !== null))
    expect(asking.map(([matter]) => matter).filter((matter) => !TOLD.some(([told]) => told === matter))).toEqual([])
  })
})
