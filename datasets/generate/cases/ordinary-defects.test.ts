import { expect, it } from 'vitest'
import { type BuiltCase, buildCase } from './build.ts'
import { requestOf } from './dataset.ts'

/** The first case of a scenario that can go wrong that way, with it. */
function caseWith(scenario: string, defect: string): BuiltCase {
  for (let index = 0; index < 8; index += 1) {
    const one = { scenario, index }
    const { draft } = buildCase(requestOf('ordinary', { ...one, defects: [] }))
    if (draft.defects.some(({ id }) => id === defect))
      return buildCase(requestOf('ordinary', { ...one, defects: [defect] }))
  }
  throw new Error(`no case of ${scenario} offers ${defect}`)
}

const LICENCE = ['licence-before-renaming', 'licence-of-former-head', 'licence-with-old-number', 'licence-term-ended']

it.each([
  ['licence-before-renaming', 'SUBJ-P02'],
  ['licence-of-former-head', 'LREP-P01'],
  ['licence-with-old-number', 'SUBJ-P01'],
  ['licence-term-ended', 'SUBJ-P05'],
  ['legal-number-of-another', 'LREP-P02'],
  ['power-for-another', 'AGENT-P02'],
])('%s fails %s and can be mended', (id, point) => {
  const { draft, defects } = caseWith('S037', id)
  expect(draft.review[point]?.verdict).toBe('fail')
  expect(defects[0]?.repair).not.toBeNull()
})

it.each(LICENCE)(
  '%s: the paper alone says otherwise than the register, no electronic licence stands beside it',
  (id) => {
    const { draft } = caseWith('S037', id)
    expect(draft.of('营业执照')).toHaveLength(1)
    expect(draft.registry.电子证照?.some(({ about }) => about === '营业执照') ?? false).toBe(false)
    expect(draft.registry.法人库?.[0]).toMatchObject({
      统一社会信用代码: draft.form.uscc,
      名称: draft.form.subj_name,
      法定代表人: draft.form.lrep_name,
    })
  },
)

it('a shop that applies for an internet café is called a shop wherever it is named, and is refused', () => {
  const { draft, outcome } = caseWith('S034', 'applicant-is-a-shop')
  const everything = JSON.stringify([draft.papers.map(({ content }) => content), draft.registry, draft.form])
  expect(outcome).toBe('refuse')
  expect(draft.applicant.name).toMatch(/网吧$/u)
  expect(everything).toContain(draft.applicant.name)
  expect(everything).not.toMatch(/(?:网络科技|网吧|电子竞技)有限公司/u)
  expect(draft.registry.法人库?.[0]).toMatchObject({ 主体类别: '个体工商户', 统一社会信用代码: draft.form.uscc })
})

it('another paper in a slot: it lies there, it is asked for nowhere, and what the slot was for is missing', () => {
  const offered = ['S001', 'S021', 'S046', 'S056'].flatMap((scenario) =>
    [0, 1, 2].flatMap((index) => {
      const { draft } = buildCase(requestOf('ordinary', { scenario, index, defects: [] }))
      const ids = draft.defects.flatMap(({ id }) => (id.endsWith('-other-paper') ? [id] : []))
      return ids.map((id) => buildCase(requestOf('ordinary', { scenario, index, defects: [id] })))
    }),
  )
  expect(offered.length).toBeGreaterThan(0)
  for (const { draft, defects } of offered) {
    const [{ defect }] = defects as [BuiltCase['defects'][number]]
    const [paper] = draft.of(defect.slot)
    expect(draft.scenario.slots.flatMap(({ documents }) => documents)).not.toContain(paper?.type)
    expect(draft.review['IMG-P03']?.verdict).toBe('fail')
    expect(draft.review['IMG-P02']?.verdict).toBe('fail')
  }
})

it('an area that is another is typed, and the papers keep theirs', () => {
  const { draft } = caseWith('S008', 'usable-area-claimed')
  expect(Number(draft.answers.prem_area)).toBeLessThan(Number(draft.form.prem_area) * 0.9)
})
