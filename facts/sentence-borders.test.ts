import { expect, test } from 'vitest'
import { documentTypeSchema } from './document-type.ts'
import { lintDocumentType } from './lint-document-type.ts'
import { parseLocated } from './located-yaml.ts'
import { crossesSentence } from './sentence-borders.ts'

test.each(['(.{4,200})', '租金([^,]{0,40})元', '(?:是|为)([\\s\\S]{2,60}?)元', '((?:甲方)?[^;；]+)'])(
  'what %s captures may run over a full stop',
  (source) => expect(crossesSentence(source)).toBe(true),
)

test.each([
  '租期[^,]{0,20}(\\d{4}年)',
  '([^。;；]{2,40}转租[^。]{0,60}。)',
  '([\\p{Script=Han}()]{4,40})',
  '.{0,20}(\\(.\\))',
  '(JY\\d{14})',
])('what %s captures does not', (source) => expect(crossesSentence(source)).toBe(false))

const PAPER = `id: XX
name: 某证
group: 许可证照
issuer: 某局
titles: [某证]
validity: { none: true }
marks: []
fields:
  - { name: 约定, labels: [约定], type: text, hints: { patterns: ['约定(.{4,40})'] } }
`

test('a type whose sentence runs over a full stop is refused, unless its field goes on over lines', () => {
  const lint = (text: string) => lintDocumentType(parseLocated('facts/documents/x.yaml', text, documentTypeSchema))
  expect(lint(PAPER)[0]?.message).toContain('约定 的句式会越过句号')
  expect(lint(PAPER.replace('type: text,', 'type: text, multiline: true,'))).toEqual([])
})
