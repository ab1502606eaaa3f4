import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadGuides } from '../guide/load-guides.ts'
import { judge } from '../judge.ts'
import type { SourceAnswer } from '../results.ts'
import { reviewPoint } from '../review/review-points.ts'
import type { Catalogue } from './catalogue.ts'
import { CatalogueError } from './catalogue-error.ts'
import { countCatalogue } from './count-catalogue.ts'
import { loadCatalogue } from './load.ts'
import { CATALOGUE_FOLDER } from './load-catalogue-files.ts'
import { loadPointCases } from './load-point-cases.ts'
import { pointCaseContext } from './point-case.ts'
import { reachedInTests } from './reached-without.ts'

/** The worked example of CONTRIBUTING: each block of YAML under the name of its file. */
const contributing = readFileSync(fileURLToPath(new URL('../../CONTRIBUTING.md', import.meta.url)), 'utf8')
const examples = [...contributing.matchAll(/^`rules\/catalogue\/(matters\/[^`]+)`\n\n```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', text = '']) => ({ file, text }),
)
/** The answer that it adds to the matter's guide. */
const answer = /^ +- \{ say: .*scenario: S901 \}$/m.exec(contributing)?.[0] ?? ''

let temporary: string
let folder: string
let extended: Catalogue

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'catalogue-'))
  folder = join(temporary, 'rules', 'catalogue')
  const isKept = (name: string) =>
    !name.endsWith('.ts') && (!/[\\/]matters[\\/]/.test(name) || name.includes('labour-dispatch'))
  cpSync(CATALOGUE_FOLDER, folder, { recursive: true, filter: isKept })
  for (const { file, text } of examples) writeFileSync(join(folder, file), text)
  extended = loadCatalogue({ folder })
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

test('the example of CONTRIBUTING loads as a scenario of its matter, put together from modules and parameters', () => {
  expect(examples.map(({ file }) => file)).toEqual([
    'matters/labour-dispatch/S901.yaml',
    'matters/labour-dispatch/tests/S901-P01.yaml',
  ])
  const scenario = extended.scenarios.get('S901')
  expect(scenario?.parts.matter.name).toBe('劳务派遣经营许可')
  expect(scenario?.points.map(({ point }) => point.id)).toEqual(
    expect.arrayContaining(['LOST-P01', 'IMG-P02', 'S901-P01']),
  )
  expect(scenario?.parts.parameters.get('证照名称')?.value).toBe('劳务派遣经营许可证')
})

test('its cases give the verdicts they say, and count it as executable', () => {
  const scenario = extended.scenarios.get('S901')
  const rule = scenario?.points.find(({ point }) => point.id === 'S901-P01')
  if (!scenario || !rule) throw new Error('no S901-P01')
  const cases = loadPointCases(folder).filter(({ point }) => point === 'S901-P01')
  const verdicts = cases.map((one) => {
    const { knowledge, context } = pointCaseContext(one, scenario, extended.policy)
    return reviewPoint(rule, context, knowledge(rule.point.severity)).verdict
  })
  expect(verdicts).toEqual(['pass', 'fail', 'unsure'])
  const counted = countCatalogue(extended, reachedInTests(extended, cases), cases)
  expect(counted.untested).not.toContain('S901-P01')
  expect(counted.withoutBasis).toContainEqual({ id: 'S901-P01', scenarios: ['S901'] })
})

test('an application for it is judged: form filled from shared data, its own point decided', () => {
  const said = (source: string, about: string | null, record: Record<string, string>): SourceAnswer => ({
    source,
    about,
    state: 'ok',
    record,
    recordId: `${source}-1`,
    asOf: '2026-06-01',
    requestId: 'q1',
  })
  const application = (licensed: string) =>
    judge({
      catalogue: extended,
      scenario: 'S901',
      at: '2026-06-01',
      applicant: null,
      materials: [],
      sources: [
        said('法人库', null, { 名称: '上海小满人力资源有限公司' }),
        said('电子证照', '劳务派遣经营许可证', { 单位名称: licensed }),
      ],
    })
  const verdict = (licensed: string) =>
    application(licensed).findings.find(({ point }) => point === 'S901-P01')?.verdict
  expect(verdict('上海小满人力资源有限公司')).toBe('pass')
  expect(verdict('上海大满人力资源有限公司')).toBe('fail')
  const keys = application('').form.map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['subj_name', 'lost_no', 'lost_reason']))
})

test('the guide leads to it with the line shown, and is refused without it', () => {
  expect(() => loadGuides(extended, folder)).toThrow(/guide\.yaml:.*S901/)
  const guide = join(folder, 'matters/labour-dispatch/guide.yaml')
  const lines = readFileSync(guide, 'utf8').split('\n')
  lines.splice(lines.findIndex((line) => line.includes('scenario: S068')) + 1, 0, answer)
  writeFileSync(guide, lines.join('\n'))
  expect(loadGuides(extended, folder).has('M28')).toBe(true)
})

test('a slip in it is told with its file and line before anything runs', () => {
  const [scenario] = examples
  if (!scenario) throw new Error('no example')
  const slipped = scenario.text.replaceAll('单位名称)', '名字)')
  writeFileSync(join(folder, scenario.file), slipped)
  const line = slipped.split('\n').findIndex((one) => one.includes('check:')) + 1
  const load = () => loadCatalogue({ folder })
  expect(load).toThrow(CatalogueError)
  expect(load).toThrow(new RegExp(`S901\\.yaml:${line}:.*名字`))
})
