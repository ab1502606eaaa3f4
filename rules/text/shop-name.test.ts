import { expect, test } from 'vitest'
import { showsName } from './shop-name.ts'

test.each<[sign: string, name: string, answer: boolean | null]>([
  ['上海知味轩里餐饮管理有限公司', '上海知味轩里餐饮管理有限公司', true],
  ['知味轩里', '上海知味轩里餐饮管理有限公司', true],
  ['知味轩里餐厅', '上海知味轩里餐饮管理有限公司', true],
  ['知味轩里（光新店）', '上海知味轩里餐饮管理有限公司', true],
  ['知味小馆', '上海知味轩里餐饮管理有限公司', null],
  ['大碗面', '上海知味轩里餐饮管理有限公司', false],
  ['餐饮管理', '上海知味轩里餐饮管理有限公司', false],
  ['上海餐厅', '上海知味轩里餐饮管理有限公司', false],
  ['Lucky Coffee', '上海好运咖啡有限公司', null],
  ['LUCKY COFFEE', 'Lucky Coffee', true],
  ['', '上海知味轩里餐饮管理有限公司', null],
])('sign “%s” shows “%s”: %s', (sign, name, answer) => {
  expect(showsName(sign, name)).toBe(answer)
})
