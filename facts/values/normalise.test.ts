import fc from 'fast-check'
import { expect, test } from 'vitest'
import { display } from './display.ts'
import { normalise } from './normalise.ts'
import { sameValue } from './same-value.ts'
import { VALUE_TYPES } from './value.ts'

test('a code whose check digit fails comes back as printed', () => {
  expect(normalise('uscc', '91330100799655058C')).toEqual({
    value: '91330100799655058C',
    valid: false,
    note: '校验位不符',
  })
})

test('a blank place is blank whatever its type', () => {
  for (const type of VALUE_TYPES) expect(normalise(type, ' —— ')).toMatchObject({ value: null, blank: true })
  expect(normalise('date', '  年 月 日')).toMatchObject({ value: null, blank: true })
})

test('an enum takes its longest named value and refuses two', () => {
  const values = ['食品', '公共场所', '其他']
  expect(normalise('enum', '食品类', { values })).toEqual({ value: '食品', valid: true })
  expect(normalise('enum', '食品、公共场所', { values })).toMatchObject({ value: null, valid: false })
  expect(normalise('enum', '药品', { values })).toMatchObject({ value: null, valid: false })
})

test('yes and no are read from words and ticks', () => {
  expect(normalise('boolean', '是').value).toBe(true)
  expect(normalise('boolean', '否').value).toBe(false)
  expect(normalise('boolean', '√').value).toBe(true)
  expect(normalise('boolean', '也许').value).toBeNull()
})

test('a printed list is split at its numbering and marks, not inside brackets', () => {
  expect(
    normalise('list', '1.食品安全自查制度\n2、从业人员健康管理制度\n三、进货查验记录制度；事故处置方案').value,
  ).toEqual(['食品安全自查制度', '从业人员健康管理制度', '进货查验记录制度', '事故处置方案'])
  expect(normalise('list', '①厨房（粗加工、切配）②备餐间').value).toEqual(['厨房(粗加工、切配)', '备餐间'])
})

test('text carries hidden characters as a fault', () => {
  expect(normalise('text', '餐饮\u2066服务').valid).toBe(false)
})

test('values are shown as a person reads them', () => {
  expect(display('date', '2024-03-05')).toBe('2024年3月5日')
  expect(display('date-range', { from: '2019-03-05', to: '长期' })).toBe('2019年3月5日至长期')
  expect(display('money', { fen: 100_000_000, currency: 'CNY' })).toBe('100万元')
  expect(display('org-name', '上海百味(普陀)餐饮有限公司')).toBe('上海百味（普陀）餐饮有限公司')
  expect(display('list', ['甲', '乙'])).toBe('甲、乙')
  expect(display('boolean', false)).toBe('否')
  expect(display('text', null)).toBe('')
})

test('sameness is typed and exact', () => {
  expect(sameValue('date', '2024-03-05', '2024年3月5日')).toBe(true)
  expect(sameValue('money', { fen: 100, currency: 'CNY' }, { fen: 100, currency: 'USD' })).toBe(false)
  expect(sameValue('number', 0.1 + 0.2, 0.3)).toBe(true)
  expect(sameValue('list', ['甲', '乙'], ['乙', '甲'])).toBe(true)
  expect(sameValue('table', [{ 姓名: '张三' }], [{ 姓名: '李四' }])).toBe(false)
  expect(sameValue('cnid', '11010519491231002x', '11010519491231002X')).toBe(true)
  expect(sameValue('code', '00123', '123')).toBe(false)
  expect(sameValue('text', null, '')).toBe(false)
  expect(sameValue('address', '真北路1号', '上海市普陀区真北路1号')).toBe(true)
})

test('what a value is shown as is read back as the same value', () => {
  const iso = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2098-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  fc.assert(
    fc.property(iso, fc.integer({ min: 0, max: 1e12 }), (date, fen) => {
      expect(normalise('date', display('date', date)).value).toBe(date)
      const money = { fen, currency: 'CNY' }
      expect(normalise('money', display('money', money)).value).toEqual(money)
    }),
  )
})

test('no type throws on any text, and a note explains what is not valid', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VALUE_TYPES), fc.string({ unit: 'binary', maxLength: 60 }), (type, text) => {
      const { valid, note } = normalise(type, text)
      if (!valid) expect(note).toBeTruthy()
    }),
  )
})
