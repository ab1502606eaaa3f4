import { expect, test } from 'vitest'
import { readTyped } from './typed.ts'

type Field = Parameters<typeof readTyped>[0]

const volume = { name: '混凝土方量', labels: [], type: 'number', unit: 'm³' } as unknown as Field

test('the 3 of m³ is no figure of the quantity', () => {
  for (const printed of ['872m³', '872m3', '872 m3', '872立方米', '872m'])
    expect(readTyped(volume, printed).value, printed).toBe(872)
  expect(readTyped(volume, '11m3/日').value).toBe(11)
})

const read = (type: string, printed: string) => readTyped({ name: '', labels: [], type } as unknown as Field, printed)

test('a character left of the province, and the authority of the row below, are no part of an address', () => {
  for (const printed of ['上上海市闵行区民生街282号7幢301室', '口上海市闵行区民生街282号7幢301室'])
    expect(read('address', printed).value).toBe('上海市闵行区民生街282号7幢301室')
  expect(read('address', '上海市普陀区武宁路236弄9号101室上海市公安局普陀示例分局').value).toBe(
    '上海市普陀区武宁路236弄9号101室',
  )
  for (const whole of ['中国(上海)自由贸易试验区张江路1号', '普陀区上海市场路1号', '武宁路1号上海市民政局旁'])
    expect(read('address', whole).value).toBe(whole)
})

test('a day that was printed and not read makes no first of the month', () => {
  expect(read('date', '1998年7月：20日').value).toBe('1998-07-20')
  expect(read('date', '2024年10月月15').value).toBe('2024-10-15')
  expect(read('date', '2019年09月日章')).toMatchObject({ value: null, valid: false })
  expect(read('date', '2012年7月')).toMatchObject({ value: '2012-07-01', valid: true })
})

test('a date whose numbers are whole is read where a seal lies over 年 or stands before 月’s number; half a number is not', () => {
  expect(read('date', '2023中05月29').value).toBe('2023-05-29')
  expect(read('date', '202307月29日').value).toBe('2023-07-29')
  expect(read('date', '2025年用11月11日').value).toBe('2025-11-11')
  expect(read('date', '2025年用1月11日')).toMatchObject({ value: null, valid: false })
  expect(read('date', '2025年月07')).toMatchObject({ value: null, valid: false })
})

test('an amount below a firm’s name is no part of it, and a name that stops short is not sure', () => {
  expect(read('org-name', '上海椒小满医疗科技有限公司800000元')).toMatchObject({
    value: '上海椒小满医疗科技有限公司',
    valid: true,
  })
  for (const torn of ['上海苏堤资产管理有限公部', '上海苏堤资产管理有限公', '限公司'])
    expect(read('org-name', torn).valid, torn).toBe(false)
  for (const whole of ['上海苏堤资产管理有限公司', '上海申远有限公司(分公司)', '普陀区上河100号便利店'])
    expect(read('org-name', whole), whole).toMatchObject({ value: whole, valid: true })
})

test('a point between Han was a full stop, one between digits is none', () => {
  const scope = '许可项目：食品销售.（依法须经批准的项目）一般项目：餐饮管理.日用百货销售'
  expect(read('text', scope).value).toBe('许可项目:食品销售。(依法须经批准的项目)一般项目:餐饮管理。日用百货销售')
  expect(read('text', '第2.1版').value).toBe('第2.1版')
})

test('a number whose digit behind the point was read as a letter is not known', () => {
  for (const printed of ['877.lm', '877.I', '877.|平方米'])
    expect(readTyped(volume, printed), printed).toMatchObject({ value: null, valid: false })
  expect(readTyped(volume, '877.1m³').value).toBe(877.1)
})

test('an amount in words with another character in it is not sure, and the rest of a place to sign is no value', () => {
  const amount = (printed: string) =>
    readTyped({ name: '合计大写', labels: [], type: 'text' } as unknown as Field, printed)
  for (const whole of ['叁仟伍佰元整', '人民币柒拾贰万圆正', '⊗捌佰零玖元陆角伍分', '壹萬元整'])
    expect(amount(whole).valid, whole).toBe(true)
  for (const misread of ['叁件伍佰元整', '柒拾贰方圆正']) expect(amount(misread).valid, misread).toBe(false)
  expect(read('text', '叁件').valid).toBe(true)
  for (const rest of ['章)', '（公章）', '盖章)'])
    expect(read('text', rest), rest).toMatchObject({ value: null, valid: false })
  expect(read('text', '文章').value).toBe('文章')
})
