import { expect, test } from 'vitest'
import { particularFunctions } from './particulars.ts'

function ask(name: string, text: string): unknown {
  const found = particularFunctions[name]
  if (!found) throw new Error(`no function ${name}`)
  return (found.run as (text: string) => unknown)(text)
}

test.each<[text: string, name: boolean, id: boolean, phone: boolean]>([
  ['陆明远 11010519491231002X 13812345678', true, true, true],
  ['陆明远，11010519491231002x，021-65432109', true, true, true],
  ['陆明远 110105194912310021 13812345678', true, false, true],
  ['陆明远 13812345678', true, false, true],
  ['11010519491231002X 13812345678', false, true, true],
  ['陆明远 11010519491231002X', true, true, false],
  ['陆明远 1381234567', true, false, false],
  ['John Smith E12345678 13812345678', true, true, true],
  ['', false, false, false],
])('“%s”: name %s, id %s, telephone %s', (text, name, id, phone) => {
  expect([ask('写有姓名', text), ask('写有证件号码', text), ask('写有电话', text)]).toEqual([name, id, phone])
})
