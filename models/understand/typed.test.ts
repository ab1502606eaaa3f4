import { expect, test } from 'vitest'
import { readTyped } from './typed.ts'

const volume = { name: '混凝土方量', labels: [], type: 'number', unit: 'm³' } as unknown as Parameters<
  typeof readTyped
>[0]

test('the 3 of m³ is no figure of the quantity', () => {
  for (const printed of ['872m³', '872m3', '872 m3', '872立方米', '872m'])
    expect(readTyped(volume, printed).value, printed).toBe(872)
  expect(readTyped(volume, '11m3/日').value).toBe(11)
})
