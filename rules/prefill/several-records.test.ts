import { expect, test } from 'vitest'
import { judge, loadCatalogue, type SourceAnswer } from '../index.ts'

const catalogue = loadCatalogue()

const record = (source: string, recordId: string, values: SourceAnswer['record']): SourceAnswer => ({
  source,
  about: null,
  state: 'ok',
  record: values,
  recordId,
  asOf: '2026-06-01',
  requestId: 'r',
})

function filled(scenario: string, key: string, sources: SourceAnswer[]) {
  const { form } = judge({ catalogue, scenario, at: '2026-06-01', applicant: null, materials: [], sources })
  return form.find((field) => field.key === key)?.value ?? null
}

const permit = (id: string, 主体业态: string) => record('许可证库', id, { 状态: '有效', 许可证编号: id, 主体业态 })

test('the kind of food business is taken from the only licence, and left open among several', () => {
  const shop = permit('JY13101070001233', '食品销售经营者')
  expect(filled('S005', 'fd_type', [shop])).toBe('食品销售经营者')
  expect(filled('S005', 'fd_type', [shop, permit('JY23101070001233', '餐饮服务经营者')])).toBeNull()
})
