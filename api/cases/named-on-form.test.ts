import { expect, test } from 'vitest'
import type { FormValue } from '../../rules/results.ts'
import { namedOnForm } from './named-on-form.ts'

const field = (type: FormValue['type'], value: FormValue['value'], columns?: FormValue['columns']) =>
  ({ type, value, ...(columns ? { columns } : {}) }) as FormValue

test('names and addresses are taken from fields and from the cells of tables, each once', () => {
  const form = [
    field('org-name', '小满书店'),
    field('address', '长安路18弄3号'),
    field('text', '不是名称'),
    field('org-name', null),
    field(
      'table',
      [
        { 印刷单位: '大雪印刷厂', 数量: 3 },
        { 印刷单位: '小满书店', 数量: 1 },
      ],
      [
        { name: '印刷单位', type: 'org-name' },
        { name: '数量', type: 'integer' },
      ],
    ),
  ]
  expect(namedOnForm(form)).toEqual({ names: ['小满书店', '大雪印刷厂'], addresses: ['长安路18弄3号'] })
})
