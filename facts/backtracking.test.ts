import { expect, test } from 'vitest'
import { catastrophic } from './backtracking.ts'

test.each([
  '(a+)+$',
  '(?:\\d+)*元',
  '(?:[^。]*。)*完',
  '(?:a|a)*b',
  '(?:共为|共|为)*x',
  '(?:a?b)*c',
  '((a|b)+)*',
  '名称(?=(?:x*)*y)',
  '(?:\\d|1)+x',
  '(?:ab|a|bc|c)*x',
  '(?<词>a*){2,}',
  '(?:(?:a|ab)(?:b|c)|abc)*d',
])('%s is refused', (source) => {
  expect(catastrophic(source)).not.toBeNull()
})

test.each([
  '(?:为|是|:|设在|设于|在)+([^。;,]{6,60})',
  '[\\p{Script=Han}()]{4,40}?(?:公司|中心)',
  '(?:\\d{4}年)+',
  '[a-z*+]+\\(+',
  '(?:人民币)?[\\d,.]+万?元',
  '\\.+$',
  '(?:[一二三]、)*',
  '(?:\\((?:盖章|签章)\\))*',
  '',
])('%s is not', (source) => {
  expect(catastrophic(source)).toBeNull()
})
