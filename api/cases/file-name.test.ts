import { expect, test } from 'vitest'
import { safeFileName } from './file-name.ts'

test('only the last part of a path is kept, whichever way its slashes lean', () => {
  expect(safeFileName('../../etc/passwd')).toBe('passwd')
  expect(safeFileName('C:\\照片\\执照.jpg')).toBe('执照.jpg')
})

test('control, direction and zero-width characters go, and what shells and disks dislike is replaced', () => {
  expect(safeFileName('a\u202Egpj.\u200Bexe\u0000')).toBe('agpj.exe')
  expect(safeFileName('a<b>:"c|d?e*.jpg')).toBe('a_b___c_d_e_.jpg')
})

test('nothing left becomes 未命名 and a long name keeps its end', () => {
  expect(safeFileName('...')).toBe('未命名')
  const long = safeFileName(`${'长'.repeat(300)}.jpg`)
  expect([...long]).toHaveLength(120)
  expect(long.endsWith('.jpg')).toBe(true)
})
