import { expect, test } from 'vitest'
import { claimsAid } from './aid-categories.ts'
import { dispensedDays } from './dispensed-days.ts'
import { isSeriousIllness } from './serious-illness.ts'

test.each([
  ['右肺腺癌术后化疗', true],
  ['慢性肾脏病5期，维持性血液透析', true],
  ['肾移植状态，长期抗排异治疗', true],
  ['精神分裂症', true],
  ['血友病A', true],
  ['急性上呼吸道感染', false],
  ['高血压病2级，2型糖尿病', false],
  ['乳腺良性结节，未见恶性肿瘤', null],
  ['排除恶性肿瘤', false],
  ['肺占位，肺癌待排', null],
  ['癌胚抗原偏高，复查', false],
  ['', null],
])('%s as 门诊大病: %s', (diagnosis, answer) => {
  expect(isSeriousIllness(diagnosis).answer).toBe(answer)
})

test.each([
  ['78周岁，低保', '最低生活保障', true],
  ['享受最低生活保障', '最低生活保障', true],
  ['82周岁，低保边缘家庭', '最低生活保障', false],
  ['82周岁，低保边缘家庭', '低收入困难家庭', true],
  ['低收入困难家庭', '低收入困难家庭', true],
  ['特困老人', '特困供养', true],
  ['非低保', '最低生活保障', false],
  ['76周岁，无困难', '最低生活保障', false],
  ['76周岁', '特困供养', false],
])('%s claims %s: %s', (words, category, answer) => {
  expect(claimsAid(words, category).answer).toBe(answer)
})

test.each([
  ['氨氯地平 5mg 每日1次 ×30天；阿托伐他汀 20mg 每晚1次 ×28天', 30],
  ['配药两周，不适随诊', 14],
  ['开二甲双胍3个月量', 90],
  ['头孢克洛 共7天', 7],
  ['腹痛3天，每日3次，3天后复诊', null],
  ['对症处理，多饮水', null],
])('%s states a supply of %s days', (note, days) => {
  expect(dispensedDays(note)).toBe(days)
})
