import { expect, test } from 'vitest'
import { editYaml, YamlEditError } from './edit-yaml.ts'

const TEXT = `# 文件头
id: M01
parameters:
  # 期限怎么来的
  变更期限: { value: 10, unit: 工作日, note: 底稿写的 } # 行尾
  必备制度:
    value:
      - 自查
      # 为什么有这一项
      - 健康管理
    note: 两项
  功能区:
    value:
      - { 项目: 制售, 功能区: 烹饪/切配 }
      - { 项目: 冷食, 功能区: 专间 } # 专间
points:
  - id: M01-P01
    statement: 说法
    check: >-
      甲 = 乙
      and 丙 = 丁
    message: "不一致：{失败项}"

  # 第二条的说明
  - id: M01-P02
    statement: 另一条
    basis: &law [{ law: 某法, article: 第一条 }]
  - id: M01-P03
    basis: *law
`

test('a changed value stands in the place of the old one; nothing else moves', () => {
  expect(editYaml(TEXT, [{ path: ['parameters', '变更期限', 'value'], value: 15 }])).toBe(
    TEXT.replace('value: 10', 'value: 15'),
  )
  expect(editYaml(TEXT, [{ path: ['parameters', '功能区', 'value', 1, '功能区'], value: '冷荤, 专间' }])).toBe(
    TEXT.replace('功能区: 专间 }', '功能区: "冷荤, 专间" }'),
  )
  expect(editYaml(TEXT, [{ path: ['points', 0, 'check'], value: '甲 = 丙' }])).toBe(
    TEXT.replace('>-\n      甲 = 乙\n      and 丙 = 丁', '甲 = 丙'),
  )
  expect(editYaml(TEXT, [{ path: ['points', 0, 'check'], value: '甲\n  and 乙' }])).toBe(
    TEXT.replace('>-\n      甲 = 乙\n      and 丙 = 丁', '|-\n      甲\n        and 乙'),
  )
})

test('keys come and go in block and in flow layout, with the comments of their neighbours kept', () => {
  expect(editYaml(TEXT, [{ path: ['parameters', '变更期限', 'unit'], value: undefined }])).toBe(
    TEXT.replace(' unit: 工作日,', ''),
  )
  expect(editYaml(TEXT, [{ path: ['parameters', '变更期限', 'note'], value: undefined }])).toBe(
    TEXT.replace(', note: 底稿写的', ''),
  )
  expect(editYaml(TEXT, [{ path: ['parameters', '必备制度', 'note'], value: undefined }])).toBe(
    TEXT.replace('    note: 两项\n', ''),
  )
  expect(editYaml(TEXT, [{ path: ['points', 0, 'look'], value: '看原件' }])).toBe(
    TEXT.replace('"不一致：{失败项}"\n', '"不一致：{失败项}"\n    look: 看原件\n'),
  )
  expect(editYaml(TEXT, [{ path: ['parameters', '变更期限', 'basis'], value: [] }])).toBe(
    TEXT.replace('底稿写的 }', '底稿写的, basis: [] }'),
  )
})

test('a list is changed item by item, so that comments between its items stay', () => {
  const path = ['parameters', '必备制度', 'value']
  expect(editYaml(TEXT, [{ path, value: ['自查', '培训', '健康管理'] }])).toBe(
    TEXT.replace('      - 自查\n', '      - 自查\n      - 培训\n'),
  )
  expect(editYaml(TEXT, [{ path, value: ['健康管理'] }])).toBe(TEXT.replace('      - 自查\n', ''))
  expect(
    editYaml(TEXT, [{ path: ['parameters', '功能区', 'value', 2], value: { 项目: '裱花', 功能区: '专间' } }]),
  ).toBe(TEXT.replace('专间 } # 专间\n', '专间 } # 专间\n      - { 项目: 裱花, 功能区: 专间 }\n'))
})

test('what is shared with another place by an anchor is refused, not changed twice', () => {
  const basis = [{ law: '另一部法', article: '第二条' }]
  expect(() => editYaml(TEXT, [{ path: ['points', 1, 'basis'], value: basis }])).toThrow(YamlEditError)
  expect(() => editYaml(TEXT, [{ path: ['points', 1, 'basis', 0, 'law'], value: '另一部法' }])).toThrow(YamlEditError)
  expect(editYaml(TEXT, [{ path: ['points', 2, 'basis'], value: basis }])).toBe(
    TEXT.replace('*law', '[{ law: 另一部法, article: 第二条 }]'),
  )
})
