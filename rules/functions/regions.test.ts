import { expect, test } from 'vitest'
import { feelFunctions } from './index.ts'

function call(name: string, ...args: unknown[]): unknown {
  const found = feelFunctions[name]
  if (!found) throw new Error(`no function ${name}`)
  return (found.run as (...inner: unknown[]) => unknown)(...args)
}

type Case = [name: string, args: unknown[], result: unknown]

test.each<Case>([
  ['属于本市', ['上海市普陀区真北路1号'], true],
  ['属于本市', ['普陀区真北路1号'], true],
  ['属于本市', ['浙江省舟山市普陀区东港路1号'], false],
  ['属于本市', ['江苏省苏州市'], false],
  ['属于本市', ['杭州市西湖区文三路1号'], false],
  ['属于本市', ['真北路1号'], null],
  ['同省市', ['浙江省杭州市', '浙江省杭州市西湖区文三路1号'], true],
  ['同省市', ['浙江省杭州市', '浙江省宁波市海曙区中山路1号'], false],
  ['同省市', ['江苏省苏州市', '浙江省杭州市'], false],
  ['同省市', ['杭州市', '浙江省杭州市西湖区文三路1号'], true],
  ['同省市', ['上海市普陀区真北路1号', '上海市静安区共和新路1号'], true],
  ['同省市', ['浙江省', '浙江省杭州市西湖区文三路1号'], null],
  ['同省市', ['文三路1号', '浙江省杭州市西湖区文三路1号'], null],
  ['有门牌', ['上海市普陀区真北路1号101室'], true],
  ['有门牌', ['上海市普陀区曹杨五村123号'], true],
  ['有门牌', ['上海市普陀区真北路'], false],
  ['有门牌', ['上海市普陀区'], false],
  ['年份', ['2026-06-01'], 2026],
  ['年份', ['长期'], null],
])('%s(%j) is %j', (name, args, result) => {
  expect(call(name, ...args)).toEqual(result)
})
