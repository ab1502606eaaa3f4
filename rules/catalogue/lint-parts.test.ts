import { expect, test } from 'vitest'
import { matterSchema, scenarioSchema } from './format.ts'
import { lintParts } from './lint-parts.ts'
import { parseLocated } from './located-yaml.ts'
import { resolveScenario } from './resolve.ts'

function faults(parameters: string) {
  const matter = parseLocated(
    'matter.yaml',
    `id: M01\nname: 变更\ncategory: C01\ndept: 区局\napplicants: []\nparameters:\n${parameters}
fields:
  - { key: chg_item, name: 变更事项, type: list, values: [名称, 地址], required: required }
`,
    matterSchema,
  )
  const text = 'id: S001\nname: 变更\nsituation: 变更\napplicants: []\nmodules: []\nbase: full\n'
  const parts = resolveScenario(parseLocated('S001.yaml', text, scenarioSchema), matter, new Map())
  return lintParts(parts, new Map(), []).map(({ message }) => message)
}

test('a change item that is no option of the form is a fault: its check would never look', () => {
  expect(faults('  住所变更项: { value: 住所 }')).toEqual([expect.stringContaining('住所变更项')])
  expect(faults('  须新办的变更项: { value: [名称, 搬迁] }')).toEqual([expect.stringContaining('“搬迁”')])
})

test('a change item among the options, or none of that kind, is no fault', () => {
  expect(faults('  住所变更项: { value: 地址 }\n  名称变更项: { value: null }')).toEqual([])
})
