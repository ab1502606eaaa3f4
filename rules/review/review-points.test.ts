import { expect, test } from 'vitest'
import { file, finding, read, run, sealed } from '../small-case.ts'

test('the point that says what is missing names every paper by itself; no other point does, whatever it reads', () => {
  const judged = run([
    file('a', '房屋租赁合同', read('房屋租赁合同', { 建筑面积: 200 }, { marks: [sealed] })),
    file('b', '平面图', read('平面图', { 总面积: 80 })),
  ])
  const lacking = finding(judged, 'IMG-P02').lacking ?? []
  expect(lacking).toContainEqual({ slot: '营业执照', file: null })
  expect(lacking.map(({ slot }) => slot)).not.toContain('平面图')
  expect(judged.findings.filter((one) => one.lacking).map(({ point }) => point)).toEqual(['IMG-P02'])
})
